"""What stands in the columns of a table: text, days, numbers, or yes and no."""

from collections.abc import Hashable
from datetime import date
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd

from track2lib.records import dates
from track2lib.records.asked_numbers import numbers_in
from track2lib.records.problem import in_short

__all__ = ["BOUNDS", "check_order", "check_words", "sound_cells"]

# What a column of days ends with, and those of dates and of yes and no.
BOUNDS = ("_earliest", "_latest")
DATES, SWITCHES = ("date", "dates"), ("asked", "charge", "clean")
# Whole numbers, of which pandas makes others in a column that has had a gap.
WHOLE = ("at", "minute", "rank", "window", "world", "year")
# Types of pandas, and what serves as well.
ALIKE = {
    "string": ["str"],
    "boolean": ["bool"],
    "datetime64[us]": ["datetime64[s]", "datetime64[ms]", "datetime64[ns]"],
}
# What is beyond has no place on any axis: squares and differences of it cannot be computed.
LARGEST = 1e100
EXACT = 2**53  # up to here a float holds each whole number


def sound_cells(cells: pd.Series, start: str, *, number: bool = False, gap: bool = False) -> Any:
    """Give a column with cells of one kind, or say in which row stands something else.

    Parameters
    ----------
    cells : pandas.Series
        A column of a table; its name says whether it holds days, dates, yes and no, or text.
    start : str
        Call that gives a table that serves.
    number, gap : bool, default False
        Whether its cells are numbers instead, and whether one of these may be missing.

    Returns
    -------
    array or pandas.Series
        The cells in their order, of a type that each chart can draw.

    Raises
    ------
    ValueError
        If a cell is of another kind; the message names column, row and cell.

    Examples
    --------
    >>> sound_cells(pd.Series(["Bonn", None], dtype="category", name="place"), "load()").tolist()
    ['Bonn', <NA>]
    >>> sound_cells(pd.Series(["Bonn", 3], name="place"), 'load("places")')
    Traceback (most recent call last):
    ValueError: place of row 1 is 3 (int), and no text. Start from load("places").
    """
    if number:
        return _numbers(cells, start, gap=gap)
    name = str(cells.name)
    if name.endswith(BOUNDS):
        return _of_kind(cells, "datetime64[us]", date, "day", start)
    if name in SWITCHES:
        return _of_kind(cells, "boolean", (bool, np.bool_), "yes or no, as True or False", start)
    found = _of_kind(cells, "string", str, "text", start)
    if name != "cited":  # where nothing stands is no text, but who says nothing says so
        blank = [isinstance(text, str) and not text.strip() for text in found]
        found = pd.Series(found).mask(blank).array if any(blank) else found
    if name in DATES:
        for label, text in zip(cells.index, found, strict=True):
            _check_date(text, f"{name} of row {label}", start)
    return found


def check_words(cells: pd.Series, known: list[str], start: str) -> None:
    """Refuse a cell that is none of some words, of which a mark would be drawn nowhere.

    Raises
    ------
    ValueError
        If there is one; the message names column, row and cell, and the words.
    """
    strange = cells[~cells.isin(known)]
    if len(strange):
        raise ValueError(
            f"{cells.name} of row {strange.index[0]} is {in_short(strange.iloc[0])}, and is to be one of: "
            f"{', '.join(known)}. Start from {start}."
        )


def check_order(table: pd.DataFrame, ends: list[str], start: str) -> None:
    """Refuse a number that is larger than the next one, such as the low end of an interval.

    Raises
    ------
    ValueError
        If there is one; the message names both columns, the row and the cells.

    Examples
    --------
    >>> check_order(pd.DataFrame({"low": [1, 4], "high": [2, 3]}), ["low", "high"], "load()")
    Traceback (most recent call last):
    ValueError: low of row 1 is 4, and above its high, 3. Start from load().
    """
    for low, high in pairwise(ends):
        wrong = table.index[table[low] > table[high]]
        if len(wrong):
            least, most = table.loc[wrong[0], [low, high]]
            raise ValueError(
                f"{low} of row {wrong[0]} is {least:g}, and above its {high}, {most:g}. Start from {start}."
            )


def _check_date(text: Any, where: str, start: str) -> None:
    """Refuse what is no date, if it is not missing."""
    if pd.isna(text):
        return
    try:
        dates.bounds(text)
    except ValueError as error:
        raise ValueError(
            f"{where} is {in_short(text)}, and no date. Start from {start}."
        ) from error


def _of_kind(cells: pd.Series, kind: str, types: Any, what: str, start: str) -> Any:
    """Give cells as pandas keeps those of a kind, with nothing where they are missing."""
    if str(cells.dtype) in {kind, *ALIKE[kind]}:
        return cells.array
    found = list[Any]()
    for label, cell in zip(cells.index, cells.astype(object), strict=True):
        missing = cell is None or cell is pd.NA or cell is pd.NaT
        if missing or (isinstance(cell, float) and np.isnan(cell)):
            found.append(None)
        elif isinstance(cell, types):
            # A day is what it was where it was written down; of two places pandas makes no one column.
            found.append(cell.replace(tzinfo=None) if getattr(cell, "tzinfo", None) else cell)
        else:
            raise ValueError(_said(cells.name, label, in_short(cell), what, start))
    return pd.Series(found, dtype=object).astype(kind).array


def _numbers(cells: pd.Series, start: str, *, gap: bool) -> Any:
    """Give cells as numbers, whole ones as they are; refuse one that has no place on an axis."""

    def said(label: Hashable, cell: str) -> str:
        return _said(cells.name, label, cell, "number", start)

    found = numbers_in(cells, said)
    sizes = found.abs().to_numpy()
    # An infinite mark would be drawn nowhere, and a missing one would drop out without a word.
    broken = ~((sizes <= LARGEST) | (gap & np.isnan(sizes)))
    if broken.any():
        place = int(broken.argmax())
        raise ValueError(said(cells.index[place], in_short(cells.iloc[place])))
    narrow = cells.astype(object).infer_objects()
    if cells.name in WHOLE and ((found % 1 == 0) & (sizes < EXACT)).all():
        narrow = found.astype("int64")
    return (narrow if narrow.dtype.kind == "i" else found).to_numpy()


def _said(column: Any, label: Hashable, cell: str, what: str, start: str) -> str:
    return f"{column} of row {label} is {cell}, and no {what}. Start from {start}."
