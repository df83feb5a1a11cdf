"""What each source gives for a cell, and where they differ."""

import itertools
from collections import defaultdict
from typing import NamedTuple

import pandas as pd

from track2lib.records import dates
from track2lib.records.facts import facts_on, source_of_passages
from track2lib.records.snapshot import BOOLEANS, Records

__all__ = ["EVER", "Claim", "claims_on", "contested", "differ"]

# The days between which an open date may lie.
EVER = pd.Timestamp("0001-01-01"), pd.Timestamp("9999-12-31")


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
    sources = records.rows("sources", "source_id", "founding", "primary", "date")
    about = {key: rest for key, *rest in sources}
    source_of = source_of_passages(records)
    claims = []
    for fact in facts_on(records, name):
        if fact.field:
            source = source_of[fact.passage]
            founding, primary, date = about[source]
            # An empty cell is no yes, and no error either: it is not known.
            known = BOOLEANS.get(founding, False), BOOLEANS.get(primary, False)
            claims.append(Claim(fact.key, fact.field, fact.value, source, *known, date))
    return claims


def contested(records: Records, name: str) -> dict[str, list[str]]:
    """Give for each key the fields for which sources give values that do not agree.

    Parameters
    ----------
    records : Records
        A package that is sound.
    name : str
        The table.

    Returns
    -------
    dict of str to list of str
        The names of the fields.
    """

    def compared() -> dict[str, list[str]]:
        kinds = {field["name"]: field for field in records.fields(name)}
        # Dictionaries that hold keys alone: each value once, in the order of the evidence.
        given: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        for claim in claims_on(records, name):
            if claim.value:
                given[claim.key, claim.field][claim.value] = None
        found: dict[str, list[str]] = defaultdict(list)
        for (key, field), values in given.items():
            edtf = kinds[field].get("edtf")
            if len(values) > 1 and not (edtf and _dates_agree([*values])):
                found[key].append(field)
        return dict(found)

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


def _ends(value: str) -> list[dates.Span | None]:
    """Give the span in which a date begins, and that in which it ends; None for what is open."""
    parts = value.split("/") if "/" in value else [value, value]
    return [None if part == ".." else dates.bounds(part)[:2] for part in parts]


def _nested(one: dates.Span | None, other: dates.Span | None) -> bool:
    """Tell whether one of two spans holds the other."""
    if one is None or other is None:
        return True
    low, high = EVER
    (a, b), (c, d) = ((first or low, last or high) for first, last in (one, other))
    return (a <= c and d <= b) or (c <= a and b <= d)
