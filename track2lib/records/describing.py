"""What is in a data package: its tables, and the columns of each in the package's own words."""

from pathlib import Path
from typing import Literal

import pandas as pd

from track2lib.records.asked import one_of
from track2lib.records.checking import check
from track2lib.records.scope import SCOPES
from track2lib.records.snapshot import open_records

__all__ = ["codebook", "list_tables"]


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
    records = open_records(data)
    check(records)
    rows = []
    for name in records.names:
        cells, about = records.cells(name), records.resource(name).get("description", "")
        rows.append((name, len(records.keys(name)), len(cells), about))
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
        If there is no such table or scope.

    Examples
    --------
    >>> import track2lib
    >>> track2lib.codebook("dialogues")["column"].tolist()[:3]
    ['dialogue_id', 'name', 'short_name']
    """
    one_of(scope, SCOPES, "scope")
    records = open_records(data)
    described = records.resource(name, founding=scope == "founding")
    points_to = {
        key["fields"][0]: f"a key of {key['reference']['resource'] or name}"
        for key in described["schema"].get("foreignKeys", [])
    }
    rows = []
    for field in records.fields(name, founding=scope == "founding"):
        column, constraints = field["name"], field.get("constraints", {})
        kind = "EDTF date" if field.get("edtf") else field["type"]
        required = bool(constraints.get("required"))
        values = ", ".join(constraints.get("enum", [])) or points_to.get(column, "")
        rows.append(
            (column, kind, field.get("unit", ""), required, values, field.get("description", ""))
        )
    columns = ["column", "type", "unit", "required", "values", "description"]
    return pd.DataFrame(rows, columns=columns)
