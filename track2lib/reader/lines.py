"""What of a reader's file can still be read, whatever an editor or a spreadsheet has made of it."""

import codecs
import csv
import re
from collections.abc import Sequence
from typing import NamedTuple

__all__ = ["Lines", "lines_in"]

ENDS = re.compile(rb"\r\n|\r|\n")
# What spreadsheets write between cells, by language and form; and a line that says which it is.
SEPARATORS = ",;\t"
SEPARATOR_LINE = re.compile(r"sep=.?", re.IGNORECASE)


class Lines(NamedTuple):
    """The lines of a file.

    Parameters
    ----------
    rows : list of list of str
        The cells of each line that can be read, in the order of the columns that were asked for.
    damaged : int
        How many lines cannot.
    as_ours : bool
        Whether a line of ours can be written at its end.
    more : bool
        Whether the file has columns besides.
    """

    rows: list[list[str]]
    damaged: int
    as_ours: bool
    more: bool


def lines_in(content: bytes, columns: Sequence[str], needed: int) -> Lines:
    r"""Take a file apart line by line, in which a broken one takes no other with it.

    Parameters
    ----------
    content : bytes
        What the file holds. Its heading may stand anywhere, with the columns in another order, and
        the cells may be divided by commas, semicolons or tabs.
    columns : sequence of str
        The columns.
    needed : int
        How many of them a heading, and each line, has at least.

    Returns
    -------
    Lines
        What can be read and what cannot. A cell that is missing is empty.

    Examples
    --------
    >>> lines_in(b"solved;question\nTrue;q1-1\n", ["question", "solved"], 2).rows
    [['q1-1', 'True']]
    """
    # What a spreadsheet calls "Unicode text".
    is_utf_16 = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    plain = content.decode("utf-16", errors="replace").encode() if is_utf_16 else content
    texts = [_text(line) for line in ENDS.split(plain)]
    separator, heading = _heading(texts, columns[:needed])
    own = heading == [*columns[: len(heading)]]
    # Behind an older heading of ours stand lines with the columns that have come since.
    order = [*columns] if own else heading
    rows, damaged = [], 0
    for text in texts:
        cells = None if text is None else _cells(text, separator)
        if cells is None or any(map(str.strip, cells[len(order) :])):
            damaged += 1
        elif not any(cells := [cell.strip() for cell in cells]) or _is_heading(cells, heading):
            continue
        elif len(cells) < needed:
            damaged += 1
        else:
            by_column = dict(zip(order, cells, strict=False))
            rows.append([by_column.get(name, "") for name in columns])
    as_ours = own and separator == SEPARATORS[0] and not is_utf_16
    as_ours &= b"\r" not in content.replace(b"\r\n", b"")
    return Lines(rows, damaged, as_ours, more=not {*heading} <= {*columns, ""})


def _text(line: bytes) -> str | None:
    try:
        return line.decode("utf-8-sig")  # spreadsheets put a mark before the first letter
    except UnicodeDecodeError:
        return None


def _cells(text: str, separator: str) -> list[str] | None:
    """Take a line apart, or give nothing if its quotation marks do not fit."""
    try:
        return next(csv.reader([text], delimiter=separator, strict=True), [])
    except csv.Error:
        return None


def _is_heading(cells: list[str], heading: list[str]) -> bool:
    return _folded(cells) == heading or bool(SEPARATOR_LINE.fullmatch("".join(cells)))


def _folded(cells: list[str]) -> list[str]:
    """Give cells as a heading is compared, without empty ones at its end."""
    return "\n".join(cell.strip().lower() for cell in cells).rstrip("\n").split("\n")


def _heading(texts: Sequence[str | None], needed: Sequence[str]) -> tuple[str, list[str]]:
    """Find how the cells are divided and in which order they stand; as ours, if nothing says."""
    # Sorted by a spreadsheet, a heading may stand at the end.
    for text in texts:
        for separator in SEPARATORS if text and needed[0] in text.lower() else ():
            cells = _folded(_cells(text or "", separator) or [])
            if {*needed} <= {*cells}:
                return separator, cells
    return SEPARATORS[0], [*needed]
