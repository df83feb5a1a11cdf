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
    seasons,
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
    ],
)
def test_bounds(text, earliest, latest, ongoing):
    """A date is read as its strict bounds, and an end that is open or not stated has none."""
    assert days(text) == (earliest, latest, ongoing)


@pytest.mark.parametrize(
    "text",
    ["", "..", "2002-2008", "Dec-06", "01/02/2006", "20O5", "2004-13", "2008-02-30", "autumn 2007"],
)
def test_no_edtf_date(text):
    """What is no EDTF date is refused with the text itself and forms that would be right."""
    with pytest.raises(ValueError, match="is not an EDTF date, such as") as refusal:
        dates.bounds(text)
    assert repr(text) in str(refusal.value)


@pytest.mark.parametrize("text", ["XXXX", "y17000000002", "-0100"])
def test_no_day(text):
    """An EDTF date that no calendar day bounds is refused like one that does not parse."""
    with pytest.raises(ValueError, match="is not an EDTF date"):
        dates.bounds(text)


@pytest.mark.parametrize("text", ["2002/", "/2008"])
def test_empty_end(text):
    """An empty end is refused, since the parser would pad it by ten years."""
    with pytest.raises(ValueError, match=r"has an empty end; write '\.\.'"):
        dates.bounds(text)


def test_reversed():
    """An interval that ends before it begins is refused."""
    with pytest.raises(ValueError, match="'2008/2002' ends before it begins"):
        dates.bounds("2008/2002")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2005", "2005"),
        ("2006-12", "December 2006"),
        ("2006-12-05", "5 December 2006"),
        ("2007-23", "autumn 2007"),
        ("2002/2008", "2002 to 2008"),
        ("2007-23/..", "since autumn 2007"),
        ("../2004", "until 2004"),
        ("../..", "going on, beginning not stated"),
        ("[..2008]", "by 2008"),
        ("[2009..]", "2009 or later"),
        ("2002~/2008", "about 2002 to 2008"),
        ("2008?", "2008, uncertain"),
        ("2006-12%", "about December 2006, uncertain"),
        ("2004-06-XX", "2004-06-XX"),
    ],
)
def test_in_words(text, words):
    """A date in words says what the text says, its doubts included."""
    assert dates.in_words(text) == words


@pytest.mark.parametrize(
    ("text", "soft"),
    [("2002~/2008", True), ("2008?", True), ("2006-12%", True), ("2002/2008", False)],
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


# What a table usually has: no winter, which the parser ends with its year.
quick = (
    plain
    | seasons.filter(lambda date: not date.endswith("24"))
    | soft
    | st.integers(160, 209).map("{}X".format)
)
quick_ends = quick.filter(lambda date: not date.endswith("X"))
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
def test_the_quick_path_is_the_slow_one(text):
    """Usual dates, intervals and lists of them are read as the parser reads them."""
    assert dates._plain(text) is not None
    assert dates.bounds(text)[:2] == strictly(text)


@SAME
@given(years, st.integers(1, 12), st.integers(0, 40))
def test_there_is_no_day_that_the_calendar_lacks(year, month, day):
    """A day is read if the month has it, and refused if not."""
    text = f"{year}-{month:02}-{day:02}"
    assert sound(text) == (1 <= day <= calendar.monthrange(year, month)[1])


@SAME
@given(every_date)
@example("2009?-12")
@example("2004-?06")
@example("2007-32")
def test_every_date_can_be_said(text):
    """A date in words is never empty, and names each of its years."""
    said = dates.in_words(text)
    assert said.strip()
    for part in text.strip("[]").replace("..", "/").split("/"):
        assert part[:3] in said
