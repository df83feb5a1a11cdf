"""A column of first days of January is asked about once."""

import pytest
from hand_written import fill
from own_rows import ROWS

import track2lib as t2

REMEDY = "Where the year alone is known, write the year alone, such as 2001."


@pytest.fixture
def dated(mine):
    """Write events with these dates, and give what is said of them."""

    def write(*dates):
        event = ROWS["events"][0]
        rows = [event | {"event_id": f"e{n}", "date": date} for n, date in enumerate(dates)]
        fill(mine, "events", *rows)
        return t2.validate(mine).values.tolist()

    return write


@pytest.mark.parametrize(
    ("dates", "count"),
    [
        (["2001-01-01", "2002-01-01", "2003-01-01"], "3 of 3"),
        (["2001-01-01", "2002-01-01", "2003-01-01", "2004-05-06", "2007", "2008-01"], "3 of 4"),
        (["2001-01-01/2002-12-31", "2002-01-01/..", "2003-01-01/2004-01-01"], "3 of 3"),
    ],
)
def test_years_that_were_filled_up_are_asked_about_once(dated, dates, count):
    """It says how many of the days there are, and what a year alone is written like."""
    ((file, row, column, said, remedy, severity),) = dated(*dates)
    assert (file, row, column, severity) == ("events.csv", "-", "date", "warning")
    assert said.startswith(f"{count} days in this column are 1 January, such as {dates[0]}")
    assert remedy == REMEDY


@pytest.mark.parametrize(
    "dates",
    [
        ["2001-01-01", "2002-01-01", "2003", "2004"],
        ["2001-01-01", "2002-01-01", "2003-01-01", "2004-05-06", "2004-05-07", "2004-05-08"],
        ["2001-01", "2002-01", "2003-01"],
        ["2001", "2002", "2003", "2004"],
    ],
)
def test_a_few_first_days_are_left_alone(dated, dates):
    """Something may well have happened on the first of January."""
    assert dated(*dates) == []


@pytest.mark.parametrize(
    ("dates", "what", "less"),
    [
        (["2003-07-01", "2004-07-01", "2005-07-01", "2006-03-04"], "3 of 4 days", "2003"),
        (["2003-12-31", "2004-12-31", "2005-12-31"], "3 of 3 days", "2003"),
        (["2003-01-01~", "2004-01-01~", "2005-01-01~"], "3 of 3 days", "2003"),
        (["2003-03-01", "2004-11-01", "2005-02-01", "2006"], "3 of 3 days", "2003-03"),
        ([" 2003-01-01", " 2004-01-01", " 2005-01-01"], "3 of 3 days", "2003"),
    ],
)
def test_other_days_that_programs_fill_up_with_are_asked_about(dated, dates, what, less):
    """Some take the middle or the end of a year, and some the first of a month."""
    ((_, _, _, said, remedy, severity),) = dated(*dates)
    assert severity == "warning"
    assert said.startswith(what)
    assert remedy.endswith(f"write the {'month' if '-' in less else 'year'} alone, such as {less}.")


@pytest.mark.parametrize(
    "dates",
    [
        ["1998-05-11", "1998-05-11", "1998-05-11", "1998-05-13"],  # one conference
        ["2001-03-01/2001-03-04", "2003-10-01/2003-10-02", "2004-07-01/2004-07-05"],
    ],
)
def test_days_that_are_known_are_left_alone(dated, dates):
    """One day is no year that was filled up, nor is a month whose end is a day within it."""
    assert dated(*dates) == []
