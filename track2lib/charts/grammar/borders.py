"""Thin upright lines where periods begin and end, behind a chart of time in rows."""

from typing import Any

import altair as alt
import pandas as pd

from track2lib.charts.grammar.bands import Across, spans_of
from track2lib.charts.grammar.packing import Gap, beside
from track2lib.charts.grammar.time_axis import along, down
from track2lib.charts.grammar.widths import pixels
from track2lib.page.lines import LINE
from track2lib.page.theme import PALE

__all__ = ["borders"]


def borders(
    eras: pd.DataFrame, across: Across, foot: int, words: pd.DataFrame, size: int
) -> list[alt.Chart]:
    """Draw a line at each border of a period: veils alone are told apart by their color.

    Time that belongs to two periods has one at both of its sides.

    Parameters
    ----------
    eras : pandas.DataFrame
        The periods that are shown; there may be none.
    across : Across
        Where days lie. A period that is cut by the edge of the plot has no border there.
    foot : int
        Pixels from the top of the plot to its foot.
    words : pandas.DataFrame
        What is written in the plot, where lines stop: ``words`` in lines, the ``day`` and the
        ``shift`` in pixels at which they stand, ``align``, and ``at`` in pixels from the top.
    size : int
        Of their letters.

    Returns
    -------
    list of altair.Chart
        A layer; none where no period begins or ends.
    """
    spans = spans_of(eras, across) if len(eras) else []
    edges = {across.first, across.last}
    days = sorted({span[side] for span in spans for side in ("start", "end")} - edges)
    gaps = [_gap(row, across, size) for row in words.itertuples()]
    parts = [
        {"start": day, "up": up, "low": low}
        for day in days
        for up, low in beside(across.at(day), 0, foot, gaps)
    ]
    if not parts:
        return []
    lines = alt.Chart(pd.DataFrame(parts)).mark_rule(color=PALE)
    return [lines.encode(x=along("start", across), y=down("up"), y2=alt.Y2("low:Q"))]


def _gap(row: Any, across: Across, size: int) -> Gap:
    """Give the place in which the words of a row stand."""
    lines = row.words.split("\n")
    wide, half = max(pixels(line, size) for line in lines), LINE * len(lines) / 2
    start = across.at(row.day) + row.shift
    left = start - wide if row.align == "right" else start
    return left - 1, left + wide + 1, row.at - half, row.at + half
