"""Which files of a folder are coders', and what they are called."""

import pytest
from coding import HEAD, ROW

import track2lib as t2
from track2lib import impact
from track2lib.impact.coding_files import files_in, read_rows


def write(path, coder="ana"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{HEAD}\n{ROW.replace('ana', coder)}\n", "utf-8")


def test_other_files_of_a_folder_are_passed_over(tmp_path):
    """What this package, a spreadsheet or a system leaves beside the codings is no coding."""
    write(tmp_path / "a.CSV")
    for name in ("progress.csv", "codings-a-damaged-1.csv", ".hidden.csv", "~$a.csv", "._a.csv"):
        (tmp_path / name).write_text("nothing of the kind")
    (tmp_path / "folder.csv").mkdir()
    write(tmp_path / ".ipynb_checkpoints" / "a-checkpoint.csv")
    write(tmp_path / "__MACOSX" / "b.csv")
    t2.start_dataset(tmp_path / "my-cases")
    assert [*files_in(tmp_path)] == ["a.CSV"]


def test_each_student_may_have_a_folder(tmp_path):
    """A learning platform hands out a folder for each student, in which all files have one name."""
    for student in ("Ana B_12_file", "Ben C_13_file"):
        write(tmp_path / student / "codings-me.csv", "me")
    assert [*files_in(tmp_path)] == ["Ana B_12_file/codings-me.csv", "Ben C_13_file/codings-me.csv"]
    with pytest.raises(t2.DataError, match=r"Ben C_13_file/codings-me\.csv and Ana B_12_file"):
        impact.load_codings(tmp_path)
    named = impact.load_codings(tmp_path, coders="files")["coder"].tolist()
    assert named == ["Ana B_12_file", "Ben C_13_file"]


def test_no_two_files_give_one_name(tmp_path):
    """A folder, a file beside it and two files in one folder have four names."""
    for name in ("x.csv", "x/codings.csv", "y/a.csv", "y/b.csv"):
        write(tmp_path / name, "me")
    named = impact.load_codings(tmp_path, coders="files")["coder"].tolist()
    assert named == ["x.csv", "x/codings.csv", "y/a", "y/b"]


def test_a_name_may_be_missing_where_the_file_has_one(tmp_path):
    """An empty column of coders does no harm if the files name them."""
    write(tmp_path / "a.csv", "")
    assert impact.load_codings(tmp_path, coders="files")["coder"].tolist() == ["a"]


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
        files_in(tmp_path)
    write(tmp_path / "a.csv")
    with pytest.warns(UserWarning, match=r"Not read.*ben/codings.xlsx"):
        assert [*files_in(tmp_path)] == ["a.csv"]


def test_what_lies_too_deep_is_named(tmp_path):
    """Of a folder of groups with a folder for each student nothing is read, and that is said."""
    write(tmp_path / "group" / "ben" / "codings.csv", "ben")
    with pytest.raises(FileNotFoundError, match=r"only group/ben/codings\.csv\. Give"):
        files_in(tmp_path)
    write(tmp_path / "a.csv")
    with pytest.warns(UserWarning, match=r"in a folder of a folder: group/ben/codings\.csv"):
        assert [*files_in(tmp_path)] == ["a.csv"]


def test_a_data_package_is_no_folder_of_codings(tmp_path):
    """Who gives a package in place of the files is told how a package is named."""
    mine = t2.start_dataset(tmp_path / "my-cases")
    with pytest.raises(FileNotFoundError, match=r"is a data package.*data="):
        impact.load_codings(mine)


def test_rows_keep_their_numbers():
    """Rows without any cell are passed over and counted, as a spreadsheet counts them."""
    text = 'a,b\n\n1,"x\n\ny"\n,\n2,z\n'
    assert read_rows(text.encode(), "x.csv", ["a", "b"]) == [(3, ("1", "x\n\ny")), (5, ("2", "z"))]


def test_a_cell_is_read_as_it_was_before_it_was_kept_from_running(tmp_path):
    """A form writes an apostrophe before a name that a spreadsheet would run, and means the name."""
    write(tmp_path / "a.csv", "'=1+1")
    assert impact.load_codings(tmp_path)["coder"].tolist() == ["=1+1"]


def test_a_folder_that_may_not_be_read_is_told(tmp_path, monkeypatch):
    """Such as one of the system, in whose folders nobody may look."""
    (tmp_path / "ana").mkdir()

    def refuse(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("pathlib.Path.iterdir", refuse)
    with pytest.raises(OSError, match=r"cannot be read: Permission denied\. "):
        files_in(tmp_path)
