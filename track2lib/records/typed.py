"""From text to types: each column as the descriptor has it, each date with its bounds."""

from typing import Any

import pandas as pd

from track2lib.records import dates
from track2lib.records.parsing import Cells
from track2lib.records.snapshot import BOOLEANS

__all__ = ["typed"]

DTYPES = {"integer": ("Int64", int), "number": ("float64", float)}


def typed(fields: list[dict[str, Any]], cells: Cells) -> pd.DataFrame:
    """Give each column its type, and each date its first and last day.

    Parameters
    ----------
    fields : list of dict
        The columns wanted, as the descriptor describes them.
    cells : dict of str to list of str
        Text that has been found sound.

    Returns
    -------
    pandas.DataFrame
        Text as ``string``, counts as ``Int64``, measures as ``float64``, yes or no as
        ``boolean``; an empty cell is missing.

    Examples
    --------
    >>> typed([{"name": "minimum", "type": "integer"}], {"minimum": ["14", ""]})
       minimum
    0       14
    1     <NA>
    """
    columns: dict[str, Any] = {}
    for field in fields:
        name, own = field["name"], cells[field["name"]]
        if field["type"] == "boolean":
            columns[name] = pd.array([BOOLEANS.get(cell) for cell in own], dtype="boolean")
        elif field["type"] in DTYPES:
            dtype, number = DTYPES[field["type"]]
            columns[name] = pd.array([number(cell) if cell else None for cell in own], dtype=dtype)
        elif not any(own):  # as many columns of somebody's own table
            columns[name] = pd.array([None], dtype="string").repeat(len(own))
        else:
            if field.get("edtf"):  # a space around a date is not seen, and charts take dates apart
                own = [cell.strip() for cell in own]
            columns[name] = pd.array([cell or None for cell in own], dtype="string")
        if field.get("edtf"):
            for bound, found in dates.bounds_of_each(own).items():
                columns[f"{name}_{bound}"] = found
    return pd.DataFrame(columns)
