"""A reader's own files: written whole or not at all, and never thrown away."""

import csv
import io
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

__all__ = ["as_csv", "folder", "set_aside", "write_rows"]


def folder() -> Path:
    """Tell where a reader's progress, notes and codings are kept.

    Returns
    -------
    pathlib.Path
        The folder that the environment variable `TRACK2_FOLDER` names, or `track2-notes` in the
        reader's home. It is made when something is first saved.

    Raises
    ------
    RuntimeError
        If the home is not known.

    Examples
    --------
    >>> folder().is_absolute()
    True
    """
    # Asked anew each time: a class may set the variable in a cell, after the package was imported.
    return Path(os.environ.get("TRACK2_FOLDER") or "~/track2-notes").expanduser().absolute()


def as_csv(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    r"""Write rows as a CSV file has them.

    Parameters
    ----------
    columns : sequence of str
        The heading.
    rows : iterable of sequence
        The cells of each row.

    Returns
    -------
    str
        Lines with commas; a cell that holds a comma stands in quotation marks.

    Examples
    --------
    >>> as_csv(["question", "solved"], [("q1-1", True)])
    'question,solved\nq1-1,True\n'
    """
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([columns, *rows])
    return text.getvalue()


def write_rows(path: Path, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Put a CSV file in place of the one that is there, or leave that one as it is.

    Parameters
    ----------
    path : pathlib.Path
        The file. Its folder is made where there is none.
    columns : sequence of str
        The heading.
    rows : iterable of sequence
        The cells of each row.

    Raises
    ------
    OSError
        If it cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    # Written beside and then put in place: a crash leaves the old file or the new, never a half.
    # Two kernels may save at once, so each has a name of its own for what is not whole yet.
    fresh = path.with_name(f"{path.stem}-{os.getpid()}.part")
    try:
        fresh.write_text(as_csv(columns, rows), encoding="utf-8", newline="")
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def set_aside(path: Path) -> None:
    """Give a damaged file another name, beside its place."""
    number = 1
    while (aside := path.with_name(f"{path.stem}-damaged-{number}{path.suffix}")).exists():
        number += 1
    path.rename(aside)
