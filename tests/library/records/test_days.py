"""One date: its parts, and the days between which it lies."""

import datetime
import re
from pathlib import Path

import pytest
from edtf import parse_edtf
from generated import SAME, masked, months, plain, quarters, soft, years
from hypothesis import example, given
from hypothesis import strategies as st

import track2lib
from track2lib.records import days
from track2lib.records.snapshot import open_records

NAMES = [datetime.date(2001, month, 1).strftime("%B") for month in range(1, 13)]
NORTHERN, SOUTHERN = "in the northern hemisphere", "in the southern hemisphere"


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("0628", "0628-01-01", "0628-12-31"),
        ("2000-02", "2000-02-01", "2000-02-29"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2004-06~-11", "2004-06-11", "2004-06-11"),
        ("?2004-06-~11", "2004-06-11", "2004-06-11"),
        ("2004-%06", "2004-06-01", "2004-06-30"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("1XXX-XX", "1000-01-01", "1999-12-31"),
        ("156X-12-25", "1560-12-25", "1569-12-25"),
        ("2004-06-XX", "2004-06-01", "2004-06-30"),
        ("2004-XX-XX", "2004-01-01", "2004-12-31"),
        ("1984-1X", "1984-10-01", "1984-12-31"),
        ("2004-06-3X", "2004-06-30", "2004-06-30"),
        ("2005-XX-31", "2005-01-31", "2005-12-31"),
        ("199X-02-29", "1992-02-29", "1996-02-29"),
        ("2007-23~", "2007-09-01", "2007-11-30"),
        ("200X-21", "2000-03-01", "2009-05-31"),
        ("1950S2", "1900-01-01", "1999-12-31"),
        ("1859S3", "1850-01-01", "1859-12-31"),
        ("2200", "2200-01-01", "2200-12-31"),
    ],
)
def test_span(text, earliest, latest):
    """A date lies between the first and the last day that its text allows."""
    assert [day.isoformat() for day in days.span(text)] == [earliest, latest]


@pytest.mark.parametrize(
    "text",
    [
        *("", "..", "2005-13", "2005-00", "2005-20", "2005-42", "2005-02-30", "2005-23-01"),
        *("2005-02-3X", "2005-02-29", "9999-02-29", "XXXX-02-30", "0000-00-00", "-0100-13"),
        *("200", "20005", "2005-1", "2005?~", "1950S0", "1950S5", "199u", "۲۰۰۵", "2005 ", "17E7"),
    ],
)
def test_no_date(text):
    """What the format does not know, and days that no year has, are no dates."""
    assert days.span(text) is None


@pytest.mark.parametrize(
    ("text", "why", "remedy"),
    [
        ("XXXX", "the century is not stated", "leave it empty"),
        ("XX12", "the century is not stated", "leave it empty"),
        ("XXXX-12-XX", "the century is not stated", "leave it empty"),
        ("0000", "no year is 0", "leave it empty if no date is stated"),
        ("000X", "no year is 0", "leave it empty if no date is stated"),
        ("9999", "no source means that year", r"write '\.\.' for an end that is open"),
        ("9999-12-31", "no source means that year", r"write '\.\.' for an end that is open"),
        ("2201", "no source means that year", "correct it"),
        ("-0100", "years are read from 0001 on", "say it in words"),
        ("Y17E7", "years are read from 0001 on", "say it in words"),
        ("Y-170000002", "years are read from 0001 on", "say it in words"),
    ],
)
def test_valid_and_not_readable(text, why, remedy):
    """A date that the format has and no day here stands for is said to be that."""
    with pytest.raises(
        days.UnreadableDateError,
        match=rf"is valid EDTF, but not readable here \({why}.*; .*{remedy}",
    ) as refusal:
        days.span(text)
    assert refusal.value.problem.startswith(repr(text))


@SAME
@given(plain | soft | masked | months.map("{}-XX".format) | quarters)
@example("2009?-12")
@example("?2004-06-~11")
@example("156X-12-25")
def test_days_are_those_of_the_edtf_library(text):
    """Where the library for such dates is right, both give the same days."""
    parts = days.parts_of(text)
    if days.SEASONS.get(parts.month, ("", 0, 0))[2] > 12:  # it ends a winter with its year
        return
    found = parse_edtf(text)
    ends = found.lower_strict(), found.upper_strict()
    theirs = [(end.tm_year, end.tm_mon, end.tm_mday) for end in ends]
    assert [(day.year, day.month, day.day) for day in days.span(text)] == theirs


@SAME
@given(years, st.sampled_from([*days.SEASONS]))
def test_every_part_of_a_year_is_whole_months(year, number):
    """Seasons, quarters, thirds and halves begin and end with a month, and with the right one."""
    _, first, last = days.SEASONS[number]
    begin, end = days.span(f"{year}-{number}")
    assert (begin.year, begin.month, begin.day) == (year, first, 1)
    assert end.year * 12 + end.month == year * 12 + last
    assert (end + end.resolution).day == 1


def test_parts_of_a_year_fill_it():
    """Quarters, thirds and halves lie side by side from January to December."""
    for numbers in (range(33, 37), range(37, 40), range(40, 42)):
        months = [days.SEASONS[str(number)][1:] for number in numbers]
        every = [month for first, last in months for month in range(first, last + 1)]
        assert every == [*range(1, 13)]


def test_hemispheres_are_half_a_year_apart():
    """Spring in the south is autumn in the north, and what names none has the northern months."""
    by_words = {words: months for words, *months in days.SEASONS.values()}
    for season, other in [("spring", "autumn"), ("summer", "winter")]:
        for one, two in [(season, other), (other, season)]:
            assert by_words[f"{one} {{}} {NORTHERN}"] == by_words[f"{one} {{}}"]
            assert by_words[f"{one} {{}} {SOUTHERN}"] == by_words[f"{two} {{}} {NORTHERN}"]


@pytest.mark.parametrize("where", ["README", "own cases", "meetings", "events"])
def test_what_is_written_of_seasons_is_so(where):
    """The pages and the codebook name the months that the table of seasons has."""
    library = Path(track2lib.__file__).parent
    if where == "README":
        text = (open_records().folder / "README.md").read_text("utf-8")
    elif where == "own cases":
        text = (library / "records" / "own_cases.md").read_text("utf-8")
    else:
        text = track2lib.codebook(where).set_index("column").at["date", "description"]
    text = " ".join(text.split())
    said = 0
    for number in ("21", "22", "23", "24"):
        words, first, last = days.SEASONS[number]
        year = re.search(rf"(\d{{4}})-{number}", text)
        if not year:
            continue
        said += 1
        begin, end = NAMES[(first - 1) % 12], NAMES[(last - 1) % 12]
        begin += f" {year[1]}" * (last > 12)
        end += f" {int(year[1]) + 1}" * (last > 12)
        assert re.search(rf"{year[0]}\D*{begin} to {end}", text), words
    assert said == (2 if where in ("meetings", "events") else 4)
