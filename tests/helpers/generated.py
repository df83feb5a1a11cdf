"""What holds of every date and of every row, tried on generated ones, the same each time."""

import calendar
import datetime
import tempfile
import zipfile
from pathlib import Path

import pandas as pd
import pytest
from edtf import parse_edtf
from hand_written import fill
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import track2lib
from track2lib.records import dates, disputes
from track2lib.records.snapshot import DataError, open_package

SAME = settings(derandomize=True, deadline=None, database=None)
# Examples that write files and read them.
SLOW = settings(SAME, max_examples=15, suppress_health_check=[HealthCheck.too_slow])
ERAS = [track2lib.load("eras"), track2lib.load("eras", scope="founding")]


# Dates.

years = st.integers(1600, 2100)
plain_years = years.map(lambda year: f"{year:04}")
months = st.tuples(years, st.integers(1, 12)).map(lambda date: "{:04}-{:02}".format(*date))
days = st.dates(datetime.date(1600, 1, 1), datetime.date(2100, 12, 31)).map(str)
plain = plain_years | months | days
seasons = st.tuples(years, st.integers(21, 24)).map("{0[0]}-{0[1]}".format)
quarters = st.tuples(years, st.integers(25, 36)).map("{0[0]}-{0[1]}".format)
masked = st.integers(160, 209).map(lambda decade: f"{decade}X") | plain_years.map("{}-XX".format)
soft = st.tuples(plain, st.sampled_from("~?%")).map("".join)
ends = plain | seasons | soft
singles = ends | masked | quarters  # which the parser does not take as an end


def ordered(ends):
    """Put two dates in the order of their first days."""
    return "/".join(sorted(ends, key=lambda date: dates.bounds(date)[0]))


def sound(text):
    """Tell whether a text is a date whose ends are in order."""
    try:
        dates.bounds(text)
    except ValueError:
        return False
    return True


spans = st.tuples(ends, ends).map(ordered).filter(sound)
half_open = st.builds("{}/..".format, ends) | st.builds("../{}".format, ends)
open_lists = st.builds("[..{}]".format, plain) | st.builds("[{}..]".format, plain)
every_date = singles | spans | half_open | open_lists | st.just("../..")


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
    """Give the bounds as the library for such dates has them."""
    found = parse_edtf(text)
    ends = (found.lower_strict(), found.upper_strict())
    return tuple(pd.Timestamp(day.tm_year, day.tm_mon, day.tm_mday) for day in ends)


@SAME
@given(plain | st.tuples(plain, plain).map(ordered).filter(sound))
@example("2004-02")
@example("2100-02")
@example("2000-02-29")
@example("2004-12/2005")
def test_the_quick_path_is_the_slow_one(text):
    """Years, months, days and intervals of these are read as the parser reads them."""
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


@SAME
@given(every_date)
def test_every_date_is_in_an_era(text):
    """Of each date it can be said in which presidency it falls, or that it cannot be said."""
    for eras in ERAS:
        names = set(eras["era_id"])
        (said,) = dates.in_eras([text], eras)
        fixed = {"before", "not dated", "either", "both"}
        first, *_ = said.replace(",", "").split(" ")
        assert said in fixed or first in names
        assert said == dates.era(text, eras)


@SAME
@given(plain)
def test_a_day_of_an_era_is_in_it(text):
    """A date that lies in one presidency and in no other is said to."""
    for eras in ERAS:
        (said,) = dates.in_eras([text], eras)
        earliest, latest, _ = dates.bounds(text)
        ends = eras["dates_latest"].fillna(pd.Timestamp("9999-12-31"))
        inside = eras.loc[(eras["dates_earliest"] <= earliest) & (latest <= ends), "era_id"]
        if len(inside) == 1 and earliest.year not in set(eras["dates_earliest"].dt.year):
            assert said == inside.item()


@SAME
@given(spans, st.data())
def test_a_date_inside_another_agrees(text, data):
    """A day of a span is a more exact date, not another one."""
    earliest, latest, _ = dates.bounds(text)
    day = data.draw(st.dates(earliest.date(), latest.date())).isoformat()
    assert disputes._dates_agree([text, day])
    assert disputes._dates_agree([text, text])
    assert disputes._dates_agree([text, "../.."])


@SAME
@given(days, days)
def test_two_days_disagree(one, other):
    """Two days agree if they are the same day."""
    assert disputes._dates_agree([one, other]) == (one == other)


@SAME
@given(st.lists(every_date, min_size=2, max_size=4))
def test_agreement_has_no_order(texts):
    """Whether dates agree does not depend on which of them is named first."""
    assert disputes._dates_agree(texts) == disputes._dates_agree(texts[::-1])


@SAME
@given(st.lists(every_date, min_size=1, max_size=4))
def test_the_widest_date_holds_every_other(texts):
    """The widest bounds are a date again, and each given date lies in it."""
    first, last, _ = dates.bounds(disputes._spanning(texts))
    for text in texts:
        begin, end, _ = dates.bounds(text)
        assert first is None or (begin is not None and first <= begin)
        assert last is None or (end is not None and end <= last)


# Rows.

# What a cell may hold: letters of any script, and signs that a table file has to quote.
letters = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zl", "Zp", "Zs"))
words = st.text(letters | st.sampled_from(" ,;\"'\n"), max_size=30)
texts = words.map(str.strip).filter(lambda text: not claims_to_run(text))
keys = st.text("abcdefghijklmnopqrstuvwxyz0123456789-", min_size=1, max_size=12).filter(
    lambda key: not key.startswith("-")
)


def claims_to_run(text):
    """Tell whether a program would run such a cell, which is a fault."""
    return text[:1] in ("=", "+", "@", "-") or "<" in text


def nonempty(strategy):
    """Leave out the cells that are empty."""
    return strategy.filter(bool)


topics = st.lists(
    st.fixed_dictionaries(
        {
            "topic_id": keys,
            "name": nonempty(texts),
            "area": st.sampled_from(["bilateral", "faith"]),
            "definition": texts,
            "source": nonempty(texts),
        }
    ),
    max_size=5,
    unique_by=lambda row: row["topic_id"],
)
places = st.lists(
    st.fixed_dictionaries(
        {
            "place_id": keys,
            "name": nonempty(texts),
            "precision": st.just("city"),
            "latitude": st.none() | st.floats(-90, 90).map(lambda number: round(number, 4)),
            "source": nonempty(texts),
        }
    ),
    max_size=5,
    unique_by=lambda row: row["place_id"],
)


def start(place):
    """Start a package below a folder."""
    return track2lib.start_dataset(Path(place) / "mine")


def shown(table, columns):
    """Give the cells of some columns, None for an empty one."""
    return table[columns].astype(object).where(table[columns].notna(), None).values.tolist()


@SLOW
@given(topics, places)
def test_what_is_written_is_what_is_loaded(topics, places):
    """Rows written to a package are loaded as they were written, whatever the signs in them."""
    with tempfile.TemporaryDirectory() as place:
        folder = start(place)
        for name, rows in {"topics": topics, "places": places}.items():
            cells = [{c: "" if v is None else v for c, v in row.items()} for row in rows]
            fill(folder, name, *cells)
            columns = list(rows[0]) if rows else []
            expected = [[None if row[c] == "" else row[c] for c in columns] for row in rows]
            assert shown(track2lib.load(name, data=folder), columns) == expected


@SLOW
@given(topics)
def test_a_copy_is_the_same_package(topics):
    """A package that is exported, opened and loaded has the same rows."""
    with tempfile.TemporaryDirectory() as place:
        folder, opened = start(place), Path(place) / "opened"
        fill(folder, "topics", *topics)
        with zipfile.ZipFile(track2lib.export(Path(place) / "copies", data=folder)[0]) as archive:
            archive.extractall(opened)
        for name in open_package(folder).names:
            ours, theirs = (track2lib.load(name, data=data) for data in (folder, opened))
            pd.testing.assert_frame_equal(ours, theirs)


# One column of each kind, and a row of its table that is otherwise sound.
CELLS = {
    "rows_for": "meetings",
    "date": "meetings",
    "kind": "meetings",
    "title": "meetings",
    "place_id": "meetings",
    "latitude": "places",
    "topics_open": "dialogues",
}
SOUND = {
    "dialogues": {
        "dialogue_id": "d1",
        "name": "Talks",
        "case": "elsewhere",
        "grain": "one",
        "summary": "What they were.",
    },
    "places": {"place_id": "geneva", "name": "Geneva", "precision": "city"},
    "meetings": {
        "meeting_id": "m1",
        "dialogue_id": "d1",
        "title": "A meeting",
        "kind": "meeting",
        "date": "2005",
    },
}
# What libraries read as numbers, dates or truth in different ways.
NUMBERS = ("1 ", " 1", ".5", "5.", "1_000", "1e400", "NaN", "INF", "٣", "9" * 20, "007", "-0", "+1")
OTHERS = ("", " ", "TRUE", "True ", "2005 ", "2005-00", "0000", "9999", "2005/", "/", "..", "=1")
odd = st.sampled_from(NUMBERS + OTHERS)


@settings(SLOW, max_examples=40)
@given(st.sampled_from(sorted(CELLS)), odd | texts | every_date)
def test_what_is_sound_is_loaded(column, cell):
    """What `validate` finds sound is loaded, and what it does not is refused by what it found."""
    with tempfile.TemporaryDirectory() as place:
        folder = start(place)
        for name, row in SOUND.items():
            fill(folder, name, row | ({column: cell} if CELLS[column] == name else {}))
        found = track2lib.validate(folder)
        if found.empty:
            assert len(track2lib.load(CELLS[column], data=folder)) == 1
        else:
            assert found["column"].tolist() == [column]
            with pytest.raises(DataError) as refusal:
                track2lib.load(CELLS[column], data=folder)
            pd.testing.assert_frame_equal(refusal.value.problems, found)
