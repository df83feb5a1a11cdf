"""Validation: a fault in the data gives one message that says where and how to mend it."""

import csv
import io
from pathlib import Path

import pytest
from hand_written import fill, heading, small

import track2lib
from track2lib.records.honesty import RULES
from track2lib.records.snapshot import DataError, open_package

HEADINGS = {
    name: f"The heading should be: {','.join(heading(name))}" for name in ("dialogues", "topics")
}
TOPICS = heading("topics")
COMMA = "Put a cell that holds a comma between quotation marks; add or drop cells."
DATE = "Correct the date, or leave it empty if none is stated."
EVIDENCE = "Add a row to evidence.csv with this table and key, an empty field and a passage."
(FORM_OF_DIALOGUE,) = [
    field for field in open_package().fields("dialogues") if field["name"] == "form"
]
FORMS = f"Use one of: {', '.join(FORM_OF_DIALOGUE['constraints']['enum'])}."
NO_EDTF = "is not an EDTF date, such as 2005, 2005/.., 2006-12 or 2002/2008."
PLAIN = "Write plain text: no '=', '+', '-' or '@' at the start, no tags."
QUOTATION = "Close it, and write a quotation mark inside a cell twice."
SILENCE = "Name a source that does, or take it out."
WORD = "Leave minimum and maximum empty: a word is no number."


def put(key, column, cell, file=None):
    """Make a step that writes a cell, in the first row that begins with these cells."""
    start = key.split("/")

    def step(folder, own):
        path = folder / (file or own)
        heading, *rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8")))
        found = next(row for row in rows if row[: len(start)] == start)
        assert found[heading.index(column)] != cell
        found[heading.index(column)] = cell
        with path.open("w", encoding="utf-8", newline="") as lines:
            csv.writer(lines, lineterminator="\n").writerows([heading, *rows])

    return step


def add(row, file=None):
    """Make a step that adds a row at the end of a file: its cells by column, or the line itself."""

    def step(folder, own):
        path = folder / (file or own)
        if isinstance(row, dict):
            fill(folder, path.stem, row)
        else:
            path.write_text(path.read_text(encoding="utf-8") + f"{row}\n", encoding="utf-8")

    return step


def drop(start, file=None):
    """Make a step that takes out the lines that begin so."""

    def step(folder, own):
        path = folder / (file or own)
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in lines if not line.startswith(start)]
        assert kept != lines
        path.write_text("".join(kept), encoding="utf-8")

    return step


def rewrite(change):
    """Make a step that changes the bytes of the file."""
    return lambda folder, own: (folder / own).write_bytes(change((folder / own).read_bytes()))


def without_form(content):
    """Take out the column `form`."""
    heading, *rows = csv.reader(io.StringIO(content.decode()))
    place, lines = heading.index("form"), io.StringIO()
    kept = [row[:place] + row[place + 1 :] for row in (heading, *rows)]
    csv.writer(lines, lineterminator="\n").writerows(kept)
    return lines.getvalue().encode()


def evidence(table, key):
    """Give a row of evidence that bears a whole row, by a passage of a founding document."""
    return {
        "table": table,
        "key": key,
        "passage_id": "dimaggio2010-organizers-5.2",
        "voice": "author",
        "status": "stated",
    }


def meeting(date):
    """Make the steps that add a meeting."""
    row = {"meeting_id": "m1", "dialogue_id": "una-sipri", "title": "Meeting", "kind": "meeting"}
    return [
        add(row | {"date": date, "place_id": "stockholm"}, "meetings.csv"),
        add(evidence("meetings", "m1"), "evidence.csv"),
    ]


def cells(name, more):
    """Say that a row has so many cells more than its heading."""
    columns = len(heading(name))
    return f"The row has {columns + more} cells, the heading {columns}."


def row_of(folder, file, start):
    """Count the row that begins so, or the last; leave a number or a dash alone."""
    if start == "-" or isinstance(start, int):
        return start
    lines = (folder / file).read_bytes().decode("utf-8", "replace").splitlines()
    if start == "last":
        return len(lines)
    (found,) = [number for number, line in enumerate(lines, start=1) if line.startswith(start)]
    return found


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
        "Correct it, or add the row to places.",
    ),
    "key in the same table": (
        "dialogues.csv",
        [put("pugwash-2008", "part_of", "pugwosh")],
        ("pugwash-2008", "part_of", "'pugwosh' is not in the table dialogues."),
        "Correct it, or add the row to dialogues.",
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
        ("una-sipri", "dates", f"'2002-2008' {NO_EDTF}"),
        DATE,
    ),
    "date of a spreadsheet": (
        "events.csv",
        [put("holocaust-conference", "date", "Dec-06")],
        ("holocaust", "date", f"'Dec-06' {NO_EDTF}"),
        DATE,
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
            "'2002/' has an empty end; write '..' for an end that is open or not stated.",
        ),
        DATE,
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

FILES = {
    "column missing": (
        "dialogues.csv",
        [rewrite(without_form)],
        (1, "form", "Columns missing: form."),
        HEADINGS["dialogues"],
    ),
    "column renamed": (
        "dialogues.csv",
        [rewrite(lambda content: content.replace(b",form,", b",shape,", 1))],
        (1, "form", "Columns missing: form. Columns not described: shape."),
        HEADINGS["dialogues"],
    ),
    "columns in another order": (
        "topics.csv",
        [rewrite(lambda content: content.replace(b"topic_id,name", b"name,topic_id", 1))],
        (1, "-", "The columns stand in another order."),
        HEADINGS["topics"],
    ),
    "semicolons": (
        "topics.csv",
        [rewrite(lambda content: content.replace(b",", b";"))],
        (
            1,
            ", ".join(TOPICS),
            f"Columns missing: {', '.join(TOPICS)}. Columns not described: {';'.join(TOPICS)}.",
        ),
        HEADINGS["topics"],
    ),
    "extra cell": (
        "dialogues.csv",
        [rewrite(lambda content: content.rstrip(b"\n") + b",oops\n")],
        ("ottawa,", "-", cells("dialogues", 1)),
        COMMA,
    ),
    "extra cell in every row": (
        "dialogue_venues.csv",
        [rewrite(lambda content: content.replace(b"\n", b",x\n").replace(b"share,x", b"share"))],
        (2, "-", cells("dialogue_venues", 1)),
        COMMA,
    ),
    "short row": (
        "topics.csv",
        [add("x")],
        ("last", "-", f"The row has 1 cells, the heading {len(TOPICS)}."),
        COMMA,
    ),
    "last cell missing, which may be empty": (
        "dialogue_venues.csv",
        [rewrite(lambda content: content.replace(b"ucla-igcc,europe,", b"ucla-igcc,europe"))],
        ("ucla-igcc,europe", "-", cells("dialogue_venues", -1)),
        COMMA,
    ),
    "empty row": (
        "counts.csv",
        [add("")],
        ("last", "-", "The row is empty."),
        "Take it out.",
    ),
    "open quotation": (
        "topics.csv",
        [rewrite(lambda content: content.replace(b"film,", b'film,"'))],
        ("film", "-", "A quotation mark does not end with its cell."),
        QUOTATION,
    ),
    "encoding": (
        "dialogues.csv",
        [rewrite(lambda content: content.replace(b"\nottawa,", b"\nottaw\xe9,"))],
        ("ottaw\ufffd,", "-", "The file is not in UTF-8."),
        "Save it as 'CSV UTF-8'.",
    ),
    "empty file": (
        "dialogues.csv",
        [rewrite(lambda content: b"")],
        ("-", "-", "The file is empty."),
        "Restore it; it needs at least its heading.",
    ),
    "heading only": (
        "dialogues.csv",
        [rewrite(lambda content: content.splitlines(keepends=True)[0])],
        (
            "-",
            "-",
            "The table has a heading and no rows, but there is evidence for rows of it.",
        ),
        "Restore its rows.",
    ),
    "no file": (
        "dialogues.csv",
        [lambda folder, own: (folder / own).unlink()],
        ("-", "-", "The file is missing."),
        "Restore it beside datapackage.json.",
    ),
    "no JSON": (
        "datapackage.json",
        [rewrite(lambda content: content.replace(b'"created":', b'"created"'))],
        ('  "created"', "-", "The file is no JSON: Expecting ':' delimiter."),
        "Restore the file, or mend that line.",
    ),
}

HONESTY = {
    "row without evidence": (
        "dialogues.csv",
        [drop("dialogues,ottawa,", "evidence.csv")],
        ("ottawa,", "-", "Row 'ottawa' has no evidence."),
        EVIDENCE,
    ),
    "row with evidence for a field alone": (
        "works.csv",
        [drop("works,breaking-the-stalemate,,", "evidence.csv")],
        ("breaking", "-", "Row 'breaking-the-stalemate' has no evidence."),
        EVIDENCE,
    ),
    "number beside a word": (
        "counts.csv",
        [put("ipis-severed", "minimum", "24")],
        ("ipis-severed", "as_stated", "A number stands beside 'several dozen'."),
        WORD,
    ),
    "ceiling beside a word": (
        "counts.csv",
        [put("una-sipri-former-officials", "maximum", "20")],
        ("una-sipri-former", "as_stated", "A number stands beside 'many'."),
        WORD,
    ),
    "floor above ceiling": (
        "counts.csv",
        [put("una-sipri-meetings", "minimum", "15")],
        ("una-sipri-meetings", "minimum", "The floor 15 is above the ceiling 14."),
        "Correct the bounds.",
    ),
    "count of no row": (
        "counts.csv",
        [put("una-sipri-meetings", "key", "una-sipry")],
        ("una-sipri-meetings", "key", "Table dialogues has no row 'una-sipry'."),
        "Name the key of a row.",
    ),
    "count of no table": (
        "counts.csv",
        [put("una-sipri-meetings", "table", "dialogs")],
        ("una-sipri-meetings", "table", "There is no table 'dialogs'."),
        "Name a table of the package.",
    ),
    "series as a meeting": (
        "meetings.csv",
        meeting("2002/.."),
        ("m1", "date", "'2002/..' has an open end; that is a series, not a meeting."),
        "Give the date of this meeting, or record the series in dialogues.",
    ),
    "silence in a row": (
        "constructs.csv",
        [put("r-false-hopes", "statement", "Hopes in Iran can be false.")],
        (
            "r-false-hopes",
            "statement",
            "'Iran' rests on rand2007, which does not speak of it.",
        ),
        SILENCE,
    ),
    "silence in a passage": (
        "passages.csv",
        [put("rand2007-text-4.1", "gist", "Kaye: what Tehran cannot think of.")],
        ("rand2007-text-4.1", "gist", "'Tehran' rests on rand2007, which does not speak of it."),
        SILENCE,
    ),
    "silence in evidence": (
        "evidence.csv",
        [
            put(
                "works/talking-to-the-enemy//rand2007-text-13.1",
                "says",
                "It leaves out the Iranian side.",
            )
        ],
        (
            "works,talking-to-the-enemy,,rand2007-text-13.1",
            "says",
            "'Iran' rests on rand2007, which does not speak of it.",
        ),
        SILENCE,
    ),
    "evidence for no column": (
        "evidence.csv",
        [put("eras/khatami/dates", "field", "date")],
        ("eras,khatami,date,", "field", "Table eras has no column 'date'."),
        "Name a column, or none.",
    ),
    "evidence for no table": (
        "evidence.csv",
        [put("eras/khatami/dates", "table", "era")],
        ("era,khatami", "table", "There is no table 'era'."),
        "Name a table of the package.",
    ),
    "evidence for a lost row": (
        "evidence.csv",
        [drop("r-us-appearance,", "constructs.csv")],
        ("constructs,r-us-app", "key", "Table constructs has no row 'r-us-appearance'."),
        "Name the key of a row.",
    ),
}


@pytest.mark.parametrize("name", FORM | FILES | HONESTY)
def test_fault(copy, name):
    """A fault gives one message for its file: where it is and how to mend it; nothing loads."""
    file, steps, (start, column, problem), remedy = (FORM | FILES | HONESTY)[name]
    for step in steps:
        step(copy, file)
    row = row_of(copy, file, start)
    found = track2lib.validate(copy)
    if name not in FILES:  # a file that cannot be read is one problem in all
        found = found[found["file"] == file]
    assert found.values.tolist() == [[file, row, column, problem, remedy]]
    table = "dialogues" if file == "datapackage.json" else Path(file).stem
    with pytest.raises(DataError) as refusal:
        track2lib.load(table, data=copy)
    assert refusal.value.problems["file"].unique().tolist() == [file]
    message = str(refusal.value)
    assert message.endswith(f": {problem} {remedy}")
    place = message.removesuffix(f": {problem} {remedy}").split(", ", maxsplit=2)
    shown = [file, f"row {row}", f"column {column}"]
    assert place == [part for part in shown if not part.endswith(" -")]


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
        track2lib.load(table, data=copy)
    assert message in str(refusal.value)


@pytest.mark.parametrize(
    ("old", "new", "file", "problem"),
    [
        ('"type": "string"', "strnig", "datapackage.json", 'type "strnig" is not supported'),
        ('"resource": "places"', "plazes", "organizations.csv", '"plazes" does not exist'),
    ],
)
def test_faulty_descriptor(copy, old, new, file, problem):
    """A descriptor that cannot be followed is reported, and where."""
    path = copy / "datapackage.json"
    content = path.read_text(encoding="utf-8")
    name, _, _ = old.partition(": ")
    path.write_text(content.replace(old, f'{name}: "{new}"', 1), encoding="utf-8")
    found = track2lib.validate(copy)
    assert found["file"].tolist() == [file]
    assert problem in found["problem"].item()


def test_fault_stays_where_it_is(copy):
    """A fault in one table does not keep a reader from another."""
    put("film", "name", "")(copy, "topics.csv")
    assert len(track2lib.load("people", data=copy)) == len(
        track2lib.load("people", scope="founding")
    )
    with pytest.raises(DataError):
        track2lib.list_tables(data=copy)


def test_every_fault_is_listed(copy):
    """Faults in several rows and files are all reported at once."""
    put("una-sipri", "dates", "2008/2002")(copy, "dialogues.csv")
    put("stanley-gulf-security", "dates", "2007/2006")(copy, "dialogues.csv")
    put("film", "name", "")(copy, "topics.csv")
    found = track2lib.validate(copy)
    assert sorted(zip(found["file"], found["column"], strict=True)) == [
        ("dialogues.csv", "dates"),
        ("dialogues.csv", "dates"),
        ("topics.csv", "name"),
    ]


def test_long_message_is_cut(copy):
    """An error shows five problems and says how many more there are and how to see them."""
    for number in range(7):
        add({"topic_id": f"x{number}", "area": "regional"})(copy, "topics.csv")
    with pytest.raises(DataError) as refusal:
        track2lib.load("topics", data=copy)
    lines = str(refusal.value).splitlines()
    assert len(lines) == 6
    assert lines[-1] == "... and 2 more; validate() lists them all."
    assert len(refusal.value.problems) == 7


def test_rows_are_counted_as_a_spreadsheet_does(founding_package, copy):
    """A cell of two lines is one row."""
    put("dartmouth", "summary", "One line\nand another.")(copy, "dialogues.csv")
    assert track2lib.validate(copy).empty
    put("una-sipri", "dates", "2008/2002")(copy, "dialogues.csv")
    found = track2lib.validate(copy)
    assert found["row"].tolist() == [row_of(founding_package, "dialogues.csv", "una-sipri")]


@pytest.mark.parametrize("place", ["", "datapackage.json"])
def test_sound_package(copy, place):
    """Sound data have no problems, whether the folder or its descriptor is named."""
    found = track2lib.validate(copy / place)
    assert found.empty
    assert found.columns.tolist() == ["file", "row", "column", "problem", "remedy"]


def test_our_own_package_is_sound():
    """The data that come with the project have no problems."""
    assert track2lib.validate().values.tolist() == []


@pytest.mark.parametrize("rule", RULES)
def test_rule_is_quiet(rule):
    """No rule finds anything in the data that come with the project."""
    package = open_package()
    texts = {name: package.read_text(name) for name in package.names}
    assert list(rule(package, texts)) == []


@pytest.mark.parametrize("rule", RULES)
def test_rule_without_its_tables(rule):
    """A rule has nothing to say where the tables that it is about cannot be read."""
    assert list(rule(open_package(), {})) == []


@pytest.mark.parametrize(
    "steps",
    [
        pytest.param(
            [
                put("r-false-hopes", "statement", "Hopes in Iran can be false.", "constructs.csv"),
                add(
                    "constructs,r-false-hopes,,dimaggio2010-future-1.3,,author,,stated,",
                    "evidence.csv",
                ),
            ],
            id="another source speaks of it",
        ),
        pytest.param(
            [
                put("rand2007", "silent_on", "", "sources.csv"),
                put("r-false-hopes", "statement", "Hopes in Iran can be false.", "constructs.csv"),
            ],
            id="no silence recorded",
        ),
        pytest.param(
            meeting("2002-05"),
            id="a meeting with a date of its own",
        ),
        pytest.param(
            [
                put("una-sipri-meetings", "minimum", "", "counts.csv"),
                put("una-sipri-meetings", "as_stated", "as many as 14", "counts.csv"),
            ],
            id="a ceiling in words that give a number",
        ),
    ],
)
def test_rule_allows(copy, steps):
    """A rule stops at what it is about: these are sound."""
    for step in steps:
        step(copy, None)
    assert track2lib.validate(copy).values.tolist() == []


@pytest.mark.parametrize("prior", ["0", "1", "1.2", "-0.5"])
def test_a_number_out_of_its_range(tmp_path, prior):
    """A probability that is none is told with the range, and the table is not loaded."""
    folder = small(tmp_path, "hypotheses")
    words = dict.fromkeys(["question", "hypothesis", "rival", "prior_reason"], "Words.")
    fill(folder, "hypotheses", {"hypothesis_id": "h1", "prior": prior} | words)
    row = track2lib.validate(folder).iloc[0]
    assert row[["file", "row", "column"]].tolist() == ["hypotheses.csv", 2, "prior"]
    assert row["problem"] == f"{prior} is out of range."
    assert row["remedy"] == "Write a number from 0.01 to 0.99."
    with pytest.raises(track2lib.DataError, match="out of range"):
        track2lib.load("hypotheses", data=folder)
