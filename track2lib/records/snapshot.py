"""The data package on disk: where it is, what its descriptor says, how a table is read."""

import csv
import difflib
import io
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

__all__ = [
    "BOOLEANS",
    "COLUMNS",
    "DataError",
    "Package",
    "Problem",
    "file_fault",
    "labels",
    "locators",
    "nearest",
    "open_package",
    "row_keys",
]

COLUMNS = ["file", "row", "column", "problem", "remedy"]
# The spellings of the Table Schema standard; spreadsheets write capitals.
BOOLEANS = dict.fromkeys(["true", "True", "TRUE", "1"], True) | dict.fromkeys(
    ["false", "False", "FALSE", "0"], False
)
Problem = tuple[str, Any, str, str, str]
"""File, row, column, what is wrong, and how to mend it."""


class DataError(ValueError):
    """Data that must not be shown, with what is wrong and how to mend it.

    Parameters
    ----------
    problems : pandas.DataFrame
        One row for each problem: ``file``, ``row``, ``column``, ``problem``, ``remedy``.
    """

    def __init__(self, problems: pd.DataFrame) -> None:
        self.problems = problems
        lines = []
        for file, row, column, problem, remedy in problems[COLUMNS].head(5).itertuples(index=False):
            where = [
                file,
                "" if row == "-" else f"row {row}",
                "" if column == "-" else f"column {column}",
            ]
            lines.append(f"{', '.join(part for part in where if part)}: {problem} {remedy}")
        if len(problems) > 5:
            lines.append(f"... and {len(problems) - 5} more; validate() lists them all.")
        super().__init__("\n".join(lines))


@dataclass(frozen=True)
class Package:
    """A folder with a ``datapackage.json`` and the tables that it describes.

    Parameters
    ----------
    folder : pathlib.Path
        Where it is.
    descriptor : dict
        What ``datapackage.json`` holds.
    """

    folder: Path
    descriptor: dict[str, Any]

    @property
    def names(self) -> list[str]:
        """Names of the tables, in the order of the descriptor."""
        return [resource["name"] for resource in self.descriptor["resources"]]

    def resource(self, name: str, *, founding: bool = False) -> dict[str, Any]:
        """Give the description of one table, of those of the founding documents only if asked.

        Raises
        ------
        LookupError
            If there is no such table; the message names the nearest and all the others.
        """
        known = []
        for resource in self.descriptor["resources"]:
            if not (founding and resource.get("beyond")):
                known.append(resource["name"])
                if resource["name"] == name:
                    return dict(resource)
        raise LookupError(
            f"There is no table {name!r}.{nearest(name, known)} The tables are: {', '.join(known)}."
        )

    def fields(self, name: str, *, founding: bool = False) -> list[dict[str, Any]]:
        """Give the columns of one table, of those that the founding documents fill only if asked."""
        every = self.resource(name)["schema"]["fields"]
        return [field for field in every if not (founding and field.get("beyond"))]

    def key(self, name: str) -> list[str]:
        """Give the columns that identify a row."""
        return list(self.resource(name)["schema"]["primaryKey"])

    def stamp(self) -> tuple[tuple[str, int, int], ...]:
        """Give time and size of every file, which differ as soon as one has been changed."""
        files = sorted(path for path in self.folder.iterdir() if path.is_file())
        return tuple((f.name, f.stat().st_mtime_ns, f.stat().st_size) for f in files)

    def read_text(self, name: str) -> pd.DataFrame:
        """Read one table as text, as it stands in the file; an empty cell is an empty string.

        Raises
        ------
        ValueError
            If the file is empty, not in UTF-8 or no CSV, or a row has more or fewer cells
            than the heading.
        """
        # Not with pandas: it fills up short rows, and takes a first column too many for an index.
        path = self.folder / self.resource(name)["path"]
        with path.open(encoding="utf-8-sig", newline="") as file:
            try:
                heading, *rows = csv.reader(file, strict=True)
            except csv.Error as error:
                raise ValueError(f"{path.name} has a quotation mark out of place.") from error
        if any(len(row) != len(heading) for row in rows):
            raise ValueError(f"{path.name} has rows with more or fewer cells than its heading.")
        return pd.DataFrame(rows, columns=heading, dtype="str")


def open_package(folder: str | Path | None = None) -> Package:
    """Open a data package: the one that comes with the project, or the one in ``folder``.

    Raises
    ------
    FileNotFoundError
        If the folder has no ``datapackage.json``.
    DataError
        If that file is no JSON.
    """
    where = Path(folder) if folder is not None else _own_folder()
    if where.is_file():
        where = where.parent
    path = where / "datapackage.json"
    if not path.is_file():
        raise FileNotFoundError(
            f"There is no datapackage.json in {str(where)!r}. "
            "Name the folder that holds it beside its tables."
        )
    try:
        return Package(where, json.loads(path.read_text(encoding="utf-8")))
    except json.JSONDecodeError as error:
        problem = f"The file is no JSON: {error.msg}."
        row = (path.name, error.lineno, "-", problem, "Restore the file, or mend that line.")
        raise DataError(pd.DataFrame([row], columns=COLUMNS)) from error


def file_fault(package: Package, name: str) -> Problem | None:
    """Find what keeps a file from being read as this table at all."""
    file = package.resource(name)["path"]
    path = package.folder / file
    if not path.is_file():
        return file, "-", "-", "The file is missing.", "Restore it beside datapackage.json."
    content = path.read_bytes()
    if not content.strip():
        return file, "-", "-", "The file is empty.", "Restore it; it needs at least its heading."
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = error.object[: error.start].count(b"\n") + 1
        return file, row, "-", "The file is not in UTF-8.", "Save it as 'CSV UTF-8'."
    expected = [field["name"] for field in package.fields(name)]
    row = 0
    try:
        for row, cells in enumerate(csv.reader(io.StringIO(text), strict=True), start=1):
            fault = _heading_fault(cells, expected) if row == 1 else _row_fault(cells, expected)
            if fault:
                return file, row, *fault
    except csv.Error:
        remedy = "Close it, and write a quotation mark inside a cell twice."
        return file, row + 1, "-", "A quotation mark does not end with its cell.", remedy
    return None


def row_keys(package: Package, name: str, frame: pd.DataFrame) -> pd.Series:
    """Give the key of each row as evidence writes it: the parts joined by a slash."""
    columns = [frame[column].tolist() for column in package.key(name)]
    keys = ["/".join(parts) for parts in zip(*columns, strict=True)]
    return pd.Series(keys, dtype="string", index=frame.index)


def locators(package: Package) -> pd.Series:
    """Write the citation of every passage: source, year, and the place in it, by passage."""
    passages = package.read_text("passages").set_index("passage_id")
    sources = package.read_text("sources").set_index("source_id")
    source = passages["source_id"].map(labels(sources))
    # These are words of ours, not headings; a locator there is the paragraph alone, or nothing.
    ours = ["Title", "Text", "Headline", "place not noted"]
    section = (", " + passages["section"]).where(~passages["section"].isin(ours), "")
    paragraph = (", para. " + passages["paragraph"]).where(
        passages["paragraph"] != "0", ", heading"
    )
    return source + section + paragraph.where(passages["paragraph"] != "", "")


def labels(sources: pd.DataFrame) -> pd.Series:
    """Write each source as it stands in a citation: name, year, and a letter if its key has one."""
    year = sources["date"].str.extract(r"(\d{4})")[0].fillna("n.d.")
    letter = sources.index.to_series().str.extract(r"(?:\d{4}|nd)([a-z])$")[0].fillna("")
    return sources["short_name"] + " " + year + letter


def _heading_fault(cells: list[str], expected: list[str]) -> tuple[str, str, str] | None:
    if cells == expected:
        return None
    missing = [column for column in expected if column not in cells]
    extra = [column for column in cells if column not in expected]
    said = [f"Columns missing: {', '.join(missing)}."] if missing else []
    said += [f"Columns not described: {', '.join(extra)}."] if extra else []
    problem = " ".join(said) or "The columns stand in another order."
    remedy = f"The heading should be: {','.join(expected)}"
    return ", ".join(missing or extra) or "-", problem, remedy


def _row_fault(cells: list[str], expected: list[str]) -> tuple[str, str, str] | None:
    if not cells:
        return "-", "The row is empty.", "Take it out."
    if len(cells) == len(expected):
        return None
    problem = f"The row has {len(cells)} cells, the heading {len(expected)}."
    remedy = "Put a cell that holds a comma between quotation marks; add or drop cells."
    return "-", problem, remedy


def _own_folder() -> Path:
    """Find the data: inside the package once installed, beside it in a checkout."""
    here = Path(__file__).resolve().parents[1]
    installed = here / "data"
    return installed if installed.is_dir() else here.parent / "data"


def nearest(name: str, names: Iterable[str]) -> str:
    """Give a sentence with the nearest name, or nothing where none is near.

    Examples
    --------
    >>> nearest("dialoges", ["dialogues", "topics"])
    " Did you mean 'dialogues'?"
    """
    close = difflib.get_close_matches(str(name), list(names), n=1)
    return f" Did you mean {close[0]!r}?" if close else ""
