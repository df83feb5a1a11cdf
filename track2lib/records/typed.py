"""From files to frames: each column with its type, each row with the sources that bear it."""

from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd

from track2lib.records import dates
from track2lib.records.checking import breaks_rules, problems_in, unsound
from track2lib.records.disputes import claims_on, contested, founding_only, preferred
from track2lib.records.honesty import BEARING
from track2lib.records.snapshot import (
    BOOLEANS,
    DataError,
    Package,
    locators,
    open_package,
    row_keys,
)

__all__ = ["checked", "loaded"]

OWN = "source"  # the column that a reader's own tables have for provenance
NUMBERS = {"integer": "Int64", "number": "float64"}
# What stands behind a date, in the order in which `dates.bounds` gives it.
BOUNDS = {"earliest": "datetime64[s]", "latest": "datetime64[s]", "ongoing": "bool"}


@lru_cache(maxsize=64)
def loaded(
    folder: Path, name: str, scope: str, prefer: str, stamp: tuple[Any, ...]
) -> pd.DataFrame:
    """Load all rows; checked once for as long as no file of the package changes (`stamp`)."""
    package = open_package(folder)
    text = checked(package, name, rules=True)
    if name in BEARING:
        text = text.loc[_of_scope(package, name, scope, text)].reset_index(drop=True)
        frame = _typed(package, name, scope, text)
        frame["cited"] = text["passage_id"].map(locators(package)).astype("string")
        return frame
    if OWN in text.columns:  # a reader's own data: each row says where it is from
        borne, disputed = text[[OWN, OWN]].set_axis(["sources", "cited"], axis=1), {}
    else:
        every = checked(package, "evidence")
        evidence = every.loc[_of_scope(package, "evidence", scope, every)]
        borne = _provenance(package, name, text, evidence)
        keep = borne["sources"].notna()
        text, borne = text.loc[keep].reset_index(drop=True), borne.loc[keep].reset_index(drop=True)
        claims = claims_on(package, name, every)
        disputed = contested(package, name, claims) if scope == "all" else {}
        if scope == "founding":
            text = founding_only(package, name, text, claims)
        elif prefer != "founding":
            text = preferred(package, name, text, claims, prefer)
    frame = _typed(package, name, scope, text)
    frame[["sources", "cited"]] = borne.astype("string")
    if scope == "all":
        frame["contested"] = row_keys(package, name, text).map(disputed).astype("string")
    return frame


def checked(package: Package, name: str, *, rules: bool = False) -> pd.DataFrame:
    """Read a table as text, or raise a DataError that says what is wrong with it."""
    return _read(package.folder, name, rules, package.stamp())


@lru_cache(maxsize=64)
def _read(folder: Path, name: str, rules: bool, stamp: tuple[Any, ...]) -> pd.DataFrame:
    """Read and check a table once for as long as no file of the package changes (`stamp`)."""
    package = open_package(folder)
    try:
        text = package.read_text(name)
        fault = unsound(package, name, text) or (rules and breaks_rules(package, name, text))
    except (ValueError, OSError, LookupError) as error:
        raise DataError(problems_in(package, name)) from error
    if fault:
        raise DataError(problems_in(package, name))
    return text


def _typed(package: Package, name: str, scope: str, text: pd.DataFrame) -> pd.DataFrame:
    """Give each column its type, and each date its bounds and its era."""
    columns: dict[str, Any] = {}
    for field in package.fields(name, founding=scope == "founding"):
        column, cells = field["name"], text[field["name"]]
        if field["type"] == "boolean":
            columns[column] = cells.map(BOOLEANS).astype("boolean")
        elif field["type"] in NUMBERS:
            numbers = pd.to_numeric(cells.replace("", pd.NA))
            columns[column] = numbers.astype(NUMBERS[field["type"]])
        else:
            columns[column] = cells.replace("", pd.NA).astype("string")
        if field.get("edtf"):
            parsed = [dates.bounds(cell) if cell else (None, None, False) for cell in cells]
            for part, (suffix, dtype) in enumerate(BOUNDS.items()):
                values = [bound[part] for bound in parsed]
                columns[f"{column}_{suffix}"] = pd.Series(values, dtype=dtype)
        if column in ("date", "dates") and name not in ("sources", "eras"):
            found = dates.in_eras((cell or None for cell in cells), _eras(package, scope))
            columns["era"] = pd.Series(found, dtype="string")
    return pd.DataFrame(columns)


def _eras(package: Package, scope: str) -> pd.DataFrame:
    """Load the periods; the project's own where a package leaves the table empty."""
    eras = loaded(package.folder, "eras", scope, "founding", package.stamp())
    if not eras.empty:
        return eras
    ours = open_package()
    return loaded(ours.folder, "eras", "all", "founding", ours.stamp())


def _provenance(
    package: Package, name: str, text: pd.DataFrame, evidence: pd.DataFrame
) -> pd.DataFrame:
    """Name the sources of each row, and where in them, divided by semicolons."""
    bearer = package.resource(name).get("borne_by", name)
    evidence = evidence[evidence["table"] == bearer]
    source_of = checked(package, "passages").set_index("passage_id")["source_id"]
    by_key = (
        evidence.assign(
            sources=evidence["passage_id"].map(source_of),
            cited=evidence["passage_id"].map(locators(package)),
        )
        .groupby("key")[["sources", "cited"]]
        .agg(lambda texts: "; ".join(dict.fromkeys(texts)))
    )
    keys = row_keys(package, name, text) if bearer == name else text[package.key(bearer)[0]]
    return by_key.reindex(keys).set_axis(text.index).astype("string")


def _of_scope(package: Package, name: str, scope: str, text: pd.DataFrame) -> pd.Series:
    """Mark the rows of passages or evidence that come from a document of the scope."""
    if scope == "all":
        return pd.Series(True, index=text.index)
    sources = checked(package, "sources")
    founding = sources.loc[sources["founding"].map(BOOLEANS), "source_id"]
    passages = checked(package, "passages").set_index("passage_id")["source_id"]
    own = text["source_id"] if name == "passages" else text["passage_id"].map(passages)
    return own.isin(set(founding))
