"""What observers of imagined talks conclude, and where the truth lies."""

from typing import Any

import pandas as pd

from track2lib.charts.grammar.words import join, require
from track2lib.page.frame import finish, names_axis, wrap
from track2lib.page.theme import INK, PALE

__all__ = ["simulation_chart"]


def simulation_chart(worlds: pd.DataFrame) -> Any:
    """Draw the estimates of each reader over many imagined worlds beside the truth.

    Parameters
    ----------
    worlds : pandas.DataFrame
        What ``impact.simulate()`` gives.

    Returns
    -------
    altair.VConcatChart
        A line for each reader, from the lowest to the highest of the middle 95 % of worlds.

    Raises
    ------
    ValueError
        If there are no worlds, a column is missing, or no reader has an estimate.

    Examples
    --------
    >>> import track2lib as t2
    >>> chart = t2.impact.simulation_chart(t2.impact.simulate(worlds=200))
    >>> "Imagined talks" in chart.description
    True
    """
    import altair as alt

    require(worlds, ["reader", "estimate", "low", "high", "truth"], "impact.simulate()")
    truth = float(worlds["truth"].iloc[0])
    rows = _rows(worlds)
    if rows["middle"].isna().all():
        raise ValueError("No reader has an estimate: nothing was told in any of these worlds.")
    silent = rows.loc[rows["middle"].isna(), "reader"]
    drawn = rows.dropna(subset="middle").round(4)
    ends = [*drawn["least"], *drawn["most"], truth, 0]
    scale = alt.Scale(domain=[min(ends) - 0.1, max(ends) + 0.1], nice=True)
    labels = {row.reader: [row.reader, *wrap(row.said, 300, 12)] for row in rows.itertuples()}
    y = alt.Y(
        "reader:N",
        scale=alt.Scale(domain=list(labels)),
        title=None,
        axis=names_axis(labels, domain=False, ticks=False),
    )
    base = alt.Chart(drawn).encode(
        y=y,
        tooltip=[
            alt.Tooltip("reader:N", title="If"),
            alt.Tooltip("middle:Q", title="Mean estimate", format=".2f"),
            alt.Tooltip("least:Q", title="95 % of worlds, from", format=".2f"),
            alt.Tooltip("most:Q", title="to", format=".2f"),
            alt.Tooltip("held:Q", title="Own intervals that hold the truth", format=".0%"),
        ],
    )
    reach = base.mark_rule(strokeWidth=7, color=PALE).encode(
        x=alt.X(
            "least:Q",
            scale=scale,
            title="Estimated effect (standard deviations of the outcome)",
            axis=alt.Axis(labelFlush=False),
        ),
        x2="most:Q",
    )
    middle = base.mark_point(size=150, fill=INK, opacity=1).encode(x=alt.X("middle:Q", scale=scale))
    line = alt.Chart(pd.DataFrame({"truth": [truth], "said": [f"truth: {truth:g}"]}))
    rule = line.mark_rule(strokeWidth=2, strokeDash=[6, 4], color=INK).encode(
        x=alt.X("truth:Q", scale=scale)
    )
    label = line.mark_text(align="left", dx=6, baseline="top", fontWeight="bold").encode(
        x=alt.X("truth:Q", scale=scale), y=alt.value(0), text="said:N"
    )
    chart = alt.layer(rule, reach, middle, label).properties(width=420, height=230)
    return finish(
        chart,
        title=_headline(drawn, truth),
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
        width=740,
    )


def _rows(worlds: pd.DataFrame) -> pd.DataFrame:
    """Sum up the worlds for each reader."""
    rows = []
    for reader, own in worlds.groupby("reader", sort=False):
        told = own.dropna(subset=["estimate"])
        sure = told.dropna(subset=["low", "high"])
        held = ((sure["low"] <= sure["truth"]) & (sure["high"] >= sure["truth"])).mean()
        row = {"reader": reader, "middle": told["estimate"].mean(), "held": held}
        row["least"], row["most"] = told["estimate"].quantile([0.025, 0.975])
        row["said"] = "nothing was told, so there is no estimate"
        if len(told):
            own_intervals = f"{held:.0%} of the readers' own 95 % intervals hold the truth"
            row["said"] = f"{row['middle']:.2f} on average; " + (
                own_intervals if len(sure) else "too little was told for an interval"
            )
            row["held"] = held if len(sure) else None
        rows.append(row)
    return pd.DataFrame(rows)


def _headline(drawn: pd.DataFrame, truth: float) -> str:
    worst = drawn.loc[(drawn["middle"] - truth).abs().idxmax()]
    if abs(worst["middle"] - truth) < 0.05:
        return f"Here every reader comes close to the truth, {truth:g}"
    return f"The truth is {truth:g}; if {worst['reader']}, a reader finds {worst['middle']:.2f}"
