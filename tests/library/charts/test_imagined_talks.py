"""A hundred imagined talks, of which an observer sees what is told."""

from drawn import rows_of

import track2lib as t2


def test_the_description_counts_what_is_drawn() -> None:
    """What is said of the first setting of the sliders is what the marks show."""
    chart = t2.imagined_talks(seed=3)
    talks = [row for row in rows_of(chart) if "luck" in row]
    succeeded = [row for row in talks if row["luck"] < 0.4]
    told = [row for row in succeeded if row["mouth"] < 0.2]
    assert len(talks) == 100
    assert f"{len(succeeded)} succeed and {len(told)} of these are told" in chart.description


def test_a_seed_is_one_luck() -> None:
    """The same seed draws the same talks, another one others."""
    assert rows_of(t2.imagined_talks(seed=3)) == rows_of(t2.imagined_talks(seed=3))
    assert rows_of(t2.imagined_talks(seed=3)) != rows_of(t2.imagined_talks(seed=4))
