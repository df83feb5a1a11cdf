"""Data of one's own: an empty package with the project's columns."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

from track2lib.records.descriptor import DESCRIPTOR
from track2lib.records.snapshot import BEARING, OWN, Records, open_records

__all__ = ["start_dataset"]

# One column does for a reader's own cases, in place of the tables of passages and evidence.
SOURCE = {
    "name": OWN,
    "type": "string",
    "description": (
        "Where it is from: AUTHOR YEAR, PLACE, as in 'Writer 2015, p. 33', or a key of the table "
        "sources with the place behind a comma; several are divided by semicolons. Of anything else "
        "no year is taken."
    ),
    "constraints": {"required": True},
}
# Of a bibliography of one's own; the other columns say how the project has read its documents.
BIBLIOGRAPHY = ["source_id", "authors", "short_name", "date", "title", "title_en"]
BIBLIOGRAPHY += ["container", "publisher", "kind", "language", "url"]
# Words that the project has for its own case; other conflicts and institutions have others.
OPEN = {"side", "case", "region", "form", "type", "area", "kind", "standing", "about", "coder"}
# What another package need not know, by table.
OPTIONAL = {"eras": {"president"}, "sources": {"kind", "language"}}
GUIDE = Path(__file__).parent / "own_cases.md"


def start_dataset(folder: str | Path, *, title: str = "Cases of my own") -> Path:
    """Write an empty data package with the columns of the project's tables.

    Each table gains a column ``source``; that is provenance enough. Years are read from it by one
    written rule, which the package's README tells, or taken from a bibliography, ``sources.csv``.
    Words of the project's own case, such as sides and regions, are examples there; any other will
    do. Fill the files in a spreadsheet, check them with ``validate(folder)``, and use them with ``load(..., data=folder)``.

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
    resources = [_own(ours, name) for name in ours.names if name not in BEARING]
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


def _own(records: Records, name: str) -> dict[str, Any]:
    """Describe one table of a reader's own: ours, in words of one's own, and a column for the source."""
    resource = {k: v for k, v in records.resource(name).items() if k not in ("borne_by", "beyond")}
    schema = resource["schema"]
    fields = [_open(field, OPTIONAL.get(name, set())) for field in schema["fields"]]
    if name == "sources":  # each row of it is a source
        fields = [field for field in fields if field["name"] in BIBLIOGRAPHY]
    else:
        fields.append(SOURCE)
    return {**resource, "schema": {**schema, "fields": fields}}


def _open(field: dict[str, Any], optional: set[str]) -> dict[str, Any]:
    """Describe a column so that it takes words of another case; ours are named as examples."""
    field = {k: v for k, v in field.items() if k != "beyond"}
    constraints = dict(field.get("constraints", {}))
    if field["name"] in OPEN and "enum" in constraints:
        field["description"] += f" Such as: {', '.join(constraints.pop('enum'))}."
    if field["name"] in optional:
        constraints.pop("required", None)
    return {**field, "constraints": constraints} if "constraints" in field else field
