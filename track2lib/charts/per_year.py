"""How many by year, and how much was written down: never the one without the other."""

import altair as alt
import pandas as pd

from track2lib.charts.grammar.aloud import aloud
from track2lib.charts.grammar.pieces import KEYS
from track2lib.charts.grammar.table import check_table, check_title, check_type
from track2lib.charts.grammar.words import counted, join, source_note, tooltips
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
# A count never stands without what it rests on: one panel below the other, over the same years.
PANELS = {
    "rows": "Rows in the table",
    "sources": "Documents that they rest on",
    "documents": "Documents of that year in the bibliography",
}


def per_year(table: pd.DataFrame, *, title: str | None = None) -> alt.VConcatChart:
    """Draw how many rows fall in each year, above what these rows rest on.

    Parameters
    ----------
    table : pandas.DataFrame
        Dated rows of ``load("meetings")`` or ``load("events")``, as many as there are.
    title : str, optional
        What is to be seen. By default a sentence on rows and documents.

    Returns
    -------
    altair.VConcatChart
        The chart: three panels over the same years.

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
    # A package of one's own may have no bibliography to count.
    panels = [_panel(years, name) for name in PANELS if years[name].notna().any()]
    same_years = alt.ScaleResolveMap(x="shared")
    return finish(
        alt.vconcat(*panels, spacing=14, resolve=alt.Resolve(scale=same_years)),
        title=title or _headline(years),
        subtitle="Full: dated in that year."
        + " Pale: the date leaves it open." * bool(years["possible"].any()),
        caption=f"{source_note(table)} {_undated(table)}More rows in a year mean that more was written down and found, not that more happened.",
        description=(
            f"Rows by year, {years['year'].min()} to {years['year'].max()}, with the documents that "
            f"they rest on. {join(_said(years))}. More rows in a year mean that more was written "
            "down, not that more happened."
        ),
        width=700,
    )


def _panel(years: pd.DataFrame, name: str) -> alt.Chart:
    """Draw a bar for each year: what lies in it, and above that what may lie in it."""
    # Documents are counted for all rows that may lie in a year, and so have no part that is pale.
    parts = {name: "in this year"} | ({"possible": "perhaps"} if name == "rows" else {})
    bars = years.rename(columns=parts).melt("year", parts.values(), "kind", "count")
    title = alt.TitleParams(PANELS[name], anchor="start", fontSize=13, color=MUTED, offset=6)
    colour, height = (INK, 150) if name == "rows" else (NEUTRAL, 80)
    sure = alt.ExprRef(f"datum.kind == 'in this year' ? 1 : {UNCERTAIN}")
    # There is no half of a row, and Vega does not keep to a least step where the counts are small.
    most = int(bars.groupby("year")["count"].sum().max())
    ticks = {"values": [*range(most + 1)]} if most < FEW else {"tickCount": 4}
    # Documents are counted one way, and rows by whether they lie in the year.
    sure_of = {"kind": "Dated"} if name == "rows" else {}
    tips = tooltips({"year:O": "Year", "count:Q": PANELS[name]} | sure_of)
    panel = alt.Chart(bars.astype({"count": float}), width=620, height=height, title=title)
    return panel.mark_bar(fill=colour, fillOpacity=sure).encode(
        x=alt.X(
            "year:O", title=None, axis=alt.Axis(labelAngle=0, labelOverlap=True, labelSeparation=3)
        ),
        y=alt.Y("count:Q", title=None, axis=alt.Axis(format=",d", minExtent=30, **ticks)),
        tooltip=tips,
        # Of nothing there is no bar, and no word.
        description=aloud(tips, only="datum.count"),
    )


def _headline(years: pd.DataFrame) -> str:
    """Say which years most rows lie in, never without what is known of these years."""
    top = years[years["rows"] == years["rows"].max()]
    most, least, last = top["rows"].iloc[0], top["sources"].min(), top["sources"].max()
    if not most:
        return "No row is dated to a single year"
    few = f"{least} to " * int(least < last)
    documents = f"{few}{counted(last, 'document', 'documents')}"
    if len(top) == 1:
        return (
            f"{top['year'].iloc[0]} has the most rows, {most}; what is told of that year rests on "
            f"{documents}"
        )
    # Of years that are alike, none leads.
    named = join(top["year"].astype(str)) if len(top) <= NAMED else f"{len(top)} years"
    return f"{named} have the most rows, {most} each; what is told of each rests on {documents}"


def _undated(table: pd.DataFrame) -> str:
    """Count what no bar can show, or shows at one bound alone."""
    earliest, latest = table["date_earliest"].isna(), table["date_latest"].isna()
    undated, at_a_bound = int((earliest & latest).sum()), int((earliest ^ latest).sum())
    said = f"{counted(undated, 'row has', 'rows have')} no date. " if undated else ""
    if at_a_bound:
        rows = counted(at_a_bound, "row is dated", "rows are dated")
        said += f"{rows} by a first or a last year alone, and counted there. "
    return said


def _said(years: pd.DataFrame) -> list[str]:
    """Say for each year that has rows how many these are."""
    own = years[(years["rows"] > 0) | (years["possible"] > 0)]
    return [
        f"{row.year}: {row.rows}" + (f" and perhaps {row.possible} more" if row.possible else "")
        for row in own.itertuples(index=False)
    ]
