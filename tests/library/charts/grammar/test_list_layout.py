"""A list in lines: none on another, as large as there is room, and no group without a row."""

import pandas as pd
import pytest

from track2lib.charts.grammar.list_layout import HEAD, TALL, TEXTS, WIDTH, laid_out, spaces_of
from track2lib.charts.grammar.widths import pixels


def rows_of(sides, **cells):
    """Give a row for each of these sides."""
    names = {"side": [*sides], "head": [f"Voice {n} of some house" for n in range(len(sides))]}
    said = "Says in one line of seventy letters or so what it is about"
    words = {"note": "press", "when": "5 January 2010", "said": said, "first": False}
    return pd.DataFrame(names).assign(**words | cells)


def laid(rows, order=None):
    """Lay rows out by their sides, with the name and the number of rows beside each."""
    order = sorted(set(rows["side"])) if order is None else order
    return laid_out(rows, "side", order, lambda side, shown: f"Side {side}\n{shown} rows")


def test_no_line_lies_on_another():
    """Rows follow each other, and groups stand in their order with what they are called."""
    placed, groups = laid(rows_of("aabacbaa"), ["c", "a", "b"])
    assert len(placed) == 8
    assert placed["side"].tolist() == [*"caaaaabb"]
    line, _ = spaces_of(placed["size"].iloc[0])
    tops = placed["y"] - line / 2
    assert (tops.iloc[1:].to_numpy() > placed["bottom"].iloc[:-1].to_numpy()).all()
    assert tops.iloc[0] == HEAD
    assert groups["label"].tolist() == ["Side c\n1 rows", "Side a\n5 rows", "Side b\n2 rows"]
    assert (groups["foot"] >= placed["bottom"].max()).all()


def test_words_stay_in_their_column():
    """No line of a text reaches the next column, nor the edge of the page."""
    placed, _ = laid(rows_of("aab", said="Whoever reads this reads many words " * 4))
    size = placed["size"].iloc[0]
    ends = {"head": "note_x", "note": "said_x", "when": "said_x", "said": None}
    for field, (_, bold) in TEXTS.items():
        for row in placed.to_dict("records"):
            edge = WIDTH if ends[field] is None else row[ends[field]]
            for text in row[f"{field}_lines"].split("\n"):
                assert row[f"{field}_x"] + pixels(text, size, bold=bold != "false") <= edge


def test_few_rows_are_large_and_many_are_small():
    """Type is as large as all rows can have."""
    sizes = [laid(rows_of("abc" * n))[0]["size"].iloc[0] for n in (1, 3, 9)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > sizes[-1]


@pytest.mark.parametrize("sides", ["a" * 11, "a" * 10 + "b", "a" * 7 + "bbcc"])
def test_eleven_rows_have_room(sides):
    """Whatever their sides are, eleven rows of two lines stand on one screen."""
    placed, groups = laid(rows_of(sides))
    assert len(placed) == 11
    assert groups["foot"].max() <= TALL + HEAD


def test_one_row_too_high_for_large_type_is_set_in_smaller():
    """A single row is never left out, and type is not so large that it runs over its room."""
    _, groups = laid(rows_of("a", said="Whoever reads this reads many words " * 30))
    assert groups["foot"].max() <= TALL + HEAD


def test_what_has_no_room_is_left_out_from_the_end():
    """Of too many rows those that come first in their group are drawn, and are counted beside it."""
    placed, groups = laid(rows_of("a" * 24))
    assert 10 <= len(placed) < 24
    assert placed.index.tolist() == list(range(len(placed)))
    assert groups["label"].tolist() == [f"Side a\n{len(placed)} rows"]


def test_what_is_to_be_there_first_is_there():
    """Where there is no room for all, those that matter most are drawn, in their place in the order."""
    placed, _ = laid(rows_of("a" * 24, first=[False] * 20 + [True] * 4))
    assert {20, 21, 22, 23} <= {*placed.index}
    assert placed.index.is_monotonic_increasing


def test_no_group_is_crowded_out():
    """Each group has a row, whatever is to be there first in the others."""
    rows = rows_of("a" * 20 + "bcd", first=[True] * 20 + [False] * 3)
    placed, _ = laid(rows)
    assert {*placed["side"]} == {*"abcd"}


def test_a_row_that_is_higher_than_the_page_is_drawn():
    """One row without end is drawn all the same, alone."""
    assert len(laid(rows_of("a", said="many words " * 200))[0]) == 1


def test_a_long_name_of_a_group_has_its_room():
    """The next group begins below all lines of what stands beside this one."""
    rows = rows_of("ab").replace({"a": "Democratic and Federal Republic of the Isles"})
    _, groups = laid(rows)
    line, _ = spaces_of(16)
    lines = groups["label"].iloc[0].count("\n") + 1
    assert lines > 3
    assert groups["top"].iloc[1] >= groups["top"].iloc[0] + line * lines
    (alone,) = laid(rows.head(1))[1].to_dict("records")
    assert alone["foot"] >= HEAD + line * lines
