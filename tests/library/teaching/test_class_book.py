"""The class book."""

import shutil

import made_up_class
import pytest

import track2lib as t2
from track2lib.impact.codings import load_codings


def test_thirty_students(book):
    """All that can be told apart are in it, and what is not in it is told with what to do."""
    assert len(book.gradebook) == 31  # thirty and two, less one name that two folders bear
    assert "علی رضایی" in set(book.gradebook["student"])
    assert "Faisal" not in set(book.gradebook["student"])
    told = book.problems.set_index("file")["severity"].to_dict()
    assert told == {
        "005_4005_hand-in-5.csv; 031_4031_hand-in.csv": "error",
        "034_essay.csv": "error",
        "035_photo.xlsx": "error",
        "032_4032_hand-in.csv": "warning",
        "001_4001_hand-in-1.csv": "warning",
        "-": "warning",
    }
    assert book.problems["remedy"].str.len().min() > 5
    assert "034_essay.csv" in repr(book)


def test_later_hand_in_counts(book):
    """Of Ben's two, the second, in which he did all."""
    ben = book.gradebook.set_index("student").loc["Ben"]
    assert ben["answered"] == book.answers["question"].nunique()


def test_lazy_sentences_do_not_count(book):
    """They are shown beside the others, and marked."""
    lazy = book.sentences["sentence"].isin(made_up_class.LAZY)
    assert 0 < lazy.sum() < len(lazy)
    assert (book.sentences["counts"] == ~lazy).all()


def test_tables_agree(book):
    """The gradebook, the questions and the answers count the same."""
    solved = book.answers["state"].isin(["first", "later"])
    assert book.gradebook["solved"].sum() == solved.sum() == book.questions["solved"].sum()
    first = (book.answers["state"] == "first").sum()
    assert book.questions["first"].sum() == first > 0
    shares = book.questions["share_first"].dropna()
    assert shares.is_monotonic_increasing
    assert ((book.questions["low"] <= shares) & (shares <= book.questions["high"])).all()


def test_saved_and_read_by_the_lab(book, tmp_path):
    """What was coded is read from the saved files, each student a coder."""
    where = book.save(tmp_path / "book")
    codings = load_codings(where / "codings")
    assert codings["coder"].nunique() == book.codings[""]["coder"].nunique() > 5
    assert len(codings) == len(book.codings[""])
    with pytest.raises(FileExistsError):
        book.save(where)


def test_names_by_files(school, tmp_path):
    """Where all typed one name, the folders and files tell them apart."""
    for n in range(3):
        content = made_up_class.hand_in("me", folder=f"f{n}", seed=n)
        (tmp_path / f"Student {n}").mkdir()
        (tmp_path / f"Student {n}" / "hand-in-me.csv").write_bytes(content)
    book = t2.class_book(tmp_path, names="files")
    assert book.gradebook["student"].tolist() == ["Student 0", "Student 1", "Student 2"]
    with pytest.raises(FileNotFoundError, match=r"First of all: Student 0/hand-in-me\.csv; "):
        t2.class_book(tmp_path)


def test_nothing_to_read(tmp_path):
    """A folder without a hand-in, a file, and what is no folder at all."""
    with pytest.raises(FileNotFoundError, match="no hand-in in it that can be used"):
        t2.class_book(tmp_path)
    (tmp_path / "essay.csv").write_text("title\nMine\n")
    with pytest.raises(FileNotFoundError, match=r"First of all: essay\.csv"):
        t2.class_book(tmp_path)
    for place in (tmp_path / "essay.csv", tmp_path / "nowhere"):
        with pytest.raises(FileNotFoundError, match="is no folder"):
            t2.class_book(place)
    with pytest.raises(ValueError, match="write 'typed', or 'files'"):
        t2.class_book(tmp_path, names="folders")


def test_pictures_of_a_lesson(book):
    """Of a lesson that nobody handed in there is none."""
    assert "lesson 02" in str(book.gradebook_chart("02").to_dict()["title"])
    with pytest.raises(LookupError, match="There is no lesson '06'"):
        book.gradebook_chart("06")
    with pytest.raises(LookupError, match="There is no lesson '06'"):
        book.hard_questions_chart("06")


def test_a_real_hand_in_is_read(own, tmp_path):
    """What `hand_in` writes is what `class_book` reads; a whole notes folder is no harm."""
    t2.check("q0-1", "d")
    t2.note("A thought")
    t2.hand_in("علی")
    shutil.copytree(own, tmp_path / "class")
    with pytest.warns(t2.DataWarning):
        book = t2.class_book(tmp_path / "class")
    (row,) = book.answers[book.answers["state"] == "first"].itertuples()
    assert (row.student, row.question, row.attempts) == ("علی", "q0-1", 1)
    assert book.notes.values.tolist() == [["علی", "A thought"]]


def test_words_of_students_run_nowhere(tmp_path):
    """The page of a book escapes what was typed."""
    content = made_up_class.hand_in("<img src=x onerror=alert(1)>", folder="f1")
    (tmp_path / "<b>.csv").write_bytes(content)
    (tmp_path / "<i>.csv").write_bytes(b"x")
    with pytest.warns(t2.DataWarning):
        html = t2.class_book(tmp_path)._repr_html_()
    assert "<i>" not in html
    assert "<img" not in html
