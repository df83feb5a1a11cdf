"""The evidence for one table, and the source of each passage."""

from typing import NamedTuple

from track2lib.records.snapshot import Records

__all__ = ["Fact", "facts_on", "source_of_passages"]


class Fact(NamedTuple):
    """One row of evidence: its line in the file, what it bears, the passage, and what that gives."""

    line: int
    key: str
    field: str
    passage: str
    value: str


def facts_on(records: Records, table: str) -> list[Fact]:
    """Give the rows of evidence for one table.

    Parameters
    ----------
    records : Records
        A package whose evidence can be read.
    table : str
        A name as it is written there, whether there is such a table or not.

    Returns
    -------
    list of Fact
        In the order of the file.
    """

    def found() -> list[Fact]:
        cells = records.cells("evidence")
        names = "key", "field", "passage_id", "value"
        key, field, passage, value = (cells[name] for name in names)
        rows = [row for row, borne in enumerate(cells["table"]) if borne == table]
        return [Fact(row + 2, key[row], field[row], passage[row], value[row]) for row in rows]

    return records.remember(("facts", table), found)


def source_of_passages(records: Records) -> dict[str, str]:
    """Give the source of each passage.

    Parameters
    ----------
    records : Records
        A package that lists its passages.

    Returns
    -------
    dict of str to str
        Keys of sources, by keys of passages.
    """
    return dict(records.rows("passages", "passage_id", "source_id"))
