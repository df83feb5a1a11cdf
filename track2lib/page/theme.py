"""Colours and type of every chart, and the switch that turns them on.

The colours start from the set of Okabe and Ito (https://jfly.uni-koeln.de/color/), darkened until
text in them can be read on white. The tests measure them as three kinds of colour-blind eyes see
them, on paper and on a dark page.
"""

from functools import partial
from typing import Any

from track2lib.page.sizes import SIZES

__all__ = [
    "COAST",
    "DONE",
    "ERA_COLOURS",
    "ERA_TINTS",
    "FATE_COLOURS",
    "GRID",
    "INK",
    "LAND",
    "MUTED",
    "NEUTRAL",
    "NOT_YET",
    "ON_DARK",
    "PALE",
    "PAPER",
    "SIDE_COLOURS",
    "STAGE_COLOURS",
    "STRIPE",
    "TOLD_COLOURS",
    "UNCERTAIN",
    "enable_charts",
    "theme",
]

# The presidencies; they mean the same in every lesson.
ERA_COLOURS = {"khatami": "#0072B2", "ahmadinejad": "#B34700", "rouhani": "#00003D"}
# The same as a ground that text and marks can stand on.
ERA_TINTS = {"khatami": "#EAF3F9", "ahmadinejad": "#FBF0E9", "rouhani": "#F0F0F8"}
# Where someone comes from, in the words of the tables: one of the two countries, or neither.
SIDE_COLOURS = {"Iranian": "#004D3B", "American": "#5B2473", "third party": "#C28800"}
# What a reader has done and has not, which no chart shows beside presidencies: two of their colours.
DONE, NOT_YET = ERA_COLOURS["khatami"], ERA_COLOURS["ahmadinejad"]
# What belongs to no group, and what has no date.
NEUTRAL = "#6F7378"
# The same for what lies between two ends, or stands behind: a plain color packs better than a veil. As
# faint as a mark may be, 3:1 on both pages.
PALE = "#909397"
INK = "#222222"
MUTED = "#5A5F66"
GRID = "#E3E5E8"
# Every other row or period, lighter than a line of the grid.
STRIPE = "#F4F5F6"
LAND = "#E9EBEE"
COAST = "#BFC3C9"
# The ground of a chart, and what is hollow on it.
PAPER = "white"
# What fills an interval of talk, in the order of a list of stages, and the color of words on it.
STAGE_COLOURS = {
    "#130122": PAPER,
    "#6A0403": PAPER,
    "#0799F0": INK,
    "#106958": PAPER,
    "#BA8C4A": INK,
    "#0204A9": PAPER,
    PALE: INK,
}
# What became of an idea.
FATE_COLOURS = {
    "carried": "#106958",
    "changed": "#BA8C4A",
    "dropped": "#6A0403",
    "not heard": PALE,
}
# How a risk is told.
TOLD_COLOURS = {
    "happened": "#6A0403",
    "charged": "#BA8C4A",
    "possible": "#106958",
    "feared": PALE,
}
# Opacity of what a source leaves open: pale, and never a solid end.
UNCERTAIN = 0.45

# The same on a page whose theme is dark: what is dark on paper is light there, so that what stands on
# each other is told apart as before. A chart with a colour that is not in here keeps its paper, and so
# does every picture. Black is what Vega draws a line with that nobody gave a colour.
ON_DARK = {
    PAPER: "#111111",
    INK: "#E8E8E8",
    "black": "#E8E8E8",
    MUTED: "#A9AFB7",
    NEUTRAL: "#777D80",
    PALE: "#65686D",
    GRID: "#33373C",
    STRIPE: "#1B1D1F",
    LAND: "#212429",
    COAST: "#4A4F56",
    ERA_COLOURS["khatami"]: "#7385FF",
    ERA_COLOURS["ahmadinejad"]: "#E9714F",
    ERA_COLOURS["rouhani"]: "#CC8CB4",
    ERA_TINTS["khatami"]: "#122133",
    ERA_TINTS["ahmadinejad"]: "#2B1A10",
    ERA_TINTS["rouhani"]: "#271A2B",
    SIDE_COLOURS["Iranian"]: "#63E2AB",
    SIDE_COLOURS["American"]: "#D3B7FF",
    SIDE_COLOURS["third party"]: "#FFF04B",
    "#130122": "#916FFF",
    "#6A0403": "#E67D41",
    "#0799F0": "#42619F",
    "#106958": "#83FFC5",
    "#BA8C4A": "#855721",
    "#0204A9": "#98B6F1",
}

# vl-convert carries Liberation Sans within itself, for machines without it, and Arial has the same
# widths. With no generic name at the end, a missing font would draw no text at all.
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"


def theme(size: str = "page") -> Any:
    """Give the settings of every chart, in the form that Altair's themes have.

    Parameters
    ----------
    size : {"page", "projector"}, default "page"
        How large charts are drawn.

    Returns
    -------
    altair.theme.ThemeConfig
        A dict with the key ``config``, and the size under ``usermeta`` where it is not that of a page.
    """
    # What is written beside axes, panels and legends looks alike.
    labels: dict[str, Any] = {"labelColor": INK, "labelFontSize": 13, "labelLimit": 360}
    titles: dict[str, Any] = {
        "titleColor": MUTED,
        "titleFontSize": 13,
        "titleFontWeight": "normal",
    }
    large = {"usermeta": {"size": size}} if size != "page" else {}
    return large | {
        "config": {
            "font": FONT,
            "background": PAPER,
            "padding": {"left": 10, "top": 10, "right": 14, "bottom": 10},
            "view": {"stroke": None, "continuousWidth": 600, "continuousHeight": 320},
            "title": {
                "anchor": "start",
                "frame": "bounds",
                "color": INK,
                "fontSize": 18,
                "fontWeight": "bold",
                "lineHeight": 23,
                "offset": 14,
                "subtitleColor": MUTED,
                "subtitleFontSize": 14,
                "subtitleLineHeight": 19,
                "subtitlePadding": 6,
            },
            "axis": {
                **labels,
                "labelPadding": 6,
                "labelSeparation": 8,
                **titles,
                "titlePadding": 10,
                "domainColor": GRID,
                "gridColor": GRID,
                "ticks": False,
            },
            # Bands carry their own names; a line through each would only add ink.
            "axisBand": {"domain": False, "grid": False},
            "axisPoint": {"domain": False},
            "axisQuantitative": {"domain": False, "tickCount": 6},
            "header": {**labels, "labelFontSize": 14, "labelFontWeight": "bold", **titles},
            "legend": {**labels, **titles, "symbolSize": 120, "symbolStrokeWidth": 2},
            "mark": {"color": NEUTRAL},
            "text": {"color": INK, "fontSize": 13},
            "circle": {"opacity": 0.9, "size": 80},
            "point": {"filled": True, "opacity": 0.9, "size": 80},
            "line": {"strokeWidth": 2.5},
            "bar": {"discreteBandSize": {"band": 0.72}},
            "range": {
                "category": [*list(ERA_COLOURS.values())[:2], *SIDE_COLOURS.values(), NEUTRAL]
            },
        }
    }


def enable_charts(size: str = "page") -> None:
    """Draw every Altair chart of this session in the lessons' type and colours, with no network.

    Each chart is stored in the notebook as Vega 5, which JupyterLab draws itself, as a picture for
    places where no script runs, and as a sentence. Charts made with Altair directly are included.
    Dollar signs in a table that is shown stay what they are.

    Parameters
    ----------
    size : {"page", "projector"}, default "page"
        "projector" draws charts for the front of a room: all of a chart is larger, so that no word is
        below 20 pixels on a page that is 1400 pixels wide or more. So are the files of PNG and PDF that
        ``chart.save`` writes. ``t2.enable_lesson()`` goes back to the page.

    Raises
    ------
    ImportError
        If Altair is not installed.
    LookupError
        If there is no such size.

    Examples
    --------
    >>> import track2lib as t2
    >>> t2.enable_charts(size="projector")
    >>> t2.enable_charts()
    """
    try:
        import altair as alt
    except ImportError as error:
        raise ImportError(
            "Charts need the package altair, version 6, which is not installed in this "
            "environment. Install it with: pip install 'altair>=6'"
        ) from error
    import pandas as pd

    from track2lib.page.clean import guard_charts
    from track2lib.page.renderer import render
    from track2lib.records.asked import one_of

    one_of(size, tuple(SIZES), "size")
    # Registered here as well as by the package's entry point, so that a bare checkout works too.
    alt.renderers.register("track2", render)
    alt.renderers.enable("track2")
    alt.theme.register("track2", enable=True)(partial(theme, size))
    guard_charts()
    # Nor are two sums of dollars in a table the signs of mathematics between them.
    pd.set_option("display.html.use_mathjax", False)
