"""Tables: what stands in the files, with types, bounds and sources, and nothing else."""

import csv
import shutil
import subprocess
import sys

import pandas as pd
import pytest
from hand_written import fill, heading

import track2lib
from track2lib.records.snapshot import open_package

PACKAGE = open_package()
FOLDER = PACKAGE.folder
NAMES = PACKAGE.names
BEYOND = [name for name in NAMES if PACKAGE.resource(name).get("beyond")]
DATED = {"accounts", "dialogues", "events", "meetings", "outcomes", "participant_groups", "works"}
TYPES = {"string": "string", "integer": "Int64", "number": "float64", "boolean": "boolean"}


def change(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def add_source(folder):
    """Add a document that is no founding one, with a construct that rests on it alone."""
    fill(
        folder,
        "sources",
        {
            "source_id": "other2015",
            "authors": "Other",
            "short_name": "Other",
            "date": "2015",
            "title": "Title",
            "kind": "book chapter",
            "language": "en",
            "founding": "false",
            "extent_read": "part",
            "standpoint": "None known.",
        },
    )
    passage = {"passage_id": "other2015-1", "source_id": "other2015", "section": "Opening"}
    place = {"section_order": "1", "paragraph": "1", "sentence": "1", "gist": "Something else."}
    fill(folder, "passages", passage | place)
    construct = {"construct_id": "x-other", "author": "Other", "kind": "limit", "name": "Limit"}
    about = {"statement": "A limit.", "about": "track II in general"}
    fill(folder, "constructs", construct | about)
    borne = {"passage_id": "other2015-1", "voice": "author", "status": "stated"}
    for table, key in [
        ("sources", "other2015"),
        ("constructs", "x-other"),
        ("constructs", "c-forum"),
    ]:
        fill(folder, "evidence", borne | {"table": table, "key": key})
    assert track2lib.validate(folder).empty


@pytest.mark.parametrize("name", NAMES)
def test_load_keeps_the_file(name):
    """A table has the rows of its file in their order; an empty cell is missing, not empty text."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        heading, *rows = csv.reader(file)
    loaded = track2lib.load(name)[heading]
    for column, cells in zip(heading, zip(*rows, strict=True), strict=False):
        written = ["" if pd.isna(value) else str(value) for value in loaded[column]]
        if loaded[column].dtype == "boolean":
            written = [text.lower() for text in written]
        if loaded[column].dtype == "float64":
            cells = [cell and str(float(cell)) for cell in cells]
        assert written == list(cells), column
    assert len(loaded) == len(rows)


def columns_of(name, scope):
    """Give the columns that a frame is promised to have, each with its type."""
    expected = {}
    for field in PACKAGE.fields(name):
        column = field["name"]
        if scope == "founding" and field.get("beyond"):
            continue
        expected[column] = TYPES[field["type"]]
        if field.get("edtf"):
            expected |= {f"{column}_{end}": "datetime64[s]" for end in ("earliest", "latest")}
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


@pytest.mark.parametrize("name", BEYOND)
@pytest.mark.parametrize("ask", [track2lib.load, track2lib.codebook])
def test_tables_of_other_sources_are_not_founding(name, ask):
    """A table that no founding document fills is not there in their scope, nor in the list."""
    with pytest.raises(LookupError, match="There is no table") as refusal:
        ask(name, scope="founding")
    assert name not in str(refusal.value).partition("The tables are: ")[2].rstrip(".").split(", ")


@pytest.mark.parametrize("name", sorted({*NAMES} - {*BEYOND}))
def test_founding_codebook_has_the_founding_columns(name):
    """The codebook of the founding scope lists what its table has, and the other one all."""
    founding = track2lib.codebook(name, scope="founding")["column"].tolist()
    assert [c for c in track2lib.load(name, scope="founding") if c in heading(name)] == founding
    assert track2lib.codebook(name)["column"].tolist() == heading(name)


def test_eras_belong_to_dated_tables():
    """What happens or is measured at a time has an era; documents and the eras have none."""
    assert {name for name in NAMES if "era" in track2lib.load(name)} == DATED


def test_sources_of_a_row(copy):
    """A row names every source it rests on, and the places in them, each once."""
    add_source(copy)
    row = track2lib.load("constructs", data=copy).set_index("construct_id").loc["c-forum"]
    assert row["sources"] == "dimaggio2010; other2015"
    assert row["cited"].split("; ") == [
        "DiMaggio 2010, Measuring success, para. 2",
        "Other 2015, Opening, para. 1",
    ]


@pytest.mark.parametrize("spelling", ["true", "TRUE", "1"])
def test_scope(copy, spelling):
    """The founding scope keeps what a founding document bears, alone or with others."""
    add_source(copy)
    path = copy / "sources.csv"
    text = path.read_text(encoding="utf-8").replace(",true,whole,", f",{spelling},whole,")
    path.write_text(text, encoding="utf-8")
    everything = track2lib.load("constructs", data=copy)["construct_id"]
    founding = track2lib.load("constructs", scope="founding", data=copy)["construct_id"]
    assert set(everything) - set(founding) == {"x-other"}
    assert founding.index.tolist() == list(range(len(founding)))
    for name, column in [("passages", "source_id"), ("sources", "source_id")]:
        kept = track2lib.load(name, scope="founding", data=copy)[column]
        assert set(kept) == {"dimaggio2010", "rand2007"}
    evidence = track2lib.load("evidence", scope="founding", data=copy)
    assert not evidence["passage_id"].str.startswith("other").any()


@pytest.mark.parametrize("scope", ["part two", ""])
def test_no_such_scope(scope):
    """A scope that does not exist is refused with those that do."""
    with pytest.raises(LookupError, match="The scopes are: all, founding"):
        track2lib.load("dialogues", scope=scope)


@pytest.mark.parametrize("read", [track2lib.load, track2lib.codebook])
def test_no_such_table(read):
    """A table that does not exist is refused with the nearest name and all the others."""
    with pytest.raises(LookupError) as refusal:
        read("dialoges")
    assert "There is no table 'dialoges'. Did you mean 'dialogues'?" in str(refusal.value)
    assert ", ".join(NAMES) in str(refusal.value)


def test_no_such_folder(tmp_path):
    """A folder without a descriptor is refused by name, with what it should hold."""
    with pytest.raises(FileNotFoundError, match=r"There is no datapackage\.json in ") as refusal:
        track2lib.load("dialogues", data=tmp_path)
    assert repr(str(tmp_path)) in str(refusal.value)


def test_other_folder(copy):
    """Another package is read from its folder or its descriptor, and the frame remembers it."""
    change(copy / "people.csv", "Mohammad Khatami", "Somebody Else")
    for place in [copy, str(copy), copy / "datapackage.json"]:
        people = track2lib.load("people", data=place)
        assert people["name"].iat[0] == "Somebody Else"
        assert people.attrs["data"] == place
    assert track2lib.load("people")["name"].iat[0] == "Mohammad Khatami"


def test_frames_are_copies():
    """What a reader does to a table does not reach the next one."""
    eras = track2lib.load("eras")
    eras["name"] = "changed"
    assert "changed" not in set(track2lib.load("eras")["name"])


def test_a_change_in_a_file_is_seen(copy):
    """A file that changes between two calls is read anew."""
    before = track2lib.load("dialogues", data=copy).set_index("dialogue_id")["dates"]
    change(copy / "dialogues.csv", "2006/2007", "2006/2009")
    after = track2lib.load("dialogues", data=copy).set_index("dialogue_id")["dates"]
    assert (before["stanley-gulf-security"], after["stanley-gulf-security"]) == (
        "2006/2007",
        "2006/2009",
    )


@pytest.mark.parametrize(
    "respell",
    [
        pytest.param(lambda text: b"\xef\xbb\xbf" + text, id="byte order mark"),
        pytest.param(lambda text: text.replace(b"\n", b"\r\n"), id="line ends of Windows"),
        pytest.param(lambda text: text.rstrip(b"\n"), id="no line end at the end"),
        pytest.param(lambda text: text.replace(b",false,", b",FALSE,"), id="capitals"),
    ],
)
def test_as_a_spreadsheet_saves(copy, respell):
    """What spreadsheets do to a file without changing its cells changes nothing here."""
    path = copy / "dialogues.csv"
    path.write_bytes(respell(path.read_bytes()))
    assert track2lib.validate(copy).empty
    ours = track2lib.load("dialogues", scope="founding")
    theirs = track2lib.load("dialogues", data=copy)[ours.columns]
    pd.testing.assert_frame_equal(ours, theirs)


def test_tables():
    """The list has every table of the descriptor with its size and its description."""
    listed = track2lib.list_tables().set_index("table")
    assert list(listed.index) == NAMES
    for name, row in listed.iterrows():
        resource = open_package().resource(name)
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
    every = track2lib.load("dialogues")
    resting = [bool({*wanted} & {*own.split("; ")}) for own in every["sources"]]
    chosen = track2lib.load("dialogues", sources=iter(wanted))
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
        track2lib.load(name, sources=[source])
    assert message in str(refusal.value)


def test_founding_rows_name_founding_documents():
    """In the founding scope a row names the founding documents alone."""
    for name in ("dialogues", "events", "organizations"):
        own = track2lib.load(name, scope="founding")["sources"].str.split("; ").explode()
        assert set(own) <= set(SOME)


def test_passages_and_evidence_say_where_they_stand():
    """A passage, and a piece of evidence, names its place as `evidence()` does."""
    passages = track2lib.load("passages").set_index("passage_id")["cited"]
    shown = track2lib.evidence("dialogues", "una-sipri")
    assert shown["locator"].tolist() == passages[shown["passage_id"]].tolist()
    facts = track2lib.load("evidence")
    assert facts["cited"].tolist() == passages[facts["passage_id"]].tolist()


def test_rows_borne_by_a_series():
    """A measured value rests on what bears its series."""
    series = track2lib.load("outcome_series").set_index("series_id")
    for column in ("sources", "cited"):
        values = track2lib.load("outcomes")
        assert values[column].tolist() == series.loc[values["series_id"], column].tolist()


def test_a_changed_file_is_read_again(tmp_path):
    """What was loaded once is not shown any more after its file has been changed."""
    data = tmp_path / "data"
    shutil.copytree(FOLDER, data)
    before = track2lib.load("topics", data=data)
    path = data / "topics.csv"
    path.write_text(path.read_text("utf-8").replace(",Iraq,", ",Irak,"), "utf-8")
    after = track2lib.load("topics", data=data)
    assert "Iraq" in set(before["name"])
    assert "Iraq" not in set(after["name"])


def test_a_loaded_table_is_the_readers_own():
    """What a reader does to a table does not show when it is loaded again."""
    mine = track2lib.load("topics")
    mine["name"] = "mine"
    assert "mine" not in set(track2lib.load("topics")["name"])
