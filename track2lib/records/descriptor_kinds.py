"""Of which kind the parts of a description are: looked at before anything is read by it."""

import math
import re
from collections.abc import Iterator
from typing import Any

from track2lib.records.descriptor_form import (
    CONSTRAINTS,
    FIELD,
    KINDS,
    LIST,
    PACKAGE,
    PART,
    REFERENCE,
    SCHEMA,
    TABLE,
    TARGET,
    TEXT,
    is_number,
    objects,
    told,
)
from track2lib.records.no_text import NO_TEXT, fault_of_text

__all__ = ["kind_faults", "text_faults"]

# Parts that are lists of one kind of thing, and how they are written.
ITEMS = {
    "contributors": '[{"title": "Miller, Ann", "role": "author"}]',
    "licenses": '[{"name": "CC-BY-4.0"}]',
    "keywords": '["peace"]',
}
EXAMPLE = '{"fields": ["place_id"], "reference": {"resource": "places", "fields": ["place_id"]}}'
# What a file that is called so would lead out of a folder by.
OUTSIDE = re.compile(r"[/\\]|^\.*$")
DEEPEST = 50  # so many parts within each other; a description has ten


def kind_faults(about: dict[str, Any]) -> Iterator[str]:
    """Say which parts of a description are of another kind than they are read as.

    Parameters
    ----------
    about : dict
        The description, as `as_written` gives it.

    Yields
    ------
    str
        A sentence for each.

    Examples
    --------
    >>> list(kind_faults({"title": ["Talks"]}))
    ['title is a list, and is to be a text.']
    """
    yield from _of_other_kind(about, PACKAGE, "")
    for part, example in ITEMS.items():
        kind = str if part == "keywords" else dict
        held = about.get(part, [])
        if not isinstance(held, list) or not all(isinstance(one, kind) for one in held):
            yield f"{part} is to be written as a list, such as {example}."
    for number, person in enumerate(objects(about.get("contributors")), start=1):
        own = {"title": TEXT, "givenName": TEXT, "familyName": TEXT, "role": TEXT, "roles": LIST}
        yield from _of_other_kind(told(person, own), own, f"Contributor {number}: ")
    for number, licence in enumerate(objects(about.get("licenses")), start=1):
        own = dict.fromkeys(("name", "title", "path"), TEXT)
        yield from _of_other_kind(told(licence, own), own, f"Licence {number}: ")
    yield from _outside(about, "")
    tables = about.get("resources", [])
    for number, table in enumerate(tables if isinstance(tables, list) else [], start=1):
        yield from _table_faults(table, number)


def text_faults(about: Any) -> Iterator[str]:
    """Say which texts of a description hold a character that is no text.

    Raises
    ------
    RecursionError
        If its parts lie deeper within each other than those of any description.
    """
    # All at once first: a description has thousands of texts, and most often nothing is wrong.
    if NO_TEXT.search("".join(_texts(about))):
        for place, text in _placed(about):
            if fault := fault_of_text(text):
                yield f"{place}: {fault[0]}"


def _texts(part: Any, depth: int = 0) -> list[str]:
    """Give every text of a description, names of parts included."""
    if depth > DEEPEST:
        raise RecursionError
    if isinstance(part, str):
        return [part]
    found: list[str] = []
    if isinstance(part, dict):
        found += part
        part = part.values()
    elif not isinstance(part, list):
        return found
    for own in part:
        found += _texts(own, depth + 1)
    return found


def _placed(part: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Give every text of a description with the place where it stands."""
    if isinstance(part, str):
        yield place, part
    inside: Any = part.items() if isinstance(part, dict) else ()
    if isinstance(part, list):
        inside = enumerate(part, start=1)
    for key, own in inside:
        if isinstance(key, str):
            yield place or "the package", key
        yield from _placed(own, f"{place}, {key}".removeprefix(", "))


def _table_faults(table: Any, number: int) -> Iterator[str]:
    """Say what in the description of one table is of another kind."""
    if not isinstance(table, dict):
        yield f"Table {number}: it is {_kind(table)}, and is to be {PART}."
        return
    place = f"Table {table.get('name') or number}: "
    yield from _of_other_kind(table, TABLE, place)
    yield from _outside(table, place)
    schema = table.get("schema")
    if not isinstance(schema, dict):
        return
    yield from _of_other_kind(schema, SCHEMA, f"{place}schema.")
    for part in ("fields", "primaryKey", "foreignKeys"):
        kind = str if part == "primaryKey" else dict
        for one in schema[part] if isinstance(schema.get(part), list) else ():
            if not isinstance(one, kind):
                right = TEXT if kind is str else PART
                yield f"{place}schema.{part} holds {_kind(one)}, and is to hold {right}."
    for count, field in enumerate(objects(schema.get("fields")), start=1):
        yield from _field_faults(field, f"{place[:-2]}, column {field.get('name') or count}: ")
    for key in objects(schema.get("foreignKeys")):
        yield from _reference_faults(key, place)


def _field_faults(field: dict[str, Any], place: str) -> Iterator[str]:
    yield from _of_other_kind(field, FIELD, place)
    limits = field.get("constraints")
    if not isinstance(limits, dict):
        return
    yield from _of_other_kind(limits, CONSTRAINTS, f"{place}constraints.")
    words = limits.get("enum", [])
    if isinstance(words, list) and not all(isinstance(word, str) for word in words):
        yield f"{place}constraints.enum is to be a list of the words allowed."
    for part in ("minimum", "maximum"):
        limit = limits.get(part, 0)
        counted = field.get("type") in ("integer", "number")
        if counted and not (is_number(limit) and math.isfinite(limit)):
            yield f"{place}constraints.{part} is {limit!r}, and is to be a number."


def _reference_faults(key: dict[str, Any], place: str) -> Iterator[str]:
    place = f"{place}a reference: "
    yield from _of_other_kind(key, REFERENCE, place)
    target = key.get("reference")
    if "reference" not in key:
        yield f"{place}it says not to which table it leads."
    if not isinstance(target, dict):
        return
    yield from _of_other_kind(target, TARGET, place)
    for own in (key.get("fields", []), target.get("fields", [])):
        if isinstance(own, list) and not (len(own) == 1 and isinstance(own[0], str)):
            yield f"{place}it is to lead from one column to one column, such as {EXAMPLE}."
            return
    if "package" in target:
        yield f"{place}it leads to another package, which is not read."


def _outside(part: dict[str, Any], place: str) -> Iterator[str]:
    """Say whether the name would lead out of a folder, were a file called so."""
    name = part.get("name")
    if isinstance(name, str) and name and OUTSIDE.search(name):
        yield f"{place}the name {name!r} would lead out of a folder; write no slash and not dots alone."


def _of_other_kind(part: dict[str, Any], kinds: dict[str, str], place: str) -> Iterator[str]:
    for name, kind in kinds.items():
        if name in part and not isinstance(part[name], KINDS[kind]):
            yield f"{place}{name} is {_kind(part[name])}, and is to be {kind}."


def _kind(value: Any) -> str:
    """Name the kind of something in words."""
    if value is None:
        return "null"
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"the number {value}"
    return next(words for words, kind in KINDS.items() if isinstance(value, kind))
