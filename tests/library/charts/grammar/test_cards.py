"""Cards in columns: each with its lines, none on another, as large as there is room."""

import pandas as pd
import pytest

from track2lib.charts.grammar.cards import TALL, WIDTH, laid_out


def cards(*sides):
    """Give cards on these sides."""
    rows = {"side": sides, "head": [f"Voice {n} of some house" for n in range(len(sides))]}
    note, said = (
        "press, 5 January 2010",
        "Says in one line of seventy letters or so what it is about",
    )
    return pd.DataFrame(rows).assign(note=note, said=said, first=False)


def test_no_card_lies_on_another():
    """Cards of one strip follow each other, and strips stand side by side."""
    placed = laid_out(cards(*"aaaaabbc"), "side", ["a", "b", "c"])
    assert len(placed) == 8
    for _, strip in placed.groupby("x"):
        tops, bottoms = strip["head_y"] - strip["size"] / 2, strip["bottom"]
        assert (tops.iloc[1:].to_numpy() > bottoms.iloc[:-1].to_numpy()).all()
        assert strip["side"].nunique() == 1
    assert placed["x"].max() < WIDTH


def test_few_cards_are_large_and_many_are_small():
    """Type is as large as all cards can have, in no more columns than are needed."""
    sizes = [laid_out(cards(*"abc" * n), "side", list("abc"))["size"].iloc[0] for n in (1, 4, 9)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > sizes[-1]


@pytest.mark.parametrize(
    "sides", ["a" * 12, "a" * 11 + "b", "a" * 8 + "bbcc", "abcd" * 3, "abcdef" * 2]
)
def test_a_dozen_cards_have_room(sides):
    """Whatever their sides are, twelve cards stand on one screen."""
    placed = laid_out(cards(*sides), "side", sorted(set(sides)))
    assert len(placed) == 12
    assert placed["bottom"].max() <= TALL + 40


def test_what_has_no_room_is_left_out_from_the_end():
    """Of too many cards those that come first in their column are drawn."""
    rows = cards(*"a" * 24)
    placed = laid_out(rows, "side", ["a"])
    assert 10 <= len(placed) < 24
    assert placed.index.tolist() == list(range(len(placed)))


def test_what_is_to_be_there_first_is_there():
    """Where there is no room for all, those that matter most are drawn, in their place in the order."""
    rows = cards(*"a" * 24)
    placed = laid_out(rows.assign(first=[False] * 20 + [True] * 4), "side", ["a"])
    assert {20, 21, 22, 23} <= {*placed.index}
    assert placed.index.is_monotonic_increasing


def test_a_card_that_is_higher_than_the_page_is_drawn():
    """One card without end is drawn all the same, alone in its strip."""
    rows = cards("a").assign(said="many words " * 200)
    assert len(laid_out(rows, "side", ["a"])) == 1
