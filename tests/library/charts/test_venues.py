"""Where talks were held, as far as it is told."""

import pytest
from drawn import founding, rows_of
from hand_written import fill
from own_rows import ROWS

import track2lib as t2


def test_the_venue_strip_keeps_what_is_left_open() -> None:
    """'Europe' is no city, and 'mostly Stockholm' is not all in Stockholm."""
    rows = rows_of(t2.venues(founding("dialogue_venues")))
    by_place = {(row["place"], row["dialogue"]): row["words"] for row in rows}
    assert by_place["Stockholm", "UNA-USA and SIPRI dialogue"] == "most of its meetings"
    assert ("Elsewhere, not stated", "UNA-USA and SIPRI dialogue") in by_place
    assert {row["precision"] for row in rows if row["place"].startswith("Europe")} == {"region"}


@pytest.mark.parametrize(
    ("places", "title"),
    [
        ("geneva accra somewhere", "The source names 2 cities and leaves 1 place open"),
        ("somewhere", "The source names no city and leaves 1 place open"),
        # Who says where most meetings were has not said where all were, nor does the title.
        ("geneva accra", "The source names 2 cities"),
    ],
)
def test_cities_and_places_left_open_are_counted(mine, places, title) -> None:
    """The title counts the rows of the chart, and says of no place that none is left open."""
    for name in ("dialogues", "places", "dialogue_venues"):
        fill(mine, name, *ROWS[name])
    links = t2.load("dialogue_venues", data=mine)
    drawn = t2.venues(links[links["place_id"].isin(places.split())]).to_dict()
    assert " ".join(drawn["title"]["text"]) == title


def test_several_sources_are_several() -> None:
    """What more than one document names is not said to be named by one."""
    links = t2.load("dialogue_venues").head(8)
    assert links["cited"].nunique() > 1
    title = " ".join(t2.venues(links).to_dict()["title"]["text"])
    assert title.startswith("The sources name ")


def test_one_dialogue_is_one(mine) -> None:
    """Title and number fit each other."""
    for table in ("dialogues", "places"):
        fill(mine, table, *ROWS[table])
    fill(mine, "dialogue_venues", {"dialogue_id": "d1", "place_id": "geneva"})
    title = " ".join(t2.venues(t2.load("dialogue_venues", data=mine)).to_dict()["title"]["text"])
    assert title == "The source names 1 city"
