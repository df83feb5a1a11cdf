"""What a control can be made of: the numbers of a range, or what is to be chosen from."""

import datetime
from collections.abc import Mapping
from numbers import Real
from typing import Any

from track2lib.records.asked import a_text, members
from track2lib.records.asked_numbers import a_number

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
    if not all(isinstance(number, Real) and not isinstance(number, bool) for number in given):
        return ()
    for number in given:
        a_number(number, f"A number of {name}", -LARGEST, LARGEST, ends=True)
    least, most, *step = given
    if not least < most or (step and step[0] <= 0):
        raise ValueError(
            f"{name} is {given}, and is to be (least, most) or (least, most, step), with a step above 0."
        )
    return given


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
    if isinstance(given, bool):
        return given
    if isinstance(given, str):
        return given and a_text(given, name, "Vienna", LONGEST)
    if isinstance(given, Real):
        number = a_number(given, name, -LARGEST, LARGEST, ends=True)
        return given if isinstance(given, int | float) else number
    if isinstance(given, Mapping):
        return given if given and all(isinstance(label, str) for label in given) else None
    if given is None or not hasattr(type(given), "__iter__"):
        return None
    every = members(given, name, "['all', 'some']", least=1)
    # A label and what it stands for are a pair, which ipywidgets knows too.
    labels = [one[0] if isinstance(one, tuple) and len(one) == 2 else one for one in every]
    return every if all(map(_can_be_read, labels)) else None


def _can_be_read(label: Any) -> bool:
    """Tell whether an option says something to a reader when it is written out."""
    if isinstance(label, Real) and not isinstance(label, bool):
        number: Any = label
        return bool(-LARGEST <= number <= LARGEST)
    return label is None or isinstance(label, str | bool | datetime.date)
