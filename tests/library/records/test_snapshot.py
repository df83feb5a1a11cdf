"""Files: read once, read again when they change, and what is said of one that cannot be read."""

import csv
import io
import shutil

import pandas as pd
import pytest
from damage import add, put, rewrite, row_of, see_fault
from hand_written import heading

import track2lib
from track2lib.records.problem import DataError
from track2lib.records.snapshot import open_records

PACKAGE = open_records()


FOLDER = PACKAGE.folder


def change(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


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
