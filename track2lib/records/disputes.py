"""What each source gives for a cell: where they differ, and which value a reader prefers."""

import itertools
from typing import Any

import pandas as pd

from track2lib.records import dates
from track2lib.records.snapshot import BOOLEANS, Package, row_keys

__all__ = ["PREFERENCES", "claims_on", "contested", "differ", "founding_only", "preferred"]

PREFERENCES = ("founding", "primary", "newest", "widest")
BOUNDS: dict[str, Any] = {"minimum": min, "maximum": max}
Span = tuple[pd.Timestamp | None, pd.Timestamp | None]
# The days between which an open date may lie.
EVER = pd.Timestamp("0001-01-01"), pd.Timestamp("9999-12-31")
# What is said in one breath is chosen together, and may be empty on purpose: "over 150" has no
# ceiling.
TOGETHER = (("date", "dates", "date_words"), ("minimum", "maximum", "as_stated"))


def claims_on(package: Package, name: str, evidence: pd.DataFrame) -> pd.DataFrame:
    """Give what sources give for single cells of a table: key, field, value, and the source."""
    source_of = package.read_text("passages").set_index("passage_id")["source_id"]
    facts = evidence[(evidence["table"] == name) & (evidence["field"] != "")]
    sources = package.read_text("sources").set_index("source_id")
    true = [spelling for spelling, meant in BOOLEANS.items() if meant]
    about = sources.reindex(facts["passage_id"].map(source_of))
    return facts[["key", "field", "value"]].assign(
        source=about.index,
        founding=about["founding"].isin(true).to_numpy(),
        primary=about["primary"].isin(true).to_numpy(),
        date=about["date"].to_numpy(),
    )


def contested(package: Package, name: str, claims: pd.DataFrame) -> dict[str, str]:
    """Give for each key the fields for which sources give values that do not agree."""
    found: dict[str, str] = {}
    kinds = {field["name"]: field for field in package.fields(name)}
    for (key, field), values in _given(claims):
        agree = _dates_agree if kinds[field].get("edtf") else _same
        if not agree(values):
            found[key] = f"{found[key]}; {field}" if key in found else field
    return found


def differ(table: pd.DataFrame, column: str) -> pd.Series:
    """Mark the rows for which sources give different values of a column.

    Examples
    --------
    >>> differ(pd.DataFrame({"contested": ["dates; name", None]}), "dates").tolist()
    [True, False]
    """
    told = table.get("contested", pd.Series(pd.NA, index=table.index, dtype="string"))
    return (
        told.astype("string")
        .str.split("; ")
        .map(lambda own: column in own, na_action="ignore")
        .fillna(False)
        .astype(bool)
    )


def founding_only(
    package: Package, name: str, text: pd.DataFrame, claims: pd.DataFrame
) -> pd.DataFrame:
    """Take from rows of the founding documents what other sources have put into their cells."""
    given = claims[claims["founding"]].drop_duplicates(["key", "field"])
    founding = given.set_index(["key", "field"])["value"]
    cells = claims[["key", "field"]].drop_duplicates()
    place = pd.Series(text.index, index=row_keys(package, name, text))
    text = text.copy()
    for key, field in cells[cells["key"].isin(place.index)].itertuples(index=False):
        text.loc[place[key], field] = founding.get((key, field), "")
    return text


def preferred(
    package: Package, name: str, text: pd.DataFrame, claims: pd.DataFrame, prefer: str
) -> pd.DataFrame:
    """Fill each contested cell by another rule than the founding documents' value."""
    place = dict(zip(row_keys(package, name, text), text.index, strict=True))
    kinds = {field["name"]: field for field in package.fields(name)}
    text = text.copy()
    for key, fields in contested(package, name, claims).items():
        own = claims[claims["key"] == key]
        disputed = fields.split("; ")
        for unit in dict.fromkeys(_together(field) for field in disputed):
            told = own[own["field"].isin(unit)]
            if prefer == "widest":
                chosen = _widest(told, kinds)
            else:
                chosen = _of_one(told, unit, disputed, prefer)
            for field, value in chosen.items():
                if field in kinds and key in place:
                    text.loc[place[key], field] = value
    return text


def _together(field: str) -> tuple[str, ...]:
    return next((unit for unit in TOGETHER if field in unit), (field,))


def _of_one(
    told: pd.DataFrame, unit: tuple[str, ...], disputed: list[str], prefer: str
) -> dict[str, str]:
    """Give the values of one source, the nearest or the newest, and nothing of any other."""
    # Only a source that gives a value for what is disputed can be the one.
    giving = told[(told["value"] != "") & told["field"].isin(disputed)]
    ranked = giving[giving["primary"]] if prefer == "primary" else _by_day(giving)
    if ranked.empty:
        return {}
    own = told[told["source"] == ranked["source"].iloc[0]]
    own = own[(own["value"] != "") | (len(unit) > 1)].drop_duplicates("field")
    given = own.set_index("field")["value"]
    return {field: given.get(field, "") for field in unit}


def _widest(told: pd.DataFrame, kinds: dict[str, Any]) -> dict[str, str]:
    """Span everything that is given; where a source sets one bound alone, the other is open."""
    stated = told[told["value"] != ""].drop_duplicates(["field", "value"])
    values = stated.groupby("field", sort=False)["value"].agg(list).to_dict()
    bounds = told[told["value"] != ""].groupby("source")["field"].agg(set)
    found = {}
    for field, own in values.items():
        if kinds[field].get("edtf"):
            found[field] = _spanning(own)
        elif field in BOUNDS:
            other = next(bound for bound in BOUNDS if bound != field)
            alone = any(other in given and field not in given for given in bounds)
            found[field] = "" if alone else str(BOUNDS[field](int(value) for value in own))
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


def _given(claims: pd.DataFrame) -> Any:
    """Go through the cells for which more than one value is given."""
    stated = claims[claims["value"] != ""]
    for cell, values in stated.groupby(["key", "field"], sort=False)["value"]:
        distinct = list(dict.fromkeys(values))
        if len(distinct) > 1:
            yield cell, distinct


def _same(values: list[str]) -> bool:
    return len(set(values)) == 1


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


def _by_day(told: pd.DataFrame) -> pd.DataFrame:
    """Put what appeared last first; what is not dated comes at the end."""
    days = told["date"].map(lambda date: (dates.bounds(date)[1] if date else None) or pd.NaT)
    return told.assign(day=days).sort_values("day", ascending=False, kind="stable")
