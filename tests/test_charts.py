"""Every chart of the library: framed, described, sourced, and refused for bad input."""

import json
from typing import Any

import pandas as pd
import pytest
import vl_convert

import track2lib as t2

CHARTS = {
    "boundaries": lambda: t2.boundaries(t2.load("readings")),
    "eras": lambda: t2.eras(t2.load("events")),
    "groups": lambda: t2.groups(t2.load("group_traits")),
    "organizers": lambda: t2.organizers(t2.load("dialogue_organizations")),
    "running": lambda: t2.running(named()),
    "timeline of dialogues": lambda: t2.timeline(t2.load("dialogues")),
    "timeline of events": lambda: t2.timeline(t2.load("events")),
    "topics": lambda: t2.topics(t2.load("dialogue_topics")),
    "venues": lambda: t2.venues(t2.load("dialogue_venues")),
}
MAKERS = {
    t2.boundaries: "readings",
    t2.eras: "events",
    t2.groups: "group_traits",
    t2.organizers: "dialogue_organizations",
    t2.running: "dialogues",
    t2.timeline: "dialogues",
    t2.topics: "dialogue_topics",
    t2.venues: "dialogue_venues",
}


def named() -> pd.DataFrame:
    """Give the single efforts that brought Americans and Iranians together."""
    return t2.load("dialogues").query("grain == 'one' and case == 'United States and Iran'")


def rows_of(chart: Any) -> list[dict[str, Any]]:
    """Give all rows that a chart carries."""
    return [row for rows in chart.to_dict()["datasets"].values() for row in rows]


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_has_a_title_a_description_and_its_source(name: str) -> None:
    """Each chart says what to see, describes itself in words and names its source."""
    spec = CHARTS[name]().to_dict()
    assert spec["title"]["text"]
    assert len(spec["description"].split()) > 15
    assert "Source: DiMaggio 2010" in json.dumps(spec)


@pytest.mark.parametrize("name", CHARTS)
def test_every_mark_says_who(name: str) -> None:
    """Each row that a chart draws from a table carries a citation for its tooltip."""
    drawn = [row for row in rows_of(CHARTS[name]()) if "cited" in row]
    assert drawn
    assert all(row["cited"].startswith(("DiMaggio 2010, ", "RAND 2007, ")) for row in drawn)


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_the_same_each_time(name: str) -> None:
    """Drawing twice gives the same specification, so that a stored output can be compared."""
    assert CHARTS[name]().to_dict() == CHARTS[name]().to_dict()


@pytest.mark.parametrize(
    ("maker", "table"), MAKERS.items(), ids=lambda value: getattr(value, "__name__", value)
)
def test_an_empty_table_is_refused(maker: Any, table: str) -> None:
    """No rows, no chart: the error names the table to start from."""
    with pytest.raises(ValueError, match=f'no rows.*load\\("{table}"'):
        maker(t2.load(table).head(0))


@pytest.mark.parametrize(
    ("maker", "table"), MAKERS.items(), ids=lambda value: getattr(value, "__name__", value)
)
def test_a_table_without_its_sources_is_refused(maker: Any, table: str) -> None:
    """A table that has lost its citations is not drawn."""
    with pytest.raises(ValueError, match="no column cited"):
        maker(t2.load(table).drop(columns="cited"))


def pieces_of(label: str) -> list[tuple[str, Any, Any]]:
    """Give kind, start and end of what the timeline draws for one dialogue."""
    return [
        (row["kind"], row["start"], row["end"])
        for row in rows_of(t2.timeline(t2.load("dialogues")))
        if row.get("label") == label
    ]


def test_the_ends_of_a_span_are_pale_and_its_middle_is_full() -> None:
    """From 2002 to 2008: certain only from the end of 2002 to the beginning of 2008."""
    assert pieces_of("UNA-USA and SIPRI dialogue") == [
        ("possible", "2002-01-01", "2003-01-01"),
        ("certain", "2003-01-01", "2008-01-01"),
        ("possible", "2008-01-01", "2009-01-01"),
    ]


def test_a_single_year_is_never_certain() -> None:
    """Four meetings in 2008: the year is known and no day in it."""
    assert pieces_of("Pugwash meetings of 2008") == [("possible", "2008-01-01", "2009-01-01")]


def test_a_beginning_that_is_not_stated_is_not_drawn() -> None:
    """What goes on as of 2010 is drawn in 2010, not back to the edge of the chart."""
    kinds = pieces_of("UCLA and IGCC regional dialogue groups")
    assert kinds == [("possible", "2010-01-01", "2011-01-01"), ("goes on", "2011-01-01", None)]


def test_a_row_without_a_date_stays_in_the_chart() -> None:
    """Silence of the source is shown, not left out."""
    assert [kind for kind, _, _ in pieces_of("Nixon Center sessions with Iran")] == ["none"]


def test_a_span_in_doubt_is_pale_throughout() -> None:
    """With an approximate end, no part of a span is drawn as vouched for."""
    table = t2.load("dialogues").query("dialogue_id == 'una-sipri'").assign(dates="2002~/2008")
    kinds = {row["kind"] for row in rows_of(t2.timeline(table)) if "kind" in row}
    assert kinds == {"possible"}


def test_an_upper_bound_alone_is_drawn_as_one() -> None:
    """'By early 2008' points backwards from 2008 and has no beginning."""
    rows = [
        row for row in rows_of(t2.timeline(t2.load("events"))) if row.get("kind") == "not after"
    ]
    assert [(row["start"], row["end"]) for row in rows] == [("2008-12-31", None)]


def test_the_bands_overlap_in_2005() -> None:
    """The year 2005 belongs to both presidencies."""
    bands = [
        row
        for row in json.loads(t2.timeline(t2.load("events")).to_json())["vconcat"][0]["layer"]
        if "rect" in str(row.get("mark"))
    ]
    spans = bands[0]["data"]["values"]
    assert spans[0]["end"] > spans[1]["start"]


def test_running_never_calls_silence_absence() -> None:
    """A dialogue without a date is neither going on nor 'not then' in any year."""
    rows = [
        row for row in rows_of(t2.running(named())) if row["subject"] == "Munk Center discussions"
    ]
    assert {row["verdict"] for row in rows} == {"source does not say"}


def test_running_refuses_a_year_out_of_range() -> None:
    """The error names the range."""
    with pytest.raises(ValueError, match="1997 to 2010"):
        t2.running(named(), year=2020)


def test_the_venue_strip_keeps_what_is_left_open() -> None:
    """'Europe' is no city, and 'mostly Stockholm' is not all in Stockholm."""
    rows = rows_of(t2.venues(t2.load("dialogue_venues")))
    by_place = {(row["place"], row["dialogue"]): row["words"] for row in rows}
    assert by_place["Stockholm", "UNA-USA and SIPRI dialogue"] == "most of its meetings"
    assert ("Elsewhere, not stated", "UNA-USA and SIPRI dialogue") in by_place
    assert {row["precision"] for row in rows if row["place"].startswith("Europe")} == {"region"}


def test_topics_mark_the_lists_that_are_open() -> None:
    """'Included' and 'including' leave a list open, 'centered on' does not."""
    rows = rows_of(t2.topics(t2.load("dialogue_topics")))
    marked = {row["dialogue"] for row in rows if row["topic"] == "more, not listed"}
    assert marked == {"Pugwash meetings of 2008", "UNA-USA and SIPRI dialogue"}


def test_eras_go_by_date_and_not_by_section() -> None:
    """Told under Khatami and dated under Ahmadinejad is the election of 2009, and it alone."""
    rows = [row for row in rows_of(t2.eras(t2.load("events"))) if row.get("setting") == "the date"]
    told = [row for row in rows if row["told"] == "The Khatami years"]
    by_column = {row["title"]: row["column"] for row in told}
    crossed = {title for title, column in by_column.items() if column == "The Ahmadinejad years"}
    assert crossed == {"Disputed presidential election in Iran"}
    charge = "Hardline elements begin to accuse track II reformists"
    assert by_column[charge] == "Only a latest year"


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_fits_beside_the_list_of_files(name: str) -> None:
    """In JupyterLab at 1280 pixels, with the list of files open, no chart is cut at the right."""
    picture = vl_convert.vegalite_to_png(json.dumps(CHARTS[name]().to_dict()), scale=1)
    assert int.from_bytes(picture[16:20]) <= 830


def test_a_chart_can_go_on_being_changed() -> None:
    """What comes back is an Altair chart: its title can be replaced, its source stays."""
    chart = t2.venues(t2.load("dialogue_venues")).properties(title="My title")
    assert chart.to_dict()["title"] == "My title"
    assert "Source: DiMaggio 2010" in json.dumps(chart.to_dict())


def test_groups_show_what_is_not_said() -> None:
    """A kind of statement that is made of one group alone leaves a mark in the other's column."""
    traits = t2.load("group_traits")
    rows = rows_of(t2.groups(traits[traits["group_id"].str.startswith("iran")]))
    gaps = {(row["group"], row["kind"]) for row in rows if row["silent"]}
    assert ("Conservative participants", "view") in gaps
