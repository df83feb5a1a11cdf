"""What observers of a workshop have written down: a file of each, or a folder of them."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from track2lib.impact.class_folder import files_in
from track2lib.impact.coding_files import CodingsError, Row
from track2lib.impact.comparing import ask_about
from track2lib.impact.row_faults import ask_about_files, lacking, so_in, twice
from track2lib.impact.rubric import closest, table_of
from track2lib.impact.sheet_files import sheet_rows
from track2lib.impact.sheet_kinds import FATES, IDEAS, KINDS, STAGES, Kind, stages_of
from track2lib.records.asked import a_place, one_of
from track2lib.records.look_alikes import folded
from track2lib.records.problem import Problem

__all__ = ["load_sheets"]

WANTED = "Give an observer's sheet, saved as CSV UTF-8, or a folder of such sheets."
# How observers of one name are told apart.
APART = "give each a name of their own in the column observer"
RIGHT = (
    "Write the minute at which the interval begins as a whole number, such as 5, or 65 for an hour "
    "and five minutes."
)


def load_sheets(
    path: str | Path | None = None,
    *,
    kind: str | None = None,
    data: str | Path | None = None,
) -> pd.DataFrame:
    """Load what observers of a workshop have coded, or the rehearsal that comes with the project.

    Parameters
    ----------
    path : str or pathlib.Path, optional
        A sheet saved as CSV, or a folder of sheets; a folder in it may be that of one observer. By
        default the rehearsal that the package itself holds, which was invented and played on paper.
    kind : {"stages", "ideas"}, optional
        Sheets of which stage each interval was in, or of what became of ideas at home. By default
        those that there are in the folder; of a package, stages. The heading tells the kind of a
        file, and its name does not matter.
    data : str or pathlib.Path, optional
        Folder of another data package, whose table ``stages`` lists the stages.

    Returns
    -------
    pandas.DataFrame
        A row for each interval of each observer, ``observer``, ``room``, ``minute`` (from which on,
        since the workshop began; a second session counts on), ``stage`` and ``remark``. Or for each
        idea and audience: ``observer``, ``room``, ``idea``, ``audience``, ``fate`` and ``remark``. An
        empty stage or fate was not coded. Of a package also who says so, ``sources`` and ``cited``.

    Raises
    ------
    FileNotFoundError
        If there is no such file or folder, or the folder has no CSV file.
    LookupError
        If there is no such kind.
    TypeError, ValueError
        If what is to be a path is none, or the folder holds both kinds, or none of the kind.
    track2lib.DataError
        If a file cannot be read, has an unknown stage or fate, a minute that is none, a row that
        does not say of whom and of what it is, or an observer has coded one thing twice; with the
        file, the row, the column and what would be right.

    Warns
    -----
    track2lib.DataWarning
        If two names of observers, rooms, ideas or audiences look alike, two files have one observer,
        or a workbook lies in the folder.

    Examples
    --------
    >>> import track2lib as t2
    >>> sheets = t2.impact.load_sheets()
    >>> sheets.columns.tolist()[:4]
    ['observer', 'room', 'minute', 'stage']
    """
    if kind is not None:
        one_of(kind, [*KINDS], "kind")
    if path is None:
        frame = _of_package(KINDS[kind or STAGES.name], data)
    else:
        files = files_in(a_place(path, "path", "sheets", "a file or a folder"), WANTED)
        read, faults = sheet_rows(files)
        if faults:
            raise CodingsError.of(*faults)
        chosen = _chosen(read, kind)
        rows = read[chosen.name]
        if faults := [*_faults(rows, chosen, data)]:
            raise CodingsError.of(*faults)
        frame = _frame(rows, chosen)
        _ask(frame, chosen)
        ask_about_files(rows, "observer", APART)
    # So that agreement and charts find the stages.
    frame.attrs = {} if data is None else {"data": str(Path(data).absolute())}
    return frame


def _of_package(kind: Kind, data: str | Path | None) -> pd.DataFrame:
    """Give the sheets that a package holds."""
    table = table_of(kind.table, data).rename(columns={"stage_id": STAGES.code})
    return table[[*kind.columns, "sources", "cited"]]


def _chosen(read: dict[str, list[Row]], kind: str | None) -> Kind:
    """Tell which kind is meant, of those in a folder."""
    if kind is None and len(read) > 1:
        raise ValueError(
            "There are sheets of stages and of ideas in the folder: write kind='stages' or "
            "kind='ideas'."
        )
    name = kind or next(iter(read))
    if name not in read:
        raise ValueError(f"There is no sheet of {name}, only of {next(iter(read))}. {WANTED}")
    return KINDS[name]


def _frame(rows: list[Row], kind: Kind) -> pd.DataFrame:
    """Give the rows as a table; an empty cell is missing."""
    cells = [[row.cells[column] or None for column in kind.columns] for row in rows]
    frame = pd.DataFrame(cells, columns=kind.columns, dtype="string")
    if kind is STAGES:
        frame["minute"] = frame["minute"].astype(float).astype("Int64")
    return frame


def _ask(frame: pd.DataFrame, kind: Kind) -> None:
    """Ask about names that look alike, of which one might be counted as two."""
    ask_about(frame["observer"], "observers")
    ask_about(frame["room"], "rooms", "room")
    if kind is IDEAS:
        ask_about(frame["audience"], "audiences", "audience")
        for room, own in frame.groupby("room"):
            ask_about(own["idea"], f"ideas of room {room}", "idea")


def _faults(rows: list[Row], kind: Kind, data: str | Path | None) -> Iterator[Problem]:
    """Say what is wrong in the rows of all files of a kind."""
    for column in ("observer", *kind.unit):
        right = f"Write the {column} into each row that has something coded or noted."
        yield from lacking(rows, column, f"No {column} is given.", right)
    known = stages_of(data) if kind is STAGES else dict.fromkeys(FATES, "")
    where = "of the project" if data is None else "of that package"
    for (file, value), numbers in _strange(rows, kind.code, known):
        near = _near(value, known) or f"Write one of: {', '.join(known)}."
        if kind is STAGES and data is None:
            near += " For stages of your own, name their package: data='my-cases'."
        said = f"{value!r} is no {kind.code} {where if kind is STAGES else ''}".rstrip()
        yield Problem(file, numbers[0], kind.code, f"{said}.{so_in(numbers)}", near)
    if kind is STAGES:
        for file, number, cells in rows:
            if cells["minute"] and not cells["minute"].isdecimal():
                yield Problem(file, number, "minute", f"{cells['minute']!r} is no minute.", RIGHT)
    what = "intervals" if kind is STAGES else "ideas"
    yield from twice(rows, "observer", kind.unit, what, f"{APART[0].upper()}{APART[1:]}")


def _strange(
    rows: list[Row], column: str, known: dict[str, str]
) -> Iterator[tuple[tuple[str, str], list[int]]]:
    """Give each code that is none with the rows of a file in which it stands."""
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for file, number, cells in rows:
        if cells[column] and cells[column] not in known:
            found[file, cells[column]].append(number)
    yield from found.items()


def _near(value: str, known: dict[str, str]) -> str:
    """Ask about the code that was meant, be it written or called like this."""
    called = [key for key, name in known.items() if name and folded(name) == folded(value)]
    return f"Did you mean {called[0]!r}?" if called else closest(value, known)
