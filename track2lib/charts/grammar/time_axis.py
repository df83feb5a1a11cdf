"""Time along the page: from where to where, and which years are named."""

from typing import Any

import altair as alt
import pandas as pd

from track2lib.charts.grammar.bands import Across
from track2lib.charts.grammar.pieces import iso
from track2lib.page.theme import COAST

__all__ = ["along", "down", "reach"]

# Years between two that are named, and the pixels that a name of a year needs.
STEPS, NEEDED = (1, 2, 5, 10, 20, 50, 100, 200, 500), 46
# Of what lies within less, the days around it are shown: one day has no length to draw.
LEAST = pd.Timedelta(days=730)
# Pixels from the top that are counted, more than any plot has.
PAGE = 1000
# Parts of the page that stay free at its ends, so that no mark stands at the edge.
BEFORE, BEHIND = 0.012, 0.025


def reach(days: pd.Series) -> tuple[str, str]:
    """Give the first and the last day of a page on which all of these days are seen.

    Examples
    --------
    >>> reach(pd.Series(["2005-03-11", "2005-03-13", None]))
    ('2004-03-03', '2006-03-30')
    """
    known = pd.to_datetime(days.dropna(), format="ISO8601")
    first, last = known.min(), known.max()
    if last - first < LEAST:
        middle = first + (last - first) / 2
        first, last = middle - LEAST / 2, middle + LEAST / 2
    length = last - first
    return iso(_held(first, -BEFORE * length)), iso(_held(last, BEHIND * length))


def _held(day: pd.Timestamp, by: pd.Timedelta) -> pd.Timestamp:
    """Move a day, and not beyond the years that a page can show."""
    return min(max(day + by, pd.Timestamp(1, 1, 1)), pd.Timestamp(9999, 12, 31)).floor("D")


def along(field: str, across: Across) -> alt.X:
    """Give the place of a day along the page, with so many years named as have room.

    If each year is named, its name stands in the middle of it, and ticks where it begins.

    Examples
    --------
    >>> axis = along("start", Across("1990-01-01", "2020-01-01", 600, (0, 600))).to_dict()["axis"]
    >>> axis["tickCount"]
    {'interval': 'year', 'step': 5}
    """
    first, last = pd.Timestamp(across.first), pd.Timestamp(across.last)
    years = (last - first).days / 365.25
    step = next((s for s in STEPS if across.width * s >= NEEDED * years), STEPS[-1])
    ticks = alt.TimeIntervalStep(interval="year", step=step)
    half = across.width / years / 2
    look: dict[str, Any] = {"format": "%Y"}
    if step == 1:
        # Of a last year that is cut before its middle, the name has no place.
        until = int((last - pd.Timedelta(days=183)).timestamp() * 1000)
        named = f"datum.value > {until} ? '' : timeFormat(datum.value, '%Y')"
        look = {"labelExpr": named, "labelOffset": round(half), "ticks": True, "tickColor": COAST}
    axis = alt.Axis(tickCount=ticks, labelOverlap=True, grid=False, **look)
    # As numbers: of days written as text, Vega-Lite would hand a second domain to Vega for x2, which
    # Vega cannot read and complains of.
    domain = alt.Scale(domain=[int(day.timestamp() * 1000) for day in (first, last)])
    return alt.X(f"{field}:T", title=None, scale=domain, axis=axis)


def down(field: str) -> alt.Y:
    """Give a place on the page that is counted in pixels from the top of the plot."""
    same = alt.Scale(domain=[0, PAGE], range=[0, PAGE], nice=False, padding=0)
    return alt.Y(f"{field}:Q", title=None, scale=same, axis=None)
