"""Where days lie along the page, and how many years are named."""

import pandas as pd
import pytest

from track2lib.charts.grammar.bands import Across
from track2lib.charts.grammar.time_axis import along, down, reach


@pytest.mark.parametrize(
    ("first", "last", "step"),
    [
        ("2005-01-01", "2010-01-01", 1),
        ("1990-01-01", "2020-01-01", 5),
        ("1600-01-01", "2000-01-01", 50),
    ],
)
def test_years_are_named_as_far_as_they_have_room(first: str, last: str, step: int) -> None:
    """The names of years stay apart on a short page as on a long one."""
    axis = along("start", Across(first, last, 500, (0, 500))).to_dict()["axis"]
    assert axis["tickCount"]["step"] == step


def test_the_ends_are_numbers() -> None:
    """A day of the far past, of 1970 and after it is told in milliseconds, which Vega can read."""
    scale = along("start", Across("1969-12-31", "1970-01-02", 500, (0, 500))).to_dict()["scale"]
    assert scale["domain"] == [-86_400_000, 86_400_000]


def test_the_page_reaches_as_far_as_the_days() -> None:
    """A little is free at both ends; of a single day, the year around it is seen on both sides."""
    first, last = reach(pd.Series(["1990-01-01", None, "2010-01-01"]))
    assert "1989-06" < first < "1990-01-01"
    assert "2010-01-01" < last < "2010-12"
    first, last = map(pd.Timestamp, reach(pd.Series(["2005-03-11"])))
    assert (last - first).days >= 730
    assert reach(pd.Series(["0001-01-01", "9999-12-31"])) == ("0001-01-01", "9999-12-31")


def test_down_counts_pixels() -> None:
    """A place of 40 is drawn 40 pixels from the top, whatever else is drawn."""
    scale = down("at").to_dict()["scale"]
    assert scale["domain"] == scale["range"]
    assert scale["padding"] == 0


def test_a_year_has_its_name_in_its_middle() -> None:
    """Where each year is named, none is taken for the one before; of a cut year there is no name."""
    axis = along("start", Across("2006-11-01", "2011-03-01", 600, (0, 600))).to_dict()["axis"]
    assert axis["labelOffset"] == pytest.approx(600 / 4.33 / 2, abs=1)
    assert axis["ticks"]
    last = pd.Timestamp(int(axis["labelExpr"].split()[2]), unit="ms")
    assert pd.Timestamp("2010-01-01") < last < pd.Timestamp("2011-01-01")
    long = along("start", Across("1990-01-01", "2020-01-01", 600, (0, 600))).to_dict()["axis"]
    assert "labelOffset" not in long
