r"""Cells that a spreadsheet would run: written so that it does not, and read back as they were."""

import re

__all__ = ["ACTIVE", "FORMULA", "guarded", "unguarded"]

# How a cell begins that some spreadsheet runs; the wide signs are those of an East Asian Excel.
SIGNS, MINUS = "=+@\uff1d\uff0b\uff20", "\uff0d-"
FORMULA = re.compile(rf"\s*(?:[{SIGNS}]|[{MINUS}](?![\d.]+$))|[\t\r]")
ACTIVE = re.compile(rf"[\s{SIGNS}{MINUS}]")  # the first sign of every such cell
NUMBER = re.compile(r"[+-]?[0-9.]+(?:[eE][+-]?[0-9]+)?")


def guarded(cell: str) -> str:
    """Write a cell for a CSV file that may be opened in a spreadsheet.

    Parameters
    ----------
    cell : str
        Any text.

    Returns
    -------
    str
        The same; with an apostrophe in front where a spreadsheet would run it, or where one stands
        in front of such a text already, so that `unguarded` gives back each text as it was.

    Examples
    --------
    >>> [guarded(cell) for cell in ["Talks", "-5", "=1+1", "'=1+1"]]
    ['Talks', '-5', "'=1+1", "''=1+1"]
    """
    inner = cell.lstrip("'")
    runs = FORMULA.match(inner) and (inner != cell or not NUMBER.fullmatch(cell))
    return f"'{cell}" if runs else cell


def unguarded(cell: str) -> str:
    """Read a cell as it was before `guarded` wrote it.

    Parameters
    ----------
    cell : str
        A cell of a file.

    Returns
    -------
    str
        The text without the apostrophe that keeps a spreadsheet from running it.

    Examples
    --------
    >>> [unguarded(cell) for cell in ["Talks", "-5", "'=1+1", "'Tis"]]
    ['Talks', '-5', '=1+1', "'Tis"]
    """
    return cell[1:] if cell[:1] == "'" and FORMULA.match(cell.lstrip("'")) else cell
