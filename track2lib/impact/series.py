"""A yearly series, and its years around a break: taken as they are, or refused with a reason."""

import numpy as np
import pandas as pd

__all__ = ["LEAST", "NothingVariesError", "around", "sound"]

LEAST = 3  # years on either side


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
        If it is no series.
    ValueError
        If a year is missing, a value is no number, all values are equal, or too few years lie
        on one side.
    """
    _check_break(at, window, least)
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
        raise TypeError("A series of values by year is needed. Start from impact.load_series().")
    years = values.index
    if not (len(years) == 0 or pd.api.types.is_integer_dtype(years)):
        raise ValueError("The index of a series must be years, as whole numbers.")
    if years.has_duplicates:
        raise ValueError(f"The year {years[years.duplicated()][0]} stands twice in the series.")
    # By way of a type that knows what is missing, or a cell of pandas.NA would be an error of its own.
    known = values.sort_index().astype("Float64").astype(float)
    broken = known.index[~np.isfinite(known)]
    if len(broken):
        raise ValueError(f"The value of {broken[0]} is no number. Leave that year and span out.")
    known.attrs = values.attrs
    return known


def _check_break(at: int, window: int | None, least: int) -> None:
    """Refuse what is no year, and what is no span."""
    if int(at) != at:
        raise ValueError(f"at={at}: give a year, as a whole number.")
    if window is not None and (int(window) != window or window < least):
        raise ValueError(f"window={window}: {least} years or more are needed on either side.")
