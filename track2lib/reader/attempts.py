"""The file `progress.csv`: each attempt at a question in a line of its own, in their order."""

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from track2lib.reader.cells import plain_cell
from track2lib.reader.files import append, as_csv, folder, locked, set_aside, write_rows

__all__ = ["Attempt", "add_attempt", "read_attempts"]

FILE = "progress.csv"
COLUMNS = ["question", "attempts", "solved", "answer"]
LONGEST = 10  # figures of a count


class Attempt(NamedTuple):
    """What is known of one question.

    Parameters
    ----------
    attempts : int
        How often it was tried.
    solved : bool
        Whether an answer was right. What was solved once stays solved.
    answer : str
        The last answer that was given, as a form takes it; empty for a table.
    """

    attempts: int
    solved: bool
    answer: str


def read_attempts() -> tuple[dict[str, Attempt], int]:
    """Read what has been tried so far.

    Returns
    -------
    tuple of dict and int
        What is known, by question; and how many lines could not be read.

    Raises
    ------
    OSError, RuntimeError
        If the file cannot be read, or no home is known in which it would be.
    """
    good, damaged = _lines(folder() / FILE)
    return _known(good), len(damaged)


def add_attempt(question: str, *, solved: bool, answer: str = "") -> int:
    """Save one attempt at a question; the last answer, given once more, is no other attempt.

    Parameters
    ----------
    question : str
        The question, such as "q1-3".
    solved : bool
        Whether the attempt was right.
    answer : str, default ""
        What was answered, in one line.

    Returns
    -------
    int
        How many lines of the file could not be read, and stand in a file beside it now.

    Raises
    ------
    OSError, RuntimeError
        If it cannot be saved.
    """
    path = folder() / FILE
    with locked():
        good, damaged = _lines(path)
        if damaged:
            # Aside as it was, and what could be read of it written anew.
            set_aside(path)
            write_rows(path, [COLUMNS, *good])
        known = _known(good).get(question)
        # A lesson that is run from the top answers as it did before.
        if not (known and known.answer == plain_cell(answer) != "" and known.solved >= solved):
            append(path, _before(path) + as_csv([(question, 1, solved, answer)]))
    return len(damaged)


def _before(path: Path) -> str:
    """Give what a line needs in front: the heading, or the end of a line that an editor took."""
    content = path.read_bytes() if path.exists() else b""
    if not content:
        return as_csv([COLUMNS])
    return "" if content.endswith(b"\n") else "\n"


def _known(lines: Iterable[list[str]]) -> dict[str, Attempt]:
    """Add up what stands in the lines."""
    known: dict[str, Attempt] = {}
    for question, attempts, solved, answer in lines:
        before = known.get(question, Attempt(0, False, ""))
        is_solved = before.solved or solved == "True"
        known[question] = Attempt(before.attempts + int(attempts), is_solved, answer)
    return known


def _lines(path: Path) -> tuple[list[list[str]], list[bytes]]:
    """Give the lines that are records, and those that are none; a heading is neither."""
    good, damaged = [], []
    # As bytes and by line ends: a letter that is broken, or a quotation mark that never ends,
    # takes no other line with it.
    for line in path.read_bytes().split(b"\n") if path.exists() else []:
        cells = _cells(line)
        if cells is None:
            damaged.append(line)
        elif "".join(cells).strip() and cells[0] != COLUMNS[0]:
            good.append(cells)
    return good, damaged


def _cells(line: bytes) -> list[str] | None:
    """Take a line apart, or give nothing if it is no record, no heading and not empty."""
    try:
        # Spreadsheets put a mark before the first letter, and write TRUE for True.
        cells = next(csv.reader([line.decode("utf-8-sig").strip("\r")], strict=True), [])
    except (UnicodeError, csv.Error):
        return None
    if not "".join(cells).strip() or cells[0] == COLUMNS[0]:
        return cells
    # Older files have no answers.
    question, attempts, solved, answer, *more = [*cells, "", "", ""] if len(cells) < 4 else cells
    # Python reads no number of thousands of figures, and nobody tries so often.
    counted = attempts.isdecimal() and len(attempts) < LONGEST
    is_record = counted and solved.lower() in ("true", "false") and not any(more)
    return [question, attempts, solved.title(), answer] if question and is_record else None
