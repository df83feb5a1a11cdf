"""Tables for Stata, and for what else reads its files."""

import io
from pathlib import Path

from track2lib.records.snapshot import Records
from track2lib.sources.labelled import WRITTEN, labelled, named, shortened

__all__ = ["stata_file"]

# What a file of version 118 may hold. pandas writes longer words, which Stata would refuse or cut; a
# longer text it makes a long string by itself.
LONGEST_NAME, LONGEST_LABEL, LONGEST_WORD, LONGEST_TEXT = 32, 80, 32_000, 2045
FIRST_DAY = "0100-01-01"
# Those of Stata, and those by which pandas would rename a column.
WORDS = """
_all _b _coef _cons _n _pi _pred _rc _skip aggregate array boolean break byte case catch class
colvector complex const continue default delegate delete do double else eltypedef end enum explicit
export external float for friend function global goto if in inline int local long null pragma
protected quad rowvector short strl typedef typename using virtual with
"""
RESERVED = frozenset([*WORDS.split(), *(f"str{number}" for number in range(1, LONGEST_TEXT + 1))])


def stata_file(records: Records, name: str, data: str | Path | None) -> bytes:
    """Write a table as a file of Stata, version 118, which Stata reads from release 14 on.

    Parameters
    ----------
    records : Records
        The package.
    name : str
        A table of it.
    data : str or pathlib.Path, optional
        Where the package is, as for ``load``.

    Returns
    -------
    bytes
        The file.
    """
    table = labelled(records, name, data, longest=LONGEST_WORD, first_day=FIRST_DAY)
    names = named(list(table.columns), lambda name: name[:LONGEST_NAME], RESERVED, capitals=True)
    frame = table.frame.rename(columns=names)
    labels = {
        own: shortened(table.label(column, own), LONGEST_LABEL) for column, own in names.items()
    }
    file = io.BytesIO()
    frame.to_stata(
        file,
        version=118,
        write_index=False,
        time_stamp=WRITTEN,
        data_label=shortened(table.title, LONGEST_LABEL),
        variable_labels=labels,
        value_labels={names[column]: words for column, words in table.values.items()},
        convert_dates={names[column]: "td" for column in table.days},
    )
    return file.getvalue()
