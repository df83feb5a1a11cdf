"""What every chart asks of its table before it draws."""

from typing import Any

import pandas as pd
import pytest

import track2lib as t2

MAKERS = {
    t2.compare_definitions: "readings",
    t2.events_by_era: "events",
    t2.compare_groups: "group_traits",
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
