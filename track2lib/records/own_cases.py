"""Data of one's own: an empty package with the project's columns."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

from track2lib.records.descriptor import DESCRIPTOR
from track2lib.records.snapshot import OWN, PROVENANCE, Records, open_records

__all__ = ["start_dataset"]

# One column does for a reader's own cases, in place of the tables of provenance.
SOURCE = {
    "name": OWN,
    "type": "string",
    "description": "Where it is from: author, year and place in the text, or an address.",
    "constraints": {"required": True},
}
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
    ours = open_records()
    resources = [_with_source(ours, name) for name in ours.names if name not in PROVENANCE]
    descriptor = {
        # In the letters that the standard allows.
        "name": re.sub(r"[^a-z0-9]", "-", where.name.lower()).strip("-") or "my-cases",
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
    (where / DESCRIPTOR).write_text(text + "\n", encoding="utf-8")
    guide = GUIDE.read_text("utf-8").format(title=title, folder=where.as_posix())
    (where / "README.md").write_text(guide, encoding="utf-8")
    return where


def _with_source(records: Records, name: str) -> dict[str, Any]:
    """Describe one table of a reader's own: ours, and a column for the source."""
    resource = {k: v for k, v in records.resource(name).items() if k not in ("borne_by", "beyond")}
    schema = resource["schema"]
    fields = [{k: v for k, v in field.items() if k != "beyond"} for field in schema["fields"]]
    return {**resource, "schema": {**schema, "fields": [*fields, SOURCE]}}
