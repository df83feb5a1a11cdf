"""The columns of events by period, and what a title says of them."""

from collections.abc import Iterable

import pandas as pd

from track2lib.charts.grammar.words import counted, join
from track2lib.page.lines import inserted

__all__ = [
    "AFTER",
    "BETWEEN",
    "BOTH",
    "ELSEWHERE",
    "LATEST",
    "NONE",
    "PARTLY",
    "SEVERAL",
    "UNDATED",
    "by_date",
    "by_section",
    "named",
    "within_one",
]

BOTH, SEVERAL = "Fits or spans both", "Fits or spans several"
BETWEEN, AFTER, PARTLY = "Between the periods", "After the last period", "Perhaps in none"
NONE = "In none of the periods"
LATEST, UNDATED = "No exact year, only a latest", "No exact year"
ELSEWHERE = "Told elsewhere"


def within_one(dated: pd.DataFrame, periods: list[str]) -> str:
    """Count the events whose date falls in one period."""
    # A date that reaches out of a period is not in that one alone.
    placed = int((dated["column"].isin(periods) & ~dated["out"]).sum())
    return f"{placed} of {counted(len(dated), 'event', 'events')} {'has a date' if placed == 1 else 'have dates'} in one period"


def by_date(dated: pd.DataFrame, periods: list[str]) -> str:
    """Name the period of which more is told than dated in it; of several, that which lacks most.

    Parameters
    ----------
    dated : pandas.DataFrame
        Events, with the section ``told`` of each and the ``column`` of its date.
    periods : list of str
        Names of the periods.

    Returns
    -------
    str
        The title.
    """
    told, there = dated["told"].value_counts(), dated["column"].value_counts()
    lacking = {name: told.get(name, 0) - there.get(name, 0) for name in periods}
    period = max(lacking, key=lambda name: lacking[name])
    if lacking[period] <= 0:
        placed = dated[dated["told"].isin(periods) & dated["column"].isin(periods)]
        crossed = int((placed["told"] != placed["column"]).sum())
        are = counted(crossed, "event is", "events are") if crossed else "No event with a year is"
        return f"{are} told of one period and dated in another"
    number = there.get(period, 0)
    # What lies in several periods may lie in this one.
    alone = " alone" * any(column in there for column in (BOTH, SEVERAL, PARTLY))
    events = counted(told[period], "event", "events")
    has = f"{number} {'has' if number == 1 else 'have'}" if number else "none has"
    return f"The section on {named(period)} tells {events}; {has} a year in that time{alone}"


def by_section(told: pd.Series, columns: Iterable[str]) -> str:
    """Count what each section tells."""
    counts = told.value_counts()
    parts = [
        f"{counts[name]} on {named(name)}"
        for name in columns
        if name in counts and name != ELSEWHERE
    ]
    parts += [f"{counts.get(ELSEWHERE)} elsewhere"] * (ELSEWHERE in counts)
    return f"Told by section: {join(parts)}"


def named(period: str) -> str:
    """Write the name of a period within a sentence.

    Examples
    --------
    >>> named("The Khatami years"), named("Early")
    ('the Khatami years', "'Early'")
    """
    return f"the {period[4:]}" if period.startswith("The ") else f"'{inserted(period)}'"
