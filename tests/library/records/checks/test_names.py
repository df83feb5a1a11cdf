"""Names that look alike under several keys are asked about, and stop nothing."""

import pytest
from hand_written import DIALOGUE, MEETING, fill
from own_rows import ROWS

import track2lib as t2

ASK = "Are they one thing? If so, use one key; if not, leave both."
PERSON = {"role": "president"}
GROUP = {"side": "Iranian", "description": "People."}
KINDS = {
    "places": ("place_id", "name", ROWS["places"][0]),
    "organizations": ("org_id", "name", ROWS["organizations"][0]),
    "topics": ("topic_id", "name", ROWS["topics"][0]),
    "people": ("person_id", "name", PERSON),
    "dialogues": ("dialogue_id", "name", DIALOGUE),
    "events": ("event_id", "title", ROWS["events"][0]),
    "participant_groups": ("group_id", "name", GROUP),
}
VOCABULARIES = ("places", "organizations", "topics", "people")


@pytest.fixture
def named(mine):
    """Write rows with these names, and give what is said of them."""

    def write(table, *names):
        key, column, row = KINDS[table]
        own = {"short_name": ""} if table == "organizations" else {}
        rows = [row | own | {key: f"k{n}", column: name} for n, name in enumerate(names)]
        if own:
            rows = [row | {"short_name": f"S{n}"} for n, row in enumerate(rows)]
        fill(mine, table, *rows)
        return t2.validate(mine).values.tolist()

    return write


@pytest.mark.parametrize("table", KINDS)
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lake talks", "LAKE  talks"),
        ("علی", "علي"),
        ("گفت\u200cوگو", "گفتوگو"),
        ("Doha\u00a01", "doha ۱"),
    ],
)
def test_names_that_look_alike_are_asked_about(named, table, one, other):
    """Whatever the table, the second row is asked about, with both keys and both names."""
    _, column, _ = KINDS[table]
    said = f"{other!r} ('k2') and {one!r} ('k0', row 2) look alike."
    assert named(table, one, "Another", other) == [
        [f"{table}.csv", 4, column, said, ASK, "warning"]
    ]


@pytest.mark.parametrize("table", KINDS)
def test_the_same_name_twice_is_asked_about_where_there_is_one_of_each(named, table):
    """Two dialogues or events may share a name; a place under two keys may be one place."""
    found = named(table, "Peace", "Peace", "Peace")
    assert [row[1] for row in found] == ([3, 4] if table in VOCABULARIES else [])


def test_a_second_spelling_is_asked_about_once(named):
    """Of dialogues that share two spellings, the first with the second spelling."""
    assert [row[1] for row in named("dialogues", "Talks", "Talks", "talks", "talks")] == [4]


def test_meetings_of_one_title_are_not_asked_about(mine):
    """A round is held again under its title; in other letters it is asked about."""
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "d1"})
    held = [MEETING | {"meeting_id": f"m{n}", "date": f"200{n}"} for n in range(3)]
    fill(mine, "meetings", *held)
    assert t2.validate(mine).empty
    fill(mine, "meetings", MEETING | {"meeting_id": "m4", "date": "2004", "title": "a Meeting"})
    assert t2.validate(mine)["row"].tolist() == [5]


def test_short_names_are_asked_about_in_other_letters_only(mine):
    """Two houses may have the same letters; two spellings of them may be one house."""
    house = {"description": "A house."}
    names = ["CSS", "CSS", "Css"]
    rows = [{"org_id": f"o{n}", "name": f"House {n}", "short_name": s} for n, s in enumerate(names)]
    fill(mine, "organizations", *[house | row for row in rows])
    assert t2.validate(mine)[["row", "column"]].values.tolist() == [[4, "short_name"]]


def test_keys_that_are_at_fault_are_not_asked_about_too(mine):
    """Two keys that look alike, or one that stands twice, are one fault with their names."""
    place = ROWS["places"][0]
    fill(mine, "places", place, place | {"place_id": "Geneva"}, place)
    assert t2.validate(mine)["severity"].tolist() == ["error", "error"]


@pytest.mark.parametrize(
    ("one", "other", "asked"),
    [
        ("United Kingdom", "United States", False),
        ("Switzerland", "", True),
        ("", "Switzerland", True),
        ("Switzerland", "switzerland ", True),
    ],
)
def test_two_towns_of_one_name_are_known_by_their_countries(mine, one, other, asked):
    """Where both rows name a country and these differ, there is nothing to ask."""
    town = {"name": "Cambridge", "precision": "city"}
    fill(mine, "places", town | {"place_id": "a", "country": one})
    fill(mine, "places", town | {"place_id": "b", "country": other})
    found = t2.validate(mine).query("column == 'name'")
    assert found["severity"].tolist() == ["warning"] * asked
