"""The presidency in which a date falls."""

import pandas as pd
import pytest
from generated import SAME, every_date, plain
from hypothesis import given

import track2lib
from track2lib.records import dates
from track2lib.records.eras import in_eras, shared_days

ERAS = [track2lib.load("eras"), track2lib.load("eras", scope="founding")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1960", "before"),
        ("1990/1996", "before"),
        ("../1996", "before"),
        ("2004", "khatami"),
        ("1997/2005", "khatami"),
        ("2006-12", "ahmadinejad"),
        ("2007-23/..", "ahmadinejad"),
        ("[2009..]", "ahmadinejad"),
        ("2005", "either"),
        ("2005-08", "either"),
        ("[2004,2006]", "either"),
        ("2002/2008", "both"),
        ("2003/..", "both"),
        ("1990/..", "both"),
        ("1990/2003", "khatami and before"),
        ("199X", "khatami at the latest"),
        ("../2004", "khatami at the latest"),
        ("[..2005]", "ahmadinejad at the latest"),
        ("[..2008]", "ahmadinejad at the latest"),
        ("../..", "ahmadinejad, perhaps earlier"),
        (None, "not dated"),
        (pd.NA, "not dated"),
    ],
)
def test_era(text, expected):
    """A presidency holds a date wholly, or the era says what is open."""
    assert in_eras([text], track2lib.load("eras", scope="founding")) == [expected]


@SAME
@given(every_date)
def test_every_date_is_in_an_era(text):
    """Of each date it can be said in which presidency it falls, or that it cannot be said."""
    for table in ERAS:
        names = set(table["era_id"])
        (said,) = in_eras([text], table)
        fixed = {"before", "not dated", "either", "both", "several", "outside"}
        first, *_ = said.replace(",", "").split(" ")
        assert said in fixed or first in names
        assert in_eras(["2004", text, None], table)[1:] == [said, "not dated"]


@SAME
@given(plain)
def test_a_day_of_an_era_is_in_it(text):
    """A date that lies in one presidency and in no other is said to."""
    for table in ERAS:
        (said,) = in_eras([text], table)
        earliest, latest, _ = dates.bounds(text)
        ends = table["dates_latest"].fillna(pd.Timestamp("9999-12-31"))
        inside = table.loc[(table["dates_earliest"] <= earliest) & (latest <= ends), "era_id"]
        if len(inside) == 1 and earliest.year not in set(table["dates_earliest"].dt.year):
            assert said == inside.item()


def own_eras(*spans):
    """Give periods of one's own, a, b and so on, with these dates."""
    found = [dates.bounds(text) for text in spans]
    columns = ["dates_earliest", "dates_latest", "dates_ongoing"]
    return pd.DataFrame(found, columns=columns).assign(era_id=list("abcd"[: len(spans)]))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1997", "between"),
        ("1996/1998", "between"),
        ("2010", "after"),
        ("2010/..", "after"),
        ("../1997", "between at the latest"),
        ("1994/1997", "a and after"),
        ("1998/2001", "b and before"),
        ("1989/1996", "a and before and after"),
        ("[1994..1997]", "a at the earliest"),
        ("200X", "b at the earliest"),
        ("[1989..1996]", "a, perhaps earlier or later"),
        ("1994/2001", "both"),
        ("{1992,2002}", "both"),
        ("[1992,2002]", "either"),
        ("[1990,1993]", "a"),
        ("[1985,1997]", "outside"),
        ("{1989..1992}", "a and before"),
        ("{1992..2002}", "both"),
        ("{1991..1992,2001}", "both"),
        ("[1992..2002]", "either"),
        ("{1985,1992}", "a and before"),
        ("[1985,1992]", "a at the latest"),
        ("{1992,1997}", "a and after"),
        ("[1985,1992,1997]", "a, perhaps earlier or later"),
        ("[..1989,1992]", "a at the latest"),
        ("../..", "not dated"),  # it may go on after the last of them
    ],
)
def test_what_lies_outside_of_the_periods_is_said_to(text, expected):
    """A date between two periods, or after the last, fits neither, and not either of them."""
    assert in_eras([text], own_eras("1990/1995", "2000/2005")) == [expected]


def test_periods_may_stand_in_any_order():
    """A table of one's own that lists the later period first is read by its dates."""
    turned = own_eras("2000/2005", "1990/1995")
    assert in_eras(["1992", "2002", "1980"], turned) == ["b", "a", "before"]
    assert shared_days(turned) == []


def test_a_span_over_more_than_two_periods_is_not_said_to_be_in_both():
    """Three are several; one of several days may be in any of them."""
    three = own_eras("1990/1995", "1996/2000", "2001/..")
    assert in_eras(["1994/1997", "1994/..", "[1994,2002]"], three) == ["both", "several", "either"]


def test_a_period_that_begins_on_the_last_day_of_a_year_ends_the_other_then():
    """What both share is that day, and not the year behind it."""
    two = own_eras("1991-07-10/..", "1999-12-31/..")
    assert in_eras(["1999-12-30", "1999-12-31", "2000-06-01"], two) == ["a", "either", "b"]


def test_a_period_without_a_beginning_holds_what_was_before():
    """Of the first period it need not be known when it began."""
    assert in_eras(["1950", "1997"], own_eras("../1995", "1996/..")) == ["a", "b"]


def test_days_of_two_periods_that_do_not_follow_each_other_are_shared():
    """A long period may hold a short one, and last into a third."""
    spans = shared_days(own_eras("1990/2005", "1992/1993", "2005/.."))
    years = [(first.year, last.year) for first, last in spans]
    assert years == [(1992, 1993), (2005, 2005)]
