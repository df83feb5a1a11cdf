"""What coders have written down about the impact of dialogues: a file a coder, or a folder of them."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import get_args

import pandas as pd

from track2lib.impact.class_folder import files_in
from track2lib.impact.coding_files import Coders, CodingsError, Row, rows_in, rows_of
from track2lib.impact.comparing import ask_about
from track2lib.impact.row_faults import ask_about_files, lacking, so_in, twice
from track2lib.impact.rubric import CODES, COLUMNS, TABLES, UNIT, closest, names, table_of
from track2lib.records.asked import a_place
from track2lib.records.problem import Problem, in_short
from track2lib.records.snapshot import open_records

__all__ = ["load_codings", "of_one_coder", "read_codings"]

PLACE = "a file or a folder"
# How coders of one name are told apart.
BY_FILES = "name them by their files: load_codings(folder, coders='files')"
WANTED = "Give a file that the coding task has saved, or a folder of such files."


def load_codings(
    path: str | Path | None = None,
    *,
    coders: Coders = "column",
    data: str | Path | None = None,
) -> pd.DataFrame:
    """Load what one coder or a class has coded, or the readings that come with the project.

    Parameters
    ----------
    path : str or pathlib.Path, optional
        A CSV file that the coding task has saved, or a folder of such files; a folder in it may
        be that of one student. What else this package keeps in a folder is passed over, and so
        are empty rows. By default the readings that the package itself holds.
    coders : {"column", "files"}, default "column"
        Whether coders have the names that stand in the column ``coder``, or those of their files:
        for a class in which everybody is "me". A file that lies alone in a folder has its name.
    data : str or pathlib.Path, optional
        Folder of another data package, of which cases or contributions were coded. Those of the
        project may stand beside them; a key that both have is that package's.

    Returns
    -------
    pandas.DataFrame
        A row for each decision, all of type ``string``: ``coder``, ``dialogue_id``,
        ``construct_id``, ``code`` and ``reason``. A decision that is still open has no code, and
        `agreement` leaves it out.

    Raises
    ------
    FileNotFoundError
        If there is no such file or folder, or the folder has no CSV file.
    TypeError, ValueError
        If `coders` is neither of the two, or what is to be a path is none.
    track2lib.DataError
        If a file cannot be read, has an unknown code, case or contribution, or a decision stands
        twice; with the file, the row, the column and what would be right.

    Warns
    -----
    track2lib.DataWarning
        If the names of two coders look alike, two files have one coder, or a workbook lies in the
        folder.

    Examples
    --------
    >>> import track2lib as t2
    >>> readings = t2.impact.load_codings()
    >>> sorted(readings["coder"].unique())
    ['first reading', 'second reading']
    """
    if not (isinstance(coders, str) and coders in get_args(Coders)):
        raise ValueError(
            f"coders is {in_short(coders)}: write 'column', or 'files' for the names of files."
        )
    if path is None:
        frame = table_of("codings", data)[COLUMNS]
    else:
        rows, faults = rows_of(files_in(a_place(path, "path", "codings", PLACE), WANTED), coders)
        faults += chain(_unknown(rows, data), _nobody(rows), _twice(rows))
        if faults:
            raise CodingsError.of(*faults)
        frame = _frame(rows)
        ask_about(frame["coder"])
        ask_about_files(rows, "coder", BY_FILES)
    # So that a chart finds the names of the cases.
    frame.attrs = {} if data is None else {"data": str(Path(data).absolute())}
    return frame


def read_codings(content: bytes, name: str) -> tuple[str, dict[tuple[str, str], tuple[str, str]]]:
    """Read the file that the coding task keeps for one coder.

    Parameters
    ----------
    content : bytes
        What it holds. Its cases are not asked about: some may have left the package meanwhile.
    name : str
        What it is called.

    Returns
    -------
    tuple
        Its coder; code and reason, by the keys of case and contribution. Both are empty if there
        is no decision in it.

    Raises
    ------
    track2lib.DataError
        If it cannot be read as the codings of one coder.
    """
    rows = rows_in(content, name)
    if isinstance(rows, Problem):
        raise CodingsError.of(rows)
    if faults := [*_unknown(rows, None, ("code",)), *_nobody(rows), *_twice(rows)]:
        raise CodingsError.of(*faults)
    return of_one_coder(_frame(rows), name)


def of_one_coder(
    frame: pd.DataFrame, name: str
) -> tuple[str, dict[tuple[str, str], tuple[str, str]]]:
    """Give the coder of a file, with code and reason by case and contribution.

    Parameters
    ----------
    frame : pandas.DataFrame
        Codings, as `load_codings` gives them.
    name : str
        Name of their file.

    Returns
    -------
    tuple
        The coder; code and reason, empty where there is none, by the keys of case and contribution.

    Raises
    ------
    track2lib.DataError
        If they are of several coders.
    """
    coders = frame["coder"].unique()
    if len(coders) > 1:
        several = f"It has codings of {len(coders)} coders, and a form is for one."
        fault = Problem(name, "-", "coder", several, "Give each coder a file.")
        raise CodingsError.of(fault)
    rows = frame.fillna("").itertuples(index=False)
    given = {(row.dialogue_id, row.construct_id): (row.code, row.reason) for row in rows}
    return "".join(coders), given


def _frame(rows: list[Row]) -> pd.DataFrame:
    """Give the decisions as a table; an empty cell is missing."""
    cells = [[row.cells[column] or None for column in COLUMNS] for row in rows]
    return pd.DataFrame(cells, columns=COLUMNS, dtype="string")


def _unknown(
    rows: list[Row], data: str | Path | None, columns: tuple[str, ...] = (*UNIT, "code")
) -> Iterator[Problem]:
    """Say of each cell that is no case, contribution or code what would be right, once a file."""
    allowed = {column: [*CODES, ""] for column in columns}
    allowed |= {column: [*names(column, data)] for column in columns if column in TABLES}
    found: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for file, number, cells in rows:
        for column in columns:
            if cells[column] not in allowed[column]:
                found[file, column, cells[column]].append(number)
    for (file, column, value), numbers in found.items():
        near = closest(value, filter(None, allowed[column]))
        if column in TABLES:
            said, remedy = _no_key(column, value, near, data)
        else:
            said, remedy = f"{value!r} is no code.", near or f"Write one of: {', '.join(CODES)}."
        yield Problem(file, numbers[0], column, said + so_in(numbers), remedy)


def _no_key(column: str, value: str, near: str, data: str | Path | None) -> tuple[str, str]:
    """Say where a key was looked for, and where it should be taken from."""
    table, what = TABLES[column], column.removesuffix("_id")
    where = "the project" if data is None else f"the package {open_records(data).folder.name!r}"
    said = f"{value!r} is no {what} of {where}." if value else f"No {what} is given."
    take = near or f"Take it from the column {column} of its table {table!r}."
    if data is None:
        return said, f"{take} For a {what} of your own, name its package: data='my-cases'."
    return said, f"{take} Or add it there; those of the project are known, too."


def _nobody(rows: list[Row]) -> Iterator[Problem]:
    remedy = "Write a name or initials, or take the names of files with coders='files'."
    return lacking(rows, "coder", "No coder is named.", remedy)


def _twice(rows: list[Row]) -> Iterator[Problem]:
    apart = f"{BY_FILES[0].upper()}{BY_FILES[1:]}"
    return twice(rows, "coder", UNIT, "decisions", apart)
