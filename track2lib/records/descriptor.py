"""Can ``datapackage.json`` be followed? Checked before anything is read by it."""

import json
import re
from collections.abc import Iterator
from typing import Any

from track2lib.records.descriptor_form import as_written
from track2lib.records.descriptor_kinds import kind_faults, text_faults
from track2lib.records.problem import DataError, Problem, nearest
from track2lib.records.spreadsheet_cells import FORMULA

__all__ = ["DESCRIPTOR", "parsed"]

DESCRIPTOR = "datapackage.json"
# Those of the Table Schema standard for which the loader has a type of pandas.
TYPES = ("string", "integer", "number", "boolean")
REMEDY = "Mend the description of the package."
DEEP = "Parts of it lie within each other so deep that it cannot be read."
# What is said of each row when a table is loaded.
ADDED = ("era", "sources", "cited", "contested")
BOUNDS = ("earliest", "latest", "ongoing")
# What the tables of provenance and of periods are read by, and which of it are dates.
NEEDED = {
    "sources": ["source_id", "authors", "title", "date"],
    "passages": ["passage_id", "source_id", "section", "paragraph", "gist"],
    "evidence": [
        "table",
        "key",
        "field",
        "passage_id",
        "value",
        "voice",
        "hedge",
        "status",
        "says",
    ],
    "eras": ["era_id", "dates"],
}
DATES = {"sources": "date", "eras": "dates"}
# What rests on which other tables.
RESTS_ON = {"evidence": ("sources", "passages"), "passages": ("sources", "evidence")}
# How a file is read: the names that the standard has for it, and for UTF-8.
DIALECT = {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "header": True}
UTF_8 = {"utf8", "utf8sig", "ascii", "usascii"}
# What the standard lets cells mean besides, and nobody reads: all of it would be taken as it stands.
UNREAD = ("commentChar", "commentRows", "escapeChar", "nullSequence", "headerRows")
OTHERWISE = {"trueValues", "falseValues", "decimalChar", "groupChar", "bareNumber"}
CALENDAR = "gregorian"
ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def parsed(content: bytes) -> dict[str, Any]:
    """Read a descriptor, and refuse one that the loader could not follow.

    Parameters
    ----------
    content : bytes
        The file.

    Returns
    -------
    dict
        What it holds, in one form: what the standard lets be a word or a list is a list.

    Raises
    ------
    track2lib.DataError
        If it is no JSON, or describes tables by which nothing could be read.

    Examples
    --------
    >>> parsed(b"{}")
    Traceback (most recent call last):
    ...
    track2lib.records.problem.DataError: datapackage.json: It lists no tables. Mend the description of the package.
    """
    try:
        descriptor = json.loads(content, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        said = f"The file is no JSON: {error.msg}."
        raise _fault(said, "Restore the file, or mend that line.", error.lineno) from error
    except UnicodeDecodeError as error:
        raise _fault("The file is not in UTF-8.", "Save it as UTF-8.") from error
    except RecursionError as error:
        raise _fault(DEEP, REMEDY) from error
    except ValueError as error:  # what Python reads as a number, and JSON does not
        said = f"A number in it cannot be read: {error}."
        raise _fault(said, "Write numbers in figures, or texts in quotation marks.") from error
    if not isinstance(descriptor, dict):
        raise _fault("The file holds no object, {...}, that describes a package.", REMEDY)
    try:
        unreadable = [*text_faults(descriptor)]
    except RecursionError as error:
        raise _fault(DEEP, REMEDY) from error
    about = as_written(descriptor)
    # Only what is of the right kind can be asked whether it fits together.
    faults = unreadable or [*kind_faults(about)] or [*_faults(about)]
    if faults:
        raise DataError.of(*(Problem(DESCRIPTOR, "-", "-", said, REMEDY) for said in faults))
    return about


def _refuse(word: str) -> None:
    raise ValueError(f"{word} is no number of JSON")


def _fault(said: str, remedy: str, row: Any = "-") -> DataError:
    return DataError.of(Problem(DESCRIPTOR, row, "-", said, remedy))


def _faults(about: dict[str, Any]) -> Iterator[str]:
    """Say what is wrong with the descriptions of the tables."""
    tables = about.get("resources")
    if not tables:
        yield "It lists no tables."
        return
    if lacking := list(_lacking(tables)):
        yield from lacking
        return
    columns = {
        table["name"]: [field["name"] for field in table["schema"]["fields"]] for table in tables
    }
    if len(columns) < len(tables):
        yield "Two tables have one name."
    if about.get("calendar", CALENDAR).casefold() != CALENDAR:
        yield (
            f"calendar is {about['calendar']!r}; dates are read in the Gregorian one. Convert them, "
            "those of the Iranian calendar with track2lib.solar_hijri, and leave this out."
        )
    for table in tables:
        of_others = (*_of_references(table, columns), *_of_provenance(table, columns))
        for fault in (*_file_faults(table), *_of_columns(table), *of_others):
            yield f"Table {table['name']}{fault}"


def _file_faults(table: dict[str, Any]) -> Iterator[str]:
    """Say why a file cannot be read as it is described."""
    path = table["path"]
    if ADDRESS.match(path) or path[0] in "/~" or "\\" in path:
        yield f": the file {path!r} is to be named by its way from the folder on, such as 'talks.csv'."
    elif any(part in ("", ".", "..") or part[0] == "." for part in path.split("/")):
        yield f": the file {path!r} does not lie in the folder of the descriptor, or is hidden."
    elif path == DESCRIPTOR:
        yield f": {path!r} is the descriptor itself."
    encoding = table.get("encoding", "utf-8")
    if re.sub("[^a-z0-9]", "", encoding.lower()) not in UTF_8:
        yield f": its encoding is {encoding!r}. Save the file as 'CSV UTF-8', and write utf-8."
    for part, only in DIALECT.items():
        told = table.get("dialect", {}).get(part, only)
        if told != only:
            yield f": its dialect has {part} {told!r}; files are read with {only!r} alone."
    for part in UNREAD:
        if table.get("dialect", {}).get(part) not in (None, [], [1]):
            yield f": its dialect has {part}, which is not read. Save the file without it."
    if any(word != "" for word in table["schema"].get("missingValues", [])):
        yield ": its schema has missingValues; only an empty cell is missing. Empty those cells."


def _of_columns(table: dict[str, Any]) -> Iterator[str]:
    """Say what is wrong with the columns of a table and with its key."""
    schema = table["schema"]
    names = [field["name"] for field in schema["fields"]]
    for name in dict.fromkeys(name for name in names if names.count(name) > 1):
        yield f": two columns have the name {name!r}."
    # Behind a date stand its bounds, whatever the column of the date is called.
    dates = [field["name"] for field in schema["fields"] if field.get("edtf")]
    added = {*ADDED, *(f"{date}_{bound}" for date in dates for bound in BOUNDS)}
    for field in schema["fields"]:
        place = f", column {field['name']}"
        if field["name"] in added:
            yield f"{place}: load() adds a column of that name; choose another."
        elif FORMULA.match(field["name"]):
            yield f"{place}: a spreadsheet would run a heading that begins so; choose another."
        if unread := sorted(OTHERWISE & {*field}):
            yield f"{place}: {', '.join(unread)} is not read. Write true or false, and 1234.5."
        if field["type"] not in TYPES:
            kinds = ", ".join(TYPES)
            yield f'{place}: type "{field["type"]}" is not supported. The types are: {kinds}.'
        elif field.get("edtf") and field["type"] != "string":
            yield f'{place}: a date with "edtf" is of type "string".'
    key = schema["primaryKey"]
    for column in key:
        if column not in names:
            near = nearest(column, names)
            yield f': the column "{column}" of its key does not exist.{near}'
    if len({*key}) < len(key):
        yield ": its key names a column twice."


def _of_references(table: dict[str, Any], columns: dict[str, list[str]]) -> Iterator[str]:
    """Say which references lead from or to nothing."""
    name = table["name"]
    for key in table["schema"].get("foreignKeys", []):
        (column,), reference = key["fields"], key["reference"]
        target = reference["resource"] or name
        if column not in columns[name]:
            yield f': the column "{column}" of a reference does not exist.'
        if target not in columns:
            yield f': the table "{target}" does not exist.{nearest(target, columns)}'
        elif reference["fields"][0] not in columns[target]:
            yield f': {target} has no column "{reference["fields"][0]}".'


def _of_provenance(table: dict[str, Any], columns: dict[str, list[str]]) -> Iterator[str]:
    """Say what is missing for a table to tell where its rows are from."""
    name = table["name"]
    if lacking := [column for column in NEEDED.get(name, []) if column not in columns[name]]:
        yield f": a table of this name needs the column {', '.join(lacking)}."
    for field in table["schema"]["fields"]:
        if field["name"] == DATES.get(name) and not field.get("edtf"):
            yield f', column {field["name"]}: describe it as a date, with "edtf": true.'
    for other in RESTS_ON.get(name, ()):
        if other not in columns:
            yield f": it leads to a table {other}, which does not exist."
    marks = ("founding", "primary") if "evidence" in columns and name == "sources" else ()
    if lacking := [mark for mark in marks if mark not in columns[name]]:
        yield f": beside evidence it needs the column {', '.join(lacking)}."
    if name != "sources" and "evidence" not in columns and "source" not in columns[name]:
        yield ": its rows say not where they are from: it needs a column source."
    bearer = table.get("borne_by", name)
    if bearer not in columns:
        yield f': the table "{bearer}" that bears it does not exist.'


def _lacking(tables: list[dict[str, Any]]) -> Iterator[str]:
    """Say which parts of a description are missing, without which nothing can be read."""
    for number, table in enumerate(tables, start=1):
        name, schema = table.get("name") or number, table.get("schema", {})
        parts = [part for part in ("name", "path") if not table.get(part)]
        parts += [f"schema.{part}" for part in ("fields", "primaryKey") if not schema.get(part)]
        parts += [
            f"{part} of column {place}"
            for place, field in enumerate(schema.get("fields", []), start=1)
            for part in ("name", "type")
            if not field.get(part)
        ]
        if parts:
            yield f"Table {name}: its description lacks {', '.join(parts)}."
        for key in schema.get("foreignKeys", []):
            if "fields" not in key or "fields" not in key["reference"]:
                yield f"Table {name}: a reference says not which column leads where."
