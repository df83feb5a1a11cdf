"""What keeps the heading of a file, or a row below it, from having the columns that are described."""

import csv
import io
import re
from collections import Counter

__all__ = ["heading_fault", "row_fault", "separator_fault"]

# What stands between cells where it is no comma. A Persian Windows writes the last two.
SEPARATORS = {
    ";": "semicolons",
    "\t": "tabs",
    "|": "upright strokes",
    "؛": "Arabic semicolons",
    "،": "Arabic commas",
}
# A line that Excel takes for itself, above the heading.
FOR_EXCEL = re.compile(r"sep=(.)(?=[\r\n])")
COMMAS = (
    "Save it as 'CSV UTF-8' with commas between the cells. In a German, French or Persian Excel, "
    "set the list separator of the system to a comma first; LibreOffice asks when it saves."
)
POINTS = " Write numbers with a point, such as 46.2."
NAMED, LONGEST = 20, 80  # so many names, each of so many letters
Fault = tuple[str, str, str]
"""Column, problem, remedy."""


def heading_fault(found: list[str], expected: list[str]) -> Fault | None:
    """Say what is wrong with a heading that is not the expected one.

    Parameters
    ----------
    found : list of str
        Its cells, without empty ones at the end.
    expected : list of str
        The columns as they are described.

    Returns
    -------
    tuple of str, or None
        Column, problem and remedy; None where the heading is as it should be.

    Examples
    --------
    >>> heading_fault(["topic_id"], ["topic_id", "name"])
    ('name', 'Columns missing: name.', 'The heading should be: topic_id,name')
    """
    if found == expected:
        return None
    if not any(cell.strip() for cell in found):
        return "-", "The first row is empty.", "Delete it: the heading belongs there."
    often = Counter(found)
    missing = [column for column in expected if column not in often]
    known = {*expected}
    extra = [column for column in found if column.strip() and column not in known]
    twice = sorted(column for column in often if column and often[column] > 1)
    said = [f"Columns missing: {', '.join(missing)}."] if missing else []
    said += [f"Columns not described: {_some(extra)}."] if extra else []
    said += [f"Columns twice: {_some(twice)}."] if twice else []
    if not all(cell.strip() for cell in found):
        said.append("A column without a heading stands between others.")
    problem = " ".join(said) or "The columns stand in another order."
    remedy = f"The heading should be: {','.join(expected)}"
    return ", ".join(missing) or _some(extra or twice) or "-", problem, remedy


def _some(names: list[str]) -> str:
    """Name some columns; a line that is no heading may have a million, or one as long as a book."""
    named = [name if len(name) <= LONGEST else f"{name[:LONGEST]}..." for name in names[:NAMED]]
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return ", ".join(named) + more


def separator_fault(text: str, expected: list[str]) -> Fault | None:
    """Say what divides the cells of a file, or one row of it, where it is something else than commas.

    Parameters
    ----------
    text : str
        The file.
    expected : list of str
        The columns as they are described.

    Returns
    -------
    tuple of str, or None
        Column, problem and remedy; None where no other separator gives these columns.

    Examples
    --------
    >>> separator_fault("topic_id;name", ["topic_id", "name"])[1]
    'The cells are divided by semicolons, not by commas.'
    """
    said = FOR_EXCEL.match(text)
    if said and said[1] == ",":
        return "-", "The first line, 'sep=,', is for Excel alone.", "Take that line out."
    if said and said[1] in SEPARATORS:
        return _divided_by(said[1], text)
    for separator in SEPARATORS:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        first = [cell.strip() for cell in next(rows, [])]
        if len({*first} & {*expected}) > len(expected) / 2:
            return _divided_by(separator, text)
    return None


def row_fault(cells: list[str], width: int, expected: list[str]) -> Fault:
    """Say what is wrong with a row that is longer or shorter than the heading.

    Parameters
    ----------
    cells : list of str
        The row.
    width : int
        How many cells the heading has, with empty ones at its end.
    expected : list of str
        The columns as they are described.

    Returns
    -------
    tuple of str
        Column, problem and remedy.
    """
    if len(cells) == 1:
        for separator, name in SEPARATORS.items():
            if cells[0].count(separator) >= len(expected) - 1 > 0:
                return "-", f"The cells of this row are divided by {name}, not by commas.", COMMAS
    if len(cells) == width:
        said = "A cell of this row stands under no heading."
        return "-", said, "Empty it, or put its words under one of the headings."
    problem = f"The row has {len(cells)} cells, the heading {len(expected)}."
    remedy = "Put a cell that holds a comma between quotation marks; add or drop cells."
    if any("\n" in cell or "\r" in cell for cell in cells):
        remedy += " A quotation mark that is left open takes in the line below."
    return "-", problem, remedy


def _divided_by(separator: str, text: str) -> Fault:
    """Name a separator, and decimal commas where cells have them."""
    between = re.escape(separator)
    decimal = re.search(rf'{between}"?-?\d+,\d+"?(?:{between}|\s|\Z)', text)
    said = f"The cells are divided by {SEPARATORS[separator]}, not by commas"
    if decimal:
        return "-", f"{said}, and numbers have decimal commas.", COMMAS + POINTS
    return "-", f"{said}.", COMMAS
