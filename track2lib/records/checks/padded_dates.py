"""Columns of dates in which a program has filled up the years: every day is the first of January."""

import re
from collections.abc import Collection, Iterator
from itertools import islice

from track2lib.records.problem import Problem
from track2lib.records.snapshot import Records

__all__ = ["padded_dates_rule"]

# A day, or a span from one to another, as most databases keep what was given as a year.
A_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(/[0-9]{4}-[0-9]{2}-[0-9]{2}|/\.\.)?")
FILLED = re.compile(r"[0-9]{4}-01-01(/[0-9]{4}-(01-01|12-31)|/\.\.)?")
LEAST = 3


def padded_dates_rule(records: Records, names: Collection[str]) -> Iterator[Problem]:
    """Ask about columns of dates in which most days are the first of January.

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
            cells = records.cells(name)[column]
            firsts = [cell for cell in cells if "-01-01" in cell]
            filled = [cell for cell in firsts if FILLED.fullmatch(cell.strip())]
            if len(filled) < LEAST:
                continue
            # Only so many days are looked for as would show that most are others.
            days = (cell for cell in cells if A_DAY.fullmatch(cell.strip()))
            count = sum(1 for _ in islice(days, 2 * len(filled)))
            if count == 2 * len(filled):
                continue
            said = (
                f"{len(filled)} of {count} days in this column are 1 January, such as "
                f"{filled[0]}: so a database fills up a year alone."
            )
            remedy = (
                f"Where the year alone is known, write the year alone, such as {filled[0][:4]}."
            )
            yield Problem(records.file(name), "-", column, said, remedy, "warning")
