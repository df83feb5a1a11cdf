"""What observers of imagined talks conclude, and where the truth lies."""

from typing import Any

import altair as alt
import pandas as pd

from track2lib.charts.grammar.cells import check_order
from track2lib.charts.grammar.ranges import (
    broken_line,
    in_ranges,
    named_rows,
    per_cent,
    words_beside,
)
from track2lib.charts.grammar.table import check_table
from track2lib.charts.grammar.words import join, tooltips
from track2lib.page.frame import finish
from track2lib.page.lines import LINE, wrap
from track2lib.page.theme import INK, MUTED, PAPER

__all__ = ["simulation_chart"]

START, FOUND = "impact.simulate()", ["low", "estimate", "high"]
# Pixels: of the page, of the scale, and of the names of readers.
PAGE, PLOT, NAMES = 830, 460, 190
HEAD = ["Worlds whose own 95 %", "interval holds the truth"]
TOLD = {"middle:Q": "Mean estimate", "least:Q": "95 % of worlds, from", "most:Q": "to"}


def simulation_chart(worlds: pd.DataFrame, *, title: str | None = None) -> alt.VConcatChart:
    """Draw the estimates of each reader over many imagined worlds beside the truth.

    Parameters
    ----------
    worlds : pandas.DataFrame
        What ``impact.simulate()`` gives.
    title : str, optional
        What is to be seen. By default the truth, and the reader who is furthest from it.

    Returns
    -------
    altair.VConcatChart
        A line for each reader, from the lowest to the highest of the middle 95 % of worlds.

    Raises
    ------
    TypeError
        If it is no table.
    ValueError
        If there are no worlds, a column is missing, no reader has an estimate, or the worlds are of
        several simulations.

    Examples
    --------
    >>> import track2lib as t2
    >>> chart = t2.impact.simulation_chart(t2.impact.simulate(worlds=200))
    >>> "Imagined talks" in chart.description
    True
    """
    worlds = check_table(
        worlds,
        ["world", "reader", *FOUND, "truth"],
        START,
        title=title,
        numbers=["world", "truth"],
        gaps=FOUND,
        filled=["reader"],
    )
    check_order(worlds, FOUND, START)
    truth = _truth(worlds)
    rows = _rows(worlds)
    if rows["middle"].isna().all():
        raise ValueError("No reader has an estimate: nothing was told in any of these worlds.")
    # Whoever has nothing to go by is not drawn at 0, which would be an estimate.
    silent = rows["middle"].isna()
    drawn = rows[~silent].round(6)
    count = worlds["world"].nunique()
    many = f"{count:,} imagined world{'s' * (count > 1)}"
    return finish(
        _drawn(rows, drawn, truth),
        title=title or _headline(drawn, truth),
        # Where nothing is told, there is no estimate, and fewer worlds are behind the bar.
        subtitle=(
            "Dot: what a reader finds on average. Bar: the middle 95 % of "
            f"{'the worlds with an estimate' if worlds['estimate'].isna().any() else many}. "
            "Broken line: the truth."
        ),
        caption=(f"Source: {many}. No real dialogue is shown or meant."),
        description=(
            f"Imagined talks with a true effect of {truth:g}. "
            + join(f"If {row.reader}: {row.said}" for row in rows.itertuples())
            + "."
            + (f" No estimate if {join(rows.loc[silent, 'reader'])}." if silent.any() else "")
        ),
        width=PAGE,
    )


def _drawn(rows: pd.DataFrame, drawn: pd.DataFrame, truth: float) -> alt.LayerChart:
    """Draw a bar and a dot for each reader, and beside them how often the truth is in an interval."""
    # The truth and 0 are in sight whatever was found: an estimate is held against both.
    ends = [*drawn["least"], *drawn["most"], truth, 0]
    scale: dict[str, Any] = {"domain": [min(ends) - 0.1, max(ends) + 0.1], "nice": True}
    names = {row.reader: wrap(row.reader, NAMES, 14) for row in rows.itertuples()}
    told = tooltips({"reader": "If"} | TOLD, number=".2f")
    # A reader without an estimate keeps a row, with words and no mark.
    places = named_rows("reader:N", names, grid=False, scale=alt.Scale(domain=[*names]))
    base = alt.Chart(drawn).encode(
        y=places, tooltip=[*told, *tooltips({"held": "Own intervals that hold the truth"})]
    )
    at = {"truth": truth, "said": f"truth: {truth:g}"}
    line = broken_line(at, scale, strokeWidth=2, color=INK, strokeDash=[6, 4])
    # Above the plot, at one height: what the line and the column of shares are.
    above: dict[str, Any] = {"baseline": "bottom", "lineHeight": LINE}
    heads = [
        line.mark_text(fontSize=14, fontWeight="bold", dy=-4, **above).encode(
            y=alt.value(0),
            text=alt.Text("said:N"),
            description=alt.DescriptionValue(alt.ExprRef("datum.said")),
        ),
        line.mark_text(text=HEAD, align="left", color=MUTED, dy=-4 - LINE, **above).encode(
            x=alt.value(PLOT + 24), y=alt.value(0)
        ),
    ]
    # Twice: first as a ground on which the lines do not show through.
    look: dict[str, Any] = {"dy": -20, "fontSize": 16, "fontWeight": "bold"}
    means = [
        base.mark_text(**look | behind).encode(
            x=alt.X("middle:Q", scale=alt.Scale(**scale)), text=alt.Text("mean:N")
        )
        for behind in ({"stroke": PAPER, "strokeWidth": 7, "strokeJoin": "round"}, {})
    ]
    ranges = in_ranges(
        base,
        line,
        *means,
        *heads,
        words_beside(alt.Chart(rows).encode(y=places), "held", PLOT + 24, **look | {"dy": 0}),
        ends=("least", "most"),
        dot="middle",
        titles={"least": "Estimated effect (standard deviations of the outcome)"},
        scale=scale,
        thick=14,
        look={"size": 260, "fill": INK, "stroke": PAPER, "strokeWidth": 2},
    )
    return ranges.properties(width=PLOT, height=alt.Step(84))


def _truth(worlds: pd.DataFrame) -> float:
    """Give the one truth of all worlds; refuse those of several simulations, whose bars would mix."""
    truths = worlds["truth"].unique()
    if len(truths) > 1:
        told = join(f"{truth:g}" for truth in truths[:5]) + ", ..." * (len(truths) > 5)
        raise ValueError(
            f"These are worlds of several simulations, with the truths {told}, and there is one line for "
            "the truth. Draw each simulation by itself, such as worlds.query('truth == "
            f"{truths[0]:g}')."
        )
    again = worlds.duplicated(["world", "reader"])
    if again.any():
        world = worlds.loc[again, "world"].iloc[0]
        raise ValueError(
            f"World {world} stands in the table more than once for a reader, so that these are worlds of "
            "several simulations, or rows have been doubled. Draw each simulation by itself."
        )
    return float(truths[0])


def _rows(worlds: pd.DataFrame) -> pd.DataFrame:
    """Sum up the worlds for each reader."""
    rows = []
    for reader, own in worlds.groupby("reader", sort=False):
        told = own.dropna(subset="estimate")
        # Of a single outcome that was told there is an estimate, and no interval.
        sure = told.dropna(subset=["low", "high"])
        middle = told["estimate"].mean()
        least, most = told["estimate"].quantile([0.025, 0.975])
        held, said = "none", "too little was told for an interval"
        if len(sure):
            right = ((sure["low"] <= sure["truth"]) & (sure["high"] >= sure["truth"])).mean()
            held = per_cent(right)
            said = f"{held} of the readers' own 95 % intervals hold the truth"
        said = f"{_written(middle)} on average; {said}"
        if told.empty:
            held, said = "nothing told", "nothing was told, so there is no estimate"
        rows.append((reader, middle, _written(middle), held, least, most, said))
    columns = ["reader", "middle", "mean", "held", "least", "most", "said"]
    return pd.DataFrame(rows, columns=columns)


def _written(number: float) -> str:
    """Write a number with two digits; next to 0 it has no sign."""
    return f"{round(number, 2) + 0.0:.2f}"


def _headline(drawn: pd.DataFrame, truth: float) -> str:
    worst = drawn.loc[(drawn["middle"] - truth).abs().idxmax()]
    # So small a distance is hardly wider than the dot.
    if abs(worst["middle"] - truth) < 0.05:
        return f"Here every reader comes close to the truth, {truth:g}"
    return (
        f"The truth is {truth:g}; if {worst['reader']}, a reader finds {_written(worst['middle'])}"
    )
