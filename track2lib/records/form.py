"""The form of a table: types, ranges, keys and references, as its description has them."""

import math
import re
from collections.abc import Callable, Iterator
from typing import Any

from track2lib.records import dates
from track2lib.records.problem import Problem
from track2lib.records.snapshot import BOOLEANS, Records

__all__ = ["form_problems"]

# A spreadsheet would run such a cell, and a web page such a tag.
ACTIVE = re.compile(r"^\s*[=+@]|^\s*-(?![\d.]+$)|^[\t\r]|<\s*[/!a-zA-Z]")
# Narrower than Python, which also takes 1_000, Arabic digits and "nan".
NUMBERS = {
    "integer": re.compile(r"[+-]?[0-9]{1,18}"),
    "number": re.compile(r"[+-]?[0-9]+(\.[0-9]+)?(e[+-]?[0-9]{1,2})?", re.IGNORECASE),
}
ADDRESS = re.compile(r"[A-Za-z][\w+.-]*:\S+")
KINDS = {
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "uri": "an address such as https://example.org",
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
        fault_of, column = _judge(field), cells[field["name"]]
        # A column repeats itself: each value is judged once, and only bad ones are looked up.
        bad = {value: fault for value in set(column) if (fault := fault_of(value))}
        if bad:
            for row, value in enumerate(column, start=2):
                if value in bad:
                    yield Problem(file, row, field["name"], *bad[value])
    yield from _keys_twice(records, name)
    for key in records.resource(name)["schema"].get("foreignKeys", []):
        yield from _lost_references(records, name, key)


def _judge(field: dict[str, Any]) -> Callable[[str], Fault | None]:
    """Give the function that finds the fault of a cell of this column."""
    constraints = field.get("constraints", {})
    kind = field.get("format", field["type"])
    fits = _test_of(field)

    def fault_of(value: str) -> Fault | None:
        if not value:
            empty = "The cell is empty.", "Fill it: this column is required."
            return empty if constraints.get("required") else None
        if "enum" in constraints:
            allowed = f"Use one of: {', '.join(constraints['enum'])}."
            known = value in constraints["enum"]
            return None if known else (f"{value!r} is not one of the values allowed.", allowed)
        if not fits(value):
            remedy = f"Write {KINDS[kind]}, or leave the cell empty if that is allowed."
            return f"{value!r} is not {KINDS[kind]}.", remedy
        if field.get("edtf"):
            return _date_fault(value)
        if field["type"] in NUMBERS:
            return _range_fault(value, constraints)
        if ACTIVE.search(value):
            remedy = "Write plain text: no '=', '+', '-' or '@' at the start, no tags."
            return f"{value[:40]!r} would be run as a formula or as markup.", remedy
        return None

    return fault_of


def _test_of(field: dict[str, Any]) -> Callable[[str], Any]:
    """Give what tells whether a cell has the type of its column; any text is text."""
    if field["type"] in NUMBERS:
        return NUMBERS[field["type"]].fullmatch
    if field["type"] == "boolean":
        return BOOLEANS.__contains__
    return ADDRESS.fullmatch if field.get("format") == "uri" else lambda _: True


def _date_fault(value: str) -> Fault | None:
    try:
        dates.bounds(value)
    except ValueError as error:
        return f"{error}.", "Correct the date, or leave it empty if none is stated."
    return None


def _range_fault(value: str, constraints: dict[str, Any]) -> Fault | None:
    least, most = constraints.get("minimum", -math.inf), constraints.get("maximum", math.inf)
    if least <= float(value) <= most:
        return None
    return f"{value} is out of range.", f"Write a number from {least} to {most}."


def _keys_twice(records: Records, name: str) -> Iterator[Problem]:
    """Find the rows whose key stands in an earlier row too."""
    columns = records.key(name)
    parts = [records.cells(name)[column] for column in columns]
    seen: set[tuple[str, ...]] = set()
    for row, key in enumerate(zip(*parts, strict=True), start=2):
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
