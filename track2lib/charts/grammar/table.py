"""What a chart asks of its table, before it draws anything."""

import textwrap
from collections.abc import Iterable
from typing import Any

import pandas as pd

from track2lib.charts.grammar.cells import BOUNDS, sound_cells
from track2lib.records.asked import a_table, a_text
from track2lib.records.problem import in_short

__all__ = ["check_table", "check_title", "check_type", "check_within"]

# Letters of a row that a message has room for, and of a title that a page has.
SHORT, LONG = 90, 500
# Columns of text that every chart reads where a table has them, beside its keys.
READ = ("cited", "contested", "date_words", "sources")

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
    title: Any = None,
    numbers: Iterable[str] = (),
    gaps: Iterable[str] = (),
    free: Iterable[str] = (),
    filled: Iterable[str] = (),
    once: Iterable[str] = (),
    most: int | None = None,
    what: str = "rows",
    key: str = "",
    instead: str = "",
) -> pd.DataFrame:
    """Give a table that the chart can be drawn from, or refuse it; every chart calls this first.

    Parameters
    ----------
    table : object
        What the reader has given.
    title : object, optional
        What the reader has given for a title.
    columns, numbers, gaps, free : iterable of str
        Columns that the chart needs; those of them whose cells have to be finite numbers, are numbers
        or missing, and are of any kind. The others hold text, or what their name says: see
        `sound_cells`.
    filled : iterable of str, optional
        Columns without which a row cannot be told from others: names, and keys.
    once : iterable of str, optional
        Columns that together tell the rows apart, so that no two have the same in all of them,
        if the table has them.
    start : str
        Call that gives a table that serves, such as ``load("dialogues")``.
    most : int, optional
        How many the chart can draw one by one and still be read.
    what, key : str, optional
        What these are, and the column that tells them apart if it is not the rows.
    instead : str, optional
        What to do where there are more, as a sentence.

    Returns
    -------
    pandas.DataFrame
        The table, with each column in the type of its kind, and rows labeled from 0 on.

    Raises
    ------
    TypeError
        If it is no table, or the title no text.
    ValueError
        If it lacks a column or has no rows, a row has no name, two rows are the same by what tells
        them apart, a cell is of another kind than its column, or there are too many to be read; the
        message says how to get a table that serves.

    Examples
    --------
    >>> table = pd.DataFrame({"name": ["a", "b"]}, index=["x", "x"])
    >>> check_table(table, ["name"], 'load("places")', most=40).index.tolist()
    [0, 1]
    >>> check_table("places", ["name"], 'load("places")')
    Traceback (most recent call last):
    TypeError: This chart draws a table, and was given text. Start from load("places").
    """
    # In the order in which a reader can mend it: the kind of thing, its columns, its rows, its cells.
    check_type(table, start)
    check_title(title)
    columns = [*columns]
    missing = [column for column in columns if column not in table.columns]
    if missing:
        raise ValueError(f"The table has no column {', '.join(missing)}. Start from {start}.")
    if table.empty:
        raise ValueError(
            f"The table has no rows, so that there is nothing to draw. Start from {start}."
        )
    table = _sound(table, columns, start, numbers=[*numbers], gaps=[*gaps], free=[*free])
    for column in filled:
        _check_filled(table, column, start)
    count = table[key].nunique() if key else len(table)
    if most is not None and count > most:
        raise ValueError(
            f"There are {count:,} {what}, and this chart draws each of them: "
            f"up to {most} can be read. {instead}"
        )
    _check_once(table, [*once], start)
    return table.reset_index(drop=True)


def check_title(title: Any) -> None:
    """Refuse a title that is none; without one, a chart has its own.

    Raises
    ------
    TypeError
        If it is no text.
    ValueError
        If it is empty, or longer than a page.
    """
    if title is not None:
        a_text(title, "title", "Where they met", LONG)


def check_type(table: Any, start: str) -> None:
    """Refuse what is no table, such as its name.

    Raises
    ------
    TypeError
        If it is no table; the message says what it is, and how to get a table.
    ValueError
        If two columns have one name.
    """
    if not isinstance(table, pd.DataFrame):
        name = type(table).__name__
        said = in_short(table) if hasattr(type(table), "to_pandas") else f"a {name}"
        raise TypeError(
            f"This chart draws a table, and was given {NAMES.get(name, said)}. Start from {start}."
        )
    a_table(table, start)


def check_within(rows: pd.DataFrame, columns: Iterable[str], domain: Iterable[float]) -> None:
    """Refuse a value that lies outside of an axis, where its mark would be out of the picture.

    Raises
    ------
    ValueError
        If there is one; the message names the first, and the ends of the axis.

    Examples
    --------
    >>> check_within(pd.DataFrame({"low": [0.2, 1.4]}), ["low"], [0, 1])
    Traceback (most recent call last):
    ValueError: low of row 1 is 1.4, and the axis reaches from 0 to 1: its mark would be out of the picture.
    """
    least, most = domain
    for column in rows.columns.intersection([*columns]):
        # What is missing has no mark.
        outside = ~rows[column].dropna().between(least, most)
        if outside.any():
            place = outside.idxmax()
            raise ValueError(
                f"{column} of row {place} is {rows[column][place]:g}, and the axis reaches from {least:g} to "
                f"{most:g}: its mark would be out of the picture."
            )


def _sound(
    table: pd.DataFrame,
    columns: list[str],
    start: str,
    *,
    numbers: list[str],
    gaps: list[str],
    free: list[str],
) -> pd.DataFrame:
    """Give a table with each column that is read in the type of its kind."""
    keys = [name for name in table if str(name).endswith("_id")]
    read = [*columns, *table.columns.intersection([*READ, *keys])]
    cells = {
        name: sound_cells(table[name], start, number=name in {*numbers, *gaps}, gap=name in gaps)
        for name in dict.fromkeys(read)
        if name not in free
    }
    # What follows may repeat labels, which a reader can have forbidden to a table.
    made = table.copy(deep=False).set_flags(allows_duplicate_labels=True)
    for name, own in cells.items():
        made[name] = own
    earliest, latest = BOUNDS
    for name in cells:
        last = f"{name.removesuffix(earliest)}{latest}"
        if name.endswith(earliest) and last in cells and (wrong := made[name] > made[last]).any():
            raise ValueError(
                f"In row {table.index[int(wrong.argmax())]} the day in {last} lies before that in "
                f"{name}. Start from {start}."
            )
    return made


def _check_filled(table: pd.DataFrame, column: str, start: str) -> None:
    """Refuse a row without what names it, which could be drawn nowhere, or as one with others."""
    cells = table[column]
    empty = (cells.isna() | cells.astype("string").str.strip().eq("")).fillna(True).to_numpy()
    if not empty.any():
        return
    place = int(empty.argmax())
    row = table.iloc[place]
    keys = [name for name in table if str(name).endswith("_id") and name != column]
    known = [f"{name} {row[name]!r}" for name in keys if pd.notna(row[name])]
    raise ValueError(
        f"Row {table.index[place]}{f' ({known[0]})' if known else ''} has no {column}, so that it cannot "
        f"be drawn. A merge with how='outer' or how='right' adds such rows: merge with how='left', "
        f"or leave them out with dropna(subset={column!r}). Start from {start}."
    )


def _check_once(table: pd.DataFrame, key: list[str], start: str) -> None:
    """Refuse two rows that nothing tells apart, which would be drawn as one and counted as two."""
    # A table without its key can still be drawn, and what has been doubled in it is not seen.
    if not key or not set(key) <= set(table.columns):
        return
    again = table.duplicated(key).to_numpy()
    if again.any():
        row = table.iloc[int(again.argmax())]
        # The source tells apart two rows of two packages, and says nothing of one that is doubled.
        told = [column for column in key if column != "cited"]
        said = textwrap.shorten("/".join(str(row[column]) for column in told), SHORT)
        raise ValueError(
            f"Two rows have the same {' and '.join(told)}, {said!r}, and this chart draws each once. If "
            "rows of two packages that share a key were put together, give one of the two another "
            "key, or draw each package by itself; if a merge has doubled them, take drop_duplicates"
            f"({key if len(key) > 1 else key[0]!r}). Start from {start}."
        )
