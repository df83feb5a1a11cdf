"""A file that cannot be read is one problem, at its place."""

import csv
import io

import pandas as pd
import pytest
from damage import add, put, rewrite, row_of, see_fault
from hand_written import fill, heading
from own_rows import ROWS

import track2lib
from track2lib.records.parsing import Table, read

HEADINGS = {
    name: f"The heading should be: {','.join(heading(name))}" for name in ("dialogues", "topics")
}
TOPICS = heading("topics")
COMMA = "Put a cell that holds a comma between quotation marks; add or drop cells."
COMMAS = (
    "Save it as 'CSV UTF-8' with commas between the cells. In a German, French or Persian Excel, "
    "set the list separator of the system to a comma first; LibreOffice asks when it saves."
)
EVERY_SECOND = "19 rows between others are empty, from row 2 on."
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


def put_in(row, line):
    """Make a step that puts a line before a row."""

    def change(content):
        lines = content.split(b"\n")
        return b"\n".join([*lines[: row - 1], line, *lines[row - 1 :]])

    return rewrite(change)


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
        (1, "-", "The cells are divided by semicolons, not by commas."),
        COMMAS,
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
        [put_in(3, b"")],
        (3, "-", "The row is empty."),
        "Take it out.",
    ),
    "rows of commas and of spaces": (
        "topics.csv",
        [put_in(3, b",,,,,\n , ,,,,\n")],
        (3, "-", "Rows 3 to 5 are empty."),
        "Delete them.",
    ),
    "every second row empty": (
        "topics.csv",
        [rewrite(lambda content: content.replace(b"\n", b"\n\n"))],
        (2, "-", EVERY_SECOND),
        "Delete them.",
    ),
    "a cell under no heading": (
        "dialogue_venues.csv",
        [
            rewrite(lambda content: content.replace(b"\n", b",,\n")),
            rewrite(
                lambda content: content.replace(b"ucla-igcc,europe,,,", b"ucla-igcc,europe,,,x")
            ),
        ],
        ("ucla-igcc,europe", "-", "A cell of this row stands under no heading."),
        "Empty it, or put its words under one of the headings.",
    ),
    "a comma too many in each row": (
        "dialogue_venues.csv",
        [rewrite(lambda content: content.replace(b"\n", b",\n").replace(b"share,", b"share"))],
        (2, "-", cells("dialogue_venues", 1)),
        COMMA,
    ),
    "a quotation mark that is closed in another row": (
        "topics.csv",
        [
            rewrite(
                lambda content: content.replace(b"film,", b'film,"').replace(b"sport,", b'"sport,')
            )
        ],
        ("film", "-", "A quotation mark does not end with its cell."),
        QUOTATION,
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


def test_a_fault_below_empty_rows_is_told_at_its_row(copy):
    """Rows below empty ones keep the number that a spreadsheet shows, and none is a key twice."""
    put_in(3, b",,,,,\n,,,,,")(copy, "topics.csv")
    row = row_of(copy, "topics.csv", "film,")
    rewrite(lambda content: content.replace(b"film,Film,", b"film,,"))(copy, "topics.csv")
    found = track2lib.validate(copy)
    assert found[["row", "column", "problem"]].values.tolist() == [
        [3, "-", "Rows 3 to 4 are empty."],
        [row, "name", "The cell is empty."],
    ]


WHOLE = {
    "empty rows at the end": lambda content: content + b"\n,,,,,\n\n , ,,,,\n",
    "empty columns behind": lambda content: content.replace(b"\n", b",,\n"),
    "empty columns in some rows": lambda content: content.replace(b"\n", b",,\n", 4),
    "line ends of an old Mac": lambda content: content.replace(b"\n", b"\r"),
    "an old Mac without the last line end": lambda content: content.replace(b"\n", b"\r")[:-1],
    "two marks of the encoding": lambda content: b"\xef\xbb\xbf" * 2 + content,
}


@pytest.mark.parametrize("saved", WHOLE)
def test_what_programs_leave_in_a_file_is_passed_over(copy, saved):
    """Such a file is sound for `validate`, and `load` gives the rows that it had before."""
    before = track2lib.load("topics", data=copy)
    path = copy / "topics.csv"
    path.write_bytes(WHOLE[saved](path.read_bytes()))
    assert track2lib.validate(copy).empty
    pd.testing.assert_frame_equal(track2lib.load("topics", data=copy), before)


@pytest.fixture
def limit():
    """Set the limit of the reader, which other libraries raise for everybody."""
    before = csv.field_size_limit(131_072)
    yield 131_072
    csv.field_size_limit(before)


def test_a_long_cell_is_taken_and_leaves_no_trace(mine, limit):
    """A cell beyond the limit of the reader is read, and the limit is for others what it was."""
    text = "word " * 40_000
    fill(mine, "topics", ROWS["topics"][0] | {"definition": text})
    assert track2lib.load("topics", data=mine)["definition"].tolist() == [text]
    assert csv.field_size_limit() == limit < len(text)


@pytest.mark.usefixtures("limit")
def test_a_mark_left_open_above_many_rows_is_no_long_cell(mine):
    """A quotation mark that takes in the rest of a long file is told at the row where it opens."""
    with (mine / "topics.csv").open("a", encoding="utf-8") as file:
        file.write('t1,"Water,,regional,,,A 2003\n' + "t2,Land,,regional,,,A 2003\n" * 10_000)
    found = track2lib.validate(mine)
    assert found[["row", "problem"]].values.tolist() == [[2, FILES["open quotation"][2][2]]]


def test_rows_and_gaps_are_counted():
    """The table gives each row with its number, and each run of empty rows above another row."""
    table = read(b"a,b\n1,2\n\n,\n3,4\n,\n5,6\n,\n", "x.csv", ["a", "b"])
    assert table == Table({"a": ["1", "3", "5"], "b": ["2", "4", "6"]}, [2, 5, 7], [(3, 4), (6, 6)])


def test_a_cell_may_be_as_long_as_a_book():
    """Where the row below it is at fault, that is told, and nothing of a quotation mark."""
    book = "talks " * 50_000
    found = read(f"a,b\n{book},1\n".encode(), "t.csv", ["a", "b"])
    assert found.cells["a"] == [book]
    assert read(f'a,b\n"{book}",1\n2\n'.encode(), "t.csv", ["a", "b"]).row == 3
    fault = read(f'a,b\n"{book},1\n'.encode(), "t.csv", ["a", "b"])
    assert (fault.row, fault.problem) == (2, "A quotation mark does not end with its cell.")
