"""What a scope takes in: the passages that count, and the rows that they bear."""

from track2lib.records.citing import source_of_passages
from track2lib.records.reading import Cells
from track2lib.records.snapshot import BOOLEANS, Records

__all__ = ["SCOPES", "only", "passages_of"]

SCOPES = ("all", "founding")


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
    sources = records.cells("sources")
    pairs = zip(sources["source_id"], sources["founding"], strict=True)
    founding = {source for source, cell in pairs if BOOLEANS.get(cell)}
    return {passage for passage, source in source_of.items() if source in founding}


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
