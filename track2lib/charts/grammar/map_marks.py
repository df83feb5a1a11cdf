"""What is drawn of a map: its ground, its frames, a circle for each town, and the names."""

from collections.abc import Sequence
from string import ascii_uppercase
from typing import Any

import altair as alt
import pandas as pd

from track2lib.charts.grammar.aloud import aloud
from track2lib.charts.grammar.frames import Panel
from track2lib.charts.grammar.mercator import mercator
from track2lib.charts.grammar.naming import LINE, SIZE
from track2lib.charts.grammar.outlines import outlines
from track2lib.charts.grammar.pixels import at_pixels
from track2lib.page.lines import isolated
from track2lib.page.theme import COAST, INK, LAND, MUTED, PALE, SIDE_COLOURS

__all__ = ["ground", "heads", "marks", "with_places"]

# Columns of a town: its place on the page, its name in lines with its place, and the line to it.
PLACED = ["x", "y", "name", "name_x", "name_y", "align", "way_x", "way_y"]
# How full the colour is of towns of which the title does not speak.
OTHERS = 0.4


def with_places(towns: pd.DataFrame, panels: Sequence[Panel]) -> pd.DataFrame:
    """Give each town its place on the page, and that of its name where there is room."""
    places: dict[int, list[Any]] = {}
    for panel in panels:
        x, y = panel.cut.at(*mercator(towns.iloc[panel.towns]))
        for n, named, east, north in zip(panel.towns, panel.names, x, y, strict=True):
            own: list[Any] = [round(float(east), 1), round(float(north), 1), *[None] * 6]
            if named:
                lines = named.text.split("\n")
                # Vega sets the first line at the height, however many there are.
                high = named.y - LINE / 2 * (len(lines) - 1)
                own[2] = "\n".join(isolated(lines, alone=True))
                own[3:6] = round(named.x, 1), round(high, 1), named.align
                own[6:] = [round(end, 1) for end in named.way] if named.way else [None, None]
            places[n] = own
    columns = pd.DataFrame.from_dict(places, orient="index", columns=PLACED)
    return towns.join(columns)


def ground(towns: pd.DataFrame, panels: Sequence[Panel]) -> list[alt.Chart]:
    """Draw what lies below all that is said, without a voice of its own: outlines and edges."""
    form = alt.JsonDataFormat(type="json")
    land = alt.Chart(alt.InlineData(values=outlines(panel.cut for panel in panels), format=form))
    land = land.mark_geoshape(fill=LAND, stroke=COAST, strokeWidth=0.6, aria=False)
    cuts = [panel.cut for panel in panels]
    boxes = [(c.left, c.top, c.left + c.width, c.top + c.height, PALE) for c in cuts]
    boxes += [(*panel.frame, INK) for panel in panels if panel.frame]
    # What a frame shows is a speck on the whole.
    for panel in panels:
        if panel.frame:
            spots = zip(*panels[0].cut.at(*mercator(towns.iloc[panel.towns])), strict=True)
            boxes += [(x - 1, y - 1, x + 1, y + 1, INK) for x, y in spots]
    edges = pd.DataFrame(boxes, columns=["x", "y", "x2", "y2", "colour"]).round(1)
    drawn = alt.Chart(edges).mark_rect(
        fillOpacity=0, stroke=alt.ExprRef("datum.colour"), strokeWidth=1, aria=False
    )
    # The corners of the outlines are pixels of the page already.
    flat = land.project(type="identity", scale=1, translate=[0, 0])
    return [flat, drawn.encode(**at_pixels("x", "y"), x2=alt.X2("x2"), y2=alt.Y2("y2"))]


def marks(towns: pd.DataFrame, tips: list[alt.Tooltip]) -> list[alt.Chart]:
    """Draw a circle for each town, and its name where there is room for it."""
    base = alt.Chart(towns)
    circles = base.mark_circle(
        size=alt.ExprRef("PI * datum.radius * datum.radius"),
        fill=SIDE_COLOURS["third party"],
        fillOpacity=alt.ExprRef(f"datum.lead ? 1 : {OTHERS}"),
        opacity=1,
        stroke=INK,
        strokeWidth=alt.ExprRef("datum.lead ? 2 : 1"),
    )
    ways = base.transform_filter("isValid(datum.way_x)")
    names = base.transform_filter("isValid(datum.name)")
    return [
        circles.encode(**at_pixels("x", "y"), tooltip=tips, description=aloud(tips)),
        ways.mark_rule(stroke=INK, strokeWidth=0.8, aria=False).encode(
            **at_pixels("x", "y"), x2=alt.X2("way_x"), y2=alt.Y2("way_y")
        ),
        _text(names, "name", bold=True, align=alt.ExprRef("datum.align")).encode(
            **at_pixels("name_x", "name_y")
        ),
    ]


def heads(
    panels: Sequence[Panel], names: Sequence[str], below: Sequence[list[str]]
) -> list[alt.Chart]:
    """Write above each frame its letter and its name, below it what is said of it."""
    said = []
    for letter, panel, name, lines in zip(ascii_uppercase, panels, names, below, strict=False):
        left, top, wide = panel.cut[:3]
        if panel.letter:
            said.append((panel.letter[0] + 1, panel.letter[1] + 7, letter, "bold", wide))
        said.append((left, top - 9, f"{letter}: {name}", "bold", wide))
        words = "\n".join(isolated(lines, alone=True))
        said.append((left, top + panel.cut.height + 13, words, "normal", wide))
    told = pd.DataFrame(said, columns=["x", "y", "said", "weight", "wide"])
    return [
        _text(
            alt.Chart(told).transform_filter(f"datum.weight == '{weight}'"),
            "said",
            bold=weight == "bold",
            align="left",
            limit=alt.ExprRef("datum.wide"),
            color=INK if weight == "bold" else MUTED,
        ).encode(**at_pixels("x", "y"))
        for weight in ("bold", "normal")
    ]


def _text(base: alt.Chart, field: str, *, bold: bool, **look: Any) -> alt.Chart:
    """Write words at their place."""
    return base.mark_text(
        fontSize=SIZE,
        fontWeight="bold" if bold else "normal",
        lineBreak="\n",
        lineHeight=LINE,
        aria=False,
        **look,
    ).encode(text=alt.Text(f"{field}:N"))
