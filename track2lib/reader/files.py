"""A reader's own files: written whole or not at all, and never thrown away."""

import csv
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

__all__ = ["folder", "set_aside", "write_rows"]


def folder() -> Path:
    """Tell where a reader's progress, notes and codings are kept.

    Returns
    -------
    pathlib.Path
        The folder that the environment variable `TRACK2_FOLDER` names, or `track2-notes` in the
        reader's home. It is made when something is first saved.

    Examples
    --------
    >>> folder().is_absolute()
    True
    """
    return Path(os.environ.get("TRACK2_FOLDER") or "~/track2-notes").expanduser().absolute()


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
    fresh = path.with_name(f"{path.stem}-{os.getpid()}.part")
    try:
        with fresh.open("w", newline="", encoding="utf-8") as file:
            table = csv.writer(file, lineterminator="\n")
            table.writerow(columns)
            table.writerows(rows)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def set_aside(path: Path) -> None:
    """Give a damaged file another name, beside its place."""
    number = 1
    while (aside := path.with_name(f"{path.stem}-damaged-{number}{path.suffix}")).exists():
        number += 1
    path.rename(aside)
