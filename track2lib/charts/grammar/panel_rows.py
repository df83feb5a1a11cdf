"""The bars of a panel: each in a row of its kind in which nothing else is in its way."""

from typing import Any

import pandas as pd

from track2lib.charts.grammar.bands import Across
from track2lib.charts.grammar.packing import Taken, first_free
from track2lib.charts.grammar.time_marks import LEAST, ends_of

__all__ = ["packed_panel", "rows_needed", "with_places"]

# Pixels between two bars in a row, and from the end of a bar to the middle of its triangle.
APART, BEHIND = 2, 4


def packed_panel(pieces: pd.DataFrame, across: Across) -> pd.DataFrame:
    """Give for each thing of a panel its ``lane``, its ``row`` there, and whether it is too ``narrow``.

    Parameters
    ----------
    pieces : pandas.DataFrame
        Pieces of the things of one panel, each with its ``lane``.
    across : Across
        Where days lie.
    """
    ends = {key: ends_of(own, across) for key, own in pieces.groupby(level=0, sort=False)}
    found = pd.DataFrame.from_dict(ends, orient="index", columns=["first", "last", "narrow"])
    found["lane"] = pieces["lane"][~pieces.index.duplicated()]
    rows, taken = dict[Any, int](), dict[str, list[Taken]]()
    for key, left, right, _, lane in found.sort_values("first", kind="stable").itertuples(
        name=None
    ):
        own = taken.setdefault(lane, [])
        rows[key] = first_free(left, right + APART, own, range(len(found))) or 0
        own.append((rows[key], left, right + APART))
    return found.assign(row=pd.Series(rows))[["lane", "row", "narrow"]]


def rows_needed(packed: pd.DataFrame | None, kind: str) -> int:
    """Count the rows that a kind needs in a panel, which may have nothing with a place in time."""
    rows = [] if packed is None else packed.loc[packed["lane"] == kind, "row"]
    return int(max(rows, default=-1)) + 1


def with_places(
    pieces: pd.DataFrame,
    packed: dict[str, pd.DataFrame],
    at: dict[tuple[str, str], tuple[int, float]],
    across: Across,
    bars: tuple[int, int],
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Give each piece its place on the page.

    Parameters
    ----------
    pieces : pandas.DataFrame
        All pieces, with ``panel`` and ``lane``.
    packed : dict of str to pandas.DataFrame
        By panel, what `packed_panel` gives.
    at : dict
        By panel and lane, the pixels from the left and from the top to its first row.
    across : Across
        Where days lie in a panel.
    bars : tuple of int
        Pixels from bar to bar, and of a bar.

    Returns
    -------
    bars, triangles : pandas.DataFrame
        Pieces that have two ends, from ``x`` to ``x2`` and from ``y`` to ``y2``; and those that have
        one, with their middle.
    """
    rows = pd.concat(packed.values()) if packed else pd.DataFrame(columns=["row", "narrow"])
    marks = pieces.join(rows[["row", "narrow"]])
    corners = [at[key] for key in zip(marks["panel"], marks["lane"], strict=True)]
    left = pd.Series([corner[0] for corner in corners], marks.index, dtype=float)
    up = pd.Series([corner[1] for corner in corners], marks.index, dtype=float)
    step, high = bars
    marks = marks.assign(
        x=left + marks["start"].map(across.at).astype(float),
        x2=left + marks["end"].map(across.at, na_action="ignore").astype(float),
        y=up + step * marks["row"].astype(float),
    )
    whole = marks["end"].notna()
    # What is too short to be seen is one bar of the least width, as certain as it is.
    drawn = marks[whole]
    drawn = drawn[~(drawn["narrow"].eq(True) & drawn.index.duplicated())]
    short = drawn["narrow"].eq(True)
    drawn = drawn.assign(
        x=drawn["x"].round(1),
        x2=drawn["x2"].mask(short, drawn["x"] + LEAST).round(1),
        y2=drawn["y"] + high,
        sure=drawn["kind"].eq("certain") | short,
    )
    ends = marks[~whole]
    before = ends["kind"].eq("not after")
    aside = before.map({True: -BEHIND, False: BEHIND}).astype(float)
    return drawn, ends.assign(x=(ends["x"] + aside).round(1), y=ends["y"] + high / 2, before=before)
