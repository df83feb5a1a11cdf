"""What holds of every chart: it is framed, described, sourced, and drawn from whosever rows."""

import json
from functools import cache
from typing import Any

import pandas as pd
import pytest
from drawn import caption_of, drawn_width, founding, named, rows_in

import track2lib as t2


def theme() -> pd.DataFrame:
    """Give the accounts of one theme: the first one on which each side is heard."""
    accounts = t2.load("accounts")
    sides = accounts.groupby("theme", sort=False)["side"].nunique()
    return accounts[accounts["theme"] == sides.idxmax()]


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
    "boundaries of all": lambda: t2.compare_definitions(t2.load("readings")),
    "groups of all": lambda: t2.compare_groups(t2.load("group_traits")),
    "map of meetings": lambda: t2.venue_map(t2.load("meetings")),
    "map of dialogues": lambda: t2.venue_map(t2.load("dialogue_venues")),
    "timeline of all dialogues": lambda: t2.timeline(t2.load("dialogues").head(40)),
    "timeline of meetings": lambda: t2.timeline(t2.load("meetings").head(40)),
    "voices": lambda: t2.voices(theme()),
}
CHARTS = MARKS | BARS


@cache
def spec_of(name: str) -> dict[str, Any]:
    """Give the specification of a chart, drawn once. Tests only read it."""
    return CHARTS[name]().to_dict()


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_has_a_title_a_description_and_its_source(name: str) -> None:
    """Each chart says what to see, describes itself in words and names its source."""
    spec = spec_of(name)
    assert spec["title"]["text"]
    assert len(spec["description"].split()) > 15
    source = "Source: DiMaggio 2010" if name in FOUNDING else "Source"
    assert any(line.startswith(source) for line in caption_of(spec))


@pytest.mark.parametrize("name", MARKS)
def test_every_mark_says_who(name: str) -> None:
    """Each row that a chart draws from a table carries a citation for its tooltip."""
    drawn = [row for row in rows_in(spec_of(name)) if "cited" in row]
    assert drawn
    assert all(row["cited"] for row in drawn)
    if name in FOUNDING:
        assert all(row["cited"].startswith(("DiMaggio 2010, ", "RAND 2007, ")) for row in drawn)


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_the_same_each_time(name: str) -> None:
    """Drawing twice gives the same specification, so that a stored output can be compared."""
    assert CHARTS[name]().to_dict() == spec_of(name)


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_fits_beside_the_list_of_files(name: str) -> None:
    """In JupyterLab at 1280 pixels, with the list of files open, no chart is cut at the right."""
    assert drawn_width(spec_of(name)) <= 830


def test_a_chart_can_go_on_being_changed() -> None:
    """What comes back is an Altair chart: its title can be replaced, its source stays."""
    chart = t2.venues(founding("dialogue_venues")).properties(title="My title")
    assert chart.to_dict()["title"] == "My title"
    assert "Source: DiMaggio 2010" in json.dumps(chart.to_dict())
