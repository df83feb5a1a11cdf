"""A class book as files."""

import pandas as pd
import pytest

from track2lib.teaching.book_files import save_book

TABLE = pd.DataFrame({"student": ["علی", "=1+1"], "attempts": pd.array([2, None], dtype="Int64")})
CODES = pd.DataFrame({"coder": ["Ana", "علی"], "code": ["denied", "denied"]})


def save(where, read, codings=None):
    return save_book(where, read, {"gradebook": TABLE}, codings or {}, "What it is.")


def test_a_spreadsheet_opens_it(tmp_path):
    """Letters of any script, nothing that would run, and an empty cell for what is not known."""
    where = save(tmp_path / "a" / "book", tmp_path / "class")
    content = (where / "gradebook.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig") == "student,attempts\nعلی,2\n'=1+1,\n"
    assert (where / "about.txt").read_text("utf-8") == "What it is.\n"


def test_a_file_for_each_coder(tmp_path):
    """In a folder for each package of cases."""
    where = save(tmp_path / "book", tmp_path / "class", {"": CODES, "my-cases": CODES})
    assert len([*(where / "codings").iterdir()]) == 2
    assert len([*(where / "codings-of-my-cases").iterdir()]) == 2


def test_grades_are_never_written_over(tmp_path):
    """Where a file of the book is, nothing at all is written."""
    where = save(tmp_path / "book", tmp_path / "class")
    (where / "gradebook.csv").write_text("graded")
    (where / "about.txt").unlink()
    with pytest.raises(FileExistsError, match=r"gradebook\.csv already"):
        save(where, tmp_path / "class")
    assert [path.name for path in where.iterdir()] == ["gradebook.csv"]


def test_not_among_the_hand_ins(tmp_path):
    """It would be read as one of them."""
    for where in (tmp_path, tmp_path / "book", tmp_path / "x" / ".." / "y"):
        with pytest.raises(ValueError, match="where the hand-ins are"):
            save(where, tmp_path)
