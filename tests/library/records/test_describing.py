"""What a package says of its tables and their columns."""

import pytest
from hand_written import heading

import track2lib
from track2lib.records.snapshot import open_records

PACKAGE = open_records()
NAMES = PACKAGE.names
BEYOND = [name for name in NAMES if PACKAGE.resource(name).get("beyond")]


@pytest.mark.parametrize("name", sorted({*NAMES} - {*BEYOND}))
def test_founding_codebook_has_the_founding_columns(name):
    """The codebook of the founding scope lists what its table has, and the other one all."""
    founding = track2lib.codebook(name, scope="founding")["column"].tolist()
    assert [c for c in track2lib.load(name, scope="founding") if c in heading(name)] == founding
    assert track2lib.codebook(name)["column"].tolist() == heading(name)


def test_tables():
    """The list has every table of the descriptor with its size and its description."""
    listed = track2lib.list_tables().set_index("table")
    assert list(listed.index) == NAMES
    for name, row in listed.iterrows():
        resource = open_records().resource(name)
        assert row["description"] == resource["description"]
        assert (row["rows"], row["columns"]) == (
            len(track2lib.load(name)),
            len(resource["schema"]["fields"]),
        )


def test_codebook():
    """The codebook says of a column what it may hold, where it points and whether it must be filled."""
    venues = track2lib.codebook("dialogue_venues").set_index("column")
    assert venues.loc["place_id", "values"] == "a key of places"
    assert venues.loc["share", "values"] == "most, the rest, one of two places named"
    assert venues["required"].to_dict() == {"dialogue_id": True, "place_id": True, "share": False}
    dialogues = track2lib.codebook("dialogues").set_index("column")
    assert dialogues.loc["part_of", "values"] == "a key of dialogues"
    assert dialogues["type"][["dates", "topics_open", "name"]].tolist() == [
        "EDTF date",
        "boolean",
        "string",
    ]
