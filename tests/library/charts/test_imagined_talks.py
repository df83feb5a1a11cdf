"""Imagined talks: fixed by their seed, and what an observer hears of them."""

import re
from typing import Any

from drawn import rows_of

import track2lib as t2


def talks(seed: int) -> list[dict[str, Any]]:
    """Give the talks that a seed draws."""
    (rows,) = t2.imagined_talks(seed=seed).to_dict()["datasets"].values()
    return rows


def test_a_seed_is_a_set_of_talks() -> None:
    """The same seed gives the same hundred talks, and another seed gives others."""
    assert len(talks(3)) == 100
    assert talks(3) == talks(3) != talks(4)


def test_the_description_counts_what_the_sliders_show_at_first() -> None:
    """What a screen reader is told agrees with the talks at the first place of both sliders."""
    chart = t2.imagined_talks(seed=5)
    first = {param["name"]: param["value"] for param in chart.to_dict()["params"]}
    good = [row for row in talks(5) if row["luck"] < first["succeed"]]
    told = [row for row in good if row["mouth"] < first["told"]]
    said = re.search(r"At first (\d+) succeed and (\d+) of these", chart.description)
    assert said
    assert [int(number) for number in said.groups()] == [len(good), len(told)]


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
