"""Process tracing: what each clue does to a hypothesis about one case, with its odds in the open."""

from typing import Any

import numpy as np
import pandas as pd

from track2lib.impact.clue_kinds import test_kind
from track2lib.records.asked import a_table, a_text
from track2lib.records.asked_numbers import a_number, numbers_in
from track2lib.records.problem import in_short

__all__ = ["hypothesis_of", "sensitivity", "short_names", "trace"]

# What was found of a clue. What was not looked up may be open to others, such as the pages of a
# report that were not read; what cannot be looked up is closed to everybody outside, such as a file
# of a ministry. Neither moves anything.
SEEN, NOT_THERE, OPEN, CLOSED = "seen", "not there", "not looked up", "cannot be looked up"


def trace(clues: pd.DataFrame, prior: float = 0.5) -> pd.DataFrame:
    """Update the probability of a hypothesis clue by clue.

    Parameters
    ----------
    clues : pandas.DataFrame
        A row for each clue, such as rows of ``load("clues")`` on one hypothesis: ``clue``,
        ``observed`` ("seen", "not there" where it should be, "not looked up", or "cannot be
        looked up" by anybody outside), and the chances to see it, ``if_true`` and ``if_false``.
    prior : float, default 0.5
        Probability of the hypothesis before any clue, between 0 and 1.

    Returns
    -------
    pandas.DataFrame
        The clues with their ``test``, the ``ratio`` by which they change the odds (the likelihood
        ratio: the chance of what was found if the hypothesis holds, divided by that if it does
        not; 1 for a clue that was not or cannot be looked up), and the ``posterior`` after this clue and those above it.

    Raises
    ------
    TypeError
        If the clues are no table, or the prior is no number.
    ValueError
        If there is no clue, a column is missing, clues of several hypotheses are mixed, a label
        of ``observed`` is unknown, or a chance does not lie between 0 and 1.

    Notes
    -----
    Kinds of test: Van Evera (1997), Guide to Methods for Students of Political Science, Cornell
    University Press; Mahoney (2012), The Logic of Process Tracing Tests in the Social Sciences,
    Sociological Methods and Research 41(4), 570-597, https://doi.org/10.1177/0049124112437709.
    Van Evera asks how certain and how unique a clue is, Mahoney what is necessary or sufficient; the
    limit of 5 for a likelihood ratio is ours. Of medical tests, Jaeschke, Guyatt and Sackett (1994),
    JAMA 271(9), 703-707, call a ratio of 5 to 10 moderate, and a larger one large.
    The ratios multiply only if the clues are independent of each other, given the hypothesis.

    Examples
    --------
    The witness of Tversky and Kahneman, who is right four times in five about the color of a cab
    of which 15 in 100 are blue (Evidential impact of base rates, 1982):

    >>> import pandas as pd
    >>> import track2lib as t2
    >>> said = {"clue": "says blue", "observed": "seen", "if_true": 0.8, "if_false": 0.2}
    >>> t2.impact.trace(pd.DataFrame([said]), prior=0.15)["posterior"].round(2).tolist()
    [0.41]
    """
    chances, prior = _checked(clues), a_number(prior, "prior", 0, 1)
    if_true, if_false = chances["if_true"], chances["if_false"]
    kinds = [test_kind(*pair) for pair in zip(if_true, if_false, strict=True)]
    # That a clue is missing where it should be speaks as well, by what is left of its chances.
    seen, not_there = clues["observed"] == SEEN, clues["observed"] == NOT_THERE
    ratio = np.select(
        [seen, not_there],
        [if_true / if_false, (1 - if_true) / (1 - if_false)],
        1.0,
    )
    # In logarithms, in which many strong clues neither overflow nor lose their difference from 1.
    odds = np.log(prior / (1 - prior)) + np.cumsum(np.log(ratio))
    return clues.assign(**chances, test=kinds, ratio=ratio, posterior=_probability(odds))


def sensitivity(clues: pd.DataFrame, prior: float = 0.5, *, doubt: float = 0.1) -> pd.DataFrame:
    """Tell how far the end of a tracing depends on each of its numbers.

    Parameters
    ----------
    clues : pandas.DataFrame
        As for `trace`.
    prior : float, default 0.5
        Probability of the hypothesis before any clue.
    doubt : float, default 0.1
        By how much each chance, and the prior, may be wrong either way. A chance stays between
        0.01 and 0.99.

    Returns
    -------
    pandas.DataFrame
        A row for the prior, for each clue that counts, and for all at once: ``what``; the
        posterior ``without`` it (with even odds for the prior); and ``low`` and ``high``, the
        posteriors if its chances were wrong by `doubt` to the harm and to the favor of the
        hypothesis. ``attrs["posterior"]`` is the end of the tracing as it stands, and
        ``attrs["hypothesis_id"]`` the key of its hypothesis, if the clues have one.

    Raises
    ------
    TypeError
        If the clues are no table, or a number is none.
    ValueError
        If `trace` refuses the clues, or `doubt` does not lie between 0 and 0.5.

    Examples
    --------
    >>> import track2lib as t2
    >>> clues = t2.load("clues").query("hypothesis_id == 'paper-read'")
    >>> t2.impact.sensitivity(clues)["what"].iloc[-1]
    'all numbers at once'
    """
    doubt = a_number(doubt, "doubt", 0, 0.5, ends=True)
    prior = a_number(prior, "prior", 0, 1)
    traced = trace(clues, prior)
    counted = traced[traced["observed"].isin([SEEN, NOT_THERE])]
    # A clue that is not so speaks by the chances that it is missing.
    turned = counted["observed"] == NOT_THERE
    if_true = counted["if_true"].mask(turned, 1 - counted["if_true"])
    if_false = counted["if_false"].mask(turned, 1 - counted["if_false"])
    names = short_names(counted)
    # The start is a step like any other, from even odds; so each can be taken out or bent.
    steps = np.log(np.array([prior / (1 - prior), *counted["ratio"]]))
    ends = {}
    # To its harm: less likely if the hypothesis holds, and more likely if it does not.
    for name, off in (("low", -doubt), ("high", doubt)):
        start = _moved(prior, off)
        ratios = _moved(if_true, off) / _moved(if_false, -off)
        ends[name] = np.log(np.array([start / (1 - start), *ratios]))
    found = pd.DataFrame(
        {
            "what": ["the starting point", *names, "all numbers at once"],
            "without": [*(steps.sum() - steps), np.nan],
            **{name: [*(steps.sum() - steps + moved), moved.sum()] for name, moved in ends.items()},
        }
    )
    odds = ["without", "low", "high"]
    found[odds] = _probability(found[odds])
    # With what was said of the clues, so that a chart can say whose they are.
    found.attrs = clues.attrs | {"posterior": float(_probability(steps.sum())), "doubt": doubt}
    found.attrs[NOT_THERE] = [*names[turned]]
    found.attrs["hypothesis_id"] = hypothesis_of(clues)
    return found


def hypothesis_of(clues: pd.DataFrame) -> str:
    """Give the key of the one hypothesis of these clues; nothing if they name none, or several.

    Examples
    --------
    >>> hypothesis_of(pd.DataFrame({"hypothesis_id": ["paper-read"] * 2}))
    'paper-read'
    """
    keys = clues["hypothesis_id"].dropna().unique() if "hypothesis_id" in clues else []
    return str(keys[0]) if len(keys) == 1 else ""


def short_names(clues: pd.DataFrame) -> pd.Series:
    """Give what each clue is called where there is little room: its column ``short_name``, or its words.

    Examples
    --------
    >>> short_names(pd.DataFrame({"clue": ["A", "B"], "short_name": ["a", None]})).tolist()
    ['a', 'B']
    """
    return clues["short_name"].fillna(clues["clue"]) if "short_name" in clues else clues["clue"]


def _probability(odds: Any) -> Any:
    """Turn the logarithm of odds into a probability."""
    from scipy.special import expit

    return expit(odds)


def _moved(chance: Any, off: float) -> Any:
    """Move a chance, no nearer to certainty than 0.01 unless it is nearer already."""
    return np.clip(chance + off, np.minimum(chance, 0.01), np.maximum(chance, 0.99))


def _checked(clues: pd.DataFrame) -> dict[str, pd.Series]:
    """Give the chances of clues as numbers, or refuse clues that cannot be weighed."""
    a_table(clues, 'rows of load("clues")', "clues")
    for column in ("clue", "observed", "if_true", "if_false"):
        if column not in clues:
            raise ValueError(f'The clues lack the column {column!r}. Start from load("clues").')
    if clues.empty:
        raise ValueError('There is no clue. Start from load("clues"), and keep one hypothesis.')
    if "hypothesis_id" in clues:
        several = [*dict.fromkeys(map(str, clues["hypothesis_id"].dropna()))]
        if len(several) > 1:
            found = ", ".join(several[:5]) + ", ..." * (len(several) > 5)
            raise ValueError(f"These are clues of several hypotheses: {found}. Keep one of them.")
    _check_words(clues)
    for row, label in clues["observed"].items():
        if not (isinstance(label, str) and label in (SEEN, NOT_THERE, OPEN, CLOSED)):
            raise ValueError(
                f"{in_short(label)} is no way to observe a clue (row {row}). Write {SEEN!r}, "
                f"{NOT_THERE!r}, {OPEN!r} or {CLOSED!r}."
            )
    return {column: _chances(clues, column) for column in ("if_true", "if_false")}


def _check_words(clues: pd.DataFrame) -> None:
    """Refuse what says no clue, and a clue that would count twice."""
    for row, clue in clues["clue"].items():
        a_text(clue, f"The clue in row {row}", "A paper was read")
    # Of clues without a key two may say the same, such as two witnesses.
    keys = clues["clue_id"] if "clue_id" in clues else pd.Series(pd.NA, index=clues.index)
    again = keys.map(str, na_action="ignore").duplicated() & keys.notna()
    if again.any():
        twice = clues["clue"].iloc[again.to_numpy().argmax()]
        raise ValueError(
            f"The clue {in_short(twice)} stands twice, and would count twice. Keep one of its rows."
        )


def _chances(clues: pd.DataFrame, column: str) -> pd.Series:
    """Give a column of chances as numbers."""
    right = "a chance lies between 0 and 1, and at neither end, since no clue is certain."
    chances = numbers_in(clues[column], f"{column} in row {{}} is {{}}: {right}".format)
    for row, clue, chance in zip(clues.index, clues["clue"], chances, strict=True):
        if not 0 < chance < 1:  # not a number is refused as well
            what = in_short(clue)
            raise ValueError(f"{column}={chance} for the clue {what} in row {row}: {right}")
    return chances
