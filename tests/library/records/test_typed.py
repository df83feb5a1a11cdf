"""Rows with types, eras and the sources that they rest on."""

import pytest
from hand_written import DIALOGUE, fill

import track2lib
from track2lib.records.snapshot import open_records

PACKAGE = open_records()
NAMES = PACKAGE.names
BEYOND = [name for name in NAMES if PACKAGE.resource(name).get("beyond")]
DATED = {"accounts", "dialogues", "events", "meetings", "outcomes", "participant_groups"}
DATED |= {"risks", "since", "works"}
TYPES = {"string": "string", "integer": "Int64", "number": "float64", "boolean": "boolean"}


def columns_of(name, scope):
    """Give the columns that a frame is promised to have, each with its type."""
    expected = {}
    for field in PACKAGE.fields(name):
        column = field["name"]
        if scope == "founding" and field.get("beyond"):
            continue
        expected[column] = TYPES[field["type"]]
        if field.get("edtf"):
            expected |= {f"{column}_{end}": "datetime64[us]" for end in ("earliest", "latest")}
            expected[f"{column}_ongoing"] = "bool"
        if name in DATED and column in ("date", "dates"):
            expected["era"] = "string"
    if name not in ("passages", "evidence"):
        expected["sources"] = "string"
    expected["cited"] = "string"
    if scope == "all" and name not in ("passages", "evidence"):
        expected["contested"] = "string"
    return expected


@pytest.mark.parametrize(
    ("name", "scope"),
    [(name, "all") for name in NAMES]
    + [(name, "founding") for name in NAMES if name not in BEYOND],
)
def test_types(name, scope):
    """Each column has the type that the descriptor gives it, also in a table without rows."""
    frame = track2lib.load(name, scope=scope)
    found = {column: str(dtype) for column, dtype in frame.dtypes.items()}
    assert list(found.items()) == list(columns_of(name, scope).items())


def test_eras_belong_to_dated_tables():
    """What happens or is measured at a time has an era; documents and the eras have none."""
    assert {name for name in NAMES if "era" in track2lib.load(name)} == DATED


def test_a_space_around_a_date_is_no_part_of_it(mine):
    """It is not seen in a spreadsheet, and a chart takes the date apart."""
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "d1", "dates": " 2001/.. "})
    table = track2lib.load("dialogues", data=mine)
    assert table.at[0, "dates"] == "2001/.."
    assert "since 2001" in track2lib.timeline(table).to_dict()["description"]
