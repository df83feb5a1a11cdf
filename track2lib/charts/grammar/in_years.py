"""In which years each row of a table lies, or may lie: the rows that `count_per_year` counts, one by one."""

from datetime import date

import pandas as pd

from track2lib.records.dates import members

__all__ = ["in_years"]


def in_years(table: pd.DataFrame) -> pd.DataFrame:
    """Give each row once for each year in which it lies, or may lie.

    Parameters
    ----------
    table : pandas.DataFrame
        Rows with ``date_earliest`` and ``date_latest``, and ``date`` if there is one.

    Returns
    -------
    pandas.DataFrame
        ``row``, the label of the row; ``year``; and whether it is ``sure``: else its date spans
        several years, or leaves open which one it is. A row without a date is in no year, and one with
        a single bound in the year of this bound.

    Examples
    --------
    >>> days = pd.to_datetime(["2001-05-01", "2002-12-31"])
    >>> table = pd.DataFrame({"date_earliest": days[:1], "date_latest": days[1:]})
    >>> in_years(table)["year"].tolist(), in_years(table)["sure"].any()
    ([2001, 2002], np.False_)
    """
    texts = table["date"] if "date" in table else pd.Series(pd.NA, index=table.index)
    found = [
        (label, year, sure)
        for label, text, first, last in zip(
            table.index, texts, table["date_earliest"], table["date_latest"], strict=True
        )
        for year, sure in _of_row(text, first, last).items()
    ]
    return pd.DataFrame(found, columns=["row", "year", "sure"])


def _of_row(text: object, first: pd.Timestamp, last: pd.Timestamp) -> dict[int, bool]:
    """Give the years of one row, and of each whether it is sure."""
    if not (isinstance(text, str) and "," in text):
        years = _between(first, last)
        return dict.fromkeys(years, len(years) == 1 and pd.notna(first) and pd.notna(last))
    found: dict[int, bool] = {}
    for part, (begin, end) in zip(text.split(","), members(text), strict=True):
        years = _between(begin, end)
        # Of a set in curly brackets each date holds; of one in square brackets a single one does.
        whole = text.startswith("{") and bool(begin and end) and (".." in part or len(years) == 1)
        for year in years:
            found[year] = found.get(year, False) or whole
    return found


def _between(first: date | None, last: date | None) -> range:
    """Give the years from one day to another; of two, one may be missing."""
    years = [day.year for day in (first, last) if day is not None and day is not pd.NaT]
    return range(years[0], years[-1] + 1) if years else range(0)
