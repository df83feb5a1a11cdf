"""Rows with types, eras and the sources that they rest on."""

import pytest
from hand_written import fill

import track2lib
from track2lib.records.snapshot import open_records

PACKAGE = open_records()


NAMES = PACKAGE.names


BEYOND = [name for name in NAMES if PACKAGE.resource(name).get("beyond")]


DATED = {"accounts", "dialogues", "events", "meetings", "outcomes", "participant_groups", "works"}


TYPES = {"string": "string", "integer": "Int64", "number": "float64", "boolean": "boolean"}


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


SOME = ("dimaggio2010", "rand2007")


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
