"""The years with most rows and with most documents, and what a title says of them."""

import pandas as pd

from track2lib.charts.grammar.words import counted, join

__all__ = ["NAMED", "headline", "leading", "named"]

# Years of one count that a title can name one by one.
NAMED = 4


def leading(years: pd.DataFrame, name: str = "rows") -> pd.DataFrame:
    """Give the years with most rows or documents; none where they are too many, or lead nothing."""
    most = years[name].max()
    top = years[years[name].eq(most).fillna(False)]
    return top if len(top) <= NAMED and most >= min(len(top), 2) else top.head(0)


def headline(years: pd.DataFrame, kind: tuple[str, str]) -> str:
    """Say which year has most rows, and which has most documents."""
    most, documents, top = years["rows"].max(), years["documents"], leading(years)
    if not most:
        return f"No {kind[0]} is dated to a single year"
    if top.empty and most == 1:
        return f"No more than one {kind[0]} is dated in any year"
    if top.empty:  # of years that are alike, none leads
        return f"{(years['rows'] == most).sum()} years have the most {kind[1]}, {most} each"
    if len(years) == 1:
        beside = documents.dropna().map(lambda n: f" and {counted(n, 'document', 'documents')}")
        return f"{years['year'].iloc[0]} has {counted(most, *kind)}{''.join(beside)}"
    lead = f"{kind[1].capitalize()} peak in {named(top, 'rows')}"
    written = leading(years, "documents") if documents.notna().any() else top.head(0)
    if written.empty:
        return lead
    if written["year"].tolist() == top["year"].tolist():
        return f"{lead}, and so do documents ({_number(written, 'documents')})"
    return f"{lead}, documents in {named(written, 'documents')}"


def named(top: pd.DataFrame, name: str) -> str:
    """Name years, and how many each has.

    Examples
    --------
    >>> named(pd.DataFrame({"year": [2001, 2003], "rows": [2, 2]}), "rows")
    '2001 and 2003 (2 each)'
    """
    return f"{join(top['year'].astype(str))} ({_number(top, name)})"


def _number(top: pd.DataFrame, name: str) -> str:
    """Say how many a year has, or each of some years."""
    return f"{top[name].iloc[0]}{' each' if len(top) > 1 else ''}"
