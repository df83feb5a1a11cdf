"""The folder of a class: which files in it are hand-ins, wherever a learning platform has put them."""

import re
from collections.abc import Iterator
from pathlib import Path

from track2lib.reader.coder_name import coder_name
from track2lib.records.problem import Problem
from track2lib.teaching.form import HandIn, read

__all__ = ["hand_ins_in", "names_by_files"]

# What a system leaves there, and what a spreadsheet does while a file is open.
SYSTEM = re.compile(r"^[.~]|^__MACOSX$|^(desktop\.ini|thumbs\.db)$", re.IGNORECASE)
DEEPEST = 4  # folders in folders, as an unpacked download may have them
LARGEST = 20_000_000  # bytes of a file
REMEDIES = {
    ".zip": "It is packed: unpack it into the folder.",
    ".xlsx": "It is a workbook: save it as 'CSV UTF-8', or ask for the file that hand_in wrote.",
}
REMEDIES |= dict.fromkeys((".ods", ".numbers", ".xls"), REMEDIES[".xlsx"])
REMEDIES |= dict.fromkeys((".7z", ".rar", ".gz", ".tar"), REMEDIES[".zip"])


def hand_ins_in(place: Path) -> tuple[list[HandIn], list[Problem]]:
    """Read the hand-ins of a folder, and of the folders in it.

    Parameters
    ----------
    place : pathlib.Path
        The folder.

    Returns
    -------
    tuple of list
        The hand-ins in the order of their files, and what cannot be read, or not wholly.

    Raises
    ------
    OSError
        If a folder cannot be read.
    """
    found, faults = list[HandIn](), list[Problem]()
    for path in sorted(_files(place, DEEPEST)):
        file = path.relative_to(place).as_posix()
        one = _read(path, file)
        if isinstance(one, Problem):
            faults.append(one)
            continue
        found.append(one)
        if one.lost:
            said = f"Rows that cannot be read or are no longer there: {one.lost}."
            faults.append(Problem(file, "-", "-", said, "Ask for the file anew.", "warning"))
        if one.strange:
            said = (
                "It was written by another version of this package, and may hold more than is read."
            )
            remedy = "Work with one version in a class."
            faults.append(Problem(file, "-", "-", said, remedy, "warning"))
    return found, faults


def _read(path: Path, file: str) -> HandIn | Problem:
    """Read one file, or say why it is no hand-in."""
    remedy = REMEDIES.get(path.suffix.lower())
    if remedy:
        return Problem(file, "-", "-", "It is not read.", remedy)
    try:
        if path.stat().st_size > LARGEST:
            return Problem(file, "-", "-", "It is too large to be a hand-in.", "Take it out.")
        one = read(path.read_bytes(), file)
    except OSError as error:
        return Problem(file, "-", "-", f"It cannot be read: {error.strerror}.", "Copy it anew.")
    if one is None:
        said = "It is no hand-in, or none any more."
        return Problem(file, "-", "-", said, "Ask for the file that hand_in wrote, as it is.")
    if not one.name:
        said = "Its rows have no name, or several."
        return Problem(file, "-", "name", said, "Write one name into all of them.")
    return one


def _files(folder: Path, deep: int) -> Iterator[Path]:
    """Go through the files of a folder and of those in it; a link to a folder leads nowhere."""
    try:
        entries = [own for own in folder.iterdir() if not SYSTEM.search(own.name)]
    except OSError as error:
        raise OSError(f"{str(folder)!r} cannot be read: {error.strerror}.") from error
    for own in entries:
        if own.is_dir() and not own.is_symlink():
            if deep:
                yield from _files(own, deep - 1)
        elif own.is_file():
            yield own


def names_by_files(hand_ins: list[HandIn]) -> list[HandIn]:
    """Name each student by the folder or the file in place of what was typed.

    Parameters
    ----------
    hand_ins : list of HandIn
        Of a class.

    Returns
    -------
    list of HandIn
        The same; those of a folder in which all have one name are called by the folder, others by
        their file.
    """
    folders: dict[str, set[str]] = {}
    for one in hand_ins:
        folders.setdefault(one.file.rpartition("/")[0], set()).add(one.name)

    def called(one: HandIn) -> str:
        folder, _, file = one.file.rpartition("/")
        alone = folder and len(folders[folder]) == 1
        return coder_name(Path(folder).name if alone else Path(file).stem)

    return [one._replace(name=called(one)) for one in hand_ins]
