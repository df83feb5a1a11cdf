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
    dated = table.assign(first=first.fillna(last), last=last.fillna(first), certain=first == last)
    dated = dated.dropna(subset="first").astype({"first": int, "last": int})
    if dated.empty:
        raise ValueError(
            'No row has a date to count by. Start from load("meetings") or load("events").'
        )
    years = [range(*ends) for ends in zip(dated["first"], dated["last"] + 1, strict=True)]
    # A row for each year in which it may lie, then one for each source that it rests on.
    spread = dated.assign(year=years, source=dated["sources"].str.split("; ")).explode("year")
    certain = spread.groupby("year")["certain"]
    counts = {
        "rows": certain.sum(),
        "possible": certain.size() - certain.sum(),
        "sources": spread.explode("source").groupby("year")["source"].nunique(),
    }
    every = pd.RangeIndex(dated["first"].min(), dated["last"].max() + 1, name="year")
    found = pd.DataFrame(counts).reindex(every, fill_value=0)
    written = _documents(table)
    found["documents"] = pd.NA if written is None else written.reindex(every, fill_value=0)
    return found.reset_index().astype("Int64")


def _documents(table: pd.DataFrame) -> pd.Series | None:
    """Count the documents of the bibliography by the year in which they appeared."""
    try:
        sources = load("sources", **table.attrs)
    except LookupError:  # a package of one's own names sources and does not list them
        return None
    return sources["date"].str.extract(r"(\d{4})")[0].dropna().astype(int).value_counts()
