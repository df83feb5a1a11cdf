"""Rows of a panel: what overlaps in time stands apart, and nothing is lost."""

import pandas as pd

from track2lib.charts.grammar.bands import Across
from track2lib.charts.grammar.panel_rows import packed_panel, rows_needed, with_places

ACROSS = Across("2000-01-01", "2010-01-01", 500, (0, 500))
ROWS = [
    ("x", "certain", "2001-01-01", "2004-01-01"),
    ("x", "certain", "2003-01-01", "2005-01-01"),
    ("x", "certain", "2006-01-01", "2007-01-01"),
    ("y", "certain", "2003-01-01", "2003-01-02"),
    ("y", "not after", "2005-01-01", None),
]
PIECES = pd.DataFrame(ROWS, columns=["lane", "kind", "start", "end"]).assign(panel="A")


def test_what_overlaps_stands_in_two_rows() -> None:
    """A later bar that is clear of the first stands behind it; each lane has rows of its own."""
    packed = packed_panel(PIECES, ACROSS)
    assert packed["row"].tolist()[:4] == [0, 1, 0, 0]
    assert rows_needed(packed, "x") == 2
    assert rows_needed(packed, "z") == rows_needed(None, "x") == 0


def test_bars_and_triangles_have_their_places() -> None:
    """A day is a bar of the least width; an end that is open is a triangle, before its day here."""
    packed = packed_panel(PIECES, ACROSS)
    at = {("A", "x"): (100, 10.0), ("A", "y"): (100, 60.0)}
    bars, triangles = with_places(PIECES, {"A": packed}, at, ACROSS, (8, 6))
    assert len(bars) == 4
    assert bars["y"].tolist() == [10, 18, 10, 60]
    assert (bars["x2"] - bars["x"]).min() == 4
    assert bars["x"].iloc[0] == 150.1  # 366 of 3,653 days along 500 pixels
    (end,) = triangles.itertuples()
    assert end.before
    assert end.y > 60


def test_a_short_thing_with_several_pieces_is_one_bar() -> None:
    """Of what is too short to be seen, each piece would be drawn on the one before."""
    short = pd.DataFrame(
        [
            ("x", "possible", "2003-01-01", "2003-01-03"),
            ("x", "certain", "2003-01-03", "2003-01-09"),
        ],
        columns=["lane", "kind", "start", "end"],
        index=[7, 7],
    ).assign(panel="A")
    packed = packed_panel(short, ACROSS)
    bars, _ = with_places(short, {"A": packed}, {("A", "x"): (0, 0.0)}, ACROSS, (8, 6))
    assert len(bars) == 1
    assert bars["sure"].all()
