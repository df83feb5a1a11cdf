"""Every way to put one question to the series, with its answer."""

import math
from typing import Any

import altair as alt
import pandas as pd

from track2lib.charts.grammar.aloud import aloud
from track2lib.charts.grammar.cells import check_order
from track2lib.charts.grammar.table import check_table
from track2lib.charts.grammar.words import counted, source_note, tooltips
from track2lib.impact.charts.choices import (
    FADED,
    headline,
    headlines,
    is_chosen,
    lists,
    name_width,
    rows_of_dots,
    tally,
)
from track2lib.page.frame import Layered, finish, layered
from track2lib.page.theme import INK, MUTED

__all__ = ["specification_curve"]

# Pixels of the page and of the curve; a dot takes most of its column, and never more than this.
PAGE, HEIGHT, DOT = 804, 170, 44
# More than these cannot be told apart; a wider interval is cut at the edge of the plot, which reaches
# so far at least, and to every estimate.
MOST, REACH, TICKS = 120, 4, 8
START = "impact.all_specifications()"
CHOICES = {
    "measure": "Measure",
    "at": "First year after",
    "compares": "Compares",
    "netting": "Netting",
}
NUMBERS = {
    "estimate": "Change",
    "low": "Usual interval, low end",
    "high": "Usual interval, high end",
    "wide_low": "Wide interval, low end",
    "wide_high": "Wide interval, high end",
}
NO_EFFECT = "None of these shows what track II did or did not do."


def specification_curve(table: pd.DataFrame, *, title: str | None = None) -> alt.VConcatChart:
    """Draw the change in each measure, at each break, in each way, from the lowest to the highest.

    Parameters
    ----------
    table : pandas.DataFrame
        What ``impact.all_specifications()`` gives.
    title : str, optional
        What is to be seen. By default how many ways there are, and what they say; it follows the
        lists.

    Returns
    -------
    altair.VConcatChart
        The estimates with their wide intervals, the choices behind each below, and lists that pick
        some of them out.

    Raises
    ------
    TypeError
        If it is no table.
    ValueError
        If there are no rows, a column is missing, one way stands twice, or there are more than can
        be read.

    Examples
    --------
    >>> import track2lib as t2
    >>> chart = t2.impact.specification_curve(t2.impact.all_specifications())
    >>> "54 ways" in chart.description
    True
    """
    table = check_table(
        table,
        [*CHOICES, "window", *NUMBERS],
        START,
        title=title,
        numbers=["at", "window", *NUMBERS],
        filled=CHOICES,
        once=[*CHOICES, "window"],
        most=MOST,
        what="specifications",
        instead="Choose fewer measures, breaks or windows.",
    )
    for low, high in (("low", "high"), ("wide_low", "wide_high")):
        check_order(table, [low, "estimate", high], START)
    choices, rows, reach = _choices(table), _rows(table), _reach(table)
    base = alt.Chart(rows).transform_calculate(chosen=is_chosen(choices))
    names = {field: table[field].astype(str).unique().tolist() for field in choices}
    left = name_width(names["measure"])
    size = min(DOT, (0.8 * (PAGE - left) / len(rows)) ** 2)
    dots = [
        rows_of_dots(base, field, head, names[field], left=left, size=size)
        for field, head in choices.items()
    ]
    # Handed over as they are: add_params() would copy every panel once more.
    panels: list[Any] = [_curve(base, choices, reach, left, size), *dots]
    for panel in panels:
        panel.width = PAGE - left
    said = headline(*tally(rows), of=len(rows))
    return finish(
        alt.vconcat(
            *panels, spacing=6, resolve={"scale": {"x": "shared"}}, params=lists(choices, rows)
        ),
        title=title or said,
        moving="" if title else headlines(rows, [*choices]),
        subtitle=(
            "Dot: the change, full if its wide 95 % interval (the line) excludes zero. Below it: what was chosen."
        ),
        caption=(
            f"{source_note(table)} Each change is divided by the standard deviation of its measure over the "
            f"years compared, so that units do not mix. {NO_EFFECT}"
        ),
        description=(
            f"{counted(len(rows), 'way', 'ways')} to ask whether the official relationship changed at a "
            f"year, with lists that pick some of them out. Of all: {said}. {_sure(rows)}. {NO_EFFECT}"
        ),
        width=PAGE,
    )


def _choices(table: pd.DataFrame) -> dict[str, str]:
    """Give the choices that need marks: not one that was never made, or that the measure settles."""
    settled = table.groupby("measure")["netting"].nunique().max() == 1
    chosen = {field: head for field, head in CHOICES.items() if field != "netting" or not settled}
    return chosen | ({"window": "Years"} if table["window"].nunique() > 1 else {})


def _rows(table: pd.DataFrame) -> pd.DataFrame:
    """Put the ways into their order, and tell whose interval is on one side of zero."""
    # Of equal estimates the first in the table stays first, so that a stored output stays the same.
    columns = [*CHOICES, "window", *NUMBERS, *table.columns.intersection(["cited"])]
    rows = table[columns].sort_values("estimate", kind="stable", ignore_index=True)
    rows[[*NUMBERS]] = rows[[*NUMBERS]].astype(float).round(4)
    # As text, which the lists compare with.
    rows[["at", "window"]] = rows[["at", "window"]].astype(str)
    rows["rank"] = range(1, len(rows) + 1)
    rows["sure"] = (rows["wide_low"] > 0) | (rows["wide_high"] < 0)
    return rows


def _reach(table: pd.DataFrame) -> int:
    """Give the number to which the plot reaches up and down."""
    return max(REACH, math.ceil(table["estimate"].abs().max()))


def _curve(base: alt.Chart, choices: dict[str, str], reach: int, left: int, size: float) -> Layered:
    """Draw each estimate with its wide interval, and say at the left what lies where."""
    scale = alt.Scale(domain=[-reach, reach], nice=False)
    step = math.ceil(2 * reach / TICKS)
    edge = reach // step * step
    axis = alt.Axis(
        values=[*range(-edge, edge + 1, step)], title=None, minExtent=left, maxExtent=left
    )
    tips = [
        *tooltips(choices | {"netting": CHOICES["netting"]}),
        *tooltips({f"{field}:Q": name for field, name in NUMBERS.items()}, number=".2f"),
        *tooltips({"cited": "Says who"}),
    ]
    above = base.encode(x=alt.X("rank:O", axis=None))
    # Wide intervals reach far out, and would press the estimates together.
    lines = above.transform_calculate(
        bottom=f"max(datum.wide_low, -{reach})", top=f"min(datum.wide_high, {reach})"
    )
    zero = alt.Chart(pd.DataFrame({"y": [0]})).mark_rule(color=MUTED)
    return layered(
        zero.encode(y=alt.Y("y:Q", scale=scale, title=None)),
        lines.mark_rule(color=INK, opacity=FADED, strokeWidth=1.5).encode(
            y=alt.Y("bottom:Q", scale=scale), y2=alt.Y2("top")
        ),
        *(_arrows(above, end, reach, scale) for end in ("wide_low", "wide_high")),
        above.mark_point(
            size=size,
            fill=alt.ExprRef(f"datum.sure ? '{INK}' : 'white'"),
            stroke=INK,
            opacity=FADED,
            strokeWidth=2,
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
        fill=INK,
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
        .encode(x=alt.value(-34), y=alt.value(at), text=alt.Text("word:N"))
        for at, word in words
    ]
    unit = texts[0].copy()
    unit.data = pd.DataFrame({"word": ["in standard deviations"]})
    unit = unit.mark_text(**look | {"color": MUTED}).encode(y=alt.value(18))
    # The count is taken in the browser, since the lists move it.
    cut = base.transform_calculate(cut=f"datum.chosen && ({beyond}) ? 1 : 0")
    cut = cut.transform_aggregate(few="sum(cut)").transform_filter("datum.few > 0")
    cut = cut.transform_calculate(
        said="datum.few == 1 ? '1 interval goes beyond' : datum.few + ' intervals go beyond'"
    )
    cut = cut.mark_text(**look | {"color": MUTED}).encode(
        x=alt.value(-34),
        y=alt.value(HEIGHT - 18),
        text=alt.Text("said:N"),
        description=alt.DescriptionValue(alt.ExprRef("datum.said")),
    )
    return [*texts, unit, cut]


def _sure(rows: pd.DataFrame) -> str:
    """Count the intervals of both kinds that lie on one side of zero."""
    parts = []
    for name, low, high in (("usual", "low", "high"), ("wide", "wide_low", "wide_high")):
        down, up = int((rows[high] < 0).sum()), int((rows[low] > 0).sum())
        said = counted(down, "excludes", "exclude")
        parts.append(f"by the {name} interval {said} 0 downward and {up} upward")
    return "; ".join(parts).capitalize()
