"""Rows down the page, each with its name at the left: those of one thing stand close together."""

from typing import NamedTuple

import altair as alt
import pandas as pd

from track2lib.charts.grammar.time_axis import down
from track2lib.charts.grammar.widths import pixels
from track2lib.page.lines import LINE, in_lines, isolated
from track2lib.page.theme import GRID, INK, MUTED

__all__ = ["PADDING", "SIZE", "Tiers", "in_tiers", "named", "tier_marks"]

# Pixels: of type, from a name to the plot, beyond the lines of a row, and between two groups.
SIZE, PADDING, BEYOND, GAP = 13, 10, 6, 14
# Pixels of all rows together, as long as no row has less or more than these, and of one below another.
ROOM, LOW, HIGH, CLOSE = 380, 21, 40, 21
BLANK = "\u00a0"
# Letters of a line where rows are few, and so high that names of two lines cost nothing, or many.
FEW, SHORT, LONG = 14, 36, 60


class Tiers(NamedTuple):
    """Rows by their key: lines of the ``name``, ``at`` in pixels from the top; lines between groups."""

    rows: pd.DataFrame
    between: list[float]
    height: int
    bar: int


def named(pieces: pd.DataFrame) -> tuple[pd.DataFrame, int]:
    """Give each row its name in lines, and the pixels that the widest of them takes.

    Parameters
    ----------
    pieces : pandas.DataFrame
        With ``row``, by which pieces are told apart, ``label`` of the thing, ``cited``, and ``other``:
        whether another source says it.

    Returns
    -------
    rows : pandas.DataFrame
        By row: ``label``, ``other`` and ``name`` with its lines.
    widest : int
        Pixels.
    """
    rows = pieces.drop_duplicates("row").set_index("row")[["label", "other", "cited"]]
    most = SHORT if len(rows) <= FEW else LONG
    lines = [_even(name, most) for name in rows["label"].where(~rows["other"], rows["cited"])]
    widest = max(pixels(line, SIZE) for own in lines for line in own)
    name = ["\n".join(isolated(own, alone=True)) for own in lines]
    return rows.drop(columns="cited").assign(name=name), widest


def _even(name: str, most: int) -> list[str]:
    """Break a name into as few lines as can be, of about the same length."""
    count = len(in_lines(name, most))
    tries = (in_lines(name, letters) for letters in range(most // 2, most))
    return next((lines for lines in tries if len(lines) <= count), in_lines(name, most))


def in_tiers(rows: pd.DataFrame, words: pd.Series) -> Tiers:
    """Set rows below each other, each as high as its name and its words are.

    Parameters
    ----------
    rows : pandas.DataFrame
        What `named` gives.
    words : pandas.Series
        By row, what stands beside its bar, in lines.
    """
    usual = min(HIGH, max(LOW, ROOM // len(rows)))
    several = set(rows.loc[rows["other"], "label"])
    at, between, top, above = list[float](), list[float](), 0.0, ""
    for key, row in rows.iterrows():
        lines = 1 + max(row["name"].count("\n"), words[key].count("\n"))
        high = max(min(usual, CLOSE) if row["other"] else usual, LINE * lines + BEYOND)
        # What is dated by one source alone needs no line from its like.
        if at and row["label"] != above and {row["label"], above} & several:
            between.append(top + GAP / 2)
            top += GAP
        above = row["label"]
        at.append(top + high / 2)
        top += high
    return Tiers(rows.assign(at=at), between, round(top), min(20, max(12, usual // 2)))


def tier_marks(tiers: Tiers, margin: int, width: int) -> list[alt.Chart]:
    """Write the names, and draw lines between things of which several sources speak."""
    rows = tiers.rows.reset_index(drop=True)
    rows = rows.assign(
        ink=rows["other"].map({True: MUTED, False: INK}),
        # Vega sets the first line at the middle of the row, however many there are.
        up=[-LINE / 2 * name.count("\n") for name in rows["name"]],
    )
    names = alt.Chart(rows[["name", "at", "ink", "up"]]).mark_text(
        align="right",
        baseline="middle",
        fontSize=SIZE,
        lineBreak="\n",
        lineHeight=LINE,
        color=alt.ExprRef("datum.ink"),
        dy=alt.ExprRef("datum.up"),
    )
    # What nobody sees holds the whole margin, so that no wider font has its letters cut.
    edge = alt.Chart(alt.Data(values=[{}])).mark_text(align="left", text=BLANK)
    layers = [
        edge.encode(x=alt.XValue(-margin), y=alt.YValue(0)),
        names.encode(x=alt.XValue(-PADDING), y=down("at"), text=alt.Text("name:N")),
    ]
    if tiers.between:
        lines = alt.Chart(pd.DataFrame({"at": tiers.between})).mark_rule(color=GRID)
        ends = {"x": alt.XValue(0), "x2": alt.X2Value(width)}
        layers.insert(0, lines.encode(**ends, y=down("at")))
    return layers
