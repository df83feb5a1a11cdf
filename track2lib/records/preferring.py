"""Which value stands in a cell for which sources give several."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

import pandas as pd

from track2lib.records import dates
from track2lib.records.disputes import EVER, Claim, claims_on, contested
from track2lib.records.parsing import Cells
from track2lib.records.snapshot import BEARING, Records

__all__ = ["PREFERENCES", "settled"]

PREFERENCES = ("founding", "primary", "newest", "widest")
BOUNDS: dict[str, Callable[[Iterable[int]], int]] = {"minimum": min, "maximum": max}
# What is said in one breath is chosen together, and may be empty on purpose: "over 150" has no
# ceiling.
TOGETHER = (("date", "dates", "date_words"), ("minimum", "maximum", "as_stated"))


def settled(records: Records, name: str, cells: Cells, scope: str, prefer: str) -> Cells:
    """Settle what stands in each cell for which there are claims.

    Parameters
    ----------
    records : Records
        A package that is sound.
    name : str
        The table.
    cells : dict of str to list of str
        Its rows, or some of them.
    scope : {"all", "founding"}
        Of the founding scope, a cell holds what a founding document gives, or nothing.
    prefer : {"founding", "primary", "newest", "widest"}
        The rule for a cell that is contested, as `load` explains it.

    Returns
    -------
    dict of str to list of str
        The rows, or a copy in which some cells are filled otherwise.
    """
    if name in BEARING or records.names_its_sources(name):
        return cells
    if scope == "founding":
        return _with(records, name, cells, _founding(claims_on(records, name)))
    if prefer == "founding":  # which is how the tables are written
        return cells
    return _with(records, name, cells, _preferred(records, name, prefer))


def _founding(claims: list[Claim]) -> dict[tuple[str, str], str]:
    """Give what the founding documents put into the cells that any source fills."""
    given: dict[tuple[str, str], str] = {}
    for claim in claims:
        if claim.founding:
            given.setdefault((claim.key, claim.field), claim.value)
    return {(c.key, c.field): given.get((c.key, c.field), "") for c in claims}


def _preferred(records: Records, name: str, prefer: str) -> dict[tuple[str, str], str]:
    """Give what stands in each contested cell by another rule than the founding documents'."""
    kinds = {field["name"]: field for field in records.fields(name)}
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims_on(records, name):
        claims[claim.key].append(claim)
    values: dict[tuple[str, str], str] = {}
    for key, disputed in contested(records, name).items():
        for unit in dict.fromkeys(_together(field) for field in disputed):
            told = [claim for claim in claims[key] if claim.field in unit]
            if prefer == "widest":
                chosen = _widest(told, kinds)
            else:
                chosen = _of_one(told, unit, disputed, prefer)
            values |= {(key, field): chosen[field] for field in chosen if field in kinds}
    return values


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
    values: dict[str, dict[str, None]] = defaultdict(dict)
    filled: dict[str, set[str]] = defaultdict(set)
    # "About 120" sets no bound, which is another thing than to say nothing of it.
    open_on_purpose = {claim.field for claim in told if not claim.value}
    for claim in told:
        if claim.value:
            values[claim.field][claim.value] = None
            filled[claim.source].add(claim.field)
    found = {}
    for field, own in values.items():
        if kinds[field].get("edtf"):
            found[field] = _spanning([*own])
        elif field in BOUNDS:
            other = next(bound for bound in BOUNDS if bound != field)
            alone = any(other in given and field not in given for given in filled.values())
            unbound = alone or field in open_on_purpose
            found[field] = "" if unbound else str(BOUNDS[field](map(int, own)))
        elif field == "as_stated":
            found[field] = "; ".join(own)
    return found


def _spanning(values: list[str]) -> str:
    """Write the interval from the earliest to the latest day of some dates."""
    ends = [dates.bounds(value) for value in values]
    earliest, latest = [end[0] for end in ends], [end[1] for end in ends]
    begin = ".." if None in earliest else min(d for d in earliest if d).date().isoformat()
    end = ".." if None in latest else max(d for d in latest if d).date().isoformat()
    return begin if begin == end != ".." else f"{begin}/{end}"
