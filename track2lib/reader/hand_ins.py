"""What a reader hands in: one file, numbered; the one before is kept, and so is a list of them all."""

import re
import secrets
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from track2lib.reader.coder_name import hand_in_file
from track2lib.reader.files import append, as_csv, folder, locked, set_aside, write_rows
from track2lib.reader.lines import lines_in

__all__ = ["Saved", "codings_files", "save_hand_in"]

FILE = "hand-ins.csv"
COLUMNS = ["number", "folder", "file"]
COPY = re.compile(r"-(damaged|replaced)-\d+\.csv$")
NUMBER = re.compile(r"(\d{1,9})(?:\.0*)?")  # as a spreadsheet may write it

Written = Callable[[str, int], list[Sequence[object]]]


class Saved(NamedTuple):
    """Where a hand-in is.

    Parameters
    ----------
    path : pathlib.Path
        The file.
    kept : str
        Name of the copy of the one that stood there before; empty if there was none.
    is_new : bool
        False if the file stood there already, word for word.
    """

    path: Path
    kept: str
    is_new: bool


def save_hand_in(name: str, lesson: str, written: Written) -> Saved:
    """Write a hand-in into the reader's folder, unless the same one stands there.

    Parameters
    ----------
    name : str
        Whose it is, as `coder_name` gives it.
    lesson : str
        Number of the lesson; empty for all of them.
    written : callable
        Gives the rows of the file, the heading first, for the word by which this folder is told from
        others, and for the number of the hand-in.

    Returns
    -------
    Saved
        Where it is.

    Raises
    ------
    OSError, RuntimeError
        If it cannot be written.
    """
    path = folder() / hand_in_file(name, lesson)
    with locked():
        log = folder() / FILE
        content = log.read_bytes() if log.exists() else b""
        found = lines_in(content, COLUMNS, len(COLUMNS)).rows
        made = [(int(n[1]), own, file) for n, own, file in _numbered(found)]
        # By chance: two students of one name are told apart, and nothing is told of the machine.
        mark = made[-1][1] if made else f"f{secrets.token_hex(4)}"
        before = path.read_bytes().decode("utf-8-sig", "replace") if path.exists() else ""
        if any(before == as_csv(written(own, n)) for n, own, file in made if file == path.name):
            return Saved(path, "", is_new=False)
        number = 1 + max((n for n, *_ in made), default=0)
        kept = set_aside(path, "replaced").name if before else ""
        start = "" if content.endswith(b"\n") else "\n" if content else as_csv([COLUMNS])
        # First, so that no number is given twice.
        append(log, start + as_csv([(number, mark, path.name)]))
        write_rows(path, written(mark, number), marked=True)
    return Saved(path, kept, is_new=True)


def codings_files() -> dict[str, bytes]:
    """Read the files of all coders that this folder has, by their names.

    Returns
    -------
    dict of str to bytes
        What each file holds; copies of damaged or replaced ones are left out.

    Raises
    ------
    OSError, RuntimeError
        If a file cannot be read, or no home is known in which it would be.
    """
    files = sorted(folder().glob("codings-*.csv"))
    return {file.name: file.read_bytes() for file in files if not COPY.search(file.name)}


def _numbered(rows: list[list[str]]) -> list[tuple[re.Match[str], str, str]]:
    """Give the rows that begin with a number."""
    read = [(NUMBER.fullmatch(number), own, file) for number, own, file in rows]
    return [(number, own, file) for number, own, file in read if number and own]
