"""The form of a hand-in: the columns of its file, written and read, whatever has saved it meanwhile."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from track2lib.impact.rubric import COLUMNS as OF_CODES
from track2lib.reader.cells import plain_cell
from track2lib.reader.coder_name import coder_name
from track2lib.reader.lines import lines_in

__all__ = ["ALL", "CODE", "JUDGED", "NOTE", "HandIn", "Line", "read", "written"]

Line = dict[str, str]
"""One row of a hand-in: its cells that are not empty, by column."""

COLUMNS = [
    *("name", "kind", "lesson", "item", "question", "answer"),
    *("attempts", "solved", "solved_at", "version", *OF_CODES),
]
LEAST = 6  # a spreadsheet may leave out empty cells at the end of a row
FORM, ALL, END = "1", "all", "end"
# Kinds of rows besides those of questions, which have the kind of their question.
ABOUT, NOTE, CODE = "hand-in", "note", "code"
JUDGED = ("choice", "set", "number", "table")
WHOLE = re.compile(r"(\d{1,9})(?:\.0*)?")


class HandIn(NamedTuple):
    """A hand-in, as it was read.

    Parameters
    ----------
    file : str
        Its file, with the folders in which it lies.
    name : str
        What its writer typed as a name.
    holds : str
        Number of a lesson, or "all".
    folder : str
        A word by which the folder of its writer is told from others.
    number : int
        Which hand-in of that folder it is; 0 if that cannot be read.
    lines : list of dict
        Its rows.
    lost : int
        How many rows cannot be read, or are no longer there.
    strange : bool
        Whether it was written in a form that is not known here.
    """

    file: str
    name: str
    holds: str
    folder: str
    number: int
    lines: list[Line]
    lost: int
    strange: bool


def written(
    name: str, holds: str, folder: str, number: int, lines: Sequence[Line]
) -> list[Sequence[object]]:
    """Give the rows of a hand-in, the heading first.

    Parameters
    ----------
    name, holds, folder, number, lines
        As of a `HandIn`.

    Returns
    -------
    list of sequence
        Cells, row by row.
    """
    about = {"name": name, "form": FORM, "holds": holds, "folder": folder}
    about |= {"number": str(number), "rows": str(len(lines))}
    first = [{"kind": ABOUT, "item": item, "answer": told} for item, told in about.items()]
    last = {"kind": ABOUT, "item": END}
    rows = [{"name": name, **line} for line in (*first, *lines, last)]
    return [COLUMNS, *([row.get(column, "") for column in COLUMNS] for row in rows)]


def read(content: bytes, file: str) -> HandIn | None:
    """Read a hand-in.

    Parameters
    ----------
    content : bytes
        What a file holds.
    file : str
        What it is called.

    Returns
    -------
    HandIn or None
        What could be read; none if it is no hand-in.
    """
    found = lines_in(content, COLUMNS, LEAST)
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in found.rows]
    about = {row["item"]: row["answer"] for row in rows if row["kind"] == ABOUT}
    if "form" not in about:
        return None
    lines = [_line(row) for row in rows if row["kind"] not in (ABOUT, "")]
    if END not in about:
        del lines[-1:]  # cut off, perhaps in the middle of a number
    # The name in the rows, where somebody who teaches may have corrected it.
    names = {coder_name(row["name"]) for row in rows} - {""}
    name = names.pop() if len(names) == 1 else ""
    lost = max(found.damaged, _count(about.get("rows", "")) - len(lines))
    number, form = _count(about.get("number", "")), about["form"].partition(".")[0]
    holds, folder = _lesson(about.get("holds", "")), about.get("folder", "")
    return HandIn(file, name, holds, folder, number, lines, lost, form != FORM)


def _line(row: Line) -> Line:
    """Give the cells of a row as they were before a spreadsheet made other ones of them."""
    row = row | {"lesson": _lesson(row["lesson"]), "solved": row["solved"].title()}
    row |= {column: _whole(row[column]) for column in ("attempts", "solved_at")}
    return {column: plain_cell(cell) for column, cell in row.items() if cell and column != "name"}


def _lesson(cell: str) -> str:
    """Give the number of a lesson in two digits, of which a spreadsheet keeps one."""
    return _whole(cell).zfill(2) if WHOLE.fullmatch(cell) else cell


def _whole(cell: str) -> str:
    found = WHOLE.fullmatch(cell)
    return found[1] if found else ""


def _count(cell: str) -> int:
    return int(_whole(cell) or 0)
