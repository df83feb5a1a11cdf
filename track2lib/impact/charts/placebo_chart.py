"""The change at one year among the changes at others."""

import altair as alt
import pandas as pd

from track2lib.charts.grammar.table import check_table, check_within
from track2lib.charts.grammar.words import counted as so_many
from track2lib.charts.grammar.words import source_note, tooltips
from track2lib.charts.grammar.years import as_bars
from track2lib.page.frame import finish
from track2lib.page.lines import inserted
from track2lib.page.theme import INK, MUTED, PALE

__all__ = ["placebo_chart"]

# Years of which each has a bar of some pixels.
MOST = 150
NEAR = 1e-6


def placebo_chart(ranked: pd.DataFrame, *, title: str | None = None) -> alt.VConcatChart:
    """Draw the change at each year that could have been taken as the break.

    Parameters
    ----------
    ranked : pandas.DataFrame
        What ``impact.placebo()`` gives.
    title : str, optional
        What is to be seen. By default the name of the series, and the rank of the year.

    Returns
    -------
    altair.VConcatChart
        A bar for each year, with the year in question in black; hollow where the years that are
        compared reach across it, so that the bar is not ranked.

    Raises
    ------
    TypeError
        If it is no table.
    ValueError
        If there are no rows, or a row or a column is missing.

    Examples
    --------
    >>> import track2lib as t2
    >>> ranked = t2.impact.placebo(t2.impact.load_series("un-agreement-final"))
    >>> "rank 9 of 20" in t2.impact.placebo_chart(ranked).description
    True
    """
    numbers, marks = ["year", "estimate", "smallest"], ["asked", "clean"]
    ranked = check_table(
        ranked,
        [*numbers, "rank", *marks],
        "impact.placebo()",
        title=title,
        filled=marks,
        once=["year"],
        numbers=numbers,
        gaps=["rank"],
        most=MOST,
        what="years",
        instead="Take the breaks from a shorter part of the series.",
    )
    # A rank among fewer years than it was taken from would look like more than it is.
    counted = ranked["clean"] | ranked["asked"]
    whole = abs(counted.sum() * ranked["smallest"].iloc[0] - 1) < NEAR
    if ranked["asked"].sum() != 1 or not whole or (ranked["rank"].notna() != counted).any():
        raise ValueError("Rows of the ranking are missing. Draw all that impact.placebo() gives.")
    check_within(ranked[counted], ["rank"], (1, int(counted.sum())))
    # A series of one's own need not say what it is, or who says so.
    name, cited = ranked.attrs.get("name", "The series"), ranked.attrs.get("cited", "")
    rows = ranked.assign(cited=cited).round(dict.fromkeys(numbers, 6))
    asked, among = rows[rows["asked"]].iloc[0], rows[counted]
    place, description = _place(among, asked)
    least = f"The smallest share that these years could ever give is 1 of {len(among)}, {asked['smallest']:.2f}."
    across = len(rows) - len(among)
    bars = as_bars(
        rows.assign(solid=counted)[["year", "estimate", "rank", "asked", "solid", "cited"]],
        "estimate",
        black="datum.asked",
        tooltip=[
            *tooltips({"estimate:Q": "Change"}, number=",.3~f"),
            *tooltips({"rank:Q": "Rank by size", "cited": "Says who"}),
        ],
        name="Year taken as the first one after",
    )
    # Hollow by an outline, and not by a color, so that it can be told from gray.
    bars = bars.mark_bar(
        fill=alt.ExprRef(f"datum.asked ? '{INK}' : '{PALE}'"),
        fillOpacity=alt.ExprRef("datum.solid ? 1 : 0"),
        stroke=alt.ExprRef(f"datum.solid ? null : '{MUTED}'"),
    )
    hollow = (
        f" Hollow: {so_many(across, 'year', 'years')} whose spans reach across {asked['year']:.0f}, so that "
        f"{'it is' if across == 1 else 'they are'} not ranked."
        if across
        else ""
    )
    return finish(
        bars.properties(height=260),
        title=title or f"{inserted(name)}: {place}",
        subtitle=f"Bars: mean of the years after less mean of the years before, for every year that could have been taken.{hollow}",
        caption=(
            f"{source_note(rows)} {least} Nobody drew the year by lot, and neighboring bars share most of "
            "their years: a rank describes, and is no probability."
        ),
        description=f"{name}: {description} {least}",
        width=720,
    )


def _place(rows: pd.DataFrame, asked: pd.Series) -> tuple[str, str]:
    """Say how large the change at the year asked about is among all, for the title and in full."""
    # Of changes of one size all have the worse rank, which alone would look like the smallest.
    alike = int((rows["rank"] == asked["rank"]).sum()) - 1
    year, rank = f"{asked['year']:.0f}", f"rank {asked['rank']:.0f} of {len(rows)}"
    if len(rows) == 1:
        return (
            f"no year stands apart from {year}, to compare it with",
            f"every other year has a span that reaches across {year}, so that it has no rank.",
        )
    if alike == len(rows) - 1:
        return (
            f"the change at {year} is as large as at each of the other years",
            f"all {len(rows)} breaks that can be ranked, {year} among them, have a change of one size.",
        )
    shared = f", shared with {so_many(alike, 'other year', 'other years')}" if alike else ""
    return (
        f"{year} has {rank} by size{shared}",
        f"of the breaks that can be ranked, the change at {year} has {rank} by size{shared}.",
    )
