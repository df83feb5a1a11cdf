"""A description in the one form that is read, and of which kind each part of it is."""

from typing import Any

__all__ = [
    "CONSTRAINTS",
    "FIELD",
    "KINDS",
    "LIST",
    "PACKAGE",
    "PART",
    "REFERENCE",
    "SCHEMA",
    "TABLE",
    "TARGET",
    "TEXT",
    "as_written",
    "is_number",
    "objects",
    "told",
]

TEXT, SWITCH, LIST, PART = "a text", "true or false", "a list", "an object, {...}"
KINDS = {TEXT: str, SWITCH: bool, LIST: list, PART: dict}
# What is read of each part, and of which kind it is. Anything else may be as it likes.
PACKAGE = {
    "name": TEXT,
    "title": TEXT,
    "description": TEXT,
    "version": TEXT,
    "created": TEXT,
    "calendar": TEXT,
    "resources": LIST,
}
TABLE = {
    "name": TEXT,
    "path": TEXT,
    "title": TEXT,
    "description": TEXT,
    "encoding": TEXT,
    "dialect": PART,
    "beyond": SWITCH,
    "borne_by": TEXT,
    "schema": PART,
}
SCHEMA = {"fields": LIST, "primaryKey": LIST, "foreignKeys": LIST, "missingValues": LIST}
FIELD = {
    "name": TEXT,
    "type": TEXT,
    "title": TEXT,
    "description": TEXT,
    "unit": TEXT,
    "format": TEXT,
    "edtf": SWITCH,
    "beyond": SWITCH,
    "constraints": PART,
}
CONSTRAINTS = {"required": SWITCH, "enum": LIST}
REFERENCE = {"fields": LIST, "reference": PART}
TARGET = {"resource": TEXT, "fields": LIST}


def as_written(descriptor: dict[str, Any]) -> dict[str, Any]:
    """Give a description in the one form that is read: what may be a word or a list is a list.

    Parameters
    ----------
    descriptor : dict
        The description of a package, in which parts may be of any kind.

    Returns
    -------
    dict
        The same, without parts that are null, and numbers in place of texts as texts.

    Examples
    --------
    >>> as_written({"version": 1.5, "title": None})
    {'version': '1.5'}
    """
    about = told(descriptor, PACKAGE)
    for table in _parts(about, "resources", TABLE):
        if isinstance(table.get("schema"), dict):
            schema = table["schema"] = told(table["schema"], SCHEMA)
            _as_list(schema, "primaryKey")
            for field in _parts(schema, "fields", FIELD):
                _as_texts(field)
            for key in _parts(schema, "foreignKeys", REFERENCE):
                _as_list(key, "fields")
                if isinstance(key.get("reference"), dict):
                    # Without a name it leads to its own table.
                    key["reference"] = {"resource": ""} | told(key["reference"], TARGET)
                    _as_list(key["reference"], "fields")
    return about


def is_number(value: Any) -> bool:
    """Tell whether something is a number; yes and no are none."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def told(part: dict[str, Any], kinds: dict[str, str]) -> dict[str, Any]:
    """Leave out what is null, and write as text what is a number and read as text."""
    return {
        name: str(own) if kinds.get(name) == TEXT and is_number(own) else own
        for name, own in part.items()
        if own is not None
    }


def _parts(about: dict[str, Any], name: str, kinds: dict[str, str]) -> list[dict[str, Any]]:
    """Put in place what a list holds, as it is read, and give those that can be read."""
    if isinstance(about.get(name), list):
        about[name] = [told(one, kinds) if isinstance(one, dict) else one for one in about[name]]
    return objects(about.get(name))


def objects(part: Any) -> list[dict[str, Any]]:
    """Give what of a list is described by parts of its own; nothing of anything else."""
    return [one for one in part if isinstance(one, dict)] if isinstance(part, list) else []


def _as_list(part: dict[str, Any], name: str) -> None:
    """Write a single name as a list of one, which the standard takes for the same."""
    if isinstance(part.get(name), str):
        part[name] = [part[name]]


def _as_texts(field: dict[str, Any]) -> None:
    """Write the numbers that a column may hold as its cells have them."""
    if isinstance(field.get("constraints"), dict):
        limits = field["constraints"] = told(field["constraints"], {})
        if isinstance(limits.get("enum"), list):
            limits["enum"] = [str(word) if is_number(word) else word for word in limits["enum"]]
