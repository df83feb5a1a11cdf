"""One frozen snapshot of a data package: each file is read once, and nothing else touches the disk."""

import os
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

import pandas as pd

from track2lib.records.asked import a_place, one_of
from track2lib.records.descriptor import DESCRIPTOR, parsed
from track2lib.records.latest import latest, unreadable
from track2lib.records.parsing import Cells, Table, read
from track2lib.records.problem import DataError, Problem, nearest
from track2lib.records.workbook import SUFFIXES, read_workbook

__all__ = ["BEARING", "BOOLEANS", "OWN", "PROVENANCE", "Records", "open_records"]

# The spellings of the Table Schema standard; spreadsheets write capitals.
BOOLEANS = dict.fromkeys(["true", "True", "TRUE", "1"], True) | dict.fromkeys(
    ["false", "False", "FALSE", "0"], False
)
# The two tables that bear evidence and need none.
BEARING = ("passages", "evidence")
# These and what they rest on: the project's own way to say where a fact comes from.
PROVENANCE = ("sources", *BEARING)
OWN = "source"  # the column that a reader's own tables have for provenance
WORDS = ".md"  # what else belongs to a package: neither the lock of a spreadsheet nor an export


@dataclass(frozen=True, eq=False)  # two snapshots are never the same, whatever they hold
class Records:
    """A folder with a ``datapackage.json`` and the tables that it describes, as it was when read.

    Parameters
    ----------
    folder : pathlib.Path
        Where it is.
    descriptor : dict
        What ``datapackage.json`` holds.
    files : dict of str to bytes
        What each file of the package holds, by name.
    book : str, default ""
        Name of the workbook, if the tables are its sheets.
    """

    folder: Path
    descriptor: dict[str, Any]
    files: dict[str, bytes]
    book: str = ""
    _kept: dict[Hashable, Any] = field(default_factory=dict, repr=False)

    @property
    def names(self) -> list[str]:
        """Names of the tables, in the order of the descriptor."""
        return [resource["name"] for resource in self.descriptor["resources"]]

    def resource(self, name: str, *, founding: bool = False) -> dict[str, Any]:
        """Give the description of one table; with `founding`, of none that lies beyond these documents.

        Raises
        ------
        LookupError
            If there is no such table; the message names the nearest and all the others.
        """
        every = self.descriptor["resources"]
        by_name = self.remember("resources", lambda: {one["name"]: one for one in every})
        found = by_name.get(name) if isinstance(name, str) else None
        if found is None or (founding and found.get("beyond")):
            one_of(
                name,
                [one for one in by_name if not (founding and by_name[one].get("beyond"))],
                "table",
            )
        return cast("dict[str, Any]", found)

    def file(self, name: str) -> str:
        """Give the name of the file of a table, or of the workbook and its sheet."""
        return f"{self.book}, sheet {name}" if self.book else str(self.resource(name)["path"])

    def fields(self, name: str, *, founding: bool = False) -> list[dict[str, Any]]:
        """Give the columns of one table; with `founding`, without those that lie beyond them."""
        every = self.resource(name)["schema"]["fields"]
        return [field for field in every if not (founding and field.get("beyond"))]

    def columns(self, name: str, *, founding: bool = False) -> list[str]:
        """Give the names of the columns of one table."""
        return [field["name"] for field in self.fields(name, founding=founding)]

    def key(self, name: str) -> list[str]:
        """Give the columns that identify a row."""
        return list(self.resource(name)["schema"]["primaryKey"])

    def names_its_sources(self, name: str) -> bool:
        """Tell whether each row of a table says itself where it is from: a reader's own data."""
        # So does a bibliography that no evidence bears: each of its rows is a source.
        return OWN in self.columns(name) or (name == "sources" and "evidence" not in self.names)

    @property
    def lists_sources(self) -> bool:
        """Tell whether there is a bibliography that can be read."""
        return "sources" in self.names and not self.fault("sources")

    def fault(self, name: str) -> Problem | None:
        """Find what keeps a file from being used as this table at all."""
        found = self._read(name)
        if isinstance(found, Problem):
            return found
        if any(found.cells.values()) or name == "evidence" or "evidence" not in self.names:
            return None
        # An empty table is sound, unless there is evidence that it has lost its rows.
        evidence = self._read("evidence")
        if isinstance(evidence, Problem) or name not in evidence.cells["table"]:
            return None
        said = "The table has a heading and no rows, but there is evidence for rows of it."
        return Problem(self.file(name), "-", "-", said, "Restore its rows.")

    def cells(self, name: str) -> Cells:
        """Give one table as text, as it stands in the file. Nobody may change it.

        Raises
        ------
        track2lib.DataError
            If the file cannot be read as this table.
        """
        return self._table(name).cells

    def values(self, name: str, column: str) -> dict[str, None]:
        """Give each value of one column once, in the order of the file: most repeat themselves."""
        made = ("values", name, column)
        return self.remember(made, lambda: dict.fromkeys(self.cells(name)[column]))

    def numbers(self, name: str) -> Sequence[int]:
        """Give the number of each row of one table as a spreadsheet counts, with the heading as 1."""
        return self._table(name).rows

    def gaps(self, name: str) -> list[tuple[int, int]]:
        """Give the first and last number of each run of empty rows that stands above a row."""
        return self._table(name).gaps

    def rows(self, name: str, *columns: str) -> Iterator[tuple[Any, ...]]:
        """Give the cells of each row of one table in some columns."""
        cells = self.cells(name)
        return zip(*(cells[column] for column in columns), strict=True)

    def text(self, name: str) -> pd.DataFrame:
        """Give one table as a frame of text."""
        return pd.DataFrame(self.cells(name), dtype="str")

    def keys(self, name: str) -> list[str]:
        """Give the key of each row as evidence writes it: the parts joined by a slash."""
        return self.remember(("keys", name), lambda: self.keys_of(name, self.cells(name)))

    def keys_of(self, name: str, cells: Cells) -> list[str]:
        """Give the key of each of some rows of a table."""
        parts = [cells[column] for column in self.key(name)]
        return parts[0] if len(parts) == 1 else ["/".join(row) for row in zip(*parts, strict=True)]

    def remember[T](self, what: Hashable, make: Callable[[], T]) -> T:
        """Give what was made before under this name, or make it now.

        What is derived from a snapshot holds for as long as the snapshot does, and goes with it.
        """
        if what not in self._kept:
            self._kept[what] = make()
        return cast("T", self._kept[what])

    def _table(self, name: str) -> Table:
        found = self._read(name)
        if isinstance(found, Problem):
            raise DataError.of(found)
        return found

    def _read(self, name: str) -> Table | Problem:
        file, expected = self.file(name), self.columns(name)
        content = self.files.get(f"{name}.csv" if self.book else self.resource(name)["path"])
        if content is None and self.book:
            others = (path.removesuffix(".csv") for path in self.files)
            near = nearest(name, [other for other in others if other not in self.names])
            restore = f"Restore the sheet under this name, at least with its heading.{near}"
            return Problem(file, "-", "-", "The sheet is missing.", restore)
        return self.remember(("cells", name), lambda: read(content, file, expected))


def open_records(data: str | Path | None = None) -> Records:
    """Take a snapshot of a data package, or give the last one where no file has changed since.

    Parameters
    ----------
    data : str or pathlib.Path, optional
        Folder of the package, its ``datapackage.json``, or a workbook. By default the project's own.

    Returns
    -------
    Records
        The snapshot.

    Raises
    ------
    FileNotFoundError
        If the folder has no ``datapackage.json``.
    track2lib.DataError
        If that file cannot be followed.

    Examples
    --------
    >>> open_records().names[:3]
    ['sources', 'passages', 'evidence']
    """
    where = _own_folder() if data is None else a_place(data, "data", "my-data")
    if where.is_file() and where.suffix.lower() in SUFFIXES:
        book = where.resolve()
        return latest(book.parent, [book.name], _workbook)
    folder = where.parent if where.is_file() else where
    if not (folder / DESCRIPTOR).is_file():
        raise FileNotFoundError(
            f"There is no {DESCRIPTOR} in {str(folder)!r}. Name the folder that holds it beside its "
            f"tables, or a workbook ({' or '.join(SUFFIXES)}) that is there."
        )
    folder = folder.resolve()  # since the working directory may be another at the next call
    try:
        about = _parsed((folder / DESCRIPTOR).read_bytes())
    except OSError as error:
        raise unreadable(DESCRIPTOR, error) from error
    described = {resource["path"]: None for resource in about["resources"]}
    words = [e.name for e in os.scandir(folder) if e.name.endswith(WORDS) and not e.is_symlink()]
    return latest(folder, [DESCRIPTOR, *described, *sorted(words)], _snapshot)


# Of the same bytes the same description, which nobody may change.
_parsed = lru_cache(maxsize=8)(parsed)


def _snapshot(folder: Path, files: dict[str, bytes]) -> Records:
    return Records(folder, _parsed(files[DESCRIPTOR]), files)


def _workbook(folder: Path, files: dict[str, bytes]) -> Records:
    (name,) = files
    sheets = read_workbook(folder / name)
    return Records(folder / name, _parsed(sheets[DESCRIPTOR]), sheets, book=name)


def _own_folder() -> Path:
    """Find the data: inside the package once installed, beside it in a checkout."""
    here = Path(__file__).resolve().parents[1]
    installed = here / "data"
    return installed if installed.is_dir() else here.parent / "data"
