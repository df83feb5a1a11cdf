"""Lanes one below the other, each as high as its rows and its name."""

import pandas as pd

from track2lib.charts.grammar.bands import Across
from track2lib.charts.grammar.lanes import gaps, laid_out
from track2lib.charts.grammar.widths import pixels

ACROSS = Across("1990-01-01", "2020-01-01", 700, (0, 700))


def pieces(*rows: tuple[str, str, str, str | None, str]) -> pd.DataFrame:
    """Make pieces of time: label, lane, start, end and kind of each."""
    columns = ["label", "lane", "start", "end", "kind"]
    return pd.DataFrame(rows, columns=columns, index=[row[0] for row in rows])


def test_lanes_do_not_overlap() -> None:
    """Each begins where the one above it ends, and holds its rows and its name."""
    own = pieces(
        *(
            (f"a{n}", "a kind with a long name", "2001-01-01", "2001-02-01", "possible")
            for n in range(5)
        ),
        ("b", "b", "2001-01-01", "2009-01-01", "certain"),
    )
    drawn = laid_out(own, ["a kind with a long name", "b"], ACROSS, 100, 40)
    first, second = drawn.lanes.to_dict("records")
    assert first["top"] == 40
    assert first["foot"] <= second["top"]
    at = drawn.names["at"]
    assert at[[f"a{n}" for n in range(5)]].max() < second["top"] < at["b"] < drawn.height


def test_a_name_on_what_is_vouched_for_is_light() -> None:
    """In a full bar letters are light, in a pale one and beside any they are dark."""
    own = pieces(
        ("sure", "a", "2000-01-01", "2010-01-01", "certain"),
        ("pale", "a", "2000-01-01", "2010-01-01", "possible"),
        ("point", "a", "2000-01-01", "2000-01-02", "possible"),
    )
    ink = laid_out(own, ["a"], ACROSS, 100, 0).names["ink"]
    assert ink["sure"] != ink["pale"] == ink["point"]


def test_a_day_is_a_point() -> None:
    """What is too short for a bar is drawn as a mark that can be seen."""
    own = pieces(
        ("day", "a", "2000-01-01", "2000-01-02", "possible"),
        ("year", "a", "2000-01-01", "2001-01-01", "possible"),
        ("open", "a", "2000-01-01", None, "goes on"),
    )
    narrow = laid_out(own, ["a"], ACROSS, 100, 0).pieces["narrow"]
    assert narrow.to_dict() == {"day": True, "year": False, "open": False}


def test_each_name_has_a_gap_of_its_size() -> None:
    """Where a name is written, from its first to its last letter, nothing runs down the page."""
    own = pieces(
        ("behind", "a", "2000-01-01", "2000-01-02", "possible"),
        ("before", "a", "2019-12-01", "2019-12-02", "possible"),
    )
    left, right = sorted(gaps(laid_out(own, ["a"], ACROSS, 100, 0), ACROSS))
    assert left[0] > ACROSS.at("2000-01-01")
    assert right[1] < ACROSS.at("2019-12-01")
    for gap in (left, right):
        assert gap[1] - gap[0] >= pixels("before", 13)
        assert gap[3] - gap[2] == 15
