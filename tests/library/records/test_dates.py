"""Dates: what an EDTF text leaves open stays open."""

import pandas as pd
import pytest

import track2lib
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
    ("text", "era"),
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
def test_era(text, era):
    """A presidency holds a date wholly, or the era says what is open."""
    assert dates.era(text, track2lib.load("eras", scope="founding")) == era


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
