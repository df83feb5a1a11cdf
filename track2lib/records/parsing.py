"""From the bytes of a file to its cells, or to the one thing that keeps them from being read."""

import csv
import io

from track2lib.records.problem import Problem

__all__ = ["Cells", "read"]

Cells = dict[str, list[str]]
"""A table as text: its columns, each with a cell for each row; an empty cell is an empty string."""


def read(content: bytes | None, file: str, expected: list[str]) -> Cells | Problem:
    r"""Read one file as text, or say what is wrong with it as a file.

    Parameters
    ----------
    content : bytes or None
        What the file holds; None if there is none.
    file : str
        Its name.
    expected : list of str
        The columns that its heading should have.

    Returns
    -------
    dict of str to list of str, or Problem
        The cells by column, or the first fault. A file at fault is one problem, not one a row.

    Examples
    --------
    >>> read(b"topic_id,name\nfilm,Film\n", "topics.csv", ["topic_id", "name"])
    {'topic_id': ['film'], 'name': ['Film']}
    >>> read(b"topic_id\n", "topics.csv", ["topic_id", "name"]).problem
    'Columns missing: name.'
    """
    if content is None:
        restore = "Restore it beside datapackage.json."
        return Problem(file, "-", "-", "The file is missing.", restore)
    try:
        text = content.decode("utf-8-sig")  # spreadsheets put a mark before the first letter
    except UnicodeDecodeError as error:
        row = error.object[: error.start].count(b"\n") + 1
        return Problem(file, row, "-", "The file is not in UTF-8.", "Save it as 'CSV UTF-8'.")
    if not text.strip():
        restore = "Restore it; it needs at least its heading."
        return Problem(file, "-", "-", "The file is empty.", restore)
    # Not with pandas: it fills up short rows, and takes a first column too many for an index.
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    # One long list, cut into columns at the end: thousands of short ones take longer to make.
    cells: list[str] = []
    width, number = len(expected), 0
    try:
        for number, found in enumerate(rows, start=1):
            if number == 1 and (fault := _heading_fault(found, expected)):
                return Problem(file, 1, *fault)
            if len(found) != width:
                return Problem(file, number, *_row_fault(found, expected))
            cells += found
    except csv.Error:
        remedy = "Close it, and write a quotation mark inside a cell twice."
        problem = "A quotation mark does not end with its cell."
        return Problem(file, number + 1, "-", problem, remedy)
    return {name: cells[width + place :: width] for place, name in enumerate(expected)}


def _heading_fault(cells: list[str], expected: list[str]) -> tuple[str, str, str] | None:
    """Give column, problem and remedy of a heading that is not the expected one."""
    if cells == expected:
        return None
    missing = [column for column in expected if column not in cells]
    extra = [column for column in cells if column not in expected]
    said = [f"Columns missing: {', '.join(missing)}."] if missing else []
    said += [f"Columns not described: {', '.join(extra)}."] if extra else []
    problem = " ".join(said) or "The columns stand in another order."
    remedy = f"The heading should be: {','.join(expected)}"
    return ", ".join(missing or extra) or "-", problem, remedy


def _row_fault(cells: list[str], expected: list[str]) -> tuple[str, str, str]:
    """Give column, problem and remedy of a row that is longer or shorter than the heading."""
    if not cells:
        return "-", "The row is empty.", "Take it out."
    problem = f"The row has {len(cells)} cells, the heading {len(expected)}."
    remedy = "Put a cell that holds a comma between quotation marks; add or drop cells."
    return "-", problem, remedy
