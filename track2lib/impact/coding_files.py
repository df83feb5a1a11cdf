"""The files of coders: what stands in them, row by row."""

import codecs
from pathlib import Path
from typing import Literal, NamedTuple

from track2lib.impact.rubric import COLUMNS
from track2lib.records.parsing import read
from track2lib.records.problem import DataError, Problem
from track2lib.records.spreadsheet_cells import unguarded

__all__ = [
    "TAGUETTE",
    "Coders",
    "CodingsError",
    "Numbered",
    "Row",
    "read_rows",
    "rows_in",
    "rows_of",
]

Coders = Literal["column", "files"]
Numbered = tuple[int, tuple[str, ...]]
# What Taguette writes where it exports highlights as CSV.
TAGUETTE = ["id", "document", "tag", "content"]


class CodingsError(DataError):
    """Files of coders that cannot be used: none of a data package, which validate() would list."""

    REST = "the table `problems` of this error lists them all."


class Row(NamedTuple):
    """One decision as it stands in a file.

    Parameters
    ----------
    file : str
        Name of the file, with that of its folder where it lies in one.
    number : int
        As a spreadsheet counts, with the heading as 1.
    cells : dict of str to str
        Coder, case, contribution, code and reason.
    """

    file: str
    number: int
    cells: dict[str, str]


def rows_of(files: dict[str, Path], coders: Coders) -> tuple[list[Row], list[Problem]]:
    """Read the files as rows of text.

    Parameters
    ----------
    files : dict of str to pathlib.Path
        The files, by what they are called in messages.
    coders : {"column", "files"}
        Whether coders are named by the column or by their files.

    Returns
    -------
    tuple
        The rows, without those that are empty, and a problem for each file that cannot be read.
    """
    rows, faults = [], []
    called = _by_files([*files]) if coders == "files" else {}
    for name, file in files.items():
        found = rows_in(file.read_bytes(), name)
        if isinstance(found, Problem):
            faults.append(found)
            continue
        several = bool(called) and len({row.cells["coder"] for row in found} - {""}) > 1
        if several:
            faults.append(_several(name, found))
        if not several:
            own = {"coder": called[name]} if called else {}
            rows += [row._replace(cells=row.cells | own) for row in found]
    return rows, faults


def _by_files(files: list[str]) -> dict[str, str]:
    """Name the coder of each file: by its folder, if it alone lies there, or else by itself."""
    folders = [name.rpartition("/")[0] for name in files]
    short = [
        folder if folder and folders.count(folder) == 1 else name.removesuffix(Path(name).suffix)
        for name, folder in zip(files, folders, strict=True)
    ]
    return {
        # A folder and a file beside it may have one name.
        name: own if short.count(own) == 1 else name
        for name, own in zip(files, short, strict=True)
    }


def _several(name: str, rows: list[Row]) -> Problem:
    """Say that a file has several coders, for whom its name cannot stand."""
    found = list(dict.fromkeys(row.cells["coder"] for row in rows if row.cells["coder"]))
    said = f"It has {len(found)} coders, for whom its name cannot stand: {', '.join(found)}."
    return Problem(name, "-", "coder", said, "Leave out coders='files', or give each a file.")


def rows_in(content: bytes, name: str) -> list[Row] | Problem:
    """Read the rows of one file; those without any cell are passed over.

    Parameters
    ----------
    content : bytes
        What the file holds.
    name : str
        What it is called in messages.

    Returns
    -------
    list of Row, or Problem
        The rows, or the one thing that keeps them from being read.
    """
    found = read_rows(content, name, COLUMNS)
    if isinstance(found, Problem):
        if content.removeprefix(codecs.BOM_UTF8).startswith(",".join(TAGUETTE).encode()):
            said = "These are highlights of Taguette."
            return Problem(name, 1, "-", said, "Read them with impact.from_taguette().")
        return found
    rows = []
    for number, cells in found:
        row = dict(zip(COLUMNS, map(unguarded, cells), strict=True))
        plain = {column: row[column].strip() for column in ("coder", "code")}
        rows.append(Row(name, number, row | plain))
    return rows


def read_rows(content: bytes, file: str, columns: list[str]) -> list[Numbered] | Problem:
    """Read the rows of a file with their numbers; those without any cell are passed over.

    Parameters
    ----------
    content : bytes
        What the file holds.
    file : str
        What it is called in messages.
    columns : list of str
        The columns that it should have.

    Returns
    -------
    list of tuple, or Problem
        Number and cells of each row, or the one thing that keeps them from being read.
    """
    found = read(content, file, columns)
    if isinstance(found, Problem):
        return found
    cells = zip(*(found.cells[column] for column in columns), strict=True)
    return list(zip(found.rows, cells, strict=True))
