"""Packages of a reader's own."""

import pytest
from hand_written import MEETING, fill
from own_rows import ROWS

import track2lib as t2


@pytest.fixture
def mine(tmp_path):
    """Start a package."""
    return t2.start_dataset(tmp_path / "mine")


@pytest.fixture(scope="session")
def three(tmp_path_factory):
    """Write three rows in each table of a package. Tests only read it."""
    folder = t2.start_dataset(tmp_path_factory.mktemp("own") / "three")
    for name, rows in ROWS.items():
        fill(folder, name, *rows)
    return folder


@pytest.fixture(scope="session")
def many(tmp_path_factory):
    """Write 5,000 meetings. Tests only read them."""
    folder = t2.start_dataset(tmp_path_factory.mktemp("own") / "many")
    fill(folder, "dialogues", ROWS["dialogues"][0] | {"dates": ""})
    fill(folder, "places", *ROWS["places"])
    places = [row["place_id"] for row in ROWS["places"]]
    rows = [
        {
            "meeting_id": f"m{n}",
            "date": f"{1950 + n % 70}-{n % 12 + 1:02}",
            "place_id": places[n % 3],
        }
        for n in range(5000)
    ]
    fill(folder, "meetings", *[MEETING | row for row in rows])
    return folder
