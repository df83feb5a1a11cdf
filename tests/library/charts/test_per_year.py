"""Rows by year, beside the documents that they rest on."""

import pandas as pd
import pytest
from drawn import caption_of

import track2lib as t2


@pytest.mark.parametrize("table", ["meetings", "events"])
def test_bars_and_their_sources_stand_together(table: str) -> None:
    """A count by year never stands without the documents that it rests on."""
    spec = t2.per_year(t2.load(table)).to_dict()
    panels = spec["vconcat"][0]["vconcat"]
    titles = [panel["title"]["text"] for panel in panels]
    assert titles == [
        "Rows in the table",
        "Documents that they rest on",
        "Documents of that year in the bibliography",
    ]
    assert "not that more happened" in " ".join(caption_of(spec))


def test_bars_count_what_has_no_date() -> None:
    """Rows without a date are counted in the caption, not left out in silence."""
    events = t2.load("events")
    undated = int(events["date"].isna().sum())
    rows = pd.concat([events.dropna(subset="date").head(5), events[events["date"].isna()]])
    rows.attrs = events.attrs
    assert f"{undated} rows have no date." in " ".join(caption_of(t2.per_year(rows).to_dict()))
    one = pd.concat([events.dropna(subset="date").head(5), events[events["date"].isna()].head(1)])
    one.attrs = events.attrs
    assert "1 row has no date." in " ".join(caption_of(t2.per_year(one).to_dict()))


def test_bars_do_not_claim_a_year_that_is_open() -> None:
    """Where no date names one year, no year is said to have the most rows."""
    events = t2.load("events", scope="founding").query("event_id == 'una-sipri-dialogue'")
    assert "Most rows" not in str(t2.per_year(events).to_dict()["title"]["text"])


def test_one_document_is_one() -> None:
    """What rests on a single document says so in words that fit the number."""
    events = t2.load("events", scope="founding").query("event_id == 'mottaki-pause'")
    events = events[events["date_earliest"].notna()]
    title = " ".join(t2.per_year(events).to_dict()["title"]["text"])
    assert title.endswith("rests on 1 document")
