"""What observers of imagined talks conclude, and where the truth lies."""

import altair as alt
import pandas as pd

from track2lib.charts.grammar.cells import check_order
from track2lib.charts.grammar.ranges import broken_line, in_ranges, words_above
from track2lib.charts.grammar.table import check_table
from track2lib.charts.grammar.words import join, tooltips
from track2lib.page.frame import finish
from track2lib.page.lines import names_axis, wrap
from track2lib.page.theme import INK

__all__ = ["simulation_chart"]

START, FOUND = "impact.simulate()", ["low", "estimate", "high"]
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
    silent = rows.loc[rows["middle"].isna(), "reader"]
    drawn = rows.dropna(subset="middle").round(6)
    # The truth and 0 are in sight whatever was found: an estimate is held against both.
    ends = [*drawn["least"], *drawn["most"], truth, 0]
    scale = {"domain": [min(ends) - 0.1, max(ends) + 0.1], "nice": True}
    names = {row.reader: [row.reader, *wrap(row.said, 300, 13)] for row in rows.itertuples()}
    axis = names_axis(names, domain=False, ticks=False)
    base = alt.Chart(drawn).encode(
        # A reader without an estimate keeps a row, with words and no mark.
        y=alt.Y("reader:N", title=None, scale=alt.Scale(domain=list(names)), axis=axis),
        tooltip=[
            *tooltips({"reader": "If"} | TOLD, number=".2f"),
            *tooltips({"held:Q": "Own intervals that hold the truth"}, number=".0%"),
        ],
    )
    at = {"truth": truth, "said": f"truth: {truth:g}"}
    line = broken_line(at, scale, strokeWidth=2, color=INK, strokeDash=[6, 4])
    ranges = in_ranges(
        base,
        line,
        words_above(line),
        ends=("least", "most"),
        dot="middle",
        titles={"least": "Estimated effect (standard deviations of the outcome)"},
        scale=scale,
        thick=10,
        look={"size": 150, "fill": INK},
    )
    return finish(
        ranges.properties(width=470, height=230),
        title=title or _headline(drawn, truth),
        subtitle="Dot: the estimate, on average over imagined worlds. Bar: 95 of 100 worlds. Broken line: the truth.",
        caption=(
            f"Source: {worlds['world'].nunique():,} imagined worlds. No real dialogue is shown or meant."
        ),
        description=(
            f"Imagined talks with a true effect of {truth:g}. "
            + join(f"If {row.reader}: {row.said}" for row in rows.itertuples())
            + "."
            + (f" No estimate if {join(silent)}." if len(silent) else "")
        ),
        width=790,
    )


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
        held = ((sure["low"] <= sure["truth"]) & (sure["high"] >= sure["truth"])).mean()
        middle = told["estimate"].mean()
        least, most = told["estimate"].quantile([0.025, 0.975])
        said = "too little was told for an interval"
        if len(sure):
            said = f"{held:.0%} of the readers' own 95 % intervals hold the truth"
        said = f"{_written(middle)} on average; {said}"
        if told.empty:
            said = "nothing was told, so there is no estimate"
        rows.append((reader, middle, held, least, most, said))
    return pd.DataFrame(rows, columns=["reader", "middle", "held", "least", "most", "said"])


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
