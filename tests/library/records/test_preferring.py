"""Which value stands in a cell for which sources give several."""

import pandas as pd
import pytest
from generated import SAME, every_date
from hypothesis import given
from hypothesis import strategies as st
from several_sources import SOURCES, bear, cells, count, dialogue, periods

import track2lib
from track2lib.records import dates, preferring
from track2lib.records.snapshot import open_records

NAMES = open_records().names
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


def test_a_span_of_several_dates_has_years_of_four_figures(package):
    """A year before 1000 is written as the format has it, so that it can be read again."""
    dialogue(package, "dates", first="0628", second="0630-05")
    shown = cells(package, "dialogues", "dates", "dates_earliest", prefer="widest")
    assert shown == ["0628-01-01/0630-05-31", pd.Timestamp("0628-01-01")]


def test_bounds_and_era_follow_the_value(package):
    """What is computed from a date is computed from the one that is shown."""
    periods(package)
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


def test_a_number_that_is_about_right_opens_the_widest_bounds(package):
    """A source whose cells for the bounds are in the evidence, and empty, sets none on purpose."""
    count(package, first=("151", "", "over 150"), second=("", "", "about 120"))
    columns = ("minimum", "maximum", "as_stated")
    shown = cells(package, "counts", *columns, prefer="widest")
    assert shown == [None, None, "over 150; about 120"]


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
@given(st.lists(every_date, min_size=1, max_size=4))
def test_the_widest_date_holds_every_other(texts):
    """The widest bounds are a date again, and each given date lies in it."""
    first, last, _ = dates.bounds(preferring._spanning(texts))
    for text in texts:
        begin, end, _ = dates.bounds(text)
        assert first is None or (begin is not None and first <= begin)
        assert last is None or (end is not None and end <= last)
