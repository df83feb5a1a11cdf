"""What stands in the files of coders, and what coders are called by them."""

import pytest
from coding import HEAD, ROW

import track2lib as t2
from track2lib import impact
from track2lib.impact.class_folder import files_in
from track2lib.impact.coding_files import read_rows


def write(path, coder="ana"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{HEAD}\n{ROW.replace('ana', coder)}\n", "utf-8")


def test_each_student_may_have_a_folder(tmp_path):
    """A learning platform hands out a folder for each student, in which all files have one name."""
    for student in ("Ana B_12_file", "Ben C_13_file"):
        write(tmp_path / student / "codings-me.csv", "me")
    assert [*files_in(tmp_path, "")] == [
        "Ana B_12_file/codings-me.csv",
        "Ben C_13_file/codings-me.csv",
    ]
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


def test_rows_keep_their_numbers():
    """Rows without any cell are passed over and counted, as a spreadsheet counts them."""
    text = 'a,b\n\n1,"x\n\ny"\n,\n2,z\n'
    assert read_rows(text.encode(), "x.csv", ["a", "b"]) == [(3, ("1", "x\n\ny")), (5, ("2", "z"))]


def test_a_cell_is_read_as_it_was_before_it_was_kept_from_running(tmp_path):
    """A form writes an apostrophe before a name that a spreadsheet would run, and means the name."""
    write(tmp_path / "a.csv", "'=1+1")
    assert impact.load_codings(tmp_path)["coder"].tolist() == ["=1+1"]
