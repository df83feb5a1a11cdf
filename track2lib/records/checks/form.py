"""The form of the cells of a table: types, ranges and required cells, as its description has them."""

import math
import re
from collections.abc import Callable, Iterator, Set
from functools import partial
from typing import Any

from track2lib.records.checks.key_text import fault_of_key, suspects
from track2lib.records.date_cells import faults_of
from track2lib.records.no_text import fault_of_text, is_seen, no_text_in
from track2lib.records.problem import Problem
from track2lib.records.provenance import works_in_cells
from track2lib.records.snapshot import BOOLEANS, OWN, Records
from track2lib.records.spreadsheet_cells import ACTIVE, FORMULA

__all__ = ["cell_faults", "form_problems", "no_rows"]

# A web page would run a tag, as a spreadsheet a formula. Two patterns: one for both is tried at every
# letter of a text, which takes five times as long.
TAG = re.compile(r"<\s*[/!a-zA-Z]")
# How a cell of each kind is written, and what it is called. Numbers are narrower than in Python,
# which also takes 1_000, Arabic digits and "nan".
KINDS = {
    "integer": (r"[+-]?[0-9]{1,18}", "a whole number"),
    "number": (r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,2})?", "a number"),
    "boolean": ("|".join(BOOLEANS), "true or false"),
    "uri": (r"(?i:https?://|doi:|mailto:)\S+", "an address such as https://example.org"),
}
# Together these two columns lead to any row of any table, as those of evidence do.
ANYWHERE = ("table", "key")
# Whose number is beyond the pole may have turned the two round.
DEGREES = "Degrees north stand in latitude, degrees east in longitude."
UNNAMED = "The cell names no source.", "Write AUTHOR YEAR, PLACE, or a key of the table sources."
ENOUGH = 2  # so many cells of a row that are empty are told one by one
NAMED = 50  # so many of the words allowed are named
SHOWN = 3  # so many runs of empty rows are told one by one
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
        Rows that are empty, then cell by cell.
    """
    file, cells, numbers = records.file(name), records.cells(name), records.numbers(name)
    yield from _empty_rows(file, records.gaps(name))
    strangers = no_rows(records, name)
    for row, fault in strangers.items():
        yield Problem(file, row, "-", *fault)
    for field in records.fields(name):
        # A column repeats itself: each value is judged once, and only bad ones are looked up.
        bad = cell_faults(records, name, field["name"])
        if bad:
            for row, value in zip(numbers, cells[field["name"]], strict=True):
                if value in bad and row not in strangers:
                    yield Problem(file, row, field["name"], *bad[value])


def no_rows(records: Records, name: str) -> dict[int, Fault]:
    """Find what stands among the rows of a table and is none: its heading again, or a note.

    Parameters
    ----------
    records : Records
        The package.
    name : str
        A table whose file can be read.

    Returns
    -------
    dict of int to tuple of str
        Problem and remedy, by the number of the row as a spreadsheet counts.
    """
    return records.remember(("no rows", name), lambda: _find_no_rows(records, name))


def _find_no_rows(records: Records, name: str) -> dict[int, Fault]:
    cells, numbers = records.cells(name), records.numbers(name)
    fields = records.fields(name)
    required = [f["name"] for f in fields if f.get("constraints", {}).get("required")]
    found: dict[int, Fault] = {}
    first = next(iter(cells))
    if first in records.values(name, first):
        for place, cell in enumerate(cells[first]):
            row = {column: own[place].strip() for column, own in cells.items()}
            if cell == first and all(text in ("", column) for column, text in row.items()):
                said = "The heading stands in this row once more."
                found[numbers[place]] = said, "Take it out."
    # Of a row with a single cell, each that is required would be told as empty.
    if len(required) > ENOUGH and "" in records.values(name, required[1]):
        for place, cell in enumerate(cells[required[1]]):
            words = [] if cell else [own[place] for own in cells.values() if own[place].strip()]
            if len(words) == 1:
                said = f"Nothing but {words[0][:40]!r} stands in this row, as if it were a note."
                found[numbers[place]] = said, "Take it out, or fill the row."
    return found


def cell_faults(records: Records, name: str, column: str) -> dict[str, Fault]:
    """Find the values of a column that do not belong there.

    Parameters
    ----------
    records : Records
        The package.
    name, column : str
        A table whose file can be read, and one of its columns.

    Returns
    -------
    dict of str to tuple of str
        Problem and remedy of each bad value.
    """

    def found() -> dict[str, Fault]:
        (field,) = [field for field in records.fields(name) if field["name"] == column]
        is_key = column in _key_columns(records, name)
        calendar = records.descriptor.get("calendar")
        values = records.values(name, column).keys()
        faults = _faults(field, values, is_key=is_key, calendar=calendar)
        # Before what else may be wrong with such a cell: a page could not even show it.
        faults |= {cell: fault for cell in no_text_in(values) if (fault := fault_of_text(cell))}
        if column == OWN:
            named = works_in_cells(records, name).items()
            faults |= {cell: UNNAMED for cell, works in named if not works and cell.strip()}
        return faults

    return records.remember(("cell faults", name, column), found)


def _empty_rows(file: str, gaps: list[tuple[int, int]]) -> Iterator[Problem]:
    """Tell of the empty rows above others: each run once, or all at once where there are many."""
    if len(gaps) > SHOWN:
        count = sum(last - first + 1 for first, last in gaps)
        said = f"{count} rows between others are empty, from row {gaps[0][0]} on."
        yield Problem(file, gaps[0][0], "-", said, "Delete them.")
        return
    for first, last in gaps:
        if first == last:
            yield Problem(file, first, "-", "The row is empty.", "Take it out.")
        else:
            said = f"Rows {first} to {last} are empty."
            yield Problem(file, first, "-", said, "Delete them.")


def _key_columns(records: Records, name: str) -> set[str]:
    """Give the columns of a table that identify its rows or lead to others."""
    leads_to = records.resource(name)["schema"].get("foreignKeys", [])
    columns = {*records.key(name), *(key["fields"][0] for key in leads_to)}
    return columns | ({*ANYWHERE} & {*records.columns(name)})


def _faults(
    field: dict[str, Any], values: Set[str], *, is_key: bool, calendar: str | None
) -> dict[str, Fault]:
    """Give what is wrong with those values of a column that do not belong there."""
    constraints = field.get("constraints", {})
    faults: dict[str, Fault] = {}
    if constraints.get("required"):
        # Looked at closely only where a first sign gives cause.
        firsts = {value[:1] for value in values} - {""}
        blank = not all(map(is_seen, firsts))
        empty = [value for value in values if not is_seen(value)] if blank else values & {""}
        faults = dict.fromkeys(empty, ("The cell is empty.", "Fill it: this column is required."))
    filled = values - {""}
    if "enum" in constraints:
        words = constraints["enum"]
        more = f" and {len(words) - NAMED} more" if len(words) > NAMED else ""
        allowed = f"Use one of: {', '.join(words[:NAMED])}{more}."
        for value in filled - {*constraints["enum"]}:
            faults[value] = f"{value!r} is not one of the values allowed.", allowed
        return faults
    if field["type"] == "string" and not (field.get("edtf") or field.get("format") == "uri"):
        return _text_faults(filled, is_key=is_key) | faults
    if field.get("edtf"):
        return faults | faults_of([value for value in values if value], calendar)
    pattern, right = KINDS["uri" if field.get("format") == "uri" else field["type"]]
    fits = re.compile(pattern).fullmatch
    fault_of = _further_test(field)
    for value in filled:
        if not fits(value):
            remedy = f"Write {right}, or leave the cell empty if that is allowed."
            faults[value] = f"{value!r} is not {right}.", remedy
        elif fault := fault_of(value):
            faults[value] = fault
    return faults


def _text_faults(values: Set[str], *, is_key: bool) -> dict[str, Fault]:
    """Give what is wrong with some words; looked at closely only where their signs give cause."""
    faults: dict[str, Fault] = {}
    if is_key:
        faults = {key: fault for key in suspects(values) if (fault := fault_of_key(key))}
    starts = {sign for sign in {value[0] for value in values} if ACTIVE.match(sign)}
    active = [value for value in values if value[0] in starts] if starts else []
    active += [value for value in values if "<" in value]
    found = {value: fault for value in active if (fault := _active_fault(value))}
    return found | faults


def _further_test(field: dict[str, Any]) -> Callable[[str], Fault | None]:
    """Give what finds the fault of a cell that is of the kind of its column."""
    if field["type"] in ("integer", "number"):
        turned = f" {DEGREES}" if field.get("unit", "").startswith("degrees") else ""
        return partial(_range_fault, field.get("constraints", {}), turned)
    return _active_fault


def _range_fault(constraints: dict[str, Any], more: str, value: str) -> Fault | None:
    least, most = constraints.get("minimum", -math.inf), constraints.get("maximum", math.inf)
    if least <= float(value) <= most:
        return None
    right = f"from {least} on" if most == math.inf else f"from {least} to {most}"
    return f"{value} is out of range.", f"Write a number {right}.{more}"


def _active_fault(value: str) -> Fault | None:
    if not (FORMULA.match(value) or TAG.search(value)):
        return None
    remedy = "Write plain text: no '=', '+', '-' or '@' at the start, no tags."
    return f"{value[:40]!r} would be run as a formula or as markup.", remedy
