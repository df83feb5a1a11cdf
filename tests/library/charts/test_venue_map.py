"""The map: a circle for each town, and a count of what names none."""

import math

import pytest
from drawn import caption_of, rows_of

import track2lib as t2


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


def test_a_map_of_places_alone() -> None:
    """Rows that have places and no dialogues, such as events, are drawn by town."""
    events = t2.load("events").dropna(subset="place_id")
    assert "New York" in t2.venue_map(events).description
