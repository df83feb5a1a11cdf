"""Rows down the page: as high as they must be, and those of one thing close together."""

import pandas as pd
import pytest

from track2lib.charts.grammar.tiers import in_tiers, named, tier_marks


def rows(*pieces: tuple[str, bool, str]) -> pd.DataFrame:
    """Give rows with their names: a thing, whether another source says it, and who."""
    columns = ["label", "other", "cited"]
    table = pd.DataFrame(pieces, columns=columns)
    return named(table.assign(row=[f"{n}" for n in table.index]))[0]


def tiers(*pieces: tuple[str, bool, str], words: str = "2001"):
    """Set rows below each other, each with the same words beside it."""
    own = rows(*pieces)
    return in_tiers(own, pd.Series(words, own.index))


THREE = [("A", False, "x"), ("A", True, "Author 2001"), ("B", False, "y"), ("C", False, "z")]


def test_rows_of_one_thing_are_close_and_apart_from_others() -> None:
    """What other sources say stands nearer to its own thing than the next thing does."""
    drawn = tiers(*THREE)
    a, other, b, c = drawn.rows["at"]
    assert other - a < b - other
    assert len(drawn.between) == 1
    assert other < drawn.between[0] < b
    assert c - b < b - other  # of two that no other source dates, none is set apart
    assert drawn.rows["name"].tolist() == ["A", "Author 2001", "B", "C"]


def test_lines_are_drawn_between_groups_alone() -> None:
    """Where no other source speaks, there is no line, and no layer for one."""
    assert len(tier_marks(tiers(*THREE), 100, 500)) == 3
    assert len(tier_marks(tiers(*THREE[2:]), 100, 500)) == 2


@pytest.mark.parametrize(("count", "step", "bar"), [(1, 40, 20), (16, 23, 12), (80, 21, 12)])
def test_few_rows_have_high_bars(count: int, step: int, bar: int) -> None:
    """They fill the room there is; many rows get as low as their letters let them."""
    drawn = tiers(*((f"{n}", False, "x") for n in range(count)))
    assert (drawn.height, drawn.bar) == (count * step, bar)


def test_a_row_is_as_high_as_its_name_and_its_words() -> None:
    """A name or words of many lines have room for all of them, and make no other row higher."""
    long = (
        "A round table on the waters of the upper valley, and of the lower one, too",
        False,
        "x",
    )
    short = ("B", False, "x")
    first, second = tiers(long, short).rows["at"]
    assert tiers(short).height == 40
    assert second - first > 40
    assert tiers(short, words="\n".join("abcde")).height == 5 * 15 + 6


def test_lines_of_a_name_are_of_one_length() -> None:
    """No word stands alone in a line if the others can be shared better."""
    (name,) = rows(("UCLA and IGCC regional dialogue groups", False, "x"))["name"]
    assert name == "UCLA and IGCC regional\ndialogue groups"
