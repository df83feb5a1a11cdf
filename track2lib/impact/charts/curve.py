"""The curve of all estimates: each with its interval, and at the left which way is which."""

import math
from typing import Any

import altair as alt
import pandas as pd

from track2lib.charts.grammar.aloud import aloud
from track2lib.charts.grammar.widths import pixels
from track2lib.impact.charts.choices import FADED, STRONG, sizes
from track2lib.page.frame import Layered, layered
from track2lib.page.lines import LINE
from track2lib.page.theme import INK, MUTED, PAPER

__all__ = ["curve"]

# Pixels of the curve, and from the plot to words at its left.
HEIGHT, BESIDE = 160, 34
# Pixels from the plot up to words above it, from a divider to these, and of a word to its left.
ABOVE, APART, NEAR, LARGE = 6, 8, 6, 15
UNIT = "in standard deviations\nof each measure over\nthe years compared"
# A wider interval is cut at the edge of the plot, which reaches so far at least, and to every estimate.
# More steps along it than these would not all be named.
REACH, TICKS = 4, 4


def curve(
    base: alt.Chart, tips: list[alt.Tooltip], *, left: int, width: int, large: float
) -> Layered:
    """Draw each estimate with its wide interval, and say what lies where, and how much on each side of 0.

    Parameters
    ----------
    base : altair.Chart
        The estimates, with their ``rank``, and whether they are ``chosen`` and ``sure``: whether their
        wide interval excludes zero.
    tips : list of altair.Tooltip
        What each tells.
    left : int
        Pixels beside the curve, for its words.
    width : int
        Pixels of the curve.
    large : float
        Pixels across the largest dot.

    Returns
    -------
    altair.LayerChart
        The curve.
    """
    reach = max(REACH, math.ceil(base.data["estimate"].abs().max()))
    scale = alt.Scale(domain=[-reach, reach], nice=False)
    step = math.ceil(2 * reach / TICKS)
    edge = reach // step * step
    axis = alt.Axis(
        values=[*range(-edge, edge + 1, step)], title=None, minExtent=left, maxExtent=left
    )
    above = base.encode(x=alt.X("rank:O", axis=None))
    # Wide intervals reach far out, and would press the estimates together.
    lines = above.transform_calculate(
        bottom=f"max(datum.wide_low, -{reach})", top=f"min(datum.wide_high, {reach})"
    )
    zero = alt.Chart(pd.DataFrame({"y": [0]})).mark_rule(color=MUTED)
    return layered(
        zero.encode(y=alt.Y("y:Q", scale=scale, title=None)),
        lines.mark_rule(
            stroke=STRONG,
            opacity=FADED,
            strokeWidth=alt.ExprRef(f"datum.sure ? {large / 2:.1f} : 1.6"),
        ).encode(y=alt.Y("bottom:Q", scale=scale), y2=alt.Y2("top")),
        *(_arrows(above, end, reach, scale) for end in ("wide_low", "wide_high")),
        above.mark_point(
            size=sizes(large),
            fill=alt.ExprRef(f"datum.sure ? '{INK}' : '{PAPER}'"),
            stroke=STRONG,
            opacity=FADED,
            strokeWidth=1.8,
        ).encode(
            y=alt.Y("estimate:Q", scale=scale, axis=axis),
            tooltip=tips,
            # What the lists leave pale is heard again when they are moved.
            description=aloud(tips, only="datum.chosen"),
        ),
        *_beside(base, reach),
        *_halves(base, width),
        height=HEIGHT,
    )


def _arrows(above: alt.Chart, end: str, reach: int, scale: alt.Scale) -> alt.Chart:
    """Draw an arrow at the edge for each interval that goes beyond it at this end."""
    up = end == "wide_high"
    kept = above.transform_filter(f"datum.{end} > {reach}" if up else f"datum.{end} < -{reach}")
    marks = kept.mark_point(
        shape="triangle-up" if up else "triangle-down",
        size=60,
        fill=STRONG,
        strokeWidth=0,
        opacity=FADED,
    )
    return marks.encode(y=alt.YDatum(reach if up else -reach, scale=scale))


def _beside(base: alt.Chart, reach: int) -> list[alt.Chart]:
    """Write at the left of the numbers which way is which, and how many intervals are cut."""
    beyond = f"datum.wide_high > {reach} || datum.wide_low < -{reach}"
    words = [(0, "closer"), (HEIGHT / 2, "no change"), (HEIGHT, "further apart")]
    look: dict[str, Any] = {"align": "right", "baseline": "middle", "color": INK}
    texts = [
        alt.Chart(pd.DataFrame({"word": [word]}))
        .mark_text(fontWeight="normal" if word == "no change" else "bold", **look)
        .encode(x=alt.value(-BESIDE), y=alt.value(at), text=alt.Text("word:N"))
        for at, word in words
    ]
    unit = texts[0].copy()
    unit.data = pd.DataFrame({"word": [UNIT]})
    unit = unit.mark_text(**look | {"color": MUTED}, lineBreak="\n", lineHeight=LINE)
    unit = unit.encode(y=alt.value(18))
    cut = ("interval goes beyond", "intervals go beyond", "")
    sure = (
        "wide interval excludes zero",
        "wide intervals exclude zero",
        "no wide interval excludes zero",
    )
    # Between two numbers of the axis there is room for words that stand at the curve itself.
    return [
        *texts,
        unit,
        _counted(base, f"datum.chosen && ({beyond})", -BESIDE, HEIGHT - 18, *cut),
        _counted(base, "datum.chosen && datum.sure", -NEAR, HEIGHT / 2 + 20, *sure),
    ]


def _halves(base: alt.Chart, width: int) -> list[alt.Chart]:
    """Divide what lies below zero from what lies above, and say how many of those picked out do."""
    estimate = base.data["estimate"]
    below, above = int((estimate < 0).sum()), int((estimate > 0).sum())
    step = width / len(estimate)
    low, high = below * step, (len(estimate) - above) * step
    divider = alt.Chart(pd.DataFrame({"y": [0]})).mark_rule(
        color=INK, strokeDash=[5, 3], strokeWidth=1.5
    )
    parts = [
        divider.encode(x=alt.value(at), y=alt.value(-ABOVE), y2=alt.value(HEIGHT))
        for at in dict.fromkeys((low, high))
        if 0 < at < width
    ]
    # Words of the last few would reach over the edge.
    room = width - pixels(f"{len(estimate)} above zero", LARGE, bold=True) - APART
    look: dict[str, Any] = {"baseline": "bottom", "fontWeight": "bold", "fontSize": LARGE}
    sides: list[tuple[int, str, str, dict[str, Any]]] = [
        (below, "<", "below", {"align": "right", "x": min(low, room) - APART}),
        (above, ">", "above", {"align": "left", "x": min(high, room) + APART}),
    ]
    for count, which, side, place in sides:
        if count:
            few = _few(base, f"datum.chosen && datum.estimate {which} 0")
            words = few.transform_calculate(said=f"datum.few + ' {side} zero'")
            words = words.mark_text(**look, **place, y=-ABOVE)
            parts.append(words.encode(text=alt.Text("said:N")))
    return parts


def _few(base: alt.Chart, which: str) -> alt.Chart:
    """Count of the estimates those for which a Vega expression is true."""
    few = base.transform_calculate(few=f"{which} ? 1 : 0")
    return few.transform_aggregate(few="sum(few)")


def _counted(
    base: alt.Chart, which: str, x: float, y: float, one: str, more: str, none: str
) -> alt.Chart:
    """Write at this height how many there are; in the browser, since the lists move it."""
    few = _few(base, which).transform_calculate(
        said=f"datum.few == 0 ? '{none}' : datum.few + (datum.few == 1 ? ' {one}' : ' {more}')"
    )
    words = few.transform_filter("datum.said != ''").mark_text(
        align="right",
        baseline="middle",
        color=INK if none else MUTED,
        fontWeight="bold" if none else "normal",
    )
    return words.encode(
        x=alt.value(x),
        y=alt.value(y),
        text=alt.Text("said:N"),
        description=alt.DescriptionValue(alt.ExprRef("datum.said")),
    )
