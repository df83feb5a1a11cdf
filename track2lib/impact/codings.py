"""What coders have written down about the impact of dialogues: a rubric, a file a coder."""

import csv
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import pandas as pd

from track2lib.records.loading import load
from track2lib.records.problem import DataError, Problem, nearest

__all__ = ["CODES", "COLUMNS", "UNIT", "UNORDERED", "load_codings", "read_codings", "usable"]

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
# In a class's folder: what a form, a spreadsheet or a system leaves beside the codings.
OTHER = re.compile(r"^[.~]|-damaged-\d+\.csv$|^progress\.csv$", re.IGNORECASE)
MOST = 50  # problems that are told at once


def load_codings(path: str | Path | None = None) -> pd.DataFrame:
    """Load what one coder or a class has coded, or the readings that come with the project.

    Parameters
    ----------
    path : str or pathlib.Path, optional
        A CSV file that the coding task has saved, or a folder of such files, one a coder; what
        else this package keeps in a folder is passed over. By default the project's own readings.

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
    >>> readings = t2.impact.load_codings()
    >>> sorted(readings["coder"].unique())
    ['first reading', 'second reading']
    """
    if path is None:
        own = load("codings")[COLUMNS]
        own.attrs = {}
        return own
    place = Path(path)
    files = [place]
    # In the order of their names, so that a class is read the same on every machine.
    if place.is_dir():
        found = (file for file in place.iterdir() if file.suffix.lower() == ".csv")
        files = sorted(file for file in found if file.is_file() and not OTHER.search(file.name))
    if not files or not files[0].exists():
        what = "has no CSV file" if place.is_dir() else "is not there"
        raise FileNotFoundError(
            f"{place} {what}. Give a file that the coding task has saved, or a folder of such files."
        )
    rows = [(file.name, number, cells) for file in files for number, cells in _rows(file)]
    problems = list(islice(_problems(rows), MOST))
    if problems:
        raise DataError.of(*problems)
    frame = pd.DataFrame([cells for *_, cells in rows], columns=COLUMNS, dtype="string")
    return frame.assign(coder=frame["coder"].str.strip())


def read_codings(file: Path) -> dict[tuple[str, str], tuple[str, str]]:
    """Read one coder's file as code and reason by case and contribution; none yet is empty.

    Parameters
    ----------
    file : pathlib.Path
        The file.

    Returns
    -------
    dict
        Code and reason, by the keys of case and contribution.

    Raises
    ------
    track2lib.DataError
        If it cannot be read as the codings of one coder.
    OSError
        If it cannot be read at all.
    """
    if not file.exists():
        return {}
    frame = load_codings(file).fillna("")
    if frame["coder"].nunique() > 1:
        several = f"It has codings of {frame['coder'].nunique()} coders, and a form is for one."
        raise _fault(file, 1, several, "Give each coder a file.")
    return {
        (row.dialogue_id, row.construct_id): (row.code, row.reason)
        for row in frame.itertuples(index=False)
    }


def usable(frame: pd.DataFrame, codes: Sequence[str] = tuple(CODES)) -> pd.DataFrame:
    """Keep the decisions of a table of codings, or say why they cannot be compared.

    Parameters
    ----------
    frame : pandas.DataFrame
        Codings; a decision without a code is left out.
    codes : sequence of str
        The codes that may occur.

    Returns
    -------
    pandas.DataFrame
        Coder, case, contribution and code of each decision, as text.

    Raises
    ------
    ValueError
        If a column is missing, a code is not listed, a coder or a unit is empty, a decision
        stands twice, or fewer than two have coded.
    """
    decision = ["coder", *UNIT]
    missing = [column for column in (*decision, "code") if column not in frame]
    if missing:
        raise ValueError(f"The codings lack the column {missing[0]!r}. Start from load_codings().")
    given = frame.loc[frame["code"].notna(), [*decision, "code"]].astype("string")
    # An empty code is a decision that was taken back.
    given = given[given["code"] != ""].assign(coder=lambda rows: rows["coder"].str.strip())
    unknown = sorted(set(given["code"]) - set(codes))
    if unknown:
        raise ValueError(f"{unknown[0]!r} is no code. The codes are: {', '.join(codes)}.")
    for column in decision:
        empty = given[column].isna() | (given[column] == "")
        if empty.any():
            raise ValueError(f"{empty.sum()} decisions have no {column}. Fill it, or drop them.")
    again = given.duplicated(decision)
    if again.any():
        twice = given.loc[again, decision].iloc[0].tolist()
        raise ValueError(f"{twice[0]!r} has coded {twice[1]} / {twice[2]} twice. Keep one of them.")
    if given["coder"].nunique() < 2:
        found = f"only {given['coder'].iloc[0]!r}" if len(given) else "nobody"
        raise ValueError(f"Agreement needs two coders or more, and {found} has coded here.")
    return given


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
    return DataError.of(Problem(file.name, row, "-", problem, remedy))


def _problems(rows: list[tuple[str, int, list[str]]]) -> Iterator[Problem]:
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
            yield Problem(file, number, "coder", "No coder is named.", "Write a name or initials.")
        for column, allowed in known.items():
            if row[column] not in allowed:
                said = f"{row[column]!r} is no {column}.".replace("_id", "")
                right = nearest(row[column], allowed).strip()
                listed = f"Write one of: {', '.join(allowed)}." if column == "code" else ""
                remedy = right or listed or f"Take it from {column}."
                yield Problem(file, number, column, said, remedy)
        unit = (row["coder"], row["dialogue_id"], row["construct_id"])
        if unit in seen:
            said = f"{unit[0]!r} has coded {unit[1]} / {unit[2]} already, in {seen[unit]}."
            remedy = "Keep one of the two, or give coders other names."
            yield Problem(file, number, "coder", said, remedy)
        seen[unit] = f"{file}, row {number}"
