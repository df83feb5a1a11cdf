"""Validation: a fault in the data gives one message that says where and how to mend it."""

import tempfile

import pandas as pd
import pytest
from damage import drop, put
from generated import SLOW, every_date, start, texts
from hand_written import DIALOGUE, MEETING, fill, heading
from hypothesis import given, settings
from hypothesis import strategies as st
from own_rows import ROWS

import track2lib as t2
from track2lib.records.date_cells import faults_of
from track2lib.records.problem import DataError
from track2lib.records.snapshot import open_records


@pytest.mark.parametrize(
    ("file", "steps", "table", "message"),
    [
        pytest.param(
            "evidence.csv",
            [lambda folder, own: (folder / own).unlink()],
            "dialogues",
            "evidence.csv: The file is missing.",
            id="no evidence",
        ),
        pytest.param(
            "places.csv",
            [lambda folder, own: (folder / own).unlink()],
            "dialogue_venues",
            "places.csv: The file is missing.",
            id="nothing to refer to",
        ),
        pytest.param(
            "eras.csv",
            [put("khatami", "dates", "2005/1997")],
            "events",
            "eras.csv, row 2, column dates: '2005/1997' ends before it begins.",
            id="no eras",
        ),
        pytest.param(
            "constructs.csv",
            [drop("r-us-appearance,")],
            "constructs",
            "column key: Table constructs has no row 'r-us-appearance'.",
            id="row lost",
        ),
    ],
)
def test_fault_elsewhere(copy, file, steps, table, message):
    """A table whose evidence, references or eras are at fault is not loaded either."""
    for step in steps:
        step(copy, file)
    with pytest.raises(DataError) as refusal:
        t2.load(table, data=copy)
    assert message in str(refusal.value)


def test_fault_stays_where_it_is(copy):
    """A fault in one table does not keep a reader from another."""
    put("film", "name", "")(copy, "topics.csv")
    assert len(t2.load("people", data=copy)) == len(t2.load("people", scope="founding"))
    with pytest.raises(DataError):
        t2.list_tables(data=copy)


def test_every_fault_is_listed(copy):
    """Faults in several rows and files are all reported at once."""
    put("una-sipri", "dates", "2008/2002")(copy, "dialogues.csv")
    put("stanley-gulf-security", "dates", "2007/2006")(copy, "dialogues.csv")
    put("film", "name", "")(copy, "topics.csv")
    found = t2.validate(copy)
    assert sorted(zip(found["file"], found["column"], strict=True)) == [
        ("dialogues.csv", "dates"),
        ("dialogues.csv", "dates"),
        ("topics.csv", "name"),
    ]


def test_faults_stand_as_they_are_mended(tmp_path):
    """File by file, row by row and from left to right; what concerns a whole row is its last."""
    mine = t2.start_dataset(tmp_path / "mine", tables=["dialogues", "meetings"])
    held, talks = GOOD["meetings"], GOOD["dialogues"]
    fill(mine, "meetings", held | {"date": "soon", "source": ""})
    fill(mine, "dialogues", talks | {"track": "3"}, talks | {"grain": "x", "name": "=1"})
    found = t2.validate(mine)
    assert found[["file", "row", "column"]].values.tolist() == [
        ["dialogues.csv", 2, "track"],
        ["dialogues.csv", 3, "name"],
        ["dialogues.csv", 3, "grain"],
        ["dialogues.csv", 3, "-"],
        ["meetings.csv", 2, "date"],
        ["meetings.csv", 2, "source"],
    ]


@pytest.mark.parametrize("place", ["", "datapackage.json"])
def test_sound_package(copy, place):
    """Sound data have no problems, whether the folder or its descriptor is named."""
    found = t2.validate(copy / place)
    assert found.empty
    assert found.columns.tolist() == ["file", "row", "column", "problem", "remedy", "severity"]


def test_our_own_package_is_sound():
    """The data that come with the project have no problems."""
    assert t2.validate().values.tolist() == []


OURS = open_records()
FAULTS = {
    "no source": ("dialogues", {"dialogue_id": "d1", "source": ""}, "source", "The cell is empty."),
    "unknown dialogue": (
        "meetings",
        {"dialogue_id": "d9"},
        "dialogue_id",
        "'d9' is not in the table dialogues.",
    ),
    "unknown place": (
        "meetings",
        {"place_id": "genf"},
        "place_id",
        "'genf' is not in the table places.",
    ),
    "no date at all": ("meetings", {"date": ""}, "date", "The cell is empty."),
    "bad date": ("meetings", {"date": "05/02/2001"}, "date", "'05/02/2001' is not an EDTF date"),
    "no such day": ("meetings", {"date": "2001-02-30"}, "date", "'2001-02-30' is not an EDTF date"),
    "ends before it begins": ("meetings", {"date": "2003/2001"}, "date", "'2003/2001' ends before"),
    "series": (
        "meetings",
        {"date": "2001/.."},
        "date",
        "'2001/..' has an open end; that is a series",
    ),
    "formula": ("meetings", {"title": "=1+1"}, "title", "'=1+1' would be run as a formula"),
    "markup": ("meetings", {"note": "<b>"}, "note", "'<b>' would be run as a formula or as markup"),
    "unknown grain": (
        "dialogues",
        {"grain": "many"},
        "grain",
        "'many' is not one of the values allowed.",
    ),
    "no whole number": (
        "meetings",
        {"rows_for": "two"},
        "rows_for",
        "'two' is not a whole number.",
    ),
    "number with a blank": (
        "meetings",
        {"rows_for": " 2"},
        "rows_for",
        "' 2' is not a whole number.",
    ),
    "number in other figures": (
        "meetings",
        {"rows_for": "۲"},
        "rows_for",
        "'۲' is not a whole number.",
    ),
    "too large a number": (
        "meetings",
        {"rows_for": "9" * 25},
        "rows_for",
        f"'{'9' * 25}' is not a whole",
    ),
    "no measure": ("places", {"latitude": "north"}, "latitude", "'north' is not a number."),
    "decimal comma": ("places", {"latitude": "46,2"}, "latitude", "'46,2' is not a number."),
    "no number at all": ("places", {"latitude": "NaN"}, "latitude", "'NaN' is not a number."),
    "half a number": ("places", {"latitude": ".5"}, "latitude", "'.5' is not a number."),
    "neither yes nor no": (
        "dialogues",
        {"topics_open": "yes"},
        "topics_open",
        "'yes' is not true or false.",
    ),
    "number beside a word": (
        "counts",
        {"minimum": "3", "as_stated": "several"},
        "as_stated",
        "A number stands beside 'several'.",
    ),
    "count of no row": ("counts", {"key": "d9"}, "key", "Table dialogues has no row 'd9'."),
}
GOOD = {
    "dialogues": DIALOGUE | {"dialogue_id": "d1"},
    "places": ROWS["places"][0],
    "meetings": MEETING | {"meeting_id": "m1", "date": "2001"},
    "counts": {"count_id": "c1", "table": "dialogues", "key": "d1", "unit": "meetings"},
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_ones_own_is_explained(mine, fault):
    """One wrong cell is one problem: its file, its row, its column, and how to mend it."""
    name, wrong, column, problem = FAULTS[fault]
    if name != "dialogues":
        fill(mine, "dialogues", GOOD["dialogues"])
    fill(mine, name, GOOD[name] | {OURS.key(name)[0]: "before"}, GOOD[name] | wrong)
    found = t2.validate(mine)
    assert found[["file", "row", "column"]].values.tolist() == [[f"{name}.csv", 3, column]]
    assert found["problem"].item().startswith(problem)
    assert found["remedy"].item()
    with pytest.raises(DataError) as refusal:
        t2.load(name, data=mine)
    assert f"{name}.csv, row 3, column {column}: {problem}" in str(refusal.value)


def test_a_column_too_many_is_explained(mine):
    """A column that the descriptor does not know is named, with the heading as it should be."""
    path = mine / "topics.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",source", ",source,mine"), "utf-8")
    found = t2.validate(mine).iloc[0]
    assert found[["file", "row", "column"]].tolist() == ["topics.csv", 1, "mine"]
    assert found["problem"] == "Columns not described: mine."
    assert found["remedy"].endswith(",".join(heading("topics", mine)))


# One column of each kind, and a row of its table that is otherwise sound.
CELLS = {
    "rows_for": "meetings",
    "date": "meetings",
    "kind": "meetings",
    "title": "meetings",
    "place_id": "meetings",
    "latitude": "places",
    "topics_open": "dialogues",
}
SOUND = {
    "dialogues": {
        "dialogue_id": "d1",
        "name": "Talks",
        "case": "elsewhere",
        "grain": "one",
        "summary": "What they were.",
    },
    "places": {"place_id": "geneva", "name": "Geneva", "precision": "city"},
    "meetings": {
        "meeting_id": "m1",
        "dialogue_id": "d1",
        "title": "A meeting",
        "kind": "meeting",
        "date": "2005",
    },
}
# What libraries read as numbers, dates or truth in different ways.
NUMBERS = ("1 ", " 1", ".5", "5.", "1_000", "1e400", "NaN", "INF", "٣", "9" * 20, "007", "-0", "+1")
OTHERS = ("", " ", "TRUE", "True ", "2005 ", "2005-00", "0000", "9999", "2005/", "/", "..", "=1")
odd = st.sampled_from(NUMBERS + OTHERS)


@settings(SLOW, max_examples=40)
@given(st.sampled_from(sorted(CELLS)), odd | texts | every_date)
def test_what_is_sound_is_loaded(column, cell):
    """What `validate` finds sound is loaded, and what it does not is refused by what it found."""
    with tempfile.TemporaryDirectory() as place:
        folder = start(place)
        for name, row in SOUND.items():
            fill(folder, name, row | ({column: cell} if CELLS[column] == name else {}))
        found = t2.validate(folder)
        assert found["severity"].eq("error").all()
        if found.empty:
            assert len(t2.load(CELLS[column], data=folder)) == 1
        else:
            assert found["column"].tolist() == [column]
            with pytest.raises(DataError) as refusal:
                t2.load(CELLS[column], data=folder)
            pd.testing.assert_frame_equal(refusal.value.problems, found)


TWINS = [ROWS["places"][0], ROWS["places"][0] | {"place_id": "genf", "name": "GENEVA"}]
ASKED = (
    "places.csv, row 3, column name: 'GENEVA' ('genf') and 'Geneva' ('geneva', row 2) look alike."
)


@pytest.fixture
def twins(mine):
    """Write two places that may be one, and two meetings there."""
    fill(mine, "places", *TWINS)
    fill(mine, "dialogues", GOOD["dialogues"])
    held = [
        GOOD["meetings"] | {"meeting_id": place, "place_id": place} for place in ("geneva", "genf")
    ]
    fill(mine, "meetings", *held)
    return mine


def test_what_is_asked_about_is_loaded_with_one_warning(twins):
    """Who does not validate hears of it too: once for a table, at the line that loads it."""
    with pytest.warns(t2.DataWarning) as heard:
        assert len(t2.load("places", data=twins)) == 2
    assert len(heard) == 1
    assert str(heard[0].message).startswith(ASKED)
    assert str(heard[0].message).endswith("validate() lists them all.")
    assert heard[0].filename == __file__
    for scope in ("all", "founding"):  # no second warning: it would be an error here
        t2.load("places", data=twins, scope=scope)


def test_a_table_that_refers_to_it_is_loaded_in_silence(twins):
    """The question is put where the rows are shown that it is about."""
    assert len(t2.load("meetings", data=twins)) == 2


def test_a_chart_that_looks_it_up_asks(twins):
    """A chart which draws the rows in question asks as loading them does."""
    meetings = t2.load("meetings", data=twins)
    with pytest.warns(t2.DataWarning, match="look alike"):
        t2.venue_map(meetings)


def test_what_was_asked_is_asked_again_of_changed_data(twins):
    """A file that has changed is another snapshot, with questions of its own."""
    with pytest.warns(t2.DataWarning, match="GENEVA"):
        t2.load("places", data=twins)
    fill(twins, "places", TWINS[0] | {"place_id": "genève", "name": "GeneVa"})
    with pytest.warns(t2.DataWarning, match=r"... and 1 more; validate\(\) lists them all"):
        t2.load("places", data=twins)


def test_errors_stand_before_questions(twins):
    """A table with an error is not loaded, and the error does not speak of questions."""
    fill(twins, "places", TWINS[0] | {"place_id": "x", "name": "X", "latitude": "north"})
    with pytest.raises(DataError) as refusal:
        t2.load("places", data=twins)
    assert refusal.value.problems["severity"].tolist() == ["error"]
    assert t2.validate(twins)["severity"].tolist() == ["error", "warning"]


def test_of_very_many_problems_the_first_thousand_are_listed(tmp_path):
    """The last row says how many more there are, and the error of the table as well."""
    mine = t2.start_dataset(tmp_path / "mine", tables=["topics"])
    fill(
        mine, "topics", *({"topic_id": f"t{n}", "name": "Film", "area": "=1"} for n in range(1500))
    )
    found = t2.validate(mine)
    assert len(found) == 1001
    assert found["file"].iloc[:-1].unique().tolist() == ["topics.csv"]
    assert found["row"].iloc[999] == 1001
    assert found["problem"].iloc[-1] == "There are 500 more problems, which are not listed."
    with pytest.raises(DataError, match="and 996 more") as refusal:
        t2.load("topics", data=mine)
    assert len(refusal.value.problems) == 1001


def test_an_error_is_seen_before_a_thousand_warnings(tmp_path):
    """What keeps a table from being shown is listed; what is left out is called what it is."""
    mine = t2.start_dataset(tmp_path / "mine", tables=["topics"])
    rows = [{"topic_id": f"t{n}", "name": "Film", "area": f"1.{n}E+12"} for n in range(1500)]
    fill(mine, "topics", *rows)
    assert t2.validate(mine)["severity"].tolist() == ["warning"] * 1001
    fill(mine, "topics", {"topic_id": "t1500", "name": "=1", "area": "films"})
    found = t2.validate(mine)
    assert found["row"].iloc[0] == 1502
    assert found["severity"].tolist() == ["error"] + ["warning"] * 1000


def test_of_many_dates_the_first_are_told_why():
    """Why each of thousands is none takes a minute to say; that it is none is said of each."""
    told = faults_of([f"{number}.5." for number in range(1200)] + ["2005", "2005/.."])
    assert len(told) == 1200
    assert told["1199.5."] == (
        "'1199.5.' is not an EDTF date.",
        "Correct the date, or leave it empty if none is stated.",
    )
