"""The class book: what the hand-ins of a class say together, and how far that can be trusted."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Literal, get_args

import pandas as pd

from track2lib.lessons.question import Question, lessons
from track2lib.page.frame import Framed
from track2lib.records.asked import a_place, one_of
from track2lib.records.problem import COLUMNS, in_short, warn
from track2lib.teaching.book_files import save_book
from track2lib.teaching.book_tables import answers_of, gradebook_of, notes_of, sentences_of
from track2lib.teaching.book_words import told
from track2lib.teaching.choosing import Student, students_of
from track2lib.teaching.codes import codings_of
from track2lib.teaching.folder import hand_ins_in, names_by_files
from track2lib.teaching.gradebook_chart import gradebook_chart
from track2lib.teaching.hard_questions_chart import hard_questions_chart
from track2lib.teaching.hardness import questions_of
from track2lib.teaching.versions import other_versions

__all__ = ["ClassBook", "class_book"]

Names = Literal["typed", "files"]


@dataclass(frozen=True, repr=False)
class ClassBook:
    """What a class has handed in. Shown, it says what is in it and what cannot be trusted.

    Parameters
    ----------
    place : pathlib.Path
        The folder that was read.
    answers : pandas.DataFrame
        A row for each student and question of the lessons that somebody has handed in: ``student``,
        ``lesson``, ``question``, ``kind``, ``state``, ``attempts``, ``solved_at`` (which attempt was
        the first right one) and ``answer``, the last one.
    gradebook : pandas.DataFrame
        A row for each student: how many questions were answered and solved, sentences, attempts;
        and a column for each question.
    questions : pandas.DataFrame
        A row for each question that is judged, the hardest first: how many students handed in,
        answered, solved, and solved at the first attempt; that as a share, from ``low`` to ``high``
        with what it may be among other students like these; mean attempts.
    sentences : pandas.DataFrame
        The sentences, question by question, with empty columns ``grade`` and ``remark``.
    notes : pandas.DataFrame
        ``student`` and ``note``.
    codings : dict of str to pandas.DataFrame
        The codes of cases, by the data package of the cases, which is "" for the project's own.
    problems : pandas.DataFrame
        What is not in the book (``severity`` "error") or is asked about ("warning"), by file, and
        what to do.
    """

    place: Path
    answers: pd.DataFrame
    gradebook: pd.DataFrame
    questions: pd.DataFrame
    sentences: pd.DataFrame
    notes: pd.DataFrame
    codings: Mapping[str, pd.DataFrame]
    problems: pd.DataFrame

    def gradebook_chart(self, lesson: str | None = None) -> Framed:
        """Draw what each student has done.

        Parameters
        ----------
        lesson : str, optional
            Number of a lesson, whose questions stand side by side. By default all lessons do; of
            one lesson alone, its questions.

        Returns
        -------
        altair.VConcatChart
            A row for each student. Of more than 31, a list above the chart chooses some.

        Raises
        ------
        LookupError
            If nobody has handed in that lesson.
        ValueError
            If there are more marks than a chart can hold.
        """
        there = self._lessons(lesson)
        return gradebook_chart(self.answers, there[0] if len(there) == 1 else None)

    def hard_questions_chart(self, lesson: str | None = None) -> Framed:
        """Draw how many students solved each question at the first attempt, the hardest first.

        Parameters
        ----------
        lesson : str, optional
            Number of a lesson. By default all questions that were handed in.

        Returns
        -------
        altair.VConcatChart
            A row for each of the 16 hardest questions.

        Raises
        ------
        LookupError
            If nobody has handed in that lesson.
        ValueError
            If nobody has answered a question that is judged.
        """
        rows = self.questions[self.questions["lesson"].isin(self._lessons(lesson))]
        return hard_questions_chart(rows.reset_index(drop=True), len(self.gradebook))

    def save(self, folder: str | os.PathLike[str]) -> Path:
        """Write the tables as CSV files, and the codes as files of coders.

        Parameters
        ----------
        folder : str or path
            A folder, which is made if it is not there; not the one with the hand-ins.

        Returns
        -------
        pathlib.Path
            The folder. ``impact.load_codings(folder / "codings")`` reads the codes in it.

        Raises
        ------
        FileExistsError
            If a file of the book lies there already: somebody may have graded in it.
        OSError
            If nothing can be written there.
        TypeError, ValueError
            If that is no folder, or the one that was read.
        """
        where = a_place(folder, "folder", "class-book")
        tables = {
            "gradebook": self.gradebook,
            "answers": self.answers,
            "questions": self.questions,
            "sentences": self.sentences,
            "notes": self.notes,
            "problems": self.problems,
        }
        return save_book(where, self.place, tables, self.codings, "\n\n".join(self._told()))

    def _lessons(self, lesson: str | None) -> list[str]:
        """Give the lessons to draw."""
        there = [*self.answers["lesson"].unique()]
        if lesson is None:
            return there
        one_of(lesson, there, "lesson")
        return [lesson]

    def _told(self) -> list[str]:
        return told(self.gradebook, self.answers, self.questions, self.codings, self.problems)

    def __repr__(self) -> str:
        return "\n\n".join(self._told())

    def _repr_html_(self) -> str:
        first, *others = map(escape, self._told())
        body = "".join(f"<p>{part}</p>" for part in others)
        return f'<div style="max-width: 720px"><p><b>{first}</b></p>{body}</div>'


def class_book(folder: str | os.PathLike[str], *, names: Names = "typed") -> ClassBook:
    """Read what a class has handed in.

    Parameters
    ----------
    folder : str or path
        A folder with the files that `hand_in` wrote, under any name; they may lie in folders of
        their own, as an unpacked download of a learning platform has them.
    names : {"typed", "files"}, default "typed"
        Whether students have the names that they typed, or those of the folders or files, which a
        platform may have named: a folder whose hand-ins have one name is one student.

    Returns
    -------
    ClassBook
        Tables, pictures, and what is not in them. Of several hand-ins from one reader's folder the
        last counts, part by part. Under one name from several folders, which may be two students,
        none counts of what both hold, and the book says so.

    Raises
    ------
    FileNotFoundError
        If there is no such folder, or no hand-in in it.
    OSError
        If it cannot be read.
    TypeError, ValueError
        If `folder` names no folder, or `names` is neither of the two.

    Warns
    -----
    track2lib.DataWarning
        If something in the folder is not in the book.

    Examples
    --------
    >>> import track2lib as t2
    >>> book = t2.class_book("week-2/")  # doctest: +SKIP
    >>> book.gradebook_chart("02")  # doctest: +SKIP
    """
    if not (isinstance(names, str) and names in get_args(Names)):
        raise ValueError(
            f"names is {in_short(names)}: write 'typed', or 'files' for the names of folders and files."
        )
    place = a_place(folder, "folder", "hand-ins")
    if not place.is_dir():
        raise FileNotFoundError(
            f"{place} is no folder. Give the folder with the hand-ins of a class."
        )
    hand_ins, faults = hand_ins_in(place)
    students, unclear = students_of(hand_ins if names == "typed" else names_by_files(hand_ins))
    asked = _asked(students)
    faults = [*faults, *unclear, *other_versions(students, lessons())]
    faults.sort(key=lambda fault: fault.severity != "error")
    problems = pd.DataFrame(faults, columns=COLUMNS)
    if not asked:
        why = (
            f" First of all: {problems.iloc[0]['file']}: {problems.iloc[0]['problem']}"
            if faults
            else ""
        )
        raise FileNotFoundError(f"{place} has no hand-in in it that can be used.{why}")
    if lost := (problems["severity"] == "error").sum():
        warn(
            f"Not all of {place.name} is in the class book: its table `problems` says what, {lost} times."
        )
    answers = answers_of(students, asked)
    return ClassBook(
        place=place,
        answers=answers,
        gradebook=gradebook_of(answers),
        questions=questions_of(answers, asked),
        sentences=sentences_of(answers, asked),
        notes=notes_of(students),
        codings=codings_of(students),
        problems=problems,
    )


def _asked(students: Sequence[Student]) -> dict[str, list[Question]]:
    """Give the questions of the lessons that somebody has handed in."""
    given = {lesson for student in students for lesson in student.answers}
    return {lesson: questions for lesson, questions in lessons().items() if lesson in given}
