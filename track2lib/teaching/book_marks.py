"""How a class book draws what is known: a shape and a colour for each, and the key that explains them."""

from typing import Any, NamedTuple

import altair as alt
import pandas as pd

from track2lib.charts.grammar.aloud import aloud
from track2lib.charts.grammar.pixels import at_pixels
from track2lib.charts.grammar.widths import pixels
from track2lib.charts.grammar.words import tooltips
from track2lib.page.theme import DONE, INK, NEUTRAL, NOT_YET, PAPER

__all__ = ["KEY", "SIZE", "drawn_marks", "key_rows", "words"]

SIZE = 13  # of type
KEY = 26  # pixels of a line of the key
NEXT, BESIDE = 20, 11  # pixels between its parts, and between a mark and its words


class Look(NamedTuple):
    """A mark: its shape, its colours, and its size in square pixels."""

    shape: str
    fill: str
    stroke: str
    size: int


# By shape alone they can be told apart, on a gray print as well.
LOOKS = {
    "first": Look("circle", DONE, DONE, 110),
    "later": Look("circle", PAPER, DONE, 70),
    "tried": Look("M-1,-1L1,1M1,-1L-1,1", PAPER, NOT_YET, 70),
    "sentence": Look("square", INK, INK, 70),
    "short": Look("square", PAPER, NOT_YET, 60),
    "open": Look("circle", NEUTRAL, NEUTRAL, 8),
}


def key_rows(told: dict[str, str], width: int) -> tuple[pd.DataFrame, int]:
    """Set a key in lines: a mark and its words for each state.

    Parameters
    ----------
    told : dict of str to str
        Words by state.
    width : int
        Pixels of a line.

    Returns
    -------
    tuple of pandas.DataFrame and int
        ``state``, ``words``, ``x`` and ``y`` in pixels from the top; and the height of it all.
    """
    rows, x, y = [], 8, KEY // 2
    for state, said in told.items():
        wide = BESIDE + pixels(said, SIZE)
        if x + wide > width:
            x, y = 8, y + KEY - 6
        rows.append((state, said, x, y))
        x += wide + NEXT
    return pd.DataFrame(rows, columns=["state", "words", "x", "y"]), y + KEY // 2


def drawn_marks(rows: pd.DataFrame, tips: dict[str, str], **transform: Any) -> alt.Chart:
    """Draw marks with ``state``, ``x`` and ``y``; of a state that has no mark, nothing is drawn.

    Parameters
    ----------
    rows : pandas.DataFrame
        A row for each mark.
    tips : dict of str to str
        Fields of the tooltip, which is read aloud as well; of a key there is none.
    **transform
        The filter of the chart, if there is one.

    Returns
    -------
    altair.Chart
        The marks.
    """
    seen = rows[rows["state"].isin(LOOKS)]
    looks = pd.DataFrame([LOOKS[state] for state in seen["state"]], columns=Look._fields)
    seen = pd.concat([seen.reset_index(drop=True), looks.astype(object)], axis=1)
    chart = alt.Chart(seen.drop(columns="state"))
    if "filter" in transform:
        chart = chart.transform_filter(transform["filter"])
    chart = chart.mark_point(opacity=1, strokeWidth=2).encode(
        **at_pixels("x", "y"),
        shape=alt.Shape("shape:N", scale=None),
        fill=alt.Fill("fill:N", scale=None),
        stroke=alt.Stroke("stroke:N", scale=None),
        size=alt.Size("size:Q", scale=None),
    )
    lines = tooltips(tips)
    return chart.encode(tooltip=lines, description=aloud(lines)) if tips else chart


def words(rows: pd.DataFrame, field: str, *, align: str = "left", **look: Any) -> alt.Chart:
    """Write the words of a field at ``x`` and ``y``, `dx` pixels beside."""
    made: dict[str, Any] = {
        "align": align,
        "baseline": "middle",
        "fontSize": SIZE,
        "color": INK,
    } | look
    return (
        alt.Chart(rows).mark_text(**made).encode(**at_pixels("x", "y"), text=alt.Text(f"{field}:N"))
    )
