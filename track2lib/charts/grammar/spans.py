"""Dates cut into what is certain, possible and open, as each source gives them."""

from typing import Any

import pandas as pd

from track2lib.charts.grammar.words import year_of_writing
from track2lib.records import dates
from track2lib.records.disputes import differ
from track2lib.records.related import look_up

__all__ = ["cut", "iso", "other_dates", "written_in"]

# The column that holds a row's key.
KEYS = ("meeting_id", "event_id", "dialogue_id")


def written_in(rows: pd.DataFrame, column: str) -> list[int]:
    """Give for each row the year in which the latest source of its date was written."""
    years = [year_of_writing(rows.iloc[[n]]) for n in range(len(rows))]
    if len(set(years)) == 1 or "contested" not in rows:
        return years
    try:
        facts = look_up(rows, "evidence")
    except LookupError:  # a package of one's own says it by the row
        return years
    facts = facts[facts["field"] == column]
    for n, (key, text) in enumerate(zip(_keys(rows), rows["text"], strict=True)):
        own = facts[(facts["key"] == key) & (facts["value"] == text)]
        if len(own):
            years[n] = year_of_writing(own)
    return years


def other_dates(rows: pd.DataFrame, column: str) -> dict[Any, list[tuple[Any, ...]]]:
    """Give the dates of other sources for the rows whose date is contested, each on its own line.

    An end that is open is drawn to the year of writing, a beginning that is not stated as a day.
    """
    disputed = rows[differ(rows, column)]
    found = {}
    facts = look_up(rows, "evidence") if len(disputed) else pd.DataFrame()
    for place, key in _keys(disputed).items():
        own = facts[(facts["key"] == key) & (facts["field"] == column)].dropna(subset="value")
        others = own[own["value"] != rows.at[place, "text"]].drop_duplicates("value")
        written = [year_of_writing(others.iloc[[n]]) for n in range(len(others))]
        closed = [
            dates.bounds(value.replace("/..", f"/{year}"))
            for value, year in zip(others["value"], written, strict=True)
        ]
        found[place] = [
            ("other", iso(earliest or latest), iso(latest or earliest, after=1), line)
            for line, (earliest, latest, _) in enumerate(closed)
        ]
    return found


def _keys(rows: pd.DataFrame) -> pd.Series:
    return next(rows[name] for name in KEYS if name in rows)


def cut(text: Any, words: Any, as_of: int) -> list[tuple[Any, ...]]:
    """Cut a date into what is certain, possible and open: kind, start, end and words of each."""
    if pd.isna(text):
        return [("none", None, None, "no date given" if pd.isna(words) else f"no date: {words}")]
    begin, slash, end = text.partition("/")
    if not slash:
        earliest, latest, _ = dates.bounds(text)
        if earliest is None or latest is None:
            kind = "not after" if earliest is None else "goes on"
            said = dates.in_words(text) if pd.isna(words) else words
            return [(kind, iso(latest or earliest), None, said)]
        return [("possible", *_whole(text), "")]
    stop = _whole(str(as_of) if end == ".." else end)
    if begin == "..":
        found = [("possible", *stop, "beginning not stated")]
    else:
        start = _whole(begin)
        found = [("possible", *start, ""), ("possible", *stop, "")]
        if start[1] < stop[0]:
            # With an end that is approximate or in doubt, the middle is not vouched for either.
            kind = "possible" if dates.is_soft(text) else "certain"
            found.insert(1, (kind, start[1], stop[0], ""))
    return [*found, ("goes on", stop[1], None, "")] if end == ".." else found


def _whole(text: str) -> tuple[str, str]:
    """Give the span of a date, up to the day after its last."""
    earliest, latest, _ = dates.bounds(text)
    if earliest is None or latest is None:
        raise ValueError(f"{text!r} has no bounds, so that it cannot be the end of a span.")
    return iso(earliest), iso(latest, after=1)


def iso(day: pd.Timestamp, *, after: int = 0) -> str:
    """Write a day, or one so many days after it, as Vega reads it."""
    return f"{day + pd.Timedelta(days=after):%Y-%m-%d}"
