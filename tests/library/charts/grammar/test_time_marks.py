"""Pieces of time as marks: ground, bars, points, triangles, and bars of other sources."""

import pandas as pd

from track2lib.charts.grammar.bands import Across
from track2lib.charts.grammar.time_marks import LEAST, TRIANGLE, ends_of, time_marks

ACROSS = Across("1990-01-01", "2020-01-01", 700, (0, 700))


def pieces(*rows: tuple[str, str, str | None]) -> pd.DataFrame:
    """Make pieces of one thing: kind, start and end of each."""
    return pd.DataFrame(rows, columns=["kind", "start", "end"])


def test_a_day_is_a_point_and_a_year_is_not() -> None:
    """What is shorter than the least mark is drawn as that."""
    left, right, narrow = ends_of(pieces(("possible", "2000-01-01", "2000-01-02")), ACROSS)
    assert narrow
    assert right - left == LEAST
    assert not ends_of(pieces(("possible", "2000-01-01", "2001-01-01")), ACROSS)[2]
    assert not ends_of(pieces(("goes on", "2000-01-01", None)), ACROSS)[2]


def test_a_triangle_takes_room() -> None:
    """An open end of ours or of another source reaches beyond its bar, and an open beginning before."""
    bar = ("certain", "2000-01-01", "2005-01-01")
    _, right, _ = ends_of(pieces(bar), ACROSS)
    for kind in ("goes on", "other goes on"):
        found = ends_of(pieces(bar, (kind, "2005-01-01", None)), ACROSS)
        assert found[1] == right + TRIANGLE
    left, _, _ = ends_of(pieces(("not after", "2000-01-01", None)), ACROSS)
    assert left == ACROSS.at("2000-01-01") - TRIANGLE


def test_other_sources_have_bars_of_their_own() -> None:
    """They are narrower than ours and hollow, and there is no layer for them where none speaks."""
    more = {"colour": "black", "at": 10, "narrow": False, "speaks": True}
    ours = pieces(("certain", "2000-01-01", "2005-01-01")).assign(**more)
    other = pieces(("other", "2001-01-01", "2004-01-01")).assign(**more)
    look = {"bar": 20, "tips": {"kind": "What", "start": "When"}}
    drawn = time_marks(pd.concat([ours, other]), ACROSS, **look)
    assert drawn[-1].to_dict()["mark"]["height"] < drawn[1].to_dict()["mark"]["height"] == 20
    assert drawn[-1].to_dict()["mark"]["fill"] == "white"
    assert len(time_marks(ours, ACROSS, **look)) == len(drawn) - 1


def test_nothing_is_seen_through_a_pale_bar() -> None:
    """Below it lies a piece of the ground, so that no line behind it looks like an edge in it."""
    more = {"colour": "black", "at": 10, "narrow": False, "speaks": True}
    own = pieces(("possible", "2000-01-01", "2005-01-01")).assign(**more)
    ground, bars, *_ = time_marks(own, ACROSS, bar=12, tips={"kind": "What", "start": "When"})
    first, second = (layer.to_dict() for layer in (ground, bars))
    assert first["mark"]["color"] == "white"
    assert first["transform"] == second["transform"]
    assert "description" not in first["encoding"]
