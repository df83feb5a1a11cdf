"""An empty workbook to fill: a sheet for each table, and all that a row needs to be known beside it."""

import json
from pathlib import Path
from typing import Any

from track2lib.records.snapshot import Records
from track2lib.records.workbook import CODEBOOK, EXAMPLE, GUIDE, PACKAGE, VOCABULARIES

__all__ = ["write_workbook"]

# No cell is run, whatever it begins with.
OPTIONS = {"strings_to_urls": False, "strings_to_formulas": False}
# Rows that offer their lists; those below take text all the same.
ROWS = 2000
BOOLEANS = ["true", "false"]
# What the formats of spreadsheets set: letters in a message, and in its title.
MESSAGE, TITLE = 255, 32


def write_workbook(path: Path, descriptor: dict[str, Any], guide: str, ours: Records) -> None:
    """Write a workbook with the tables of a descriptor, all without rows.

    Parameters
    ----------
    path : pathlib.Path
        Where to write it.
    descriptor : dict
        What ``datapackage.json`` would hold.
    guide : str
        How to fill it, for a sheet that comes first.
    ours : Records
        The project's own package, whose first rows are the examples.
    """
    import xlsxwriter

    tables = {resource["name"]: resource["schema"] for resource in descriptor["resources"]}
    with xlsxwriter.Workbook(str(path), OPTIONS) as book:
        # Text in every cell, or a program makes a day of 2005-05 and a month of 5-10.
        text = book.add_format({"num_format": "@", "valign": "top"})
        head = book.add_format({"num_format": "@", "bold": True, "bottom": 1, "valign": "top"})
        first = book.add_worksheet(GUIDE)
        first.set_column(0, 0, 110, book.add_format({"text_wrap": True, "valign": "top"}))
        first.write_column(0, 0, guide.splitlines())
        sheets = {name: book.add_worksheet(name) for name in tables}
        lists = _write_vocabularies(book.add_worksheet(VOCABULARIES), tables, text)
        for name, schema in tables.items():
            _write_table(sheets[name], schema, lists, text, head)
        _write_rows(book.add_worksheet(EXAMPLE), _examples(tables, ours), text, head)
        _write_rows(book.add_worksheet(CODEBOOK), _codebook(tables), text, head)
        package = book.add_worksheet(PACKAGE)
        for row, line in enumerate(
            json.dumps(descriptor, indent=1, ensure_ascii=False).split("\n")
        ):
            package.write_string(row, 0, line, text)
        package.hide()


def _write_table(
    sheet: Any, schema: dict[str, Any], lists: dict[tuple[str, ...], str], text: Any, head: Any
) -> None:
    """Write the heading of one table, with notes, lists and messages for its columns."""
    points_to = {key["fields"][0]: key["reference"] for key in schema.get("foreignKeys", [])}
    sheet.freeze_panes(1, 1)
    for column, field in enumerate(schema["fields"]):
        name, told = field["name"], _told(field)
        sheet.set_column(column, column, 60 if name in WIDE else 18, text)
        sheet.write_string(0, column, name, head)
        sheet.write_comment(0, column, told, {"x_scale": 2, "y_scale": 1.5})
        rule: dict[str, Any] = {"validate": "any"}
        if values := _values(field):
            # Words of the project's own case are offered; where no others are allowed, none is taken.
            strict = "enum" in field.get("constraints", {}) or field["type"] == "boolean"
            rule = {"validate": "list", "source": lists[tuple(values)]}
            rule["error_type"] = "stop" if strict else "information"
        elif name in points_to:
            target = points_to[name]["resource"] or sheet.get_name()
            rule = {"validate": "list", "source": f"='{target}'!$A$2:$A${ROWS}"}
            rule["error_type"] = "warning"
        message = told if len(told) <= MESSAGE else f"{told[: MESSAGE - 4]} ..."
        rule |= {"input_title": name[:TITLE], "input_message": message}
        sheet.data_validation(1, column, ROWS, column, rule)


# Columns of sentences.
WIDE = {"summary", "description", "account", "definition", "reason", "as_stated", "source", "title"}


def _told(field: dict[str, Any]) -> str:
    """Say what a column holds, and whether it has to be filled."""
    kind = "EDTF date" if field.get("edtf") else field["type"]
    unit = f", in {field['unit']}" if "unit" in field else ""
    needed = ", required" if field.get("constraints", {}).get("required") else ""
    return f"{field['description']} ({kind}{unit}{needed})"


def _values(field: dict[str, Any]) -> list[str]:
    """Give the words that a list offers for a column."""
    if field["type"] == "boolean":
        return BOOLEANS
    return list(field.get("constraints", {}).get("enum") or field.get("examples", []))


def _write_vocabularies(
    sheet: Any, tables: dict[str, dict[str, Any]], text: Any
) -> dict[tuple[str, ...], str]:
    """Write each list of words in a column of its own, and give where it stands."""
    fields = [field for schema in tables.values() for field in schema["fields"]]
    lists = (tuple(_values(field)) for field in fields)
    places = {}
    for column, values in enumerate(dict.fromkeys(filter(None, lists))):
        sheet.write_column(0, column, values, text)
        letter = _letter(column)
        places[values] = f"='{VOCABULARIES}'!${letter}$1:${letter}${len(values)}"
    sheet.hide()
    return places


def _letter(column: int) -> str:
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(column))


def _examples(tables: dict[str, dict[str, Any]], ours: Records) -> list[list[str]]:
    """Give for each table its name, its columns and the first row of ours."""
    rows = []
    for name, schema in tables.items():
        columns = [field["name"] for field in schema["fields"]]
        cells = ours.cells(name)
        first = [
            cells[column][0] if column in cells else "Writer 2015, p. 33" for column in columns
        ]
        rows += [[name, *columns], ["", *first], [""]]
    return rows


def _codebook(tables: dict[str, dict[str, Any]]) -> list[list[str]]:
    """Give a row for each column of each table."""
    rows = [["table", "column", "what it holds", "words"]]
    for name, schema in tables.items():
        rows += [
            [name, field["name"], _told(field), ", ".join(_values(field))]
            for field in schema["fields"]
        ]
    return rows


def _write_rows(sheet: Any, rows: list[list[str]], text: Any, head: Any) -> None:
    """Write rows of text below a heading that stays in view."""
    sheet.freeze_panes(1, 2)
    sheet.set_column(0, 40, 24, text)
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row, text if number else head)
