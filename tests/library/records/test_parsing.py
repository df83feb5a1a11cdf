"""A file that cannot be read is one problem, at its place."""

import csv
import io

import pytest
from damage import add, put, rewrite, row_of, see_fault
from hand_written import heading

import track2lib

HEADINGS = {
    name: f"The heading should be: {','.join(heading(name))}" for name in ("dialogues", "topics")
}
TOPICS = heading("topics")
COMMA = "Put a cell that holds a comma between quotation marks; add or drop cells."
QUOTATION = "Close it, and write a quotation mark inside a cell twice."


def without_form(content):
    """Take out the column `form`."""
    heading, *rows = csv.reader(io.StringIO(content.decode()))
    place, lines = heading.index("form"), io.StringIO()
    kept = [row[:place] + row[place + 1 :] for row in (heading, *rows)]
    csv.writer(lines, lineterminator="\n").writerows(kept)
    return lines.getvalue().encode()


def cells(name, more):
    """Say that a row has so many cells more than its heading."""
    columns = len(heading(name))
    return f"The row has {columns + more} cells, the heading {columns}."


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
    "nothing but a mark of its encoding": (
        "dialogues.csv",
        [rewrite(lambda content: b"\xef\xbb\xbf")],
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


@pytest.mark.parametrize("name", FILES)
def test_fault_in_a_file(copy, name):
    """A file that cannot be read gives one message in all: where and how to mend it; nothing loads."""
    see_fault(copy, FILES[name], alone=True)


def test_rows_are_counted_as_a_spreadsheet_does(founding_package, copy):
    """A cell of two lines is one row."""
    put("dartmouth", "summary", "One line\nand another.")(copy, "dialogues.csv")
    assert track2lib.validate(copy).empty
    put("una-sipri", "dates", "2008/2002")(copy, "dialogues.csv")
    found = track2lib.validate(copy)
    assert found["row"].tolist() == [row_of(founding_package, "dialogues.csv", "una-sipri")]
