"""Copies of the data to give away: a data package, a workbook, a bibliography."""

import zipfile
from pathlib import Path

import pandas as pd

from track2lib.records.checking import check
from track2lib.records.describing import codebook
from track2lib.records.snapshot import Records, open_records
from track2lib.sources.citations import cite

__all__ = ["export"]

# A fixed time in archives, so that the same data give the same bytes.
EPOCH = (1980, 1, 1, 0, 0, 0)


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
    records = open_records(data)
    check(records)
    where = Path(folder)
    where.mkdir(parents=True, exist_ok=True)
    about = records.descriptor
    stem = where / f"{about['name']}-{about['version']}"
    paths = [Path(f"{stem}{suffix}") for suffix in (".zip", ".xlsx", ".bib")]
    package, workbook, bibliography = paths
    _write_zip(records, package)
    _write_workbook(records, workbook, data)
    keys = records.cells("sources")["source_id"] if "sources" in records.names else []
    entries = [cite(style="bibtex", data=data)]
    entries += [cite(key, style="bibtex", data=data) for key in keys]
    bibliography.write_text("\n\n".join(entries) + "\n", encoding="utf-8")
    return paths


def _write_zip(records: Records, path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in records.files.items():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)


def _write_workbook(records: Records, path: Path, data: str | Path | None) -> None:
    books = {name: codebook(name, data=data) for name in records.names}
    sheets = {"codebook": pd.concat(books, names=["table"]).reset_index("table")}
    sheets |= {name: records.text(name) for name in records.names}
    options = {"strings_to_formulas": False, "strings_to_urls": False}
    with pd.ExcelWriter(path, engine="xlsxwriter", engine_kwargs={"options": options}) as writer:
        writer.book.set_properties({"created": pd.Timestamp(*EPOCH).to_pydatetime()})
        for name, sheet in sheets.items():
            sheet.to_excel(writer, sheet_name=name, index=False, freeze_panes=(1, 0))
            for number, column in enumerate(sheet.columns):
                longest = max([len(column), *sheet[column].astype(str).str.len()])
                writer.sheets[name].set_column(number, number, min(longest + 2, 60))
