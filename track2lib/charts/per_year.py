"""How many by year, and how much was written down: never the one without the other."""

from typing import Any

import pandas as pd

from track2lib.charts.grammar.words import join, source_note
from track2lib.page.frame import finish
from track2lib.page.theme import INK, MUTED, NEUTRAL, UNCERTAIN
from track2lib.sources.counting import count_per_year

__all__ = ["per_year"]

PANELS = {
    "rows": "Rows in the table",
    "sources": "Documents that they rest on",
    "documents": "Documents of that year in the bibliography",
}


def per_year(table: pd.DataFrame, *, title: str | None = None) -> Any:
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
    ValueError
        If the table has no rows, none with a date, or lacks a column.

    Examples
    --------
    >>> import track2lib as t2
    >>> "not that more happened" in t2.per_year(t2.load("events")).description
    True
    """
    import altair as alt

    counted = count_per_year(table)
    width = 620
    panels = {name: text for name, text in PANELS.items() if counted[name].notna().any()}
    x = alt.X("year:O", title=None, axis=alt.Axis(labelAngle=0, labelOverlap=True))
    charts = []
    for name, text in panels.items():
        pieces = _pieces(counted, name)
        tooltip = [alt.Tooltip("year:O"), alt.Tooltip("count:Q", title=text), "kind:N"]
        bars = (
            alt.Chart(pieces)
            .mark_bar(
                fill=INK if name == "rows" else NEUTRAL,
                fillOpacity=alt.ExprRef(
                    f"datum.kind == 'in this year' ? 1 : {UNCERTAIN['opacity']}"
                ),
            )
            .encode(
                x=x,
                y=alt.Y("count:Q", title=None, axis=alt.Axis(tickCount=4, minExtent=30)),
                tooltip=tooltip,
            )
        )
        head = alt.TitleParams(text, anchor="start", fontSize=13, color=MUTED, offset=6)
        charts.append(
            bars.properties(width=width, height=150 if name == "rows" else 80, title=head)
        )
    most = counted.loc[counted["rows"].idxmax()]
    return finish(
        alt.vconcat(*charts, spacing=14).resolve_scale(x="shared"),
        title=title or _headline(most),
        subtitle="Full: dated in that year. Pale: the date leaves it open.",
        caption=f"{source_note(table)} {_undated(table)}More rows in a year mean that more was written down and found, not that more happened.",
        description=(
            f"Rows by year, {counted['year'].min()} to {counted['year'].max()}, with the documents that "
            f"they rest on. {join(_said(counted))}. More rows in a year mean that more was written "
            "down, not that more happened."
        ),
        width=700,
    )


def _pieces(counted: pd.DataFrame, name: str) -> pd.DataFrame:
    """Stack what lies in a year and what may lie in it."""
    sure = counted[["year"]].assign(count=counted[name].astype(float), kind="in this year")
    if name != "rows":
        return sure
    maybe = counted[["year"]].assign(count=counted["possible"].astype(float), kind="perhaps")
    return pd.concat([sure, maybe], ignore_index=True)


def _headline(most: pd.Series) -> str:
    if not most["rows"]:
        return "No row is dated to a single year"
    return (
        f"Most rows, {most['rows']}, are dated {most['year']}; what is told of that year rests on "
        f"{most['sources']} documents"
    )


def _undated(table: pd.DataFrame) -> str:
    count = int((table["date_earliest"].isna() & table["date_latest"].isna()).sum())
    return f"{count} {'row has' if count == 1 else 'rows have'} no date. " if count else ""


def _said(counted: pd.DataFrame) -> list[str]:
    own = counted[(counted["rows"] > 0) | (counted["possible"] > 0)]
    return [
        f"{row.year}: {row.rows}" + (f" and perhaps {row.possible} more" if row.possible else "")
        for row in own.itertuples(index=False)
    ]
