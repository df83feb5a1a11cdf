"""How often intervals that promise 95 % hold the truth."""

from typing import Any

import altair as alt
import pandas as pd

from track2lib.charts.grammar.ranges import in_groups, in_ranges, per_cent, words_beside
from track2lib.charts.grammar.table import check_table
from track2lib.charts.grammar.words import join, tooltips
from track2lib.page.frame import finish
from track2lib.page.theme import INK, MUTED

__all__ = ["coverage_chart"]

START, ADVICE = "impact.interval_coverage()", "Choose some of the intervals or settings first."
# Rows that can be read one below the other.
MOST = 60
PROMISED, WIDTH = 0.95, 500
# What the two studies vary.
SETTINGS = {"leaning": "Autocorrelation", "cases": "Cases"}


def coverage_chart(tried: pd.DataFrame, *, title: str | None = None) -> alt.VConcatChart:
    """Draw the share of imagined data for which each interval holds the truth.

    Parameters
    ----------
    tried : pandas.DataFrame
        What ``impact.interval_coverage()`` or ``impact.agreement_coverage()`` gives.
    title : str, optional
        What is to be seen. By default which intervals keep their promise, in which settings.

    Returns
    -------
    altair.VConcatChart
        A row for each interval, a mark for each setting, and the promise as a line.

    Raises
    ------
    TypeError
        If it is no table.
    ValueError
        If there are no rows, a column is missing, a cell is no number, or a setting stands twice,
        as in rows of two studies.

    Examples
    --------
    >>> import track2lib as t2
    >>> tried = t2.impact.interval_coverage(draws=500)
    >>> "promises" in t2.impact.coverage_chart(tried).description
    True
    """
    tried, field = _checked(tried, title)
    name = SETTINGS[field]
    rows = _rows(tried, field)
    settings = rows["setting"].unique().tolist()
    said = {"interval": "Interval", "setting": name, "said": "Holds the truth"}
    base = alt.Chart(rows).encode(
        y=alt.Y("setting:N", sort=settings, title=None),
        tooltip=tooltips(said | {"doubt": "Standard error"}),
    )
    # From 0 on, what matters would be crowded at the right: how far each stays below its promise.
    scale: dict[str, Any] = {"domain": [min(0.4, rows["least"].min()), 1], "zero": False}
    # A line with data of its own could not be repeated in each group of rows.
    line = base.mark_rule(color=INK, strokeDash=[6, 4], strokeWidth=1.5).encode(
        x=alt.datum(PROMISED, scale=alt.Scale(**scale)), y=alt.Y()
    )
    ranges = in_ranges(
        base,
        line,
        words_beside(base, "said", WIDTH + 10, color=MUTED),
        ends=("least", "most"),
        dot="coverage",
        titles={"coverage": "Share of intervals that hold the truth"},
        scale=scale,
        thick=5,
        look={
            "size": 90,
            "stroke": INK,
            "fill": alt.ExprRef(f"datum.most < {PROMISED} ? '{INK}' : 'white'"),
        },
        shares=True,
    )
    groups = rows["interval"].unique().tolist()
    return finish(
        in_groups(ranges.properties(width=WIDTH, height=24 * len(settings)), "interval:N", groups),
        title=title or _headline(rows),
        subtitle=f"Full: clearly below 95 %. Hollow: not. In each group, from the top down: {name.lower()} {join(settings)}.",
        caption="Source: imagined data whose truth is known. Bars: what the number of draws leaves open.",
        description=(
            "Share of intervals that hold the truth, of each kind that promises 95 percent. "
            + join(
                f"{row.interval}, {name.lower()} {row.setting}: {row.said}"
                for row in rows.itertuples()
            )
            + "."
        ),
        width=680,
    )


def _headline(rows: pd.DataFrame) -> str:
    """Say which intervals keep their promise in each setting, in some, and in none."""
    kept = (rows["most"] >= PROMISED).groupby(rows["interval"], sort=False).agg(["all", "any"])
    if kept["all"].all():
        return "No interval is clearly below the 95 % that it promises"
    groups = {
        "kept in every setting": kept.index[kept["all"]],
        "kept in some settings": kept.index[kept["any"] & ~kept["all"]],
        "kept in no setting": kept.index[~kept["any"]],
    }
    # Of one setting there are not several.
    if rows["setting"].nunique() == 1:
        groups = {"kept": kept.index[kept["all"]], "not kept": kept.index[~kept["any"]]}
    told = "; ".join(f"{how}: {join(names)}" for how, names in groups.items() if len(names))
    return f"95 % {told}"


def _checked(tried: Any, title: Any) -> tuple[pd.DataFrame, str]:
    """Give the table of one study and the column of what it varies, or refuse it."""
    numbers = ["coverage", "error"]
    tried = check_table(tried, ["interval", *numbers], START, title=title, numbers=numbers)
    field = "leaning" if "leaning" in tried else "cases"
    if {*SETTINGS} <= {*tried}:
        raise ValueError(
            "These are rows of two studies, which vary two things. Draw each by itself."
        )
    tried = check_table(
        tried,
        ["interval", field],
        START,
        numbers=["leaning"],
        filled=["interval", field],
        once=["interval", field],
        most=MOST,
        instead=ADVICE,
    )
    return tried, field


def _rows(tried: pd.DataFrame, field: str) -> pd.DataFrame:
    """Give each share the span that the number of draws leaves open, and its words."""
    # Two standard errors either way. A share is called too low only where that is below the promise.
    share, error = tried["coverage"], tried["error"]
    rows = tried.assign(
        setting=tried[field].astype(str),
        least=(share - 2 * error).clip(lower=0),
        most=(share + 2 * error).clip(upper=1),
        said=[per_cent(own, 1) for own in share],
        doubt=[per_cent(own, 1) for own in error],
    )
    shown = ["interval", "setting", "coverage", "error", "least", "most", "said", "doubt"]
    # Last digits may differ from machine to machine, and a stored output must not.
    return rows[shown].round(6)
