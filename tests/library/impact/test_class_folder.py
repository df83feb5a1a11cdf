"""Which files of a folder a class has handed in, and which nobody can read."""

import pytest
from coding import HEAD, ROW

import track2lib as t2
from track2lib import impact
from track2lib.impact.class_folder import files_in

WANTED = "Give a file, or a folder of files."


def write(path, coder="ana"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{HEAD}\n{ROW.replace('ana', coder)}\n", "utf-8")


def test_other_files_of_a_folder_are_passed_over(tmp_path):
    """What this package, a spreadsheet or a system leaves beside the codings is no coding."""
    write(tmp_path / "a.CSV")
    for name in (
        "progress.csv",
        "hand-ins.csv",
        "hand-in-ana.csv",
        "codings-a-damaged-1.csv",
        ".hidden.csv",
        "~$a.csv",
        "._a.csv",
    ):
        (tmp_path / name).write_text("nothing of the kind")
    (tmp_path / "folder.csv").mkdir()
    write(tmp_path / ".ipynb_checkpoints" / "a-checkpoint.csv")
    write(tmp_path / "__MACOSX" / "b.csv")
    t2.start_dataset(tmp_path / "my-cases")
    assert [*files_in(tmp_path, WANTED)] == ["a.CSV"]


@pytest.mark.parametrize("name", ["none.csv", "."])
def test_nothing_there_is_told(name, tmp_path):
    """A file that is not there and a folder without one are told apart from an empty file."""
    with pytest.raises(FileNotFoundError, match="Give a file"):
        impact.load_codings(tmp_path / name)


def test_a_workbook_that_was_handed_in_is_named(tmp_path):
    """What is no CSV is not read, and that is said: no student drops out in silence."""
    (tmp_path / "ben").mkdir()
    (tmp_path / "ben" / "codings.xlsx").write_bytes(b"PK")
    with pytest.raises(FileNotFoundError, match=r"has no CSV file.*, only ben/codings\.xlsx"):
        files_in(tmp_path, WANTED)
    write(tmp_path / "a.csv")
    with pytest.warns(UserWarning, match=r"Not read.*ben/codings.xlsx"):
        assert [*files_in(tmp_path, WANTED)] == ["a.csv"]


def test_what_lies_too_deep_is_named(tmp_path):
    """Of a folder of groups with a folder for each student nothing is read, and that is said."""
    write(tmp_path / "group" / "ben" / "codings.csv", "ben")
    with pytest.raises(FileNotFoundError, match=r"only group/ben/codings\.csv\. Give"):
        files_in(tmp_path, WANTED)
    write(tmp_path / "a.csv")
    with pytest.warns(UserWarning, match=r"in a folder of a folder: group/ben/codings\.csv"):
        assert [*files_in(tmp_path, WANTED)] == ["a.csv"]


def test_a_data_package_is_no_folder_of_codings(tmp_path):
    """Who gives a package in place of the files is told how a package is named."""
    mine = t2.start_dataset(tmp_path / "my-cases")
    with pytest.raises(FileNotFoundError, match=r"is a data package.*data="):
        impact.load_codings(mine)


def test_a_folder_that_may_not_be_read_is_told(tmp_path, monkeypatch):
    """Such as one of the system, in whose folders nobody may look."""
    (tmp_path / "ana").mkdir()

    def refuse(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("pathlib.Path.iterdir", refuse)
    with pytest.raises(OSError, match=r"cannot be read: Permission denied\. "):
        files_in(tmp_path, WANTED)
