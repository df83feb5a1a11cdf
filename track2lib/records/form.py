"""The form of a table: types, ranges, keys and references, as its description has them."""

import math
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from track2lib.records import dates
from track2lib.records.problem import Problem
from track2lib.records.snapshot import BOOLEANS, Records

__all__ = ["form_problems"]

# A spreadsheet would run a cell that begins so, and a web page a tag. Two patterns: one for both
# is tried at every letter of a text, which takes five times as long.
FORMULA = re.compile(r"\s*(?:[=+@]|-(?![\d.]+$))|[\t\r]")
TAG = re.compile(r"<\s*[/!a-zA-Z]")
# How a cell of each kind is written, and what it is called. Numbers are narrower than in Python,
# which also takes 1_000, Arabic digits and "nan".
KINDS = {
    "integer": (r"[+-]?[0-9]{1,18}", "a whole number"),
    "number": (r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,2})?", "a number"),
    "boolean": ("|".join(BOOLEANS), "true or false"),
    "uri": (r"[A-Za-z][\w+.-]*:\S+", "an address such as https://example.org"),
    "string": (r"(?s).*", "text"),
}
Fault = tuple[str, str]
"""What is wrong with a cell, and what would be right."""


def form_problems(records: Records, name: str) -> Iterator[Problem]:
    """Find where a table breaks its description; one fault of a cell is one problem.

    Parameters
    ----------
    records : Records
        The package.
    name : str
        A table whose file can be read.

    Yields
    ------
    Problem
        Cell by cell, then keys that stand twice, then references that lead nowhere.
    """
    file, cells = records.file(name), records.cells(name)
    for field in records.fields(name):
        column = cells[field["name"]]
        # A column repeats itself: each value is judged once, and only bad ones are looked up.
        bad = _faults(field, set(column), records.descriptor.get("calendar"))
        if bad:
            for row, value in enumerate(column, start=2):
                if value in bad:
                    yield Problem(file, row, field["name"], *bad[value])
    yield from _keys_twice(records, name)
    for key in records.resource(name)["schema"].get("foreignKeys", []):
        yield from _lost_references(records, name, key)


def _faults(field: dict[str, Any], values: set[str], calendar: str | None) -> dict[str, Fault]:
    """Give what is wrong with those values of a column that do not belong there."""
    constraints = field.get("constraints", {})
    faults: dict[str, Fault] = {}
    if constraints.get("required") and "" in values:
        faults[""] = "The cell is empty.", "Fill it: this column is required."
    filled = values - {""}
    if "enum" in constraints:
        allowed = f"Use one of: {', '.join(constraints['enum'])}."
        for value in filled.difference(constraints["enum"]):
            faults[value] = f"{value!r} is not one of the values allowed.", allowed
        return faults
    pattern, right = KINDS["uri" if field.get("format") == "uri" else field["type"]]
    fits = re.compile(pattern).fullmatch
    fault_of = _further_test(field, calendar)
    for value in filled:
        if not fits(value):
            remedy = f"Write {right}, or leave the cell empty if that is allowed."
            faults[value] = f"{value!r} is not {right}.", remedy
        elif fault := fault_of(value):
            faults[value] = fault
    return faults


def _further_test(field: dict[str, Any], calendar: str | None) -> Callable[[str], Fault | None]:
    """Give what finds the fault of a cell that is of the kind of its column."""
    if field.get("edtf"):
        return partial(dates.fault_of, calendar=calendar)
    if field["type"] in ("integer", "number"):
        return partial(_range_fault, field.get("constraints", {}))
    return _active_fault


def _range_fault(constraints: dict[str, Any], value: str) -> Fault | None:
    least, most = constraints.get("minimum", -math.inf), constraints.get("maximum", math.inf)
    if least <= float(value) <= most:
        return None
    return f"{value} is out of range.", f"Write a number from {least} to {most}."


def _active_fault(value: str) -> Fault | None:
    if not (FORMULA.match(value) or TAG.search(value)):
        return None
    remedy = "Write plain text: no '=', '+', '-' or '@' at the start, no tags."
    return f"{value[:40]!r} would be run as a formula or as markup.", remedy


def _keys_twice(records: Records, name: str) -> Iterator[Problem]:
    """Find the rows whose key stands in an earlier row too."""
    columns = records.key(name)
    seen: set[tuple[str, ...]] = set()
    for row, key in enumerate(records.rows(name, *columns), start=2):
        if key in seen and all(key):  # an empty part is told as such
            problem = "The key of this row stands in an earlier row too."
            remedy = f"Give each its own {', '.join(columns)}."
            yield Problem(records.file(name), row, "-", problem, remedy)
        seen.add(key)


def _lost_references(records: Records, name: str, key: dict[str, Any]) -> Iterator[Problem]:
    """Find the cells that lead to no row of the table that they refer to."""
    (column,), target = key["fields"], key["reference"]["resource"] or name
    if records.fault(target):  # one problem there, and not one here for each row
        return
    known = {"", *records.cells(target)[key["reference"]["fields"][0]]}
    for row, value in enumerate(records.cells(name)[column], start=2):
        if value not in known:
            problem = f"{value!r} is not in the table {target}."
            remedy = f"Correct it, or add the row to {target}."
            yield Problem(records.file(name), row, column, problem, remedy)
