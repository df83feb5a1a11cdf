"""The change at one year among the changes at others."""

import altair as alt
import pandas as pd

from track2lib.charts.grammar.table import check_table, check_within
from track2lib.charts.grammar.words import counted as so_many
from track2lib.charts.grammar.words import source_note, tooltips
from track2lib.charts.grammar.years import NUMBERED, as_bars
from track2lib.page.frame import finish
from track2lib.page.lines import inserted

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
        What is to be seen. By default how many other years have a larger change.

    Returns
    -------
    altair.VConcatChart
        A bar for each year, with the year in question in black and broken lines as far from 0 as its
        bar reaches; darker and with its rank where the change is larger; hollow where the years that
        are compared reach across it, so that the bar is not ranked.

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
    about = ranked.attrs
    name, unit = about.get("name", "The series"), about.get("unit")
    rows = ranked.assign(cited=about.get("cited", "")).round(dict.fromkeys(numbers, 6))
    asked, among = rows[rows["asked"]].iloc[0], rows[counted]
    year, across = int(asked["year"]), len(rows) - len(among)
    headline, description = _place(among, asked)
    few = f"With {len(among)} years to rank, no year can be rarer than 1 in {len(among)}. "
    least = few if len(among) > 1 else ""
    marked = rows["rank"].fillna(len(rows)) <= asked["rank"]
    rows["number"] = rows["rank"].map("{:.0f}".format).where(marked, "")
    # Of changes of one size all have the worse rank.
    rows["larger"] = rows["rank"].fillna(len(rows)) < asked["rank"]
    key = f"Number: rank by size, of {len(among)}."
    if len(rows) > NUMBERED:
        key = "Strong: larger. Faint: smaller."
    bars = as_bars(
        rows.assign(solid=counted)[
            ["year", "estimate", "rank", "solid", "larger", "number", "cited"]
        ],
        "estimate",
        asked=year,
        tooltip=[
            *tooltips({"estimate:Q": "Change"}, number=",.3~f"),
            *tooltips({"rank:Q": "Rank by size", "cited": "Says who"}),
        ],
        titles=(
            "First year of the later span",
            f"Change. Unit: {unit}" if unit else "Change",
        ),
    )
    hollow = (
        f" Hollow: {so_many(across, 'year', 'years')} whose spans reach across {year}, so that "
        f"{'it is' if across == 1 else 'they are'} not ranked."
        if across
        else ""
    )
    return finish(
        bars.properties(height=260),
        title=title or headline,
        subtitle=(
            f"{inserted(name)}. {about.get('measures', '')} ".replace("  ", " ")
            + f"Bar: mean of {_span(among, year)}. {key}{hollow}"
        ),
        caption=(
            f"{source_note(rows)} {least}Nobody drew the year by lot, and neighboring bars share most of "
            "their years: a rank describes, and is no probability."
        ),
        description=f"{name}: {description} {least}".rstrip(),
        width=720,
    )


def _span(ranked: pd.DataFrame, year: int) -> str:
    """Say which years a change is computed from."""
    # The nearest year that is ranked is as far away as the spans are long.
    apart = (ranked["year"] - year).abs()
    if not apart.any():
        return "the years from a year on, less the mean of as many before"
    long = so_many(int(apart[apart > 0].min()), "year", "years")
    return f"the {long} from a year on, less the mean of the {long} before"


def _place(rows: pd.DataFrame, asked: pd.Series) -> tuple[str, str]:
    """Say how many of the years have a larger change than the one asked about, and its rank."""
    # Of changes of one size all have the worse rank, which alone would look like the smallest.
    alike = int((rows["rank"] == asked["rank"]).sum()) - 1
    others, larger = len(rows) - 1, int(asked["rank"]) - 1 - alike
    year = f"{asked['year']:.0f}"
    if not others:
        return (
            f"No year stands apart from {year}, to compare it with",
            f"every other year has a span that reaches across {year}, so that it has no rank.",
        )
    if alike == others:
        return (
            f"Every ranked year saw a change as large as {year}",
            f"all {len(rows)} breaks that can be ranked, {year} among them, have a change of one size.",
        )
    shared = f", shared with {so_many(alike, 'other year', 'other years')}" if alike else ""
    return (
        f"{_how_many(larger, others)} larger change than {year}"
        + f"; {so_many(alike, 'equals it', 'equal it')}" * bool(alike),
        f"of the breaks that can be ranked, the change at {year} has rank {asked['rank']:.0f} of "
        f"{len(rows)} by size{shared}.",
    )


def _how_many(larger: int, others: int) -> str:
    """Say how many of the other years saw what the sentence goes on to name."""
    if others == 1:
        return f"The one other ranked year saw {'a' if larger else 'no'}"
    every = "Both" if others == 2 else f"All {others}"
    counts = {0: f"None of the {others}", others: every}
    return f"{counts.get(larger, f'{larger} of {others}')} other ranked years saw a"
