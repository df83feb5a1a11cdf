"""Dates in words: as a reader would say them, and nothing left out."""

import locale

import pytest
from generated import SAME, every_date
from hypothesis import example, given

from track2lib.records.date_words import in_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2005", "2005"),
        ("0628", "0628"),
        ("0628-05", "May 0628"),
        ("0628-05-03", "3 May 0628"),
        ("2006-12", "December 2006"),
        ("2006-12-05", "5 December 2006"),
        ("2007-23", "autumn 2007"),
        ("2003-24", "winter 2003"),
        ("2007-23~", "about autumn 2007"),
        ("2007-28", "winter 2007 in the northern hemisphere"),
        ("2005-34", "second quarter of 2005"),
        ("2005-39", "last third of 2005"),
        ("2005-40/..", "since first half of 2005"),
        ("2002/2008", "2002 to 2008"),
        ("2007-23/..", "since autumn 2007"),
        ("../2004", "until 2004"),
        ("../..", "going on, beginning not stated"),
        ("[..2008]", "by 2008"),
        ("[2009..]", "2009 or later"),
        ("[2002,2004,2005]", "2002, 2004 or 2005"),
        ("{2002,2004,2005}", "2002, 2004 and 2005"),
        ("[2002]", "2002"),
        ("[1996..1998]", "between 1996 and 1998"),
        ("[1667, 1670..1672]", "1667 or between 1670 and 1672"),
        ("{2002,2004..2006}", "2002 and every year from 2004 to 2006"),
        ("{2002-05..2002-08}", "every month from May 2002 to August 2002"),
        ("{2002..}", "every year from 2002 on"),
        ("{..2006-12-05}", "every day up to 5 December 2006"),
        ("2002~/2008", "about 2002 to 2008"),
        ("2008?", "2008, uncertain"),
        ("?2008", "2008, uncertain"),
        ("2006-12%", "about December 2006, uncertain"),
        ("2009?-12", "December 2009, year uncertain"),
        ("2004-06~-11", "11 June 2004, year and month approximate"),
        ("?2004-06-~11", "11 June 2004, day approximate, year uncertain"),
        ("2004-%06", "June 2004, month approximate and uncertain"),
        ("199X", "the 1990s"),
        ("199X/..", "since the 1990s"),
        ("199X~", "about the 1990s"),
        ("19XX", "some year from 1900 to 1999"),
        ("1950S2", "about 1950, between 1900 and 1999"),
        ("2004-XX", "2004, month not stated"),
        ("2004-XX-XX", "2004, month and day not stated"),
        ("1XXX-XX", "some year from 1000 to 1999, month not stated"),
        ("2004-06-XX", "June 2004, day not stated"),
        ("156X-12-25", "25 December of the 1560s"),
        ("1984-1X", "October, November or December 1984"),
        ("1984-0X", "some month from January to September 1984"),
        ("2004-06-1X", "some day from 10 to 19 June 2004"),
        ("2005-02-2X", "some day from 20 to 28 February 2005"),
        ("199X-02-2X", "some day from 20 to 29 February of the 1990s"),
        ("2005-XX-31", "31 of some month of 2005"),
        ("XXXX", "XXXX"),
        ("2005-13", "2005-13"),
        ("9999", "9999"),
    ],
)
def test_in_words(text, words):
    """A date in words says what the text says, its doubts included; what is no date stays as it is."""
    assert in_words(text) == words


@SAME
@given(every_date)
@example("2004-?06")
@example("2007-32")
def test_every_date_can_be_said(text):
    """A date in words is never empty, and names each of its years."""
    said = in_words(text)
    assert said.strip()
    for part in text.strip("[]").replace("..", "/").split("/"):
        assert part[:3] in said


def test_months_are_in_english_whatever_the_machine_speaks(monkeypatch):
    """The language of the machine does not come into the words of a chart."""
    monkeypatch.setattr(locale, "setlocale", None)  # as nothing here may ask for it
    monkeypatch.setattr("calendar.month_name", ["", *["Monat"] * 12])
    assert in_words("2006-12-05") == "5 December 2006"
