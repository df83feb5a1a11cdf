"""The evidence sorted by what it bears, and the source of each passage."""

from collections import defaultdict
from typing import NamedTuple

from track2lib.records.snapshot import Records

__all__ = ["facts_by_table", "source_of_passages"]


class Fact(NamedTuple):
    """One row of evidence: its line in the file, what it bears, and the passage."""

    line: int
    key: str
    field: str
    passage: str


def facts_by_table(records: Records) -> dict[str, list[Fact]]:
    """Give the rows of evidence for each table.

    Parameters
    ----------
    records : Records
        A package whose evidence can be read.

    Returns
    -------
    dict of str to list of Fact
        By the name of the table, as it is written there, whether there is such a table or not.
    """

    def sorted_out() -> dict[str, list[Fact]]:
        found: dict[str, list[Fact]] = defaultdict(list)
        cells = records.cells("evidence")
        columns = (cells[column] for column in ("table", "key", "field", "passage_id"))
        for line, (table, *fact) in enumerate(zip(*columns, strict=True), start=2):
            found[table].append(Fact(line, *fact))
        return dict(found)

    return records.remember("facts by table", sorted_out)


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
    passages = records.cells("passages")
    return dict(zip(passages["passage_id"], passages["source_id"], strict=True))
