"""The charts of talks, each drawn once, and what each can be drawn from."""

from functools import cache
from typing import Any

import altair as alt
import pandas as pd
from drawn import founding, named

import track2lib as t2


def theme() -> pd.DataFrame:
    """Give the accounts of one theme: the first one on which each side is heard."""
    accounts = t2.load("accounts")
    sides = accounts.groupby("theme", sort=False)["side"].nunique()
    return accounts[accounts["theme"] == sides.idxmax()]


def lanes() -> dict[str, pd.DataFrame]:
    """Give two kinds of events, and the meetings, as lanes of a chart by year."""
    events = t2.load("events")
    kinds = {kind: events[events["kind"] == kind] for kind in ("official relations", "pressure")}
    return kinds | {"meetings": t2.load("meetings")}


def by_year(table: pd.DataFrame) -> alt.VConcatChart:
    """Draw a table as the only lane of a chart by year."""
    return t2.year_by_year({"rows": table.tail(60)})


FOUNDING = {
    "boundaries": lambda: t2.compare_definitions(founding("readings")),
    "eras": lambda: t2.events_by_era(founding("events")),
    "groups": lambda: t2.compare_groups(founding("group_traits")),
    "organizers": lambda: t2.organizers(founding("dialogue_organizations")),
    "running": lambda: t2.active_in_year(named()),
    "timeline of dialogues": lambda: t2.timeline(founding("dialogues")),
    "timeline of events": lambda: t2.timeline(founding("events")),
    "topics": lambda: t2.topics(founding("dialogue_topics")),
    "venues": lambda: t2.venues(founding("dialogue_venues")),
}
# What takes a whole table of all sources. A bar counts rows, and so it cites none of them.
BARS = {
    "meetings by year": lambda: t2.per_year(t2.load("meetings")),
    "events by year": lambda: t2.per_year(t2.load("events")),
    "topics by dialogues": lambda: t2.topics(t2.load("dialogue_topics")),
}
MARKS = FOUNDING | {
    "cases": lambda: t2.compare_cases(t2.load("dialogues").query("grain == 'one'"), kinds="form"),
    "boundaries of all": lambda: t2.compare_definitions(t2.load("readings")),
    "groups of all": lambda: t2.compare_groups(t2.load("group_traits")),
    "risks": lambda: t2.compare_risks(t2.load("risks")),
    "claims and since": lambda: t2.left_open(t2.load("since")),
    "map of meetings": lambda: t2.venue_map(t2.load("meetings")),
    "map of dialogues": lambda: t2.venue_map(t2.load("dialogue_venues")),
    "timeline of all dialogues": lambda: t2.timeline(t2.load("dialogues").head(40)),
    "timeline of meetings": lambda: t2.timeline(t2.load("meetings").head(40)),
    "voices": lambda: t2.voices(theme()),
    "lanes by year": lambda: t2.year_by_year(lanes(), years=(1997, 2013), marked={"A": 2009}),
}
CHARTS = MARKS | BARS


@cache
def spec_of(name: str) -> dict[str, Any]:
    """Give the specification of a chart, drawn once. Tests only read it."""
    return CHARTS[name]().to_dict()


# Each chart, and a table of a reader's own from which it can be drawn.
OWN = [
    (t2.compare_cases, "dialogues"),
    (t2.compare_definitions, "readings"),
    (t2.events_by_era, "events"),
    (t2.compare_groups, "group_traits"),
    (t2.compare_risks, "risks"),
    (t2.organizers, "dialogue_organizations"),
    (t2.per_year, "events"),
    (t2.per_year, "meetings"),
    (t2.active_in_year, "dialogues"),
    (t2.timeline, "dialogues"),
    (t2.timeline, "events"),
    (t2.timeline, "meetings"),
    (t2.topics, "dialogue_topics"),
    (t2.venue_map, "dialogue_venues"),
    (t2.venue_map, "meetings"),
    (t2.venues, "dialogue_venues"),
    (t2.voices, "accounts"),
    (by_year, "events"),
    (by_year, "meetings"),
]
