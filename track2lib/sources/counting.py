"""How much was written down, year by year: what every count over time has to stand beside."""

import pandas as pd

from track2lib.records.loading import load

__all__ = ["count_per_year"]

NEEDED = ["date_earliest", "date_latest", "sources"]


def count_per_year(table: pd.DataFrame) -> pd.DataFrame:
    """Count rows by year, and beside them what these rows rest on.

    More rows in a year mean that more was written down and found, not that more happened. A year
    that rests on few documents says little, and a year without rows says nothing.

    Parameters
    ----------
    table : pandas.DataFrame
        Dated rows, such as ``load("meetings")`` or ``load("events")``.

    Returns
    -------
    pandas.DataFrame
        One row for each year from the first to the last: ``year``; ``rows``, whose date lies in
        that year; ``possible``, those whose date may lie in it; ``sources``, on how many
        different ones all these rest; ``documents``, how many of the bibliography appeared in
        that year, whatever they are about (missing for a package without a bibliography).

    Raises
    ------
    ValueError
        If the table has no rows, none with a date, or lacks a column.

    Examples
    --------
    >>> import track2lib as t2
    >>> found = t2.count_per_year(t2.load("events", scope="founding")).set_index("year")
    >>> found.loc[2006, ["rows", "sources"]].tolist()
    [1, 1]
    """
    missing = [name for name in NEEDED if name not in table]
    if missing:
        raise ValueError(
            f"The table has no column {', '.join(missing)}. Start from load('meetings')."
        )
    first, last = (table[f"date_{end}"].dt.year for end in ("earliest", "latest"))
    dated = table.assign(first=first.fillna(last), last=last.fillna(first)).dropna(subset="first")
    if dated.empty:
        raise ValueError(
            'No row has a date to count by. Start from load("meetings") or load("events").'
        )
    certain = (first == last).reindex(dated.index)
    own = [set(text.split("; ")) if pd.notna(text) else set() for text in dated["sources"]]
    spans = list(zip(dated["first"].astype(int), dated["last"].astype(int), strict=True))
    written = _documents(table)
    rows = []
    for year in range(min(first for first, _ in spans), max(last for _, last in spans) + 1):
        # A row may rest on several sources, and a source may bear several rows of a year.
        within = [number for number, (first, last) in enumerate(spans) if first <= year <= last]
        sure = sum(certain.iloc[within])
        counts = sure, len(within) - sure, len(set().union(*(own[number] for number in within)))
        rows.append((year, *counts, written.get(year, 0) if written is not None else pd.NA))
    columns = ["year", "rows", "possible", "sources", "documents"]
    return pd.DataFrame(rows, columns=columns).astype("Int64")


def _documents(table: pd.DataFrame) -> pd.Series | None:
    """Count the documents of the bibliography by the year in which they appeared."""
    try:
        sources = load("sources", **table.attrs)
    except LookupError:  # a package of one's own names sources and does not list them
        return None
    return sources["date"].str.extract(r"(\d{4})")[0].dropna().astype(int).value_counts()
