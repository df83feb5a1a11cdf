"""What a scope takes in: the passages that count, and the rows that they bear."""

import pandas as pd

from track2lib.records.facts import source_of_passages
from track2lib.records.parsing import Cells
from track2lib.records.provenance import borne, locators
from track2lib.records.snapshot import BEARING, BOOLEANS, Records

__all__ = ["SCOPES", "in_scope", "only", "passages_of"]

SCOPES = ("all", "founding")


def in_scope(records: Records, name: str, scope: str) -> tuple[Cells, pd.DataFrame]:
    """Choose the rows of a table that count in a scope, and say who bears them.

    Parameters
    ----------
    records : Records
        A package that is sound.
    name : str
        The table.
    scope : {"all", "founding"}
        Every source, or the founding documents only.

    Returns
    -------
    cells : dict of str to list of str
        The rows, as they stand in the file.
    says_who : pandas.DataFrame
        ``sources`` and ``cited`` for each of them; for passages and evidence ``cited`` alone.
    """
    cells, counted = records.cells(name), passages_of(records, scope)
    if name in BEARING:
        written = locators(records)
        cited = [written[passage] for passage in cells["passage_id"]]
        says_who = pd.DataFrame({"cited": cited}, dtype="string")
        rows = [row for row, own in enumerate(cells["passage_id"]) if own in counted]
    else:
        says_who = borne(records, name, cells, counted)
        # A row that nothing in the scope bears is no row of it.
        rows = says_who.index[says_who["sources"].notna()].tolist()
    if len(rows) == len(says_who):  # all of them, as in most packages
        return cells, says_who
    return only(cells, rows), says_who.iloc[rows].reset_index(drop=True)


def only(cells: Cells, rows: list[int]) -> Cells:
    """Give some rows of a table.

    Parameters
    ----------
    cells : dict of str to list of str
        The table.
    rows : list of int
        Which, counted from 0.

    Returns
    -------
    dict of str to list of str
        A new table.

    Examples
    --------
    >>> only({"topic_id": ["film", "faith"]}, [1])
    {'topic_id': ['faith']}
    """
    return {column: [own[row] for row in rows] for column, own in cells.items()}


def passages_of(records: Records, scope: str) -> set[str]:
    """Give the passages that count in a scope.

    Parameters
    ----------
    records : Records
        A package that is sound.
    scope : {"all", "founding"}
        Every source, or the founding documents only.

    Returns
    -------
    set of str
        Keys of passages; none for a package whose rows name their sources themselves.
    """
    if "passages" not in records.names:
        return set()
    source_of = source_of_passages(records)
    if scope == "all":
        return {*source_of}
    pairs = records.rows("sources", "source_id", "founding")
    founding = {source for source, cell in pairs if BOOLEANS.get(cell)}
    return {passage for passage, source in source_of.items() if source in founding}
