"""Read the tables: typed frames, with dates as bounds and the sources of each row."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import pandas as pd

from track2lib import dates
from track2lib.package import DataError, Package, locators, open_package, row_keys
from track2lib.validation import BOOLEANS, breaks_rules, problems_in, unsound

__all__ = ["codebook", "load", "tables"]

# What stands behind a date, in the order in which `dates.bounds` gives it.
BOUNDS = {"earliest": "datetime64[s]", "latest": "datetime64[s]", "ongoing": "bool"}


def load(
    name: str, *, scope: Literal["all", "founding"] = "all", data: str | Path | None = None
) -> pd.DataFrame:
    """Load one table of the data package.

    Parameters
    ----------
    name : str
        Name of the table, as ``tables()`` lists them.
    scope : {"all", "founding"}, default "all"
        All rows, or only those that rest on the two founding documents.
    data : str or pathlib.Path, optional
        Folder of another data package. By default the one that comes with the project.

    Returns
    -------
    pandas.DataFrame
        A row for each row of the file, with text as ``string``, counts as ``Int64`` and
        yes-or-no as ``boolean``; an empty cell is missing. Behind an EDTF column ``x`` stand
        ``x_earliest`` and ``x_latest`` (days, missing where the date sets no bound) and
        ``x_ongoing``. Dated tables gain ``era``. ``sources`` names the
        sources of the row, ``cited`` the places in them.

    Raises
    ------
    LookupError
        If there is no such table or scope.
    track2lib.DataError
        If the file is not sound, refers to rows that do not exist, or breaks a rule that
        ``validate()`` checks. Nothing is loaded then.

    Examples
    --------
    >>> import track2lib
    >>> dialogues = track2lib.load("dialogues", scope="founding")
    >>> row = dialogues.set_index("dialogue_id").loc["una-sipri"]
    >>> row["dates"], row["era"], row["sources"]
    ('2002/2008', 'both', 'dimaggio2010')
    """
    if scope not in ("all", "founding"):
        raise LookupError(f"There is no scope {scope!r}. The scopes are: all, founding.")
    package = open_package(data)
    package.resource(name)
    frame = _loaded(package.folder, name, package.stamp()).copy()
    if scope == "founding":
        frame = frame.loc[_founding(package, name, frame)].reset_index(drop=True)
    frame.attrs["data"] = data  # so that a chart finds the tables that this one points to
    return frame


def tables(*, data: str | Path | None = None) -> pd.DataFrame:
    """List the tables of the data package.

    Parameters
    ----------
    data : str or pathlib.Path, optional
        Folder of another data package.

    Returns
    -------
    pandas.DataFrame
        One row for each table: ``table``, ``rows``, ``columns``, ``description``.

    Raises
    ------
    track2lib.DataError
        If a table cannot be read or breaks its description.

    Examples
    --------
    >>> import track2lib
    >>> "dialogues" in set(track2lib.tables()["table"])
    True
    """
    package = open_package(data)
    rows = []
    for name in package.names:
        text, about = _checked(package, name), package.resource(name)["description"]
        rows.append((name, len(text), len(text.columns), about))
    return pd.DataFrame(rows, columns=["table", "rows", "columns", "description"])


def codebook(name: str, *, data: str | Path | None = None) -> pd.DataFrame:
    """Describe the columns of one table, in the words of the data package.

    Parameters
    ----------
    name : str
        Name of the table.
    data : str or pathlib.Path, optional
        Folder of another data package.

    Returns
    -------
    pandas.DataFrame
        One row for each column: ``column``, ``type``, ``unit``, ``required``, ``values``
        (the values allowed, or the table that it points to) and ``description``.

    Raises
    ------
    LookupError
        If there is no such table.

    Examples
    --------
    >>> import track2lib
    >>> track2lib.codebook("dialogues")["column"].tolist()[:3]
    ['dialogue_id', 'name', 'case']
    """
    package = open_package(data)
    points_to = {
        key["fields"][0]: f"a key of {key['reference']['resource'] or name}"
        for key in package.resource(name)["schema"].get("foreignKeys", [])
    }
    rows = []
    for field in package.fields(name):
        column, constraints = field["name"], field.get("constraints", {})
        kind = "EDTF date" if field.get("edtf") else field["type"]
        required = bool(constraints.get("required"))
        values = ", ".join(constraints.get("enum", [])) or points_to.get(column, "")
        rows.append((column, kind, field.get("unit", ""), required, values, field["description"]))
    columns = ["column", "type", "unit", "required", "values", "description"]
    return pd.DataFrame(rows, columns=columns)


@lru_cache(maxsize=64)
def _loaded(folder: Path, name: str, stamp: tuple[Any, ...]) -> pd.DataFrame:
    """Load all rows; checked once for as long as no file of the package changes (`stamp`)."""
    package = open_package(folder)
    frame = _typed(package, name, _checked(package, name, rules=True))
    if name not in ("passages", "evidence"):
        frame[["sources", "cited"]] = _provenance(package, name, frame)
    return frame


def _checked(package: Package, name: str, *, rules: bool = False) -> pd.DataFrame:
    """Read a table as text, or raise a DataError that says what is wrong with it."""
    try:
        text = package.read_text(name)
        fault = unsound(package, name, text) or (rules and breaks_rules(package, name, text))
    except (ValueError, OSError, LookupError) as error:
        raise DataError(problems_in(package, name)) from error
    if fault:
        raise DataError(problems_in(package, name))
    return text


def _typed(package: Package, name: str, text: pd.DataFrame) -> pd.DataFrame:
    """Give each column its type, and each date its bounds and its era."""
    columns: dict[str, Any] = {}
    for field in package.fields(name):
        column, cells = field["name"], text[field["name"]]
        if field["type"] == "boolean":
            columns[column] = cells.map(BOOLEANS).astype("boolean")
        elif field["type"] == "integer":
            columns[column] = pd.to_numeric(cells.replace("", pd.NA)).astype("Int64")
        else:
            columns[column] = cells.replace("", pd.NA).astype("string")
        if field.get("edtf"):
            parsed = [dates.bounds(cell) if cell else (None, None, False) for cell in cells]
            for part, (suffix, dtype) in enumerate(BOUNDS.items()):
                values = [bound[part] for bound in parsed]
                columns[f"{column}_{suffix}"] = pd.Series(values, dtype=dtype)
        if column in ("date", "dates") and name not in ("sources", "eras"):
            eras = _typed(package, "eras", _checked(package, "eras"))
            found = [dates.era(cell or None, eras) for cell in cells]
            columns["era"] = pd.Series(found, dtype="string")
    return pd.DataFrame(columns)


def _provenance(package: Package, name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """Name the sources of each row, and where in them, divided by semicolons."""
    evidence = _checked(package, "evidence")
    evidence = evidence[evidence["table"] == name]
    source_of = _checked(package, "passages").set_index("passage_id")["source_id"]
    by_key = (
        evidence.assign(
            sources=evidence["passage_id"].map(source_of),
            cited=evidence["passage_id"].map(locators(package)),
        )
        .groupby("key")[["sources", "cited"]]
        .agg(lambda texts: "; ".join(dict.fromkeys(texts)))
    )
    found = by_key.reindex(row_keys(package, name, frame))
    return found.set_axis(frame.index).astype("string")


def _founding(package: Package, name: str, frame: pd.DataFrame) -> list[bool]:
    """Mark the rows that rest on a founding document."""
    sources = package.read_text("sources")
    founding = set(sources.loc[sources["founding"].map(BOOLEANS), "source_id"])
    if name == "passages":
        rests_on = [{source} for source in frame["source_id"]]
    elif name == "evidence":
        source_of = package.read_text("passages").set_index("passage_id")["source_id"]
        rests_on = [{source_of[passage]} for passage in frame["passage_id"]]
    else:
        rests_on = [set(text.split("; ")) for text in frame["sources"]]
    return [bool(founding & sources_of_row) for sources_of_row in rests_on]
