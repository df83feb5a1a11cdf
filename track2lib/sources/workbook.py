"""Every table in one workbook, the codebook first."""

import io
import re
from pathlib import Path

import pandas as pd

from track2lib.records.describing import codebook
from track2lib.records.snapshot import Records
from track2lib.sources.labelled import WRITTEN

__all__ = ["workbook"]

BOOK = "codebook"
# What a sheet may be called, and what a cell may hold. A longer text is dropped without a word.
LONGEST_NAME, LONGEST_TEXT = 31, 32_767
CUT = " [cut here: a cell of a workbook ends; the data package has the whole text]"


def workbook(records: Records, data: str | Path | None) -> bytes:
    """Write every table as text, so that no program turns a cell into something else.

    Parameters
    ----------
    records : Records
        The package.
    data : str or pathlib.Path, optional
        Where the package is, as for ``load``.

    Returns
    -------
    bytes
        The workbook.
    """
    books = {name: codebook(name, data=data) for name in records.names}
    sheets = {BOOK: pd.concat(books, names=["table"]).reset_index("table")}
    called = _sheets(records.names)
    sheets |= {called[name]: records.text(name) for name in records.names}
    options = {"strings_to_formulas": False, "strings_to_urls": False}
    file = io.BytesIO()
    with pd.ExcelWriter(file, engine="xlsxwriter", engine_kwargs={"options": options}) as writer:
        writer.book.set_properties({"created": WRITTEN})
        for name, sheet in sheets.items():
            sheet.map(_in_one_cell).to_excel(
                writer, sheet_name=name, index=False, freeze_panes=(1, 0)
            )
            for number, column in enumerate(sheet.columns):
                longest = max([len(column), *sheet[column].astype(str).str.len()])
                writer.sheets[name].set_column(number, number, min(longest + 2, 60))
    return file.getvalue()


def _sheets(names: list[str]) -> dict[str, str]:
    """Give each table the name of a sheet: its own, wherever a workbook takes it."""
    called: dict[str, str] = {}
    taken = {BOOK, "history"}  # which Excel keeps for itself
    for name in names:
        plain = re.sub(r"[\[\]:*?/\\]", "_", name).strip("'") or "table"
        sheet, number = plain[:LONGEST_NAME], 1
        while sheet.lower() in taken:
            number += 1
            end = f"_{number}"
            sheet = plain[: LONGEST_NAME - len(end)] + end
        taken.add(sheet.lower())
        called[name] = sheet
    return called


def _in_one_cell[Cell](cell: Cell) -> Cell | str:
    """Cut a text that is too long for a cell, and say so in it."""
    # A workbook counts as UTF-16 does: a sign beyond the first plane is two.
    if not isinstance(cell, str) or len(cell.encode("utf-16-le")) <= 2 * LONGEST_TEXT:
        return cell
    kept = cell.encode("utf-16-le")[: 2 * (LONGEST_TEXT - len(CUT))]
    return kept.decode("utf-16-le", errors="ignore") + CUT
