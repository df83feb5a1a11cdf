"""How often the intervals for a change hold the truth, for series as short as these."""

import math
from collections.abc import Sequence
from concurrent.futures import Executor
from functools import partial

import numpy as np
import pandas as pd

from track2lib.impact.change import INTERVALS, design, estimates
from track2lib.impact.chunks import Seed, in_chunks
from track2lib.impact.series import LEAST

__all__ = ["interval_coverage"]

CHUNK = 50_000  # numbers in one chunk; with the seed, it fixes the numbers that are drawn
SHUFFLES = 999  # with the real order, 1,000: so that 0.05 is met exactly


def interval_coverage(
    before: int = 8,
    after: int = 8,
    *,
    leaning: Sequence[float] = (0, 0.3, 0.6, 0.9),
    trend: bool = False,
    draws: int = 2000,
    seed: int = 1,
    executor: Executor | None = None,
) -> pd.DataFrame:
    """Count how often each interval of 95 % holds the truth, for series as short as these.

    Parameters
    ----------
    before, after : int, default 8
        Years on either side of the break.
    leaning : sequence of float, default (0, 0.3, 0.6, 0.9)
        How strongly a year leans on the one before it: the correlation of neighbouring years.
    trend : bool, default False
        Whether straight lines are compared, instead of means.
    draws : int, default 2000
        How many series are imagined for each.
    seed : int, default 1
        Seed of the random numbers.
    executor : concurrent.futures.Executor, optional
        Where to compute. By default here.

    Returns
    -------
    pandas.DataFrame
        A row for each ``leaning`` and ``interval``, those of `estimate_change` and that of shuffled
        years (for means): ``coverage``, the share of imagined series whose interval holds the
        true change; ``error``, the standard error of that share; and ``width``, the median
        length, in standard deviations of a year. Shuffling gives no interval, so its coverage is
        the share of series for which the true change is not rejected.

    Raises
    ------
    ValueError
        If there are too few years, or the leaning does not lie between -1 and 1.

    Examples
    --------
    >>> import track2lib as t2
    >>> found = t2.impact.interval_coverage(leaning=[0.6], draws=500)
    >>> found.set_index("interval")["coverage"].round(1).to_dict()
    {'usual': 0.7, 'Newey-West': 0.7, 'wide': 1.0, 'shuffled years': 0.7}
    """
    if min(before, after) < LEAST + trend:
        raise ValueError(f"{LEAST + trend} years or more are needed on either side.")
    rows = []
    for rho in leaning:
        if not -1 < rho < 1:
            raise ValueError(f"leaning={rho}: a correlation lies between -1 and 1.")
        draw = partial(_tried, before=before, after=after, leaning=rho, trend=trend)
        chunk = max(CHUNK // (before + after), 1)
        found = in_chunks(draw, draws, chunk=chunk, seed=seed, executor=executor)
        for name in found[0]:
            held, width = np.concatenate([part[name] for part in found], axis=1)
            share = held.mean()
            error = math.sqrt(share * (1 - share) / draws)
            rows.append((rho, name, share, error, np.median(width)))
    return pd.DataFrame(rows, columns=["leaning", "interval", "coverage", "error", "width"])


def _tried(
    count: int, seed: Seed, *, before: int, after: int, leaning: float, trend: bool
) -> dict[str, np.ndarray]:
    """Imagine series without a change; say for each interval whether it holds 0, and its length."""
    rng = np.random.default_rng(seed)
    years = before + after
    series = rng.standard_normal((count, years))
    # What is new in a year is made smaller as more is owed to the last one, so that every year
    # varies as much, and widths can be compared between strengths of leaning.
    fresh = math.sqrt(1 - leaning**2)
    for year in range(1, years):
        series[:, year] = leaning * series[:, year - 1] + fresh * series[:, year]
    found = estimates(series, design(before, after, trend=trend))
    tried = {}
    for name in INTERVALS:
        low, high = found[name].T
        tried[name] = np.stack([(low <= 0) & (high >= 0), high - low])
    if not trend:
        # One set of shuffles serves all series: each weighs its years by it.
        order = np.repeat([-1 / before, 1 / after], [before, after])
        weights = rng.permuted(np.tile(order, (SHUFFLES, 1)), axis=1)
        larger = (np.abs(series @ weights.T) >= np.abs(series @ order)[:, None]).sum(axis=1)
        # The real order is one of those that chance could have given.
        kept = (1 + larger) / (1 + SHUFFLES) > 0.05
        tried["shuffled years"] = np.stack([kept, np.full(count, np.nan)])
    return tried
