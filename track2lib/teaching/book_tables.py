"""The tables of a class book: answers, by student, and what was written."""

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from track2lib.lessons.question import Question
from track2lib.lessons.sentences import is_a_sentence
from track2lib.teaching.choosing import Student
from track2lib.teaching.form import JUDGED, Line

__all__ = ["STATES", "answers_of", "gradebook_of", "notes_of", "sentences_of"]

STATES = {
    "first": "solved at the first attempt",
    "later": "solved with more attempts",
    "tried": "tried, not solved",
    "sentence": "a sentence, or a guess",
    "short": "no sentence",
    "open": "not answered",
    "none": "not in a hand-in that counts",
}
"""What may be known of a student and a question, and how it is told."""
ANSWERS = ["student", "lesson", "question", "kind", "state", "attempts", "solved_at", "answer"]


def answers_of(
    students: Iterable[Student], asked: Mapping[str, Sequence[Question]]
) -> pd.DataFrame:
    """Give a row for each student and question.

    Parameters
    ----------
    students : iterable of Student
        The class.
    asked : mapping of str to sequence of Question
        The questions of each lesson that somebody has handed in.

    Returns
    -------
    pandas.DataFrame
        ``student``, ``lesson``, ``question``, ``kind`` and ``state``; ``attempts`` and ``solved_at``
        as whole numbers, missing where they are not known; ``answer``.
    """
    rows = []
    for student in students:
        for lesson, questions in asked.items():
            own = student.answers.get(lesson)
            for question in questions:
                # A row that was lost is no question that was left out.
                line = (own or {}).get(question.id)
                state = "none" if line is None else _state(question, line)
                told = ((line or {}).get(column) for column in ("attempts", "solved_at", "answer"))
                rows.append((student.name, lesson, question.id, question.kind, state, *told))
    table = pd.DataFrame(rows, columns=ANSWERS)
    for column in ("attempts", "solved_at"):
        table[column] = pd.to_numeric(table[column]).astype("Int64")
    return table.astype(dict.fromkeys((*ANSWERS[:5], "answer"), "string"))


def _state(question: Question, line: Line) -> str:
    """Say what a student did with a question, by a key of `STATES`."""
    if line.get("attempts", "0") == "0":
        return "open"
    if question.kind not in JUDGED:
        # Asked here again, since an older package took anything for a sentence.
        fine = question.kind == "guess" or is_a_sentence(line.get("answer", ""))
        return "sentence" if fine else "short"
    if line.get("solved") != "True":
        return "tried"
    # Older files have several attempts in one line, and not which of them was right.
    at = line.get("solved_at") or line.get("attempts")
    return "first" if at == "1" else "later"


def gradebook_of(answers: pd.DataFrame) -> pd.DataFrame:
    """Give a row for each student: counts, and a column for each question.

    Parameters
    ----------
    answers : pandas.DataFrame
        As `answers_of` gives it.

    Returns
    -------
    pandas.DataFrame
        ``student``; ``answered``, ``solved`` (of judged questions) and ``sentences`` as whole
        numbers, ``attempts`` at judged questions; then each question, in the words of `STATES`, with
        the number of attempts where there were several.
    """
    judged = answers["kind"].isin(JUDGED)
    counts = pd.DataFrame(
        {
            "student": answers["student"],
            "answered": ~answers["state"].isin(["open", "none"]),
            "solved": answers["state"].isin(["first", "later"]),
            "sentences": (answers["state"] == "sentence") & (answers["kind"] == "reflect"),
            "attempts": answers["attempts"].where(judged, 0).fillna(0),
        }
    )
    book = counts.groupby("student", sort=False).sum().astype("Int64")
    several = answers["attempts"].fillna(0) > 1
    words = answers["state"].map(STATES)
    words += (" (" + answers["attempts"].astype("string") + " attempts)").where(several, "")
    wide = answers.assign(words=words).pivot(index="student", columns="question", values="words")
    order = answers["question"].drop_duplicates()
    return book.join(wide[order]).reset_index()


def sentences_of(answers: pd.DataFrame, asked: Mapping[str, Sequence[Question]]) -> pd.DataFrame:
    """Give the sentences of the class, question by question, with a column to grade them in.

    Parameters
    ----------
    answers : pandas.DataFrame
        As `answers_of` gives it.
    asked : mapping of str to sequence of Question
        The questions of each lesson.

    Returns
    -------
    pandas.DataFrame
        ``question``, ``prompt``, ``student``, ``sentence``; ``counts``, whether it is one; ``grade``
        and ``remark``, which are empty.
    """
    prompts = {question.id: question.prompt for own in asked.values() for question in own}
    own = answers[(answers["kind"] == "reflect") & answers["state"].isin(["sentence", "short"])]
    order = {question: place for place, question in enumerate(prompts)}
    own = own.sort_values("question", key=lambda keys: keys.map(order), kind="stable")
    return pd.DataFrame(
        {
            "question": own["question"],
            "prompt": own["question"].map(prompts).astype("string"),
            "student": own["student"],
            "sentence": own["answer"],
            "counts": own["state"] == "sentence",
            "grade": "",
            "remark": "",
        }
    ).reset_index(drop=True)


def notes_of(students: Iterable[Student]) -> pd.DataFrame:
    """Give a row for each note: ``student`` and ``note``."""
    rows = [(student.name, note) for student in students for note in student.notes]
    return pd.DataFrame(rows, columns=["student", "note"], dtype="string")
