"""A class book as files: tables that a spreadsheet opens, and the codes as files of coders."""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from track2lib.reader.coder_name import file_name
from track2lib.records.asked import a_folder
from track2lib.records.spreadsheet_cells import guarded

__all__ = ["save_book"]

ABOUT, CODINGS = "about.txt", "codings"


def save_book(
    where: Path,
    read: Path,
    tables: Mapping[str, pd.DataFrame],
    codings: Mapping[str, pd.DataFrame],
    about: str,
) -> Path:
    """Write the files of a class book.

    Parameters
    ----------
    where : pathlib.Path
        The folder for them.
    read : pathlib.Path
        The folder with the hand-ins.
    tables : mapping of str to pandas.DataFrame
        A file for each.
    codings : mapping of str to pandas.DataFrame
        Codes by data package; a folder for each, and in it a file for each coder.
    about : str
        What the book says of itself.

    Returns
    -------
    pathlib.Path
        The folder.

    Raises
    ------
    FileExistsError
        If one of the files is there already.
    ValueError
        If the folder is that with the hand-ins, or lies in it.
    OSError
        If nothing can be written there.
    """
    if where.resolve().is_relative_to(read.resolve()):
        raise ValueError(
            f"{where} is where the hand-ins are, and would be read as some of them. Name another folder."
        )
    files = {f"{name}.csv": _csv(table) for name, table in tables.items()}
    files[ABOUT] = f"{about}\n".encode()
    for package, table in codings.items():
        folder = f"{CODINGS}-of-{package}" if package else CODINGS
        for coder, own in table.groupby("coder", sort=False):
            files[f"{folder}/{file_name(str(coder), package)}"] = _csv(own)
    for name in files:
        if (where / name).exists():
            raise FileExistsError(
                f"{where} has a file {name} already, in which somebody may have graded. Name another folder."
            )
    for name, content in files.items():
        a_folder((where / name).parent)
        (where / name).write_bytes(content)
    return where


def _csv(table: pd.DataFrame) -> bytes:
    """Write a table so that a spreadsheet runs nothing in it, and reads letters of any script."""
    cells = table.astype(object).where(table.notna(), "").map(_cell)
    return cells.to_csv(index=False, lineterminator="\n").encode("utf-8-sig")


def _cell(value: object) -> object:
    return guarded(value) if isinstance(value, str) else value
