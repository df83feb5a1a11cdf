"""From a row to the rows that it points to, in the package and the scope that it was loaded from."""

import pandas as pd

from track2lib.records.loading import load, or_our_eras

__all__ = ["follow", "look_up"]

NAMES = ("name", "short_name", "title")


def look_up(table: pd.DataFrame, name: str) -> pd.DataFrame:
    """Load the table that this one points to, from the same data package and in the same scope."""
    found = load(name, **table.attrs)
    return or_our_eras(found) if name == "eras" else found


def follow(table: pd.DataFrame, key: str, other: str, **fields: str) -> pd.DataFrame:
    """Add fields of the table that a key points to, each under a name of its own.

    Examples
    --------
    >>> import track2lib as t2
    >>> links = follow(t2.load("dialogue_venues"), "place_id", "places", place="name")
    >>> links["place"].iloc[0]
    'Stockholm'
    """
    found = look_up(table, other).set_index(key)
    columns = {new: table[key].map(found[field]) for new, field in fields.items()}
    # After a join of packages the table may point to rows that are not looked up: keys speak, too.
    lost = ~table[key].isin(found.index)
    return table.assign(
        **{
            new: column.mask(lost, table[key]) if fields[new] in NAMES else column
            for new, column in columns.items()
        }
    )
