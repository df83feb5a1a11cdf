"""How many by year, and how much was written down: never the one without the other."""

import altair as alt
import pandas as pd

from track2lib.charts.grammar.aloud import aloud
from track2lib.charts.grammar.pieces import KEYS
from track2lib.charts.grammar.table import check_table, check_title, check_type
from track2lib.charts.grammar.words import counted, join, kind_of, source_note, tooltips
from track2lib.page.frame import finish
from track2lib.page.theme import INK, MUTED, NEUTRAL, UNCERTAIN
from track2lib.sources.counting import count_per_year

__all__ = ["per_year"]

START = 'load("meetings") or load("events")'
# Years of which each still has a bar of two pixels.
MOST = 300
# Years of one count that a title can name one by one.
NAMED = 4
FEW = 4  # of fewer rows than these, each has its tick
# Years without rows that are a gap, and the part of all rows that may lie beyond one and not be drawn.
GAP, BEYOND = 5, 0.1
# The part of all years of which one may say that they are among those with most documents.
AMONG = 0.25
# A count never stands without what was written: rows upward, and documents down from the same line.
DOCUMENTS = "Documents of that year in the bibliography (on a scale of their own)"
WIDTH, HEIGHTS = 660, {"rows": 170, "documents": 90}


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
    panels = [_panel(shown, name, kind, last=name == names[-1]) for name in names]
    same_years = alt.ScaleResolveMap(x="shared")
    return finish(
        alt.vconcat(*panels, spacing=0, bounds="flush", resolve=alt.Resolve(scale=same_years)),
        title=title or _headline(shown, kind),
        subtitle="Up: dated in that year."
        + " Pale: the date leaves it open." * bool(shown["possible"].any())
        + " Down: documents that appeared then." * (len(names) > 1),
        caption=f"{source_note(table)} {_beyond(beyond, kind)}{_undated(table, kind)}More {kind[1]} in a year mean that more was written down and found, not that more happened.",
        description=(
            f"{kind[1].capitalize()} by year, {years['year'].min()} to {years['year'].max()}, with the documents that "
            f"they rest on. {join(_said(years))}. More {kind[1]} in a year mean that more was written "
            "down, not that more happened."
        ),
        width=WIDTH + 60,
    )


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
    rows = counted(number, f"{kind[0]} is not drawn, of", f"{kind[1]} are not drawn, of")
    listed = [str(year) for year in beyond["year"]]
    named = join(listed) if len(listed) <= NAMED else f"{listed[0]} to {listed[-1]}"
    return f"{rows} {named}: a gap of years without rows lies between. "


def _panel(years: pd.DataFrame, name: str, kind: tuple[str, str], *, last: bool) -> alt.Chart:
    """Draw a bar for each year: rows up, what may lie in it above that, or documents down."""
    rows = name == "rows"
    parts = {name: "in this year"} | ({"possible": "perhaps"} if rows else {})
    bars = years.rename(columns=parts).melt(["year", "sources"], [*parts.values()], "kind", "count")
    called = kind[1].capitalize() if rows else DOCUMENTS
    title = alt.TitleParams(
        called,
        anchor="start",
        orient="top" if rows else "bottom",
        fontSize=13,
        color=MUTED,
        offset=6,
    )
    # There is no half of a row, and Vega does not keep to a least step where the counts are small.
    most = int(bars.groupby("year")["count"].sum().max())
    ticks = {"values": [*range(most + 1)]} if most < FEW else {"tickCount": 4 if rows else 2}
    sure_of = {"kind": "Dated", "sources:Q": "Documents that they rest on"} if rows else {}
    tips = tooltips({"year:O": "Year", "count:Q": called} | sure_of)
    # The line that both stand on is named once.
    named = alt.Undefined if rows else "datum.value ? datum.label : ''"
    labels = alt.Axis(labelAngle=0, labelOverlap=True, labelSeparation=3, domain=False)
    panel = alt.Chart(
        bars.astype({"count": float, "sources": float}),
        width=WIDTH,
        height=HEIGHTS[name],
        title=title,
    )
    return panel.mark_bar(
        fill=INK if rows else NEUTRAL,
        # With an edge, what may lie in a year is not taken for a document.
        stroke=alt.ExprRef(f"datum.kind == 'perhaps' ? '{INK}' : 'transparent'"),
        fillOpacity=alt.ExprRef(f"datum.kind == 'in this year' ? 1 : {UNCERTAIN}"),
    ).encode(
        x=alt.X("year:O", title=None, axis=labels if last else None),
        y=alt.Y(
            "count:Q",
            title=None,
            scale=alt.Scale(reverse=not rows),
            axis=alt.Axis(format=",d", labelExpr=named, minExtent=30, **ticks),
        ),
        tooltip=tips,
        # Of nothing there is no bar, and no word.
        description=aloud(tips, only="datum.count"),
    )


def _headline(years: pd.DataFrame, kind: tuple[str, str]) -> str:
    """Say which year has most rows, and where it stands in documents."""
    top = years[years["rows"] == years["rows"].max()]
    most = top["rows"].iloc[0]
    if not most:
        return f"No {kind[0]} is dated to a single year"
    if len(top) > NAMED:  # of years that are alike, none leads
        return f"{len(top)} years have the most {kind[1]}, {most} each"
    one, named, documents = len(top) == 1, join(top["year"].astype(str)), years["documents"]
    if documents.isna().all():
        return f"{named} {f'has the most {kind[1]}, {most}' if one else f'have the most {kind[1]}, {most} each'}"
    lead = f"The year with most {kind[1]}, {named} ({most})" if one else ""
    lead = lead or f"The years with most {kind[1]}, {named} ({most} each)"
    rank = documents.rank(method="min", ascending=False)
    among = rank[top.index].le(max(1, AMONG * len(years))) & documents[top.index].gt(0)
    if among.any() and not among.all():
        verb = "is" if among.sum() == 1 else "are"
        return (
            f"{lead}: {join(top['year'][among].astype(str))} {verb} among those with most documents"
        )
    if one and among.all() and (rank == 1).sum() == 1 and rank[top.index[0]] == 1:
        return f"{lead}, is also the one with most documents"
    return f"{lead}, {'is' if one else 'are'}{'' if among.all() else ' not'} among those with most documents"


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
