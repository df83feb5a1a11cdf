"""Every chart of the library: framed, described, sourced, and refused for bad input."""

import json
import math
from typing import Any

import pandas as pd
import pytest
import vl_convert

import track2lib as t2


def founding(table: str) -> pd.DataFrame:
    """Load what the two founding documents bear, which the lessons draw."""
    return t2.load(table, scope="founding")


def named() -> pd.DataFrame:
    """Give the single efforts that brought Americans and Iranians together."""
    return founding("dialogues").query("grain == 'one' and case == 'United States and Iran'")


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


def rows_of(chart: Any) -> list[dict[str, Any]]:
    """Give all rows that a chart carries."""
    return [row for rows in chart.to_dict()["datasets"].values() for row in rows]


def caption_of(spec: dict[str, Any]) -> list[str]:
    """Give the lines below a chart."""
    return spec["vconcat"][0]["title"]["text"]


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_has_a_title_a_description_and_its_source(name: str) -> None:
    """Each chart says what to see, describes itself in words and names its source."""
    spec = CHARTS[name]().to_dict()
    assert spec["title"]["text"]
    assert len(spec["description"].split()) > 15
    source = "Source: DiMaggio 2010" if name in FOUNDING else "Source"
    assert any(line.startswith(source) for line in caption_of(spec))


@pytest.mark.parametrize("name", MARKS)
def test_every_mark_says_who(name: str) -> None:
    """Each row that a chart draws from a table carries a citation for its tooltip."""
    drawn = [row for row in rows_of(MARKS[name]()) if "cited" in row]
    assert drawn
    assert all(row["cited"] for row in drawn)
    if name in FOUNDING:
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


def pieces_of(label: str) -> list[tuple[str, Any, Any]]:
    """Give kind, start and end of what the timeline draws for one dialogue."""
    return [
        (row["kind"], row["start"], row["end"])
        for row in rows_of(t2.timeline(founding("dialogues")))
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
    table = founding("dialogues").query("dialogue_id == 'una-sipri'").assign(dates="2002~/2008")
    kinds = {row["kind"] for row in rows_of(t2.timeline(table)) if "kind" in row}
    assert kinds == {"possible"}


def test_an_upper_bound_alone_is_drawn_as_one() -> None:
    """'By early 2008' points backwards from 2008 and has no beginning."""
    rows = [
        row for row in rows_of(t2.timeline(founding("events"))) if row.get("kind") == "not after"
    ]
    assert [(row["start"], row["end"]) for row in rows] == [("2008-12-31", None)]


def test_the_bands_overlap_in_2005() -> None:
    """The year 2005 belongs to both presidencies."""
    bands = [
        row
        for row in json.loads(t2.timeline(founding("events")).to_json())["vconcat"][0]["layer"]
        if "rect" in str(row.get("mark"))
    ]
    spans = bands[0]["data"]["values"]
    assert spans[0]["end"] > spans[1]["start"]


def test_running_never_calls_silence_absence() -> None:
    """A dialogue without a date is neither going on nor 'not then' in any year."""
    rows = [
        row
        for row in rows_of(t2.active_in_year(named()))
        if row["subject"] == "Munk Center discussions"
    ]
    assert {row["verdict"] for row in rows} == {"source does not say"}


def test_running_refuses_a_year_out_of_range() -> None:
    """The error names the range."""
    with pytest.raises(ValueError, match="1997 to 2010"):
        t2.active_in_year(named(), year=2020)


def test_the_venue_strip_keeps_what_is_left_open() -> None:
    """'Europe' is no city, and 'mostly Stockholm' is not all in Stockholm."""
    rows = rows_of(t2.venues(founding("dialogue_venues")))
    by_place = {(row["place"], row["dialogue"]): row["words"] for row in rows}
    assert by_place["Stockholm", "UNA-USA and SIPRI dialogue"] == "most of its meetings"
    assert ("Elsewhere, not stated", "UNA-USA and SIPRI dialogue") in by_place
    assert {row["precision"] for row in rows if row["place"].startswith("Europe")} == {"region"}


def test_topics_mark_the_lists_that_are_open() -> None:
    """'Included' and 'including' leave a list open, 'centered on' does not."""
    rows = rows_of(t2.topics(founding("dialogue_topics")))
    marked = {row["dialogue"] for row in rows if row["topic"] == "more, not listed"}
    assert marked == {"Pugwash meetings of 2008", "UNA-USA and SIPRI dialogue"}


def test_eras_go_by_date_and_not_by_section() -> None:
    """Told under Khatami and dated under Ahmadinejad is the election of 2009, and it alone."""
    rows = [
        row
        for row in rows_of(t2.events_by_era(founding("events")))
        if row.get("setting") == "the date"
    ]
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
    chart = t2.venues(founding("dialogue_venues")).properties(title="My title")
    assert chart.to_dict()["title"] == "My title"
    assert "Source: DiMaggio 2010" in json.dumps(chart.to_dict())


def test_groups_show_what_is_not_said() -> None:
    """A kind of statement that is made of one group alone leaves a mark in the other's column."""
    traits = founding("group_traits")
    rows = rows_of(t2.compare_groups(traits[traits["group_id"].str.startswith("iran")]))
    gaps = {(row["group"], row["kind"]) for row in rows if row["silent"]}
    assert ("Conservative participants", "view") in gaps


# Charts of all sources.


def contested_dialogue() -> pd.DataFrame:
    """Give the dialogue of which another source gives other dates than DiMaggio."""
    return t2.load("dialogues").query("dialogue_id == 'una-sipri'")


def test_a_timeline_shows_the_date_of_another_source() -> None:
    """Where sources differ on a date, a thin line stands for each other one, and only there."""
    assert "dates" in contested_dialogue()["contested"].item()
    facts = t2.evidence("dialogues", "una-sipri", "dates")["value"].dropna().unique()
    drawn = [row["kind"] for row in rows_of(t2.timeline(contested_dialogue())) if "kind" in row]
    assert drawn.count("other") == len(facts) - 1
    chart = t2.timeline(contested_dialogue().assign(contested=pd.NA))
    assert "other" not in [row.get("kind") for row in rows_of(chart)]


def test_a_day_can_be_seen() -> None:
    """A meeting of a day has a tick of its own in a chart of decades, where its bar has no width."""
    meetings = t2.load("meetings")
    short = meetings[meetings["date"].str.fullmatch(r"\d{4}-\d{2}-\d{2}")].head(3)
    marks = [str(layer["mark"]) for layer in t2.timeline(short).to_dict()["vconcat"][0]["layer"]]
    assert any("tick" in mark for mark in marks)


def test_rows_of_one_name_are_kept_apart() -> None:
    """Rows with the same title are told apart by their date, and by a number if that is the same."""
    row = t2.load("meetings").head(1)
    rows = pd.concat([row, row, row.assign(title="Else")], ignore_index=True)
    rows.attrs = row.attrs
    labels = {row["label"] for row in rows_of(t2.timeline(rows)) if "label" in row}
    assert len(labels) == 3


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


def test_the_map_has_a_circle_for_each_town() -> None:
    """Each town counts its rows; what names no town is counted in the caption."""
    meetings = t2.load("meetings")
    positions = t2.load("places").set_index("place_id")[["name", "latitude"]].dropna()
    drawn = meetings[meetings["place_id"].isin(positions.index)]
    counts = drawn["place_id"].map(positions["name"]).value_counts().to_dict()
    chart = t2.venue_map(meetings)
    circles = {row["place"]: row["rows"] for row in rows_of(chart) if "radius" in row}
    assert circles == counts
    left = f"Not on the map: {len(meetings) - len(drawn)} of {len(meetings)} rows"
    assert left in " ".join(caption_of(chart.to_dict()))


def test_the_map_keeps_its_towns_inside() -> None:
    """Every circle lies within the picture, whichever towns the table names."""
    for count in (1, 2, 30):
        chart = t2.venue_map(t2.load("meetings").dropna(subset="place_id").head(count))
        spec = chart.to_dict()["vconcat"][0]
        projection = spec["layer"][0]["projection"]
        for row in rows_of(chart):
            if "radius" in row:
                north = math.log(math.tan(math.pi / 4 + math.radians(row["latitude"]) / 2))
                x = projection["translate"][0] + projection["scale"] * math.radians(
                    row["longitude"]
                )
                y = projection["translate"][1] - projection["scale"] * north
                assert 0 <= x <= spec["width"]
                assert 0 <= y <= spec["height"]


def test_a_map_needs_a_town() -> None:
    """Rows that name no town cannot be drawn, and the error says so."""
    places = t2.load("places")
    vague = places.loc[places["latitude"].isna(), "place_id"]
    venues = t2.load("dialogue_venues")
    with pytest.raises(ValueError, match="No row names a town"):
        t2.venue_map(venues[venues["place_id"].isin(vague)])


@pytest.mark.parametrize("name", t2.load("accounts")["theme"].unique())
def test_voices_of_each_theme(name: str) -> None:
    """Each theme can be drawn: a column for each side that is heard, a diamond for each charge."""
    accounts = t2.load("accounts")
    own = accounts[accounts["theme"] == name]
    drawn = [row for row in rows_of(t2.voices(own)) if row.get("head")]
    assert {row["side"] for row in drawn} == set(own["side"])
    diamonds = {row["account"] for row in drawn if row["shape"] == "diamond"}
    assert diamonds == set(own.loc[own["charge"], "account"])


def test_a_title_in_another_script_stands_as_it_is_printed() -> None:
    """An account whose source has a Persian title shows that title."""
    accounts, sources = t2.load("accounts"), t2.load("sources").set_index("source_id")
    foreign = sources.loc[sources["language"] == "fa", "title"]
    first = accounts["sources"].str.split("; ").str[0]
    own = accounts[first.isin(foreign.index)].head(1)
    shown = "".join(row.get("original") or "" for row in rows_of(t2.voices(own)))
    letters = shown.replace("\u200f", "").replace(" ", "")
    assert letters == foreign[first[own.index[0]]].replace(" ", "")


def test_only_events_before_the_presidencies_are_refused() -> None:
    """Where nothing falls in a column, the error says what draws such events."""
    events = t2.load("events").query("era == 'before'").head(3)
    with pytest.raises(ValueError, match="before the first presidency"):
        t2.events_by_era(events)


def test_dialogues_without_dates_are_in_no_year() -> None:
    """Where no dialogue has a date, the title says that none can be placed."""
    undated = t2.load("dialogues").query("dates.isna()").head(2)
    chart = t2.active_in_year(undated.assign(dates=pd.Series(pd.NA, undated.index, dtype="string")))
    assert "none of 2 dialogues" in " ".join(chart.to_dict()["title"]["text"])


def test_a_map_of_places_alone() -> None:
    """Rows that have places and no dialogues, such as events, are drawn by town."""
    events = t2.load("events").dropna(subset="place_id")
    assert "New York" in t2.venue_map(events).description
