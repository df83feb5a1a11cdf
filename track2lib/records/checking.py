"""Check a data package: its form with frictionless, its honesty with rules of our own."""

import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from track2lib.records import dates
from track2lib.records.honesty import BEARING, RULES
from track2lib.records.snapshot import (
    BOOLEANS,
    COLUMNS,
    DataError,
    Package,
    Problem,
    file_fault,
    open_package,
)

__all__ = ["breaks_rules", "problems_in", "unsound", "validate"]

# A spreadsheet would run such a cell, and a web page such a tag.
ACTIVE = re.compile(r"^\s*[=+@]|^\s*-(?![\d.]+$)|^[\t\r]|<\s*[/!a-zA-Z]")
NUMBERS = {
    "integer": re.compile(r"[+-]?[0-9]{1,18}"),
    "number": re.compile(r"[+-]?[0-9]+(\.[0-9]+)?(e[+-]?[0-9]{1,2})?", re.IGNORECASE),
}
ADDRESS = re.compile(r"[A-Za-z][\w+.-]*:\S+")
KINDS = {
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "uri": "an address such as https://example.org",
}
# What frictionless finds in a table when another one, which it refers to, cannot be read.
FOLLOWING = ("foreign-key", "scheme-error", "encoding-error")


def validate(path: str | Path | None = None) -> pd.DataFrame:
    """Check a data package and say how to mend what is wrong.

    Parameters
    ----------
    path : str or pathlib.Path, optional
        Folder of the package, or its ``datapackage.json``. By default the project's own.

    Returns
    -------
    pandas.DataFrame
        One row for each problem: ``file``, ``row`` (as a spreadsheet counts, the heading is
        1), ``column``, ``problem``, ``remedy``. No rows: nothing was found.

    Raises
    ------
    FileNotFoundError
        If there is no ``datapackage.json``.

    Notes
    -----
    Form (types, keys, references, encoding) is checked by the `frictionless` library. The
    project's own rules are: every row has evidence, and the evidence leads to a row and a
    column; bounds and dates are in order; a meeting has a date of its own; no number stands
    beside a word for a quantity; nothing that rests on one source alone speaks of what that
    source is silent on; no cell holds a formula or markup.

    Examples
    --------
    >>> import track2lib
    >>> len(track2lib.validate())
    0
    """
    try:
        package = open_package(path)
    except DataError as error:
        return error.problems
    faults = {name: fault for name in package.names if (fault := file_fault(package, name))}
    texts = {name: package.read_text(name) for name in package.names if name not in faults}
    faults |= _emptied(package, texts)
    texts = {name: text for name, text in texts.items() if name not in faults}
    suspect = {name for name, text in texts.items() if unsound(package, name, text)}
    found = [*faults.values(), *_form(package, suspect, set(faults))]
    for name, text in texts.items():
        found += _cells(package, name, text)
    # A row at fault is one problem: a wrong key, for instance, has no evidence either.
    at_fault = {problem[:2] for problem in found}
    for rule in RULES:
        found += [problem for problem in rule(package, texts) if problem[:2] not in at_fault]
    return pd.DataFrame(found, columns=COLUMNS)


def problems_in(package: Package, name: str) -> pd.DataFrame:
    """Give the problems that keep one table from being loaded; all, where none is its own."""
    found = validate(package.folder)
    file = package.resource(name)["path"]
    own = found[found["file"] == file]
    if found.empty:
        return pd.DataFrame(
            [(file, "-", "-", "The table cannot be read.", "Restore the file.")], columns=COLUMNS
        )
    return found if own.empty else own


def unsound(package: Package, name: str, text: pd.DataFrame) -> bool:
    """Tell at little cost whether the form of a table is at fault; validate() then says how."""
    fields = package.fields(name)
    if text.columns.tolist() != [field["name"] for field in fields]:
        return True
    if any(_bad_values(text[field["name"]], field) for field in fields):
        return True
    if text.duplicated(package.key(name)).any():
        return True
    for reference in package.resource(name)["schema"].get("foreignKeys", []):
        column, target = reference["fields"][0], reference["reference"]
        try:
            others = package.read_text(target["resource"]) if target["resource"] else text
            known = {"", *others[target["fields"][0]].tolist()}
        except (OSError, ValueError, LookupError):  # the other table is at fault, or there is none
            return True
        if not set(text[column].tolist()) <= known:
            return True
    return False


def breaks_rules(package: Package, name: str, text: pd.DataFrame) -> bool:
    """Tell whether a table, or the evidence for it, breaks one of the project's own rules."""
    needed = {"sources", *BEARING, *text.get("table", ())} & set(package.names)
    texts = {other: package.read_text(other) for other in needed} | {name: text}
    if name not in BEARING and "evidence" in texts:  # that for other tables is theirs to answer for
        texts["evidence"] = texts["evidence"].query("table == @name", engine="python")
    files = {package.resource(other)["path"] for other in {name, "evidence"} & texts.keys()}
    if _emptied(package, texts).get(name):
        return True
    return any(problem[0] in files for rule in RULES for problem in rule(package, texts))


def _bad_values(column: pd.Series, field: dict[str, Any]) -> bool:
    """Tell whether a cell breaks the description of its column."""
    constraints = field.get("constraints", {})
    values = set(column.tolist())
    if "" in values and constraints.get("required"):
        return True
    values.discard("")
    if "enum" in constraints and not values <= set(constraints["enum"]):
        return True
    if field["type"] in NUMBERS:
        least, most = constraints.get("minimum", -math.inf), constraints.get("maximum", math.inf)
        return not all(
            NUMBERS[field["type"]].fullmatch(value) and least <= float(value) <= most
            for value in values
        )
    if field["type"] == "boolean":
        return not values <= BOOLEANS.keys()
    if field.get("edtf"):
        return any(_date_fault(value) for value in values)
    if field.get("format") == "uri" and not all(ADDRESS.fullmatch(value) for value in values):
        return True
    return any(ACTIVE.search(value) for value in values)


def _date_fault(value: str) -> str:
    try:
        dates.bounds(value)
    except ValueError as error:
        return str(error)
    return ""


def _emptied(package: Package, texts: dict[str, pd.DataFrame]) -> dict[str, Problem]:
    """Find the tables that have lost all their rows: there is evidence for some."""
    borne = set(texts["evidence"]["table"]) if "evidence" in texts else set()
    problem = "The table has a heading and no rows, but there is evidence for rows of it."
    return {
        name: (package.resource(name)["path"], "-", "-", problem, "Restore its rows.")
        for name, text in texts.items()
        if text.empty and name in borne
    }


def _form(package: Package, suspect: set[str], faulty: set[str]) -> Iterator[Problem]:
    """Ask frictionless about the description, and about the tables whose form is at fault."""
    import frictionless

    try:
        described = frictionless.Package(str(package.folder / "datapackage.json"))
    except frictionless.FrictionlessException as broken:
        for reason in broken.reasons or [broken.error]:
            yield "datapackage.json", "-", "-", reason.note, "Mend the description of the package."
        return
    for name in (name for name in package.names if name in suspect):
        resource = package.resource(name)
        keys = resource["schema"].get("foreignKeys", [])
        # A table that cannot be read is one problem, not one for each row that refers to it.
        skipped = FOLLOWING if faulty & {key["reference"]["resource"] for key in keys} else ()
        for error in described.get_resource(name).validate().tasks[0].errors:
            row, column = getattr(error, "row_number", "-"), getattr(error, "field_name", "-")
            # The library takes more spellings of a number than a table may hold; see `_cells`.
            own = error.type == "type-error" and _kind(resource, column) in NUMBERS
            if error.type in skipped or own:
                continue
            if error.type == "foreign-key":
                column = error.field_names[0]  # type: ignore[attr-defined]
            yield resource["path"], row, column, *_in_words(error, resource, column)


def _kind(resource: dict[str, Any], column: str) -> str:
    kinds = {field["name"]: field["type"] for field in resource["schema"]["fields"]}
    return str(kinds.get(column, ""))


def _in_words(error: Any, resource: dict[str, Any], column: str) -> tuple[str, str]:
    """Say in plain words what frictionless found, and how to mend it."""
    cell = getattr(error, "cell", "")
    fields = {field["name"]: field for field in resource["schema"]["fields"]}
    field = fields.get(column, {})
    match error.type:
        case "type-error":
            kind = KINDS.get(field.get("format", field.get("type")), "text")
            remedy = f"Write {kind}, or leave the cell empty if that is allowed."
            return f"{cell!r} is not {kind}.", remedy
        case "constraint-error" if not cell:
            return "The cell is empty.", "Fill it: this column is required."
        case "constraint-error" if "minimum" in field["constraints"]:
            least, most = (field["constraints"][end] for end in ("minimum", "maximum"))
            return f"{cell} is out of range.", f"Write a number from {least} to {most}."
        case "constraint-error":
            allowed = ", ".join(field["constraints"].get("enum", []))
            return f"{cell!r} is not one of the values allowed.", f"Use one of: {allowed}."
        case "primary-key":
            key = ", ".join(resource["schema"]["primaryKey"])
            return "The key of this row stands in an earlier row too.", f"Give each its own {key}."
        case "foreign-key":
            target = error.reference_name or resource["name"]
            value = ", ".join(str(part) for part in error.field_cells)
            remedy = f"Correct it, or add the row to {target}."
            return f"{value!r} is not in the table {target}.", remedy
        case _:
            return error.note, error.description


def _cells(package: Package, name: str, text: pd.DataFrame) -> Iterator[Problem]:
    """Find dates and numbers that do not parse, and cells that a program would run."""
    file = package.resource(name)["path"]
    for field in package.fields(name):
        column = field["name"]
        for row, value in enumerate(text[column].tolist(), start=2):
            if field.get("edtf"):
                fault = _date_fault(value) if value else ""
                if fault:
                    remedy = "Correct the date, or leave it empty if none is stated."
                    yield file, row, column, f"{fault}.", remedy
            elif field["type"] in NUMBERS and value:
                if not NUMBERS[field["type"]].fullmatch(value):
                    kind = KINDS[field["type"]]
                    remedy = f"Write {kind}, or leave the cell empty if that is allowed."
                    yield file, row, column, f"{value!r} is not {kind}.", remedy
            elif field["type"] == "string" and ACTIVE.search(value):
                problem = f"{value[:40]!r} would be run as a formula or as markup."
                remedy = "Write plain text: no '=', '+', '-' or '@' at the start, no tags."
                yield file, row, column, problem, remedy
