"""What a text may be that is no date: what happened to it, and what would be right."""

import re

import pytest

from track2lib.records import dates
from track2lib.records.date_faults import KINDS, diagnosed, in_figures

AS_TEXT = "format the column as text before it is filled, then write"
FIRST = "the year first, such as 2006-12-11, 2006-12 or 2006"
SPREADSHEET = "it looks like a date that a spreadsheet has rewritten"
WORDS = "it is in words"


@pytest.mark.parametrize(
    ("text", "why", "remedy"),
    [
        ("May-02", SPREADSHEET, f"{AS_TEXT} {FIRST}"),
        ("Mai-02", SPREADSHEET, f"{AS_TEXT} {FIRST}"),
        ("12-Mar-05", SPREADSHEET, f"{AS_TEXT} {FIRST}"),
        ("12-Mar-2005", SPREADSHEET, f"{AS_TEXT} {FIRST}"),
        ("05/10/26", SPREADSHEET, f"{AS_TEXT} {FIRST}"),
        ("11.12.2006", SPREADSHEET, f"{AS_TEXT} {FIRST}"),
        ("5/1/2002 12:00:00 AM", SPREADSHEET, f"{AS_TEXT} {FIRST}"),
        (
            "2002/05/01",
            SPREADSHEET,
            f"{AS_TEXT} 2002-05-01, or 2002-05 if the month alone is known",
        ),
        ("2006/12/11", SPREADSHEET, f"{AS_TEXT} 2006-12-11"),
        (
            "37408",
            "it may be how a spreadsheet keeps 1 June 2002",
            f"{AS_TEXT} 2002-06-01, or 2002-06 if the month alone is known",
        ),
        (
            "37257.5",
            "it may be how a spreadsheet keeps 1 January 2002",
            f"{AS_TEXT} 2002-01-01, or 2002 if the year alone is known",
        ),
        ("2001.0", "it has decimals", "write 2001"),
        ("20020501", "its hyphens are missing", "write 2002-05-01"),
        ("200205", "its hyphen is missing", "write 2002-05"),
        ("978307200", "it is a bare number", "write the day, such as 2006-12-11"),
        ("0000-00-00", "it says that there is none", "leave the cell empty"),
        ("NULL", "it says that there is none", "leave the cell empty"),
        ("n.d.", "it says that there is none", "leave the cell empty"),
        ("..", "it says that there is none", "leave the cell empty"),
        ("199u", "it is in a form that EDTF had in its draft of 2012", "write '199X'"),
        ("2004-06-uu", "it is in a form that EDTF had in its draft of 2012", "write '2004-06-XX'"),
        ("unknown/2008", "it is in a form that EDTF had in its draft of 2012", "write '../2008'"),
        ("2004/open", "it is in a form that EDTF had in its draft of 2012", "write '2004/..'"),
        ("2004?~", "it is in a form that EDTF had in its draft of 2012", "write '2004%'"),
        ("2002-2008", "a span has a slash", "write 2002/2008"),
        ("2002 – 2008", "a span has a slash", "write 2002/2008"),
        ("1998/99", "a span has years of four digits", "write 1998/1999"),
        (
            "2002/05",
            "it may be a month or a span",
            "write 2002-05 for the month, or both years in four digits, with a slash, for a span",
        ),
        ("2005-5", "a month has two digits", "write 2005-05"),
        ("2005/present", "an open end has two dots", "write '2005/..'"),
        ("1990s", WORDS, "write 199X"),
        ("ca. 2005", WORDS, "write 2005~"),
        ("since 2001", WORDS, "write '2001/..'"),
        ("until 2008", WORDS, "write ../2008"),
        ("2005 –", "an open end has two dots", "write '2005/..'"),
        ("by 2008", WORDS, "write [..2008]"),
        ("between 1998 and 2005", WORDS, "write [1998..2005]"),
        ("1998 or 1999", WORDS, "write [1998,1999]"),
        ("from 1998 to 2005", WORDS, "write 1998/2005"),
        ("2005 / 2008-05", "it has spaces", "write 2005/2008-05"),
        ("May 2002", WORDS, f"write it with {FIRST}"),
        ("1. Mär 05", SPREADSHEET, f"{AS_TEXT} {FIRST}"),
        ("Fall 2007", WORDS, "write 2007-23"),
        ("12 June 2004", WORDS, f"write it with {FIRST}"),
        ("2001-Q2", "a quarter has a number behind the year", "write 2001-34"),
        ("05/2005", "its year stands last", f"write {FIRST}"),
        ("2005; 2006", "it has two dates", "write {2005,2006}, or [2005,2006] for one of them"),
        ("2005-11-28/30", "a span has both ends whole", "write 2005-11-28/2005-11-30"),
        ("2005-03/05", "a span has both ends whole", "write 2005-03/2005-05"),
        (
            "1.–3.10.2010",
            "a span has both days whole, with a slash",
            "write 2010-10-01/2010-10-03",
        ),
        ("2004-13", "there is no month 13", "correct the date, or leave it empty"),
        ("2008-02-30", "there is no such day", "correct the date, or leave it empty"),
    ],
)
def test_what_a_text_may_be(text, why, remedy):
    """The message says what happened to a date, and what to write."""
    fault = diagnosed(text)
    assert fault.problem == f"{text!r} is not an EDTF date: {why}"
    assert fault.remedy.startswith(remedy)
    assert fault.remedy == remedy or remedy.endswith("empty")


@pytest.mark.parametrize(
    "text",
    [
        "90-е годы",
        "с 2011 г.",
        "до 2018",
        "1–3 октября 2010",
        "años 90",
        "hacia 1994",
        "14 ივლისი 2016",
        "depuis 2003",
        "2003'ten beri",
        "desde mediados de 2001",
        "mid-2005",
        "pre-1990",
    ],
)
def test_words_of_any_language(text):
    """What is no date in words that nobody has listed is told how each meaning is written."""
    fault = diagnosed(text)
    assert fault.problem == f"{text!r} is not an EDTF date: {WORDS}"
    assert "about is 2006~, since 2006/.., by [..2006], a decade 200X" in fault.remedy


@pytest.mark.parametrize("text", ["20XX-1X-99", "2006.5", "Y17", "2006-12-11x"])
def test_what_is_in_no_words_is_not_said_to_be(text):
    """A slip in a date makes no word of it."""
    assert WORDS not in diagnosed(text).problem


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        (
            "2001-01-01 00:00:00",
            "2001-01-01, or 2001 if the year alone is known: midnight of 1 January is what a database writes for a year alone",
        ),
        (
            "2001-05-01T00:00",
            "2001-05-01, or 2001-05 if the month alone is known: midnight of its first day is what a database writes for a month alone",
        ),
        (
            "20010101T000000Z",
            "2001-01-01, or 2001 if the year alone is known: midnight of 1 January is what a database writes for a year alone",
        ),
        ("2001-01-01T12:30:00Z", "2001-01-01, or 2001 if the year alone is known"),
        ("2001-05-03 00:00:00.000+00:00", "2001-05-03"),
    ],
)
def test_a_time_of_day(text, remedy):
    """A time of day is a problem of its own, whether the format has it or not."""
    fault = diagnosed(text)
    assert fault.problem == f"{text!r} has a time of day"
    assert fault.remedy == f"write the day, {remedy}"


def test_one_end_of_a_span_is_at_fault():
    """Of a span, the end that is no date is named."""
    assert str(diagnosed("2002/May-05")).startswith("'May-05' in '2002/May-05' is not an EDTF date")
    assert diagnosed("2001-01-01T00:00:00/..").problem.startswith("'2001-01-01T00:00:00' in")


@pytest.mark.parametrize("text", ["", "soon", "20O5", "2004/2005/2006", "[2004", "2007-W12"])
def test_nothing_is_known_of_a_text(text):
    """What is like nothing known is told the usual forms."""
    assert str(diagnosed(text)) == (
        f"{text!r} is not an EDTF date, such as 2005, 2005/.., 2006-12 or 2002/2008; "
        "correct the date, or leave it empty if none is stated"
    )


@pytest.mark.parametrize(
    "text", ["2005", "2005/..", "199X", "2007-23", "[2002,2004..2006]", "2004-06~-11", "1950S2"]
)
def test_no_date_is_taken_for_something_else(text):
    """None of the kinds of faults is like a date that can be read."""
    dates.bounds(text)
    assert not [pattern for pattern, _ in KINDS if re.fullmatch(pattern, text, re.IGNORECASE)]


def test_in_figures():
    """Digits of every script are those from 0 to 9, and all else stays."""
    assert in_figures("۱۳۸۵/۹ ٢٠٠٥ १९ X") == "1385/9 2005 19 X"
