"""Where sources differ: what is contested, and which value a reader prefers."""

import pandas as pd
import pytest
from generated import SAME, days, every_date, spans
from hand_written import DIALOGUE, fill, small
from hypothesis import given
from hypothesis import strategies as st

import track2lib
from track2lib.records import dates, disputes
from track2lib.records.disputes import differ
from track2lib.records.snapshot import open_records

TABLES = ("sources", "passages", "evidence", "eras", "people", "organizations", "places")


# Key, date, founding, primary: each source gives what a test says, in this order.
SOURCES = {
    "first": ("2001", "true", "false"),
    "second": ("2012-05", "false", "true"),
    "third": ("2009", "false", "true"),
    "undated": ("", "false", "false"),
}


NAMES = open_records().names


@pytest.fixture
def package(tmp_path):
    """Make a package with four sources and nothing that they say."""
    folder = small(tmp_path, *TABLES, "dialogues", "counts")
    for key, (date, founding, primary) in SOURCES.items():
        about = {"authors": key, "short_name": key, "date": date, "title": key, "kind": "book"}
        read = {"language": "en", "extent_read": "whole", "standpoint": "None."}
        marks = {"founding": founding, "primary": primary}
        fill(folder, "sources", {"source_id": key} | about | read | marks)
        fill(folder, "passages", {"passage_id": f"{key}-1", "source_id": key, "section": "Text"})
        bear(folder, "sources", key, key)
    return folder


def bear(folder, table, key, source, field="", value=""):
    """Write a row of evidence."""
    place = {"table": table, "key": key, "field": field, "passage_id": f"{source}-1"}
    fill(folder, "evidence", place | {"value": value, "voice": "author", "status": "stated"})


def dialogue(folder, column, also=(), **given):
    """Write a dialogue, and for one of its cells what each source gives; the first one is shown."""
    cells = {column: next(iter(given.values())), "dialogue_id": "d1"} | dict(also)
    fill(folder, "dialogues", DIALOGUE | cells)
    for source, value in given.items():
        bear(folder, "dialogues", "d1", source)
        bear(folder, "dialogues", "d1", source, column, value)


def count(folder, **given):
    """Write a count, and for its bounds and words what each source gives."""
    columns = ("minimum", "maximum", "as_stated")
    first = dict(zip(columns, next(iter(given.values())), strict=True))
    row = {"count_id": "c1", "table": "sources", "key": "first", "unit": "meetings"}
    fill(folder, "counts", row | first)
    for source, values in given.items():
        bear(folder, "counts", "c1", source)
        for column, value in zip(columns, values, strict=True):
            bear(folder, "counts", "c1", source, column, value)


def cells(folder, table, *columns, **how):
    """Load the one row of a table, and give some of its cells, None for an empty one."""
    assert track2lib.validate(folder).values.tolist() == []
    row = track2lib.load(table, data=folder, **how).iloc[0]
    return [None if pd.isna(row[column]) else row[column] for column in columns]


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


DATES = {"first": "2005", "second": "2007", "third": "2006", "undated": "2008"}


@pytest.mark.parametrize(
    ("prefer", "shown"),
    [
        ("founding", "2005"),
        ("primary", "2007"),
        ("newest", "2007"),
        ("widest", "2005-01-01/2008-12-31"),
    ],
)
def test_a_date_by_each_rule(package, prefer, shown):
    """The value shown is the founding one, a participant's, the newest, or all of them."""
    dialogue(package, "dates", **DATES)
    assert cells(package, "dialogues", "dates", "contested", prefer=prefer) == [shown, "dates"]


def test_bounds_and_era_follow_the_value(package):
    """What is computed from a date is computed from the one that is shown."""
    dialogue(package, "dates", first="1999", second="2010")
    assert cells(package, "dialogues", "era", prefer="founding") == ["khatami"]
    shown = cells(package, "dialogues", "era", "dates_earliest", prefer="newest")
    assert shown == ["ahmadinejad", pd.Timestamp("2010-01-01")]


def test_a_source_without_a_date_is_not_the_newest(package):
    """Where one source has no date, one that has a date is newer."""
    dialogue(package, "name", undated="Talks", first="Meetings")
    assert cells(package, "dialogues", "name", prefer="newest") == ["Meetings"]


def test_no_participant_no_change(package):
    """Where nobody who took part speaks, the value stays."""
    dialogue(package, "name", first="Talks", undated="Meetings")
    assert cells(package, "dialogues", "name", prefer="primary") == ["Talks"]


@pytest.mark.parametrize("prefer", ["primary", "newest"])
def test_silence_is_not_preferred(package, prefer):
    """A source that gives no value does not empty a cell that others fill differently."""
    dialogue(package, "region", first="Africa", second="", third="South Asia")
    assert cells(package, "dialogues", "region", prefer=prefer) == ["South Asia"]


def test_a_date_and_its_words_have_one_source(package):
    """With another date come its own words or none: those of the first date are not its words."""
    words = {"date_words": "early in 2005"}
    dialogue(package, "dates", words, first="2005", second="2007")
    bear(package, "dialogues", "d1", "first", "date_words", words["date_words"])
    assert cells(package, "dialogues", "dates", "date_words", prefer="newest") == ["2007", None]


def test_words_alone_do_not_empty_a_date(package):
    """A source that speaks of a date and gives none is not the one to take a date from."""
    dialogue(package, "dates", first="2005", third="2007")
    bear(package, "dialogues", "d1", "second", "date_words", "in spring")
    assert cells(package, "dialogues", "dates", prefer="newest") == ["2007"]


@pytest.mark.parametrize(
    ("dates", "shown"),
    [
        (("2005", "2007-03-02"), "2005-01-01/2007-03-02"),
        (("2005/..", "2004/2006"), "2004-01-01/.."),
        (("../2004", "2003/2006"), "../2006-12-31"),
        (("../2004", "2006/.."), "../.."),
    ],
)
def test_widest_bounds_of_a_date(package, dates, shown):
    """The widest date reaches from the earliest to the latest day that a source gives."""
    dialogue(package, "dates", **dict(zip(SOURCES, dates, strict=False)))
    assert cells(package, "dialogues", "dates", prefer="widest") == [shown]


@pytest.mark.parametrize(
    ("prefer", "shown"),
    [
        ("founding", [14, 14, "14 in all"]),
        ("newest", [20, None, "over 20"]),
        ("widest", [12, None, "14 in all; over 20; a dozen"]),
    ],
)
def test_a_count_by_each_rule(package, prefer, shown):
    """Floor, ceiling and words are chosen together; a floor alone leaves the widest open above."""
    given = {"first": ("14", "14", "14 in all"), "second": ("20", "", "over 20")}
    count(package, **given, third=("12", "12", "a dozen"))
    columns = ("minimum", "maximum", "as_stated")
    assert cells(package, "counts", *columns, prefer=prefer) == shown


@pytest.mark.parametrize("prefer", ["primary", "newest", "widest"])
def test_what_agrees_is_left_alone(package, prefer):
    """A preference changes the contested cells, and no other cell of their rows."""
    dialogue(package, "dates", first="2005~", second="2005")
    for source, name in (("first", "Talks"), ("second", "Meetings")):
        bear(package, "dialogues", "d1", source, "name", name)
    assert cells(package, "dialogues", "dates", "contested", prefer=prefer) == ["2005~", "name"]


@pytest.mark.parametrize("prefer", ["primary", "newest", "widest"])
@pytest.mark.parametrize("name", NAMES)
def test_a_preference_changes_contested_rows_alone(name, prefer):
    """Of our own tables, too, a preference changes no row about which sources agree."""
    if name in ("passages", "evidence"):
        return
    before, after = track2lib.load(name), track2lib.load(name, prefer=prefer)
    agreed = before["contested"].isna()
    pd.testing.assert_frame_equal(before[agreed], after[agreed])


@pytest.mark.parametrize("prefer", ["oldest", ""])
def test_no_such_preference(prefer):
    """A preference that does not exist is refused with those that do."""
    with pytest.raises(LookupError, match="The preferences are: founding, primary, newest, widest"):
        track2lib.load("dialogues", prefer=prefer)


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ({"first": "2005", "second": "2007"}, "2005"),
        ({"second": "2007", "third": "2008"}, None),
        ({"second": "2007", "first": "2005"}, "2005"),
        ({"second": "2007", "first": ""}, None),
    ],
)
def test_founding_cells(package, given, shown):
    """In the founding scope a cell has what a founding document gives, and else nothing."""
    dialogue(package, "dates", **given)
    if "first" not in given:
        bear(package, "dialogues", "d1", "first")
    assert cells(package, "dialogues", "dates", "name", scope="founding") == [shown, "Talks"]


def test_founding_rows(package):
    """In the founding scope a row that rests on other sources alone is left out."""
    dialogue(package, "dates", second="2007")
    assert track2lib.load("dialogues", scope="founding", data=package).empty
    assert len(track2lib.load("dialogues", data=package)) == 1


def test_founding_scope_has_no_contest(package):
    """Between founding documents and others nothing is open in the founding scope."""
    dialogue(package, "dates", first="2005", second="2007")
    assert "contested" not in track2lib.load("dialogues", scope="founding", data=package)


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
