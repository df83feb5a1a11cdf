"""How often intervals around a change hold the truth, for series as short as these."""

import math
from collections.abc import Sequence
from concurrent.futures import Executor
from functools import partial

import numpy as np
import pandas as pd

from track2lib.impact.change import INTERVALS, design, estimates
from track2lib.impact.chunks import Seed, in_chunks
from track2lib.impact.coverage import held, share_held
from track2lib.impact.draws import sound_draws
from track2lib.impact.series import LEAST
from track2lib.records.asked import a_switch, members
from track2lib.records.asked_numbers import a_count, a_number

__all__ = ["interval_coverage"]

# In one chunk; with the seed, it fixes the numbers that are drawn.
NUMBERS = 50_000
SHUFFLES = 999  # with the real order, 1,000: so that 0.05 is met exactly
YEARS = 1000  # so many imagined years fit into the memory of a small machine


def interval_coverage(
    before: int = 8,
    after: int = 8,
    *,
    leaning: float | Sequence[float] = (0, 0.3, 0.6, 0.9),
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
    leaning : float or sequence of float, default (0, 0.3, 0.6, 0.9)
        How strongly a year leans on the one before it: the autocorrelation of the series, which is
        the correlation of neighbouring years.
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
    TypeError
        If something is not what it is to be, such as a number as text.
    ValueError
        If there are too few years, or the leaning does not lie between -1 and 1.

    Examples
    --------
    >>> import track2lib as t2
    >>> found = t2.impact.interval_coverage(leaning=[0.6], draws=500)
    >>> found.set_index("interval")["coverage"].round(1).to_dict()
    {'usual': 0.7, 'Newey-West': 0.7, 'wide': 1.0, 'shuffled years': 0.7}
    """
    a_switch(trend, "trend")
    before = a_count(before, "before", LEAST + trend, YEARS)
    after = a_count(after, "after", LEAST + trend, YEARS)
    each = members(leaning, "leaning", "[0, 0.6]", least=1)
    strengths = [a_number(one, "A part of leaning", -1, 1) for one in each]
    draws = sound_draws("draws", draws, seed, executor)
    names = INTERVALS if trend else (*INTERVALS, "shuffled years")
    rows = []
    for rho in dict.fromkeys(strengths):
        draw = partial(_series, before=before, after=after, leaning=rho, trend=trend)
        chunk = max(NUMBERS // (before + after), 1)
        tried = in_chunks(draw, draws, chunk=chunk, seed=seed, executor=executor)
        rows += [(rho, name, *share_held(own)) for name, own in zip(names, tried, strict=True)]
    return pd.DataFrame(rows, columns=["leaning", "interval", "coverage", "error", "width"])


def _series(
    count: int, seed: Seed, *, before: int, after: int, leaning: float, trend: bool
) -> np.ndarray:
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
    tried = [held(found[name], 0) for name in INTERVALS]
    if not trend:
        # One set of shuffles serves all series: each weighs its years by it.
        order = np.repeat([-1 / before, 1 / after], [before, after])
        weights = rng.permuted(np.tile(order, (SHUFFLES, 1)), axis=1)
        larger = (np.abs(series @ weights.T) >= np.abs(series @ order)[:, None]).sum(axis=1)
        # The real order is one of those that chance could have given.
        kept = (1 + larger) / (1 + SHUFFLES) > 0.05
        tried.append(np.stack([kept, np.full(count, np.nan)]))
    return np.stack(tried)
