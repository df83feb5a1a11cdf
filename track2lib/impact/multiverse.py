"""Every way to put the same question to the series, side by side."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from itertools import product
from typing import Any

import pandas as pd

from track2lib.impact.change import change_in
from track2lib.impact.outcomes import load_series
from track2lib.impact.series import LONGEST, NothingVariesError, around
from track2lib.records.asked import a_switch, members, texts
from track2lib.records.asked_numbers import a_count, a_year

__all__ = ["all_specifications"]

# One or more of each kind of measure that reads in one direction and can be compared over time;
# the first three are one thing counted in three ways.
MEASURES = (
    "un-agreement-final",
    "un-agreement-gap",
    "ideal-point-final-distance",
    "us-exports",
    "us-imports",
    "visas-students",
    "visas-visitors",
    "disputes-cow",
    "executive-orders",
)
# Series from which the movement of the median member has been taken off.
NET = {"un-agreement-gap": "net of the median member"}
BREAKS = (2001, 2005, 2007)
SIGNS = {"closer": 1, "further apart": -1}
LEAST = 4  # years on either side


def all_specifications(
    measures: str | Sequence[str] = MEASURES,
    *,
    breaks: int | Sequence[int] = BREAKS,
    windows: int | Sequence[int] = (8,),
    trends: bool | Sequence[bool] = (False, True),
) -> pd.DataFrame:
    """Estimate the change in every measure, at every break, in every way.

    Parameters
    ----------
    measures : str or sequence of str
        Keys of the table ``outcome_series``, of series in which a higher value means closer or
        further apart. Of everything here one by itself may be given, and what stands twice counts
        once.
    breaks : int or sequence of int, default (2001, 2005, 2007)
        First years that count as after.
    windows : int or sequence of int, default (8,)
        Years on either side, or as many as the series has, if at least four.
    trends : bool or sequence of bool, default (False, True)
        Whether straight lines are compared, instead of means.

    Returns
    -------
    pandas.DataFrame
        A row for each combination: ``measure``, ``netting``, ``at``, ``window``, ``compares``,
        ``before`` and ``after`` (years), ``estimate`` with ``low`` and ``high`` (the usual
        interval) and ``wide_low`` and ``wide_high`` (the wide one), all in standard deviations
        of the measure over these years and turned so that more is closer; and ``cited``.
        Combinations for which a series is too short, or does not vary, are left out.

    Raises
    ------
    LookupError
        If there is no such series.
    TypeError
        If something is not what it is to be, such as a year as text.
    ValueError
        If a series has no direction, a list is empty or a number out of its bounds, or no
        combination can be estimated.

    Notes
    -----
    All defensible choices at once, instead of one: Simonsohn, Simmons and Nelson (2020),
    Specification curve analysis, Nature Human Behaviour 4, 1208-1214,
    https://doi.org/10.1038/s41562-020-0912-z.

    Examples
    --------
    >>> import track2lib as t2
    >>> table = t2.impact.all_specifications(["us-exports", "us-imports"], breaks=[2005])
    >>> table["estimate"].round(1).tolist()
    [1.2, 0.5, -0.0, -0.4]
    """
    keys = _each(texts(measures, "measures", "us-exports"), "measures", "['us-exports']")
    years = _each(breaks, "breaks", "[2001, 2005]", a_year)
    spans = _each(windows, "windows", "[8]", partial(a_count, least=LEAST, most=LONGEST))
    lines = _each(trends, "trends", "[False, True]", a_switch)
    rows = []
    for values in map(load_series, keys):
        for at, window, trend in product(years, spans, lines):
            if _long_enough(values, at, window):
                with suppress(NothingVariesError):
                    rows.append(_row(values, at, window, trend))
    if not rows:
        raise ValueError(
            f"No series varies, with {LEAST} years on either side, around one of {years[:5]}."
        )
    return pd.DataFrame(rows)


def _each(
    given: Any, name: str, example: str, check: Callable[[Any, str], Any] = lambda one, _: one
) -> list[Any]:
    """Give the parts of a list, each once: what stands twice would count double in what is drawn."""
    every = members(given, name, example, least=1)
    return list(dict.fromkeys(check(one, f"A part of {name}") for one in every))


def _long_enough(values: pd.Series, at: int, window: int) -> bool:
    """Tell whether a series reaches far enough on both sides; a short one is passed over."""
    years = values.loc[at - window : at + window - 1].index
    return min((years < at).sum(), (years >= at).sum()) >= LEAST


def _row(values: pd.Series, at: int, window: int, trend: bool) -> dict[str, object]:
    """Estimate one combination, in units that all measures share."""
    about = values.attrs
    if about["higher"] not in SIGNS:
        raise ValueError(
            f"{values.name!r} has no direction: a higher value is neither closer nor further "
            "apart. Leave it out."
        )
    used = around(values, at, window)
    found = change_in(used, at, trend=trend)
    # One measure for all: standard deviations of the very years compared, turned to mean closer.
    turn = SIGNS[about["higher"]] / used.std()
    usual, wide = (sorted(turn * end for end in found[name]) for name in ("usual", "wide"))
    return {
        "measure": about["name"],
        "netting": NET.get(str(values.name), "as it is"),
        "at": at,
        "window": window,
        "compares": "lines" if trend else "means",
        "before": found["before"],
        "after": found["after"],
        "estimate": turn * found["estimate"],
        "low": usual[0],
        "high": usual[1],
        "wide_low": wide[0],
        "wide_high": wide[1],
        "cited": about["cited"],
    }
