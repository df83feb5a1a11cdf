"""How often the intervals for agreement hold the truth, for as few cases as these."""

import math
from concurrent.futures import Executor
from functools import partial

import numpy as np
import pandas as pd

from track2lib.impact.alpha import coincidences, weighed
from track2lib.impact.alpha_intervals import jackknife, middle_95
from track2lib.impact.chunks import Seed, in_chunks
from track2lib.impact.codings import CODES

__all__ = ["agreement_coverage"]

# Sets of codings in one chunk; with the seed, it fixes the numbers that are drawn.
CHUNK = 100
# Fewer than `agreement` takes: over thousands of sets the luck of the resamples evens out.
RESAMPLES = 300
# By how much the alpha of a case may lie above or below that of all.
KINDS = {"alike": 0.0, "easy and hard": 0.35}
INTERVALS = ("units drawn anew", "one case left out")


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
    ValueError
        If there are fewer than three cases or two coders, or alpha is out of range.

    Examples
    --------
    >>> import track2lib as t2
    >>> found = t2.impact.agreement_coverage(draws=250)
    >>> (found["coverage"] > 0.6).all()
    np.True_
    """
    if cases < 3 or contributions < 1 or coders < 2:
        raise ValueError("Three cases, one contribution and two coders are the least.")
    if not 0 < alpha < 1:
        raise ValueError(f"alpha={alpha}: give a number between 0 and 1.")
    rows = []
    for kind, most in KINDS.items():
        # No case can have an alpha below 0 or above 1.
        apart = min(most, alpha, 1 - alpha)
        draw = partial(
            _tried, cases=cases, parts=contributions, coders=coders, alpha=alpha, apart=apart
        )
        chunks = in_chunks(draw, draws, chunk=CHUNK, seed=seed, executor=executor)
        found = np.concatenate(chunks, axis=1)
        for name, pair in zip(INTERVALS, found, strict=True):
            low, high = pair.T
            # Where all coders gave one code to all, there is no interval that could hold anything.
            known = np.isfinite(low) & np.isfinite(high)
            if not known.any():
                raise ValueError("So few decisions never leave an interval. Ask for more of them.")
            share = float(((low <= alpha) & (high >= alpha))[known].mean())
            error = math.sqrt(share * (1 - share) / known.sum())
            rows.append((kind, name, share, error, float(np.median((high - low)[known]))))
    return pd.DataFrame(rows, columns=["cases", "interval", "coverage", "error", "width"])


def _tried(
    count: int, seed: Seed, *, cases: int, parts: int, coders: int, alpha: float, apart: float
) -> np.ndarray:
    """Imagine codings; give low and high of both intervals for each."""
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
    return np.stack([middle_95(weighed(weights, pairs)), jackknife(by_case, "nominal")])
