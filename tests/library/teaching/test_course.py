"""How far a reader has come."""

import pandas as pd
import pytest

import track2lib as t2
from track2lib.lessons.progress import record
from track2lib.lessons.question import lessons, titles
from track2lib.teaching.course import progress


def test_looking_makes_no_folder(own):
    """Nothing is written, and nothing is answered yet."""
    table = progress("01")
    assert not own.exists()
    assert repr(table).startswith("Nothing is answered yet")


def test_a_table_for_whoever_computes():
    """Each lesson with its title, and how many of its questions were tried and solved."""
    before = progress().set_index("lesson")
    assert type(before) is pd.DataFrame
    assert before["title"].to_dict() == titles()
    assert before[["tried", "solved"]].to_numpy().sum() == 0
    record("q0-1", solved=False)
    record("q0-2", solved=True)
    record("q99-1", solved=True)
    assert progress().set_index("lesson").loc["00", ["tried", "solved"]].tolist() == [2, 1]
    assert isinstance(progress().query("solved > 0")._repr_html_(), str)
    assert "lesson: 00" in repr(t2.show(progress()))


def test_what_is_open_in_a_lesson():
    """It is named where the lesson asks; a lesson that is done is said to be."""
    record("q1-2", solved=True, answer="b")
    assert "Still open in lesson 01: q1-1, q1-3" in repr(progress("01"))
    assert "Still open" not in repr(progress())
    for question in lessons()["00"]:
        record(question.id, solved=True, answer="a")
    assert repr(progress("00")).startswith("Lesson 00 is done. In all: 6 of ")


def test_a_letter_is_no_sentence():
    """What an older version took for one is tried, and not done."""
    record("q1-1", solved=True, answer="x")
    assert progress().set_index("lesson").loc["01", ["tried", "solved"]].tolist() == [1, 0]
    record("q1-1", solved=True, answer="It does not.")
    assert progress().set_index("lesson").loc["01", "solved"] == 1


def test_a_word_at_the_end_of_the_course():
    """Whoever has done all is told so, and how to hand it in."""
    for questions in lessons().values():
        for question in questions:
            record(question.id, solved=True, answer="It does not.")
    said = repr(progress("11"))
    assert said.startswith("You have done the whole course: all ")
    assert 't2.hand_in("Your name")' in said


def test_a_lesson_that_is_not_there():
    """It is refused with those that there are."""
    with pytest.raises(LookupError, match="There is no lesson '1'"):
        progress("1")


def test_a_damaged_line_is_told(own):
    """Who looks at progress is told of what cannot be read, and sees the rest."""
    record("q0-1", solved=True, answer="d")
    with (own / "progress.csv").open("a") as file:
        file.write("damaged")
    with pytest.warns(UserWarning, match="left out here: 1"):
        assert progress()["solved"].sum() == 1


def test_a_folder_that_cannot_be_read(own):
    """A progress file that is a folder stops nothing."""
    (own / "progress.csv").mkdir(parents=True)
    with pytest.warns(UserWarning, match="could not be read"):
        assert progress()["tried"].sum() == 0
