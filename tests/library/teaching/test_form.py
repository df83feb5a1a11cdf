"""The form of a hand-in."""

import codecs

import pytest

from track2lib.impact.rubric import COLUMNS
from track2lib.reader.files import as_csv
from track2lib.teaching.form import read, written

LINES = [
    {
        "kind": "choice",
        "lesson": "07",
        "item": "q7-1",
        "question": "Which, or what?",
        "attempts": "2",
    }
    | {"solved": "True", "solved_at": "2", "version": "v123456", "answer": "d"},
    {"kind": "note", "item": "1", "answer": "A thought; and one more"},
    {"kind": "code", "item": "codings-me.csv", "code": "denied"}
    | {"coder": "me", "dialogue_id": "oslo", "construct_id": "c-forum", "reason": "It says so."},
]


def text():
    return as_csv(written("Zoë", "07", "f1a", 3, LINES))


def test_what_is_written_is_read():
    """Name, folder and number, and each row as it was."""
    assert {*COLUMNS} <= {*LINES[2]} | {"name"}
    found = read(text().encode(), "a.csv")
    assert (found.name, found.holds, found.folder, found.number) == ("Zoë", "07", "f1a", 3)
    assert (found.lines, found.lost, found.strange) == (LINES, 0, False)


@pytest.mark.parametrize(
    "saved",
    [
        lambda own: codecs.BOM_UTF8 + own.encode(),
        lambda own: own.replace("\n", "\r\n").encode(),
        lambda own: own.replace(",", "\t").encode("utf-16"),
        lambda own: (
            own.replace("07", "7").replace(",True,", ",TRUE,").replace(",2,", ",2.0,").encode()
        ),
        lambda own: "\n".join(sorted(own.splitlines())).encode(),
    ],
    ids=["with a mark", "for Windows", "as Unicode text", "as a spreadsheet sees it", "sorted"],
)
def test_a_spreadsheet_may_save_it(saved):
    """Whatever a program makes of the file, it says the same."""
    own = text().replace("Which, or what?", "Which?").replace('"', "")
    found = read(saved(own), "a.csv")
    assert (found.name, found.holds, found.number, found.lost) == ("Zoë", "07", 3, 0)
    lines = [{**LINES[0], "question": "Which?"}, *LINES[1:]]
    assert sorted(found.lines, key=str) == sorted(lines, key=str)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0" * 500,
        b"PK\x03\x04",
        b"question,attempts,solved\nq0-1,1,True\n",
        b'"',
        b"\xff\xfe",
    ],
)
def test_other_files_are_no_hand_in(content):
    """Without the rows that say what it is, a file is none."""
    assert read(content, "a.csv") is None


def test_rows_that_are_gone_are_counted():
    """A file that was cut short, or from which somebody took rows, says how many are lacking."""
    own = text().splitlines(keepends=True)
    assert read("".join(own[:-1]).encode(), "a.csv").lost == 1
    assert read(("".join(own)[:-40]).encode(), "a.csv").lost == 1


def test_several_names_are_none():
    """Of two names in one file none is chosen; one that a teacher writes into all rows is taken."""
    assert read(text().replace("Zoë,note", "Max,note").encode(), "a.csv").name == ""
    assert read(text().replace("\nZoë,", "\nZoë B.,").encode(), "a.csv").name == "Zoë B."


def test_a_later_form_is_told():
    """What another version has written is read, and said to be another."""
    assert read(text().replace(",form,,1,", ",form,,2,").encode(), "a.csv").strange
