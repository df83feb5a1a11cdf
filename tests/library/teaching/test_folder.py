"""The folder of a class."""

import os

import made_up_class
import pytest

from track2lib.teaching.folder import LARGEST, hand_ins_in, names_by_files


def put(place, name, content=None, **about):
    path = place / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(
        made_up_class.hand_in("Ana", folder="f1", **about) if content is None else content
    )


def test_wherever_a_platform_has_put_them(tmp_path):
    """In the folder, in a folder for each student, in a download that was unpacked into one more."""
    names = [
        "a.csv",
        "Ana_12_file/hand-in.csv",
        "week/Ana_13/b.CSV",
        "x/y/z/w/c.txt",
        "Ali (1).csv",
    ]
    for name in names:
        put(tmp_path, name)
    found, faults = hand_ins_in(tmp_path)
    assert sorted(one.file for one in found) == sorted(names)
    assert faults == []


def test_what_a_system_leaves_is_passed_over(tmp_path):
    """And so is what a spreadsheet writes while a file is open."""
    for name in (
        "__MACOSX/._a.csv",
        ".DS_Store",
        "~$a.xlsx",
        "desktop.ini",
        "Thumbs.db",
        ".~lock.a#",
    ):
        put(tmp_path, name, b"\0")
    assert hand_ins_in(tmp_path) == ([], [])


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.zip", b"PK\x03\x04", "unpack it"),
        ("a.xlsx", b"PK\x03\x04", "save it as 'CSV UTF-8'"),
        ("essay.csv", b"title,text\nMine,Long\n", "It is no hand-in"),
        ("photo.jpg", b"\xff\xd8\xff" * 99, "It is no hand-in"),
        ("empty.csv", b"", "It is no hand-in"),
    ],
)
def test_other_files_are_told(tmp_path, name, content, told):
    """Each by its name, with what to do, and none stops the rest."""
    put(tmp_path, name, content)
    put(tmp_path, "b.csv")
    found, (fault,) = hand_ins_in(tmp_path)
    assert [one.file for one in found] == ["b.csv"]
    assert fault.file == name
    assert fault.severity == "error"
    assert told in f"{fault.problem} {fault.remedy}"


def test_hostile_folders(tmp_path):
    """A ring of links, a folder without end, a huge file, a file that is a folder: all comes to an end."""
    put(tmp_path, "a.csv")
    (tmp_path / "ring").symlink_to(tmp_path)
    (tmp_path / "lost").symlink_to(tmp_path / "nowhere")
    put(tmp_path, "/".join("abcdefgh") + "/deep.csv")
    (tmp_path / "b.csv").mkdir()
    with (tmp_path / "huge.csv").open("wb") as file:
        file.truncate(LARGEST + 1)
    found, faults = hand_ins_in(tmp_path)
    assert [one.file for one in found] == ["a.csv"]
    assert [(one.file, "too large" in one.problem) for one in faults] == [("huge.csv", True)]


def test_a_file_that_nobody_may_read(tmp_path):
    """It is told, if this user may not read everything."""
    put(tmp_path, "a.csv")
    (tmp_path / "a.csv").chmod(0)
    if os.access(tmp_path / "a.csv", os.R_OK):
        pytest.skip("this user may read anything")
    assert "cannot be read" in hand_ins_in(tmp_path)[1][0].problem


def test_damage_is_told(tmp_path):
    """Rows that are gone, a form of another version, and names that differ."""
    whole = made_up_class.hand_in("Ana", folder="f1")
    put(tmp_path, "cut.csv", whole[: len(whole) // 2])
    put(tmp_path, "later.csv", whole.replace(b",form,,1,", b",form,,2,"))
    put(tmp_path, "names.csv", whole.replace(b"Ana,", b"Max,", 9))
    found, faults = hand_ins_in(tmp_path)
    assert [one.file for one in found] == ["cut.csv", "later.csv"]
    assert [(one.file, one.severity) for one in faults] == [
        *(("cut.csv", "warning"), ("later.csv", "warning"), ("names.csv", "error"))
    ]


def test_names_of_folders_and_files(tmp_path):
    """A folder in which all have one name is a student; else each file is."""
    for name in ("Ana_1/a.csv", "Ana_1/b.csv", "Max_2.csv"):
        put(tmp_path, name)
    put(tmp_path, "both/c.csv")
    put(tmp_path, "both/d.csv", made_up_class.hand_in("Max", folder="f2"))
    found, _ = hand_ins_in(tmp_path)
    names = {one.file: one.name for one in names_by_files(found)}
    assert names == {
        **{"Ana_1/a.csv": "Ana_1", "Ana_1/b.csv": "Ana_1", "Max_2.csv": "Max_2"},
        **{"both/c.csv": "c", "both/d.csv": "d"},
    }
