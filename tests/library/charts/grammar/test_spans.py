"""Spans of time: their bands, and marks for what has no width."""

import json

from drawn import founding
from hand_written import DIALOGUE, fill
from vl_convert import vegalite_to_scenegraph

import track2lib as t2


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


LONG = "گفت‌وگوی غیررسمی دانشگاهیان دربارهٔ امنیت منطقه‌ای و همکاری‌های علمی و فرهنگی میان دو کشور"


def test_names_from_right_to_left_stand_in_lines_of_their_own(mine) -> None:
    """The lines of a name are marked on the axis, and not in the rows or in the description."""
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "d1", "name": LONG, "dates": "2003"})
    chart = t2.timeline(t2.load("dialogues", data=mine))
    text = chart.to_json(ensure_ascii=False)
    assert text.count("\u2067") == 0  # they are written as an expression, in its own way
    assert r"\u2067" in text
    assert LONG in chart.description


def test_years_have_four_figures(mine) -> None:
    """A year before 1000 is drawn, in a chart from the year before it on."""
    dated = {"dialogue_id": "d1", "dates": "0628", "source": "Author 1983, p. 1"}
    fill(mine, "dialogues", DIALOGUE | dated)
    text = t2.timeline(t2.load("dialogues", data=mine)).to_json()
    assert "0628-01-01" in text
    assert "0627-01-01" in text


def test_the_first_day_of_1970_is_a_day(mine) -> None:
    """Time that ends with 1969 has its bars, and no triangle, which would say that it is open."""
    spans = {"d1": "1960/1969", "d2": "1969/1975", "d3": "1970"}
    for key, dates in spans.items():
        fill(mine, "dialogues", DIALOGUE | {"dialogue_id": key, "name": dates, "dates": dates})
    chart = t2.timeline(t2.load("dialogues", data=mine))
    drawn = str(vegalite_to_scenegraph(chart.to_dict()))
    assert "triangle" not in drawn
    # A bar for each end and for the middle of both spans, and one for the year alone.
    assert str(chart.to_dict()).count("isValid(datum.end)") == 2


def test_a_first_period_may_have_no_beginning(mine) -> None:
    """Its band begins where the chart does, and it is named like any other."""
    old, new = {"era_id": "a", "dates": "../1995"}, {"era_id": "b", "dates": "1996/.."}
    fill(mine, "eras", old | {"name": "Old"}, new | {"name": "New"})
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "d1", "dates": "1990/1998"})
    spec = json.dumps(t2.timeline(t2.load("dialogues", data=mine)).to_dict())
    assert '{"name": "Old", "start": "1989-01-01", "end": "1996-01-01"' in spec
