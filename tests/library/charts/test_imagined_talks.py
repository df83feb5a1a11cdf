"""Imagined talks: fixed by their seed, and what an observer hears of them."""

import re
from typing import Any

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
