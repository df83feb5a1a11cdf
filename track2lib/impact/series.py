"""A yearly series, and its years around a break: taken as they are, or refused with a reason."""

from typing import Any

import numpy as np
import pandas as pd

from track2lib.records.asked_numbers import YEARS, a_count, a_year, numbers_in
from track2lib.records.problem import in_short

__all__ = ["LEAST", "LONGEST", "NothingVariesError", "around", "sound"]

LEAST = 3  # years on either side
LONGEST = 10_000  # years that anybody could ask for, and by far more than any series has
# Beyond these the squares of values are too large, or too small, to be told from nothing.
SIZES = (1e-100, 1e100)


class NothingVariesError(ValueError):
    """A series without variation, from which no interval can be estimated."""


def around(values: pd.Series, at: int, window: int | None, *, least: int = LEAST) -> pd.Series:
    """Take the years around a break, or say why they do not do.

    Parameters
    ----------
    values : pandas.Series
        Values by year.
    at : int
        First year after the break.
    window : int or None
        Years on either side, at most.
    least : int, default 3
        Years on either side, at least.

    Returns
    -------
    pandas.Series
        The values of these years.

    Raises
    ------
    TypeError
        If it is no series, or a year or a span is no number.
    ValueError
        If a year is missing, a value is no number, all values are equal, or too few years lie
        on one side.
    """
    at = a_year(at, "at")
    window = None if window is None else a_count(window, "window", least, LONGEST)
    # Slices of a series take both of their ends, and no more than there is.
    known = sound(values)
    first, last = (at - window, at + window - 1) if window else (None, None)
    used = known.loc[first:last]
    for side, own in {"before": used.loc[: at - 1], "from": used.loc[at:]}.items():
        if len(own) < least:
            span = f"{known.index[0]} to {known.index[-1]}" if len(known) else "nowhere"
            raise ValueError(
                f"{len(own)} years lie {side} {at}; {least} or more are needed. The series runs from "
                f"{span}."
            )
    if gaps := sorted(set(range(used.index[0], used.index[-1] + 1)) - set(used.index)):
        raise ValueError(
            f"The series has no value for {gaps[0]}; each year needs one. Choose a shorter span."
        )
    if (used == used.iloc[0]).all():
        raise NothingVariesError(
            f"All values are {used.iloc[0]:g}: nothing varies, nothing changed."
        )
    return used


def sound(values: pd.Series) -> pd.Series:
    """Sort a series by year, or say why it is none.

    Parameters
    ----------
    values : pandas.Series
        Values by year.

    Returns
    -------
    pandas.Series
        The values as numbers, in the order of the years.

    Raises
    ------
    TypeError
        If it is no series.
    ValueError
        If the index holds no years, a year stands twice, or a value is no number.
    """
    if not isinstance(values, pd.Series):
        raise TypeError(
            f"values is {in_short(values)}: a series of values by year is needed. Start from "
            "impact.load_series()."
        )
    known = numbers_in(_by_year(values), "The value of {} is {}, and is to be a number.".format)
    broken = known.index[~np.isfinite(known)]
    if len(broken):
        raise ValueError(f"The value of {broken[0]} is no number. Leave that year and span out.")
    size = known.abs()
    odd = known.index[(size > 0) & ~size.between(*SIZES)]
    if len(odd):
        raise ValueError(
            f"The value of {odd[0]} is {known[odd[0]]:g}, from which nothing can be computed. Take "
            "another unit."
        )
    known.attrs = values.attrs
    return known


def _by_year(values: pd.Series) -> pd.Series:
    """Sort a series by its years, or refuse what is none."""
    years: Any = values.index
    if not len(years):
        return values.set_axis(pd.RangeIndex(0))
    if not pd.api.types.is_integer_dtype(years) or years.hasnans:
        raise ValueError(
            f"The index of a series must be years, as whole numbers, and holds {in_short(years[0])}. "
            "With years in a column: table.set_index('year')['value']."
        )
    if years.has_duplicates:
        raise ValueError(f"The year {years[years.duplicated()][0]} stands twice in the series.")
    ordered = values.sort_index()
    for end in (ordered.index[0], ordered.index[-1]):
        if not YEARS[0] <= end <= YEARS[1]:
            raise ValueError(f"The index of a series must be years, and {end} is none.")
    # Of other kinds of whole numbers some know no sign, and some have a gap.
    return ordered.set_axis(ordered.index.astype("int64"))
