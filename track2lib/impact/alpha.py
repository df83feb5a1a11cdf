"""How far coders agree: Krippendorff's alpha with an interval, and percent agreement."""

from collections.abc import Sequence
from concurrent.futures import Executor
from functools import partial
from typing import Literal, get_args

import numpy as np
import pandas as pd

from track2lib.impact.chunks import in_chunks
from track2lib.impact.codings import CODES, UNIT, UNORDERED, usable

__all__ = ["agreement", "alphas", "coincidences", "jackknife"]

Level = Literal["nominal", "ordinal"]

CHUNK = 500
ALL = "all"


def agreement(
    codings: pd.DataFrame,
    *,
    level: Level = "nominal",
    codes: Sequence[str] = tuple(CODES),
    unordered: Sequence[str] = UNORDERED,
    resamples: int = 2000,
    seed: int = 1,
    executor: Executor | None = None,
) -> pd.DataFrame:
    """Measure how far coders agree, over everything and for each contribution.

    Parameters
    ----------
    codings : pandas.DataFrame
        Decisions of two coders or more, as ``load_codings()`` gives them: ``coder``, ``dialogue_id``,
        ``construct_id``, ``code``. A decision that is missing, or empty, is left out.
    level : {"nominal", "ordinal"}, default "nominal"
        Whether codes only differ, or stand in an order, so that some differ more than others.
    codes : sequence of str
        The codes that may occur; with an order, from the weakest to the strongest.
    unordered : sequence of str
        Codes without a place in the order; with ``level="ordinal"`` they count as missing.
    resamples : int, default 2000
        How often the coded units are drawn anew for the interval.
    seed : int, default 1
        Seed of the random numbers.
    executor : concurrent.futures.Executor, optional
        Where to compute the resamples. By default here.

    Returns
    -------
    pandas.DataFrame
        A row for ``all`` and one for each contribution: ``part``; ``units`` that two coders or
        more have coded; ``coders``; ``agreement``, the share of pairs of decisions on a unit
        that are equal; ``alpha``, 1 for perfect agreement and 0 for that of chance; and an
        interval of 95 % for it, ``low`` to ``high`` from resampled units, and another, mostly
        wider, ``wide_low`` to ``wide_high`` from leaving out one case after another. Empty
        where it is not defined. Where no disagreement was seen, the first shrinks to 1.

    Raises
    ------
    ValueError
        If there is one coder only, no unit that two have coded, a code or level that is not
        listed, a decision twice, or one code everywhere, for which alpha is not defined.

    Notes
    -----
    Alpha is computed by the package ``krippendorff``; resampling follows Hayes and Krippendorff
    (2007), Answering the Call for a Standard Reliability Measure for Coding Data, Communication
    Methods and Measures 1(1), 77-89, https://doi.org/10.1080/19312450709336664, with units drawn
    anew instead of pairs. The wider interval is the jackknife's, over cases, with Student's t;
    an imagined case beside the real ones is ours, in the spirit of Agresti and Coull (1998),
    Approximate Is Better than "Exact" for Interval Estimation of Binomial Proportions, The
    American Statistician 52(2), 119-126, https://doi.org/10.2307/2685469.

    Examples
    --------
    >>> import track2lib as t2
    >>> found = t2.impact.agreement(t2.impact.load_codings(), resamples=200)
    >>> int(found.loc[0, "units"]), int(found.loc[0, "coders"])
    (40, 2)
    """
    scale = _scale(level, codes, unordered)
    given = usable(codings, codes)
    given = given[given["code"].isin(scale)]
    counts = _counts(given, scale)
    who = given.groupby("construct_id")["coder"].nunique()
    groups = [(ALL, counts), *counts.groupby("construct_id", sort=False)]
    rows = []
    for part, own in groups:
        shared = own[own.sum(axis=1) > 1]
        table = shared.to_numpy()
        pairs = coincidences(table)
        if part == ALL:
            _check_defined(table)
        coders = given["coder"].nunique() if part == ALL else who[part]
        row = {"part": part, "units": len(shared), "coders": coders}
        row["agreement"] = _percent(table)
        row |= _interval(table, pairs, level, resamples, seed, executor)
        cases = shared.index.get_level_values("dialogue_id")
        by_case = [pairs[cases == case].sum(axis=0) for case in cases.unique()]
        ends = (
            jackknife(np.array(by_case)[None], level)[0] if len(by_case) > 2 else (np.nan, np.nan)
        )
        row["wide_low"], row["wide_high"] = ends
        rows.append(row)
    return pd.DataFrame(rows)


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


def _counts(given: pd.DataFrame, codes: list[str]) -> pd.DataFrame:
    """Count how many coders gave each code to each unit."""
    order = given[UNIT].drop_duplicates()
    table = given.groupby([*UNIT, "code"]).size().unstack(fill_value=0)
    return table.reindex(index=pd.MultiIndex.from_frame(order), columns=codes, fill_value=0)


def _scale(level: str, codes: Sequence[str], unordered: Sequence[str]) -> list[str]:
    """Give the codes that count, in their order."""
    if level not in get_args(Level):
        raise ValueError(f"There is no level {level!r}. The levels are: nominal, ordinal.")
    if len(set(codes)) < max(len(codes), 2):
        raise ValueError("The codes must be two or more, each named once.")
    strange = [code for code in unordered if code not in codes and code not in UNORDERED]
    if strange:
        raise ValueError(
            f"{strange[0]!r} in unordered is no code. The codes are: {', '.join(codes)}."
        )
    return [code for code in codes if level == "nominal" or code not in unordered]


def _check_defined(counts: np.ndarray) -> None:
    if not len(counts):
        raise ValueError(
            "No unit has codes of two coders, so they cannot be compared. Let them code the same "
            "cases."
        )
    if np.count_nonzero(counts.sum(axis=0)) < 2:
        raise ValueError(
            "Every unit has the same code, so alpha is not defined: with nothing that varies, "
            "agreement cannot be told from habit. Choose cases that differ."
        )


def _percent(counts: np.ndarray) -> float:
    """Give the share of equal pairs, among all pairs of decisions on one unit."""
    equal = (counts * (counts - 1)).sum()
    coded = counts.sum(axis=1)
    pairs = (coded * (coded - 1)).sum()
    return float(equal / pairs) if pairs else float("nan")


def _interval(
    counts: np.ndarray,
    pairs: np.ndarray,
    level: Level,
    resamples: int,
    seed: int,
    executor: Executor | None,
) -> dict[str, float]:
    """Give alpha, and the middle 95 % of alpha over units drawn anew."""
    import krippendorff

    if np.count_nonzero(counts.sum(axis=0)) < 2:
        return dict.fromkeys(["alpha", "low", "high"], float("nan"))
    alpha = krippendorff.alpha(value_counts=counts, level_of_measurement=level)
    draw = partial(_resampled, pairs=pairs, level=level)
    drawn = np.concatenate(in_chunks(draw, resamples, chunk=CHUNK, seed=seed, executor=executor))
    low, high = np.nanquantile(drawn, [0.025, 0.975])
    return {"alpha": float(alpha), "low": float(low), "high": float(high)}


def _resampled(
    count: int, seed: np.random.SeedSequence, *, pairs: np.ndarray, level: Level
) -> np.ndarray:
    """Draw the units anew, so many times, and give each alpha."""
    units, codes, _ = pairs.shape
    often = np.random.default_rng(seed).multinomial(units, np.full(units, 1 / units), size=count)
    return alphas((often @ pairs.reshape(units, -1)).reshape(count, codes, codes), level)


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
    pseudo = cases * alphas(whole, level)[:, None] - (cases - 1) * parts
    known = np.isfinite(pseudo)
    count = known.sum(axis=1)
    pseudo = np.where(known, pseudo, 0)
    with np.errstate(invalid="ignore", divide="ignore"):
        middle = pseudo.sum(axis=1) / count
        squares = (np.where(known, pseudo - middle[:, None], 0) ** 2).sum(axis=1)
        reach = stdtrit(count - 1, 0.975) * np.sqrt(squares / (count - 1) / count)
    ends = np.column_stack([middle - reach, np.minimum(middle + reach, 1)])
    return np.where((count < 3)[:, None], np.nan, ends)
