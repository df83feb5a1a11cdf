"""Keys and what refers to them: each is there once, is not mistaken for another, and is found."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from track2lib.records.checks.form import cell_faults
from track2lib.records.checks.key_text import tidied
from track2lib.records.look_alikes import folded, look_alikes, so_written
from track2lib.records.problem import Problem, nearest
from track2lib.records.snapshot import Records

__all__ = ["Lost", "key_problems", "lost_keys", "lost_rows", "times"]

# What a spreadsheet takes for a number, whose zeros or digits it then does not keep.
NUMBERS = re.compile(r"\d+")
NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,2})?")
FEW, NEAR = 20, 0.8
CHANGED = (
    "A spreadsheet may have changed the number: write the key as it was, "
    "and format its column as text before filling it."
)


class Lost(NamedTuple):
    """A key that is not there: the one that is there instead, if any, and the remedy."""

    instead: str
    remedy: str


def key_problems(records: Records, name: str) -> Iterator[Problem]:
    """Find keys that stand twice or look alike, and references that lead nowhere.

    Parameters
    ----------
    records : Records
        The package.
    name : str
        A table whose file can be read.

    Yields
    ------
    Problem
        Of keys row by row; of references once for each value, at the first row that has it.
    """
    yield from _keys_twice(records, name)
    for column in _own_columns(records, name):
        yield from _keys_alike(records, name, column)
    for key in records.resource(name)["schema"].get("foreignKeys", []):
        yield from _lost_references(records, name, key)


def lost_keys(
    records: Records, table: str, column: str | None, values: Iterable[str]
) -> dict[str, Lost]:
    """Find the values that lead to no row of a table.

    Parameters
    ----------
    records : Records
        The package.
    table : str
        A table whose file can be read.
    column : str or None
        The column that is referred to; by default the key as evidence writes it.
    values : iterable of str
        What refers to it.

    Returns
    -------
    dict of str to Lost
        The lost values. A value that is there but for a fault of the key itself is not among
        them: that fault is told where it lies.
    """
    known = records.remember(("known", table, column), lambda: _known(records, table, column))
    lost = dict.fromkeys(value for value in values if value not in known)
    if not lost:
        return {}
    tidy = ["/".join(map(tidied, key.split("/"))) for key in known]
    there = set(tidy)
    missing = [value for value in lost if value not in there]
    # As many keys cannot be read: these values may be meant by them.
    if len(missing) <= _unreadable(records, table, column):
        return {}
    alike = {folded(key): key for key in tidy}
    numbers = {_number(key): key for key in tidy if NUMBER.fullmatch(key)}
    found = {}
    for value in missing:
        if instead := alike.get(folded(value)):
            found[value] = Lost(instead, so_written(value, instead))
        elif instead := numbers.get(_number(value)):
            found[value] = Lost(instead, CHANGED)
        else:
            # Where many are lost, a whole table is, and comparing each with all takes its time.
            near = _near(value, tidy) if len(missing) <= FEW else ""
            found[value] = Lost("", f"Correct it, or add the row to {table}.{near}")
    return found


def _near(value: str, keys: list[str]) -> str:
    """Name the nearest key; one with another number is another key, and no slip."""
    plain = NUMBERS.sub("", value)
    return nearest(value, [key for key in keys if NUMBERS.sub("", key) != plain], NEAR)


def lost_rows(records: Records, name: str) -> set[int]:
    """Give the numbers of the rows with a reference that leads nowhere.

    Parameters
    ----------
    records, name : Records, str
        The package, and a table whose file can be read.

    Returns
    -------
    set of int
        As a spreadsheet counts: all rows, though each lost value is told once.
    """
    found = set()
    for column in records.columns(name):
        if lost := _lost_in(records, name, column):
            cells = zip(records.numbers(name), records.cells(name)[column], strict=True)
            found |= {row for row, value in cells if value in lost}
    return found


def times(count: int) -> str:
    """Say in how many rows something stands; nothing where it is one.

    Examples
    --------
    >>> times(1), times(12)
    ('', ' It stands in 12 rows.')
    """
    return f" It stands in {count} rows." if count > 1 else ""


def _known(records: Records, table: str, column: str | None) -> dict[str, None]:
    return records.values(table, column) if column else dict.fromkeys(records.keys(table))


def _number(text: str) -> Decimal | None:
    return Decimal(text) if NUMBER.fullmatch(text) else None


def _unreadable(records: Records, table: str, column: str | None) -> int:
    """Count the rows whose key is at fault, or stands twice, so that it could be any."""
    columns = [column] if column else records.key(table)
    twice = 0
    if columns == records.key(table):
        twice = len(records.keys(table)) - len(dict.fromkeys(records.keys(table)))
    bad = []
    for each in columns:
        # A key that is only not tidy can be read.
        faults = cell_faults(records, table, each)
        bad.append({value for value in faults if tidied(value) in ("", value)})
        if not column:
            bad[-1] |= _lost_in(records, table, each).keys()
    if not any(bad):
        return twice
    rows = records.rows(table, *columns)
    return twice + sum(
        any(part in values for part, values in zip(row, bad, strict=True)) for row in rows
    )


def _keys_twice(records: Records, name: str) -> Iterator[Problem]:
    """Find the rows whose key stands in an earlier row too."""
    columns = records.key(name)
    if len(dict.fromkeys(records.keys(name))) == len(records.keys(name)):
        return
    keys = records.rows(name, *columns)
    faults = [cell_faults(records, name, column) for column in columns]
    seen: set[tuple[str, ...]] = set()
    for row, key in zip(records.numbers(name), keys, strict=True):
        # A part that is at fault is told as such, and may be another once it is mended.
        if key in seen and not any(part in bad for part, bad in zip(key, faults, strict=True)):
            problem = "The key of this row stands in an earlier row too."
            remedy = f"Give each its own {', '.join(columns)}."
            yield Problem(records.file(name), row, "-", problem, remedy)
        seen.add(key)


def _own_columns(records: Records, name: str) -> list[str]:
    """Give the columns of the key that hold words of this table, and are no references."""
    leads_to = records.resource(name)["schema"].get("foreignKeys", [])
    others = {"table", "key", *(key["fields"][0] for key in leads_to)}
    return [column for column in records.key(name) if column not in others]


def _keys_alike(records: Records, name: str, column: str) -> Iterator[Problem]:
    """Find the rows whose key a reader would take for that of an earlier row."""
    cells, bad = records.cells(name)[column], cell_faults(records, name, column)
    values = records.values(name, column)
    groups = look_alikes([value for value in values if value not in bad] if bad else values)
    if not groups:
        return
    # Beside other columns of a key, the same words may stand in many rows.
    beside = [each for each in records.key(name) if each != column]
    alike = {value: group[0] for group in groups for value in group}
    seen: dict[tuple[str, ...], tuple[int, str]] = {}
    for row, value, *others in zip(
        records.numbers(name), cells, *(records.cells(name)[each] for each in beside), strict=True
    ):
        if value in alike:
            first_row, first = seen.setdefault((alike[value], *others), (row, value))
            if first != value:
                problem = f"{value!r} and {first!r} (row {first_row}) look alike."
                remedy = (
                    "Where they are one thing, use one key; where they are two, tell them apart."
                )
                yield Problem(records.file(name), row, column, problem, remedy)


def _lost_references(records: Records, name: str, key: dict[str, Any]) -> Iterator[Problem]:
    """Find the cells that lead to no row of the table that they refer to."""
    (column,), target = key["fields"], key["reference"]["resource"] or name
    lost = dict(_lost_in(records, name, column))
    if not lost:
        return
    cells = records.cells(name)[column]
    count = Counter(cells)
    for row, value in zip(records.numbers(name), cells, strict=True):
        if found := lost.pop(value, None):
            there = f"; {found.instead!r} is" if found.instead else ""
            problem = f"{value!r} is not in the table {target}{there}.{times(count[value])}"
            yield Problem(records.file(name), row, column, problem, found.remedy)


def _lost_in(records: Records, name: str, column: str) -> dict[str, Lost]:
    """Give the references in a column that lead nowhere; none in a column that refers to nothing."""
    made = ("lost", name, column)
    return records.remember(made, lambda: _find_lost(records, name, column))


def _find_lost(records: Records, name: str, column: str) -> dict[str, Lost]:
    found: dict[str, Lost] = {}
    for key in records.resource(name)["schema"].get("foreignKeys", []):
        target = key["reference"]["resource"] or name
        # Of a table that cannot be read there is one problem there, and not one here for each row.
        if key["fields"] == [column] and not records.fault(target):
            bad = cell_faults(records, name, column)
            every = records.values(name, column)
            values = [value for value in every if value and value not in bad]
            found |= lost_keys(records, target, key["reference"]["fields"][0], values)
    return found
