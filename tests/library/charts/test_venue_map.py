"""The map: a circle for each town, and a count of what names none."""

import math

import pytest
from drawn import caption_of, rows_of
from hand_written import DIALOGUE, MEETING, fill

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


PLACES = [
    {"place_id": "norway", "name": "Norway", "precision": "country", "latitude": "64.5"}
    | {"longitude": "17.9"},
    {"place_id": "hidden", "name": "Undisclosed", "precision": "not stated"},
    {"place_id": "accra", "name": "Accra", "precision": "city", "latitude": "5.6"}
    | {"longitude": "-0.2"},
    {"place_id": "bern", "name": "Bern", "precision": "city", "latitude": "46.9"}
    | {"longitude": "7.4"},
    {"place_id": "lost", "name": "A town", "precision": "city"},
]


def met(folder, *places: str):
    """Load meetings in these places."""
    fill(folder, "dialogues", DIALOGUE | {"dialogue_id": "d1"})
    fill(folder, "places", *PLACES)
    rows = [
        MEETING | {"meeting_id": f"m{n}", "date": "2001", "place_id": place}
        for n, place in enumerate(places)
    ]
    fill(folder, "meetings", *rows)
    return t2.load("meetings", data=folder)


def test_a_country_is_no_town(mine) -> None:
    """A position that somebody has given to a country draws no circle, and its rows are counted."""
    chart = t2.venue_map(met(mine, "norway", "norway", "norway", "hidden", "accra"))
    assert [row["place"] for row in rows_of(chart) if "radius" in row] == ["Accra"]
    said = " ".join(caption_of(chart.to_dict()))
    assert "Not on the map: 4 of 5 rows, which name no town." in said
    assert said.endswith("Positions: Author 2012.")
    assert " ".join(chart.to_dict()["title"]["text"]) == "Accra is named in 1 of 5 rows"


@pytest.mark.parametrize(
    ("places", "title"),
    [
        (["accra", "bern", "accra", "bern"], "Accra and Bern are named in 2 of 4 rows each"),
        (["accra", "bern", "bern"], "Bern is named in 2 of 3 rows, more than any other town"),
        # A town that cannot be drawn is not for that behind another.
        (["accra", "lost", "lost"], "A town is named in 2 of 3 rows, more than any other town"),
    ],
)
def test_no_town_leads_where_others_have_as_many(mine, places: list[str], title: str) -> None:
    """A lead is claimed where there is one, and of the town that has it."""
    assert " ".join(t2.venue_map(met(mine, *places)).to_dict()["title"]["text"]) == title
