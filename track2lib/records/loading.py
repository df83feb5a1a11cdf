"""Read the tables: typed frames, with dates as bounds and the sources of each row."""

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

import pandas as pd

from track2lib.records.disputes import PREFERENCES
from track2lib.records.snapshot import COLUMNS, DataError, Package, nearest, open_package
from track2lib.records.typed import checked, loaded

__all__ = ["codebook", "list_tables", "load"]

SCOPES = ("all", "founding")
# Tables in which another package may use a key of ours for the same thing.
SHARED = ("organizations", "places", "topics", "people", "eras")


def load(
    name: str,
    *,
    scope: Literal["all", "founding"] = "all",
    prefer: Literal["founding", "primary", "newest", "widest"] = "founding",
    sources: Iterable[str] | None = None,
    data: str | Path | None = None,
    beside: bool = False,
) -> pd.DataFrame:
    """Load one table of the data package.

    Parameters
    ----------
    name : str
        Name of the table, as ``list_tables()`` lists them.
    scope : {"all", "founding"}, default "all"
        Everything, or only what the two founding documents bear: their rows, and in these rows
        the cells that no other source has filled.
    prefer : {"founding", "primary", "newest", "widest"}, default "founding"
        Which value stands in a cell for which sources give different ones: that of a founding
        document (or else the first one listed), of a text by those who acted or spoke, of the
        source that appeared last, or the widest bounds of a date or a count. The bounds and the
        words of a count, and a date and its words, are taken from one source together.
    sources : iterable of str, optional
        Keys of the table ``sources``: only rows that rest on at least one of these.
    data : str or pathlib.Path, optional
        Folder of another data package. By default the one that comes with the project.
    beside : bool, default False
        With `data`: put the rows of that package below those of the project. An organization,
        place, topic or person with the same key is taken to be the same.

    Returns
    -------
    pandas.DataFrame
        A row for each row of the file, with text as ``string``, counts as ``Int64``, measures as
        ``float64`` and yes-or-no as ``boolean``; an empty cell is missing. Behind an EDTF column
        ``x`` stand ``x_earliest`` and ``x_latest`` (days, missing where the date sets no bound)
        and ``x_ongoing``. Dated tables gain ``era``. ``sources`` names the sources of the row,
        ``cited`` the places in them; ``contested`` the columns for which sources give values
        that do not agree (a more exact date is not another one).

    Raises
    ------
    LookupError
        If there is no such table, scope, preference or source.
    track2lib.DataError
        If the file is not sound, refers to rows that do not exist, or breaks a rule that
        ``validate()`` checks; or, with `beside`, if both packages have a row of the same key.
        Nothing is loaded then.

    Examples
    --------
    >>> import track2lib
    >>> dialogues = track2lib.load("dialogues", scope="founding")
    >>> row = dialogues.set_index("dialogue_id").loc["una-sipri"]
    >>> row["dates"], row["era"], row["sources"]
    ('2002/2008', 'both', 'dimaggio2010')
    """
    if scope not in SCOPES:
        raise LookupError(f"There is no scope {scope!r}. The scopes are: {', '.join(SCOPES)}.")
    if prefer not in PREFERENCES:
        rules = ", ".join(PREFERENCES)
        raise LookupError(f"There is no preference {prefer!r}. The preferences are: {rules}.")
    package = open_package(data)
    if beside and name not in package.names:  # provenance, which a package of one's own has not
        package = open_package()
    package.resource(name, founding=scope == "founding")
    frame = loaded(package.folder, name, scope, prefer, package.stamp()).copy()
    if beside and package.folder != open_package().folder:
        frame = _below(load(name, scope=scope, prefer=prefer), frame, package, name)
    if sources is not None:
        frame = _resting_on(frame, name, list(sources), package)
    # So that a chart finds the tables that this one points to.
    frame.attrs = {"scope": scope, "data": data, "beside": beside}
    return frame


def list_tables(*, data: str | Path | None = None) -> pd.DataFrame:
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
    >>> "dialogues" in set(track2lib.list_tables()["table"])
    True
    """
    package = open_package(data)
    rows = []
    for name in package.names:
        text, about = checked(package, name), package.resource(name)["description"]
        rows.append((name, len(text), len(text.columns), about))
    return pd.DataFrame(rows, columns=["table", "rows", "columns", "description"])


def codebook(
    name: str,
    *,
    scope: Literal["all", "founding"] = "all",
    data: str | Path | None = None,
) -> pd.DataFrame:
    """Describe the columns of one table, in the words of the data package.

    Parameters
    ----------
    name : str
        Name of the table.
    scope : {"all", "founding"}, default "all"
        All columns, or only those that the founding documents fill.
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
    described = package.resource(name, founding=scope == "founding")
    points_to = {
        key["fields"][0]: f"a key of {key['reference']['resource'] or name}"
        for key in described["schema"].get("foreignKeys", [])
    }
    rows = []
    for field in package.fields(name, founding=scope == "founding"):
        column, constraints = field["name"], field.get("constraints", {})
        kind = "EDTF date" if field.get("edtf") else field["type"]
        required = bool(constraints.get("required"))
        values = ", ".join(constraints.get("enum", [])) or points_to.get(column, "")
        rows.append((column, kind, field.get("unit", ""), required, values, field["description"]))
    columns = ["column", "type", "unit", "required", "values", "description"]
    return pd.DataFrame(rows, columns=columns)


def _below(ours: pd.DataFrame, theirs: pd.DataFrame, package: Package, name: str) -> pd.DataFrame:
    """Put another package's rows below ours."""
    key, file = package.key(name), package.resource(name)["path"]
    again = theirs.set_index(key).index.isin(ours.set_index(key).index)
    if name not in SHARED and again.any():
        found = theirs.loc[again, key].iloc[0].tolist()
        problem = f"The key {'/'.join(found)!r} stands in the project's own table too."
        row = (file, int(again.argmax()) + 2, ", ".join(key), problem, "Choose another key.")
        raise DataError(pd.DataFrame([row], columns=COLUMNS))
    return pd.concat([ours, theirs.loc[~again]], ignore_index=True)


def _resting_on(
    frame: pd.DataFrame, name: str, wanted: list[str], package: Package
) -> pd.DataFrame:
    """Choose the rows that rest on at least one of some sources."""
    if "sources" not in frame:
        raise LookupError(
            f"Rows of {name!r} are not borne by sources, so they cannot be chosen by these."
        )
    own = frame["sources"].str.split("; ")
    if "sources" in package.names:
        known = package.read_text("sources")["source_id"].tolist()
    else:
        known = sorted(set(own.explode()))
    for source in wanted:
        if source not in known:
            raise LookupError(f"There is no source {source!r}.{nearest(source, known)}")
    return frame.loc[[bool(set(wanted) & set(of_row)) for of_row in own]].reset_index(drop=True)
