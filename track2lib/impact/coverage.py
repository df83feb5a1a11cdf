"""How often the intervals hold the truth, for as few cases and series as short as these."""

import math
from collections.abc import Sequence
from concurrent.futures import Executor
from functools import partial

import numpy as np
import pandas as pd

from track2lib.impact.alpha import coincidences, jackknife, middle_95, weighed
from track2lib.impact.change import INTERVALS, design, estimates
from track2lib.impact.chunks import Seed, in_chunks
from track2lib.impact.draws import sound_draws
from track2lib.impact.rubric import CODES
from track2lib.impact.series import LEAST
from track2lib.records.asked import a_switch, members
from track2lib.records.asked_numbers import a_count, a_number

__all__ = ["agreement_coverage", "interval_coverage"]

# In one chunk; with the seed, they fix the numbers that are drawn: sets of codings, and numbers of
# series.
SETS, NUMBERS = 100, 50_000
# Fewer than `agreement` takes: over thousands of sets the luck of the resamples evens out.
RESAMPLES = 300
SHUFFLES = 999  # with the real order, 1,000: so that 0.05 is met exactly
# So many imagined decisions, or years, fit into the memory of a small machine.
DECISIONS, YEARS = 20_000, 1000
# By how much the alpha of a case may lie above or below that of all.
KINDS = {"alike": 0.0, "easy and hard": 0.35}


def agreement_coverage(
    cases: int = 8,
    contributions: int = 5,
    *,
    coders: int = 2,
    alpha: float = 0.6,
    draws: int = 2000,
    seed: int = 1,
    executor: Executor | None = None,
) -> pd.DataFrame:
    """Count how often each interval for Krippendorff's alpha holds the truth.

    Imagined coders see the true code of a unit with a chance that makes the true alpha what it
    is, and else choose blindly. In one world all cases are alike; in the other each case is
    easier to code or harder, by lot.

    Parameters
    ----------
    cases, contributions : int, default 8 and 5
        How many cases are coded, and on how many contributions each.
    coders : int, default 2
        How many code them.
    alpha : float, default 0.6
        True alpha, between 0 and 1.
    draws : int, default 2000
        How many sets of codings are imagined.
    seed : int, default 1
        Seed of the random numbers.
    executor : concurrent.futures.Executor, optional
        Where to compute. By default here.

    Returns
    -------
    pandas.DataFrame
        A row for each kind of ``cases`` and ``interval`` of `agreement`: ``coverage``, the share
        of intervals that hold the true alpha, among those that are defined; ``error``, its
        standard error; and the median ``width``.

    Raises
    ------
    TypeError
        If something is not what it is to be, such as a number as text.
    ValueError
        If there are fewer than three cases or two coders, or a number is out of its bounds.

    Examples
    --------
    >>> import track2lib as t2
    >>> found = t2.impact.agreement_coverage(draws=250)
    >>> (found["coverage"] > 0.6).all()
    np.True_
    """
    cases = a_count(cases, "cases", 3, DECISIONS)
    contributions = a_count(contributions, "contributions", 1, DECISIONS)
    coders = a_count(coders, "coders", 2, DECISIONS)
    if (decisions := cases * contributions * coders) > DECISIONS:
        raise ValueError(
            f"These are {decisions:,} decisions in a set of codings. Ask for {DECISIONS:,} at most."
        )
    alpha = a_number(alpha, "alpha", 0, 1)
    draws = sound_draws("draws", draws, seed, executor)
    rows = []
    for kind, most in KINDS.items():
        # No case can have an alpha below 0 or above 1.
        apart = min(most, alpha, 1 - alpha)
        draw = partial(
            _codings, cases=cases, parts=contributions, coders=coders, alpha=alpha, apart=apart
        )
        tried = in_chunks(draw, draws, chunk=SETS, seed=seed, executor=executor)
        for name, own in zip(("units drawn anew", "one case left out"), tried, strict=True):
            if np.isnan(own).all():
                raise ValueError("So few decisions never leave an interval. Ask for more of them.")
            rows.append((kind, name, *_coverage(own)))
    return pd.DataFrame(rows, columns=["cases", "interval", "coverage", "error", "width"])


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
        rows += [(rho, name, *_coverage(own)) for name, own in zip(names, tried, strict=True)]
    return pd.DataFrame(rows, columns=["leaning", "interval", "coverage", "error", "width"])


def _codings(
    count: int, seed: Seed, *, cases: int, parts: int, coders: int, alpha: float, apart: float
) -> np.ndarray:
    """Imagine codings; say for each interval whether it holds the true alpha, and its length."""
    rng = np.random.default_rng(seed)
    codes, units = len(CODES), cases * parts
    # Two coders agree beyond chance when both see the truth: alpha is the square of that chance.
    own = alpha + apart * rng.choice([-1, 1], size=(count, cases))
    chance = np.repeat(np.sqrt(own), parts, axis=1)[..., None]
    truth = rng.integers(codes, size=(count, units, 1))
    blind = rng.integers(codes, size=(count, units, coders))
    given = np.where(rng.random(blind.shape) < chance, truth, blind)
    often = (given[..., None] == np.arange(codes)).sum(axis=2)
    pairs = coincidences(often.reshape(-1, codes)).reshape(count, units, codes, codes)
    # One set of resamples serves all codings: each weighs its units by it.
    weights = rng.multinomial(units, np.full(units, 1 / units), size=RESAMPLES)
    by_case = pairs.reshape(count, cases, parts, codes, codes).sum(axis=2)
    both = (middle_95(weighed(weights, pairs)), jackknife(by_case, "nominal"))
    return np.stack([_held(ends, alpha) for ends in both])


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
    tried = [_held(found[name], 0) for name in INTERVALS]
    if not trend:
        # One set of shuffles serves all series: each weighs its years by it.
        order = np.repeat([-1 / before, 1 / after], [before, after])
        weights = rng.permuted(np.tile(order, (SHUFFLES, 1)), axis=1)
        larger = (np.abs(series @ weights.T) >= np.abs(series @ order)[:, None]).sum(axis=1)
        # The real order is one of those that chance could have given.
        kept = (1 + larger) / (1 + SHUFFLES) > 0.05
        tried.append(np.stack([kept, np.full(count, np.nan)]))
    return np.stack(tried)


def _held(ends: np.ndarray, truth: float) -> np.ndarray:
    """Say of each interval whether it holds the truth, and its length; no number if it is none."""
    low, high = ends.T
    width = high - low
    return np.stack([np.where(np.isfinite(width), (low <= truth) & (high >= truth), np.nan), width])


def _coverage(tried: np.ndarray) -> tuple[float, float, float]:
    """Give the share of intervals that hold the truth, its standard error, and the usual length."""
    held, width = tried[:, np.isfinite(tried[0])]
    share = held.mean()
    return share, math.sqrt(share * (1 - share) / len(held)), np.median(width)
