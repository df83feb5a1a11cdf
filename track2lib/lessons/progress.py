"""The reader's own folder: which questions are solved, and notes."""

import csv
import warnings
from pathlib import Path
from typing import Any

import pandas as pd

from track2lib.lessons.feedback import Feedback
from track2lib.lessons.question import lessons
from track2lib.reader.files import folder, set_aside, write_rows

__all__ = ["note", "progress", "record"]

COLUMNS = ["question", "attempts", "solved"]
NOT_SAVED = "This could not be saved in your notes folder; the lesson goes on without it."
DAMAGED = (
    "Your earlier progress could not be read, so a new count begins. The old file is kept in "
    "your notes folder, with *damaged* in its name."
)


def record(question: str, *, solved: bool) -> str:
    """Save one attempt at a question.

    Parameters
    ----------
    question : str
        The question, such as "q1-3".
    solved : bool
        Whether the attempt was right. What was solved once stays solved.

    Returns
    -------
    str
        A sentence for the reader if it could not be saved or an earlier file was damaged,
        else nothing.
    """
    said = ""
    try:
        path = folder() / "progress.csv"
        try:
            known = _read(path)
        except (csv.Error, ValueError):
            set_aside(path)
            known, said = {}, DAMAGED
        attempts, before = known.get(question, (0, False))
        known[question] = (attempts + 1, before or solved)
        rows = [(asked, *values) for asked, values in known.items()]
        write_rows(path, COLUMNS, rows)
    except (OSError, RuntimeError):  # a full disk, a folder that is read-only, no home at all
        return NOT_SAVED
    return said


def progress() -> pd.DataFrame:
    """Show how far the reader has come.

    Returns
    -------
    pandas.DataFrame
        A row for each lesson: how many questions it has, how many were tried, how many solved.

    Examples
    --------
    >>> list(progress().columns)
    ['lesson', 'questions', 'tried', 'solved']
    """
    try:
        known = _read(folder() / "progress.csv")
    except (csv.Error, OSError, RuntimeError, ValueError):
        known = {}
        warnings.warn("Your progress could not be read, so none is shown.", stacklevel=2)
    rows = []
    for lesson, questions in lessons().items():
        tried = [known[question.id][1] for question in questions if question.id in known]
        rows.append((lesson, len(questions), len(tried), sum(tried)))
    return pd.DataFrame(rows, columns=["lesson", "questions", "tried", "solved"])


def note(text: Any = ...) -> Feedback:
    """Write a note at the end of `notes.md` in the reader's folder.

    Parameters
    ----------
    text : str
        The note. Running a cell again does not write its note twice.

    Returns
    -------
    Feedback
        A confirmation.

    Examples
    --------
    >>> note(...).status
    'waiting'
    """
    if text is ... or (isinstance(text, str) and text.strip() in {"", "...", "…"}):
        body = "In `t2.note(...)` put your note in place of the three dots, in quotes."
        return Feedback("waiting", "a note", body)
    if not isinstance(text, str):
        return Feedback("form", "a note", "A note is text, in quotes.")
    try:
        path = folder() / "notes.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a+", encoding="utf-8") as file:
            file.seek(0)
            if f"\n\n{text.strip()}\n\n" not in f"\n\n{file.read()}":
                file.write(f"{text.strip()}\n\n")
    except (OSError, RuntimeError, UnicodeError):
        return Feedback("noted", "here only", f"{NOT_SAVED} Keep the cell that holds your note.")
    return Feedback("noted", "your note", "It is in your notes folder, in the file `notes.md`.")


def _read(path: Path) -> dict[str, tuple[int, bool]]:
    if not path.exists():
        return {}
    known: dict[str, tuple[int, bool]] = {}
    # Spreadsheets put a mark before the first letter and write TRUE for True.
    with path.open(newline="", encoding="utf-8-sig") as file:
        rows = csv.reader(file, strict=True)
        if next(rows, None) != COLUMNS:
            raise ValueError("this is not a file of progress")
        for question, attempts, solved in rows:
            if question in known or solved.lower() not in {"true", "false"}:
                raise ValueError(f"this is not a record of progress: {question}")
            known[question] = (int(attempts), solved.lower() == "true")
    return known
