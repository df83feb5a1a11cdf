"""Tables as CSV with days and provenance, as `load` gives them, and a script that reads them in R."""

import csv
import io
from pathlib import Path

import numpy as np
import pandas as pd

from track2lib.records.loading import load
from track2lib.records.snapshot import Records
from track2lib.records.spreadsheet_cells import guarded
from track2lib.sources.identity import file_names
from track2lib.sources.labelled import described, is_exact

__all__ = ["plain_tables"]

SCRIPT = Path(__file__).parent / "read.R"
COLUMNS = "_columns"
HEADING = ["table", "column", "type", "words", "label"]


def plain_tables(records: Records, data: str | Path | None) -> dict[str, bytes]:
    """Write the tables as CSV, with a list of their columns and the script for R.

    Parameters
    ----------
    records : Records
        The package.
    data : str or pathlib.Path, optional
        Where the package is, as for ``load``.

    Returns
    -------
    dict of str to bytes
        What each file holds, by name.
    """
    files: dict[str, bytes] = {}
    about: list[list[str]] = []
    for name, file in file_names(records.names).items():
        frame = load(name, data=data)
        words = {
            field["name"]: "\n".join(field.get("constraints", {}).get("enum", []))
            for field in records.fields(name)
        }
        labels = described(records, name, list(frame))
        for column in frame:
            kind = _kind(frame[column], words.get(column, ""))
            # Words of a description may begin like a formula: nobody has checked them.
            about.append([file, column, kind, words.get(column, ""), guarded(labels[column])])
        # Data are true to the letter; no sound table holds what a spreadsheet would run.
        cells = [_written(frame[column]) for column in frame]
        files[f"{file}.csv"] = _csv(list(frame), list(zip(*cells, strict=True)))
    return {"read.R": SCRIPT.read_bytes(), f"{COLUMNS}.csv": _csv(HEADING, about), **files}


def _kind(cells: pd.Series, words: str) -> str:
    """Say what a program should make of a column."""
    if pd.api.types.is_datetime64_any_dtype(cells):
        return "day"
    if pd.api.types.is_bool_dtype(cells):
        return "logical"
    if pd.api.types.is_numeric_dtype(cells):
        return "number" if is_exact(cells) else "text"
    return "vocabulary" if words else "text"


def _written(cells: pd.Series) -> list[str]:
    """Write a column as text. R reads TRUE and FALSE as such, and not true and false."""
    if pd.api.types.is_datetime64_any_dtype(cells):
        # Not by strftime, which writes the year 628 with three digits on some systems.
        days = np.datetime_as_string(cells.to_numpy(), unit="D")
        return ["" if day == "NaT" else day for day in days.tolist()]
    if pd.api.types.is_bool_dtype(cells):
        cells = cells.astype("boolean").map({True: "TRUE", False: "FALSE"})
    return ["" if pd.isna(cell) else str(cell) for cell in cells.tolist()]


def _csv(heading: list[str], rows: list[list[str]] | list[tuple[str, ...]]) -> bytes:
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerows([heading, *rows])
    return file.getvalue().encode()
