"""Numbers that a caller gives, by themselves or in a column: taken, or refused in one sentence."""

import math
from collections.abc import Callable, Hashable
from decimal import Decimal
from numbers import Integral, Real
from typing import Any

import numpy as np
import pandas as pd

from track2lib.records.problem import in_short

__all__ = ["a_count", "a_number", "a_year", "is_number", "numbers_in"]

YEARS = (-9999, 9999)  # of four figures; what is beyond is a slip of the hand


def is_number(given: Any) -> bool:
    """Tell whether something is a number, and neither yes or no nor a span of time.

    Examples
    --------
    >>> is_number(Decimal("0.4")), is_number(True), is_number(np.timedelta64(1, "D"))
    (True, False, False)
    """
    # Of a database numbers come as decimals, which Python counts among no kind of real numbers, and
    # numpy counts spans among its whole ones.
    return isinstance(given, Real | Decimal) and not isinstance(given, bool | np.timedelta64)


def a_count(given: Any, name: str, least: int, most: int | None = None) -> int:
    """Give a whole number within bounds; 8.0, as pandas makes it in a column with a gap, is 8.

    Raises
    ------
    TypeError, ValueError
        If it is no number, or not such a one.

    Examples
    --------
    >>> a_count(2.5, "draws", 1, 1000)
    Traceback (most recent call last):
    ...
    ValueError: draws is 2.5 (float), and is to be a whole number from 1 to 1,000.
    """
    up_to = f"{least:,} on" if most is None else f"{least:,} to {most:,}"
    return _whole(given, name, least, most, f"a whole number from {up_to}")


def a_year(given: Any, name: str) -> int:
    """Give a year as a whole number.

    Raises
    ------
    TypeError, ValueError
        If it is no number, or none of a year.

    Examples
    --------
    >>> a_year("2005", "at")
    Traceback (most recent call last):
    ...
    TypeError: at is '2005', and is to be a year, as a whole number such as 2005.
    """
    return _whole(given, name, *YEARS, "a year, as a whole number such as 2005")


def a_number(given: Any, name: str, low: float, high: float, *, ends: bool = False) -> float:
    """Give a number between two others, or from the one to the other.

    Raises
    ------
    TypeError, ValueError
        If it is no number, or not such a one.

    Examples
    --------
    >>> a_number(1, "prior", 0, 1)
    Traceback (most recent call last):
    ...
    ValueError: prior is 1 (int), and is to be a number between 0 and 1, at neither end.
    """
    right = is_number(given)
    number = _as_float(given) if right else math.nan
    if not (low <= number <= high if ends else low < number < high):
        within = f"from {low} to {high}" if ends else f"between {low} and {high}, at neither end"
        said = f"{name} is {in_short(given)}, and is to be a number {within}."
        raise ValueError(said) if right else TypeError(said)
    return number


def numbers_in(column: pd.Series, said: Callable[[Hashable, str], str]) -> pd.Series:
    """Give a column as numbers, with no number where a cell is empty.

    Parameters
    ----------
    column : pandas.Series
        Of any type.
    said : callable
        Takes the label of a row and what stands there, and gives the sentence for a cell that holds
        something else.

    Returns
    -------
    pandas.Series
        Of type ``float``; yes and no are 1 and 0.

    Raises
    ------
    ValueError
        If a cell holds something else.

    Examples
    --------
    >>> numbers_in(pd.Series([1, None, 2.5], dtype="object"), "{} {}".format).tolist()
    [1.0, nan, 2.5]
    """
    # By themselves, whatever the type of the column: pandas reads texts as numbers, and takes from
    # a complex number what it cannot hold.
    found = []
    for label, cell in zip(column.index, column.astype(object), strict=True):
        if cell is None or cell is pd.NA or cell is pd.NaT:
            found.append(math.nan)
        elif is_number(cell) or isinstance(cell, bool | np.bool_):
            found.append(_as_float(cell))
        else:
            raise ValueError(said(label, in_short(cell)))
    return pd.Series(found, index=column.index, name=column.name, dtype=float)


def _whole(given: Any, name: str, least: int, most: int | None, what: str) -> int:
    """Give a whole number within bounds, or refuse it."""
    right = is_number(given)
    # A whole number may be too large to ask whether it is finite.
    whole = right and (
        isinstance(given, Integral) or (math.isfinite(_as_float(given)) and given == int(given))
    )
    if not whole or given < least or (most is not None and given > most):
        said = f"{name} is {in_short(given)}, and is to be {what}."
        raise ValueError(said) if right else TypeError(said)
    return int(given)


def _as_float(number: Any) -> float:
    """Give a number as a float, if it is beyond all of them an infinite one."""
    try:
        return float(number)
    except OverflowError:
        return math.inf if number > 0 else -math.inf
    except ValueError:  # a decimal that is no number, and says so when it is touched
        return math.nan
