"""How many by year, and how much was written down: never the one without the other."""

from typing import Any

import altair as alt
import pandas as pd

from track2lib.charts.grammar.aloud import aloud
from track2lib.charts.grammar.peaks import NAMED, headline, leading
from track2lib.charts.grammar.pieces import KEYS
from track2lib.charts.grammar.table import check_table, check_title, check_type
from track2lib.charts.grammar.words import counted, join, kind_of, source_note, tooltips
from track2lib.page.frame import finish, layered
from track2lib.page.theme import INK, NEUTRAL, PAPER, UNCERTAIN
from track2lib.sources.counting import count_per_year

__all__ = ["per_year"]

START = 'load("meetings") or load("events")'
# Years of which each still has a bar of two pixels.
MOST = 300
FEW = 4  # of fewer rows than these, each has its tick
# Years without rows that are a gap, and the part of all rows that may lie beyond one and not be drawn.
GAP, BEYOND = 5, 0.1
# A count never stands without what was written: rows upward, and documents down from the same line.
WIDTH, HEIGHTS = 660, {"rows": 220, "documents": 120}
# Pixels between them, of the words at the left, of a year with its room, of a digit in bold, and of a bar that holds one; and
# the part of a year's room that its bar takes, up to so many pixels.
APART, LEFT, LABEL, DIGIT, HOLDS, BAR = 3, 115, 44, 8, 20, 0.72
WIDEST = 60


def per_year(table: pd.DataFrame, *, title: str | None = None) -> alt.VConcatChart:
    """Draw how many rows fall in each year, and below the line how much was written in that year.

    A few rows beyond a gap of years without any are not drawn, and named below.

    Parameters
    ----------
    table : pandas.DataFrame
        Dated rows of ``load("meetings")`` or ``load("events")``, as many as there are.
    title : str, optional
        What is to be seen. By default a sentence on the year with most rows, and its documents.

    Returns
    -------
    altair.VConcatChart
        The chart: bars up for rows, and bars down for documents, each with its own scale.

    Raises
    ------
    TypeError
        If it is given no table.
    ValueError
        If the table has no rows, none with a date, too many years to be read, a row that stands twice, or
        lacks a column.

    Examples
    --------
    >>> import track2lib as t2
    >>> "not that more happened" in t2.per_year(t2.load("events")).description
    True
    """
    check_type(table, START)
    check_title(title)
    years = count_per_year(table)  # refuses what has no dates and no sources
    once = next(([key, "cited"] for key in KEYS if key in table), [])
    table = check_table(table, ["cited", "date_earliest", "date_latest"], START, once=once)
    if len(years) > MOST:
        raise ValueError(
            f"The rows lie between {years['year'].min()} and {years['year'].max()}, and this chart "
            f"draws each of {len(years):,} years: up to {MOST} can be read. Choose the rows of some of "
            "them first, or count them with count_per_year()."
        )
    shown, beyond = _dense(years)
    kind = kind_of(table)
    # A package of one's own may have no bibliography to count.
    names = [name for name in HEIGHTS if shown[name].notna().any()]
    panels = [
        layered(
            _bars(shown, name, kind, last=name == names[-1]),
            *_numbers(shown, name),
            width=WIDTH,
            height=HEIGHTS[name],
        )
        for name in names
    ]
    same_years = alt.ScaleResolveMap(x="shared")
    return finish(
        alt.vconcat(*panels, spacing=APART, bounds="flush", resolve=alt.Resolve(scale=same_years)),
        title=title or headline(shown, kind),
        subtitle=f"Up: {kind[1]} dated in that year."
        + " Faint: the date leaves it open." * bool(shown["possible"].any())
        + " Down: documents of the bibliography, by year." * (len(names) > 1),
        caption=f"{_sources(table, kind)} {_beyond(beyond, kind)}{_undated(table, kind)}More {kind[1]} in a year mean that more was written down and found, not that more happened.",
        description=(
            f"{kind[1].capitalize()} by year, {years['year'].min()} to {years['year'].max()}, with the documents that "
            f"they rest on. {join(_said(years))}. More {kind[1]} in a year mean that more was written "
            "down, not that more happened."
        ),
        width=WIDTH + LEFT,
    )


def _sources(table: pd.DataFrame, kind: tuple[str, str]) -> str:
    """Name the sources of what stands above the line, which are not the documents below it."""
    return source_note(table).replace("Sources:", f"Sources of the {kind[1]}:")


def _dense(years: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Give the years that are drawn, and those with rows that lie beyond a gap on either side."""
    own = years[(years["rows"] > 0) | (years["possible"] > 0)]
    count = (own["rows"] + own["possible"]).astype(int)
    gaps = own["year"].diff().fillna(0) > GAP
    begins = own["year"][gaps & (count.cumsum() - count <= BEYOND * count.sum())]
    first = int(begins.iloc[-1]) if len(begins) else int(own["year"].iloc[0])
    # The same from the end: a year after which a gap begins, and few rows lie beyond it.
    before = gaps.shift(-1, fill_value=False) & (own["year"] >= first)
    ends = own["year"][before & (count.sum() - count.cumsum() <= BEYOND * count.sum())]
    last = int(ends.iloc[0]) if len(ends) else int(own["year"].iloc[-1])
    return (
        years[years["year"].between(first, last)].reset_index(drop=True),
        own[~own["year"].between(first, last)],
    )


def _beyond(beyond: pd.DataFrame, kind: tuple[str, str]) -> str:
    """Name what is not drawn since years without rows lie between."""
    if beyond.empty:
        return ""
    number = int((beyond["rows"] + beyond["possible"]).sum())
    listed = [str(year) for year in beyond["year"]]
    named = join(listed) if len(listed) <= NAMED else f"{listed[0]} to {listed[-1]}"
    are = "is" if number == 1 else "are"
    return f"{counted(number, *kind)} beyond a gap of years {are} not drawn, of {named}. "


def _bars(years: pd.DataFrame, name: str, kind: tuple[str, str], *, last: bool) -> alt.Chart:
    """Draw a bar for each year: rows up, what may lie in it above that, or documents down."""
    rows = name == "rows"
    parts = {name: "in this year"} | ({"possible": "perhaps"} if rows else {})
    leads = years["year"].isin(leading(years, name)["year"])
    bars = years.rename(columns=parts).assign(leads=leads)
    bars = bars.melt(["year", "sources", "leads"], [*parts.values()], "kind", "count")
    bars = bars[(bars["kind"] != "perhaps") | (bars["count"] > 0)]  # or its edge would be a line
    called = kind[1].capitalize() if rows else "Documents"
    # There is no half of a row, and Vega does not keep to a least step where the counts are small.
    most = int(bars.groupby("year")["count"].sum().max())
    ticks: dict[str, Any] = (
        {"values": [*range(most + 1)]} if most < FEW else {"tickCount": 4 if rows else 2}
    )
    sure_of = {"kind": "Dated", "sources:Q": "Documents that they rest on"} if rows else {}
    counts = called if rows else "Documents of that year in the bibliography"
    tips = tooltips({"year:O": "Year", "count:Q": counts} | sure_of)
    # The line that both stand on is named once.
    named = alt.Undefined if rows else "datum.value ? datum.label : ''"
    line = alt.Axis(domain=rows, domainColor=INK, labels=last, labelAngle=0, **_labelled(years))
    return (
        alt.Chart(bars.astype({"count": float, "sources": float}))
        .mark_bar(
            width=alt.RelativeBandSize(band=min(BAR, WIDEST * len(years) / WIDTH)),
            # The years that the title names.
            fill=alt.ExprRef(f"datum.leads && datum.kind != 'perhaps' ? '{INK}' : '{NEUTRAL}'"),
            # With an edge, what may lie in a year is not taken for what does.
            stroke=alt.ExprRef(f"datum.kind == 'perhaps' ? '{INK}' : 'transparent'"),
            fillOpacity=alt.ExprRef(f"datum.kind == 'in this year' ? 1 : {UNCERTAIN}"),
        )
        .encode(
            x=alt.X("year:O", title=None, axis=line),
            y=alt.Y(
                "count:Q",
                scale=alt.Scale(reverse=not rows),
                axis=alt.Axis(
                    format=",d",
                    labelExpr=named,
                    minExtent=30,
                    title=called if rows else [called, "(own scale)"],
                    titleAngle=0,
                    titleAlign="left",
                    titleX=-LEFT,
                    titleColor=INK,
                    titleFontWeight="bold",
                    **ticks,
                ),
            ),
            tooltip=tips,
            # Of nothing there is no bar, and no word.
            description=aloud(tips, only="datum.count"),
        )
    )


def _labelled(years: pd.DataFrame) -> dict[str, Any]:
    """Choose the years below the bars: so many as have room, and the one that the title names first."""
    top = leading(years)["year"]
    fixed = int(top.iloc[0] if len(top) else years["year"].iloc[0])
    step = -(-LABEL * len(years) // WIDTH)
    chosen = [int(year) for year in years["year"] if (year - fixed) % step == 0]
    bold: dict[str, Any] = {"condition": {"test": f"datum.value == {fixed}", "value": "bold"}}
    weight = bold | {"value": "normal"} if len(top) else "normal"
    # Vega would leave out what is more than the usual number of ticks.
    return {"values": chosen, "tickCount": len(chosen), "labelFontWeight": weight}


def _numbers(years: pd.DataFrame, name: str) -> list[alt.Chart]:
    """Write the counts of the years that the title names: in their bars, or at the end of short ones."""
    rows = name == "rows"
    numbered = leading(years, name)[["year", name, "possible"]]
    whole = years[name] + (years["possible"] if rows else 0)
    long = numbered[name].astype(float) * HEIGHTS[name] / max(float(whole.max()), 1) >= HOLDS
    # What may lie in a year stands where the number of a short bar would.
    numbered = numbered.assign(long=long)[long | ~(numbered["possible"].gt(0) & rows)]
    if numbered.empty or DIGIT * len(str(numbered[name].max())) > BAR * WIDTH / len(years):
        return []
    ends = 10 if rows else -10
    numbers = alt.Chart(numbered.astype({name: float, "possible": float})).mark_text(
        fontWeight="bold",
        fill=alt.ExprRef(f"datum.long ? '{PAPER}' : '{INK}'"),
        dy=alt.ExprRef(f"datum.long ? {ends} : {-ends}"),
    )
    return [numbers.encode(x=alt.X("year:O"), y=alt.Y(f"{name}:Q"), text=alt.Text(f"{name}:Q"))]


def _undated(table: pd.DataFrame, kind: tuple[str, str]) -> str:
    """Count what no bar can show, or shows at one bound alone."""
    earliest, latest = table["date_earliest"].isna(), table["date_latest"].isna()
    undated, at_a_bound = int((earliest & latest).sum()), int((earliest ^ latest).sum())
    said = f"{counted(undated, f'{kind[0]} has', f'{kind[1]} have')} no date. " if undated else ""
    if at_a_bound:
        rows = counted(at_a_bound, f"{kind[0]} is dated", f"{kind[1]} are dated")
        said += f"{rows} by a first or a last year alone, and counted there. "
    return said


def _said(years: pd.DataFrame) -> list[str]:
    """Say for each year that has rows how many these are."""
    own = years[(years["rows"] > 0) | (years["possible"] > 0)]
    return [
        f"{row.year}: {row.rows}" + (f" and perhaps {row.possible} more" if row.possible else "")
        for row in own.itertuples(index=False)
    ]
