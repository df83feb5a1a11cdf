"""Who says when: a mark of time cites what bears its date, and not all that its row rests on."""

import pandas as pd
import pytest
from hand_written import DIALOGUE, fill

import track2lib as t2
from track2lib.charts.grammar.bearing import places_of_dates


@pytest.mark.parametrize(
    ("name", "column"), [("dialogues", "dates"), ("meetings", "date"), ("events", "date")]
)
@pytest.mark.parametrize("scope", ["all", "founding"])
def test_a_date_cites_the_evidence_for_it(name: str, column: str, scope: str) -> None:
    """Each place bears this very date or its words; without such evidence the whole row is cited."""
    rows = t2.load(name, scope=scope)
    found = places_of_dates(rows, column)
    told = t2.load("evidence", scope=scope)
    told = told[(told["table"] == name) & told["field"].isin([column, "date_words"])]
    by_key = told.groupby("key")
    for key, row in rows.set_index(f"{name[:-1]}_id").assign(found=found.to_numpy()).iterrows():
        own = by_key.get_group(key) if key in by_key.groups else told.head(0)
        bears = [fact.value == row[fact.field] for fact in own.fillna("").itertuples()]
        assert row["found"] == ("; ".join(dict.fromkeys(own["cited"][bears])) or row["cited"])


def test_what_bears_another_field_is_left_out() -> None:
    """A row that rests on two places, one of which gives its date, cites this one."""
    rows = t2.load("dialogues", scope="founding").query("dialogue_id == 'una-sipri'")
    assert ";" in rows["cited"].iloc[0]
    assert places_of_dates(rows, "dates").tolist() == [
        "DiMaggio 2010, American organizers, para. 5"
    ]


def test_rows_that_name_their_sources_cite_them(mine) -> None:
    """In a package whose rows say themselves what they rest on, this bears the date too."""
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "d1", "dates": "2003"})
    rows = t2.load("dialogues", data=mine)
    assert places_of_dates(rows, "dates").tolist() == rows["cited"].tolist()


def test_what_is_no_thing_in_time_is_cited_as_it_is() -> None:
    """Rows without a key of a dated table keep what they cite."""
    rows = pd.DataFrame({"date": ["2001"], "cited": ["Doe 2002"]})
    assert places_of_dates(rows, "date").tolist() == ["Doe 2002"]


def test_a_timeline_and_its_lanes_cite_who_says_when() -> None:
    """Bars of both kinds of timeline, the marks of a year, and squares by year cite the date alone."""
    rows = t2.load("dialogues", scope="founding").query("dialogue_id == 'una-sipri'")
    charts = [t2.timeline(rows), t2.timeline(rows, by="form"), t2.active_in_year(rows)]
    for chart in charts:
        assert cited_in(chart) == {"DiMaggio 2010, American organizers, para. 5"}
    events = t2.load("events").dropna(subset="date_earliest")
    places = places_of_dates(events, "date")
    rows, places = events[places != events["cited"]].head(5), places[places != events["cited"]]
    assert cited_in(t2.year_by_year({"events": rows})) == {*places.head(5)}


def cited_in(chart) -> set[str]:
    """Give what the marks of a chart cite."""
    every = (row for data in chart.to_dict()["datasets"].values() for row in data)
    return {row["cited"] for row in every if "cited" in row}
