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


@pytest.mark.parametrize(("others", "left_open"), [("", 1), ("the rest", 0)])
def test_most_in_one_city_leaves_the_others_open(mine, others, left_open) -> None:
    """Who says where most meetings were has not said where all were."""
    for name in ("dialogues", "places", "dialogue_venues"):
        fill(mine, name, *ROWS[name])
    if others:
        fill(mine, "dialogue_venues", {"dialogue_id": "d1", "place_id": "accra", "share": others})
    links = t2.load("dialogue_venues", data=mine).query("place_id != 'somewhere'")
    title = " ".join(t2.venues(links).to_dict()["title"]["text"])
    assert f"for {left_open} of 2 dialogues" in title


def test_one_dialogue_is_one(mine) -> None:
    """Title and number fit each other."""
    for table in ("dialogues", "places"):
        fill(mine, table, *ROWS[table])
    fill(mine, "dialogue_venues", {"dialogue_id": "d1", "place_id": "geneva"})
    title = " ".join(t2.venues(t2.load("dialogue_venues", data=mine)).to_dict()["title"]["text"])
    assert title.startswith("1 city is named; for 0 of 1 dialogue part or all")
