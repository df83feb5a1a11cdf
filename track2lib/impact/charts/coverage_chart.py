"""How often intervals that promise 95 % hold the truth."""

from typing import Any

import pandas as pd

from track2lib.charts.grammar.words import finite, join, require
from track2lib.page.frame import finish
from track2lib.page.theme import INK, MUTED, PALE

__all__ = ["coverage_chart"]

PROMISED, WIDTH = 0.95, 500


def coverage_chart(tried: pd.DataFrame) -> Any:
    """Draw the share of imagined data for which each interval holds the truth.

    Parameters
    ----------
    tried : pandas.DataFrame
        What ``impact.interval_coverage()`` or ``impact.agreement_coverage()`` gives.

    Returns
    -------
    altair.VConcatChart
        A row for each interval, a mark for each setting, and the promise as a line.

    Raises
    ------
    ValueError
        If there are no rows, a column is missing, or a cell is no number.

    Examples
    --------
    >>> import track2lib as t2
    >>> tried = t2.impact.interval_coverage(draws=500)
    >>> "promises" in t2.impact.coverage_chart(tried).description
    True
    """
    import altair as alt

    require(tried, ["interval", "coverage", "error"], "impact.interval_coverage()")
    finite(tried, ["coverage", "error"], "impact.interval_coverage()")
    setting = "leaning" if "leaning" in tried else "cases"
    rows = tried.assign(
        setting=tried[setting].astype(str),
        least=(tried["coverage"] - 2 * tried["error"]).clip(lower=0),
        most=(tried["coverage"] + 2 * tried["error"]).clip(upper=1),
        said=(tried["coverage"] * 100).round(1).astype(str) + " %",
    ).round(4)
    names, settings = list(dict.fromkeys(rows["interval"])), list(dict.fromkeys(rows["setting"]))
    title = "Correlation of neighboring years" if setting == "leaning" else "Cases"
    scale = alt.Scale(domain=[min(0.4, rows["coverage"].min() - 0.05), 1], zero=False)
    x = alt.X(
        "coverage:Q",
        title="Share of intervals that hold the truth",
        scale=scale,
        axis=alt.Axis(format="%", labelFlush=False),
    )
    shown = ["interval", "setting", "coverage", "error", "least", "most", "said"]
    base = alt.Chart(rows[shown]).encode(
        x=x,
        y=alt.Y("setting:N", sort=settings, title=None),
        tooltip=[
            "interval:N",
            alt.Tooltip("setting:N", title=title),
            alt.Tooltip("coverage:Q", format=".1%"),
            alt.Tooltip("error:Q", title="Standard error", format=".1%"),
        ],
    )
    rule = base.mark_rule(color=INK, strokeDash=[6, 4], strokeWidth=1.5).encode(
        x=alt.datum(PROMISED, scale=scale), y=alt.Y()
    )
    bars = base.mark_rule(strokeWidth=5, color=PALE).encode(
        x=alt.X("least:Q", scale=scale), x2="most:Q"
    )
    points = base.mark_point(
        size=90,
        opacity=1,
        stroke=INK,
        fill=alt.ExprRef(f"datum.most < {PROMISED} ? '{INK}' : 'white'"),
    )
    words = base.mark_text(align="left", color=MUTED, fontSize=12).encode(
        x=alt.value(WIDTH + 10), text="said:N"
    )
    panels = (
        alt.layer(rule, bars, points, words)
        .properties(width=WIDTH, height=26 * len(settings))
        .facet(
            row=alt.Row(
                "interval:N",
                sort=names,
                title=None,
                header=alt.Header(
                    labelAngle=0, labelAlign="left", labelFontWeight="bold", labelFontSize=13
                ),
            ),
            spacing=12,
        )
    )
    short = rows[rows["most"] < PROMISED]
    fails = list(dict.fromkeys(short["interval"]))
    return finish(
        panels,
        title=(
            f"Intervals that promise 95 % and do not keep it: {join(fails)}"
            if fails
            else "Each interval keeps its promise of 95 %"
        ),
        subtitle=f"Black: clearly below 95 %. White: not. In each group, from the top down: {title.lower()} {join(settings)}.",
        caption="Source: imagined data whose truth is known. Gray bars: what the number of draws leaves open.",
        description=(
            "Share of intervals that hold the truth, of each kind that promises 95 percent. "
            + join(
                f"{row.interval}, {title.lower()} {row.setting}: {row.said}"
                for row in rows.itertuples()
            )
            + "."
        ),
        width=680,
    )
