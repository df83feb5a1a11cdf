"""How far coders agree: Krippendorff's alpha with two intervals, and percent agreement."""

from concurrent.futures import Executor
from functools import partial
from typing import get_args

import numpy as np
import pandas as pd

from track2lib.impact.alpha import Level, alphas, coincidences, jackknife, middle_95, weighed
from track2lib.impact.chunks import Seed, in_chunks
from track2lib.impact.comparing import Codes, listed_codes, spelled, usable
from track2lib.impact.draws import sound_draws
from track2lib.impact.rubric import CODES, UNIT, UNORDERED
from track2lib.impact.sheet_kinds import as_codings, blocks_of
from track2lib.records.asked import one_of
from track2lib.records.problem import in_short

__all__ = ["agreement"]

CHUNK = 500  # resamples in one chunk; with the seed, it fixes the numbers that are drawn
ALL = "all"
# Decisions from which on one contribution has intervals of its own. With fewer, and one code by far
# the most frequent, `agreement_coverage` finds that neither of them keeps its promise.
# From there on they come near it up to an alpha of some 0.8, and at 0.9 they still fall short of it.
ENOUGH = 50
COLUMNS = ["part", "units", "coders", "agreement", "alpha", "low", "high", "wide_low", "wide_high"]


def agreement(
    codings: pd.DataFrame,
    *,
    level: Level = "nominal",
    codes: Codes | None = None,
    unordered: Codes = UNORDERED,
    resamples: int = 2000,
    seed: int = 1,
    executor: Executor | None = None,
) -> pd.DataFrame:
    """Measure how far coders agree, over everything and for each contribution.

    Parameters
    ----------
    codings : pandas.DataFrame
        Decisions of two coders or more, as ``load_codings()`` gives them: ``coder``, ``dialogue_id``,
        ``construct_id``, ``code``. Or observers' sheets, as ``load_sheets()`` gives them. A decision
        that is missing, or empty, is left out.
    level : {"nominal", "ordinal"}, default "nominal"
        Whether codes only differ, or stand in an order, so that some differ more than others.
    codes : sequence of str or of numbers, optional
        The codes that may occur; with an order, from the weakest to the strongest. Numbers are
        compared as numbers: 1.0, as pandas reads a column with a gap, is 1. By default those of the
        rubric, or the stages or fates of sheets.
    unordered : sequence of str or of numbers
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
        A row for ``all``, in which the contributions are pooled, and one for each contribution:
        ``part``; ``units`` that two coders or more have coded; ``coders``; ``agreement``, the
        share of pairs of decisions on a unit that are equal; ``alpha``, 1 for perfect agreement
        and 0 for that of chance; and two intervals of 95 % for it, ``low`` to ``high`` from
        resampled units, and another, mostly wider, ``wide_low`` to ``wide_high`` from leaving out
        one case after another. Empty where it is not defined.

        The intervals are for the pooled decisions only: one contribution has them from 50 units
        on. With fewer, they would often miss the truth: see `agreement_coverage` and its
        ``shares``, which tries them for codes without an order. A row ``all`` in which one
        contribution is pooled with no other is no better.
        Where no disagreement was seen, the first interval shrinks to 1.

        Of sheets, the parts are rooms, or audiences, and only the wide interval is given. Neighboring
        intervals of five minutes are no independent looks at a workshop: who hears it otherwise often
        does so for a while. So blocks of four neighbors are left out, or ideas, and where there are
        fewer than three of these, nothing is said. It is a rough interval all the same. In imagined
        sessions, resampled intervals held the truth in some seven of ten, and such blocks in some nine
        of ten; real observers may hang together more.

    Raises
    ------
    TypeError
        If the codings are no table, or something else is not what it is to be.
    LookupError
        If there is no such level.
    ValueError
        If there is one coder only, no unit that two have coded, a code that is not listed, a
        decision twice, or one code everywhere, for which alpha is not defined.

    Warns
    -----
    track2lib.DataWarning
        If the names of two coders look alike, of whom one might be counted as two.

    Notes
    -----
    Alpha is computed from the coincidences of codes, and the tests hold it to the package
    ``krippendorff``. It and resampling follow Hayes and Krippendorff (2007), Answering the Call
    for a Standard Reliability Measure for Coding Data, Communication Methods and Measures 1(1),
    77-89, https://doi.org/10.1080/19312450709336664, with units drawn anew instead of pairs. The wider interval is the jackknife's, over cases, with Student's t;
    an imagined case beside the real ones is ours, in the spirit of Agresti and Coull (1998),
    Approximate Is Better than "Exact" for Interval Estimation of Binomial Proportions, The
    American Statistician 52(2), 119-126, https://doi.org/10.2307/2685469.

    Examples
    --------
    >>> import track2lib as t2
    >>> found = t2.impact.agreement(t2.impact.load_codings(), resamples=200)
    >>> int(found.loc[0, "units"]), int(found.loc[0, "coders"])
    (40, 2)
    >>> watched = t2.impact.agreement(t2.impact.load_sheets())
    >>> watched[["low", "high"]].notna().any().any()
    np.False_
    """
    one_of(level, get_args(Level), "level")
    resamples = sound_draws("resamples", resamples, seed, executor)
    if level == "ordinal" and isinstance(codes, set | frozenset):
        raise TypeError(
            "codes is a set, which keeps no order, and these codes are compared by their order. Write "
            "them as a list, from the least to the most."
        )
    # Read once: what can be read once only would be empty the next time.
    codings, of_sheets, in_time = as_codings(codings)
    codes = (of_sheets or [*CODES]) if codes is None else codes
    codes, unordered = listed_codes(codes, "codes"), listed_codes(unordered, "unordered")
    scale = _scale(level, codes, unordered)
    given = usable(codings, codes)
    given = given[given["code"].isin(scale)]
    counts = _counts(given, scale)
    coders = given.groupby("construct_id")["coder"].nunique()
    coders[ALL] = given["coder"].nunique()
    _check_defined(counts[counts.sum(axis=1) > 1].to_numpy())
    # Every part draws its resamples from the same seed, so that adding a part moves no other.
    rows = []
    for part, own in [(ALL, counts), *counts.groupby("construct_id", sort=False)]:
        shared = own[own.sum(axis=1) > 1]
        table = shared.to_numpy()
        pairs = coincidences(table)
        alpha = float(alphas(pairs.sum(axis=0)[None], level)[0])
        ends = [np.nan] * 4
        if np.isfinite(alpha) and (part == ALL or len(shared) >= ENOUGH):
            if not of_sheets:
                draw = partial(_resampled, pairs=pairs, level=level)
                drawn = in_chunks(draw, resamples, chunk=CHUNK, seed=seed, executor=executor)
                ends[:2] = middle_95(drawn[None])[0]
            cases = blocks_of(shared.index) if in_time else shared.index.get_level_values(0)
            by_case = np.array([pairs[cases == case].sum(axis=0) for case in cases.unique()])
            ends[2:] = jackknife(by_case[None], level)[0]
        rows.append((part, len(shared), coders[part], _percent(table), alpha, *ends))
    return pd.DataFrame(rows, columns=COLUMNS)


def _counts(given: pd.DataFrame, codes: list[str]) -> pd.DataFrame:
    """Count how many coders gave each code to each unit."""
    table = given.groupby([*UNIT, "code"]).size().unstack(fill_value=0)
    # Units keep the order of the table, in which contributions are told and cases compared. Not by
    # unstack(sort=False), with which pandas 3.0 puts counts under codes that nobody gave.
    units = pd.MultiIndex.from_frame(given[[*UNIT]].drop_duplicates())
    return table.reindex(index=units, columns=codes, fill_value=0)


def _scale(level: str, codes: Codes, unordered: Codes) -> list[str]:
    """Give the codes that count, as text, in their order."""
    codes, unordered = spelled(codes), spelled(unordered)
    if len(set(codes)) < max(len(codes), 2):
        raise ValueError("The codes must be two or more, each named once.")
    # "not observable" may be named where it does not occur, since it is so by default.
    strange = [code for code in unordered if code not in codes and code not in UNORDERED]
    if strange:
        raise ValueError(
            f"{in_short(strange[0])} in unordered is no code. The codes are: {', '.join(codes)}."
        )
    return [code for code in codes if level == "nominal" or code not in unordered]


def _check_defined(counts: np.ndarray) -> None:
    """Refuse codings of which no alpha can be had."""
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
    # Each pair is counted from both of its ends, above and below the line alike.
    equal = (counts * (counts - 1)).sum()
    coded = counts.sum(axis=1)
    pairs = (coded * (coded - 1)).sum()
    return float(equal / pairs) if pairs else float("nan")


def _resampled(count: int, seed: Seed, *, pairs: np.ndarray, level: Level) -> np.ndarray:
    """Draw the units anew, so many times, and give each alpha."""
    units = len(pairs)
    often = np.random.default_rng(seed).multinomial(units, np.full(units, 1 / units), size=count)
    return weighed(often, pairs, level)
