"""From the text of a file to its cells, or to the one thing that keeps them from being read."""

import csv
import io
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from track2lib.records.decoding import decoded
from track2lib.records.headings import heading_fault, row_fault, separator_fault
from track2lib.records.problem import Problem

__all__ = ["Cells", "Table", "read"]

Cells = dict[str, list[str]]
"""A table as text: its columns, each with a cell for each row; an empty cell is an empty string."""
UNCLOSED = (
    "A quotation mark does not end with its cell.",
    "Close it, and write a quotation mark inside a cell twice.",
)
# The most that fits the reader's limit on every system.
MOST, LIMIT = 2**31 - 1, threading.Lock()


class Table(NamedTuple):
    """A file as a table.

    Parameters
    ----------
    cells : dict of str to list of str
        Its cells by column, without empty rows.
    rows : sequence of int
        The number of each of these rows as a spreadsheet counts, with the heading as 1.
    gaps : list of tuple of int
        First and last number of each run of empty rows that has a row below it.
    """

    cells: Cells
    rows: Sequence[int]
    gaps: list[tuple[int, int]]


def read(content: bytes | None, file: str, expected: list[str]) -> Table | Problem:
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
    Table or Problem
        The table, or the first fault. A file at fault is one problem, not one a row.

    Examples
    --------
    >>> read(b"topic_id,name\nfilm,Film\n", "topics.csv", ["topic_id", "name"]).cells
    {'topic_id': ['film'], 'name': ['Film']}
    >>> read(b"topic_id\n", "topics.csv", ["topic_id", "name"]).problem
    'Columns missing: name.'
    """
    text = decoded(content, file)
    if isinstance(text, Problem):
        return text
    try:
        return _table(text, file, expected)
    except csv.Error:  # a cell that is longer than the reader takes
        with _cells_of_any_length():
            return _table(text, file, expected)


def _table(text: str, file: str, expected: list[str]) -> Table | Problem:
    """Cut a text into cells; raises `csv.Error` for a cell that is too long and for nothing else."""
    # Not with pandas: it fills up short rows, and takes a first column too many for an index.
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    # One long list, cut into columns at the end: thousands of short ones take longer to make.
    cells: list[str] = []
    empty: list[int] = []
    width, full, number = len(expected), 0, 0
    try:
        for number, found in enumerate(rows, start=1):
            if number == 1:
                heading = _without_empty_end(found)
                if fault := heading_fault(heading, expected):
                    return Problem(file, 1, *(separator_fault(text, expected) or fault))
                full = len(found)
                continue
            if len(found) == width and found[0][:1].isalnum():  # as nearly every row
                cells += found
                continue
            if not (found and found[0].strip()) and not any(map(str.strip, found)):
                empty.append(number)
                continue
            if len(found) != width:
                # Empty columns behind the last heading; some spreadsheets write them in some rows.
                if len(found) != full or any(map(str.strip, found[width:])):
                    return Problem(file, number, *row_fault(found, full, expected))
                del found[width:]
            cells += found
    except csv.Error as error:
        if "limit" in str(error) and csv.field_size_limit() < MOST:
            raise
        return Problem(file, number + 1, "-", *UNCLOSED)
    by_column = {name: cells[place::width] for place, name in enumerate(expected)}
    return Table(by_column, *_counted(number, empty))


def _without_empty_end(cells: list[str]) -> list[str]:
    """Leave out the empty cells at the end of a heading."""
    filled = [place for place, cell in enumerate(cells, start=1) if cell.strip()]
    return cells[: filled[-1]] if filled else []


def _counted(last: int, empty: list[int]) -> tuple[Sequence[int], list[tuple[int, int]]]:
    """Give the numbers of the rows that are not empty, and the runs of empty ones above a row."""
    if not empty:
        return range(2, last + 1), []
    skipped = {*empty}
    rows = [number for number in range(2, last + 1) if number not in skipped]
    gaps: list[tuple[int, int]] = []
    for number in empty:
        if rows and number < rows[-1]:
            joined = gaps and gaps[-1][1] == number - 1
            gaps[-1:] = [(gaps[-1][0], number)] if joined else [*gaps[-1:], (number, number)]
    return rows, gaps


@contextmanager
def _cells_of_any_length() -> Iterator[None]:
    """Let cells be of any length for a moment: the reader has one limit for everybody."""
    with LIMIT:
        limit = csv.field_size_limit(MOST)
        try:
            yield
        finally:
            csv.field_size_limit(limit)
