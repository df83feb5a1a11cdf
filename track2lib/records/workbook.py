"""A workbook in place of a folder: its sheets read as the files of a package."""

import csv
import datetime
import io
import zipfile
from pathlib import Path
from typing import Any

from track2lib.records.descriptor import DESCRIPTOR
from track2lib.records.problem import DataError, Problem

__all__ = [
    "BESIDE",
    "CODEBOOK",
    "EXAMPLE",
    "GUIDE",
    "PACKAGE",
    "SUFFIXES",
    "VOCABULARIES",
    "read_workbook",
]

SUFFIXES = (".xlsx", ".ods")
# Sheets that are no tables: the descriptor, line by line; how to fill the others; what the columns
# mean; a row of each table as ours has it; and the words that the lists offer.
PACKAGE = "datapackage"
BESIDE = GUIDE, CODEBOOK, EXAMPLE, VOCABULARIES = "guide", "codebook", "example", "vocabularies"


def read_workbook(path: Path) -> dict[str, bytes]:
    """Read a workbook that `start_dataset` has written as the files of a package.

    Parameters
    ----------
    path : pathlib.Path
        The workbook, as Excel or LibreOffice saves it.

    Returns
    -------
    dict of str to bytes
        ``datapackage.json``, and each sheet of a table as CSV by its name. What a program has made a number
        is written as one. A day that it has made of a cell says so; an error of a formula, or a
        formula that was never computed, stands as such.

    Raises
    ------
    track2lib.DataError
        If it is no workbook, or has no description of its tables.
    """
    # Imported here, as most packages are folders.
    from python_calamine import CalamineError, CalamineWorkbook

    from track2lib.records.lost_cells import lost_cells

    try:
        book = CalamineWorkbook.from_path(str(path))
        sheets = {
            name: book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            for name in book.sheet_names
            if name not in BESIDE
        }
    except CalamineError as error:
        raise _unread(path, str(error).rstrip(".")) from error
    if PACKAGE not in sheets:
        said = f"The workbook has no sheet {PACKAGE!r}, which says what its tables are."
        remedy = "Start it with start_dataset(), and fill that; the sheet is hidden there."
        raise _fault(path, said, remedy)
    for name, cells in lost_cells(path.read_bytes()).items():
        if name in sheets:
            _put_back(sheets[name], cells)
    lines = [_text(row[0]) for row in sheets.pop(PACKAGE) if row]
    files = {f"{name}.csv": _as_csv(rows) for name, rows in sheets.items()}
    return {DESCRIPTOR: "\n".join(lines).encode()} | files


def _put_back(rows: list[list[Any]], cells: dict[tuple[int, int], str]) -> None:
    """Write cells where the reader has seen nothing, which may be beyond what it gives."""
    for (row, column), shown in cells.items():
        rows += ([] for _ in range(row + 1 - len(rows)))
        rows[row] += [""] * (column + 1 - len(rows[row]))
        rows[row][column] = shown


def _as_csv(rows: list[list[Any]]) -> bytes:
    """Write the cells of a sheet as a file has them."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([_text(cell) for cell in row] for row in rows)
    return text.getvalue().encode()


def _text(cell: Any) -> str:
    """Write one cell as text."""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    # A program has made a day of what was typed, which may have been a month or a range of pages.
    if isinstance(cell, datetime.datetime) and cell.time() != datetime.time():
        return cell.isoformat()
    if isinstance(cell, datetime.date):
        return f"{cell:%Y-%m-%d} (date cell)"
    return str(cell)


def _unread(path: Path, why: str) -> DataError:
    """Say what keeps a workbook from being read: cells that no reader knows, or all of it."""
    from xml.etree import ElementTree

    from xlsxwriter.utility import xl_col_to_name

    from track2lib.records.lost_cells import lost_cells

    try:
        lost = lost_cells(path.read_bytes())
    except (zipfile.BadZipFile, KeyError, ElementTree.ParseError):
        lost = {}
    cells = [(name, *place, shown) for name in lost for place, shown in lost[name].items()]
    # The message quotes what it stumbled over.
    if unknown := [cell for cell in cells if f"'{cell[-1]}'" in why]:
        name, row, column, shown = unknown[0]
        said = f"The cell shows {shown!r}, an error for which readers of workbooks have no value."
        sheet, letters = f"{path.name}, sheet {name}", xl_col_to_name(column)
        return DataError.of(Problem(sheet, row + 1, letters, said, "Write what belongs there."))
    said = f"The file is no workbook that can be read: {why}."
    return _fault(path, said, "Save it as XLSX or ODS.")


def _fault(path: Path, said: str, remedy: str) -> DataError:
    return DataError.of(Problem(path.name, "-", "-", said, remedy))
