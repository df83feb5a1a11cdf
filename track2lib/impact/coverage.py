"""How often the intervals for agreement hold the truth, for as few cases as these."""

import math
from collections.abc import Sequence
from concurrent.futures import Executor
from functools import partial

import numpy as np
import pandas as pd

from track2lib.impact.alpha import coincidences, jackknife, middle_95, weighed
from track2lib.impact.chunks import Seed, in_chunks
from track2lib.impact.draws import sound_draws
from track2lib.impact.rubric import CODES
from track2lib.records.asked import members
from track2lib.records.asked_numbers import a_count, a_number

__all__ = ["agreement_coverage", "held", "share_held"]

# In one chunk; with the seed, it fixes the numbers that are drawn.
SETS = 100
# Fewer than `agreement` takes: over thousands of sets the luck of the resamples evens out.
RESAMPLES = 300
# So many imagined decisions fit into the memory of a small machine.
DECISIONS = 20_000
# Of how many decisions a share may be counted.
MOST = 1_000_000
# By how much the alpha of a case may lie above or below that of all.
KINDS = {"alike": 0.0, "easy and hard": 0.35}
COLUMNS = ["cases", "interval", "coverage", "error", "width", "defined"]


def agreement_coverage(
    cases: int = 8,
    contributions: int = 5,
    *,
    coders: int = 2,
    alpha: float = 0.6,
    shares: Sequence[float] = (1,) * len(CODES),
    draws: int = 2000,
    seed: int = 1,
    executor: Executor | None = None,
) -> pd.DataFrame:
    """Count how often each interval for Krippendorff's alpha holds the truth.

    Imagined coders see the true code of a unit with a chance that makes the true alpha what it
    is, and else choose blindly, each code as often as it is true. In one world all cases are
    alike; in the other each case is easier to code or harder, by lot.

    A promise holds for the settings in which it was tried, and for no others: where one code is
    by far the most frequent, or alpha is low, few decisions say little, and no interval here
    keeps it. So set `shares` to those of your own codes before you trust an interval.

    Parameters
    ----------
    cases, contributions : int, default 8 and 5
        How many cases are coded, and on how many contributions each.
    coders : int, default 2
        How many code them.
    alpha : float, default 0.6
        True alpha, between 0 and 1.
    shares : sequence of float, default (1, 1, 1, 1, 1)
        How often each code is the true one, as counts or as shares: ``(13, 3)`` for two codes of
        which one is given 13 times in 16. By default five codes, each as often as the others.
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
        standard error; the median ``width``; and ``defined``, the share of sets of codings that
        have an interval at all, which those in which one code stands everywhere have not.

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
    counted = members(shares, "shares", "[13, 3]", least=2)
    often = np.array([a_number(one, "A part of shares", 0, MOST) for one in counted])
    draws = sound_draws("draws", draws, seed, executor)
    rows = []
    for kind, most in KINDS.items():
        # No case can have an alpha below 0 or above 1.
        apart = min(most, alpha, 1 - alpha)
        draw = partial(
            _codings,
            cases=cases,
            parts=contributions,
            coders=coders,
            alpha=alpha,
            apart=apart,
            shares=often / often.sum(),
        )
        tried = in_chunks(draw, draws, chunk=SETS, seed=seed, executor=executor)
        for name, own in zip(("units drawn anew", "one case left out"), tried, strict=True):
            if np.isnan(own).all():
                raise ValueError("So few decisions never leave an interval. Ask for more of them.")
            rows.append((kind, name, *share_held(own), np.isfinite(own[0]).mean()))
    return pd.DataFrame(rows, columns=COLUMNS)


def _codings(
    count: int,
    seed: Seed,
    *,
    cases: int,
    parts: int,
    coders: int,
    alpha: float,
    apart: float,
    shares: np.ndarray,
) -> np.ndarray:
    """Imagine codings; say for each interval whether it holds the true alpha, and its length."""
    rng = np.random.default_rng(seed)
    codes, units = len(shares), cases * parts
    # Two coders agree beyond chance when both see the truth: alpha is the square of that chance.
    own = alpha + apart * rng.choice([-1, 1], size=(count, cases))
    chance = np.repeat(np.sqrt(own), parts, axis=1)[..., None]
    # Whoever sees nothing takes each code as often as it is true, and not all of them alike.
    truth = rng.choice(codes, size=(count, units, 1), p=shares)
    blind = rng.choice(codes, size=(count, units, coders), p=shares)
    given = np.where(rng.random(blind.shape) < chance, truth, blind)
    often = (given[..., None] == np.arange(codes)).sum(axis=2)
    pairs = coincidences(often.reshape(-1, codes)).reshape(count, units, codes, codes)
    # One set of resamples serves all codings: each weighs its units by it.
    weights = rng.multinomial(units, np.full(units, 1 / units), size=RESAMPLES)
    by_case = pairs.reshape(count, cases, parts, codes, codes).sum(axis=2)
    both = (middle_95(weighed(weights, pairs)), jackknife(by_case, "nominal"))
    return np.stack([held(ends, alpha) for ends in both])


def held(ends: np.ndarray, truth: float) -> np.ndarray:
    """Say of each interval whether it holds the truth, and its length.

    Parameters
    ----------
    ends : numpy.ndarray of shape (many, 2)
        Low and high; not a number where there is no interval.
    truth : float
        What is to be held.

    Returns
    -------
    numpy.ndarray of shape (2, many)
        1 or 0, and the length; not a number where there is no interval.

    Examples
    --------
    >>> held(np.array([[0.0, 1.0], [2.0, 4.0]]), 0.5).tolist()
    [[1.0, 0.0], [1.0, 2.0]]
    """
    low, high = ends.T
    width = high - low
    return np.stack([np.where(np.isfinite(width), (low <= truth) & (high >= truth), np.nan), width])


def share_held(tried: np.ndarray) -> tuple[float, float, float]:
    """Give the share of intervals that hold the truth, its standard error, and the usual length.

    Parameters
    ----------
    tried : numpy.ndarray of shape (2, many)
        What `held` gives.

    Returns
    -------
    tuple of float
        Of the intervals that there are.

    Examples
    --------
    >>> share_held(np.array([[1.0, 0.0, np.nan], [1.0, 2.0, np.nan]]))[0]
    np.float64(0.5)
    """
    holds, width = tried[:, np.isfinite(tried[0])]
    share = holds.mean()
    return share, math.sqrt(share * (1 - share) / len(holds)), np.median(width)
