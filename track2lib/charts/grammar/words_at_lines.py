"""Words beside lines, where they cross as little as can be of what is drawn."""

from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from track2lib.charts.grammar.widths import pixels
from track2lib.page.theme import PAPER

__all__ = ["HALO", "at_level", "at_means"]

# What gives words a ground of their own.
HALO: dict[str, Any] = {"stroke": PAPER, "strokeWidth": 4, "strokeJoin": "round"}
# Pixels: from a mean to the middle of its figure, of the type, and of a plot, of usual height.
APART, LARGE, PLOT = 14, 15, 270


def at_level(values: pd.Series, size: float, said: str, step: int) -> list[alt.Chart]:
    """Write what is said of lines as far from 0 as this, where no bar reaches up to the words.

    Parameters
    ----------
    values : pandas.Series
        Length of each bar, from the left.
    size : float
        How far above and below 0 the lines lie.
    said : str
        What is said of them.
    step : int
        Pixels from bar to bar.

    Returns
    -------
    list of altair.Chart
        The words and a ground below them, still without their ``y``; the value is in the field that
        has the name of the values.
    """
    wide = -(-pixels(said, 13, bold=True) // step)
    ends = [*range(len(values), wide - 1, -1)] or [len(values)]
    # Above the upper line, or else below the lower one, or else across bars; on a ground of its own.
    places = [(end, way) for way in (1, -1) for end in ends]
    free = ((end, way) for end, way in places if (way * values.iloc[end - wide : end] < size).all())
    end, way = next(free, places[0])
    place = pd.DataFrame({str(values.name): [way * size], "said": [said]})
    look: dict[str, Any] = {"align": "right", "dy": -4 * way, "fontWeight": "bold"}
    look["baseline"] = "bottom" if way > 0 else "top"
    words = alt.Chart(place).encode(x=alt.value(end * step), text=alt.Text("said:N"))
    return [words.mark_text(**look, **own) for own in (HALO, {})]


def at_means(values: pd.Series, means: pd.DataFrame, width: int) -> list[alt.Chart]:
    """Write the figure of each mean above or below its line, as far from the values as can be.

    Parameters
    ----------
    values : pandas.Series
        What the line of all values goes through, by year.
    means : pandas.DataFrame
        A row for each mean: ``start`` and ``end`` in years, the ``mean`` and its ``figure``.
    width : int
        Pixels of the plot.

    Returns
    -------
    list of altair.Chart
        The figures and a ground below them.
    """
    each = width / max(values.index.max() - values.index.min(), 1)
    floor = min(values.min(), 0)
    apart = APART / PLOT * (max(values.max(), 0) - floor or 1)
    placed = []
    for own in means.itertuples():
        reach = pixels(own.figure, LARGE, bold=True) / 2 / each
        middle, slack = (own.start + own.end) / 2, max((own.end - own.start) / 2 - reach, 0)
        best = (-1.0, middle, 1)
        for at in np.linspace(middle - slack, middle + slack, 2 * (own.end - own.start) + 1):
            near = np.linspace(at - reach, at + reach, 9)
            line = np.interp(near, values.index, values)
            for way in (1, -1):
                level = own.mean + way * apart
                if level - apart >= floor:  # or it would stand on the names of the years
                    best = max(best, (float(abs(line - level).min()), at, way))
        placed.append(
            {"at": best[1], "mean": own.mean, "figure": own.figure, "dy": -APART * best[2]}
        )
    look: dict[str, Any] = {"dy": alt.ExprRef("datum.dy"), "baseline": "middle", "fontSize": LARGE}
    words = alt.Chart(pd.DataFrame(placed).round(6)).encode(
        x=alt.X("at:Q"), y=alt.Y("mean:Q"), text=alt.Text("figure:N")
    )
    return [words.mark_text(fontWeight="bold", **look, **own) for own in (HALO, {})]
