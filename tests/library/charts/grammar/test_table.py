"""What a chart asks of its table."""

from typing import Any

import pandas as pd
import pytest

import track2lib as t2
from track2lib.charts.grammar.table import check_table

START = 'load("places")'
TABLE = pd.DataFrame({"place": ["Bonn", "Oslo", "Bonn"], "share": [0.5, 0.25, 0.25]})


def test_a_table_that_serves_is_let_through() -> None:
    """Nothing is said of a table that has columns, rows and numbers as they are needed."""
    check_table(TABLE, ["place", "share"], START, numbers=["share"], most=3)


def test_all_missing_columns_are_named() -> None:
    """Whoever repairs a table learns of every column at once, and of a table that has them."""
    with pytest.raises(ValueError, match=r'no column rank, cited\. Start from load\("places"\)'):
        check_table(TABLE, ["rank", "place", "cited"], START)


@pytest.mark.parametrize("broken", [None, float("inf"), float("nan"), "much"])
def test_a_number_that_cannot_be_drawn_is_found(broken: object) -> None:
    """The error names the column, the row and the cell."""
    table = TABLE.astype({"share": object})
    table.loc[1, "share"] = broken
    with pytest.raises(ValueError, match=rf"share of row 1 is '?{broken}.*, and no number\. Start"):
        check_table(table, ["share"], START, numbers=["share"])


def test_what_is_drawn_is_counted() -> None:
    """The limit holds for different values of a key where one is given, and for rows otherwise."""
    asked = {"most": 2, "what": "places", "instead": "Choose some."}
    check_table(TABLE, ["place"], START, key="place", **asked)
    with pytest.raises(ValueError, match=r"are 3 places.*up to 2 can be read\. Choose some\."):
        check_table(TABLE, ["place"], START, **asked)


MAKERS = {
    t2.compare_definitions: "readings",
    t2.events_by_era: "events",
    t2.compare_groups: "group_traits",
    t2.compare_risks: "risks",
    t2.organizers: "dialogue_organizations",
    t2.per_year: "meetings",
    t2.active_in_year: "dialogues",
    t2.timeline: "dialogues",
    t2.topics: "dialogue_topics",
    t2.venue_map: "meetings",
    t2.venues: "dialogue_venues",
    t2.voices: "accounts",
}
LIMITED = [t2.events_by_era, t2.organizers, t2.active_in_year, t2.timeline, t2.venues, t2.voices]


@pytest.mark.parametrize(
    ("maker", "table"), MAKERS.items(), ids=lambda value: getattr(value, "__name__", value)
)
def test_an_empty_table_is_refused(maker: Any, table: str) -> None:
    """No rows, no chart: the error names the table to start from."""
    says = "No row has a date" if maker is t2.per_year else "no rows"
    with pytest.raises(ValueError, match=f'{says}.*load\\("{table}"'):
        maker(t2.load(table).head(0))


@pytest.mark.parametrize(
    ("maker", "table"), MAKERS.items(), ids=lambda value: getattr(value, "__name__", value)
)
def test_a_table_without_its_sources_is_refused(maker: Any, table: str) -> None:
    """A table that has lost its sources is not drawn."""
    with pytest.raises(ValueError, match=r"no column (cited|sources)"):
        maker(t2.load(table).drop(columns=["cited", "sources"]))


@pytest.mark.parametrize("maker", LIMITED, ids=lambda maker: maker.__name__)
def test_too_many_rows_are_refused(maker: Any) -> None:
    """A chart that draws rows one by one says how many it can draw, and what to do instead."""
    table = t2.load(MAKERS[maker])
    key = {t2.organizers: "dialogue_id", t2.venues: "place_id"}.get(maker)
    many = pd.concat([table] * 9, ignore_index=True)
    if key:
        many[key] = many.index.astype("string")
    many.attrs = table.attrs
    with pytest.raises(ValueError, match=r"draws each of them: up to \d+ can be read\. Choose "):
        maker(many)


@pytest.mark.parametrize(
    ("maker", "table", "column", "other"),
    [
        (t2.active_in_year, "dialogues", "name", "dialogue_id"),
        (t2.timeline, "dialogues", "name", "dialogue_id"),
        (t2.timeline, "events", "title", "event_id"),
        (t2.timeline, "meetings", "title", "meeting_id"),
        (t2.events_by_era, "events", "title", "event_id"),
        (t2.compare_definitions, "readings", "definition_id", "dialogue_id"),
        (t2.compare_groups, "group_traits", "kind", "group_id"),
        (t2.compare_risks, "risks", "risk", "risk_id"),
        (t2.organizers, "dialogue_organizations", "org_id", "dialogue_id"),
        (t2.topics, "dialogue_topics", "topic_id", "dialogue_id"),
        (t2.venues, "dialogue_venues", "dialogue_id", "place_id"),
        (t2.voices, "accounts", "theme", "account_id"),
    ],
)
def test_a_row_without_a_name_is_refused(maker: Any, table: str, column: str, other: str) -> None:
    """What a merge adds for a key that is in no table has no name: the row is named, with a remedy."""
    rows = t2.load(table).head(3)
    joined = rows.merge(pd.DataFrame({other: ["zz"]}), how="outer")
    said = rf"Row 3 \({other} 'zz'\) has no {column}, .*how='left'.*dropna\(subset='{column}'\)"
    with pytest.raises(ValueError, match=said):
        maker(joined)


def test_a_name_of_spaces_is_none() -> None:
    """An empty text would be drawn as a row without a name."""
    with pytest.raises(ValueError, match="Row 1 has no place,"):
        check_table(TABLE.assign(place=["Bonn", " ", "Oslo"]), ["place"], START, filled=["place"])


def test_a_key_that_stands_twice_is_refused() -> None:
    """Two rows of one key would be drawn as one and counted as two."""
    check_table(TABLE, ["place"], START, once=["place", "share"])
    with pytest.raises(ValueError, match=r"same place, 'Bonn'.*drop_duplicates\('place'\)"):
        check_table(TABLE, ["place"], START, once=["place"])


@pytest.mark.parametrize(
    ("maker", "table", "key"),
    [
        (t2.active_in_year, "dialogues", "dialogue_id and name"),
        (t2.compare_definitions, "readings", "definition_id and dialogue_id"),
        (t2.compare_groups, "group_traits", "trait_id and group_id"),
        (t2.events_by_era, "events", "event_id and title"),
        (t2.voices, "accounts", "account_id and voice and account"),
    ],
)
def test_rows_that_a_merge_has_doubled_are_refused(maker: Any, table: str, key: str) -> None:
    """Two notes on a row make two rows of it, which would be counted as two things."""
    rows = t2.load(table).head(3)
    with pytest.raises(ValueError, match=f"Two rows have the same {key}, .*drop_duplicates"):
        maker(rows.merge(pd.DataFrame({"note": ["one", "two"]}), how="cross"))


DATED = {
    t2.active_in_year: ("dialogues", "dates"),
    t2.timeline: ("dialogues", "dates"),
    t2.events_by_era: ("events", "date"),
    t2.per_year: ("events", "date"),
    t2.count_per_year: ("events", "date"),
}


@pytest.mark.parametrize("maker", DATED, ids=lambda maker: maker.__name__)
def test_a_date_that_ends_before_it_begins_is_refused(maker: Any) -> None:
    """Turned round, a span would be drawn where it does not lie, or not at all."""
    name, date = DATED[maker]
    table = t2.load(name, scope="founding")
    first, last = f"{date}_earliest", f"{date}_latest"
    turned = table.assign(**{first: table[last], last: table[first]})
    with pytest.raises(
        ValueError, match=rf"In row \d+ the day in {last} lies before that in {first}"
    ):
        maker(turned)


@pytest.mark.parametrize("as_objects", [False, True])
@pytest.mark.parametrize("maker", DATED, ids=lambda maker: maker.__name__)
def test_days_of_a_time_zone_are_days(maker: Any, as_objects: bool) -> None:
    """The day is that which is written, wherever it was."""
    name, date = DATED[maker]
    table = t2.load(name, scope="founding")
    ends = [f"{date}_earliest", f"{date}_latest"]
    zoned = table.assign(**{end: table[end].dt.tz_localize("Asia/Tehran") for end in ends})
    if as_objects:
        zoned = zoned.assign(**{end: zoned[end].astype(object) for end in ends})
    own, other = maker(table), maker(zoned)
    if isinstance(own, pd.DataFrame):
        pd.testing.assert_frame_equal(own, other)
    else:
        assert own.to_dict() == other.to_dict()


def test_a_table_that_forbids_labels_twice_is_drawn() -> None:
    """What is made of it may repeat them."""
    strict = TABLE.set_flags(allows_duplicate_labels=False)
    assert check_table(strict, ["place"], START).flags.allows_duplicate_labels
    assert not strict.flags.allows_duplicate_labels
