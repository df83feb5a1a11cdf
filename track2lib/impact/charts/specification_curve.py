"""Every way to put one question to the series, with its answer."""

import math
from typing import Any

import altair as alt
import pandas as pd

from track2lib.charts.grammar.aloud import aloud
from track2lib.charts.grammar.cells import check_order
from track2lib.charts.grammar.table import check_table
from track2lib.charts.grammar.words import counted, source_note, tooltips
from track2lib.page.frame import Layered, finish, layered
from track2lib.page.theme import INK, MUTED, NEUTRAL

__all__ = ["specification_curve"]

# Pixels of the curve, and of the names beside the marks below it.
WIDTH, NAMES = 540, 236
# More than these cannot be told apart; a wider interval is cut at the edge of the plot, which reaches
# so far at least, and to every estimate.
MOST, REACH, TICKS = 120, 4, 8
ANY, START = "all", "impact.all_specifications()"
# The look of what is picked out, and of the rest.
BLACK = alt.ExprRef(f"datum.chosen ? '{INK}' : '{NEUTRAL}'")
PALE = alt.ExprRef("datum.chosen ? 1 : 0.18")
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


def specification_curve(table: pd.DataFrame, *, title: str | None = None) -> alt.VConcatChart:
    """Draw the change in each measure, at each break, in each way, from the lowest to the highest.

    Parameters
    ----------
    table : pandas.DataFrame
        What ``impact.all_specifications()`` gives.
    title : str, optional
        What is to be seen. By default how many ways there are, and what they say.

    Returns
    -------
    altair.VConcatChart
        The estimates with their usual and wide intervals, the choices behind each below, and
        controls that pick some of them out.

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
    reach = max(REACH, math.ceil(table["estimate"].abs().max()))
    # A choice that was not made needs no marks.
    choices = CHOICES | ({"window": "Years"} if table["window"].nunique() > 1 else {})
    # Of equal estimates the first in the table stays first, so that a stored output stays the same.
    rows = table.sort_values("estimate", kind="stable").reset_index(drop=True)
    # Choices are text, as in the lists to pick them from: to Vega, 2005 and "2005" are not the same.
    own = [*choices, *NUMBERS, "rank", *rows.columns.intersection(["cited"])]
    rows = rows.assign(rank=rows.index)[own].round(6).astype(dict.fromkeys(choices, str))
    # Each control is free until it is used, so that all ways are seen first.
    kept = (f"(only_{field} == '{ANY}' || datum['{field}'] == only_{field})" for field in choices)
    base = alt.Chart(rows).transform_calculate(chosen=" && ".join(kept))
    names = {field: table[field].astype(str).unique().tolist() for field in choices}
    marks = [_marks(base, field, head, names[field]) for field, head in choices.items()]
    # Handed over as they are: add_params() would copy every panel once more.
    stacked = alt.vconcat(
        _curve(base, choices, reach),
        *marks,
        spacing=8,
        resolve={"scale": {"x": "shared"}},
        params=[_control(field, head, names[field]) for field, head in choices.items()],
    )
    apart, closer = _either_way(rows, "estimate", "estimate")
    ways = counted(len(rows), "way", "ways")
    said = f"{counted(apart, 'says', 'say')} further apart, {counted(closer, 'says', 'say')} closer"
    return finish(
        stacked,
        title=title or f"{ways} to ask: {said}",
        subtitle=f"Up: closer. Down: further apart. Thick: the usual 95 % interval. Thin: the wide one.{_cut(rows, reach)} Marks below: what was chosen.",
        caption=(
            f"{source_note(rows)} Each change is divided by the standard deviation of its measure over the "
            "years compared, so that units do not mix. None of these shows what track II did or did not do."
        ),
        description=(
            f"{ways} to ask whether the official relationship changed at a year: {said}. "
            f"{_sure(rows)}. None of these shows what track II did or did not do."
        ),
        width=780,
    )


def _cut(rows: pd.DataFrame, reach: int) -> str:
    """Count the intervals that are cut at the edge of the plot, if there are any."""
    count = int((rows[["low", "high", "wide_low", "wide_high"]].abs() > reach).any(axis=1).sum())
    of = counted(count, "interval is", "intervals are")
    return f" {of} cut at the edge: a mark tells how far it reaches." if count else ""


def _curve(base: alt.Chart, choices: dict[str, str], reach: int) -> Layered:
    """Draw each estimate with both intervals, what is not picked out so pale that it recedes."""
    soft = alt.ExprRef("datum.chosen ? 0.5 : 0.12")
    # Wide intervals reach far out, and would press the estimates together.
    scale = alt.Scale(domain=[-reach, reach], clamp=True, nice=False)
    step = math.ceil(2 * reach / TICKS)
    edge = reach // step * step
    ticks = alt.Axis(values=[*range(-edge, edge + 1, step)])
    tips = [
        *tooltips(choices),
        *tooltips({f"{field}:Q": name for field, name in NUMBERS.items()}, number=".2f"),
        *tooltips({"cited": "Says who"}),
    ]
    above = base.encode(x=alt.X("rank:O", axis=None), tooltip=tips)
    # What the controls leave pale is heard again when they are moved.
    told = aloud(tips, only="datum.chosen")
    zero = alt.Chart(pd.DataFrame({"y": [0]})).mark_rule(color=MUTED)
    # The count is taken in the browser, since the controls move it.
    counted = base.transform_aggregate(all="count()", few="sum(chosen)").transform_calculate(
        said="datum.few ? datum.few + ' of ' + datum.all + ' picked out' : 'There is no such way: choose again'"
    )
    return layered(
        zero.encode(y=alt.Y("y:Q", scale=scale)),
        above.mark_rule(color=BLACK, opacity=soft, strokeWidth=1.5).encode(
            y=alt.Y("wide_low:Q", scale=scale), y2=alt.Y2("wide_high")
        ),
        above.mark_rule(color=BLACK, opacity=PALE, strokeWidth=3.5).encode(
            y=alt.Y("low:Q", scale=scale), y2=alt.Y2("high")
        ),
        above.mark_point(size=45, fill="white", stroke=BLACK, opacity=PALE, strokeWidth=2).encode(
            y=alt.Y("estimate:Q", title="Change (standard deviations)", scale=scale, axis=ticks),
            description=told,
        ),
        counted.mark_text(align="left", baseline="top", color=MUTED).encode(
            x=alt.value(4),
            y=alt.value(0),
            text=alt.Text("said:N"),
            description=alt.DescriptionValue(alt.ExprRef("datum.said")),
        ),
        width=WIDTH,
        height=260,
    )


def _marks(base: alt.Chart, field: str, head: str, names: list[str]) -> alt.Chart:
    """Mark below each estimate which of these was chosen for it."""
    # All rows of marks begin at one line, or they would not stand below the curve.
    extent: dict[str, Any] = {"minExtent": NAMES, "maxExtent": NAMES}
    axis = alt.Axis(domain=False, ticks=False, labelLimit=0, labelFontSize=11, grid=True, **extent)
    marks = base.mark_tick(orient="vertical", thickness=5, size=11, color=BLACK, opacity=PALE)
    return marks.encode(
        x=alt.X("rank:O", axis=None), y=alt.Y(f"{field}:N", sort=names, title=None, axis=axis)
    ).properties(
        width=WIDTH,
        height=15 * len(names),
        title=alt.TitleParams(head, anchor="start", fontSize=12, color=MUTED, offset=2),
    )


def _control(field: str, head: str, names: list[str]) -> Any:
    """Make a list to choose one from."""
    bind = alt.binding_select(options=[ANY, *sorted(names)], name=f"{head}: ")
    return alt.param(name=f"only_{field}", value=ANY, bind=bind).param


def _either_way(rows: pd.DataFrame, low: str, high: str) -> tuple[int, int]:
    """Count the rows that lie below 0 with both of these ends, and those above it."""
    return (rows[high] < 0).sum(), (rows[low] > 0).sum()


def _sure(rows: pd.DataFrame) -> str:
    parts = []
    for name, low, high in (("usual", "low", "high"), ("wide", "wide_low", "wide_high")):
        apart, closer = _either_way(rows, low, high)
        down = counted(apart, "excludes", "exclude")
        parts.append(f"by the {name} interval {down} 0 downward and {closer} upward")
    return "; ".join(parts).capitalize()
