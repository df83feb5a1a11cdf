"""What each source gives for a cell: where they differ, and which value a reader prefers."""

import itertools
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import pandas as pd

from track2lib.records import dates
from track2lib.records.citing import source_of_passages
from track2lib.records.honesty import facts_by_table
from track2lib.records.reading import Cells
from track2lib.records.snapshot import BOOLEANS, Records

__all__ = ["PREFERENCES", "claims_on", "contested", "differ", "founding_only", "preferred"]

PREFERENCES = ("founding", "primary", "newest", "widest")
BOUNDS: dict[str, Callable[[Iterable[int]], int]] = {"minimum": min, "maximum": max}
Span = tuple[pd.Timestamp | None, pd.Timestamp | None]
# The days between which an open date may lie.
EVER = pd.Timestamp("0001-01-01"), pd.Timestamp("9999-12-31")
# What is said in one breath is chosen together, and may be empty on purpose: "over 150" has no
# ceiling.
TOGETHER = (("date", "dates", "date_words"), ("minimum", "maximum", "as_stated"))


class Claim(NamedTuple):
    """What one source gives for one cell; an empty value is a source that leaves it open."""

    key: str
    field: str
    value: str
    source: str
    founding: bool
    primary: bool
    date: str


def claims_on(records: Records, name: str) -> list[Claim]:
    """Give what sources give for single cells of a table.

    Parameters
    ----------
    records : Records
        A package that is sound.
    name : str
        The table.

    Returns
    -------
    list of Claim
        In the order of the evidence.
    """
    sources = records.cells("sources")
    columns = (sources[column] for column in ("source_id", "founding", "primary", "date"))
    about = {key: rest for key, *rest in zip(*columns, strict=True)}
    source_of, values = source_of_passages(records), records.cells("evidence")["value"]
    claims = []
    for fact in facts_by_table(records).get(name, ()):
        if fact.field:
            source = source_of[fact.passage]
            founding, primary, date = about[source]
            # An empty cell is no yes, and no error either: it is not known.
            known = BOOLEANS.get(founding, False), BOOLEANS.get(primary, False)
            value = values[fact.line - 2]
            claims.append(Claim(fact.key, fact.field, value, source, *known, date))
    return claims


def contested(records: Records, name: str) -> dict[str, str]:
    """Give for each key the fields for which sources give values that do not agree.

    Parameters
    ----------
    records : Records
        A package that is sound.
    name : str
        The table.

    Returns
    -------
    dict of str to str
        The names of the fields, divided by semicolons.
    """

    def compared() -> dict[str, str]:
        kinds = {field["name"]: field for field in records.fields(name)}
        given: dict[tuple[str, str], dict[str, None]] = {}
        for claim in claims_on(records, name):
            if claim.value:
                given.setdefault((claim.key, claim.field), {})[claim.value] = None
        found: dict[str, str] = {}
        for (key, field), values in given.items():
            edtf = kinds[field].get("edtf")
            if len(values) > 1 and not (edtf and _dates_agree([*values])):
                found[key] = f"{found[key]}; {field}" if key in found else field
        return found

    return records.remember(("contested", name), compared)


def differ(table: pd.DataFrame, column: str) -> pd.Series:
    """Mark the rows for which sources give different values of a column.

    Examples
    --------
    >>> differ(pd.DataFrame({"contested": ["dates; name", None]}), "dates").tolist()
    [True, False]
    """
    if "contested" not in table:
        return pd.Series(False, index=table.index)
    told = table["contested"].astype("string").fillna("")
    return told.map(lambda own: column in own.split("; ")).astype(bool)


def founding_only(records: Records, name: str, cells: Cells) -> Cells:
    """Take from rows of the founding documents what other sources have put into their cells.

    Parameters
    ----------
    records : Records
        A package that is sound.
    name : str
        The table.
    cells : dict of str to list of str
        Its rows, or some of them.

    Returns
    -------
    dict of str to list of str
        A copy: each cell for which there are claims holds that of a founding document, or nothing.
    """
    given: dict[tuple[str, str], str] = {}
    claims = claims_on(records, name)
    for claim in claims:
        if claim.founding:
            given.setdefault((claim.key, claim.field), claim.value)
    values = {(c.key, c.field): given.get((c.key, c.field), "") for c in claims}
    return _with(records, name, cells, values)


def preferred(records: Records, name: str, cells: Cells, prefer: str) -> Cells:
    """Fill each contested cell by another rule than the founding documents' value.

    Parameters
    ----------
    records : Records
        A package that is sound.
    name : str
        The table.
    cells : dict of str to list of str
        Its rows, or some of them.
    prefer : {"primary", "newest", "widest"}
        The rule, as `load` explains it.

    Returns
    -------
    dict of str to list of str
        A copy with these cells filled.
    """
    kinds = {field["name"]: field for field in records.fields(name)}
    claims = claims_on(records, name)
    values: dict[tuple[str, str], str] = {}
    for key, fields in contested(records, name).items():
        disputed = fields.split("; ")
        for unit in dict.fromkeys(_together(field) for field in disputed):
            told = [claim for claim in claims if claim.key == key and claim.field in unit]
            if prefer == "widest":
                chosen = _widest(told, kinds)
            else:
                chosen = _of_one(told, unit, disputed, prefer)
            values |= {(key, field): chosen[field] for field in chosen if field in kinds}
    return _with(records, name, cells, values)


def _with(records: Records, name: str, cells: Cells, values: dict[tuple[str, str], str]) -> Cells:
    """Put values into a copy of some rows, by key and column."""
    place = {key: row for row, key in enumerate(records.keys_of(name, cells))}
    changed = {field for key, field in values if key in place}
    cells = {column: own[:] if column in changed else own for column, own in cells.items()}
    for (key, field), value in values.items():
        if key in place:
            cells[field][place[key]] = value
    return cells


def _together(field: str) -> tuple[str, ...]:
    return next((unit for unit in TOGETHER if field in unit), (field,))


def _of_one(
    told: list[Claim], unit: tuple[str, ...], disputed: list[str], prefer: str
) -> dict[str, str]:
    """Give the values of one source, the nearest or the newest, and nothing of any other."""
    # Only a source that gives a value for what is disputed can be the one.
    giving = [claim for claim in told if claim.value and claim.field in disputed]
    if prefer == "primary":
        ranked = [claim for claim in giving if claim.primary]
    else:
        # What appeared last comes first; what is not dated is at the end.
        ranked = sorted(giving, key=_last_day, reverse=True)
    if not ranked:
        return {}
    given: dict[str, str] = {}
    for claim in told:
        if claim.source == ranked[0].source and (claim.value or len(unit) > 1):
            given.setdefault(claim.field, claim.value)
    return {field: given.get(field, "") for field in unit}


def _last_day(claim: Claim) -> pd.Timestamp:
    return (dates.bounds(claim.date)[1] if claim.date else None) or EVER[0]


def _widest(told: list[Claim], kinds: dict[str, Any]) -> dict[str, str]:
    """Span everything that is given; where a source sets one bound alone, the other is open."""
    values: dict[str, dict[str, None]] = {}
    bounds: dict[str, set[str]] = {}
    for claim in told:
        if claim.value:
            values.setdefault(claim.field, {})[claim.value] = None
            bounds.setdefault(claim.source, set()).add(claim.field)
    found = {}
    for field, own in values.items():
        if kinds[field].get("edtf"):
            found[field] = _spanning([*own])
        elif field in BOUNDS:
            other = next(bound for bound in BOUNDS if bound != field)
            alone = any(other in given and field not in given for given in bounds.values())
            found[field] = "" if alone else str(BOUNDS[field](map(int, own)))
        elif field == "as_stated":
            found[field] = "; ".join(own)
    return found


def _spanning(values: list[str]) -> str:
    """Write the interval from the earliest to the latest day of some dates."""
    ends = [dates.bounds(value) for value in values]
    earliest, latest = [end[0] for end in ends], [end[1] for end in ends]
    begin = ".." if None in earliest else f"{min(d for d in earliest if d):%Y-%m-%d}"
    end = ".." if None in latest else f"{max(d for d in latest if d):%Y-%m-%d}"
    return begin if begin == end != ".." else f"{begin}/{end}"


def _dates_agree(values: list[str]) -> bool:
    """Tell whether beginnings agree, and ends: more exact is not another date, nor is less told."""
    return all(itertools.starmap(_agree, itertools.combinations(values, 2)))


def _agree(one: str, other: str) -> bool:
    (a, b), (c, d) = dates.bounds(one)[:2], dates.bounds(other)[:2]
    if (b and c and b < c) or (d and a and d < a):  # the one is over before the other begins
        return False
    ends = zip(_ends(one), _ends(other), strict=True)
    if all(_nested(mine, theirs) for mine, theirs in ends):
        return True
    # A source may tell of one day of a series that another dates from end to end.
    single = "/" not in one or "/" not in other
    return single and _nested((a, b), (c, d))


def _ends(value: str) -> list[Span | None]:
    """Give the span in which a date begins, and that in which it ends; None for what is open."""
    parts = value.split("/") if "/" in value else [value, value]
    return [None if part == ".." else dates.bounds(part)[:2] for part in parts]


def _nested(one: Span | None, other: Span | None) -> bool:
    """Tell whether one of two spans holds the other."""
    if one is None or other is None:
        return True
    low, high = EVER
    (a, b), (c, d) = ((first or low, last or high) for first, last in (one, other))
    return (a <= c and d <= b) or (c <= a and b <= d)
