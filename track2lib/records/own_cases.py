"""Data of one's own: an empty package with the project's columns, as files or as a workbook."""

import hashlib
import json
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from track2lib.records.asked import a_folder, a_place, a_text, one_of, texts
from track2lib.records.blank_workbook import write_workbook
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
# The tables of a workbook: more sheets than these nobody would look through.
IN_USE = ["sources", "eras", "organizations", "dialogues", "dialogue_organizations", "topics"]
IN_USE += ["dialogue_topics", "places", "dialogue_venues", "meetings", "counts", "events"]
FILES = """Fill the tables in a spreadsheet and save them as CSV UTF-8; leave out what you do not need. Format
columns of dates as text before you fill them, or the spreadsheet rewrites them."""
SHEETS = """Fill a sheet for each table; leave out what you do not need, and leave the headings as they are. Every
cell is text, so that no program makes a day of 2005-05. Save as XLSX or ODS."""
OTHERS = (".ods", ".xls", ".xlsm", ".xlsb", ".csv", ".json")
GUIDE = Path(__file__).parent / "own_cases.md"
# What tables (under "") and columns hold where our own words tell of our own case and documents.
WORDS = Path(__file__).parent / "own_words.json"
ABOUT = {"description": "", "title": "title"}


def start_dataset(
    place: str | Path,
    *,
    title: str = "Cases of my own",
    authors: Iterable[str] = (),
    tables: Iterable[str] | None = None,
) -> Path:
    """Write an empty data package with the columns of the project's tables.

    Each table gains a column ``source``; that is provenance enough. Years are read from it by one
    written rule, which the package's README tells, or taken from a bibliography, ``sources.csv``.
    Words of the project's own case, such as sides and regions, are examples there; any other will
    do. Fill the package in a spreadsheet, check it with ``validate(place)``, and use it with
    ``load(..., data=place)``.

    Parameters
    ----------
    place : str or pathlib.Path
        Where to write it: a folder of CSV files, which must be new or empty, or one workbook, such
        as ``"my-cases.xlsx"``, with a sheet for each table, lists to choose from, and notes.
    title : str, default "Cases of my own"
        What the data are called in citations.
    authors : iterable of str, optional
        Who signs the data in citations, such as ``["Miller, Ann", "A research group"]``. By default
        words that ask for them, in the descriptor.
    tables : iterable of str, optional
        Names of the tables wanted. By default all for a folder, and for a workbook those that
        charts of dialogues, meetings and events are drawn from.

    Returns
    -------
    pathlib.Path
        The folder or the workbook.

    Raises
    ------
    ValueError
        If the place is called like a file of another program, or a text is empty.
    TypeError
        If the place, the title, an author or a table is no text.
    FileExistsError
        If the folder holds files, or the workbook exists; they are left alone.
    OSError
        If it cannot be written; nothing is left of it then.
    LookupError
        If there is no such table.

    Examples
    --------
    >>> import tempfile, track2lib as t2
    >>> with tempfile.TemporaryDirectory() as place:
    ...     mine = t2.start_dataset(f"{place}/my-cases.xlsx")
    ...     len(t2.validate(mine)), len(t2.load("dialogues", data=mine))
    (0, 0)
    """
    where = a_place(place, "place", "my-cases")
    a_text(title, "title", "Cases of my own")
    signed = texts(authors, "authors", "Miller, Ann")
    wanted = None if tables is None else texts(tables, "tables", "dialogues")
    if wanted == []:
        raise ValueError("tables names no table. Leave it out for all of them, or name some.")
    if where.suffix.lower() in OTHERS:
        raise ValueError(
            f"A workbook is started as XLSX, and can be saved as ODS then: name it "
            f"{where.with_suffix('.xlsx').name!r}, or a folder without {where.suffix!r}."
        )
    as_workbook = where.suffix.lower() == ".xlsx"
    ours = open_records()
    called = where.stem if as_workbook else where.name
    descriptor = _described(ours, called, title, wanted or (IN_USE if as_workbook else None))
    if signed:
        descriptor["contributors"] = [{"title": name, "role": "author"} for name in signed]
    if as_workbook:
        if where.exists():
            raise FileExistsError(f"{str(where)!r} exists. Name a workbook that is new.")
        a_folder(where.parent)
        # Put in place when it is whole: what fails leaves nothing behind.
        unready = where.with_name(f"{where.name}.part")
        try:
            write_workbook(unready, descriptor, _guide(title, where), ours)
            unready.replace(where)
        finally:
            unready.unlink(missing_ok=True)
        return where
    files = {"README.md": _guide(title, where)}
    for resource in descriptor["resources"]:
        names = [field["name"] for field in resource["schema"]["fields"]]
        files[resource["path"]] = ",".join(names) + "\n"
    # At the end: where it stands, the package is whole.
    files[DESCRIPTOR] = json.dumps(descriptor, indent=2, ensure_ascii=False) + "\n"
    _write(where, {name: text.encode() for name, text in files.items()})
    return where


def _write(folder: Path, files: dict[str, bytes]) -> None:
    """Write all files or none; what an earlier start has left that was broken off is no hindrance."""
    if folder.exists() and not (folder.is_dir() and _is_free(folder, files)):
        raise FileExistsError(f"{str(folder)!r} is not empty. Name a folder that is new or empty.")
    is_new = not folder.exists()
    a_folder(folder)
    try:
        for name, content in files.items():
            (folder / name).write_bytes(content)
    except BaseException:
        for name in files:
            (folder / name).unlink(missing_ok=True)
        if is_new:
            folder.rmdir()
        raise


def _is_free(folder: Path, files: dict[str, bytes]) -> bool:
    """Tell whether nothing stands in a folder, or only beginnings of these files."""
    there = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    if len(there) < len([*folder.iterdir()]) or there.get(DESCRIPTOR) == files[DESCRIPTOR]:
        return False
    return all(name in files and files[name].startswith(own) for name, own in there.items())


def _guide(title: str, place: Path) -> str:
    """Say how to fill a package and what to do then."""
    as_files = place.suffix.lower() != ".xlsx"
    saving = FILES if as_files else SHEETS
    return GUIDE.read_text("utf-8").format(title=title, place=place.as_posix(), saving=saving)


def _described(
    ours: Records, name: str, title: str, tables: Iterable[str] | None
) -> dict[str, Any]:
    """Describe a package of one's own with these tables, in the order of ours."""
    known = [own for own in ours.names if own not in BEARING]
    wanted = set(known if tables is None else tables)
    for table in sorted(wanted.difference(known)):
        one_of(table, known, "table")
    return {
        "name": _plain(name),
        "title": title,
        "description": "Cases in the columns of Track II Notebooks; each row names its source.",
        "version": "0.1.0",
        "created": f"{date.today().isoformat()}T00:00:00Z",
        "contributors": [{"title": "Name the authors here", "role": "author"}],
        "resources": [_own(ours, table, wanted) for table in known if table in wanted],
    }


def _plain(name: str) -> str:
    """Give a name in the letters that the standard allows, which differs where names do."""
    plain = re.sub(r"[^a-z0-9]", "-", name.lower()).strip("-")
    if not any(letter.isalnum() and not letter.isascii() for letter in name):
        return plain or "my-cases"
    # By it codings are kept apart: of names in Persian nothing else would be left.
    mark = hashlib.sha256(name.encode()).hexdigest()[:6]
    return f"{plain or 'my-cases'}-{mark}"


def _own(records: Records, name: str, wanted: set[str]) -> dict[str, Any]:
    """Describe one table of a reader's own: ours, in words of one's own, and a column for the source."""
    resource = {k: v for k, v in records.resource(name).items() if k not in ("borne_by", "beyond")}
    schema, words = resource["schema"], dict(json.loads(WORDS.read_text("utf-8")).get(name, {}))
    resource |= {part: words[key] for part, key in ABOUT.items() if key in words}
    told = [
        field | {"description": words.get(field["name"], field["description"])}
        for field in schema["fields"]
    ]
    fields = [_open(field, OPTIONAL.get(name, set())) for field in told]
    if name == "sources":  # each row of it is a source
        fields = [field for field in fields if field["name"] in BIBLIOGRAPHY]
    else:
        fields.append(SOURCE)
    # What leads to a table that is not there is free text.
    keys = [
        key
        for key in schema.get("foreignKeys", [])
        if (key["reference"]["resource"] or name) in wanted
    ]
    return {**resource, "schema": {**schema, "fields": fields, "foreignKeys": keys}}


def _open(field: dict[str, Any], optional: set[str]) -> dict[str, Any]:
    """Describe a column so that it takes words of another case; ours are named as examples."""
    field = {k: v for k, v in field.items() if k != "beyond"}
    constraints = dict(field.get("constraints", {}))
    if field["name"] in OPEN and "enum" in constraints:
        field["examples"] = constraints.pop("enum")
        field["description"] += f" Such as: {', '.join(field['examples'])}."
    if field["name"] in optional:
        constraints.pop("required", None)
    return {**field, "constraints": constraints} if "constraints" in field else field
