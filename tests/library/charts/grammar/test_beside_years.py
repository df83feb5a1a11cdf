"""Marks in lanes beside a row of years."""

import pandas as pd
import pytest

from track2lib.charts.grammar.beside_years import LANE, placed_by_year, years_of

SIDES = {"for": -1, "unclear": 0, "against": 1}


def reports(*rows):
    """Give reports: lane, side, first day and last day, which may be missing."""
    table = pd.DataFrame(rows, columns=["lane", "side", "date_earliest", "date_latest"])
    for column in ("date_earliest", "date_latest"):
        table[column] = pd.to_datetime(table[column])
    return years_of(table.assign(title=[f"report {n}" for n in range(len(table))]))


def placed(*rows, wide=300):
    """Place the reports of two claims."""
    return placed_by_year(reports(*rows), {"a": 30.0, "b": 90.0}, SIDES, wide)


def test_years_have_no_gap_and_what_has_no_date_stands_behind_them() -> None:
    """A year without a report has its column, so that it can be seen to be empty."""
    rows, years = placed(
        ("a", "for", "2013-03-01", "2013-03-31"),
        ("b", "for", "2016-01-01", "2016-01-01"),
        ("b", "against", None, None),
    )
    assert years == ["2013", "2014", "2015", "2016", "no date"]
    assert rows["x"].tolist() == [30, 210, 270]


def test_which_way_it_speaks_is_how_high_it_stands() -> None:
    """For above the middle of its lane, unclear in it, against below."""
    rows, _ = placed(
        *[("b", side, "2013-03-01", "2013-03-01") for side in ("for", "unclear", "against")]
    )
    above, middle, below = rows["y"]
    assert above < middle == 90 < below
    assert below - above < LANE


def test_reports_of_a_year_stand_side_by_side() -> None:
    """In their order, around the middle of the year, and those of other lanes are none of theirs."""
    rows, _ = placed(
        *[("a", "for", f"2013-0{n}-01", f"2013-0{n}-01") for n in (1, 2, 3)],
        ("b", "for", "2013-05-01", "2013-05-01"),
    )
    first, second, third, other = rows["x"]
    assert first < second < third
    assert second == other == 150


def test_what_lasts_reaches_to_its_last_year() -> None:
    """What begins in one year and ends in another has a line; an end that is missing has none."""
    rows, years = placed(
        ("a", "for", "2013-01-01", "2015-12-31"),
        ("b", "for", "2013-01-01", None),
        ("b", "against", None, "2014-06-30"),
    )
    assert years == ["2013", "2014", "2015"]
    assert rows["until"].tolist() == [250, 50, 150]


def test_more_than_a_year_has_room_for_is_refused() -> None:
    """Marks on top of each other would be counted as one."""
    many = [("a", "for", "2013-01-01", "2013-01-01")] * 30
    with pytest.raises(ValueError, match=r"30 rows of 2013 stand beside 'a' as 'for'"):
        placed(*many, wide=100)
