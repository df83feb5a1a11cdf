"""What coders have written down about the impact of dialogues: a rubric, a file a coder."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from track2lib.package import COLUMNS as PROBLEM
from track2lib.package import DataError, nearest
from track2lib.tables import load

__all__ = ["CODES", "COLUMNS", "UNORDERED", "codings", "read_codings"]

# From the weakest ground for the claim to the strongest.
CODES = {
    "denied": "A source says that it was not so, and none that is independent says that it was.",
    "nothing found": (
        "The sources at hand do not speak of it, though somebody could have seen it. "
        "Silence is not absence."
    ),
    "asserted by an interested party": (
        "Only those say so who organized, paid for or took part in the talks, or speak for them."
    ),
    "independently documented": (
        "Somebody without a stake in the talks says so, or a record that is open to all shows it."
    ),
    "not observable": "On this case nobody outside could see it, even if it happened.",
}
# Codes that have no place between weak and strong.
UNORDERED = ("not observable",)
UNIT = ["dialogue_id", "construct_id"]
COLUMNS = ["coder", *UNIT, "code", "reason"]


def codings(path: str | Path | None = None) -> pd.DataFrame:
    """Load what one coder or a class has coded, or the readings that come with the project.

    Parameters
    ----------
    path : str or pathlib.Path, optional
        A CSV file that the coding task has saved, or a folder of such files, one a coder. By
        default the project's own readings.

    Returns
    -------
    pandas.DataFrame
        A row for each decision, all of type ``string``: ``coder``, ``dialogue_id``,
        ``construct_id``, ``code`` and ``reason``.

    Raises
    ------
    FileNotFoundError
        If there is no such file or folder, or the folder has no CSV file.
    track2lib.DataError
        If a file cannot be read, or a row has an unknown code, case or contribution, or stands
        twice; with the file, the row, the column and what would be right.

    Examples
    --------
    >>> import track2lib as t2
    >>> readings = t2.impact.codings()
    >>> sorted(readings["coder"].unique())
    ['first reading', 'second reading']
    """
    if path is None:
        own = load("codings")[COLUMNS]
        own.attrs = {}
        return own
    place = Path(path)
    files = sorted(place.glob("*.csv")) if place.is_dir() else [place]
    if not files or not files[0].exists():
        what = "has no CSV file" if place.is_dir() else "is not there"
        raise FileNotFoundError(
            f"{place} {what}. Give a file that the coding task has saved, or a folder of such files."
        )
    rows: list[tuple[str, int, list[str]]] = []
    for file in files:
        rows += [(file.name, number, cells) for number, cells in _rows(file)]
    problems = list(_problems(rows))
    if problems:
        raise DataError(pd.DataFrame(problems, columns=PROBLEM))
    return pd.DataFrame([cells for *_, cells in rows], columns=COLUMNS, dtype="string")


def read_codings(file: Path) -> dict[tuple[str, str], tuple[str, str]]:
    """Read one coder's file as code and reason by case and contribution; none yet is empty."""
    if not file.exists():
        return {}
    frame = codings(file)
    return {
        (row.dialogue_id, row.construct_id): (row.code, row.reason)
        for row in frame.fillna("").itertuples(index=False)
    }


def _rows(file: Path) -> Iterator[tuple[int, list[str]]]:
    """Give the rows of a file with their numbers, or say why it has none."""
    try:
        # Spreadsheets put a mark before the first letter.
        with file.open(newline="", encoding="utf-8-sig") as opened:
            rows = list(csv.reader(opened, strict=True))
    except (csv.Error, UnicodeDecodeError) as error:
        raise _fault(file, 1, f"It is no CSV in UTF-8: {error}.", "Save it anew.") from error
    if not rows or rows[0] != COLUMNS:
        found = ", ".join(rows[0]) if rows else "nothing"
        right = f"Make it {','.join(COLUMNS)}, with commas between."
        raise _fault(file, 1, f"The heading is: {found}.", right)
    for number, cells in enumerate(rows[1:], start=2):
        if len(cells) != len(COLUMNS):
            short = f"The row has {len(cells)} cells instead of {len(COLUMNS)}."
            raise _fault(file, number, short, "Put a reason with commas in quotes.")
        yield number, cells


def _fault(file: Path, row: int, problem: str, remedy: str) -> DataError:
    return DataError(pd.DataFrame([(file.name, row, "-", problem, remedy)], columns=PROBLEM))


def _problems(rows: list[tuple[str, int, list[str]]]) -> Iterator[tuple[str, int, str, str, str]]:
    """Say of each row what keeps it from being a coding."""
    known = {
        "dialogue_id": load("dialogues")["dialogue_id"].tolist(),
        "construct_id": load("constructs")["construct_id"].tolist(),
        "code": list(CODES),
    }
    seen: dict[tuple[str, str, str], str] = {}
    for file, number, cells in rows:
        row = dict(zip(COLUMNS, cells, strict=True))
        if not row["coder"].strip():
            yield file, number, "coder", "No coder is named.", "Write a name or initials."
        for column, allowed in known.items():
            if row[column] not in allowed:
                said = f"{row[column]!r} is no {column}.".replace("_id", "")
                right = nearest(row[column], allowed).strip()
                listed = f"Write one of: {', '.join(allowed)}." if column == "code" else ""
                yield file, number, column, said, right or listed or f"Take it from {column}."
        unit = (row["coder"], row["dialogue_id"], row["construct_id"])
        if unit in seen:
            said = f"{unit[0]!r} has coded {unit[1]} / {unit[2]} already, in {seen[unit]}."
            yield file, number, "coder", said, "Keep one of the two, or give coders other names."
        seen[unit] = f"{file}, row {number}"
