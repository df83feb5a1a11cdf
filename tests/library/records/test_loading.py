"""Tables: what stands in the files, and nothing else; our own, and those of a reader beside them."""

import csv
import subprocess
import sys
import tempfile

import pandas as pd
import pytest
from generated import SLOW, places, shown, start, topics
from hand_written import DIALOGUE, MEETING, fill
from hypothesis import given
from own_rows import ROWS

import track2lib as t2
from track2lib.records.problem import DataError
from track2lib.records.snapshot import open_records

PACKAGE = open_records()
FOLDER = PACKAGE.folder
NAMES = PACKAGE.names
BEYOND = [name for name in NAMES if PACKAGE.resource(name).get("beyond")]


@pytest.mark.parametrize("name", NAMES)
def test_load_keeps_the_file(name):
    """A table has the rows of its file in their order; an empty cell is missing, not empty text."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        heading, *rows = csv.reader(file)
    loaded = t2.load(name)[heading]
    for column, cells in zip(heading, zip(*rows, strict=True), strict=False):
        written = ["" if pd.isna(value) else str(value) for value in loaded[column]]
        if loaded[column].dtype == "boolean":
            written = [text.lower() for text in written]
        if loaded[column].dtype == "float64":
            cells = [cell and str(float(cell)) for cell in cells]
        assert written == list(cells), column
    assert len(loaded) == len(rows)


@pytest.mark.parametrize("name", BEYOND)
@pytest.mark.parametrize("ask", [t2.load, t2.codebook])
def test_tables_of_other_sources_are_not_founding(name, ask):
    """A table that no founding document fills is not there in their scope, nor in the list."""
    with pytest.raises(LookupError, match="There is no table") as refusal:
        ask(name, scope="founding")
    assert name not in str(refusal.value).partition("The tables are: ")[2].rstrip(".").split(", ")


@pytest.mark.parametrize("scope", ["part two", ""])
def test_no_such_scope(scope):
    """A scope that does not exist is refused with those that do."""
    with pytest.raises(LookupError, match="The scopes are: all, founding"):
        t2.load("dialogues", scope=scope)


@pytest.mark.parametrize("read", [t2.load, t2.codebook])
def test_no_such_table(read):
    """A table that does not exist is refused with the nearest name and all the others."""
    with pytest.raises(LookupError) as refusal:
        read("dialoges")
    assert "There is no table 'dialoges'. Did you mean 'dialogues'?" in str(refusal.value)
    assert ", ".join(NAMES) in str(refusal.value)


def test_frames_are_copies():
    """What a reader does to a table does not reach the next one."""
    eras = t2.load("eras")
    eras["name"] = "changed"
    assert "changed" not in set(t2.load("eras")["name"])


def test_loading_waits_for_nothing():
    """Loading a table imports neither charts nor widgets nor the library that validates."""
    code = "import sys, track2lib; track2lib.load('dialogues'); print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(run.stdout.split())
    assert "track2lib.records.loading" in loaded
    assert not loaded & {"altair", "frictionless", "ipywidgets", "vl_convert"}


SOME = ("dimaggio2010", "rand2007")


@pytest.mark.parametrize("wanted", [SOME, SOME[:1], iter(SOME[1:]), ()])
def test_rows_of_some_sources(wanted):
    """With `sources`, a table has the rows that rest on at least one of them, in their order."""
    wanted = list(wanted)
    every = t2.load("dialogues")
    resting = [bool({*wanted} & {*own.split("; ")}) for own in every["sources"]]
    chosen = t2.load("dialogues", sources=iter(wanted))
    pd.testing.assert_frame_equal(chosen, every[resting].reset_index(drop=True))


@pytest.mark.parametrize(
    ("name", "source", "message"),
    [
        ("dialogues", "dimagio2010", "There is no source 'dimagio2010'. Did you mean 'dimaggio2"),
        ("passages", "dimaggio2010", "Rows of 'passages' are not borne by sources"),
    ],
)
def test_no_such_source(name, source, message):
    """A source that is not listed, or a table that rests on none, is refused."""
    with pytest.raises(LookupError) as refusal:
        t2.load(name, sources=[source])
    assert message in str(refusal.value)


def test_a_loaded_table_is_the_readers_own():
    """What a reader does to a table does not show when it is loaded again."""
    mine = t2.load("topics")
    mine["name"] = "mine"
    assert "mine" not in set(t2.load("topics")["name"])


OURS = open_records()
OWN = [name for name in OURS.names if name not in ("sources", "passages", "evidence")]


@pytest.mark.parametrize("name", OWN)
def test_ones_own_rows_stand_below_ours(three, name):
    """With `beside`, our rows come first, as they are, and one's own follow."""
    ours, own = t2.load(name), t2.load(name, data=three)
    both = t2.load(name, data=three, beside=True)
    pd.testing.assert_frame_equal(both.head(len(ours))[ours.columns], ours)
    key = OURS.key(name)
    again = own.set_index(key).index.isin(ours.set_index(key).index)
    assert (
        both.tail(len(both) - len(ours))[key].values.tolist()
        == own.loc[~again, key].values.tolist()
    )


@pytest.mark.parametrize("name", ["passages", "evidence"])
def test_provenance_beside_ours_is_ours(three, name):
    """What one's own package does not have is, beside ours, what ours has."""
    pd.testing.assert_frame_equal(t2.load(name, data=three, beside=True), t2.load(name))
    with pytest.raises(LookupError, match="There is no table"):
        t2.load(name, data=three)


@pytest.mark.parametrize(
    ("name", "row", "told"),
    [
        (
            "places",
            {"name": "Geneva, New York", "precision": "city"},
            "there name 'Geneva', country 'Switzerland', here name 'Geneva, New York'.",
        ),
        (
            "places",
            {"name": "Geneva", "precision": "city", "country": "United States"},
            "here name 'Geneva', country 'United States'.",
        ),
        ("places", {"name": "GENEVA ", "precision": "city"}, ""),
    ],
)
def test_a_key_that_means_two_things_is_refused(mine, name, row, told):
    """Beside ours, one key is one thing: of two that differ both are shown, and nothing is loaded."""
    fill(mine, name, {"place_id": "geneva"} | row)
    if not told:
        assert len(t2.load(name, data=mine, beside=True)) == len(t2.load(name))
        return
    with pytest.raises(
        DataError, match=r"places.csv, row 2, column place_id: The key 'geneva'"
    ) as e:
        t2.load(name, data=mine, beside=True)
    assert told in str(e.value)


def test_a_place_that_is_ours_too_is_the_same(three):
    """A town with the key of ours is that town, and stands once."""
    assert "geneva" in set(t2.load("places")["place_id"])
    both = t2.load("places", data=three, beside=True)
    assert both["place_id"].is_unique
    assert (both["place_id"] == "geneva").sum() == 1


@pytest.mark.parametrize("name", ["dialogues", "meetings", "events"])
def test_a_key_of_ours_is_refused(mine, name):
    """A case with the key of one of ours is an error that says where, not a second row."""
    key = t2.load(name).iloc[0, 0]
    own = {
        "dialogues": DIALOGUE,
        "meetings": MEETING | {"date": "2005"},
        "events": ROWS["events"][0],
    }
    if name == "meetings":
        fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "d1"})
    column = OURS.key(name)[0]
    fill(mine, name, own[name] | {column: "fresh"}, own[name] | {column: key})
    assert len(t2.load(name, data=mine)) == 2
    with pytest.raises(DataError) as refusal:
        t2.load(name, data=mine, beside=True)
    assert refusal.value.problems.iloc[0, :3].tolist() == [f"{name}.csv", 3, column]
    assert f"The key '{key}' stands in the project's own table too: there " in str(refusal.value)


def test_many_meetings_are_loaded(many):
    """A long table is loaded whole and sound."""
    assert t2.validate(many).empty
    assert len(t2.load("meetings", data=many)) == 5000


@SLOW
@given(topics, places)
def test_what_is_written_is_what_is_loaded(topics, places):
    """Rows written to a package are loaded as they were written, whatever the signs in them."""
    with tempfile.TemporaryDirectory() as place:
        folder = start(place)
        for name, rows in {"topics": topics, "places": places}.items():
            cells = [{c: "" if v is None else v for c, v in row.items()} for row in rows]
            fill(folder, name, *cells)
            columns = list(rows[0]) if rows else []
            expected = [[None if row[c] == "" else row[c] for c in columns] for row in rows]
            assert shown(t2.load(name, data=folder), columns) == expected
