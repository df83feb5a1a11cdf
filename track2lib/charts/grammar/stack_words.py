"""The words of a chart of squares by year: its title, its caption, and what is read aloud."""

import pandas as pd

from track2lib.charts.grammar.peaks import leading, named
from track2lib.charts.grammar.stacks import counts_of
from track2lib.charts.grammar.words import counted, join, source_note

__all__ = ["caption", "description", "headline"]

WARNING = (
    "More squares in a year mean that more was written down and found, not that more happened. "
    "To share a year is no cause."
)


def headline(
    squares: pd.DataFrame, lanes: list[str], every: list[int], written: pd.DataFrame
) -> str:
    """Name the fullest years of each lane, and of the documents.

    Examples
    --------
    >>> squares = pd.DataFrame({"lane": "talks", "year": [2001, 2001, 2002], "sure": True})
    >>> headline(squares, ["talks"], [2001, 2002], pd.DataFrame())
    'Fullest years: talks 2001 (2)'
    """
    counts = {lane: counts_of(squares[squares["lane"] == lane], every) for lane in lanes}
    tops = {lane: leading(own) for lane, own in counts.items()}
    parts = [f"{lane} {named(top, 'rows')}" for lane, top in tops.items() if len(top)]
    if not parts:
        return f"No year is fuller than others in {join(lanes)}"
    if len(written) and len(top := leading(written, "documents")):
        parts.append(f"documents {named(top, 'documents')}")
    return f"Fullest years: {', '.join(parts)}"


def caption(tables: dict[str, pd.DataFrame], squares: pd.DataFrame, every: list[int]) -> str:
    """Name the sources, and count what no square shows."""
    together = pd.concat([own[["cited", "sources"]] for own in tables.values()])
    together.attrs = next(iter(tables.values())).attrs
    missing = []
    for lane, table in tables.items():
        rows = squares[squares["lane"] == lane].groupby("row")["year"]
        dated, shown = rows.ngroups, int(rows.apply(lambda own: own.isin(every).any()).sum())
        parts = [
            counted(len(table) - dated, "row without a date", "rows without a date")
            * (len(table) > dated),
            f"{dated - shown} of other years" * (dated > shown),
        ]
        if said := join(part for part in parts if part):
            missing.append(f"{lane}: {said}")
    left = f" Not drawn: {'; '.join(missing)}." * bool(missing)
    return f"{source_note(together)}{left} {WARNING}"


def description(
    squares: pd.DataFrame, lanes: list[str], every: list[int], marked: dict[str, int]
) -> str:
    """Say for each lane how many rows each year has, and which years are marked."""
    said = []
    for lane in lanes:
        counts = counts_of(squares[squares["lane"] == lane], every)
        own = [
            f"{row.year}: {row.rows}" + f" and perhaps {row.possible} more" * bool(row.possible)
            for row in counts.itertuples(index=False)
            if row.rows or row.possible
        ]
        said.append(f"{lane}, {join(own)}")
    years = f" {join(f'{name} is {year}' for name, year in marked.items())}." * bool(marked)
    return f"Rows by year, {every[0]} to {every[-1]}. {'. '.join(said)}.{years} {WARNING}"
