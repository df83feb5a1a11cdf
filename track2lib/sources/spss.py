"""Tables for SPSS and PSPP."""

import tempfile
from pathlib import Path

from track2lib.records.snapshot import Records
from track2lib.sources.labelled import labelled, named, shortened

__all__ = ["spss_file"]

# In bytes. pyreadstat writes a longer text, which other programs read in pieces, if at all.
LONGEST_NAME, LONGEST_LABEL, LONGEST_WORD, LONGEST_TEXT = 64, 255, 120, 32_766
# Of a text that is longer, haven drops the last byte where it has one of some lengths. Behind it
# stands a blank, which all programs leave out, so that no letter is the last.
LONG = 255
# SPSS counts seconds from here on.
FIRST_DAY = "1582-10-15"
WORDS = "all and by eq ge gt le lt ne not or to with"
RESERVED = frozenset(WORDS.split())
CUT = " [cut here: a cell of SPSS ends; the data package has the whole text]"
# Where the header of the file has the day and the time of writing, and what stands there, so that
# the same data give the same bytes.
STAMP, WRITTEN = slice(92, 109), b"01 Jan 8000:00:00"


def spss_file(records: Records, name: str, data: str | Path | None) -> bytes:
    """Write a table as a file of SPSS.

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
    import pyreadstat

    table = labelled(records, name, data, longest=LONGEST_WORD, first_day=FIRST_DAY)
    names = named(list(table.columns), _fitting, RESERVED, capitals=False)
    frame = table.frame.rename(columns=names)
    texts = frame.select_dtypes("object").columns
    frame[texts] = frame[texts].map(_in_one_cell)
    labels: dict[str, str | None] = {
        own: shortened(table.label(column, own), LONGEST_LABEL, _bytes)
        for column, own in names.items()
    }
    values: dict[str, dict[float, str]] = {
        names[column]: {float(number): word for number, word in words.items()}
        for column, words in table.values.items()
    }
    numbers = [column for column in frame if frame[column].dtype == "float64"]
    whole = [column for column in numbers if (frame[column].dropna() % 1 == 0).all()]
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "table.sav"
        pyreadstat.write_sav(
            frame,
            path,
            file_label=shortened(table.title, 64, _bytes),
            column_labels=labels,
            variable_value_labels=values,
            variable_measure=dict.fromkeys(values, "nominal"),
            variable_format=dict.fromkeys(whole, "F8.0")
            | {names[column]: "DATE11" for column in table.days},
        )
        content = bytearray(path.read_bytes())
    content[STAMP] = WRITTEN
    return bytes(content)


def _bytes(text: str) -> int:
    return len(text.encode())


def _fitting(name: str) -> str:
    """Cut a name to the bytes that it may have."""
    return name.encode()[:LONGEST_NAME].decode(errors="ignore")


def _in_one_cell(text: str) -> str:
    """Cut a text that is too long for a cell, and say so in it; end a long one with a blank."""
    size = _bytes(text)
    if size > LONGEST_TEXT:
        text = text.encode()[: LONGEST_TEXT - len(CUT)].decode(errors="ignore") + CUT
    return f"{text} " if size > LONG else text
