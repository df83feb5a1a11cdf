"""How many years what another source says lies from what a table says."""

from typing import NamedTuple

import pandas as pd

from track2lib.charts.grammar.pieces import OTHERS
from track2lib.charts.grammar.spans import PAGE
from track2lib.charts.grammar.words import counted
from track2lib.page.lines import wrap
from track2lib.records import dates

__all__ = ["Apart", "differ", "far_first", "farthest", "headline"]

BLANK = "\u00a0"


class Apart(NamedTuple):
    """A thing, the row of pieces that says otherwise, whether it ``begins`` or ``ends``, and how far."""

    label: str
    words: str
    verb: str
    far: str


def farthest(pieces: pd.DataFrame, own: dict[str, str], column: str) -> Apart | None:
    """Find the date of another source that lies the most years from the one in the table.

    Parameters
    ----------
    pieces : pandas.DataFrame
        What `pieces_of` gives, with a ``label``.
    own : dict of str to str
        By label, the date in the table.
    column : str
        Column of the dates.

    Returns
    -------
    Apart or None
        The first of the farthest; None if all begin and end in the years of the table.
    """
    found, most = None, 0
    others = pieces[pieces["kind"] == "other"]
    for label, text, words in zip(others["label"], others[column], others["words"], strict=True):
        ours, theirs = dates.bounds(own[label])[:2], dates.bounds(text)[:2]
        about = "about " * (dates.is_soft(own[label]) or dates.is_soft(text))
        for verb, here, there in zip(("begins", "ends"), ours, theirs, strict=True):
            years = there.year - here.year if here is not None and there is not None else 0
            if abs(years) > most:
                most = abs(years)
                far = (
                    f"{about}{counted(most, 'year', 'years')} {'later' if years > 0 else 'earlier'}"
                )
                found = Apart(label, words, verb, far)
    return found


def differ(pieces: pd.DataFrame, count: int) -> int:
    """Count the things that another source dates otherwise, if these are most."""
    found = pieces.loc[pieces["kind"].eq("other"), "label"].nunique()
    return found if 2 * found > count else 0


def far_first(pieces: pd.DataFrame, far: Apart | None) -> pd.DataFrame:
    """Put the thing first on which sources are farthest apart, and say how far beside its bar."""
    if far is None:
        return pieces
    own = pieces["label"] == far.label
    said = own & pieces["kind"].isin(OTHERS) & (pieces["words"] == far.words)
    # Not broken within itself, where words stand in lines.
    aside = f"({far.far})".replace(" ", BLANK)
    words = pieces["words"].mask(said, f"{far.words} {aside}")
    return pieces.assign(words=words).loc[[*own[own].index.unique(), *own[~own].index.unique()]]


def headline(found: int, count: int, what: str, far: Apart | None) -> str:
    """Say how many things another source dates otherwise, and which of them lies farthest."""
    verb = "has" if found == 1 else "have"
    number = f"{found} of {counted(count, what, f'{what}s')}"
    if found == count > 1:
        number = f"Both {what}s" if count == 2 else f"All {count} {what}s"
    said = f"{number} {verb} other dates too"
    if far is None:
        return said
    named, one = (
        f"{said}; {name} {far.verb} {far.far}"
        for name in (far.label, "it" if found == 1 else "one")
    )
    return named if len(wrap(named, PAGE, 18, bold=True)) == 1 else one
