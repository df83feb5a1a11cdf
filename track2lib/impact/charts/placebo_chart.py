"""The change at one year among the changes at all others."""

from typing import Any

import pandas as pd

from track2lib.charts.grammar.words import finite, require, source_note
from track2lib.page.frame import finish
from track2lib.page.theme import INK, PALE

__all__ = ["placebo_chart"]


def placebo_chart(ranked: pd.DataFrame) -> Any:
    """Draw the change at each year that could have been taken as the break.

    Parameters
    ----------
    ranked : pandas.DataFrame
        What ``impact.placebo()`` gives.

    Returns
    -------
    altair.VConcatChart
        A bar for each year, with the year in question in black.

    Raises
    ------
    ValueError
        If there are no rows, or a row or a column is missing.

    Examples
    --------
    >>> import track2lib as t2
    >>> ranked = t2.impact.placebo(t2.impact.load_series("un-agreement-final"))
    >>> "rank 14 of 34" in t2.impact.placebo_chart(ranked).description
    True
    """
    import altair as alt

    require(ranked, ["year", "estimate", "rank", "smallest", "asked"], "impact.placebo()")
    finite(ranked, ["year", "estimate", "rank", "smallest"], "impact.placebo()")
    if ranked["asked"].sum() != 1 or len(ranked) != round(1 / ranked["smallest"].iloc[0]):
        raise ValueError("Rows of the ranking are missing. Draw all that impact.placebo() gives.")
    about = ranked.attrs
    rows = ranked.assign(cited=about.get("cited", "")).round(6)
    asked = rows[rows["asked"]].iloc[0]
    bars = (
        alt.Chart(rows[["year", "estimate", "rank", "asked", "cited"]])
        .mark_bar(
            color=alt.ExprRef(f"datum.asked ? '{INK}' : '{PALE}'"),
        )
        .encode(
            x=alt.X(
                "year:O", title="Year taken as the first one after", axis=alt.Axis(labelAngle=-90)
            ),
            y=alt.Y("estimate:Q", title=None, axis=alt.Axis(tickCount=5)),
            tooltip=[
                alt.Tooltip("year:O"),
                alt.Tooltip("estimate:Q", title="Change", format=",.3~f"),
                alt.Tooltip("rank:Q", title="Rank by size"),
                alt.Tooltip("cited:N", title="Says who"),
            ],
        )
    )
    place = f"rank {asked['rank']:.0f} of {len(rows)}"
    least = f"The smallest share that these years could ever give is 1 of {len(rows)}, {asked['smallest']:.2f}."
    name = about.get("name", "The series")
    return finish(
        bars.properties(width=alt.Step(20 if len(rows) > 25 else 30), height=260),
        title=f"{name}: {asked['year']:.0f} has {place} by size",
        subtitle="Bars: mean of the years after less mean of the years before, for every year that could have been taken.",
        caption=(
            f"{source_note(rows)} {least} Nobody drew the year by lot, and neighboring bars share most of "
            "their years: a rank describes, and is no probability."
        ),
        description=f"{name}: of all possible breaks, the change at {asked['year']:.0f} has {place} by size. {least}",
        width=720,
    )
