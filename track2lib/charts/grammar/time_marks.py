"""Pieces of time as bars, points and triangles, alike in every chart that has time along the page."""

import altair as alt
import pandas as pd

from track2lib.charts.grammar.aloud import aloud
from track2lib.charts.grammar.bands import Across
from track2lib.charts.grammar.time_axis import along, down
from track2lib.charts.grammar.words import tooltips
from track2lib.page.theme import PAPER, UNCERTAIN

__all__ = ["LEAST", "TRIANGLE", "ends_of", "time_marks"]

# Pixels of the least mark, and from the end of a bar to the tip of its triangle.
LEAST, TRIANGLE = 4, 12
# Square pixels of the largest triangle; part of our bar that one of another source is high.
LARGEST, NARROW = 110, 0.4


def ends_of(parts: pd.DataFrame, across: Across) -> tuple[float, float, bool]:
    """Give the first and last pixel of all pieces of one thing, and whether it has to be a point.

    What is no longer than a day or two is drawn as one, or nobody would see it.
    """
    bars = parts[parts["end"].notna()]
    left, right = across.at(min(parts["start"])), max(map(across.at, parts["start"]))
    right = max([right, *map(across.at, bars["end"])])
    narrow = len(bars) > 0 and right - left <= LEAST
    kinds = {*parts["kind"]}
    return (
        left - TRIANGLE * ("not after" in kinds),
        max(right, left + LEAST) + TRIANGLE * (not kinds.isdisjoint(("goes on", "other goes on"))),
        narrow,
    )


def time_marks(
    pieces: pd.DataFrame, across: Across, *, bar: int, tips: dict[str, str]
) -> list[alt.Chart]:
    """Draw what is vouched for, what is possible, what other sources say, and open ends.

    Parameters
    ----------
    pieces : pandas.DataFrame
        What `pieces_of` gives of things with a place in time, with ``colour``, the pixels from the
        top to their middle in ``at``, whether they are to be points in ``narrow``, and which of the
        marks of one thing ``speaks`` for it.
    across : Across
        Where days lie.
    bar : int
        Pixels of a bar from top to foot.
    tips : dict of str to str
        What the tooltip of a mark tells, which is read aloud as well.

    Returns
    -------
    list of altair.Chart
        The layers.
    """
    x, y = along("start", across), down("at")
    colour, until = alt.Color("colour:N", scale=None), alt.X2("end:T")
    told = tooltips(tips)
    base = alt.Chart(pieces).encode(
        x=x, y=y, tooltip=told, description=aloud(told, only="datum.speaks")
    )
    has_end, ours = "isValid(datum.end)", "datum.kind != 'other'"
    own = f"{has_end} && !datum.narrow && {ours}"
    # What lies behind a pale bar would be taken for an edge in it.
    ground = alt.Chart(pieces).transform_filter(own).mark_bar(height=bar, color=PAPER)
    bars = base.transform_filter(own).mark_bar(
        height=bar,
        fillOpacity=alt.ExprRef(f"datum.kind == 'certain' ? 1 : {UNCERTAIN}"),
        strokeWidth=1,
    )
    points = base.transform_filter(f"datum.narrow && datum.speaks && {ours}").mark_tick(
        height=bar,
        thickness=LEAST,
        opacity=1,
        orient="vertical",
        ariaRoleDescription="bar",
        xOffset=LEAST / 2,
    )
    size = min(bar * bar // 2, LARGEST)
    aside = round(0.75 * size**0.5)
    triangles = base.transform_filter("isValid(datum.start) && !isValid(datum.end)").mark_point(
        shape=alt.ExprRef("datum.kind == 'not after' ? 'triangle-left' : 'triangle-right'"),
        size=size,
        opacity=1,
        xOffset=alt.ExprRef(f"datum.kind == 'not after' ? {-aside} : {aside}"),
    )
    # A pale fill alone would leave a short bar without an edge.
    edge = alt.Stroke("colour:N", scale=None)
    layers = [
        ground.encode(x=x, x2=until, y=y),
        bars.encode(x2=until, color=colour, stroke=edge),
        points.encode(color=colour),
        triangles.encode(color=colour),
    ]
    if pieces["kind"].eq("other").any():
        others = base.transform_filter(f"{has_end} && datum.kind == 'other'")
        # Hollow, so that our own bars are seen first; its edge alone shows a day.
        others = others.mark_bar(height=round(NARROW * bar), strokeWidth=1.5, fill=PAPER)
        layers.append(others.encode(x2=until, stroke=edge))
    return layers
