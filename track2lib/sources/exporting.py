"""Copies of the data to give away, each in the form that some programs read."""

import io
import json
import zipfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from track2lib.records.asked import a_folder, a_place
from track2lib.records.checking import check
from track2lib.records.descriptor import DESCRIPTOR
from track2lib.records.problem import warn
from track2lib.records.snapshot import Records, open_records
from track2lib.sources.authors import houses
from track2lib.sources.citations import cite
from track2lib.sources.csl import data_item, source_item
from track2lib.sources.deposit import datacite_record, schema_org
from track2lib.sources.identity import file_names, identity
from track2lib.sources.labelled import WRITTEN
from track2lib.sources.plain_tables import plain_tables
from track2lib.sources.spss import spss_file
from track2lib.sources.stata import stata_file
from track2lib.sources.workbook import workbook

__all__ = ["export"]

NO_SPSS = (
    "No files for SPSS are written: they need the package pyreadstat, which is not installed here, and for "
    "Python in a browser there is no build of it. Export them on another computer; those for Stata have "
    "the same labels."
)


def export(folder: str | Path, *, data: str | Path | None = None) -> list[Path]:
    """Write the data in the forms that other programs read.

    Parameters
    ----------
    folder : str or pathlib.Path
        Where to write; it is made if there is none.
    data : str or pathlib.Path, optional
        Folder of another data package. By default the one that comes with the project.

    Returns
    -------
    list of pathlib.Path
        What was written, each by the name and the version of the data:

        - ``NAME-VERSION.zip``: the Frictionless data package;
        - ``NAME-VERSION.xlsx``: every table as text, the codebook first;
        - ``NAME-VERSION-stata``: a folder with a file of Stata for each table, version 118;
        - ``NAME-VERSION-spss``: a folder with a file of SPSS for each table (not in a browser);
        - ``NAME-VERSION-csv``: a folder with the tables as ``load`` gives them, and ``read.R``,
          which reads them into R with their types;
        - ``NAME-VERSION.bib``: BibTeX, the data and, where the package lists them, its sources;
        - ``NAME-VERSION.csl.json``: the same as CSL-JSON, for Zotero and pandoc;
        - ``NAME-VERSION.datacite.json`` and ``NAME-VERSION.jsonld``: what a repository asks about
          the data (DataCite), and what search engines read (schema.org).

        In the three folders days, periods and sources stand beside each row. Files that are
        there already are written over; others in these folders are left alone.

    Raises
    ------
    track2lib.DataError
        If a table is not sound. Nothing is written then.
    OSError
        If the folder cannot be made, or is a file.

    Warns
    -----
    track2lib.DataWarning
        If nothing is installed that writes the files of SPSS, as in a browser.

    Examples
    --------
    >>> import tempfile, track2lib as t2
    >>> with tempfile.TemporaryDirectory() as place:
    ...     mine = t2.start_dataset(f"{place}/mine")
    ...     [path.name.removeprefix("mine-0.1.0") for path in t2.export(place, data=mine)][:5]
    ['.zip', '.xlsx', '-stata', '-spss', '-csv']
    """
    where = a_place(folder, "folder", "my-copies")
    records = open_records(data)
    check(records)
    # All of it is made before the first byte is written: what fails leaves nothing half done.
    copies = _copies(records, data)
    a_folder(where)
    stem, paths = identity(records).stem, []
    for name, made in copies.items():
        paths.append(where / f"{stem}{name}")
        if isinstance(made, bytes):
            paths[-1].write_bytes(made)
        else:
            paths[-1].mkdir(exist_ok=True)
            for file, content in made.items():
                (paths[-1] / file).write_bytes(content)
    return paths


def _copies(records: Records, data: str | Path | None) -> dict[str, bytes | dict[str, bytes]]:
    """Make each copy, by the end of its name; a folder is a file for each name."""
    sources = records.cells("sources") if "sources" in records.names else {"source_id": []}
    rows = [dict(zip(sources, row, strict=True)) for row in zip(*sources.values(), strict=True)]
    entries = [cite(style="bibtex", data=data)]
    entries += [cite(row["source_id"], style="bibtex", data=data) for row in rows]
    items = [data_item(identity(records)), *(source_item(row, houses(records)) for row in rows)]
    tables = file_names(records.names).items()
    spss = tables if find_spec("pyreadstat") else []
    if not spss:
        warn(NO_SPSS)
    made: dict[str, bytes | dict[str, bytes]] = {
        ".zip": _package(records),
        ".xlsx": workbook(records, data),
        "-stata": {f"{file}.dta": stata_file(records, name, data) for name, file in tables},
        "-spss": {f"{file}.sav": spss_file(records, name, data) for name, file in spss},
        "-csv": plain_tables(records, data),
        ".bib": ("\n\n".join(entries) + "\n").encode(),
        ".csl.json": _json(items),
        ".datacite.json": _json(datacite_record(records)),
        ".jsonld": _json(schema_org(records)),
    }
    return {end: copy for end, copy in made.items() if copy}


def _package(records: Records) -> bytes:
    """Pack the files of the package as they are, and none that it does not describe."""
    described = {DESCRIPTOR} | {records.resource(name)["path"] for name in records.names}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in records.files.items():
            # A sheet or a file beside the tables may be private.
            if name not in described and not name.endswith(".md"):
                continue
            entry = zipfile.ZipInfo(name, WRITTEN.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return file.getvalue()


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
