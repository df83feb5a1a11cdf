"""A reader's own files: written whole or not at all, one writer at a time, never thrown away."""

import codecs
import csv
import io
import os
import secrets
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from track2lib.reader.cells import plain_cell

__all__ = ["append", "as_csv", "folder", "locked", "set_aside", "write_rows"]

# In seconds. Of two hundred that save at once the last has its turn in half a minute; a lock that
# is kept longer than this is told like a full disk. Who asks too often takes time from who saves.
PATIENCE, PAUSE = 90.0, 0.1
# Where JupyterLite shows its files to Python.
BROWSER = Path("/drive")


def folder() -> Path:
    """Tell where a reader's progress, notes and codings are kept.

    Returns
    -------
    pathlib.Path
        The folder that the environment variable `TRACK2_FOLDER` names, or `track2-notes` in the
        reader's home; in JupyterLite, beside the folder of the lessons. It is made when something is
        first saved, for the reader alone.

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
    chosen = os.environ.get("TRACK2_FOLDER")
    # There the home ends with the kernel, and what stays with the browser has a place of its own.
    home = BROWSER if BROWSER.is_dir() and sys.platform == "emscripten" else Path("~")
    return Path(chosen or home / "track2-notes").expanduser().absolute()


@contextmanager
def locked() -> Iterator[None]:
    """Keep the folder to oneself: what is read inside is still so when it is written back.

    Raises
    ------
    OSError, RuntimeError
        If the folder takes no file, or somebody else keeps the lock.
    """
    # What a reader answers is nobody else's, on a machine whose homes others may read.
    folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    if sys.platform == "emscripten":
        # A browser has no locks of a system, and a file that stands for one is never taken away
        # again: JupyterLite writes a file when it is closed, and filelock looks for its words before.
        yield
        return
    from filelock import FileLock

    # One lock for all files, held for a few milliseconds. The system gives it back when a kernel
    # dies, so the file that stays behind locks nobody out.
    with FileLock(folder() / ".lock", timeout=PATIENCE, poll_interval=PAUSE):
        yield


def as_csv(rows: Iterable[Sequence[Any]]) -> str:
    r"""Write rows as a CSV file has them.

    Parameters
    ----------
    rows : iterable of sequence
        The cells of each row, the heading first.

    Returns
    -------
    str
        A line for each row, every cell a `plain_cell`; one that holds a comma stands in quotation
        marks.

    Examples
    --------
    >>> as_csv([("question", "solved"), ("q1-1", True)])
    'question,solved\nq1-1,True\n'
    """
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(map(plain_cell, row) for row in rows)
    return text.getvalue()


def write_rows(path: Path, rows: Iterable[Sequence[Any]], *, marked: bool = False) -> None:
    """Put a CSV file in place of the one that is there, or leave that one as it is.

    Parameters
    ----------
    path : pathlib.Path
        The file, in a folder that is `locked`.
    rows : iterable of sequence
        The cells of each row, the heading first.
    marked : bool, default False
        Whether a mark before the first letter says that it is in UTF-8, without which Excel takes a
        Persian name for something else.

    Raises
    ------
    OSError
        If it cannot be written.
    """
    _put(path, codecs.BOM_UTF8 * marked + as_csv(rows).encode())


def _put(path: Path, content: bytes) -> None:
    """Put a file in place, whole or not at all."""
    # A link stays one: what it leads to is replaced, as an editor would.
    path = Path(os.path.realpath(path))
    # What a writer has left that was killed: nobody else writes while the folder is locked.
    for left in path.parent.glob(f"{path.stem}-*.part"):
        left.unlink()
    # Written beside and then put in place: a crash leaves the old file or the new, never a half.
    # By chance and not by process: two containers that share a home count their processes alike.
    fresh = path.with_name(f"{path.stem}-{secrets.token_hex(8)}.part")
    try:
        with fresh.open("xb") as file:
            file.write(content)
            file.flush()
            # Before the name: else a crash of the machine may leave the name of an empty file.
            os.fsync(file.fileno())
        if path.exists():
            fresh.chmod(path.stat().st_mode & 0o777)  # who may read it stays as the reader set it
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
    _fix_names(path.parent)


def append(path: Path, text: str) -> None:
    """Write at the end of a file, all of the text or nothing.

    Parameters
    ----------
    path : pathlib.Path
        The file, in a folder that is `locked`; it is made if it is not there.
    text : str
        Lines, each with its end.

    Raises
    ------
    OSError
        If it cannot be written.
    UnicodeError
        If no file can hold it.
    """
    content = text.encode()
    with path.open("ab", buffering=0) as file:
        before = file.seek(0, os.SEEK_END)
        try:
            # At once, and not through a buffer: a full disk takes a part, and says how much.
            if (written := file.write(content)) != len(content):
                raise OSError(f"only {written} of {len(content)} bytes could be written")
            os.fsync(file.fileno())
        except OSError:
            file.truncate(before)
            raise


def set_aside(path: Path, why: str = "damaged") -> Path:
    """Keep a file as it is under another name beside its place, before it is written anew.

    Parameters
    ----------
    path : pathlib.Path
        The file, in a folder that is `locked`.
    why : str, default "damaged"
        What its new name says.

    Returns
    -------
    pathlib.Path
        Its copy, under a name that no file had; or an earlier one that holds the same.

    Raises
    ------
    OSError
        If it cannot be written.
    """
    # A copy, so that there is a file under the old name at every moment: on a full disk the new
    # one might not come to be, and what could be read of the old one would be out of sight.
    content, number = path.read_bytes(), 1
    while (aside := path.with_name(f"{path.stem}-{why}-{number}{path.suffix}")).exists():
        if aside.is_file() and aside.read_bytes() == content:
            return aside
        number += 1
    _put(aside, content)
    return aside


def _fix_names(place: Path) -> None:
    """Have the system write down which file has which name, where it can be asked to."""
    # Not everywhere can a folder be opened like a file, and not every disk takes the request.
    with suppress(OSError):
        number = os.open(place, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
