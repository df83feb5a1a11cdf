"""Where sources differ: what is contested, and which value a reader prefers."""

import pandas as pd
import pytest
from generated import SAME, days, every_date, spans
from hand_written import fill
from hypothesis import given
from hypothesis import strategies as st
from several_sources import SOURCES, bear, cells, count, dialogue

import track2lib
from track2lib.records import dates, disputes
from track2lib.records.disputes import differ
from track2lib.records.snapshot import open_records

NAMES = open_records().names


@pytest.mark.parametrize(
    "dates",
    [
        ("2005", "2005-03"),
        ("2005-03", "2005"),
        ("2005", "2005-03", "2005-03-14"),
        ("2002/2008", "2005"),
        ("2005", "2005-01-01/2005-12-31"),
        ("../..", "2005"),
        ("1991-10/..", "../2011~"),
        ("../2008", "[..2008]"),
        ("2005/..", "2005-06/2009"),
        ("../2004", "2003/.."),
        ("2005", "2005~"),
        ("2005", ""),
        ("", "2005", ""),
        ("", ""),
        ("2005",),
    ],
)
def test_a_more_exact_date_is_not_another(package, dates):
    """Dates whose ends lie in each other agree, one day of a series, and a date and silence."""
    dialogue(package, "dates", **dict(zip(SOURCES, dates, strict=False)))
    assert cells(package, "dialogues", "contested") == [None]


@pytest.mark.parametrize(
    "dates",
    [
        ("2005", "2006"),
        ("2005-03", "2005-04"),
        ("2002/2008", "2005/2009"),
        ("2005/..", "2004/2006"),
        ("2005/..", "2006/.."),
        ("2005/..", "2007/2009"),
        ("../2004", "2006/.."),
        ("2002/2008", "2003/2005"),
        ("2005", "2005-03", "2005-04"),
        ("2005", "", "2006"),
    ],
)
def test_a_date_outside_another_is_contested(package, dates):
    """Dates whose beginnings or ends differ are different dates."""
    dialogue(package, "dates", **dict(zip(SOURCES, dates, strict=False)))
    assert cells(package, "dialogues", "contested") == ["dates"]


@pytest.mark.parametrize(
    ("column", "values", "expected"),
    [
        ("name", ("Talks", "Meetings"), "name"),
        ("name", ("Talks", "Talks"), None),
        ("region", ("", "Africa"), None),
        ("region", ("Africa", "", "South Asia"), "region"),
        ("topics_open", ("true", "false"), "topics_open"),
    ],
)
def test_other_values_are_contested(package, column, values, expected):
    """Of anything but a date, two values that are not the same are contested; none is no value."""
    dialogue(package, column, **dict(zip(SOURCES, values, strict=False)))
    assert cells(package, "dialogues", "contested") == [expected]


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((("14", "14", "14"), ("14", "14", "14")), None),
        ((("14", "14", "14"), ("15", "15", "15")), "minimum; maximum; as_stated"),
        ((("14", "14", "14"), ("14", "", "at least 14")), "as_stated"),
        ((("", "", "several"), ("3", "3", "")), None),
    ],
)
def test_counts_are_contested_bound_by_bound(package, counts, expected):
    """A floor, a ceiling and the words are each compared, and the columns that differ are listed."""
    count(package, **dict(zip(SOURCES, counts, strict=False)))
    assert cells(package, "counts", "contested") == [expected]


def test_one_source_that_gives_two_values_is_contested(package):
    """A source that contradicts itself leaves the cell open, too."""
    dialogue(package, "dates", first="2005")
    fill(package, "passages", {"passage_id": "more-1", "source_id": "first", "section": "Text"})
    bear(package, "dialogues", "d1", "more", "dates", "2006")
    assert cells(package, "dialogues", "contested") == ["dates"]


def test_whole_rows_are_not_compared(package):
    """Evidence for a whole row gives no value of a cell, so that it contests none."""
    dialogue(package, "dates", first="2005")
    bear(package, "dialogues", "d1", "second", "", "2006")
    assert cells(package, "dialogues", "contested") == [None]


@pytest.mark.parametrize("name", [n for n in NAMES if n not in ("passages", "evidence")])
def test_contested_lists_columns(name):
    """What is contested are columns of the table, for which there are several values, each once."""
    table = track2lib.load(name).dropna(subset="contested")
    facts = track2lib.load("evidence").dropna(subset=["value"])
    facts = facts[facts["table"] == name]
    given = facts.groupby(["key", "field"])["value"].nunique()
    columns = [field["name"] for field in open_records().fields(name)]
    keys = table[open_records().key(name)].agg("/".join, axis=1) if len(table) else []
    for key, said in zip(keys, table["contested"], strict=True):
        contested = said.split("; ")
        assert len(contested) == len(set(contested))
        assert set(contested) <= set(columns)
        assert all(given[key, column] > 1 for column in contested)


def test_differ():
    """Rows are marked for the very column, and none where a table does not know what is contested."""
    table = pd.DataFrame({"contested": ["dates; name", "date_words", None]})
    assert differ(table, "dates").tolist() == [True, False, False]
    assert differ(table, "date").tolist() == [False, False, False]
    assert differ(table.drop(columns="contested"), "dates").tolist() == [False, False, False]


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
