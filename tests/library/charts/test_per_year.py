"""Rows by year, beside the documents that they rest on."""

import re
from itertools import pairwise

import pandas as pd
import pytest
import vl_convert
from drawn import caption_of, rows_in, title_of
from hand_written import DIALOGUE, MEETING, fill

import track2lib as t2
from track2lib.charts.per_year import _dense as dense


@pytest.mark.parametrize("table", ["meetings", "events"])
def test_bars_and_their_sources_stand_together(table: str) -> None:
    """A count by year never stands without the documents that it rests on."""
    spec = t2.per_year(t2.load(table)).to_dict()
    panels = spec["vconcat"][0]["vconcat"]
    up, down = (panel["layer"][0]["encoding"] for panel in panels)
    named = [one["y"]["axis"]["title"] for one in (up, down)]
    assert named == [table.capitalize(), ["Documents", "(own scale)"]]
    assert (up["y"]["scale"]["reverse"], down["y"]["scale"]["reverse"]) == (False, True)
    assert "Documents that they rest on" in str(up["tooltip"])
    assert "Documents of that year in the bibliography" in str(down["tooltip"])
    assert "not that more happened" in " ".join(caption_of(spec))


def test_bars_count_what_has_no_date() -> None:
    """Rows without a date are counted in the caption, not left out in silence."""
    events = t2.load("events")
    undated = int(events["date"].isna().sum())
    rows = pd.concat([events.dropna(subset="date").head(5), events[events["date"].isna()]])
    rows.attrs = events.attrs
    assert f"{undated} events have no date." in " ".join(caption_of(t2.per_year(rows).to_dict()))
    one = pd.concat([events.dropna(subset="date").head(5), events[events["date"].isna()].head(1)])
    one.attrs = events.attrs
    assert "1 event has no date." in " ".join(caption_of(t2.per_year(one).to_dict()))


def test_bars_do_not_claim_a_year_that_is_open() -> None:
    """Where no date names one year, no year is said to have the most rows."""
    events = t2.load("events", scope="founding").query("event_id == 'una-sipri-dialogue'")
    assert "the most" not in str(t2.per_year(events).to_dict()["title"]["text"])


@pytest.mark.parametrize(
    ("dated", "said"),
    [
        (["2001", "2001", "2003", "2003", "2006"], "Meetings peak in 2001 and 2003 (2 each)"),
        (["2001", "2003", "2003"], "Meetings peak in 2003 (2)"),
        (["2001", "2002", "2003", "2004", "2005"], "No more than one meeting is dated in any year"),
    ],
)
def test_no_year_leads_where_others_have_as_many(mine, dated: list[str], said: str) -> None:
    """Years that are alike are named together; without a bibliography nothing is said of documents."""
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "d1"})
    rows = [MEETING | {"meeting_id": f"m{n}", "date": date} for n, date in enumerate(dated)]
    fill(mine, "meetings", *rows)
    title = " ".join(t2.per_year(t2.load("meetings", data=mine)).to_dict()["title"]["text"])
    assert title == said


def test_five_pages_of_one_book_are_one_document(mine) -> None:
    """A place in a work is no work of its own, in the bars as in the caption."""
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "d1"})
    for page in range(1, 6):
        own = {"meeting_id": f"m{page}", "date": "2001", "source": f"Writer 2003, p. {page}"}
        fill(mine, "meetings", MEETING | own)
    meetings = t2.load("meetings", data=mine)
    assert t2.count_per_year(meetings)["sources"].tolist() == [1]
    assert "Source: Writer 2003." in " ".join(caption_of(t2.per_year(meetings).to_dict()))
    assert len(t2.load("meetings", data=mine, sources=["Writer 2003"])) == 5


def test_a_row_dated_by_one_bound_is_told(mine) -> None:
    """A bar at the only bound of a date says below that it stands for that."""
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "d1"})
    for n, date in enumerate(["2001", "[..2003]"]):
        fill(mine, "meetings", MEETING | {"meeting_id": f"m{n}", "date": date})
    caption = " ".join(caption_of(t2.per_year(t2.load("meetings", data=mine)).to_dict()))
    assert "1 meeting is dated by a first or a last year alone, and counted there." in caption


def test_more_years_than_can_be_read_are_not_drawn(mine) -> None:
    """A bar thinner than the space beside it shows nothing, and the table says as much."""
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "d1"})
    for n, date in enumerate(["0628", "2015"]):
        fill(mine, "meetings", MEETING | {"meeting_id": f"m{n}", "date": date})
    meetings = t2.load("meetings", data=mine)
    with pytest.raises(ValueError, match=r"between 628 and 2015, .* up to 300 .* count_per_year"):
        t2.per_year(meetings)
    assert len(t2.count_per_year(meetings)) == 1388


@pytest.mark.parametrize("count", [1, 2, 3, 7])
def test_no_half_of_a_row_has_a_tick(mine, count: int) -> None:
    """Of few rows as of many, the axis is labelled with whole numbers alone, each once."""
    fill(mine, "dialogues", DIALOGUE)
    rows = [MEETING | {"meeting_id": f"m{n}", "date": "2001"} for n in range(count)]
    fill(mine, "meetings", *rows)
    spec = t2.per_year(t2.load("meetings", data=mine)).to_dict()
    panels = spec["vconcat"][0]["vconcat"]
    spec["vconcat"][0]["vconcat"] = panels[:1]
    for panel in panels:
        for layer in panel["layer"]:
            layer["encoding"]["x"]["axis"] = None
    labels = re.findall(r'text-anchor="end"[^>]*>([^<]+)</text>', vl_convert.vegalite_to_svg(spec))
    assert all(label.isdigit() for label in labels)
    assert len(labels) == len({*labels}) > 1


def test_our_bibliography_is_not_that_of_other_rows(three) -> None:
    """Rows that have lost their package stand above no documents, of which nobody knows whose they are."""
    events = t2.load("events", data=three)
    merged = events.merge(pd.DataFrame({"event_id": ["e1", "e2"], "note": ["mine", "mine"]}))
    for table in (events, merged):
        panels = t2.per_year(table).to_dict()["vconcat"][0]["vconcat"]
        titles = [panel["layer"][0]["encoding"]["y"]["axis"]["title"] for panel in panels]
        assert titles == ["Events"]


@pytest.mark.parametrize(("dates", "pale"), [(["2001", "2003"], False), (["2001/2003"], True)])
def test_what_is_pale_is_explained_where_it_is_drawn(mine, dates: list[str], pale: bool) -> None:
    """Of bars that are all full, no other kind is told."""
    fill(mine, "dialogues", DIALOGUE)
    fill(mine, "meetings", *(MEETING | {"meeting_id": d[:4], "date": d} for d in dates))
    subtitle = t2.per_year(t2.load("meetings", data=mine)).to_dict()["title"]["subtitle"]
    assert ("Faint: " in " ".join(subtitle)) == pale


def counts(rows: list[int], documents: list[int], first: int = 2001) -> pd.DataFrame:
    """Make what count_per_year gives of these rows and documents."""
    found = pd.DataFrame({"rows": rows, "possible": 0, "sources": 1, "documents": documents})
    return found.assign(year=range(first, first + len(rows))).astype("Int64")


@pytest.mark.parametrize(
    ("rows", "drawn", "beyond"),
    [
        ([1] + [0] * 8 + [9, 9, 9], (2010, 2012), [2001]),
        ([9, 9, 9] + [0] * 8 + [1], (2001, 2003), [2012]),
        ([9] + [0] * 8 + [9, 9, 9], (2001, 2012), []),
        ([1, 0, 0, 0, 9, 9, 9], (2001, 2007), []),
        ([1], (2001, 2001), []),
    ],
)
def test_few_rows_beyond_a_gap_are_left_out(
    rows: list[int], drawn: tuple[int, int], beyond: list[int]
) -> None:
    """Only a tenth of the rows or less, beyond more than five years without any, is not drawn."""
    shown, left = dense(counts(rows, [0] * len(rows)))
    assert (shown["year"].min(), shown["year"].max()) == drawn
    assert left["year"].tolist() == beyond


def test_what_is_left_out_is_named() -> None:
    """Years that are not drawn stand in the caption, and in the description with all others."""
    chart = t2.per_year(t2.load("meetings"))
    assert "2 meetings beyond a gap of years are not drawn, of 1960 and 1972." in " ".join(
        caption_of(chart.to_dict())
    )
    assert "1960: 1, 1972: 1" in chart.description


@pytest.mark.parametrize(
    ("dates", "written"),
    [
        (["2001", "2003", "2003"], [["2"]]),
        (["2001", "2002"], [[]]),  # no year leads
        ([f"{1900 + n}" for n in range(99)] + ["1950"], [[]]),  # bars too narrow for a number
    ],
)
def test_years_of_the_title_bear_their_numbers(mine, dates: list[str], written) -> None:
    """What the title names stands out in the bars, with its count, where there is room."""
    fill(mine, "dialogues", DIALOGUE)
    fill(
        mine,
        "meetings",
        *(MEETING | {"meeting_id": f"m{n}", "date": d} for n, d in enumerate(dates)),
    )
    spec = t2.per_year(t2.load("meetings", data=mine)).to_dict()
    found = []
    for panel in spec["vconcat"][0]["vconcat"]:
        numbers = [layer for layer in panel["layer"] if layer["mark"]["type"] == "text"]
        rows = [row for layer in numbers for row in spec["datasets"][layer["data"]["name"]]]
        found.append([f"{row['rows']:.0f}" for row in rows])
    assert found == written
    leads = {row["year"] for row in rows_in(spec) if row.get("leads")}
    assert len(leads) == (len({*dates}) < len(dates))


def test_what_does_not_lie_in_a_year_has_no_bar() -> None:
    """A bar without height would still show its edge as a line."""
    rows = rows_in(t2.per_year(t2.load("meetings")).to_dict())
    perhaps = [row["count"] for row in rows if row.get("kind") == "perhaps"]
    assert perhaps
    assert 0 not in perhaps


@pytest.mark.parametrize("table", ["meetings", "accounts", "events"])
def test_the_year_that_leads_is_written_below_its_bar(table: str) -> None:
    """Among the labels that have room, it is there, and in bold."""
    (_, panel) = t2.per_year(t2.load(table)).to_dict()["vconcat"][0]["vconcat"]
    axis = panel["layer"][0]["encoding"]["x"]["axis"]
    (year,) = re.findall(r"peak in (\d{4})", title_of(t2.per_year(t2.load(table)).to_dict()))
    assert int(year) in axis["values"]
    assert len({late - early for early, late in pairwise(axis["values"])}) == 1
    assert axis["labelFontWeight"]["condition"]["test"] == f"datum.value == {year}"
