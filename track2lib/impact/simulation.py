"""Imagined talks: what an observer makes of them when failures, and most successes, stay quiet."""

from concurrent.futures import Executor
from functools import partial

import numpy as np
import pandas as pd

from track2lib.impact.chunks import Seed, in_chunks
from track2lib.impact.draws import sound_draws
from track2lib.records.asked_numbers import a_count, a_number

__all__ = ["READERS", "simulate"]

READERS = ("every outcome is known", "only what is told counts", "silence counts as no change")
# Cases of one world that a laptop holds several times.
MOST = 1_000_000
# Standard deviations, or years, beyond which an effect is a slip of the hand.
FAR = 1000
# Dialogues in one chunk; with the seed, it fixes the numbers that are drawn.
CHUNK = 50_000
YEARS = 5  # between the talks and the look at them
NORMAL_95 = 1.959964


def simulate(
    cases: int = 100,
    *,
    effect: float = 0.5,
    disclosure: float = 0.3,
    selection: float = 0.0,
    lag: float = 0.0,
    worlds: int = 1000,
    seed: int = 1,
    executor: Executor | None = None,
) -> pd.DataFrame:
    """Let observers estimate the effect of imagined talks, in many imagined worlds.

    In each world there are `cases` dialogues, and as many cases without talks to compare them
    with. How the relationship changes is noise with a standard deviation of 1, which is the unit
    of everything here. Cases with talks would have changed by `selection` more in any event; when
    the effect of the talks has arrived, it is added. An outcome above 0 is a success. A success
    is told with the chance `disclosure`, anything else never. The look is taken after 5 years.

    Parameters
    ----------
    cases : int, default 100
        Dialogues in a world.
    effect : float, default 0.5
        True effect of a dialogue, once it has arrived, in standard deviations of the outcome.
    disclosure : float, default 0.3
        Chance that a success is told, from 0 to 1.
    selection : float, default 0.0
        By how much the cases with talks were easier, in standard deviations of the outcome.
    lag : float, default 0.0
        Mean time until the effect arrives, in years; the time is exponential.
    worlds : int, default 1000
        How many worlds are drawn.
    seed : int, default 1
        Seed of the random numbers; the same seed gives the same worlds wherever they are drawn.
    executor : concurrent.futures.Executor, optional
        Where to compute, such as a process pool or that of a Dask client. By default here.

    Returns
    -------
    pandas.DataFrame
        A row for each world and reader: ``world``, ``reader``, the reader's ``estimate`` of the
        effect with the ends ``low`` and ``high`` of a usual 95 % interval, and ``truth``. Where
        nothing was told, a reader of what is told has no estimate.

    Raises
    ------
    TypeError
        If something is not what it is to be, such as a number as text.
    ValueError
        If a number is out of its range or not a number, or more is asked for than the memory holds.

    Notes
    -----
    Without selection and lag, the mean of what is told is that of a normal outcome cut off at
    0, effect + phi(effect) / Phi(effect): see Heckman (1979), Sample Selection Bias as a
    Specification Error, Econometrica 47(1), 153-161, https://doi.org/10.2307/1912352.

    Examples
    --------
    >>> import track2lib as t2
    >>> worlds = t2.impact.simulate(cases=200, worlds=50)
    >>> worlds.groupby("reader", sort=False)["estimate"].mean().round(1).tolist()
    [0.5, 1.0, 0.2]
    """
    cases, worlds = a_count(cases, "cases", 2, MOST), sound_draws("worlds", worlds, seed, executor)
    effect = a_number(effect, "effect", -FAR, FAR, ends=True)
    selection = a_number(selection, "selection", -FAR, FAR, ends=True)
    disclosure = a_number(disclosure, "disclosure", 0, 1, ends=True)
    lag = a_number(lag, "lag", 0, FAR, ends=True)
    draw = partial(
        _worlds, cases=cases, effect=effect, disclosure=disclosure, selection=selection, lag=lag
    )
    chunk = max(CHUNK // cases, 1)
    estimates, errors = in_chunks(draw, worlds, chunk=chunk, seed=seed, executor=executor)
    return pd.DataFrame(
        {
            "world": np.repeat(np.arange(worlds), len(READERS)),
            "reader": READERS * worlds,
            "estimate": estimates,
            "low": estimates - NORMAL_95 * errors,
            "high": estimates + NORMAL_95 * errors,
            "truth": float(effect),
        }
    )


def _worlds(
    n: int, seed: Seed, cases: int, effect: float, disclosure: float, selection: float, lag: float
) -> np.ndarray:
    """Draw some worlds; give the estimates of the readers of each, and their standard errors."""
    rng = np.random.default_rng(seed)
    shape = (n, cases)
    # The same numbers whatever the settings, so that moving one changes the chance, not the luck.
    without = rng.standard_normal(shape)
    talks = rng.standard_normal(shape)
    wait = rng.standard_exponential(shape)
    mouth = rng.random(shape)
    # An outcome that is told is one above 0 whose mouth opens; with no lag all has arrived.
    # In place: these tables are the largest things in the package.
    talks += selection + effect * (wait * lag <= YEARS)
    # What is not told is 0 here, which is what a reader puts who takes silence for no change.
    told = talks * ((mouth < disclosure) & (talks > 0))
    heard = np.count_nonzero(told, axis=1)
    base, base_error = _mean(without, cases)
    # Whoever hears of nothing, or of one success only, divides by 0 and has no estimate, or no
    # interval.
    with np.errstate(invalid="ignore", divide="ignore"):
        found = [_mean(talks, cases), _mean(told, heard), _mean(told, cases)]
    estimates = np.stack([mean - base for mean, _ in found], axis=1)
    errors = np.sqrt(np.stack([error + base_error for _, error in found], axis=1))
    return np.stack([estimates.ravel(), errors.ravel()])


def _mean(values: np.ndarray, count: int | np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Give the mean of each row over `count` cells, and the variance of that mean."""
    mean = values.sum(axis=1) / count
    # Without a table of squares, which would be as large as all the worlds.
    square = np.einsum("ij,ij->i", values, values) / count
    return mean, (square - mean**2) / (count - 1)
