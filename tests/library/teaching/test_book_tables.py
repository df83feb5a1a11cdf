"""The tables of a class book."""

import pytest

from track2lib.lessons.question import lessons
from track2lib.teaching.book_tables import (
    STATES,
    answers_of,
    gradebook_of,
    notes_of,
    sentences_of,
)
from track2lib.teaching.choosing import Student

ASKED = {"01": lessons()["01"]}
KINDS = {question.id: question.kind for question in ASKED["01"]}


def student(name, notes=(), **lines):
    """Give a student with rows of lesson 01, by question."""
    own = {f"q1-{key[1:]}": {"item": f"q1-{key[1:]}", **line} for key, line in lines.items()}
    return Student(name, ["a.csv"], {"01": own} if own else {}, [*notes], [])


def state(question, line):
    rows = answers_of([student("Ana", **{question: line})], ASKED)
    return rows.set_index("question").at[f"q1-{question[1:]}", "state"]


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ({"attempts": "1", "solved": "True", "solved_at": "1"}, "first"),
        ({"attempts": "4", "solved": "True", "solved_at": "1"}, "first"),
        ({"attempts": "4", "solved": "True", "solved_at": "3"}, "later"),
        ({"attempts": "1", "solved": "True"}, "first"),
        ({"attempts": "4", "solved": "True"}, "later"),
        ({"attempts": "4", "solved": "False"}, "tried"),
        ({"attempts": "4"}, "tried"),
        ({"attempts": "0"}, "open"),
        ({}, "open"),
    ],
)
def test_states_of_judged_questions(line, meant):
    """What was tried after the first right answer takes nothing from it."""
    assert KINDS["q1-2"] == "choice"
    assert state("q2", line) == meant


def test_a_sentence_is_asked_again():
    """What an older package took for a sentence is none here; a guess is one of itself."""
    assert (KINDS["q1-1"], KINDS["q1-5"]) == ("reflect", "guess")
    tried = {"attempts": "1", "solved": "True"}
    assert state("q1", tried | {"answer": "x x x"}) == "short"
    assert state("q1", tried | {"answer": "It does not."}) == "sentence"
    assert state("q5", tried | {"answer": "a"}) == "sentence"


def test_what_was_lost_was_not_left_out():
    """A row that is not there, and a lesson that was not handed in, are no unanswered questions."""
    rows = answers_of([student("Ana", q1={"attempts": "0"}), student("Ben")], ASKED)
    states = rows.set_index(["student", "question"])["state"]
    assert states["Ana", "q1-1"] == "open"
    assert states["Ana", "q1-2"] == "none"
    assert {*states["Ben"]} == {"none"}
    assert rows["attempts"].isna().sum() == 2 * len(ASKED["01"]) - 1


def test_gradebook():
    """A row for each student, with counts and the words of each question."""
    tried = {"attempts": "3", "solved": "True", "solved_at": "3"}
    sentence = {"attempts": "2", "answer": "It does not.", "solved": "True"}
    guess = {"attempts": "1", "answer": "a", "solved": "True"}
    rows = answers_of([student("Ben", q2=tried, q1=sentence, q5=guess), student("Ana")], ASKED)
    book = gradebook_of(rows)
    assert [*book.columns] == ["student", "answered", "solved", "sentences", "attempts", *KINDS]
    assert book.iloc[0, :5].tolist() == ["Ben", 3, 1, 1, 3]
    assert book.iloc[1, :5].tolist() == ["Ana", 0, 0, 0, 0]
    assert book["q1-2"].tolist() == [f"{STATES['later']} (3 attempts)", STATES["none"]]


def test_sentences_stand_side_by_side():
    """By question in the order of the lesson, short ones too, with empty columns to grade in."""
    line = {"attempts": "1", "solved": "True"}
    people = [
        student("Ana", q7=line | {"answer": "It does not."}, q1=line | {"answer": "x"}),
        student("Ben", q1=line | {"answer": "Who asks whom?"}, q7={"attempts": "0"}),
    ]
    table = sentences_of(answers_of(people, ASKED), ASKED)
    told = table[["question", "student", "counts"]].values.tolist()
    assert told == [["q1-1", "Ana", False], ["q1-1", "Ben", True], ["q1-7", "Ana", True]]
    assert {*table["grade"], *table["remark"]} == {""}


def test_notes():
    """Each in a row of its own."""
    people = [student("Ana", notes=["One", "Two"]), student("Ben")]
    assert notes_of(people).values.tolist() == [["Ana", "One"], ["Ana", "Two"]]
