"""Two intervals for alpha: from units drawn anew, and from leaving out one case after another."""

import numpy as np

from track2lib.impact.alpha import Level, alphas

__all__ = ["jackknife", "middle_95"]


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
    low, high = np.minimum(plain, beside)[:, 0], np.maximum(plain, beside)[:, 1]
    return np.column_stack([low, high])


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
