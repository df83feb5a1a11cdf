"""Rows of another package beside ours: what is one thing, what only looks alike, what is refused."""

import pytest
from drawn import caption_of
from hand_written import DIALOGUE, fill
from own_rows import ROWS

import track2lib as t2

ASK = "Are they one thing? If so, use one key; if not, leave both."
LISTED = {"authors": "Somebody", "short_name": "Somebody", "title": "A Book"}


@pytest.mark.parametrize(
    ("table", "row", "said"),
    [
        (
            "organizations",
            ROWS["organizations"][0] | {"org_id": "UNA-USA"},
            "column org_id: 'UNA-USA' looks like 'una-usa' of the project.",
        ),
        (
            "topics",
            ROWS["topics"][0] | {"name": "IRAN'S  nuclear program"},
            "looks like \"Iran's nuclear program\" ('iran-nuclear-program') of the project.",
        ),
        (
            "topics",
            ROWS["topics"][0] | {"name": "Iran's nuclear program"},
            "looks like \"Iran's nuclear program\" ('iran-nuclear-program') of the project.",
        ),
        (
            "places",
            ROWS["places"][0] | {"place_id": "gva", "name": "geneva"},
            "column name: 'geneva' ('gva') looks like 'Geneva' ('geneva') of the project.",
        ),
        (
            "dialogues",
            DIALOGUE | {"dialogue_id": "Una-Sipri"},
            "'Una-Sipri' looks like 'una-sipri'",
        ),
    ],
)
def test_what_looks_like_ours_is_asked_about_once(mine, recwarn, table, row, said):
    """It is counted as two, and the reader is told so at its place when he loads both."""
    fill(mine, table, row)
    first, _ = (t2.load(table, data=mine, beside=True) for _ in range(2))
    assert len(first) == len(t2.load(table)) + 1
    (asked,) = [str(one.message) for one in recwarn if one.category is t2.DataWarning]
    assert asked.startswith(f"{table}.csv, row 2")
    assert said in asked
    assert asked.endswith(ASK)


def test_a_town_of_another_country_is_another_town(mine, recwarn):
    """Two towns of one name in two countries are known to be two."""
    fill(mine, "places", ROWS["places"][0] | {"place_id": "geneva-ny", "country": "United States"})
    t2.load("places", data=mine, beside=True)
    assert not recwarn.list


@pytest.mark.parametrize(
    "other",
    [LISTED | {"date": "2012"}, {"title": "Track II Diplomacy", "authors": "X", "date": "2012"}],
)
def test_a_source_of_two_meanings_is_refused(mine, other):
    """A caption would name our document for a row that rests on another, or its year."""
    fill(mine, "sources", {"short_name": "X", "source_id": "dimaggio2010"} | other)
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "d1", "source": "dimaggio2010, p. 1"})
    with pytest.raises(t2.DataError, match=r"sources.csv, row 2, column source_id: The key 'dim"):
        t2.load("dialogues", data=mine, beside=True)


def test_two_sources_of_one_label_are_two_in_a_caption(mine):
    """Two packages may each have a DiMaggio 2010; their keys tell them apart."""
    named = LISTED | {"source_id": "dim", "short_name": "DiMaggio", "date": "2010"}
    fill(mine, "sources", named)
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "d1", "dates": "2003", "source": "dim"})
    both = t2.load("dialogues", data=mine, beside=True)
    shown = both[both["sources"].isin(["dim", "dimaggio2010"])]
    words = " ".join(caption_of(t2.timeline(shown).to_dict()))
    assert "Source: DiMaggio 2010 [dim]; DiMaggio 2010 [dimaggio2010]." in words


def test_what_rows_refer_to_means_one_thing(mine):
    """A meeting of theirs would stand under a dialogue of ours that has the same key."""
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "dartmouth", "name": "Another one"})
    fill(mine, "meetings", ROWS["meetings"][0] | {"dialogue_id": "dartmouth", "place_id": ""})
    with pytest.raises(t2.DataError, match=r"dialogues\.csv, row 2.*'dartmouth' stands in"):
        t2.load("meetings", data=mine, beside=True)


@pytest.mark.parametrize(
    ("table", "row"),
    [
        (
            "places",
            ROWS["places"][0] | {"place_id": "geneva", "name": "Geneva", "country": "Suisse"},
        ),
        (
            "sources",
            LISTED
            | {"source_id": "dimaggio2010", "title": "Track II Diplomacy", "date": "2010-11"},
        ),
    ],
)
def test_one_thing_may_be_written_in_another_way(mine, table, row):
    """A country in another language, and a date that is more exact, make no other thing."""
    fill(mine, table, row)
    assert len(t2.load(table, data=mine, beside=True)) == len(t2.load(table))


def test_what_no_row_refers_to_is_in_nobodys_way(mine):
    """A key of theirs that is ours is refused where a row of the table leads to it."""
    fill(mine, "places", ROWS["places"][0] | {"place_id": "geneva", "country": "United States"})
    fill(mine, "events", ROWS["events"][0] | {"place_id": ""})
    assert len(t2.load("events", data=mine, beside=True)) == len(t2.load("events")) + 1
    with pytest.raises(t2.DataError, match="write its country as it stands there"):
        t2.load("places", data=mine, beside=True)
