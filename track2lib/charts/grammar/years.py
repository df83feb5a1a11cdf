"""Values by year: as bars, and as a line with a break."""

from typing import Any

import altair as alt
import pandas as pd

from track2lib.charts.grammar.aloud import aloud
from track2lib.charts.grammar.words_at_lines import HALO, at_level, at_means
from track2lib.page.frame import Layered, layered
from track2lib.page.theme import INK, MUTED, NEUTRAL, PALE, PAPER

__all__ = ["NUMBERED", "around_break", "as_bars"]

# Pixels from year to year for up to so many; more share the page.
STEPS, PAGE = {25: 30, 36: 20}, 720
# Pixels that the name of a year needs, and how far apart the years are that have theirs.
NAME, NAMED = 45, (1, 2, 5, 10, 20, 50)
# Years that can all be named along a line.
FEW = 12
# Pixels from the plot up to words above it, of a letter of these, and of the numbers at its left.
ABOVE, BOLD, MARGIN = 10, 9, 30
# Bars of up to so many years have room for numbers; pixels of room above and below all bars.
NUMBERED, ROOM = max(STEPS), 20


def as_bars(
    rows: pd.DataFrame,
    value: str,
    *,
    asked: int,
    tooltip: list[alt.Tooltip],
    titles: tuple[str, str],
) -> Layered:
    """Draw a bar for each year, and broken lines that are as far from 0 as one of them.

    Parameters
    ----------
    rows : pandas.DataFrame
        A row for each ``year``, whether its bar is ``solid``: else it is hollow; whether it is one of
        the ``larger`` ones, which are darker; and the ``number`` at its end, if any, which
        is written where there is room.
    value : str
        Field of the length of the bars.
    asked : int
        The year in question: in black, with a bold name, and the one that the lines are for.
    tooltip : list of altair.Tooltip
        What each bar tells besides its year.
    titles : tuple of str
        What the years are, and what the values are.

    Returns
    -------
    altair.LayerChart
        The bars, still without a height and a frame.
    """
    step = next((step for most, step in STEPS.items() if len(rows) <= most), PAGE // len(rows))
    tips = [alt.Tooltip("year:O", title="Year"), *tooltip]
    # Beyond the bars and the lines there is room for words.
    room = alt.Scale(nice=False, padding=ROOM)
    y = alt.Y(f"{value}:Q", title=None, axis=_named_above(titles[1]), scale=room)
    bars = (
        alt.Chart(rows)
        # Hollow by an outline, and not by a color, so that it can be told from gray.
        .mark_bar(
            fill=alt.ExprRef(
                f"datum.year == {asked} ? '{INK}' : datum.larger ? '{MUTED}' : '{PALE}'"
            ),
            fillOpacity=alt.ExprRef("datum.solid ? 1 : 0"),
            stroke=alt.ExprRef(f"datum.solid ? null : '{NEUTRAL}'"),
        )
        .encode(
            x=alt.X("year:O", title=titles[0], axis=_some_years(rows["year"], asked, step)),
            y=y,
            tooltip=tips,
            description=aloud(tips),
        )
    )
    size = abs(float(rows.loc[rows["year"] == asked, value].iloc[0]))
    lines = alt.Chart(pd.DataFrame({value: [size, -size]})).encode(y=y)
    zero = alt.Chart(pd.DataFrame({value: [0.0]})).mark_rule(color=MUTED)
    words = at_level(rows[value], size, f"as large as in {asked}", step)
    words += _at_the_ends(rows, value) if len(rows) <= NUMBERED else []
    return layered(
        zero.encode(y=y),
        bars,
        # Its gaps are filled, so that on a dark bar a broken line is seen by them.
        lines.mark_rule(color=PAPER, strokeWidth=2),
        lines.mark_rule(color=INK, strokeDash=[6, 4], strokeWidth=2),
        *(own.encode(y=y) for own in words),
        width=alt.Step(step),
    )


def _at_the_ends(rows: pd.DataFrame, value: str) -> list[alt.Chart]:
    """Write the number of each bar that has one where it ends."""
    own = rows.loc[rows["number"] != "", ["year", value, "number"]]
    look: dict[str, Any] = {"baseline": "middle", "fontWeight": "bold"}
    look["dy"] = alt.ExprRef(f"datum['{value}'] < 0 ? 11 : -10")
    words = alt.Chart(own).encode(x=alt.X("year:O"), text=alt.Text("number:N"))
    return [words.mark_text(**look, **ground) for ground in (HALO, {})]


def _named_above(name: str) -> alt.Axis:
    """Give an axis of values whose name stands level, above it."""
    level: dict[str, Any] = {"titleAngle": 0, "titleAlign": "left", "titleBaseline": "bottom"}
    return alt.Axis(title=name, tickCount=5, titleX=-MARGIN, titleY=-ABOVE, **level)


def _some_years(years: pd.Series, asked: int, step: int) -> alt.Axis:
    """Give an axis with the names of as many years as have room, and always of the one asked."""
    apart = next((apart for apart in NAMED if apart * step >= NAME), NAMED[-1])
    near = [year for year in years if abs(year - asked) * step >= NAME and year % apart == 0]
    return alt.Axis(
        labelAngle=0,
        values=sorted([*near, asked]),
        labelFontWeight=alt.condition(
            f"datum.value == {asked}", alt.value("bold"), alt.value("normal")
        ),
    )


def around_break(
    rows: pd.DataFrame, means: pd.DataFrame, at: int, *, tooltip: list[alt.Tooltip], width: int
) -> alt.LayerChart:
    """Draw values as a line, with a broken line before a year, and means on either side of it.

    Parameters
    ----------
    rows : pandas.DataFrame
        A row for each ``year``, with its ``value`` and whether it is ``used`` for a mean.
    means : pandas.DataFrame
        A row for before and one for after: ``start`` and ``end`` in years, the ``mean``, and in words
        its ``number``, the ``figure`` at its line and its ``years``.
    at : int
        First year after the break.
    tooltip : list of altair.Tooltip
        What each point tells besides its year.
    width : int
        Pixels of the plot.

    Returns
    -------
    altair.LayerChart
        The line, still without a height and a frame.
    """
    # Years as numbers, so that a missing one keeps its place; without a comma after the thousands.
    axis = alt.Axis(format="d", grid=False)
    first, last = int(rows["year"].min()), int(rows["year"].max())
    if last - first < FEW:  # or halves of a year would be written as years
        axis.values = [*range(first, last + 1)]
        axis.tickCount = FEW  # or Vega would leave out every other one
    base = alt.Chart(rows).encode(
        x=alt.X("year:Q", title=None, axis=axis, scale=alt.Scale(nice=False, padding=12)),
        y=alt.Y("value:Q", title=None, axis=alt.Axis(tickCount=5), scale=alt.Scale(zero=True)),
    )
    tips = [alt.Tooltip("year:Q", title="Year", format="d"), *tooltip]
    # A year without a value breaks the line, which would tell one.
    every = rows.set_index("year")[["value"]]
    whole = every.reindex(range(first, last + 1)).reset_index()
    line = alt.Chart(whole).mark_line(
        color=NEUTRAL, strokeWidth=1.5, strokeJoin="round", invalid="break-paths-filter-domains"
    )
    line = line.encode(x=base.encoding.x, y=base.encoding.y)
    # What is not used recedes by its size, and not by its color alone.
    points = base.mark_point(
        opacity=1,
        size=alt.ExprRef("datum.used ? 100 : 20"),
        # A rim, so that a point on the line of its mean is told from it.
        stroke=PAPER,
        strokeWidth=alt.ExprRef("datum.used ? 1.5 : 0"),
        fill=alt.ExprRef(f"datum.used ? '{INK}' : '{NEUTRAL}'"),
    ).encode(tooltip=tips, description=aloud(tips))
    # The break lies between two years, so that no point stands on it.
    edge = at - 0.5
    cut = (
        alt.Chart(pd.DataFrame({"at": [edge]}))
        .mark_rule(strokeDash=[4, 4], color=MUTED)
        .encode(x=alt.X("at:Q"), y=alt.value(-ABOVE), y2=alt.value("height"))
    )
    rules = (
        alt.Chart(means)
        .mark_rule(strokeWidth=5, color=INK)
        .encode(x=alt.X("start:Q"), x2=alt.X2("end"), y=alt.Y("mean:Q"))
    )
    words = _words_above(rows["year"], means, edge, width)
    numbers = at_means(every["value"], means, width)
    return layered(line, cut, rules, points, *words, *numbers, width=width)


def _words_above(years: pd.Series, means: pd.DataFrame, edge: float, width: int) -> list[alt.Chart]:
    """Write the years on either side of a break above the plot, where no point is."""
    share = (edge - years.min()) / (years.max() - years.min())
    words = []
    rooms = (share * width + MARGIN, (1 - share) * width)
    for side, room, text, number in zip(
        ("before", "after"), rooms, means["years"], means["number"], strict=True
    ):
        # Beside the break; where that is too near to the end of the plot, from there, a line higher.
        beside, left = len(text) * BOLD < room, side == "before"
        align: Any = "right" if left == beside else "left"
        said = f"Mean: {number} in {text}"
        place = pd.DataFrame({"at": [edge], "years": [text], "said": [said], "side": [side]})
        mark = alt.Chart(place).mark_text(
            align=align,
            dx=(-8 if left else 8) * beside,
            baseline="bottom",
            fontWeight="bold",
            fontSize=15,
        )
        words.append(
            mark.encode(
                x=alt.X("at:Q") if beside else alt.value(-MARGIN if left else width),
                y=alt.value(-ABOVE if beside else -ABOVE - 20),
                text=alt.Text("years:N"),
                description=alt.DescriptionValue(alt.ExprRef("datum.said")),
            )
        )
    return words
