"""Krippendorff's alpha, of many sets of codings at once, and two intervals for it."""

from typing import Literal

import numpy as np

__all__ = ["Level", "alphas", "coincidences", "jackknife", "middle_95", "weighed"]

Level = Literal["nominal", "ordinal"]


def coincidences(counts: np.ndarray) -> np.ndarray:
    """Give each unit's coincidences: how often each pair of codes meets in it, weighted.

    Parameters
    ----------
    counts : numpy.ndarray of shape (units, codes)
        How many coders gave each code to each unit.

    Returns
    -------
    numpy.ndarray of shape (units, codes, codes)
        Their sum over the units is the coincidence matrix from which alpha is computed.
    """
    coded = counts.sum(axis=1)
    pairs = counts[:, :, None] * counts[:, None, :] - counts[:, :, None] * np.eye(counts.shape[1])
    # A unit that one coder has coded can be paired with nothing.
    return np.where(coded > 1, 1 / np.maximum(coded - 1, 1), 0)[:, None, None] * pairs


def alphas(matrices: np.ndarray, level: Level = "nominal") -> np.ndarray:
    """Compute alpha from each of many coincidence matrices at once.

    Parameters
    ----------
    matrices : numpy.ndarray of shape (many, codes, codes)
        Coincidence matrices, such as sums of `coincidences` over resampled units.
    level : {"nominal", "ordinal"}, default "nominal"
        How far apart two codes are.

    Returns
    -------
    numpy.ndarray of shape (many,)
        Alpha; not a number where one code stands everywhere.
    """
    totals = matrices.sum(axis=2)
    if level == "nominal":
        apart = 1 - np.eye(matrices.shape[1])[None]
    else:
        # The number of codings from one code to the other, half of those at either end.
        below = np.cumsum(totals, axis=1) - totals / 2
        apart = (below[:, :, None] - below[:, None, :]) ** 2
    seen = (matrices * apart).sum(axis=(1, 2))
    by_chance = (totals[:, :, None] * totals[:, None, :] * apart).sum(axis=(1, 2))
    with np.errstate(invalid="ignore", divide="ignore"):
        return 1 - (totals.sum(axis=1) - 1) * seen / by_chance


def weighed(weights: np.ndarray, pairs: np.ndarray, level: Level = "nominal") -> np.ndarray:
    """Compute alpha from units that are drawn anew, each as often as its weight says.

    Parameters
    ----------
    weights : numpy.ndarray of shape (resamples, units)
        How often each resample has each unit.
    pairs : numpy.ndarray of shape (..., units, codes, codes)
        The units' `coincidences`, of one set of codings or of many.
    level : {"nominal", "ordinal"}, default "nominal"
        How far apart two codes are.

    Returns
    -------
    numpy.ndarray of shape (..., resamples)
        Alpha; not a number where one code stands everywhere.
    """
    *many, units, codes, _ = pairs.shape
    if level == "ordinal" or (pairs != np.rint(pairs)).any():
        matrices = weights @ pairs.reshape(*many, units, codes**2)
        return alphas(matrices.reshape(-1, codes, codes), level).reshape(*many, -1)
    # Of two coders the coincidences are whole numbers, whose sums are exact in any order. So the
    # codes and the equal pairs of a resample lead to the same alpha, to the last digit, in a
    # fraction of the time that whole matrices take.
    equal = np.trace(pairs, axis1=-2, axis2=-1)
    # In one product for each set of codings: so small a one is not split among threads, which
    # would wait for each other longer than they compute.
    each = np.concatenate([pairs.sum(axis=-1), equal[..., None]], axis=-1).swapaxes(-1, -2)
    drawn = each @ weights.T
    totals, equal = drawn[..., :-1, :], drawn[..., -1, :]
    size = totals.sum(axis=-2)
    with np.errstate(invalid="ignore", divide="ignore"):
        return 1 - (size - 1) * (size - equal) / (size**2 - (totals**2).sum(axis=-2))


def middle_95(drawn: np.ndarray) -> np.ndarray:
    """Give the ends of the middle 95 % of the alphas of resamples.

    Parameters
    ----------
    drawn : numpy.ndarray of shape (many, resamples)
        Alpha of each resample, for each of many sets of codings.

    Returns
    -------
    numpy.ndarray of shape (many, 2)
        Low and high, of the alphas that are numbers; not a number where none is.
    """
    ends = np.full((len(drawn), 2), np.nan)
    # Sorting puts what is no number last. Rows with as many numbers go together, since
    # numpy.nanquantile takes one row after the other and is many times slower.
    drawn = np.sort(drawn, axis=1)
    counts = (~np.isnan(drawn)).sum(axis=1)
    for count in np.unique(counts[counts > 0]):
        own = counts == count
        ends[own] = np.quantile(drawn[own, :count], [0.025, 0.975], axis=1).T
    return ends


def jackknife(by_case: np.ndarray, level: Level) -> np.ndarray:
    """Give wide intervals of 95 % for alpha from leaving out one case after another.

    Where few decisions differ, those at hand say too little of the others. So the cases are taken
    once as they are, and once beside an imagined one on which the coders agree no more than by
    chance; the wider ends count.

    Parameters
    ----------
    by_case : numpy.ndarray of shape (many, cases, codes, codes)
        The coincidences of each case, for each of many sets of codings.
    level : {"nominal", "ordinal"}
        How far apart two codes are.

    Returns
    -------
    numpy.ndarray of shape (many, 2)
        Low and high; not a number where fewer than three cases leave an alpha.
    """
    # Of two cases one is left, and no spread can be taken from it.
    if by_case.shape[1] < 3:
        return np.full((len(by_case), 2), np.nan)
    totals = by_case.sum(axis=(1, 3))
    codings = totals.sum(axis=1)[:, None, None]
    by_chance = totals[:, :, None] * totals[:, None, :] / np.maximum(codings, 1)
    imagined = by_chance[:, None] / by_case.shape[1]  # of the size of a usual case
    plain = _left_out(by_case, level)
    beside = _left_out(np.concatenate([by_case, imagined], axis=1), level)
    return np.column_stack([np.minimum(plain, beside)[:, 0], np.maximum(plain, beside)[:, 1]])


def _left_out(by_case: np.ndarray, level: Level) -> np.ndarray:
    """Give the interval of the jackknife, with Student's t."""
    from scipy.special import stdtrit

    many, cases, *square = by_case.shape
    whole = by_case.sum(axis=1)
    without = (whole[:, None] - by_case).reshape(many * cases, *square)
    parts = alphas(without, level).reshape(many, cases)
    # What each case adds: far from the others', where all hangs on that one case.
    pseudo = cases * alphas(whole, level)[:, None] - (cases - 1) * parts
    # Without the case that held the only other code there is no alpha.
    known = np.isfinite(pseudo)
    count = known.sum(axis=1)
    pseudo = np.where(known, pseudo, 0)
    with np.errstate(invalid="ignore", divide="ignore"):
        middle = pseudo.sum(axis=1) / count
        squares = (np.where(known, pseudo - middle[:, None], 0) ** 2).sum(axis=1)
        reach = stdtrit(count - 1, 0.975) * np.sqrt(squares / (count - 1) / count)
    # Alpha has no bound below, and never exceeds 1.
    ends = np.column_stack([middle - reach, np.minimum(middle + reach, 1)])
    return np.where((count < 3)[:, None], np.nan, ends)
