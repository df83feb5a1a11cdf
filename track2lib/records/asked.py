"""What a caller gives: taken if it is of the kind that is asked for, or refused in one sentence."""

import os
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from track2lib.records.asked_numbers import is_number
from track2lib.records.no_text import fault_of_text
from track2lib.records.problem import in_short, nearest

__all__ = [
    "a_folder",
    "a_place",
    "a_switch",
    "a_table",
    "a_text",
    "members",
    "one_of",
    "texts",
]

MOST = 10_000  # parts of a list; one without an end would be read for ever


def one_of(given: Any, known: Sequence[str], what: str) -> None:
    """Refuse what is none of some words.

    Parameters
    ----------
    given : object
        What was given.
    known : sequence of str
        The words.
    what : str
        What one of them is called.

    Raises
    ------
    LookupError
        With the nearest word, and all of them.

    Examples
    --------
    >>> one_of("founded", ("all", "founding"), "scope")
    Traceback (most recent call last):
    ...
    LookupError: There is no scope 'founded'. Did you mean 'founding'? The scopes are: all, founding.
    """
    if not (isinstance(given, str) and given in known):
        said = "There is no {} {}." if isinstance(given, str) else "No {} is called {}."
        near, every = nearest(given, known), ", ".join(known)
        raise LookupError(f"{said.format(what, in_short(given))}{near} The {what}s are: {every}.")


def a_text(given: Any, name: str, example: str, longest: int = 0) -> str:
    """Give a text, which is not empty, not too long, and holds nothing that is no text.

    Raises
    ------
    TypeError
        If it is no text.
    ValueError
        If nothing stands in it, or a character that no page and no file can hold.
    """
    if not isinstance(given, str):
        raise TypeError(f"{name} is {in_short(given)}, and is to be a text, such as {example!r}.")
    if not given.strip():
        raise ValueError(f"{name} is empty. Write a text, such as {example!r}.")
    if fault := fault_of_text(given):
        raise ValueError(f"{name}: {' '.join(fault)}")
    if longest and len(given) > longest:
        raise ValueError(f"{name} has {len(given)} letters. Write a text such as {example!r}.")
    return given


def texts(given: Any, name: str, example: str) -> list[str]:
    """Give a list of texts; a text by itself is one of them, and is not taken letter by letter.

    Raises
    ------
    TypeError
        If it is no list, or something in it is no text.
    ValueError
        If a text in it is empty, or holds a character that is none.
    """
    such, what = f"[{example!r}]", "a list of texts"
    if is_number(given):
        raise TypeError(f"{name} is {in_short(given)}, and is to be {what}, such as {such}.")
    every = members(given, name, such, what=what)
    return [a_text(one, f"A part of {name}", example) for one in every]


def members(given: Any, name: str, example: str, least: int = 0, what: str = "a list") -> list[Any]:
    """Give the parts of a list; a text or a number by itself is one part.

    Raises
    ------
    TypeError
        If it is no list.
    ValueError
        If it has too few parts, or more than anybody writes.

    Examples
    --------
    >>> members(2005, "breaks", "[2001, 2005]"), members("una-sipri", "cases", "['oslo']")
    ([2005], ['una-sipri'])
    """
    by_itself = isinstance(given, str | bool | np.bool_) or is_number(given)
    every = [given] if by_itself else given
    # A table would give the names of its columns, and bytes numbers.
    kinds = pd.DataFrame | Mapping | bytes | bytearray | memoryview | type
    # An array without a length is a number that cannot be read one by one.
    read = isinstance(every, Iterable) and getattr(every, "ndim", 1) == 1
    if not read or (isinstance(every, kinds) and not _is_empty(every)):
        raise TypeError(f"{name} is {in_short(given)}, and is to be {what}, such as {example}.")
    found = [*islice(every, MOST + 1)]
    if len(found) < least:
        raise ValueError(f"{name} is empty. Write a list, such as {example}.")
    if len(found) > MOST:
        raise ValueError(f"{name} has more than {MOST:,} parts. Write a list such as {example}.")
    # A set has another order in each run, which would be that of names in a table.
    return sorted(found, key=str) if isinstance(given, set | frozenset) else found


def a_table(given: Any, start: str, name: str = "table") -> pd.DataFrame:
    """Give a table with one column of each name.

    Raises
    ------
    TypeError
        If it is no table; the message says where to get one.
    ValueError
        If two columns have one name.
    """
    if not isinstance(given, pd.DataFrame):
        raise TypeError(f"{name} is {in_short(given)}, and is to be a table, such as {start}.")
    if not given.columns.is_unique:
        twice = given.columns[given.columns.duplicated()][0]
        raise ValueError(
            f"Two columns of the {name} have the name {in_short(twice)}. Rename or drop one of them."
        )
    return given


def a_place(given: Any, name: str, example: str, what: str = "a folder") -> Path:
    """Give the place that a text or a path names.

    Raises
    ------
    TypeError
        If it is neither.
    ValueError
        If it names nothing, or nothing that can be there.
    """
    if not isinstance(given, str | os.PathLike):
        raise TypeError(f"{name} is {in_short(given)}, and is to name {what}, such as {example!r}.")
    path = Path(a_text(os.fspath(given), name, example))
    try:
        path.exists()
    except OSError as error:
        raise ValueError(f"{name} is {in_short(given)}: {error.strerror}.") from error
    return path


def a_folder(path: Path) -> None:
    """Make a folder where there is none.

    Raises
    ------
    OSError
        If it cannot be made.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OSError(f"The folder {str(path)!r} cannot be made: {error.strerror}.") from error


def a_switch(given: Any, name: str) -> bool:
    """Give yes or no, and refuse what is neither.

    Raises
    ------
    TypeError
        If it is something else than True or False.
    """
    if not isinstance(given, bool | np.bool_):
        raise TypeError(f"{name} is {in_short(given)}, and is to be True or False.")
    return bool(given)


def _is_empty(given: Any) -> bool:
    return isinstance(given, Mapping) and not given
