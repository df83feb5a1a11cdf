"""Two dialogues of one name are two, in every chart that names them."""

import json

import pytest
from drawn import rows_of
from hand_written import DIALOGUE, fill

import track2lib as t2
from track2lib.page.sentence import title_of


@pytest.fixture
def twins(mine):
    """Write two dialogues of one name, and a third; each has an organizer, a topic and a place."""
    spans = {"ip1": "1991/1995", "ip2": "2001/2003", "z": "2002"}
    for key, dates in spans.items():
        name = "Other talks" if key == "z" else "Track II dialogue"
        fill(mine, "dialogues", DIALOGUE | {"dialogue_id": key, "name": name, "dates": dates})
    for n, (key, side) in enumerate(zip(spans, ("Indian", "Pakistani", "Indian"), strict=True)):
        house = {
            "org_id": f"o{n}",
            "name": f"House {n}",
            "short_name": f"H{n}",
            "description": "A.",
        }
        fill(mine, "organizations", house | {"side": side})
        fill(
            mine, "dialogue_organizations", {"dialogue_id": key, "org_id": f"o{n}", "role": "host"}
        )
        place = {"place_id": f"p{n}", "name": f"Town {n}", "precision": "city"}
        fill(mine, "places", place | {"latitude": f"{10 + n}", "longitude": "70"})
        fill(mine, "dialogue_venues", {"dialogue_id": key, "place_id": f"p{n}"})
        fill(mine, "topics", {"topic_id": f"t{n}", "name": f"Topic {n}", "area": "water"})
        fill(mine, "dialogue_topics", {"dialogue_id": key, "topic_id": f"t{n // 2}"})
    return mine


@pytest.mark.parametrize(
    ("chart", "table", "field", "said"),
    [
        (t2.organizers, "dialogue_organizations", "dialogue", "For 0 of 3 efforts"),
        (t2.topics, "dialogue_topics", "dialogue", "for 2 of 3 dialogues"),
        (t2.venues, "dialogue_venues", "dialogue", "The source names 3 cities"),
        (t2.active_in_year, "dialogues", "subject", "of 3 dialogues are said to be going on"),
    ],
)
def test_they_are_counted_and_named_as_two(twins, chart, table, field, said):
    """Keys decide what is one thing, and what differs between the two is added to their name."""
    drawn = chart(t2.load(table, data=twins))
    names = {row[field] for row in rows_of(drawn) if field in row}
    first, second = "Track II dialogue, 1991 to 1995", "Track II dialogue, 2001 to 2003"
    assert names == {first, second, "Other talks"}
    assert said in title_of(drawn.to_dict())


def test_sides_of_another_conflict_have_columns(twins):
    """A side that the project does not know is drawn like any other."""
    spec = json.dumps(t2.organizers(t2.load("dialogue_organizations", data=twins)).to_dict())
    assert "Indian" in spec
    assert "Pakistani" in spec
