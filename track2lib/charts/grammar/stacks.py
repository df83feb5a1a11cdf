"""Rows as squares, stacked by year, in panels of one line of years."""

import altair as alt
import pandas as pd

from track2lib.charts.grammar.aloud import aloud
from track2lib.charts.grammar.peaks import leading
from track2lib.charts.grammar.words import tooltips
from track2lib.page.frame import Layered, layered
from track2lib.page.lines import wrap
from track2lib.page.theme import GRID, INK, NEUTRAL, PAPER, UNCERTAIN

__all__ = ["LEFT", "WIDTH", "counts_of", "in_stacks"]

# Pixels: of all years, of the names at their left, of the stacks of all lanes, of a square at least and at
# most, of the documents, of the names of marked years, between panels, and of the name of a year.
WIDTH, LEFT, STACKS, LEAST, MOST, DOWN, MARKS, APART, LABEL = 640, 150, 300, 5, 15, 54, 18, 13, 36
# The part of a year's room that its marks take, and the widest that they become.
BAR, WIDEST = 0.72, 40


def counts_of(squares: pd.DataFrame, every: list[int]) -> pd.DataFrame:
    """Count the sure and the possible rows of each year.

    Examples
    --------
    >>> squares = pd.DataFrame({"year": [2001, 2001], "sure": [True, False]})
    >>> counts_of(squares, [2000, 2001])["rows"].tolist()
    [0, 1]
    """
    own = [squares["year"][squares["sure"] == sure].value_counts() for sure in (True, False)]
    counts = {
        name: count.reindex(every, fill_value=0)
        for name, count in zip(("rows", "possible"), own, strict=True)
    }
    return pd.DataFrame(counts).rename_axis("year").reset_index()


def in_stacks(
    squares: pd.DataFrame,
    lanes: list[str],
    every: list[int],
    written: pd.DataFrame,
    marked: dict[str, int],
) -> alt.VConcatChart:
    """Draw a panel for each lane, all on one line of years, and the documents down from it.

    Parameters
    ----------
    squares : pandas.DataFrame
        A row for each square: its ``lane``, ``year``, ``level`` and ``top`` in the stack, whether it
        is ``sure``, and the ``name``, ``when`` and ``cited`` of what it stands for.
    lanes : list of str
        The lanes from top to bottom.
    every : list of int
        The years.
    written : pandas.DataFrame
        ``documents`` by ``year``; without rows there is no such panel.
    marked : dict of str to int
        Years behind which a band stands, with the name of each.

    Returns
    -------
    altair.VConcatChart
        The panels, still without a frame.

    Raises
    ------
    ValueError
        If more squares lie above each other than can be read.
    """
    tops = {name: int(squares.loc[squares["lane"] == name, "top"].max()) for name in lanes}
    step = min(MOST, STACKS // sum(tops.values()))
    if step < LEAST:
        raise ValueError(
            f"In the fullest years of these lanes {sum(tops.values())} rows would stand above each other, "
            f"and up to {STACKS // LEAST} can be read. Choose fewer rows, or count them with per_year()."
        )
    panels = [_names(marked, every)] if marked else []
    for name in lanes:
        own = squares[squares["lane"] == name]
        last = name == lanes[-1] and written.empty
        panels.append(_lane(own, name, every, tops[name] * step, marked, last=last))
    if len(written):
        panels.append(_documents(written, every, marked))
    same = alt.Resolve(scale=alt.ScaleResolveMap(x="shared"))
    return alt.vconcat(*panels, spacing=APART, bounds="flush", resolve=same)


def _x(every: list[int], *, line: bool = False, labels: bool = False) -> alt.X:
    """Give the axis of years, which only one panel writes out."""
    step = -(-LABEL * len(every) // WIDTH)
    shown = [year for year in every if year % step == 0]
    axis = alt.Axis(
        domain=line,
        domainColor=INK,
        labels=labels,
        labelAngle=0,
        # Or those of the band behind a year would be taken, whose axis is not drawn.
        labelAlign="center",
        labelBaseline="top",
        values=shown,
        tickCount=len(shown),
    )
    return alt.X("year:O", title=None, scale=alt.Scale(domain=every), axis=axis)


def _y(field: str, title: list[str], top: int, *, down: bool = False) -> alt.Y:
    """Give the axis of counts, with the name of what is counted at its left."""
    step = next(
        step for step in (1, 2, 5, 10, 20, 50, 100, 1000) if top <= 4 * step or step == 1000
    )
    axis = alt.Axis(
        values=[*range(step if down else 0, top + 1, step)],
        format=",d",
        minExtent=30,
        title=title,
        titleAngle=0,
        titleAlign="left",
        titleX=-LEFT,
        titleColor=INK,
        titleFontWeight="bold",
    )
    return alt.Y(
        f"{field}:Q", axis=axis, scale=alt.Scale(domain=[0, top], reverse=down, nice=False)
    )


def _band(every: list[int]) -> alt.RelativeBandSize:
    """Give the width of a mark."""
    return alt.RelativeBandSize(band=min(BAR, WIDEST * len(every) / WIDTH))


def _behind(marked: dict[str, int], every: list[int], height: int) -> list[alt.Chart]:
    """Draw a band behind each year that is to be looked at."""
    if not marked:
        return []
    years = pd.DataFrame({"year": sorted({*marked.values()})})
    bands = alt.Chart(years).mark_rect(color=GRID)
    return [bands.encode(x=alt.X("year:O"), y=alt.value(0), y2=alt.value(height))]


def _names(marked: dict[str, int], every: list[int]) -> Layered:
    """Write what the years are called that are to be looked at."""
    named = pd.Series(marked).rename("year").rename_axis("name").reset_index()
    named = named.groupby("year")["name"].agg(", ".join).reset_index()
    words = alt.Chart(named).mark_text(fontWeight="bold", baseline="middle")
    own = words.encode(x=_x(every), y=alt.value(MARKS / 2), text="name:N")
    return layered(*_behind(marked, every, MARKS), own, width=WIDTH, height=MARKS)


def _lane(
    squares: pd.DataFrame,
    lane: str,
    every: list[int],
    height: int,
    marked: dict[str, int],
    *,
    last: bool,
) -> Layered:
    """Draw the squares of a lane; the years that are fullest are darker."""
    counts = counts_of(squares, every)
    leads = squares["year"].isin(leading(counts)["year"])
    tips = tooltips(
        {"name": "What", "when": "When", "year:O": "Year", "lane": "Kind", "cited": "Says who"}
    )
    own = squares.drop(columns="row").assign(leads=leads)
    marks = (
        alt.Chart(own)
        .mark_bar(
            width=_band(every),
            fill=alt.ExprRef(f"datum.leads && datum.sure ? '{INK}' : '{NEUTRAL}'"),
            fillOpacity=alt.ExprRef(f"datum.sure ? 1 : {UNCERTAIN}"),
            # Squares are told apart by what lies between them, and what is faint by its edge.
            stroke=alt.ExprRef(f"datum.sure ? '{PAPER}' : '{INK}'"),
        )
        .encode(
            x=_x(every, line=True, labels=last),
            y=_y("level", wrap(lane, LEFT - 45, 13, bold=True), int(own["top"].max())),
            y2=alt.Y2("top:Q"),
            tooltip=tips,
            description=aloud(tips),
        )
    )
    return layered(*_behind(marked, every, height), marks, width=WIDTH, height=height)


def _documents(written: pd.DataFrame, every: list[int], marked: dict[str, int]) -> Layered:
    """Draw how many documents are of each year, down from the line."""
    leads = written["year"].isin(leading(written, "documents")["year"])
    tips = tooltips({"year:O": "Year", "documents:Q": "Documents of that year in the bibliography"})
    own = written.assign(leads=leads)
    bars = (
        alt.Chart(own)
        .mark_bar(width=_band(every), fill=alt.ExprRef(f"datum.leads ? '{INK}' : '{NEUTRAL}'"))
        .encode(
            x=_x(every, labels=True),
            y=_y("documents", ["documents", "(own scale)"], int(own["documents"].max()), down=True),
            tooltip=tips,
            description=aloud(tips, only="datum.documents"),
        )
    )
    return layered(*_behind(marked, every, DOWN), bars, width=WIDTH, height=DOWN)
