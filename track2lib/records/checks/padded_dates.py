"""Columns of dates in which a program has filled up years or months with a day."""

import re
from collections import Counter
from collections.abc import Collection, Iterator

from track2lib.records.date_words import in_words
from track2lib.records.problem import Problem
from track2lib.records.snapshot import Records

__all__ = ["padded_dates_rule"]

# A day, or a span from one to another, as most databases keep what was given as a year or a month.
A_DAY = re.compile(
    r"[0-9]{4}-([0-9]{2}-[0-9]{2})[~?%]?(?:/[0-9]{4}-([0-9]{2}-[0-9]{2})[~?%]?|/\.\.)?"
)
# How the end of a year or of a month is filled up.
FILLED_END = re.compile(r"[0-9]{2}-(01|28|29|30|31)")
LEAST, SHORTEST = 3, len("2006-12-11")
FIRST = "01"


def padded_dates_rule(records: Records, names: Collection[str]) -> Iterator[Problem]:
    """Ask about columns of dates in which most days are one day of the year, or first of a month.

    Parameters
    ----------
    records : Records
        The package.
    names : collection of str
        Tables that can be read.

    Yields
    ------
    Problem
        One for each column in which there are three or more, and more than half of the days.
    """
    for name in names:
        for column in [field["name"] for field in records.fields(name) if field.get("edtf")]:
            # What stands in the column, and the day and month of each.
            days: list[tuple[str, str]] = []
            for cell, often in Counter(records.cells(name)[column]).items():
                if len(cell) >= SHORTEST and (found := A_DAY.fullmatch(cell.strip())):
                    # A span whose end is a day within a month was known to the day.
                    known = found[2] and not FILLED_END.fullmatch(found[2])
                    days += [(cell.strip(), "" if known else found[1])] * often
            if said := _filled(days):
                yield Problem(records.file(name), "-", column, *said, "warning")


def _filled(days: list[tuple[str, str]]) -> tuple[str, str] | None:
    """Say what most days have in common, and what to write if a program has filled them up."""
    if len(days) < LEAST:
        return None
    ((most, often),) = Counter(day for _, day in days).most_common(1)
    firsts = [cell for cell, day in days if day.endswith(FIRST)]
    months = {cell[:7] for cell in firsts}
    # One day of one year is when something was, however often it stands there.
    years = {cell[:4] for cell, day in days if day == most}
    if most and len(years) >= LEAST and 2 * often > len(days):
        cell = next(cell for cell, day in days if day == most)
        what, known, less = in_words(f"2000-{most}").removesuffix(" 2000"), "year", cell[:4]
    elif len(months) >= LEAST and 2 * len(firsts) > len(days):
        cell = next((cell for cell in firsts if "-01-01" not in cell), firsts[0])
        often = len(firsts)
        what, known, less = "the first of a month", "month", cell[:7]
    else:
        return None
    said = f"{often} of {len(days)} days in this column are {what}, such as {cell}"
    return (
        f"{said}: so a database fills up a {known} alone.",
        f"Where the {known} alone is known, write the {known} alone, such as {less}.",
    )
