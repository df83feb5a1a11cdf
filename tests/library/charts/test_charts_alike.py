"""What is the same in every chart: its keywords, what it refuses, and how it is made."""

import inspect
from pathlib import Path
from typing import Any

import altair as alt
import pandas as pd
import pytest

import track2lib as t2
from track2lib import charts

NAMES = sorted(path.stem for path in Path(charts.__file__).parent.glob("[a-z]*.py"))
# What each chart of a table is drawn from.
TABLES = {
    "active_in_year": "dialogues",
    "compare_cases": "dialogues",
    "compare_definitions": "readings",
    "compare_groups": "group_traits",
    "compare_risks": "risks",
    "events_by_era": "events",
    "left_open": "since",
    "organizers": "dialogue_organizations",
    "per_year": "meetings",
    "timeline": "dialogues",
    "topics": "dialogue_topics",
    "venue_map": "meetings",
    "venues": "dialogue_venues",
    "voices": "accounts",
}


def drawn(name: str, **keywords: Any) -> Any:
    """Draw a chart from what it starts from."""
    if name == "year_by_year":  # lanes of several tables
        lanes = {"meetings": t2.load("meetings").head(20), "events": t2.load("events").head(20)}
        return t2.year_by_year(lanes, **keywords)
    if name not in TABLES:
        return getattr(t2, name)(**keywords)
    table = t2.load(TABLES[name])
    # All topics, which are counted; the rows of a few dialogues stand in columns as others do.
    return getattr(t2, name)(table if name == "topics" else table.head(20), **keywords)


def test_each_chart_is_known() -> None:
    """Every module of charts holds one chart of its own name, drawn from tables or from chance."""
    assert {*TABLES, "imagined_talks", "year_by_year"} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_title_can_be_given(name: str) -> None:
    """Every chart takes a title by name alone, and shows it in place of its own sentence."""
    asked = inspect.signature(getattr(t2, name)).parameters["title"]
    assert asked.kind is asked.KEYWORD_ONLY
    assert asked.default is None
    assert drawn(name, title="Mine").to_dict()["title"]["text"] == ["Mine"]
    assert drawn(name).to_dict()["title"]["text"] != ["Mine"]


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("dialogues", "was given text"),
        (None, "was given nothing"),
        ([{"name": "A"}], "was given a list"),
        (t2.load("dialogues")["name"], "was given a single column"),
        (t2.load, "was given a function"),
    ],
    ids=["text", "nothing", "list", "column", "function"],
)
def test_what_is_no_table_is_refused(name: str, given: Any, said: str) -> None:
    """Whoever gives a name or a column instead of a table is told what the chart starts from."""
    with pytest.raises(TypeError, match=rf"{said}\. Start from load\("):
        getattr(t2, name)(given)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_without_citations_is_refused(name: str) -> None:
    """No mark without its source: the column with the citations has to be there."""
    table = t2.load(TABLES[name]).head(3)
    with pytest.raises(ValueError, match=r"no column cited\. Start from load\("):
        getattr(t2, name)(table.drop(columns="cited"))


@pytest.mark.parametrize("name", NAMES)
def test_no_channel_is_looked_for(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Charts name their channels by class: out of a string, Altair makes one in a hundred times as long."""

    def slow(cls: type, given: Any, *_: Any, **__: Any) -> None:
        raise AssertionError(f"{given} is looked for among all classes of Altair.")

    monkeypatch.setattr(alt.SchemaBase, "from_dict", classmethod(slow))
    assert drawn(name)


# The columns by which rows of each table are told apart.
KEYS = {
    "dialogues": "dialogue_id",
    "readings": "definition_id",
    "group_traits": "trait_id",
    "risks": "risk_id",
    "events": "event_id",
    "dialogue_organizations": "dialogue_id",
    "meetings": "meeting_id",
    "dialogue_topics": "dialogue_id",
    "dialogue_venues": "dialogue_id",
    "accounts": "account_id",
    "since": "since_id",
}


@pytest.mark.parametrize("name", TABLES)
def test_a_row_that_a_merge_has_doubled_is_refused(name: str) -> None:
    """No chart draws or counts one row as two, whatever has been joined to it."""
    table = t2.load(TABLES[name]).head(20)
    notes = pd.DataFrame(
        {KEYS[TABLES[name]]: table[KEYS[TABLES[name]]].iloc[0], "mine": ["a", "b"]}
    )
    merged = table.merge(notes, how="left")
    merged.attrs = table.attrs
    assert len(merged) > len(table)
    with pytest.raises(ValueError, match=r"Two rows have the same .*drop_duplicates\("):
        getattr(t2, name)(merged)


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("timeline", "events"),
        ("timeline", "meetings"),
        ("per_year", "events"),
        ("venue_map", "dialogue_venues"),
        ("venue_map", "events"),
    ],
)
def test_a_doubled_row_of_any_table_is_refused(name: str, table: str) -> None:
    """A chart that takes several tables knows the key of each."""
    rows = t2.load(table).head(20)
    if name == "venue_map" and table == "events":
        rows = rows.assign(place_id=t2.load("meetings")["place_id"].iloc[0])
    twice = pd.concat([rows, rows.head(1)])
    twice.attrs = rows.attrs
    with pytest.raises(ValueError, match="Two rows have the same"):
        getattr(t2, name)(twice)
    getattr(t2, name)(rows)
