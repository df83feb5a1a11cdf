"""What a control can be made of: the numbers of a range, or what is to be chosen from."""

import datetime
from collections.abc import Mapping
from numbers import Integral
from typing import Any

import numpy as np
import pandas as pd

from track2lib.records.asked import a_text, members
from track2lib.records.asked_numbers import a_number, is_number

__all__ = ["given_options", "given_range"]

# Numbers beyond these are lost between Python and a page.
LARGEST = 2**53
LONGEST = 1000  # letters of a text in one field


def given_range(given: Any, name: str) -> tuple[Any, ...]:
    """Give the least number of a range, the most and a step if there is one; nothing for no range.

    Raises
    ------
    ValueError
        If they are in the wrong order, too large for a page, or the step is not above 0.

    Examples
    --------
    >>> given_range((1997, 2010), "year"), given_range(["all", "some"], "which")
    ((1997, 2010), ())
    """
    if not isinstance(given, tuple) or not 2 <= len(given) <= 3:
        return ()
    if not all(map(is_number, given)):
        return ()
    numbers = tuple(_for_page(number, f"A number of {name}") for number in given)
    least, most, *step = numbers
    if not least < most or (step and step[0] <= 0):
        raise ValueError(
            f"{name} is {given}, and is to be (least, most) or (least, most, step), with a step above 0."
        )
    return numbers


def given_options(given: Any, name: str) -> Any:
    """Give what ipywidgets makes a control of, or None where it can make none that is of use.

    Raises
    ------
    TypeError, ValueError
        If a list is empty or has no end, or a number is too large for a page.

    Examples
    --------
    >>> given_options(range(3), "at"), given_options([[1], [2]], "at")
    ([0, 1, 2], None)
    """
    if isinstance(given, bool | np.bool_):
        return bool(given)
    if isinstance(given, str):
        return given and a_text(given, name, "Vienna", LONGEST)
    if is_number(given):
        return _for_page(given, name)
    if isinstance(given, Mapping):
        named = given and all(isinstance(label, str) for label in given)
        return given if named and all(map(_can_be_found, given.values())) else None
    if given is None or not hasattr(type(given), "__iter__"):
        return None
    every = members(given, name, "['all', 'some']", least=1)
    # A label and what it stands for are a pair, which ipywidgets knows too.
    pairs = [one if isinstance(one, tuple) and len(one) == 2 else (one, one) for one in every]
    right = all(_can_be_read(label) and _can_be_found(value) for label, value in pairs)
    return every if right else None


def _for_page(number: Any, name: str) -> int | float:
    """Give a number of Python's own, since a page knows no other; a whole one stays whole."""
    found = a_number(number, name, -LARGEST, LARGEST, ends=True)
    return int(number) if isinstance(number, Integral) else found


def _can_be_read(label: Any) -> bool:
    """Tell whether an option says something to a reader when it is written out."""
    if is_number(label):
        return bool(-LARGEST <= label <= LARGEST)
    # What is no time is one of the days of Python, and not equal to itself.
    return label is None or (isinstance(label, str | bool | datetime.date) and label is not pd.NaT)


def _can_be_found(value: Any) -> bool:
    """Tell whether ipywidgets finds what an option stands for, which it does by comparing it."""
    return getattr(value, "ndim", 0) == 0
