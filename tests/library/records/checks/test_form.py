"""The form of a table: a cell that breaks its description is told, with what would be right."""

import json

import frictionless
import pytest
from damage import add, put, row_of, see_fault
from hand_written import DIALOGUE, fill

import track2lib
from track2lib.records.snapshot import open_records

DATE = "Correct the date, or leave it empty if none is stated."
(FORM_OF_DIALOGUE,) = [
    field for field in open_records().fields("dialogues") if field["name"] == "form"
]
FORMS = f"Use one of: {', '.join(FORM_OF_DIALOGUE['constraints']['enum'])}."
REWRITTEN = "is not an EDTF date: it looks like a date that a spreadsheet has rewritten."
AS_TEXT = "Format the column as text before it is filled, then write the year first, such as 2006-12-11, 2006-12 or 2006."
SLASH, OPEN_END = "Write 2002/2008.", "Write 2002/.. for an end that is open or not stated."
PLAIN = "Write plain text: no '=', '+', '-' or '@' at the start, no tags."
# File; steps that break it; row (by how it begins), column and problem; remedy.
FORM = {
    "no number": (
        "counts.csv",
        [put("una-sipri-meetings", "minimum", "fourteen")],
        ("una-sipri-meetings", "minimum", "'fourteen' is not a whole number."),
        "Write a whole number, or leave the cell empty if that is allowed.",
    ),
    "no whole number": (
        "counts.csv",
        [put("una-sipri-meetings", "minimum", "14.5")],
        ("una-sipri-meetings", "minimum", "'14.5' is not a whole number."),
        "Write a whole number, or leave the cell empty if that is allowed.",
    ),
    "measure in words": (
        "places.csv",
        [put("stockholm", "latitude", "59° N")],
        ("stockholm", "latitude", "'59° N' is not a number."),
        "Write a number, or leave the cell empty if that is allowed.",
    ),
    "decimal comma": (
        "places.csv",
        [put("stockholm", "latitude", "59,33")],
        ("stockholm", "latitude", "'59,33' is not a number."),
        "Write a number, or leave the cell empty if that is allowed.",
    ),
    "neither true nor false": (
        "works.csv",
        [put("breaking-the-stalemate", "public", "no")],
        ("breaking", "public", "'no' is not true or false."),
        "Write true or false, or leave the cell empty if that is allowed.",
    ),
    "no address": (
        "sources.csv",
        [put("rand2007", "url", "www.rand.org")],
        (
            "rand2007",
            "url",
            "'www.rand.org' is not an address such as https://example.org.",
        ),
        "Write an address such as https://example.org, or leave the cell empty if that is allowed.",
    ),
    "value not allowed": (
        "dialogues.csv",
        [put("nixon-iiss-dcaf", "form", "with friends")],
        ("nixon", "form", "'with friends' is not one of the values allowed."),
        FORMS,
    ),
    "required": (
        "dialogues.csv",
        [put("ottawa", "name", "")],
        ("ottawa,", "name", "The cell is empty."),
        "Fill it: this column is required.",
    ),
    "key in another table": (
        "dialogue_venues.csv",
        [put("una-sipri/stockholm", "place_id", "stokholm")],
        ("una-sipri,stokholm", "place_id", "'stokholm' is not in the table places."),
        "Correct it, or add the row to places. Did you mean 'stockholm'?",
    ),
    "key in the same table": (
        "dialogues.csv",
        [put("pugwash-2008", "part_of", "pugwosh")],
        ("pugwash-2008", "part_of", "'pugwosh' is not in the table dialogues."),
        "Correct it, or add the row to dialogues. Did you mean 'pugwash'?",
    ),
    "passage": (
        "evidence.csv",
        [put("eras/khatami/", "passage_id", "dimaggio2010-opening-9.9")],
        (
            "eras,khatami,,",
            "passage_id",
            "'dimaggio2010-opening-9.9' is not in the table passages.",
        ),
        "Correct it, or add the row to passages.",
    ),
    "key twice": (
        "dialogues.csv",
        [put("ottawa", "dialogue_id", "munk-toronto")],
        ("munk-toronto,Univ", "-", "The key of this row stands in an earlier row too."),
        "Give each its own dialogue_id.",
    ),
    "key of several columns twice": (
        "dialogue_topics.csv",
        [add("una-sipri,iraq")],
        ("last", "-", "The key of this row stands in an earlier row too."),
        "Give each its own dialogue_id, topic_id.",
    ),
    "no date": (
        "dialogues.csv",
        [put("una-sipri", "dates", "2002-2008")],
        ("una-sipri", "dates", "'2002-2008' is not an EDTF date: a span has a slash."),
        SLASH,
    ),
    "date of a spreadsheet": (
        "events.csv",
        [put("holocaust-conference", "date", "Dec-06")],
        ("holocaust", "date", f"'Dec-06' {REWRITTEN}"),
        AS_TEXT,
    ),
    "reversed dates": (
        "dialogues.csv",
        [put("una-sipri", "dates", "2008/2002")],
        ("una-sipri", "dates", "'2008/2002' ends before it begins."),
        DATE,
    ),
    "empty end": (
        "dialogues.csv",
        [put("una-sipri", "dates", "2002/")],
        (
            "una-sipri",
            "dates",
            "'2002/' is valid EDTF, but not readable here (its end is not known).",
        ),
        OPEN_END,
    ),
    "formula": (
        "dialogues.csv",
        [put("munk-toronto", "name", "=HYPERLINK(1)")],
        ("munk", "name", "'=HYPERLINK(1)' would be run as a formula or as markup."),
        PLAIN,
    ),
    "script": (
        "dialogues.csv",
        [put("munk-toronto", "name", "<script>alert(1)</script>")],
        ("munk", "name", "'<script>alert(1)</script>' would be run as a formula or as markup."),
        PLAIN,
    ),
}


@pytest.mark.parametrize("name", FORM)
def test_fault(copy, name):
    """A fault gives one message for its file: where it is and how to mend it; nothing loads."""
    see_fault(copy, FORM[name])


@pytest.mark.parametrize("prior", ["0", "1", "1.2", "-0.5"])
def test_a_number_out_of_its_range(tmp_path, prior):
    """A probability that is none is told with the range, and the table is not loaded."""
    folder = track2lib.start_dataset(tmp_path / "mine", tables=["hypotheses"])
    words = dict.fromkeys(["question", "hypothesis", "rival", "prior_reason"], "Words.")
    fill(folder, "hypotheses", {"hypothesis_id": "h1", "prior": prior} | words)
    row = track2lib.validate(folder).iloc[0]
    assert row[["file", "row", "column"]].tolist() == ["hypotheses.csv", 2, "prior"]
    assert row["problem"] == f"{prior} is out of range."
    assert row["remedy"] == "Write a number from 0.01 to 0.99."
    with pytest.raises(track2lib.DataError, match="out of range"):
        track2lib.load("hypotheses", data=folder)


def test_a_format_that_says_nothing_more(tmp_path):
    """The standard's own "default" leaves a column as it is; a wrong number in it is told."""
    folder = track2lib.start_dataset(tmp_path / "mine", tables=["hypotheses"])
    path = folder / "datapackage.json"
    as_it_is = path.read_text("utf-8")
    path.write_text(as_it_is.replace('"type": "number"', '"type": "number", "format": "default"'))
    assert path.read_text("utf-8") != as_it_is
    words = dict.fromkeys(["question", "hypothesis", "rival", "prior_reason"], "Words.")
    fill(folder, "hypotheses", {"hypothesis_id": "h1", "prior": "half"} | words)
    assert track2lib.validate(folder)["problem"].tolist() == ["'half' is not a number."]


# What the descriptor says in the standard's own words; the rest are rules of ours.
OURS = (DATE, AS_TEXT, SLASH, OPEN_END, PLAIN)
STANDARD = [name for name, (*_, remedy) in FORM.items() if remedy not in OURS]


@pytest.mark.parametrize("name", STANDARD)
def test_others_find_the_same_fault(copy, name):
    """A fault of the form is one for the library of the standard too, in the same row."""
    file, steps, (start, _, _), _ = FORM[name]
    package = frictionless.Package(str(copy / "datapackage.json"))
    table = file.removesuffix(".csv")
    assert package.get_resource(table).validate().valid
    for step in steps:
        step(copy, file)
    package = frictionless.Package(str(copy / "datapackage.json"))
    (error,) = package.get_resource(table).validate().tasks[0].errors
    assert error.row_number == row_of(copy, file, start)


@pytest.mark.parametrize("name", ["dialogues", "people", "dialogue_topics"])
def test_a_second_heading_is_one_fault_and_no_row(mine, name):
    """Where tables were put together, one message says so, also where all cells could be words."""
    columns = [field["name"] for field in open_records(mine).fields(name)]
    fill(mine, name, {column: column for column in columns})
    assert track2lib.validate(mine).values.tolist() == [
        [
            f"{name}.csv",
            2,
            "-",
            "The heading stands in this row once more.",
            "Take it out.",
            "error",
        ]
    ]


@pytest.mark.parametrize("column", ["dialogue_id", "summary"])
def test_a_note_below_a_table_is_one_fault(mine, column):
    """A row of one cell is told as a note, and not cell by cell."""
    fill(mine, "dialogues", {"source": "", column: "Note: compiled in 2019"})
    said = "Nothing but 'Note: compiled in 2019' stands in this row, as if it were a note."
    assert track2lib.validate(mine).values.tolist() == [
        ["dialogues.csv", 2, "-", said, "Take it out, or fill the row.", "error"]
    ]


@pytest.mark.parametrize("cell", [";", " ; ", "؛", " "])
def test_a_cell_without_a_source_is_told(mine, cell):
    """Nothing would bear the row, and it would be left out."""
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "d1", "source": cell})
    (found,) = track2lib.validate(mine)[["row", "column", "problem"]].values.tolist()
    empty = "The cell is empty." if not cell.strip() else "The cell names no source."
    assert found == [2, "source", empty]


def test_a_space_fills_no_cell(mine):
    """Whoever reads it sees nothing there."""
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "d1", "name": " "})
    assert track2lib.validate(mine)["problem"].tolist() == ["The cell is empty."]


@pytest.mark.parametrize("unseen", ["\u200b", " \u200e", "\xa0", "\ufeff\u200b"])
def test_a_name_of_which_nothing_is_seen_is_empty(mine, unseen):
    """It would be drawn as a row without a name; and of many names such a one is found."""
    named = [DIALOGUE | {"dialogue_id": f"d{n}", "name": f"Talks {n}"} for n in range(3)]
    fill(mine, "dialogues", *named, DIALOGUE | {"dialogue_id": "d3", "name": unseen})
    (found,) = track2lib.validate(mine).itertuples(index=False)
    assert (found.row, found.column, found.problem) == (5, "name", "The cell is empty.")


def test_of_many_words_allowed_some_are_named(mine):
    """A message has no room for all of them."""
    path = mine / "datapackage.json"
    package = json.loads(path.read_text("utf-8"))
    (table,) = [one for one in package["resources"] if one["name"] == "dialogues"]
    (field,) = [one for one in table["schema"]["fields"] if one["name"] == "case"]
    field["constraints"] = {"enum": [f"case {n}" for n in range(57)]}
    path.write_text(json.dumps(package), "utf-8")
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "d1"})
    (remedy,) = track2lib.validate(mine)["remedy"]
    assert remedy.startswith("Use one of: case 0, case 1,")
    assert remedy.endswith("case 49 and 7 more.")
