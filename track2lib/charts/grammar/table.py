"""What a chart asks of its table, before it draws anything."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

__all__ = ["check_table", "check_type"]

# What a reader who is new to Python calls what he has given instead of a table.
NAMES = {
    "str": "text",
    "NoneType": "nothing",
    "Series": "a single column",
    "function": "a function",
}


def check_table(
    table: Any,
    columns: Iterable[str],
    start: str,
    *,
    numbers: Iterable[str] = (),
    most: int | None = None,
    what: str = "rows",
    key: str = "",
    instead: str = "",
) -> None:
    """Refuse a table that the chart cannot be drawn from; every chart calls this first.

    Parameters
    ----------
    table : object
        What the reader has given.
    columns, numbers : iterable of str
        Columns that the chart needs; those of them whose cells have to be finite numbers.
    start : str
        Call that gives a table that serves, such as ``load("dialogues")``.
    most : int, optional
        How many the chart can draw one by one and still be read.
    what, key : str, optional
        What these are, and the column that tells them apart if it is not the rows.
    instead : str, optional
        What to do where there are more, as a sentence.

    Raises
    ------
    TypeError
        If it is no table.
    ValueError
        If it lacks a column or has no rows, a cell is no finite number, or there are too many to
        be read; the message says how to get a table that serves.

    Examples
    --------
    >>> check_table(pd.DataFrame({"name": ["a", "b"]}), ["name"], 'load("places")', most=40)
    >>> check_table("places", ["name"], 'load("places")')
    Traceback (most recent call last):
    TypeError: This chart draws a table, and was given text. Start from load("places").
    """
    # In the order in which a reader can mend it: the kind of thing, its columns, its rows, its cells.
    check_type(table, start)
    missing = [column for column in columns if column not in table.columns]
    if missing:
        raise ValueError(f"The table has no column {', '.join(missing)}. Start from {start}.")
    if table.empty:
        raise ValueError(
            f"The table has no rows, so that there is nothing to draw. Start from {start}."
        )
    for column in numbers:
        _check_numbers(table[column], start)
    count = table[key].nunique() if key else len(table)
    if most is not None and count > most:
        raise ValueError(
            f"There are {count:,} {what}, and this chart draws each of them: "
            f"up to {most} can be read. {instead}"
        )


def check_type(table: Any, start: str) -> None:
    """Refuse what is no table, such as its name.

    Raises
    ------
    TypeError
        If it is no table; the message says what it is, and how to get a table.
    """
    if not isinstance(table, pd.DataFrame):
        name = type(table).__name__
        raise TypeError(
            f"This chart draws a table, and was given {NAMES.get(name, f'a {name}')}. "
            f"Start from {start}."
        )


def _check_numbers(cells: pd.Series, start: str) -> None:
    """Refuse a column with a cell that is missing, infinite or no number."""
    # An infinite mark would be drawn nowhere, and a missing one would drop out without a word.
    found = pd.to_numeric(cells, errors="coerce").astype(float)
    broken = cells.index[~found.abs().lt(float("inf"))]
    if len(broken):
        raise ValueError(
            f"{cells.name} of row {broken[0]} is {cells[broken[0]]}, and no number. "
            f"Start from {start}."
        )
