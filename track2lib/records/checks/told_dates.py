"""The dates that sources give for a cell, which stand in the evidence for it."""

from collections.abc import Collection, Iterator

from track2lib.records.date_cells import fault_of
from track2lib.records.facts import facts_on
from track2lib.records.problem import Problem
from track2lib.records.snapshot import Records

__all__ = ["told_dates_rule"]


def told_dates_rule(records: Records, names: Collection[str]) -> Iterator[Problem]:
    """Check that what a source gives for a date is one, since it may be chosen for the cell.

    Parameters
    ----------
    records : Records
        The package.
    names : collection of str
        Tables that can be read.

    Yields
    ------
    Problem
        One for each row of evidence whose value is at fault.
    """
    if "evidence" not in records.names or records.fault("evidence"):
        return
    calendar, numbers = records.descriptor.get("calendar"), records.numbers("evidence")
    for name in names:
        dated = {field["name"] for field in records.fields(name) if field.get("edtf")}
        for fact in facts_on(records, name):
            if fact.field in dated and fact.value and (fault := fault_of(fact.value, calendar)):
                row = numbers[fact.line - 2]
                yield Problem(records.file("evidence"), row, "value", *fault)
