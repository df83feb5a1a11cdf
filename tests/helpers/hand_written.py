"""Data packages that a test writes by hand."""

import csv
import json

import pandas as pd

import track2lib
from track2lib.records.snapshot import open_records

SOURCE = "Author 2012, p. 1"


def heading(name, folder=None):
    """Give the columns of a table, as its file has them."""
    return [field["name"] for field in open_records(folder).fields(name)]


def row_keys(records, name, frame):
    """Give the key of each row of a frame as evidence writes it."""
    keys = zip(*(frame[column] for column in records.key(name)), strict=True)
    return pd.Series(["/".join(key) for key in keys], dtype="string", index=frame.index)


def fill(folder, name, *rows):
    """Write rows at the end of a table; what a row does not name stays empty, but for its source."""
    columns = heading(name, folder)
    own = {"source": SOURCE} if "source" in columns else {}
    with (folder / f"{name}.csv").open("a", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        writer.writerows(own | row for row in rows)


def small(folder, *names):
    """Make a package that has these tables of the project's, all without rows."""
    ours = open_records()
    tables = [ours.resource(name) for name in names]
    for table in tables:
        path = folder / table["path"]
        path.write_text(",".join(heading(table["name"])) + "\n", encoding="utf-8")
    descriptor = ours.descriptor | {"resources": tables}
    (folder / "datapackage.json").write_text(json.dumps(descriptor, indent=2), encoding="utf-8")
    return folder


def founding(folder):
    """Make a package of the rows and cells that the founding documents bear."""
    ours = open_records()
    small(folder, *ours.names)
    names = [name for name in ours.names if not ours.resource(name).get("beyond")]
    for name in names:
        rows = track2lib.load(name, scope="founding").reindex(columns=heading(name))
        if name == "evidence":
            rows = rows[rows["table"].isin(names)]
        # As objects first: pandas 3.0 maps whole numbers with gaps as floats.
        fill(folder, name, *rows.astype(object).map(written).to_dict("records"))
    return folder


def written(cell):
    """Write a cell as a file has it."""
    if pd.isna(cell):
        return ""
    return str(cell).lower() if isinstance(cell, bool) else str(cell)


# One row of each table that leads to others, with what the descriptor requires.
DIALOGUE = {"name": "Talks", "case": "elsewhere", "grain": "one", "summary": "What they were."}
MEETING = {"dialogue_id": "d1", "title": "A meeting", "kind": "meeting"}
