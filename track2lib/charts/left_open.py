"""What a text left open, beside what has been reported since: for, against, or unclear."""

from typing import Any

import altair as alt
import pandas as pd

from track2lib.charts.grammar.aloud import aloud
from track2lib.charts.grammar.beside_years import LANE, placed_by_year, years_of
from track2lib.charts.grammar.cells import check_words
from track2lib.charts.grammar.since_words import (
    AGAINST,
    FIRM,
    FOR,
    NOTHING,
    SPEAKS,
    SURE,
    UNCLEAR,
    caption,
    described,
    headline,
    key_of,
)
from track2lib.charts.grammar.table import check_table
from track2lib.charts.grammar.time_axis import down
from track2lib.charts.grammar.widths import fitted
from track2lib.charts.grammar.words import join, tooltips
from track2lib.page.frame import Layered, finish, layered
from track2lib.page.lines import LINE, isolated
from track2lib.page.theme import GRID, INK, MUTED, NEUTRAL, PAPER
from track2lib.records.dates import in_words
from track2lib.records.related import look_up, refuse_lost, told_apart

__all__ = ["left_open"]

CLAIMS, SINCE = 'load("constructs")', 'load("since")'
SIDES = {FOR: -1, UNCLEAR: 0, AGAINST: 1}
SHAPES = {FOR: "triangle-up", UNCLEAR: "circle", AGAINST: "triangle-down"}
# Claims and years that can be read.
MOST, YEARS = 8, 30
# Pixels: of the page, of names, of the counts beside them, of type, and of a year from which on each is named.
PAGE, NAMES, COUNTS, SIZE, NUMBER = 800, 170, 84, 13, 36
TOLD = {"claim": "Claim", "title": "Reported", "when": "When", "speaks": "Speaks"}
TOLD |= {"sure": "How sure", "reason": "Why", "cited": "Says who"}


def left_open(
    since: pd.DataFrame, *, claims: pd.DataFrame | None = None, title: str | None = None
) -> alt.VConcatChart:
    """Draw claims beside what has been reported since, year by year: for, against, or unclear.

    Parameters
    ----------
    since : pandas.DataFrame
        Rows of ``load("since")``.
    claims : pandas.DataFrame, optional
        Rows of ``load("constructs")``, up to 8, in the order in which they are to stand: also such of
        which nothing is reported. By default those of which something is; reports on others than
        `claims` has are counted below the chart.
    title : str, optional
        What is to be seen. By default of how many claims reports speak for, against, or both.

    Returns
    -------
    altair.VConcatChart
        A lane for each claim, with a mark for each report: above for, in the middle unclear, below
        against; hollow where the report is less than firm. An empty lane stays, and says so.

    Raises
    ------
    TypeError
        If one of the two is no table.
    ValueError
        If a table has no rows or lacks a column, a claim or report stands twice, a word is none of
        those that can be drawn, no report is on any claim, or there is more than can be read.

    Examples
    --------
    >>> import track2lib as t2
    >>> since = t2.load("since")
    >>> "Unclear who can act: for: " in t2.left_open(since).description
    True
    >>> outlook = t2.load("constructs").query("kind == 'outlook'")
    >>> "on other claims, and not drawn" in str(t2.left_open(since, claims=outlook).to_dict())
    True
    """
    needed = ["construct_id", "title", "date", "date_earliest", "date_latest"]
    needed += ["speaks", "sure", "reason", "cited"]
    since = check_table(
        since,
        needed,
        SINCE,
        title=title,
        filled=["construct_id", "title"],
        once=["construct_id", "title", "date", "cited"],
        most=200,
        instead="Choose those on some claims first.",
    )
    check_words(since["speaks"], SPEAKS, SINCE)
    check_words(since["sure"], SURE, SINCE)
    given = _reported(since) if claims is None else claims
    given = check_table(
        given,
        ["construct_id", "name"],
        CLAIMS,
        filled=["construct_id", "name"],
        once=["construct_id"],
        most=MOST,
        what="claims",
        instead="Choose some of them first.",
    )
    named = given.set_index("construct_id")
    names = told_apart(named["name"], named).to_dict()
    rows, other = _rows(names, since[needed])
    lines = {key: fitted(name, NAMES, SIZE, bold=True) for key, name in names.items()}
    heights = pd.Series({key: max(LANE, LINE * len(own) + 10) for key, own in lines.items()})
    middles = heights.cumsum() - heights / 2
    wide = PAGE - NAMES - COUNTS - 20
    drawn, years = placed_by_year(rows, middles.to_dict(), SIDES, wide)
    if len(years) > YEARS:
        raise ValueError(
            f"The reports reach over {len(years)} years, and up to {YEARS} can be read. Choose some of them first."
        )
    tally = pd.crosstab(rows["lane"], rows["side"]).reindex(
        index=[*names], columns=SPEAKS, fill_value=0
    )
    plot = _drawn(drawn, lines, middles, heights, tally, years, wide)
    return finish(
        plot.properties(width=NAMES + COUNTS + wide, height=int(heights.sum()) + LINE),
        title=title or headline(tally),
        subtitle=key_of(rows),
        caption=caption(since, other),
        description=described(rows, names, tally),
        width=PAGE - 20,
    )


def _reported(since: pd.DataFrame) -> pd.DataFrame:
    """Look up the claims of which something is reported."""
    refuse_lost(since, "the names of the claims")
    claims = look_up(since, "constructs")
    return claims[claims["construct_id"].isin(since["construct_id"])]


def _rows(names: dict[str, str], since: pd.DataFrame) -> tuple[pd.DataFrame, int]:
    """Give the reports on these claims in order of time, and count those on others."""
    own = since[since["construct_id"].isin(names)]
    if own.empty:
        keys = join(map(repr, since["construct_id"].unique()[:3]))
        raise ValueError(
            f"No report is on any of these claims: construct_id is, among others, {keys}. Start from {SINCE}."
        )
    rows = years_of(own.sort_values("date_earliest", kind="stable", na_position="last"))
    return rows.assign(
        lane=rows["construct_id"],
        side=rows["speaks"],
        claim=rows["construct_id"].map(names),
        when=rows["date"].map(in_words, na_action="ignore").fillna("no date given"),
    ).reset_index(drop=True), len(since) - len(own)


def _drawn(
    rows: pd.DataFrame,
    lines: dict[str, list[str]],
    middles: pd.Series,
    heights: pd.Series,
    tally: pd.DataFrame,
    years: list[str],
    wide: int,
) -> Layered:
    """Draw the lanes, their names and counts at the left, the years below, and the marks."""
    tips, high, step = tooltips(TOLD), float(heights.sum()), wide / len(years)
    left, beside = -NAMES - COUNTS, -COUNTS + 8

    def across(field: str) -> alt.X:
        # Years begin at 0, and what is at their left has numbers below it.
        scale = alt.Scale(domain=[left, wide], range=[0, wide - left], nice=False, padding=0)
        return alt.X(f"{field}:Q", title=None, scale=scale, axis=None)

    names = pd.DataFrame(
        [
            (left, middles[key] + LINE * (n - (len(own) - 1) / 2), isolated([line], alone=True)[0])
            for key, own in lines.items()
            for n, line in enumerate(own)
        ],
        columns=["x", "y", "said"],
    )
    said = pd.DataFrame(
        [
            (beside, middles[key] + 15 * SIDES[side], f"{number} {side}")
            for key, own in tally.iterrows()
            for side, number in own.items()
            if number
        ]
        + [(beside, middles[key], NOTHING) for key, own in tally.iterrows() if not own.any()],
        columns=["x", "y", "said"],
    )
    every = 1 if step >= NUMBER else 2 if step >= NUMBER / 2 else 5
    shown = pd.DataFrame(
        [
            (step * (n + 0.5), high + LINE, year)
            for n, year in enumerate(years)
            if not n % every or not year.isdecimal()
        ],
        columns=["x", "y", "said"],
    )
    edges = pd.DataFrame({"x": [step * n for n in range(len(years) + 1)]})
    between = pd.DataFrame({"y": [0, *heights.cumsum()]})
    base = alt.Chart(rows).encode(x=across("x"), y=down("y"))

    def words(table: pd.DataFrame, **look: Any) -> alt.Chart:
        marks = alt.Chart(table).mark_text(baseline="middle", fontSize=SIZE, **look)
        return marks.encode(x=across("x"), y=down("y"), text=alt.Text("said:N"))

    points: dict[str, Any] = {"opacity": 1, "size": 80, "strokeWidth": 1.8}
    return layered(
        alt.Chart(edges)
        .mark_rule(color=GRID)
        .encode(x=across("x"), y=alt.YValue(0), y2=alt.Y2Value(high)),
        alt.Chart(between)
        .mark_rule(color=NEUTRAL)
        .encode(x=alt.XValue(0), x2=alt.X2Value(wide - left), y=down("y")),
        words(names, align="left", fontWeight="bold", color=INK),
        words(said, align="left", color=MUTED),
        words(shown, align="center", color=MUTED),
        base.transform_filter("datum.until > datum.x + 12")
        .mark_rule(color=NEUTRAL, strokeWidth=2)
        .encode(x2=alt.X2("until:Q")),
        *(
            base.transform_filter(f"datum.side == '{side}'")
            .mark_point(
                shape=SHAPES[side],
                stroke=INK,
                fill=alt.ExprRef(f"datum.sure == '{FIRM}' ? '{INK}' : '{PAPER}'"),
                **points,
            )
            .encode(tooltip=tips, description=aloud(tips))
            for side in SPEAKS
        ),
    )
