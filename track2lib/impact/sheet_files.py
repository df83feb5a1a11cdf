"""The files of observers: of which kind each is, and what stands in it, row by row."""

import re
from pathlib import Path

from track2lib.impact.coding_files import Row, read_rows
from track2lib.impact.sheet_kinds import KINDS, Kind
from track2lib.records.decoding import decoded
from track2lib.records.problem import Problem
from track2lib.records.spreadsheet_cells import unguarded

__all__ = ["kind_in", "sheet_rows"]

# A minute as spreadsheets may write it: 5.0 and 05 are the interval that 5 is.
MINUTE = re.compile(r"(\d{1,5})(?:\.0+)?")
HEADINGS = " or ".join(f"{','.join(kind.columns)} ({name})" for name, kind in KINDS.items())


def kind_in(content: bytes, file: str) -> Kind | Problem:
    """Tell of which kind a sheet is, by its heading.

    Parameters
    ----------
    content : bytes
        What the file holds.
    file : str
        What it is called in messages.

    Returns
    -------
    Kind or Problem
        The kind; or what keeps it from being told.

    Examples
    --------
    >>> kind_in(b"observer;room;minute;stage;remark", "a.csv").name
    'stages'
    >>> kind_in(b"coder,code", "b.csv").problem
    "This is no observer's sheet."
    """
    text = decoded(content, file)
    if isinstance(text, Problem):
        return text
    # Whatever divides the cells; above the heading there may be a line that Excel takes for itself.
    heading = text.removeprefix("sep=").strip("\r\n \t;,").splitlines()[0]
    words = {word.casefold() for word in re.findall(r"\w+", heading)}
    # What all kinds have in common tells nothing.
    common = set.intersection(*({*kind.columns} for kind in KINDS.values()))
    found = {name: len(({*kind.columns} - common) & words) for name, kind in KINDS.items()}
    best = max(found, key=found.__getitem__)
    if not found[best]:
        said, remedy = "This is no observer's sheet.", f"Its heading should be: {HEADINGS}."
        return Problem(file, 1, "-", said, f"{remedy} Take any other file out of the folder.")
    return KINDS[best]


def sheet_rows(files: dict[str, Path]) -> tuple[dict[str, list[Row]], list[Problem]]:
    """Read sheets as rows of text, without those in which nobody has written anything.

    Parameters
    ----------
    files : dict of str to pathlib.Path
        The files, by what they are called in messages.

    Returns
    -------
    tuple
        The rows of each kind of which there is a file, and a problem for each file that cannot be read.
    """
    rows: dict[str, list[Row]] = {}
    faults = []
    for name, path in files.items():
        content = path.read_bytes()
        kind = kind_in(content, name)
        found = kind if isinstance(kind, Problem) else read_rows(content, name, kind.columns)
        if isinstance(found, Problem):
            faults.append(found)
        elif isinstance(kind, Kind):
            rows.setdefault(kind.name, []).extend(
                row
                for number, cells in found
                if not _is_blank(row := _row(name, number, cells, kind), kind)
            )
    return rows, faults


def _row(file: str, number: int, cells: tuple[str, ...], kind: Kind) -> Row:
    """Give a row with one space between words, and with a minute that is one as a plain number."""
    plain = [" ".join(unguarded(cell).split()) for cell in cells]
    found = dict(zip(kind.columns, plain, strict=True))
    if minute := MINUTE.fullmatch(found.get("minute", "")):
        found["minute"] = str(int(minute[1]))
    return Row(file, number, found)


def _is_blank(row: Row, kind: Kind) -> bool:
    """Tell whether a row is as it was handed out: nothing is coded, and it does not say by whom or of what."""
    said = row.cells[kind.code] or row.cells["remark"]
    return not said and not all(row.cells[column] for column in ("observer", *kind.unit))
