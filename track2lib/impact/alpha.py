"""Krippendorff's alpha, of many sets of codings at once."""

from typing import Literal

import numpy as np

__all__ = ["Level", "alphas", "coincidences", "weighed"]

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
