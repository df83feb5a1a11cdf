"""The file `progress.csv`: each attempt at a question in a line of its own, in their order."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from track2lib.reader.cells import plain_cell
from track2lib.reader.files import append, as_csv, folder, locked, set_aside, write_rows
from track2lib.reader.lines import Lines, lines_in

__all__ = ["Attempt", "add_attempt", "read_attempts"]

FILE = "progress.csv"
COLUMNS = ["question", "attempts", "solved", "answer"]
LEAST = 3  # older files have no answers
LONGEST = 100_000  # letters of an answer; in a cell of more no reader of CSV finds its end
COUNT = re.compile(r"(\d{1,9})(?:\.0*)?")


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
    solved_at : int, optional
        Which attempt was the first that was right; none where there was none, or where the file, as
        older ones do, has several attempts in one line.
    """

    attempts: int
    solved: bool
    answer: str
    solved_at: int | None = None


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
    path = folder() / FILE
    content = path.read_bytes() if path.exists() else b""
    good, damaged = _records(lines_in(content, COLUMNS, LEAST))
    return _known(good), damaged


def add_attempt(question: str, *, solved: bool, answer: str = "") -> int:
    """Save one attempt at a question; the last answer, given once more, is no other attempt.

    Parameters
    ----------
    question : str
        The question, such as "q1-3".
    solved : bool
        Whether the attempt was right.
    answer : str, default ""
        What was answered, in one line; of a whole book its beginning.

    Returns
    -------
    int
        How many lines of the file could not be read, and stand in a file beside it now.

    Raises
    ------
    OSError, RuntimeError
        If it cannot be saved.
    """
    path, answer = folder() / FILE, plain_cell(answer[:LONGEST])
    with locked():
        content = path.read_bytes() if path.exists() else b""
        found = lines_in(content, COLUMNS, LEAST)
        good, damaged = _records(found)
        if damaged or found.more:
            set_aside(path)
        if damaged or not found.as_ours:
            write_rows(path, [COLUMNS, *good])
        known = _known(good).get(question)
        # A lesson that is run from the top answers as it did before.
        if not (known and known.answer == answer != "" and known.solved >= solved):
            append(path, _before(path) + as_csv([(question, 1, solved, answer)]))
    return damaged


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
        count, at = before.attempts + int(attempts), before.solved_at
        if is_solved and not before.solved:
            at = count if int(attempts) == 1 else None
        known[question] = Attempt(count, is_solved, answer, at)
    return known


def _records(found: Lines) -> tuple[list[list[str]], int]:
    """Give the rows that are attempts, and count the lines that are none; a heading is neither."""
    good, damaged = [], found.damaged
    for question, attempts, solved, answer in found.rows:
        if question == COLUMNS[0]:
            continue
        count = COUNT.fullmatch(attempts)
        # Spreadsheets write TRUE for True, and some of them 1.0 for 1.
        if question and count and solved.lower() in ("true", "false"):
            good.append([question, count[1], solved.title(), answer])
        else:
            damaged += 1
    return good, damaged
