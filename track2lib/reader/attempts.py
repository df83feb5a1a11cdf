"""The file `progress.csv`: how often each question was tried, and which are solved."""

import csv

from track2lib.reader.files import folder, set_aside, write_rows

__all__ = ["add_attempt", "read_attempts"]

FILE = "progress.csv"
COLUMNS = ["question", "attempts", "solved"]


def read_attempts() -> dict[str, tuple[int, bool]]:
    """Read what has been tried so far.

    Returns
    -------
    dict
        By question, how many attempts there were and whether one was right; empty at first.

    Raises
    ------
    OSError, RuntimeError
        If the file cannot be read, or no home is known in which it would be.
    ValueError
        If the file is damaged.
    """
    path = folder() / FILE
    if not path.exists():
        return {}
    known: dict[str, tuple[int, bool]] = {}
    # Spreadsheets put a mark before the first letter and write TRUE for True.
    with path.open(newline="", encoding="utf-8-sig") as file:
        try:
            heading, *rows = csv.reader(file, strict=True)
        except csv.Error as error:
            raise ValueError(f"this is no CSV: {error}") from error
    if heading != COLUMNS:
        raise ValueError("this is not a file of progress")
    for question, attempts, solved in rows:
        if question in known or solved.lower() not in {"true", "false"}:
            raise ValueError(f"this is not a record of progress: {question}")
        known[question] = (int(attempts), solved.lower() == "true")
    return known


def add_attempt(question: str, *, solved: bool) -> bool:
    """Save one attempt at a question.

    Parameters
    ----------
    question : str
        The question, such as "q1-3".
    solved : bool
        Whether the attempt was right. What was solved once stays solved.

    Returns
    -------
    bool
        Whether a damaged file was found, and set aside for a new one.

    Raises
    ------
    OSError, RuntimeError
        If it cannot be saved.
    """
    damaged = False
    # Read again before each writing: another lesson may have saved something since.
    try:
        known = read_attempts()
    except ValueError:
        set_aside(folder() / FILE)
        known, damaged = {}, True
    attempts, before = known.get(question, (0, False))
    known[question] = (attempts + 1, before or solved)
    write_rows(folder() / FILE, COLUMNS, [(asked, *values) for asked, values in known.items()])
    return damaged
