"""Dates of the Iranian calendar: turned into Gregorian days, and asked about in a cell."""

import datetime
import json
import re

import jdatetime
import pytest
from persiantools.jdatetime import JalaliDate

import track2lib
from track2lib.records import dates
from track2lib.records.calendars import MONTHS, asked, solar_hijri
from track2lib.records.snapshot import open_records

YEARS = range(1340, 1431)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("1386", "2007-03-21/2008-03-19"),
        ("1387", "2008-03-20/2009-03-20"),
        ("1385-06", "2006-08-23/2006-09-22"),
        ("1387-12", "2009-02-19/2009-03-20"),
        ("1385-06-31", "2006-09-22"),
        ("1387-12-30", "2009-03-20"),
        ("1385/9/20", "2006-12-11"),
        ("1385.09.20", "2006-12-11"),
        ("۱۳۸۵/۹/۲۰", "2006-12-11"),
        ("١٣٨٥/٩/٢٠", "2006-12-11"),
        ("۱۳۸۵", "2006-03-21/2007-03-20"),
        (" 1385-09-20 ", "2006-12-11"),
        ("20 Azar 1385", "2006-12-11"),
        ("۲۰ آذر ۱۳۸۵", "2006-12-11"),
        ("۲۰ آذرماه ۱۳۸۵", "2006-12-11"),
        ("آذر ماه ۱۳۸۵", "2006-11-22/2006-12-21"),
        ("دي ۱۳۸۵", "2006-12-22/2007-01-20"),
        ("Ordībehesht 1385", "2006-04-21/2006-05-21"),
        ("1385-23", "2006-09-23/2006-12-21"),
        ("1385-24", "2006-12-22/2007-03-20"),
        ("1385-XX", "2006-03-21/2007-03-20"),
        ("138X", "2001-03-21/2011-03-20"),
        ("1386~", "2007-03-21~/2008-03-19~"),
        ("1385-09-20?", "2006-12-11?"),
        ("1386/1388", "2007-03-21/2010-03-20"),
        ("1386 – 1388", "2007-03-21/2010-03-20"),
        ("1385-06-31/1386-01", "2006-09-22/2007-04-20"),
        ("1386/..", "2007-03-21/.."),
        ("../1386~", "../2008-03-19~"),
        ("[..1388]", "[..2010-03-20]"),
        ("[1386..]", "[2007-03-21..]"),
        ("[1385-09-20, 1386]", "[2006-12-11,2007-03-21..2008-03-19]"),
        ("{1386..1388}", "{2007-03-21..2010-03-20}"),
    ],
)
def test_a_date_becomes_edtf(text, edtf):
    """A day gives a day, and what is longer its first and its last; what is given can be read."""
    assert track2lib.solar_hijri(text) == edtf
    dates.bounds(edtf)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1385-12-30", "does not exist in the Solar Hijri calendar: 1385 was no leap year"),
        ("1387-12-31", "does not exist in the Solar Hijri calendar: Esfand has 30 days"),
        ("1385-07-31", "does not exist in the Solar Hijri calendar: Mehr has 30 days"),
        ("1385-09-00", "does not exist in the Solar Hijri calendar: Azar has 30 days"),
        ("1385-13", "'1385-13' has no month from 1 to 12"),
        ("1385-XX-20", "'1385-XX-20' has no month from 1 to 12"),
        ("2006", "'2006' is no date .*: its years are read here from 1200 to 1500"),
        ("85/9/20", "'85/9/20' is no date of the Solar Hijri calendar; write a year, such as 1385"),
        ("1388/1386", "'1388/1386' ends before it begins"),
        ("20 May 1385", "'20 May 1385' is no date of the Solar Hijri calendar"),
        ("", "text is empty. Write a text, such as '1385/9/20'."),
    ],
)
def test_what_is_no_date_is_refused(text, message):
    """The message says what is wrong with a date, and not only that it is."""
    with pytest.raises(ValueError, match=message):
        solar_hijri(text)


@pytest.mark.parametrize("year", YEARS)
def test_first_and_last_days_are_those_of_another_library(year):
    """Every year and month begins and ends as persiantools has it, leap days included."""
    last = 30 if JalaliDate.is_leap(year) else 29
    ends = JalaliDate(year, 1, 1).to_gregorian(), JalaliDate(year, 12, last).to_gregorian()
    assert solar_hijri(str(year)) == f"{ends[0]}/{ends[1]}"
    assert jdatetime.date(year, 1, 1).isleap() == (last == 30)
    for month in range(1, 13):
        days = JalaliDate.days_in_month(month, year)
        first, end = (JalaliDate(year, month, day).to_gregorian() for day in (1, days))
        assert solar_hijri(f"{year}-{month:02}") == f"{first}/{end}"
        assert solar_hijri(f"{year}/{month}/{days}") == str(end)
        with pytest.raises(ValueError, match="does not exist"):
            solar_hijri(f"{year}-{month:02}-{days + 1}")


def test_days_are_those_that_sources_print_twice():
    """Where a source of ours has its date in both calendars, one is the other."""
    found = {}
    for source, date, title, url in open_records().rows(
        "sources", "source_id", "date", "title_en", "url"
    ):
        told = re.search(
            r"\b(\d\d? [A-Z][a-z]+ 1[34]\d\d)\b|/(1[34]\d\d/\d\d/\d\d)/", f"{title} {url}"
        )
        if told:
            found[source] = date, solar_hijri(told[1] or told[2])
    assert {"khamenei1998", "tasnim2015"} <= set(found)
    assert [told for told in found.values() if told[0] != told[1]] == []


def test_a_year_lies_in_the_months_that_a_source_prints():
    """The article of the Iranian year 1400 is dated by the months in which that year lay."""
    sources = track2lib.load("sources").set_index("source_id")
    assert "1400" in sources.at["ranjkesh2021", "standpoint"]
    earliest, latest, _ = dates.bounds(solar_hijri("1400"))
    assert sources.at["ranjkesh2021", "date_earliest"] <= earliest
    assert latest <= sources.at["ranjkesh2021", "date_latest"]


def test_every_spelling_of_a_month_is_read():
    """Each name of a month, in either script, is the month of its number."""
    for number, names in enumerate(MONTHS, start=1):
        for name in names:
            for text in (f"12 {name} 1385", f"12 {name.upper()} 1385"):
                assert solar_hijri(text) == solar_hijri(f"1385-{number}-12")


OTHERWISE = '; or, if {} is Gregorian, add "calendar": "gregorian" to datapackage.json.'


@pytest.mark.parametrize(
    ("text", "edtf", "problem", "remedy"),
    [
        (
            "1386",
            True,
            "1386 may be a year of the Solar Hijri calendar: it ran from 21 March 2007 to 19 March 2008.",
            "Write 2007-03-21/2008-03-19, or [2007-03-21..2008-03-19] for a day within it",
        ),
        (
            "1386/1388",
            True,
            "1386/1388 may be a date of the Solar Hijri calendar: 21 March 2007 to 20 March 2010.",
            "Write 2007-03-21/2010-03-20",
        ),
        (
            "1385-06-31",
            False,
            "1385-06-31 may be a date of the Solar Hijri calendar: 22 September 2006.",
            "Write 2006-09-22.",
        ),
        (
            "۱۳۸۵/۹/۲۰",
            False,
            "۱۳۸۵/۹/۲۰ may be a date of the Solar Hijri calendar: 11 December 2006.",
            "Write 2006-12-11.",
        ),
        (
            "1385-12-30",
            True,
            "1385-12-30 does not exist in the Solar Hijri calendar: 1385 was no leap year.",
            "Correct the day",
        ),
        (
            "1427",
            True,
            "1427 may be a year of a Hijri calendar: of the solar one it runs from 20 March 2048 to 19 March 2049, of the lunar one it was about 2006.",
            "Write the Gregorian date",
        ),
        (
            "1427-05-12",
            True,
            "1427-05-12 may be a date of a Hijri calendar: of the solar one it is 2 August 2048, of the lunar one it was about 2006.",
            "Write the Gregorian date",
        ),
        (
            "1386/2008",
            True,
            "1386/2008 may be a date of the Solar Hijri calendar.",
            "Write the Gregorian date",
        ),
    ],
)
def test_a_date_of_these_years_is_asked_about(text, edtf, problem, remedy):
    """What it would be is said, what to write, and how to say that it is Gregorian."""
    otherwise = OTHERWISE.format(text) if edtf else ""
    assert asked(text, edtf=edtf) == (problem, remedy + otherwise)


@pytest.mark.parametrize("text", ["2006", "1199", "1501", "0628", "soon", "c. 1450", "1385-13", ""])
def test_nothing_is_asked_about_other_texts(text):
    """A year outside of these, or a text that is a date in neither calendar, is another matter."""
    assert asked(text, edtf=text.isdigit()) is None


@pytest.fixture
def iranian(tmp_path):
    """Start a package with one event of the year 1386."""
    folder = track2lib.start_dataset(tmp_path / "mine")
    (heading,) = (folder / "events.csv").read_text("utf-8").splitlines()
    told = {"event_id": "e1", "name": "A meeting", "date": "1386", "source": "A book, 2010"}
    kind = track2lib.codebook("events", data=folder).set_index("column")["values"]
    required = track2lib.codebook("events", data=folder).query("required")["column"]
    row = {name: kind[name].split(", ")[0] or "x" for name in required} | told
    cells = ",".join(f'"{row.get(name, "")}"' for name in heading.split(","))
    (folder / "events.csv").write_text(f"{heading}\n{cells}\n", "utf-8")
    return folder


def test_a_package_says_which_calendar_it_has(iranian):
    """One problem for the cell; none once the package says that its years are Gregorian."""
    (found,) = track2lib.validate(iranian).itertuples(index=False)
    assert (found.file, found.row, found.column, found.severity) == (
        "events.csv",
        2,
        "date",
        "error",
    )
    assert found.problem.startswith("1386 may be a year of the Solar Hijri calendar")
    with pytest.raises(track2lib.DataError, match="1386 may be a year"):
        track2lib.load("events", data=iranian)
    path = iranian / "datapackage.json"
    described = json.loads(path.read_text("utf-8")) | {"calendar": "gregorian"}
    path.write_text(json.dumps(described), "utf-8")
    assert track2lib.validate(iranian).empty
    (day,) = track2lib.load("events", data=iranian)["date_earliest"]
    assert day.date() == datetime.date(1386, 1, 1)
