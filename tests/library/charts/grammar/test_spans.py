"""Spans of time: their bands, and marks for what has no width."""

import json

from drawn import founding

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
