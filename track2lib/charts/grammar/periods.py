"""What a chart shows and says of the periods, in the words of the table of eras."""

from collections.abc import Iterable

import pandas as pd

from track2lib.charts.grammar.words import join
from track2lib.page.theme import NEUTRAL
from track2lib.records.dates import in_words
from track2lib.records.eras import OUTSIDE, in_time, period_of, shared_days
from track2lib.records.loading import load
from track2lib.records.related import periods
from track2lib.records.snapshot import open_records

__all__ = ["closed", "named_periods", "neutral_note", "periods_of", "shared_note"]

# Keys of what lies in periods, and their tables; a meeting names its dialogue too.
TABLES = {"meeting_id": "meetings", "event_id": "events", "dialogue_id": "dialogues"}
# Stands for the end of what goes on: two packages may each have a period that does.
NEVER = pd.Timestamp(9999, 12, 31)
Spans = list[tuple[pd.Timestamp, pd.Timestamp]]


def periods_of(table: pd.DataFrame) -> pd.DataFrame:
    """Give the periods in which rows of a table lie, in order of time, as `closed` does.

    Where a package was loaded beside ours, those of each package are closed by its own, and those
    of a package of which the table has no row are left out.
    """
    every, place = periods(table), table.attrs.get("data")
    key = next((name for name in TABLES if name in table), None)
    if not table.attrs.get("beside") or place is None or key is None:
        return closed(every)
    scope = table.attrs.get("scope", "all")
    theirs = open_records(place)
    own = load("eras", scope=scope, data=place) if "eras" in theirs.names else every.head(0)
    if own.empty:  # beside ours, they lie in our periods
        return closed(every)
    ours = load(TABLES[key], scope=scope)
    found = [closed(own)] if not table[key].isin(ours[key]).all() else []
    if table[key].isin(ours[key]).any():
        found.insert(0, closed(load("eras", scope=scope)))
    both = in_time(pd.concat(found, ignore_index=True).drop_duplicates("era_id"))
    both.attrs = every.attrs  # so that their sources are found
    return both


def closed(eras: pd.DataFrame) -> pd.DataFrame:
    """Put periods in order of time, each that is open closed with the year in which the next begins.

    Examples
    --------
    >>> import track2lib as t2
    >>> closed(t2.load("eras"))["dates_latest"].dt.year.tolist()
    [2005.0, 2013.0, 2021.0, 2024.0, nan]
    """
    eras = in_time(eras)
    following = (eras["dates_earliest"] + pd.offsets.YearEnd(0)).shift(-1)
    ends = eras["dates_latest"].where(~eras["dates_ongoing"], following)
    return eras.assign(dates_latest=ends, dates_ongoing=False)


def named_periods(said: pd.Series, eras: pd.DataFrame) -> pd.Series:
    """Say in which period a date falls with the name of the period in place of its key."""
    names = dict(zip(eras["era_id"], eras["name"], strict=True))
    keys = said.astype("string").fillna("").map(period_of)
    return pd.Series(
        [
            f"{names[key]}{own.removeprefix(key)}" if key in names else own
            for key, own in zip(keys, said, strict=True)
        ],
        said.index,
    )


def shared_note(eras: pd.DataFrame) -> str:
    """Say which time belongs to two of some periods, or to more; nothing where none does.

    Examples
    --------
    >>> import track2lib as t2
    >>> shared_note(t2.load("eras", scope="founding"))
    '2005 belongs to both periods.'
    """
    eras = closed(eras)
    eras = eras.assign(dates_latest=eras["dates_latest"].fillna(NEVER))
    shared = shared_days(eras) if len(eras) > 1 else []
    many = any(_reached(eras, *span) > 2 for span in shared)
    said = [_said(first, last) for first, last in (_joined(shared) if many else shared)]
    if not said:
        return ""
    verb = "belongs" if len(said) == 1 else "each belong"
    if many:
        return f"{join(said)} {verb} to more than one period."
    return f"{join(said)} {verb} to {'both' if len(eras) == 2 else 'two'} periods."


def neutral_note(rows: pd.DataFrame, eras: pd.DataFrame) -> str:
    """Say where bars lie that have the color of no period, if others have one.

    Examples
    --------
    >>> rows = pd.DataFrame({"era": ["both", "new"], "colour": [NEUTRAL, "blue"]})
    >>> neutral_note(rows, pd.DataFrame(index=range(2))), neutral_note(rows.head(1), rows)
    ('Neutral bar: in both periods.', '')
    >>> neutral_note(rows.assign(era=["raisi", "new"]), rows)
    'Neutral bar: in a period without a color of its own.'
    """
    neutral = rows["colour"] == NEUTRAL
    if neutral.all() or not neutral.any():
        return ""
    said = {*rows.loc[neutral, "era"]}
    several = {"both", "several", "either"}
    plain = {era for era in said if period_of(str(era)) not in OUTSIDE}
    where = [
        "in a period without a color of its own" * bool(plain),
        f"in {'both' if len(eras) == 2 and said == {'both'} else 'several'} periods"
        * bool(said & several),
        "in none" * bool(said - several - plain),
    ]
    return f"Neutral bar: {', or '.join(part for part in where if part)}."


def _reached(eras: pd.DataFrame, first: pd.Timestamp, last: pd.Timestamp) -> int:
    """Count the periods that have a day of a span."""
    begun = ~(eras["dates_earliest"] > last)  # a first one may have no beginning
    return int((begun & (eras["dates_latest"] >= first)).sum())


def _joined(spans: Iterable[tuple[pd.Timestamp, pd.Timestamp]]) -> Spans:
    """Join spans that have a day in common, in order."""
    found: Spans = []
    for first, last in sorted(spans):
        if found and first <= found[-1][1]:
            first, last = found[-1][0], max(last, found.pop()[1])
        found.append((first, last))
    return found


def _said(first: pd.Timestamp, last: pd.Timestamp) -> str:
    """Say a span of days as a reader would, as a year or a month where it is a whole one."""
    begin, end = first.isoformat()[:10], last.isoformat()[:10]
    if last == NEVER:
        return f"time from {in_words(begin.removesuffix('-01-01'))} on"
    if begin == end:
        return in_words(begin)
    if (begin[4:], end[4:]) == ("-01-01", "-12-31"):
        years = begin[:4], end[:4]
        return years[0] if years[0] == years[1] else in_words("/".join(years))
    if first.day == 1 and last.day == last.days_in_month and begin[:7] == end[:7]:
        return in_words(begin[:7])
    return in_words(f"{begin}/{end}")
