"""The curve of all estimates: each with its interval, and at the left which way is which."""

import math
from typing import Any

import altair as alt
import pandas as pd

from track2lib.charts.grammar.aloud import aloud
from track2lib.impact.charts.choices import FADED, STRONG, sizes
from track2lib.page.frame import Layered, layered
from track2lib.page.theme import INK, MUTED, PAPER

__all__ = ["curve"]

# Pixels of the curve, and from the plot to words at its left.
HEIGHT, BESIDE = 170, 34
# A wider interval is cut at the edge of the plot, which reaches so far at least, and to every estimate.
# More steps along it than these would not all be named.
REACH, TICKS = 4, 4


def curve(base: alt.Chart, tips: list[alt.Tooltip], *, left: int, large: float) -> Layered:
    """Draw each estimate with its wide interval, and say at the left what lies where.

    Parameters
    ----------
    base : altair.Chart
        The estimates, with their ``rank``, and whether they are ``chosen`` and ``sure``: whether their
        wide interval excludes zero.
    tips : list of altair.Tooltip
        What each tells.
    left : int
        Pixels beside the curve, for its words.
    large : float
        Pixels across the largest dot.

    Returns
    -------
    altair.LayerChart
        The curve, as wide as it is made.
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
            strokeWidth=alt.ExprRef(f"datum.sure ? {large / 2:.1f} : 1.2"),
        ).encode(y=alt.Y("bottom:Q", scale=scale), y2=alt.Y2("top")),
        *(_arrows(above, end, reach, scale) for end in ("wide_low", "wide_high")),
        above.mark_point(
            size=sizes(large),
            fill=alt.ExprRef(f"datum.sure ? '{INK}' : '{PAPER}'"),
            stroke=STRONG,
            opacity=FADED,
            strokeWidth=1.5,
        ).encode(
            y=alt.Y("estimate:Q", scale=scale, axis=axis),
            tooltip=tips,
            # What the lists leave pale is heard again when they are moved.
            description=aloud(tips, only="datum.chosen"),
        ),
        *_beside(base, reach),
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
    unit.data = pd.DataFrame({"word": ["in standard deviations"]})
    unit = unit.mark_text(**look | {"color": MUTED}).encode(y=alt.value(18))
    some = {
        f"datum.chosen && ({beyond})": (
            HEIGHT - 18,
            "interval goes beyond",
            "intervals go beyond",
            "",
        ),
        "datum.chosen && datum.sure": (
            HEIGHT / 2 + 18,
            "wide interval excludes zero",
            "wide intervals exclude zero",
            "no wide interval excludes zero",
        ),
    }
    counts = [_counted(base, which, *words) for which, words in some.items()]
    return [*texts, unit, *counts]


def _counted(base: alt.Chart, which: str, at: float, one: str, more: str, none: str) -> alt.Chart:
    """Write at this height how many there are; in the browser, since the lists move it."""
    few = base.transform_calculate(few=f"{which} ? 1 : 0").transform_aggregate(few="sum(few)")
    few = few.transform_calculate(
        said=f"datum.few == 0 ? '{none}' : datum.few + (datum.few == 1 ? ' {one}' : ' {more}')"
    )
    words = few.transform_filter("datum.said != ''").mark_text(
        align="right",
        baseline="middle",
        color=INK if none else MUTED,
        fontWeight="bold" if none else "normal",
    )
    return words.encode(
        x=alt.value(-BESIDE),
        y=alt.value(at),
        text=alt.Text("said:N"),
        description=alt.DescriptionValue(alt.ExprRef("datum.said")),
    )
