"""What a class has handed in: the CSV files of a folder, and of the folders that lie in it."""

import re
from collections.abc import Callable
from pathlib import Path

from track2lib.records.descriptor import DESCRIPTOR
from track2lib.records.problem import warn

__all__ = ["files_in"]

# In a class's folder: what a form, a spreadsheet or a system leaves beside what was handed in.
OTHER = re.compile(
    r"^[.~]|^__MACOSX$|-(damaged|replaced)-\d+\.csv$|^progress\.csv$|^hand-in.*\.csv$",
    re.IGNORECASE,
)
# What somebody may have handed in for a CSV file, and that is none.
SHEETS = (".xlsx", ".xls", ".ods", ".numbers", ".tsv")
NAMED = 5  # names in one sentence


def files_in(place: Path, wanted: str) -> dict[str, Path]:
    """Find the CSV files of a folder and of the folders that lie in it.

    Parameters
    ----------
    place : pathlib.Path
        A file, or a folder. A folder in it may be that of one student, as a learning platform
        hands them out; what lies deeper is not read.
    wanted : str
        A sentence that says what to give, for whoever has given something else.

    Returns
    -------
    dict of str to pathlib.Path
        The files in the order of their names, so that a class is read the same on every machine.

    Raises
    ------
    FileNotFoundError
        If there is none.

    Warns
    -----
    track2lib.DataWarning
        If workbooks or the like lie there, or files deeper down, which are not read.
    """
    if not place.is_dir():
        if not place.exists():
            raise FileNotFoundError(f"{place} is not there. {wanted}")
        return {place.name: place}
    if (place / DESCRIPTOR).is_file():
        raise FileNotFoundError(
            f"{place} is a data package, and no folder of a class's files. {wanted} With "
            f"data={str(place)!r} they are read by what is in that package."
        )
    folders = [place, *_within(place, wanted)]
    found = {
        file.relative_to(place).as_posix(): file for own in folders for file in _files(own, wanted)
    }
    files = {name: found[name] for name in sorted(found) if _is_csv(found[name])}
    passed = {name for name, file in found.items() if file.suffix.lower() in SHEETS}
    deeper = [folder for own in folders[1:] for folder in _within(own, wanted)]
    passed |= {
        file.relative_to(place).as_posix()
        for own in deeper
        for file in _files(own, wanted)
        if _is_csv(file)
    }
    more = f" and {len(passed) - NAMED} more" if len(passed) > NAMED else ""
    listed = ", ".join(sorted(passed)[:NAMED]) + more
    if not files:
        there = f", only {listed}" if listed else ""
        raise FileNotFoundError(
            f"{place} has no CSV file in it or in a folder of it{there}. {wanted}"
        )
    if listed:
        warn(f"Not read, since it is no CSV file or lies in a folder of a folder: {listed}.")
    return files


def _within(place: Path, wanted: str) -> list[Path]:
    """Give the folders that may be a student's: not a system's, and no data package."""
    return [
        folder
        for folder in _entries(place, Path.is_dir, wanted)
        if not (folder / DESCRIPTOR).is_file()
    ]


def _files(folder: Path, wanted: str) -> list[Path]:
    """Give the files of a folder that somebody has put there."""
    return _entries(folder, Path.is_file, wanted)


def _entries(folder: Path, is_kind: Callable[[Path], bool], wanted: str) -> list[Path]:
    """Give what is of a kind in a folder, but for what a system keeps there."""
    try:
        return [own for own in folder.iterdir() if not OTHER.search(own.name) and is_kind(own)]
    except OSError as error:
        raise OSError(f"{str(folder)!r} cannot be read: {error.strerror}. {wanted}") from error


def _is_csv(file: Path) -> bool:
    return file.suffix.lower() == ".csv"
