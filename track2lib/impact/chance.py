"""What other years and shuffled years give, to hold the change at one year against."""

import math
from concurrent.futures import Executor
from functools import partial

import numpy as np
import pandas as pd
from numpy.lib.stride_tricks import sliding_window_view

from track2lib.impact.chunks import Seed, in_chunks
from track2lib.impact.draws import sound_draws
from track2lib.impact.series import LEAST, LONGEST, around
from track2lib.records.asked_numbers import a_count, a_year

__all__ = ["permutation_test", "placebo"]

CHUNK = 50_000  # numbers in one chunk; with the seed, it fixes the shuffles


def placebo(values: pd.Series, at: int = 2005, *, window: int = 8) -> pd.DataFrame:
    """Rank the change at a year among the changes at other years.

    A change at another year is something to compare with only if it holds nothing of the one in
    question. Where the years before and after it reach across that one, the change is computed
    and not ranked.

    Parameters
    ----------
    values : pandas.Series
        Values by year, without a gap.
    at : int, default 2005
        The year in question, the first that counts as after.
    window : int, default 8
        Years on either side.

    Returns
    -------
    pandas.DataFrame
        A row for each year that has `window` years on both sides: ``year``, ``estimate`` (mean
        after less mean before, in the unit of the series), ``asked``, true for the year in
        question, and ``clean``, true for a year whose own years all lie before that one, or all
        from it on. Of the clean years and the one in question: the ``rank`` by size from 1, the
        largest, and the ``share`` (rank divided by their number); missing for the others. And
        ``smallest``, the smallest share that so many years could ever give.

    Raises
    ------
    TypeError
        If it is no series, or a year or a span is no number.
    ValueError
        If the years do not do, or the year in question has too few on one side.

    Notes
    -----
    Nobody drew the year by lot, and neighbouring years share most of their data: the share is a
    description, and no p-value. Other years as placebos, from before the one in question: Abadie, Diamond and Hainmueller
    (2015), Comparative Politics and the Synthetic Control Method, American Journal of Political
    Science 59(2), 495-510, https://doi.org/10.1111/ajps.12116.

    Examples
    --------
    >>> import track2lib as t2
    >>> ranked = t2.impact.placebo(t2.impact.load_series("visas-students"), 2005)
    >>> ranked["smallest"].round(2).unique().tolist()
    [0.17]
    """
    at, window = a_year(at, "at"), a_count(window, "window", LEAST, LONGEST)
    around(values, at, window, least=window)
    # The years compared may be few, and still the whole series is needed to compare them with.
    known = around(values, at, None)
    means = sliding_window_view(known.to_numpy(), window).mean(axis=1)
    years = known.index[window : len(known) - window + 1]
    ranked = pd.DataFrame({"year": [*years], "estimate": means[window:] - means[:-window]})
    ranked["asked"] = ranked["year"] == at
    # The last of its years, or the first one, tells whether they reach across.
    ranked["clean"] = (ranked["year"] + window <= at) | (ranked["year"] - window >= at)
    counted = ranked["clean"] | ranked["asked"]
    # Equal changes share the worse rank, so that a tie never looks like more than it is.
    size = ranked["estimate"].abs().round(12).where(counted)
    ranked["rank"] = size.rank(ascending=False, method="max").astype("Int64")
    ranked["share"] = ranked["rank"].astype(float) / counted.sum()
    ranked["smallest"] = 1 / counted.sum()
    ranked.attrs = values.attrs
    return ranked


def permutation_test(
    values: pd.Series,
    at: int = 2005,
    *,
    window: int | None = None,
    permutations: int = 10_000,
    seed: int = 1,
    executor: Executor | None = None,
) -> pd.Series:
    """Compare the change at a year with what shuffled years give.

    Parameters
    ----------
    values : pandas.Series
        Values by year, without a gap.
    at : int, default 2005
        First year that counts as after.
    window : int, optional
        Years to take on either side, or as many as there are. By default all.
    permutations : int, default 10000
        How often the years are shuffled.
    seed : int, default 1
        Seed of the random numbers.
    executor : concurrent.futures.Executor, optional
        Where to compute the shuffles. By default here.

    Returns
    -------
    pandas.Series
        ``difference`` of the means, after less before; ``p``, the share of shuffles, with the
        real order among them, whose difference is at least as large either way; and
        ``smallest``, the smallest p that so many years could ever give, or so many shuffles.

    Raises
    ------
    TypeError
        If it is no series, or something else is not what it is to be.
    ValueError
        If the years do not do, or a number is out of its bounds.

    Notes
    -----
    The test is right where years can be exchanged. With autocorrelation they cannot, and it finds a
    change too often: `interval_coverage` shows how often. The p is that of Phipson and Smyth
    (2010), Permutation P-values Should Never Be Zero: Calculating Exact P-values When
    Permutations Are Randomly Drawn, Statistical Applications in Genetics and Molecular Biology
    9(1), 39, https://doi.org/10.2202/1544-6115.1585.

    Examples
    --------
    >>> import track2lib as t2
    >>> exports = t2.impact.load_series("us-exports")
    >>> t2.impact.permutation_test(exports, 2005, window=8).round(3)["smallest"]
    np.float64(0.0)
    """
    permutations = sound_draws("permutations", permutations, seed, executor)
    used = around(values, at, window)
    after = int((used.index >= at).sum())
    numbers = used.to_numpy(dtype=float)
    real = _difference(numbers[None], after)[0]
    # A shuffle that gives the real difference anew may be off in its last digit, and counts.
    draw = partial(_as_large, numbers=numbers, after=after, least=abs(real) * (1 - 1e-12))
    chunk = max(CHUNK // len(used), 1)
    count = in_chunks(draw, permutations, chunk=chunk, seed=seed, executor=executor).sum()
    # With as many years on either side, each order has a mirror image of the same size.
    orders = math.comb(len(used), after) / (2 if 2 * after == len(used) else 1)
    smallest = max(1 / orders, 1 / (1 + permutations))
    # Of few years, shuffles may by luck miss orders that are there.
    p = max((1 + count) / (1 + permutations), smallest)
    return pd.Series({"difference": real, "p": p, "smallest": smallest})


def _difference(series: np.ndarray, after: int) -> np.ndarray:
    """Give the mean of the last values less that of the others, for each series."""
    return series[:, -after:].mean(axis=1) - series[:, :-after].mean(axis=1)


def _as_large(
    count: int, seed: Seed, *, numbers: np.ndarray, after: int, least: float
) -> np.ndarray:
    """Shuffle so many times, and tell of each difference whether it is at least so large."""
    shuffled = np.random.default_rng(seed).permuted(np.tile(numbers, (count, 1)), axis=1)
    return np.abs(_difference(shuffled, after)) >= least
