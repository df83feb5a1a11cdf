"""Dates: what an EDTF text leaves open stays open."""

import calendar

import pandas as pd
import pytest
from edtf import parse_edtf
from generated import (
    SAME,
    every_date,
    open_lists,
    ordered,
    plain,
    soft,
    sound,
    years,
)
from hypothesis import example, given
from hypothesis import strategies as st

from track2lib.records import dates


def days(text):
    """Give the bounds as ISO texts."""
    earliest, latest, ongoing = dates.bounds(text)
    return (
        earliest.date().isoformat() if earliest is not None else None,
        latest.date().isoformat() if latest is not None else None,
        ongoing,
    )


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "ongoing"),
    [
        ("2005", "2005-01-01", "2005-12-31", False),
        ("2006-12", "2006-12-01", "2006-12-31", False),
        ("2006-12-05", "2006-12-05", "2006-12-05", False),
        ("2007-23", "2007-09-01", "2007-11-30", False),
        ("199X", "1990-01-01", "1999-12-31", False),
        ("2002/2008", "2002-01-01", "2008-12-31", False),
        ("2006-12/2007-02", "2006-12-01", "2007-02-28", False),
        ("2007-23/..", "2007-09-01", None, True),
        ("../2004", None, "2004-12-31", False),
        ("../..", None, None, True),
        ("[..2008]", None, "2008-12-31", False),
        ("[2009..]", "2009-01-01", None, False),
        ("2002~/2008?", "2002-01-01", "2008-12-31", False),
        (" 2005 ", "2005-01-01", "2005-12-31", False),
        ("199X/..", "1990-01-01", None, True),
        ("../199X", None, "1999-12-31", False),
        ("1921/197X~", "1921-01-01", "1979-12-31", False),
        ("2004-06-XX/..", "2004-06-01", None, True),
        ("2004-06-XX/2004-07-03", "2004-06-01", "2004-07-03", False),
        ("2004-06-~01/2004-06-~20", "2004-06-01", "2004-06-20", False),
        ("2001-21~", "2001-03-01", "2001-05-31", False),
        ("2001-23~/..", "2001-09-01", None, True),
        ("2005-34/2005-41", "2005-04-01", "2005-12-31", False),
        ("2003-24/2004", "2003-01-01", "2004-12-31", False),
        ("[1996..1998]", "1996-01-01", "1998-12-31", False),
        ("[1667,1668, 1670..1672]", "1667-01-01", "1672-12-31", False),
        ("[2005,2002-05~]", "2002-05-01", "2005-12-31", False),
        ("[..1998,2001]", None, "2001-12-31", False),
        ("[1667,1760-12..]", "1667-01-01", None, False),
        ("{1960,1961-12}", "1960-01-01", "1961-12-31", False),
        ("{..1984}", None, "1984-12-31", False),
        ("{2002..}", "2002-01-01", None, True),
    ],
)
def test_bounds(text, earliest, latest, ongoing):
    """A date is read as its strict bounds, and an end that is open or not stated has none."""
    assert days(text) == (earliest, latest, ongoing)


@pytest.mark.parametrize(
    "text",
    [
        *("", "..", "2002-2008", "Dec-06", "01/02/2006", "20O5", "2004-13", "2008-02-30"),
        *(
            "autumn 2007",
            "/",
            "2004/2005/2006",
            "[]",
            "[..]",
            "{}",
            "[2004",
            "2004]",
            "[2004/2005]",
        ),
        *("[2004,]", "[2004,,2005]", "2004/[2005,2006]", "2004/May-06", "[2004..2005..2006]"),
    ],
)
def test_no_edtf_date(text):
    """What is no EDTF date is refused with the text itself."""
    with pytest.raises(ValueError, match="is not an EDTF date") as refusal:
        dates.bounds(text)
    assert repr(text) in str(refusal.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2002/", r"'2002/' is valid .* \(its end is not known\); write 2002/\.\."),
        ("/2008", r"'/2008' is valid .* \(its beginning is not known\); write \.\./2008"),
        ("2004/9999", r"'9999' is valid .*; correct it, or write '\.\.' for an end that is open"),
        ("[2004,0000]", "'0000' is valid .* leave it empty"),
        ("XXXX/2004", "'XXXX' is valid .* century"),
    ],
)
def test_valid_edtf_that_is_not_readable_here(text, message):
    """What the format has and no day stands for is refused as that, with what to write."""
    with pytest.raises(ValueError, match=message):
        dates.bounds(text)


def test_reversed():
    """An interval that ends before it begins is refused."""
    with pytest.raises(ValueError, match="'2008/2002' ends before it begins"):
        dates.bounds("2008/2002")


@pytest.mark.parametrize(
    ("text", "soft"),
    [
        *(("2002~/2008", True), ("2008?", True), ("2006-12%", True), ("2002/2008", False)),
        *(("1950S2", True), ("199X", False)),
    ],
)
def test_is_soft(text, soft):
    """Approximate and uncertain dates are soft, others are not."""
    assert dates.is_soft(text) is soft


@SAME
@given(every_date)
def test_the_first_day_is_not_after_the_last(text):
    """Whatever the date, its bounds are in order, and open at the end only where it says so."""
    earliest, latest, ongoing = dates.bounds(text)
    if earliest is not None and latest is not None:
        assert earliest <= latest
    assert ongoing == text.endswith("/..")
    assert not (ongoing and latest is not None)


def strictly(text):
    """Give the bounds as the library for such dates has them; None for one that is infinite."""
    found = parse_edtf(text)
    ends = (found.lower_strict(), found.upper_strict())
    return tuple(
        None if isinstance(day, float) else pd.Timestamp(day.tm_year, day.tm_mon, day.tm_mday)
        for day in ends
    )


# Not in an interval: the library reads no seasons there, and ends a winter with its year.
quick = plain | soft | st.integers(160, 209).map("{}X".format)
quick_ends = plain | soft
pairs = st.tuples(plain, plain).map(sorted)


@SAME
@given(
    quick
    | st.tuples(quick_ends, quick_ends).map(ordered).filter(sound)
    | st.builds("{}/..".format, quick_ends)
    | st.builds("../{}".format, quick_ends)
    | open_lists
    | pairs.map(",".join).map("[{}]".format)
    | pairs.filter(lambda pair: len({*map(len, pair)}) == 1).map("..".join).map("[{}]".format)
)
@example("2004-02")
@example("2100-02")
@example("2000-02-29")
@example("2004-12/2005")
@example("2009?-12")
@example("[2004,2004-06]")
def test_bounds_are_those_of_the_edtf_library(text):
    """Usual dates, intervals and lists of them are read as the library for them reads them."""
    assert dates.bounds(text)[:2] == strictly(text)


@SAME
@given(years, st.integers(1, 12), st.integers(0, 40))
def test_there_is_no_day_that_the_calendar_lacks(year, month, day):
    """A day is read if the month has it, and refused if not."""
    text = f"{year}-{month:02}-{day:02}"
    assert sound(text) == (1 <= day <= calendar.monthrange(year, month)[1])


def test_a_column_is_read_as_each_of_its_dates():
    """A column of dates, some of them twice and some missing, has the bounds of each."""
    texts = ["2005/..", "", "2006-12-11", "[..2008]", "2005/..", "0001", "2200-12-31", "199X"]
    found = dates.bounds_of_each(texts)
    assert [str(column.dtype) for column in found.values()] == ["datetime64[us]"] * 2 + ["bool"]
    rows = zip(*(column.tolist() for column in found.values()), strict=True)
    for text, (earliest, latest, ongoing) in zip(texts, rows, strict=True):
        first, last, goes_on = dates.bounds(text) if text else (None, None, False)
        assert (earliest if first else None, latest if last else None, ongoing) == (
            first,
            last,
            goes_on,
        )
        assert (pd.isna(earliest), pd.isna(latest)) == (first is None, last is None)
    assert all(column.empty for column in dates.bounds_of_each([]).values())


@pytest.mark.parametrize("text", ["2004-W01-1", "0000-01-01", "2201-01-01", "2005-02-30"])
def test_ten_letters_are_not_always_a_day(text):
    """A week, a day that no month has, and years that none stand for are refused as before."""
    assert not sound(text)
