"""Imagined talks: fixed by their seed, and what an observer hears of them."""

from typing import Any

from drawn import rows_of
from hearing import heard_in

import track2lib as t2


def talks(seed: int) -> list[dict[str, Any]]:
    """Give the talks that a seed draws."""
    (rows,) = t2.imagined_talks(seed=seed).to_dict()["datasets"].values()
    return rows


def test_a_seed_is_a_set_of_talks() -> None:
    """The same seed gives the same hundred talks, and another seed gives others."""
    assert len(talks(3)) == 100
    assert talks(3) == talks(3) != talks(4)


def test_a_seed_is_one_luck() -> None:
    """The same seed draws the same talks, another one others."""
    assert rows_of(t2.imagined_talks(seed=3)) == rows_of(t2.imagined_talks(seed=3))
    assert rows_of(t2.imagined_talks(seed=3)) != rows_of(t2.imagined_talks(seed=4))


def test_the_title_counts_what_is_drawn() -> None:
    """Wherever the sliders stand, the title tells how many succeed and how many of them are told."""
    spec = t2.imagined_talks(seed=5).to_dict()
    for chances in ((0.4, 0.2), (0.15, 0.95), (0, 1), (1, 0.5)):
        for param, chance in zip(spec["params"], chances, strict=True):
            param["value"] = chance
        good = [row for row in talks(5) if row["luck"] < chances[0]]
        told = [row for row in good if row["mouth"] < chances[1]]
        verb = "succeeds" if len(good) == 1 else "succeed"
        title = f"{len(good)} of 100 imagined talks {verb}; an observer hears of {len(told)}"
        heard = heard_in(spec)
        assert any(title in label for kind, label in heard if kind == "title")
        marks = [label for _, label in heard]
        said = f"This imagined talk: success, told; Talks like it: {len(told)}"
        assert marks.count(said) == len(told)
    spec = t2.imagined_talks(seed=5, title="Mine").to_dict()
    assert spec["title"]["text"] == ["Mine"]
