"""Data of one's own: an empty package with the project's columns, and copies to give away."""

import json
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from track2lib.package import Package, open_package
from track2lib.provenance import cite
from track2lib.tables import codebook, load

__all__ = ["export", "start_dataset"]

# The project's own way to say where a fact comes from; one column does for a reader's own cases.
PROVENANCE = ("sources", "passages", "evidence")
SOURCE = {
    "name": "source",
    "type": "string",
    "description": "Where it is from: author, year and place in the text, or an address.",
    "constraints": {"required": True},
}
# Not the lock of a spreadsheet, and not an earlier export.
KEPT = (".csv", ".json", ".md")
# A fixed time in archives, so that the same data give the same bytes.
EPOCH = (1980, 1, 1, 0, 0, 0)
GUIDE = Path(__file__).parent / "own_cases.md"


def start_dataset(folder: str | Path, *, title: str = "Cases of my own") -> Path:
    """Write an empty data package with the columns of the project's tables.

    Each table gains a column ``source``; that is provenance enough. Fill the files in a
    spreadsheet, check them with ``validate(folder)``, and use them with ``load(..., data=folder)``.

    Parameters
    ----------
    folder : str or pathlib.Path
        Where to write it. The folder must be new or empty.
    title : str, default "Cases of my own"
        What the data are called in citations.

    Returns
    -------
    pathlib.Path
        The folder.

    Raises
    ------
    FileExistsError
        If the folder holds files, which are left alone.

    Examples
    --------
    >>> import tempfile, track2lib as t2
    >>> with tempfile.TemporaryDirectory() as place:
    ...     mine = t2.start_dataset(f"{place}/my-cases")
    ...     len(t2.validate(mine)), len(t2.load("dialogues", data=mine))
    (0, 0)
    """
    where = Path(folder)
    if where.exists() and (not where.is_dir() or any(where.iterdir())):
        raise FileExistsError(f"{str(where)!r} is not empty. Name a folder that is new or empty.")
    where.mkdir(parents=True, exist_ok=True)
    ours = open_package()
    resources = [_with_source(ours, name) for name in ours.names if name not in PROVENANCE]
    descriptor = {
        "name": _name(where),
        "title": title,
        "description": "Cases in the columns of Track II Notebooks; each row names its source.",
        "version": "0.1.0",
        "created": f"{date.today().isoformat()}T00:00:00Z",
        "contributors": [{"title": "Name the authors here", "role": "author"}],
        "resources": resources,
    }
    for resource in resources:
        names = [field["name"] for field in resource["schema"]["fields"]]
        (where / resource["path"]).write_text(",".join(names) + "\n", encoding="utf-8")
    text = json.dumps(descriptor, indent=2, ensure_ascii=False)
    (where / "datapackage.json").write_text(text + "\n", encoding="utf-8")
    guide = GUIDE.read_text("utf-8").format(title=title, folder=where.as_posix())
    (where / "README.md").write_text(guide, encoding="utf-8")
    return where


def export(folder: str | Path, *, data: str | Path | None = None) -> list[Path]:
    """Write the data in the forms that others use: a data package, a workbook, a bibliography.

    Parameters
    ----------
    folder : str or pathlib.Path
        Where to write; it is made if there is none.
    data : str or pathlib.Path, optional
        Folder of another data package. By default the one that comes with the project.

    Returns
    -------
    list of pathlib.Path
        ``NAME-VERSION.zip`` (the Frictionless package), ``NAME-VERSION.xlsx`` (every table, the
        codebook first) and ``NAME-VERSION.bib`` (BibTeX: the data and, where the package lists
        them, its sources).

    Raises
    ------
    track2lib.DataError
        If a table is not sound. Nothing is written then.

    Examples
    --------
    >>> import tempfile, track2lib as t2
    >>> with tempfile.TemporaryDirectory() as place:
    ...     [path.suffix for path in t2.export(place)]
    ['.zip', '.xlsx', '.bib']
    """
    package = open_package(data)
    for name in package.names:
        load(name, data=data)
    where = Path(folder)
    where.mkdir(parents=True, exist_ok=True)
    about = package.descriptor
    stem = where / f"{about['name']}-{about['version']}"
    paths = [Path(f"{stem}{suffix}") for suffix in (".zip", ".xlsx", ".bib")]
    _write_zip(package, paths[0])
    _write_workbook(package, paths[1], data)
    keys = list(package.read_text("sources")["source_id"]) if "sources" in package.names else []
    entries = [cite(style="bibtex", data=data)]
    entries += [cite(key, style="bibtex", data=data) for key in keys]
    paths[2].write_text("\n\n".join(entries) + "\n", encoding="utf-8")
    return paths


def _name(folder: Path) -> str:
    """Name a package after its folder, in the letters that the standard allows."""
    letters = (c if c.isascii() and c.isalnum() else "-" for c in folder.name.lower())
    return "".join(letters).strip("-") or "my-cases"


def _with_source(package: Package, name: str) -> dict[str, Any]:
    """Describe one table of a reader's own: ours, and a column for the source."""
    resource = {k: v for k, v in package.resource(name).items() if k not in ("borne_by", "beyond")}
    schema = resource["schema"]
    fields = [{k: v for k, v in field.items() if k != "beyond"} for field in schema["fields"]]
    return {**resource, "schema": {**schema, "fields": [*fields, SOURCE]}}


def _write_zip(package: Package, path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(package.folder.iterdir()):
            if file.suffix in KEPT:
                entry = zipfile.ZipInfo(file.name, EPOCH)
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, file.read_bytes())


def _write_workbook(package: Package, path: Path, data: str | Path | None) -> None:
    books = [codebook(name, data=data).assign(table=name) for name in package.names]
    book = pd.concat(books, ignore_index=True)
    sheets = {"codebook": book[["table", *book.columns.drop("table")]]}
    sheets |= {name: package.read_text(name) for name in package.names}
    options = {"strings_to_formulas": False, "strings_to_urls": False}
    with pd.ExcelWriter(path, engine="xlsxwriter", engine_kwargs={"options": options}) as writer:
        writer.book.set_properties({"created": pd.Timestamp(*EPOCH).to_pydatetime()})
        for name, sheet in sheets.items():
            sheet.to_excel(writer, sheet_name=name, index=False, freeze_panes=(1, 0))
            for number, column in enumerate(sheet.columns):
                longest = max([len(column), *sheet[column].astype(str).str.len()])
                writer.sheets[name].set_column(number, number, min(longest + 2, 60))
