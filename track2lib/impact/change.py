"""How far a series changed at a year: least squares with three intervals, good and poor."""

from typing import Any

import numpy as np
import pandas as pd

from track2lib.impact.series import LEAST, NothingVariesError, around
from track2lib.records.asked import a_switch

__all__ = ["INTERVALS", "change_in", "design", "estimate_change", "estimates"]

INTERVALS = ("usual", "Newey-West", "wide")
# How strongly a year may lean on the one before it, for the wide interval. At 1 a series would
# wander off for good, and no step in it could be told from its wandering.
LEANING = np.arange(0, 0.95, 0.1)


def estimate_change(
    values: pd.Series, at: int = 2005, *, window: int | None = None, trend: bool = False
) -> pd.DataFrame:
    """Estimate how far a series is higher from a year on, with three intervals of 95 %.

    Parameters
    ----------
    values : pandas.Series
        Values by year, without a gap.
    at : int, default 2005
        First year that counts as after.
    window : int, optional
        Years to take on either side, or as many as there are. By default all.
    trend : bool, default False
        Compare straight lines on either side where they meet the year `at`, instead of means.

    Returns
    -------
    pandas.DataFrame
        A row for each ``interval``, with the ``estimate`` in the unit of the series, the ends
        ``low`` and ``high``, and the number of years ``before`` and ``after``. "usual" takes
        each year to be independent of the last, and keeps its promise only where there is no
        autocorrelation. "Newey-West" allows for it, and is made for long series. "wide" is the
        widest over autocorrelations from 0 to 0.9.

    Raises
    ------
    TypeError
        If it is no series, a year or a span no number, or trend neither True nor False.
    ValueError
        If a year is missing, a value is no number, all values are equal, or too few years lie
        on one side.

    Notes
    -----
    The three are least squares; the same with errors after Newey and West (1987), A Simple,
    Positive Semi-definite, Heteroskedasticity and Autocorrelation Consistent Covariance Matrix,
    Econometrica 55(3), 703-708, https://doi.org/10.2307/1913610, with the lag that is usual for
    the length and a correction for few years; and generalised least squares for an
    autoregression of the first order whose strength is not known. `interval_coverage` shows how
    often each holds the truth. Lines on either side of a break are those of an interrupted time
    series: Bernal, Cummins and Gasparrini (2017), Interrupted time series regression for the
    evaluation of public health interventions: a tutorial, International Journal of Epidemiology
    46(1), 348-355, https://doi.org/10.1093/ije/dyw098.

    Examples
    --------
    >>> import track2lib as t2
    >>> found = t2.impact.estimate_change(t2.impact.load_series("un-agreement-final"), 2005, window=8)
    >>> found["estimate"].round(3).tolist()
    [-0.089, -0.089, -0.089]
    """
    a_switch(trend, "trend")
    used = around(values, at, window, least=LEAST + trend)
    found = change_in(used, at, trend=trend)
    before_after = (found["before"], found["after"])
    rows = [(name, found["estimate"], *found[name], *before_after) for name in INTERVALS]
    return pd.DataFrame(rows, columns=["interval", "estimate", "low", "high", "before", "after"])


def change_in(used: pd.Series, at: int, *, trend: bool) -> dict[str, Any]:
    """Estimate the change within the years that `series.around` has taken.

    Parameters
    ----------
    used : pandas.Series
        Values by year.
    at : int
        First year that counts as after.
    trend : bool
        Whether straight lines are compared, instead of means.

    Returns
    -------
    dict
        The ``estimate``, low and high of each interval, and the number of years ``before`` and
        ``after``.

    Raises
    ------
    NothingVariesError
        If the values fit without any error.
    """
    before = int((used.index < at).sum())
    after = len(used) - before
    found = estimates(used.to_numpy()[None], design(before, after, trend=trend))
    low, high = found["usual"][0]
    # What is left of exact arithmetic is no error from which one could infer anything.
    if high - low <= 1e-9 * used.abs().max():
        raise NothingVariesError(
            f"Around {at} the values fit without any error, so that none can be estimated. "
            "Take more years."
        )
    years = {"before": before, "after": after}
    return {name: own[0].tolist() for name, own in found.items()} | years


def design(before: int, after: int, *, trend: bool) -> np.ndarray:
    """Make the regressors of a break: a constant, the step, and a line on either side.

    Parameters
    ----------
    before, after : int
        Years on either side.
    trend : bool
        Whether there are lines, which are compared at the first year after.

    Returns
    -------
    numpy.ndarray of shape (before + after, 2 or 4)
        One row a year; the second column is the step.
    """
    # The first year after is 0, so that with lines the step is their distance there.
    year = np.arange(-before, after, dtype=float)
    step = (year >= 0).astype(float)
    columns = [np.ones_like(year), step]
    return np.column_stack([*columns, year, step * year] if trend else columns)


def estimates(values: np.ndarray, regressors: np.ndarray) -> dict[str, np.ndarray]:
    """Estimate the step in each of many series at once, with each kind of interval.

    Parameters
    ----------
    values : numpy.ndarray of shape (series, years)
        The series.
    regressors : numpy.ndarray of shape (years, columns)
        As `design` makes them.

    Returns
    -------
    dict of str to numpy.ndarray
        ``estimate`` of shape (series,), and an array of shape (series, 2) for each interval.
    """
    # Imported here, since scipy takes half a second, and most of the package does without.
    from scipy.special import stdtrit

    step, spread, errors, weights = _least_squares(values, regressors)
    years, columns = regressors.shape
    # How many standard errors an interval of 95 % reaches.
    reach = stdtrit(years - columns, 0.975)
    # What each year adds to the error of the step. Of independent years the squares alone count;
    # of others, the products with the years before as well, the fainter the further back.
    influence = errors * weights
    variance = (influence**2).sum(axis=1)
    # The usual rule of thumb for how many years back a year may lean.
    lags = int(4 * (years / 100) ** (2 / 9))
    for lag in range(1, lags + 1):
        products = (influence[:, lag:] * influence[:, :-lag]).sum(axis=1)
        variance += 2 * (1 - lag / (lags + 1)) * products
    # The correction for few years that statsmodels calls use_correction.
    robust = np.sqrt(variance * years / (years - columns))
    # How far years lean on each other cannot be told from so few. Whoever estimates it from them
    # finds too little, and intervals that are too short; so every strength is tried, and the
    # widest ends count.
    turned = _whitened(regressors.T).mT
    centre, own, _, _ = _least_squares(_whitened(values), turned)
    lowest, highest = (centre - reach * own).min(axis=0), (centre + reach * own).max(axis=0)
    return {
        "estimate": step,
        "usual": np.column_stack([step - reach * spread, step + reach * spread]),
        "Newey-West": np.column_stack([step - reach * robust, step + reach * robust]),
        "wide": np.column_stack([lowest, highest]),
    }


def _least_squares(
    values: np.ndarray, regressors: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Give the step, its standard error, the residuals, and the weights that make the step."""
    # One inverse serves all series, which share their years.
    inverse = np.linalg.pinv(regressors)
    errors = values - values @ inverse.mT @ regressors.mT
    years, columns = regressors.shape[-2:]
    variance = (errors**2).sum(axis=-1) / (years - columns)
    weights = inverse[..., 1, :]
    spread = np.sqrt(variance * np.vecdot(weights, weights)[..., None])
    return np.matvec(values, weights), spread, errors, weights


def _whitened(rows: np.ndarray) -> np.ndarray:
    """Take from each year what it would owe to the last one, for each strength of leaning."""
    leaning = LEANING[:, None, None]
    # The first year has none before it; scaled so, it varies as much as the others (Prais-Winsten).
    first = np.sqrt(1 - leaning**2) * rows[:, :1]
    return np.concatenate([first, rows[:, 1:] - leaning * rows[:, :-1]], axis=-1)
