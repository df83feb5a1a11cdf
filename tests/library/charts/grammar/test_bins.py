"""Rows that a control sorts into columns."""

import pandas as pd
import pytest
from drawn import drawn_height, drawn_width, rows_in
from hearing import marks_in

from track2lib.charts.grammar.bins import BIN, GUTTER, NAMES, WIDTH, in_bins
from track2lib.charts.grammar.widths import pixels

WORDS = {"title": "T", "subtitle": "S", "caption": "C", "description": "D"}


def rows_of(count, reason="Some words on why this is so", settings=("one", "two")):
    """Give so many rows in each setting, all in the first column but one."""
    own = [
        {"name": f"Talks {n} of a house", "bin": "no" if n == 1 else "yes", "why": reason}
        for n in range(count)
    ]
    every = pd.DataFrame([row | {"setting": setting} for setting in settings for row in own])
    return every.assign(cited="RAND 2007")


def drawn(rows, **how):
    """Draw rows into three columns."""
    asked = {"row": "name", "column": "bin", "order": ["yes", "open", "no"], "note": "why"}
    asked |= {"ring": "open", "choose": "Choose: ", "tooltip": {"name": "Name", "why": "Why"}}
    asked |= {"titles": None}
    return in_bins(rows, **asked | how, **WORDS).to_dict()


def test_a_mark_stands_in_its_column_and_at_its_row():
    """Marks of one column stand below each other, in all settings at one height for each row."""
    rows = [row for row in rows_in(drawn(rows_of(4))) if "why" in row]
    assert {(row["bin"], row["x"]) for row in rows} == {
        ("yes", NAMES + BIN / 2),
        ("no", NAMES + 2 * BIN + BIN / 2),
    }
    assert len({(row["name"], row["y"]) for row in rows}) == 4


def test_only_the_chosen_setting_is_heard():
    """Who hears the chart is told the marks that are seen, each with its words."""
    heard = marks_in(drawn(rows_of(3)))
    assert heard[0] == (
        "Name: Talks 0 of a house; Why: Some words on why this is so; Says who: RAND 2007"
    )
    assert len(heard) == 3


def test_reasons_keep_their_place():
    """Words break before the edge of the page, and no row is lower than its words."""
    spec = drawn(rows_of(5, "Whoever reads this reads many words of it " * 4))
    rows = [row for row in rows_in(spec) if "why" in row]
    start = NAMES + 3 * BIN + GUTTER
    for line in rows[0]["note_lines"].split("\n"):
        assert start + pixels(line, 13) <= WIDTH
    assert rows[0]["note_lines"].count("\n") > 1
    assert rows[1]["note_y"] > rows[0]["note_y"] + 15 * rows[0]["note_lines"].count("\n")


@pytest.mark.parametrize("count", [1, 6, 12, 24])
def test_a_chart_of_any_size_fits_a_screen(count):
    """With its list below it stays within 640 pixels, and says where reasons are if they have no room."""
    spec = drawn(rows_of(count, "Whoever reads this reads many words of it " * 4))
    assert drawn_height(spec) + 27 <= 640
    assert drawn_width(spec) <= 900
    caption = " ".join(spec["vconcat"][0]["title"]["text"])
    without = all(not row["note_lines"] for row in rows_in(spec) if "why" in row)
    assert without == ("Reasons stand in the tooltips." in caption)
    assert without == (count >= 12)


def test_the_title_moves_with_the_list():
    """Each setting has its own title, wherever the list stands."""
    spec = drawn(rows_of(2), titles={"one": "T", "two": "Another"})
    assert spec["title"]["text"]["expr"].endswith('{"one": ["T"], "two": ["Another"]}[setting]][1]')
    (param,) = spec["params"]
    assert param["bind"]["options"] == ["one", "two"]
    assert param["value"] == "one"
