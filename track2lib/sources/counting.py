"""How much was written down, year by year: what every count over time has to stand beside."""

from datetime import date

import numpy as np
import pandas as pd
from pandas.api.types import is_datetime64_any_dtype

from track2lib.records.asked import a_table
from track2lib.records.dates import members
from track2lib.records.related import look_up, lost

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
        that year; ``possible``, those whose date may lie in it (a date with one bound alone, such
        as "by 2008", stands at this bound); ``sources``, on how many
        different ones all these rest; ``documents``, how many of the bibliography appeared in
        that year, whatever they are about (missing for a package without a bibliography, and where
        rows have lost their package, as after a merge).

    Raises
    ------
    TypeError
        If it is no table.
    ValueError
        If the table has no rows, none with a date, or lacks a column, or one holds something else
        than days or text.

    Examples
    --------
    >>> import track2lib as t2
    >>> found = t2.count_per_year(t2.load("events", scope="founding")).set_index("year")
    >>> found.loc[2006, ["rows", "sources"]].tolist()
    [1, 1]
    """
    table = _checked(table)
    first, last = (table[f"date_{end}"].dt.year for end in ("earliest", "latest"))
    own = [*first[first == last].astype(int), *_years_of_sets(table, first != last)]
    dated = pd.DataFrame({"first": first, "last": last, "sources": table["sources"]})
    dated = _one_by_one(dated[first.notna() | last.notna()], table)
    if dated.empty:
        raise ValueError(
            'No row has a date to count by. Start from load("meetings") or load("events").'
        )
    # What may lie in any year before or after a bound stands at this bound, or no year were empty.
    first, last = dated["first"], dated["last"]
    dated["first"], dated["last"] = first.fillna(last), last.fillna(first)
    dated = dated.astype({"first": int, "last": int})
    years = range(dated["first"].min(), dated["last"].max() + 1)
    # Rows of one span are counted together, and never a row for each year: a span may be long.
    spread = dated.groupby(["first", "last"]).size().reset_index(name="rows")
    own = pd.Series(own, dtype=int).value_counts().reindex(years, fill_value=0)
    counts = {
        "rows": own,
        "possible": _over(years, spread["first"], spread["last"], spread["rows"]) - own,
        "sources": _sources(years, dated),
    }
    found = pd.DataFrame(counts, index=pd.Index(years, name="year"))
    written = _documents(table)
    found["documents"] = pd.NA if written is None else written.reindex(years, fill_value=0)
    return found.reset_index().astype("Int64")


def _checked(table: pd.DataFrame) -> pd.DataFrame:
    """Give a table whose dates and sources can be counted, or say why they cannot."""
    a_table(table, "load('meetings')")
    missing = [name for name in NEEDED if name not in table]
    if missing:
        raise ValueError(
            f"The table has no column {', '.join(missing)}. Start from load('meetings')."
        )
    days = {name: _days(table[name]) for name in NEEDED[:2]}
    texts = {name: table[name] for name in ("sources", "date") if name in table}
    for name, column in texts.items():
        if not all(isinstance(cell, str) for cell in column.dropna()):
            raise ValueError(
                f"The column {name} holds something else than text. Load the table anew."
            )
        texts[name] = column.astype("string")  # also where nothing stands in it
    wrong = table.index[days["date_earliest"] > days["date_latest"]]
    if len(wrong):
        raise ValueError(
            f"In row {wrong[0]} the day in date_latest lies before that in date_earliest. Correct it."
        )
    return table.assign(**days, **texts).reset_index(drop=True)  # joined tables repeat labels


def _days(column: pd.Series) -> pd.Series:
    """Give the days of a column, whatever pandas keeps them in."""
    if is_datetime64_any_dtype(column):
        return column.dt.tz_localize(None)  # the day as it was written down
    if not all(isinstance(cell, date) for cell in column.dropna()):
        raise ValueError(
            f"The days in {column.name} are text or numbers, as read_csv() gives them. Load the table "
            "anew, or read it with parse_dates=['date_earliest', 'date_latest']."
        )
    days = column.astype(object).map(_as_written, na_action="ignore")
    return pd.to_datetime(days)


def _as_written(day: date) -> pd.Timestamp:
    return pd.Timestamp(day).tz_localize(None)


def _years_of_sets(table: pd.DataFrame, wanted: pd.Series) -> list[int]:
    """Give the years of each row that has dates in all of them: those of a set in curly brackets."""
    texts = table.loc[wanted, "date"].dropna() if "date" in table else ()
    found: list[int] = []
    for text in texts:
        if not text.startswith("{"):
            continue
        years: set[int] = set()
        for part, (first, last) in zip(text.split(","), members(text), strict=True):
            # Dots stand for every year between; a decade without them for one that is not known.
            if first and last and (".." in part or first.year == last.year):
                years.update(range(first.year, last.year + 1))
        found += years
    return found


def _one_by_one(dated: pd.DataFrame, table: pd.DataFrame) -> pd.DataFrame:
    """Give a row of several dates, such as one of two years, a span for each run of its years."""
    if "date" not in table:
        return dated
    several = table["date"].str.contains(",", regex=False).fillna(False)
    several = several[several].index.intersection(dated.index)
    parts = [dated.drop(several)]
    for place in several:
        years: set[int] = set()
        for first, last in members(table.at[place, "date"]):
            bounds = [day.year for day in (first, last) if day is not None]
            years.update(range(bounds[0], bounds[-1] + 1))
        runs = [year for year in sorted(years) if year - 1 not in years]
        ends = [year for year in sorted(years) if year + 1 not in years]
        own = {"first": runs, "last": ends, "sources": dated.at[place, "sources"]}
        parts.append(pd.DataFrame(own))
    return pd.concat(parts, ignore_index=True)


def _over(years: range, first: pd.Series, last: pd.Series, often: pd.Series | int) -> np.ndarray:
    """Count in each year the spans that hold it."""
    steps = np.zeros(len(years) + 1, dtype=np.int64)
    np.add.at(steps, first.to_numpy() - years.start, often)
    np.add.at(steps, last.to_numpy() - years.start + 1, np.negative(often))
    return steps[:-1].cumsum()


def _sources(years: range, dated: pd.DataFrame) -> np.ndarray:
    """Count in each year the sources of all rows that may lie in it, each once."""
    spans = dated.drop_duplicates()
    spans = spans.assign(source=spans["sources"].str.split("; ")).explode("source")
    spans = spans.dropna(subset="source").sort_values(["source", "first"])
    # Spans of one source that overlap are one: a new one begins where none before reaches to.
    so_far = spans.groupby("source")["last"].cummax()
    reached = so_far.groupby(spans["source"]).shift()
    begins = ~(spans["first"] <= reached)
    merged = spans.groupby(begins.cumsum()).agg(first=("first", "min"), last=("last", "max"))
    return _over(years, merged["first"], merged["last"], 1)


def _documents(table: pd.DataFrame) -> pd.Series | None:
    """Count the documents of the bibliography by the year in which they appeared."""
    if lost(table).any():  # of another package: ours would say how much somebody else has read
        return None
    try:
        sources = look_up(table, "sources")
    except LookupError:  # a package of one's own names sources and does not list them
        return None
    if sources.empty:
        return None
    dates = sources["date_earliest"].fillna(sources["date_latest"])
    return dates.dropna().dt.year.value_counts()
