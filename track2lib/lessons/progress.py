"""What a reader does, kept as it is done: attempts at questions, and notes."""

from typing import Any

from track2lib.lessons.feedback import Feedback, is_blank
from track2lib.reader.attempts import Attempt, add_attempt, read_attempts
from track2lib.reader.notes import add_note

__all__ = ["DAMAGED", "NOT_SAVED", "earlier", "note", "record"]

NOT_SAVED = "This could not be saved in your notes folder; the lesson goes on without it."
DAMAGED = (
    "A part of your earlier progress could not be read. The rest is kept; the old file lies in "
    "your notes folder, with *damaged* in its name."
)


def record(question: str, *, solved: bool, answer: str = "") -> str:
    """Save one attempt at a question.

    Parameters
    ----------
    question : str
        The question, such as "q1-3".
    solved : bool
        Whether the attempt was right. What was solved once stays solved.
    answer : str, default ""
        What was answered, to be there again when the question is asked again.

    Returns
    -------
    str
        A sentence for the reader if it could not be saved or a part of the file was damaged,
        else nothing.
    """
    try:
        return DAMAGED if add_attempt(question, solved=solved, answer=answer) else ""
    except (OSError, RuntimeError):  # a full disk, a folder that is read-only, no home at all
        return NOT_SAVED  # told and not raised: the lesson must go on


def earlier(question: str) -> Attempt | None:
    """Give what the reader did with a question before.

    Parameters
    ----------
    question : str
        The question, such as "q1-3".

    Returns
    -------
    Attempt or None
        The attempts, or none where there was none or the file cannot be read.
    """
    try:
        return read_attempts()[0].get(question)
    except (OSError, RuntimeError):
        return None


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
    if is_blank(text):
        body = "In `t2.note(...)` put your note in place of the three dots, in quotes."
        return Feedback("waiting", "a note", body)
    if not isinstance(text, str):
        return Feedback("form", "a note", "A note is text, in quotes.")
    try:
        file = add_note(text)
    except (OSError, RuntimeError):
        return Feedback("noted", "here only", f"{NOT_SAVED} Keep the cell that holds your note.")
    other = "" if file == "notes.md" else ", since `notes.md` is not in UTF-8"
    body = f"It is in your notes folder, in the file `{file}`{other}."
    return Feedback("noted", "your note", body)
