"""How far a reader has come in the course: a table, shown as a picture of lessons and questions."""

import warnings
from collections.abc import Mapping, Sequence

import pandas as pd

from track2lib.lessons.question import Question, lessons, titles
from track2lib.lessons.sentences import is_a_sentence
from track2lib.reader.attempts import Attempt, read_attempts
from track2lib.records.asked import one_of
from track2lib.teaching.course_picture import Mark, as_html, as_text

__all__ = ["Progress", "progress"]

COLUMNS = ["lesson", "title", "questions", "tried", "solved"]


class Progress(pd.DataFrame):  # type: ignore[misc]
    """The table of `progress`, which a notebook shows as a picture; what is computed from it is plain."""

    _metadata = ("said", "marks")

    @property
    def _constructor(self) -> type[pd.DataFrame]:
        return pd.DataFrame

    def __repr__(self) -> str:
        return as_text(self.said, self._rows())

    def _repr_html_(self) -> str:
        return as_html(self.said, self._rows())

    def _rows(self) -> list[tuple[str, str, list[Mark]]]:
        return [
            (*own, self.marks[own[0]]) for own in zip(self["lesson"], self["title"], strict=True)
        ]


def progress(lesson: str | None = None) -> Progress:
    """Show how far you have come: each lesson, and a mark for each of its questions.

    Parameters
    ----------
    lesson : str, optional
        Number of the lesson in which this is asked, such as "07": what is still open in it is named.

    Returns
    -------
    pandas.DataFrame
        A row for each lesson: its number and title, how many questions it has, how many were tried,
        how many solved. A question counts once, however often it was answered; a guess is solved
        when it is made, and so is a sentence of three words or more. A page shows it as a picture.

    Raises
    ------
    LookupError
        If there is no such lesson.

    Examples
    --------
    >>> import track2lib as t2
    >>> list(t2.progress().columns)
    ['lesson', 'title', 'questions', 'tried', 'solved']
    """
    asked = lessons()
    if lesson is not None:
        one_of(lesson, [*asked], "lesson")
    known = _known()
    marks: dict[str, list[Mark]] = {
        number: [(question.id, _state(question, known.get(question.id))) for question in questions]
        for number, questions in asked.items()
    }
    called = titles()
    rows = []
    # By the questions that there are: the file may hold some that have been taken out since.
    for number, own in marks.items():
        states = [state for _, state in own]
        tried, solved = len(own) - states.count("open"), states.count("done")
        rows.append((number, called[number], len(own), tried, solved))
    table = Progress(rows, columns=COLUMNS)
    table.said, table.marks = _said(table, marks, lesson), marks
    return table


def _known() -> dict[str, Attempt]:
    """Read what was done; what cannot be read is told, and the rest is shown."""
    try:
        known, damaged = read_attempts()
    except (OSError, RuntimeError):
        warnings.warn("Your progress could not be read, so none is shown.", stacklevel=3)
        return {}
    if damaged:
        # Only looked at, so the file stays as it is; the next attempt sets it aside.
        said = f"Lines of your progress that cannot be read, and are left out here: {damaged}."
        warnings.warn(said, stacklevel=3)
    return known


def _state(question: Question, attempt: Attempt | None) -> str:
    if attempt is None:
        return "open"
    fine = question.kind != "reflect" or is_a_sentence(attempt.answer)
    return "done" if attempt.solved and fine else "tried"


def _said(table: pd.DataFrame, marks: Mapping[str, Sequence[Mark]], lesson: str | None) -> str:
    """Say how far it is; at the end of the course, what may come next."""
    done, every = int(table["solved"].sum()), int(table["questions"].sum())
    if done == every:
        return (
            f"You have done the whole course: all {every} questions of {len(table)} lessons. What you "
            'wrote is in your notes folder; t2.hand_in("Your name") puts it into one file to give away.'
        )
    begun = int((table["tried"] > 0).sum())
    whole = f"{done} of {every} questions done, in {begun} of {len(table)} lessons."
    if not begun:
        whole = "Nothing is answered yet: each question that you answer changes its mark."
    if lesson is None:
        return whole
    lacking = [question for question, state in marks[lesson] if state != "done"]
    if not lacking:
        return f"Lesson {lesson} is done. In all: {whole}"
    if len(lacking) == len(marks[lesson]) or not begun:
        return whole
    return f"Still open in lesson {lesson}: {', '.join(lacking)}. In all: {whole}"
