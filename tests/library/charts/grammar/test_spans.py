"""Spans of time: their bands, and marks for what has no width."""

import json
import re

import pandas as pd
from drawn import caption_of, drawn_width, founding, rows_of
from hand_written import DIALOGUE, fill
from vl_convert import vegalite_to_scenegraph, vegalite_to_vega

import track2lib as t2
from track2lib.page.theme import NEUTRAL


def test_the_bands_overlap_in_2005() -> None:
    """The year 2005 belongs to both presidencies."""
    bands = [
        row
        for row in json.loads(t2.timeline(founding("events")).to_json())["vconcat"][0]["layer"]
        if "rect" in str(row.get("mark"))
    ]
    spans = bands[0]["data"]["values"]
    assert spans[0]["end"] > spans[1]["start"]


def test_a_day_can_be_seen() -> None:
    """A meeting of a day has a tick of its own in a chart of decades, where its bar has no width."""
    meetings = t2.load("meetings")
    short = meetings[meetings["date"].str.fullmatch(r"\d{4}-\d{2}-\d{2}")].head(3)
    marks = [str(layer["mark"]) for layer in t2.timeline(short).to_dict()["vconcat"][0]["layer"]]
    assert any("tick" in mark for mark in marks)


def test_time_before_every_presidency_is_drawn(mine) -> None:
    """Rows that were written down before the first band begins have no band, and are drawn."""
    early = {"dialogue_id": "d1", "dates": "1976/1979", "source": "Author 1983, p. 1"}
    fill(mine, "dialogues", DIALOGUE | early)
    spec = t2.timeline(t2.load("dialogues", data=mine)).to_dict()
    starts = {row["start"] for rows in spec["datasets"].values() for row in rows if "start" in row}
    assert min(starts) == "1976-01-01"
    assert not any("Khatami" in str(layer) for layer in spec["vconcat"][0]["layer"])


def names_in(chart) -> list[str]:
    """Give the names of the rows as they are written."""
    return [row["name"] for row in rows_of(chart) if "ink" in row]


LONG = "گفت‌وگوی غیررسمی دانشگاهیان دربارهٔ امنیت منطقه‌ای و همکاری‌های علمی و فرهنگی میان دو کشور"


def test_names_from_right_to_left_stand_in_lines_of_their_own(mine) -> None:
    """The lines of a name are marked on the axis, and not in the rows or in the description."""
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "d1", "name": LONG, "dates": "2003"})
    chart = t2.timeline(t2.load("dialogues", data=mine))
    text = chart.to_json(ensure_ascii=False)
    (name,) = names_in(chart)
    assert all(line[0] == "\u2067" for line in name.split("\n"))
    assert text.count("\u2067") == name.count("\n") + 1
    assert LONG in chart.description


def test_years_have_four_figures(mine) -> None:
    """A year before 1000 is drawn, and its days are read as what they are."""
    dated = {"dialogue_id": "d1", "dates": "0628", "source": "Author 1983, p. 1"}
    fill(mine, "dialogues", DIALOGUE | dated)
    spec = t2.timeline(t2.load("dialogues", data=mine)).to_dict()
    assert "0628-01-01" in str(spec)
    first, last = spec["vconcat"][0]["layer"][0]["encoding"]["x"]["scale"]["domain"]
    days = [pd.Timestamp(f"0{year}-01-01").timestamp() * 1000 for year in (627, 628, 629, 630)]
    assert days[0] < first < days[1] < days[2] < last < days[3]


def test_the_first_day_of_1970_is_a_day(mine) -> None:
    """Time that ends with 1969 has its bars, and no triangle, which would say that it is open."""
    spans = {"d1": "1960/1969", "d2": "1969/1975", "d3": "1970"}
    for key, dates in spans.items():
        fill(mine, "dialogues", DIALOGUE | {"dialogue_id": key, "name": dates, "dates": dates})
    chart = t2.timeline(t2.load("dialogues", data=mine))
    drawn = str(vegalite_to_scenegraph(chart.to_dict()))
    assert "triangle" not in drawn
    # A bar for each end and for the middle of both spans, and one for the year alone.
    assert drawn.count(f"'stroke': '{NEUTRAL}'") == 3 + 3 + 1


def test_a_first_period_may_have_no_beginning(mine) -> None:
    """Its band begins where the chart does, and it is named like any other."""
    old, new = {"era_id": "a", "dates": "../1995"}, {"era_id": "b", "dates": "1996/.."}
    fill(mine, "eras", old | {"name": "Old"}, new | {"name": "New"})
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "d1", "dates": "1990/1998"})
    spec = json.dumps(t2.timeline(t2.load("dialogues", data=mine)).to_dict())
    assert '{"name": "Old", "start": "1989-11-22", "end": "1996-01-01"' in spec


def test_wide_letters_leave_less_to_the_plot(mine) -> None:
    """A name in Chinese letters takes twice the room of as many Latin ones."""
    widths = {}
    for key, name in {"d1": "二轨对话" * 10, "d2": "Track two"}.items():
        fill(mine, "dialogues", DIALOGUE | {"dialogue_id": key, "name": name, "dates": "2003"})
        own = t2.load("dialogues", data=mine).query("dialogue_id == @key")
        chart = t2.timeline(own)
        widths[key] = chart.to_dict()["vconcat"][0]["width"]
        assert ("\n" in names_in(chart)[0]) == (key == "d1")
    assert widths["d1"] < widths["d2"]


def test_a_short_name_from_right_to_left_ends_on_the_left(mine) -> None:
    """A name of one line is marked on the axis where a bracket at its end needs it."""
    for key, name in {"d1": "نشست (۲۰۰۳)", "d2": "نشست تهران"}.items():
        fill(mine, "dialogues", DIALOGUE | {"dialogue_id": key, "name": name, "dates": "2003"})
        own = t2.load("dialogues", data=mine).query("dialogue_id == @key")
        assert ("\u2067" in names_in(t2.timeline(own))[0]) == (key == "d1")


def test_a_period_is_called_by_its_name() -> None:
    """What a mark tells of its period has the name that readers know, and not the key of a row."""
    told = {row["era"] for row in rows_of(t2.timeline(founding("dialogues"))) if "era" in row}
    assert "The Ahmadinejad years, perhaps earlier" in told
    assert {"before", "both", "not dated"} <= told
    assert not [era for era in told if era.startswith(("khatami", "ahmadinejad"))]


def test_rows_decide_how_far_a_chart_reaches() -> None:
    """Periods do not stretch the page: from the first day that is drawn to the last, and little more."""
    events = founding("events")
    spec = t2.timeline(events[events["told_in"] == "The Ahmadinejad years"]).to_dict()
    bars = next(layer for layer in spec["vconcat"][0]["layer"] if layer["mark"]["type"] == "bar")
    x = bars["encoding"]["x"]
    first, last = (pd.Timestamp(day, unit="ms") for day in x["scale"]["domain"])
    assert pd.Timestamp("2006-10-01") < first < pd.Timestamp("2006-12-01")
    assert pd.Timestamp("2011-01-01") < last < pd.Timestamp("2011-04-01")


def test_every_bar_has_its_date_beside_it() -> None:
    """What is long or open is written out as well; what is undated says so."""
    events = founding("events")
    rows = rows_of(t2.timeline(events[events["told_in"] == "The Ahmadinejad years"]))
    assert [row["words"] for row in rows if row.get("speaks")] == [
        "December 2006",
        "autumn 2007",
        "since autumn 2007",
        "early 2010 (drawn as 2010)",
        "no date: after the conference of December 2006",
    ]


def test_a_plot_is_narrower_where_words_need_room() -> None:
    """Words beside a pale bar that fills the plot stand at its right, and the chart stays on its page."""
    row = t2.load("dialogues").query("dialogue_id == 'iran-project'").assign(contested=pd.NA)
    row["name"] = "The standing round table of former officials and scholars"
    row["dates"] = "2009~/.."
    chart = t2.timeline(row)
    said = next(own for own in rows_of(chart) if own.get("speaks"))
    width = chart.to_dict()["vconcat"][0]["width"]
    assert (said["words"], said["align"]) == ("since about 2009", "left")
    assert said["shift"] > 0.9 * width
    assert drawn_width(chart.to_dict()) <= 830


def test_another_source_is_named_at_its_line() -> None:
    """What another source says has a row of its own, called by who says it, with the date beside it."""
    row = t2.load("dialogues").query("dialogue_id == 'una-sipri'")
    chart = t2.timeline(row)
    others = [own for own in rows_of(chart) if own.get("kind") == "other"]
    assert {own["row"] for own in others}.isdisjoint({row["name"].item()})
    assert len({own["row"] for own in others}) == len(others) == 3
    assert names_in(chart) == [
        row["name"].item(),
        "Slim 2009",
        "Penketh 2008",
        "AC Confidential 2015",
    ]
    assert all(own["words"] and own["speaks"] for own in others)
    # One of them leaves the end open, and has its triangle.
    (open_end,) = [own for own in rows_of(chart) if own.get("kind") == "other goes on"]
    assert open_end["words"] == "since about 2003"
    assert "going on when its source was written, in 2008." in " ".join(caption_of(chart.to_dict()))


def test_no_day_of_a_scale_is_text() -> None:
    """Vega takes the ends of a scale of days for numbers, and complains of texts in its console."""
    vega = json.dumps(vegalite_to_vega(t2.timeline(founding("dialogues")).to_dict()))
    scale = re.search(r'"type": "time", "domain": (.*?), "range"', vega)[1]
    assert not re.search(r'\["\d{4}-', scale)
