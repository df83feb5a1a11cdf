"""Rows of numbers: a bar from low to high, a dot on it, and a broken line to hold both against."""

from typing import Any

import altair as alt
import pandas as pd

from track2lib.charts.grammar.aloud import aloud
from track2lib.charts.grammar.layout import rows_axis
from track2lib.charts.grammar.table import check_within
from track2lib.page.frame import layered
from track2lib.page.theme import NEUTRAL

__all__ = [
    "broken_line",
    "in_ranges",
    "named_rows",
    "per_cent",
    "words_beside",
]

# A share along an axis, as `per_cent` writes it.
PER_CENT = "format(100 * datum.value, '.0f') + ' %'"


def in_ranges(
    base: alt.Chart,
    line: alt.Chart,
    *words: alt.Chart,
    ends: tuple[str, str],
    dot: str,
    titles: dict[str, str],
    scale: dict[str, Any],
    thick: int,
    look: dict[str, Any],
    shares: bool = False,
    only: str = "",
) -> alt.LayerChart:
    """Draw a bar and a dot in each row, over a broken line and below any words.

    Parameters
    ----------
    base : altair.Chart
        The rows, each with its place down the page and its tooltip, which is read aloud as well.
    line, *words : altair.Chart
        The broken line, of which `broken_line` makes one; words and whatever else lies on top.
    ends : tuple of str
        Fields of the low and the high end of the bar.
    dot : str
        Field of the dot.
    titles : dict of str to str
        What the axis is called, by the field that is called the same when it is read aloud.
    scale : dict
        Settings of the one scale of all marks.
    thick : int
        Width of the bar in pixels.
    look : dict
        Settings of the dot: its size, and how it is filled.
    shares : bool, optional
        Whether the numbers along the axis are shares, which are written as `per_cent` does.
    only : str, optional
        Vega expression: true for the rows that have a dot.

    Returns
    -------
    altair.LayerChart
        The rows, still without a size and a frame.

    Raises
    ------
    ValueError
        If a value lies outside of the scale.
    """
    check_within(base.data, [*ends, dot], scale["domain"])

    def along(field: str) -> alt.X:
        shared = alt.Scale(**scale)
        if field not in titles:
            return alt.X(f"{field}:Q", scale=shared)
        # A label at either end may reach over the edge, or the first would not stand at its tick.
        axis = alt.Axis(labelFlush=False, labelExpr=PER_CENT if shares else alt.Undefined)
        return alt.X(f"{field}:Q", title=titles[field], scale=shared, axis=axis)

    # A field's class and not its short way, x2="high": altair takes long to work out the class.
    low, high = ends
    told = aloud(base.encoding.tooltip)
    bars = base.mark_rule(color=NEUTRAL, strokeWidth=thick).encode(x=along(low), x2=alt.X2(high))
    dotted = base.transform_filter(only) if only else base
    dots = dotted.mark_point(opacity=1, **look).encode(x=along(dot))
    # Once for each row: by its dot, or by the bar where not every row has a dot.
    if only:
        bars = bars.encode(description=told)
    else:
        dots = dots.encode(description=told)
    return layered(line, bars, dots, *words)


def broken_line(at: dict[str, Any], scale: dict[str, Any], **look: Any) -> alt.Chart:
    """Draw a broken line down all rows, at the first of these values; the rest is for its words."""
    place = alt.X(f"{next(iter(at))}:Q", scale=alt.Scale(**scale))
    return alt.Chart(pd.DataFrame([at])).mark_rule(**look).encode(x=place)


def named_rows(field: str, names: dict[Any, list[str]], *, grid: bool, **settings: Any) -> alt.Y:
    """Give the rows down the page, each with its name in lines around the middle of the row."""
    # Clear of a mark that stands at the very end of the scale.
    axis = rows_axis(names, grid=grid, ticks=False, labelPadding=12)
    return alt.Y(field, title=None, axis=axis, **settings)


def words_beside(base: alt.Chart, field: str, at: int, **look: Any) -> alt.Chart:
    """Write words in each row, so many pixels from the left: at the right of what is drawn."""
    words = base.mark_text(align="left", **look)
    return words.encode(x=alt.value(at), text=alt.Text(f"{field}:N"))


def per_cent(share: float, digits: int = 0) -> str:
    """Write a share in the one form that charts have for it.

    Examples
    --------
    >>> per_cent(0.944), per_cent(0.95, 1)
    ('94 %', '95.0 %')
    """
    return f"{share * 100:.{digits}f} %"
