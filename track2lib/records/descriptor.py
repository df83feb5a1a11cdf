"""Can ``datapackage.json`` be followed? Checked before anything is read by it."""

import json
from collections.abc import Iterator
from typing import Any

from track2lib.records.problem import DataError, Problem

__all__ = ["DESCRIPTOR", "parsed"]

DESCRIPTOR = "datapackage.json"
# Those of the Table Schema standard for which the loader has a type of pandas.
TYPES = ("string", "integer", "number", "boolean")
REMEDY = "Mend the description of the package."
# What is said of each row when a table is loaded.
ADDED = ("era", "sources", "cited", "contested")
# Parts of the description of a package that are lists, and how they are written.
ABOUT = {
    "contributors": '[{"title": "Miller, Ann", "role": "author"}]',
    "licenses": '[{"name": "CC-BY-4.0"}]',
    "keywords": '["peace"]',
}


def parsed(content: bytes) -> dict[str, Any]:
    """Read a descriptor, and refuse one that the loader could not follow.

    Parameters
    ----------
    content : bytes
        The file.

    Returns
    -------
    dict
        What it holds.

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
        descriptor: dict[str, Any] = json.loads(content)
    except json.JSONDecodeError as error:
        said = f"The file is no JSON: {error.msg}."
        remedy = "Restore the file, or mend that line."
        raise DataError.of(Problem(DESCRIPTOR, error.lineno, "-", said, remedy)) from error
    except UnicodeDecodeError as error:
        said = "The file is not in UTF-8."
        raise DataError.of(Problem(DESCRIPTOR, "-", "-", said, "Save it as UTF-8.")) from error
    try:
        faults = list(_faults(descriptor))
    except (AttributeError, KeyError, TypeError):  # a part of it is of another kind
        faults = ["A table is not described as the standard asks."]
    if faults:
        raise DataError.of(*(Problem(DESCRIPTOR, "-", "-", said, REMEDY) for said in faults))
    return descriptor


def _faults(descriptor: dict[str, Any]) -> Iterator[str]:
    """Say what is wrong with the descriptions of the tables."""
    tables = descriptor.get("resources")
    if not tables:
        yield "It lists no tables."
        return
    if lacking := list(_lacking(tables)):
        yield from lacking
        return
    yield from _about_faults(descriptor)
    columns = {
        table["name"]: [field["name"] for field in table["schema"]["fields"]] for table in tables
    }
    if len(columns) < len(tables):
        yield "Two tables have one name."
    for table in tables:
        name, schema = table["name"], table["schema"]
        if "/" in table["path"] or "\\" in table["path"]:
            yield f"Table {name}: the file {table['path']!r} does not lie beside the descriptor."
        for field in schema["fields"]:
            place = f"Table {name}, column {field['name']}"
            if field["name"] in ADDED:
                yield f"{place}: load() adds a column of that name; choose another."
            if field["type"] not in TYPES:
                yield f'{place}: type "{field["type"]}" is not supported.'
        for column in schema["primaryKey"]:
            if column not in columns[name]:
                yield f'Table {name}: the column "{column}" of its key does not exist.'
        for key in schema.get("foreignKeys", []):
            (column,), reference = key["fields"], key["reference"]
            target = reference["resource"] or name
            if column not in columns[name]:
                yield f'Table {name}: the column "{column}" of a reference does not exist.'
            if target not in columns:
                yield f'Table {name}: the table "{target}" does not exist.'
            elif reference["fields"][0] not in columns[target]:
                yield f'Table {name}: {target} has no column "{reference["fields"][0]}".'


def _about_faults(descriptor: dict[str, Any]) -> Iterator[str]:
    """Say what is wrong with what citations and copies tell of the package."""
    for part, example in ABOUT.items():
        told = descriptor.get(part, [])
        kind = type(json.loads(example)[0])
        if not isinstance(told, list) or not all(isinstance(one, kind) for one in told):
            yield f"{part} is to be written as a list, such as {example}."


def _lacking(tables: list[dict[str, Any]]) -> Iterator[str]:
    """Say which parts of a description are missing, without which nothing can be read."""
    for number, table in enumerate(tables, start=1):
        name, schema = table.get("name", number), table.get("schema", {})
        parts = [part for part in ("name", "path") if part not in table]
        parts += [f"schema.{part}" for part in ("fields", "primaryKey") if part not in schema]
        parts += [
            f"{part} of column {place}"
            for place, field in enumerate(schema.get("fields", []), start=1)
            for part in ("name", "type")
            if part not in field
        ]
        if parts:
            yield f"Table {name}: its description lacks {', '.join(parts)}."
