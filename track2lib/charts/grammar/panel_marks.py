"""Panels as marks: bars, triangles and numbers, before thin lines for kinds and years."""

from typing import Any

import altair as alt

from track2lib.charts.grammar.aloud import aloud
from track2lib.charts.grammar.panels import PAGE, SIZE, Panels
from track2lib.charts.grammar.pixels import at_pixels
from track2lib.charts.grammar.words import tooltips
from track2lib.page.frame import Layered, layered
from track2lib.page.theme import GRID, INK, MUTED, PAPER, UNCERTAIN

__all__ = ["panel_marks"]

TIPS = {"name": "What", "when": "When", "panel": "Case", "lane": "Kind", "cited": "Says who"}
WITHOUT = {"names": "Without a year", "panel": "Case", "lane": "Kind", "cited": "Says who"}
BAR_FIELDS = ["name", "when", "panel", "lane", "cited", "x", "x2", "y", "y2", "sure", "speaks"]
ENDS = ["name", "when", "panel", "lane", "cited", "x", "y", "before", "speaks"]
# Square pixels of a triangle.
TRIANGLE = 42


def panel_marks(panels: Panels) -> Layered:
    """Draw panels as `laid_out` has placed them."""
    of_bars, of_ends = tooltips(TIPS), tooltips(TIPS)
    # Of the marks of one thing, the first speaks for it; where it has a bar, this is one.
    bars = panels.bars.assign(speaks=~panels.bars.index.duplicated())
    ends = panels.triangles
    ends = ends.assign(speaks=~ends.index.duplicated() & ~ends.index.isin(bars.index))
    places = {**at_pixels("x", "y"), "x2": alt.X2("x2:Q")}
    corners = {**places, "y2": alt.Y2("y2:Q")}
    rects = alt.Chart(bars[BAR_FIELDS])
    layers = [
        alt.Chart(panels.rules).mark_rule(color=GRID).encode(**places),
        alt.Chart(panels.years)
        .mark_rule(color=GRID)
        .encode(**at_pixels("x", "y"), y2=alt.Y2("y2:Q")),
        # What is pale lets no line behind it be seen.
        rects.mark_rect(color=PAPER).encode(**corners),
        rects.mark_rect(
            fill=INK,
            fillOpacity=alt.ExprRef(f"datum.sure ? 1 : {UNCERTAIN}"),
            stroke=INK,
            strokeWidth=1,
            ariaRoleDescription="bar",
        ).encode(**corners, tooltip=of_bars, description=aloud(of_bars, only="datum.speaks")),
        alt.Chart(ends[ENDS])
        .mark_point(
            shape=alt.ExprRef("datum.before ? 'triangle-left' : 'triangle-right'"),
            size=TRIANGLE,
            opacity=1,
            filled=True,
            color=INK,
        )
        .encode(
            **at_pixels("x", "y"), tooltip=of_ends, description=aloud(of_ends, only="datum.speaks")
        ),
        _words(panels),
        *_numbers(panels),
        alt.Chart(panels.years[panels.years["said"] != ""])
        .mark_text(baseline="top", dy=5, fontSize=SIZE, color=MUTED)
        .encode(**at_pixels("x", "y2"), text=alt.Text("said:N")),
    ]
    return layered(*layers, width=PAGE, height=panels.height)


def _words(panels: Panels) -> alt.Chart:
    """Write the names of panels and of kinds, and what is known of a panel."""
    words = alt.Chart(panels.words).mark_text(
        align="left",
        baseline="middle",
        fontSize=SIZE,
        fontWeight=alt.ExprRef("datum.bold ? 'bold' : 'normal'"),
        color=alt.ExprRef(f"datum.bold ? '{INK}' : '{MUTED}'"),
    )
    return words.encode(**at_pixels("x", "y"), text=alt.Text("said:N"))


def _numbers(panels: Panels) -> list[alt.Chart]:
    """Write how many things of a kind have no year, behind the years."""
    if panels.numbers.empty:
        return []
    tips: Any = tooltips(WITHOUT)
    numbers = alt.Chart(panels.numbers).mark_text(
        align="left", baseline="middle", fontSize=SIZE, color=INK
    )
    return [
        numbers.encode(
            **at_pixels("x", "y"),
            text=alt.Text("said:N"),
            tooltip=tips,
            description=aloud(tips),
        )
    ]
