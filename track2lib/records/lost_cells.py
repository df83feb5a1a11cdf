"""Cells of a workbook that its reader gives as empty: errors, and formulas without a result."""

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree as ET

__all__ = ["lost_cells"]

# Both forms mark such cells so; a sheet without a mark need not be looked through.
MARKS = re.compile(rb"""<(?:\w+:)?f[ >/]|["'](?:e|error)["']|formula=""")
PLACE = re.compile(r"([A-Z]+)([0-9]+)")
type Shown = dict[tuple[int, int], str]


def lost_cells(content: bytes) -> dict[str, Shown]:
    """Find the cells with the error of a formula, or with a formula that was never computed.

    Parameters
    ----------
    content : bytes
        A workbook, XLSX or ODS.

    Returns
    -------
    dict of str to dict
        For each sheet, by row and column from 0: the error, or the formula.

    Notes
    -----
    Of these, python-calamine 0.9.1 gives an empty text, as of a cell in which nothing stands.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if "content.xml" in archive.namelist():
            text = archive.read("content.xml")
            return dict(_tables_of_ods(text)) if MARKS.search(text) else {}
        sheets = {name: archive.read(part) for name, part in _parts_of_xlsx(archive)}
    return {name: dict(_cells_of_xlsx(text)) for name, text in sheets.items() if MARKS.search(text)}


def _parts_of_xlsx(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Give each sheet and the part that holds it, which the workbook and its relations tell."""
    related = ET.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    parts = {one.attrib["Id"]: one.attrib["Target"] for one in related}
    for one in ET.fromstring(archive.read("xl/workbook.xml")).iter():
        if _name(one.tag) == "sheet":
            (key,) = (value for name, value in one.attrib.items() if name.endswith("}id"))
            yield one.attrib["name"], "xl/" + parts[key].removeprefix("/xl/")


def _cells_of_xlsx(text: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    for cell in ET.fromstring(text).iter():
        if _name(cell.tag) != "c" or not (place := PLACE.fullmatch(cell.get("r", ""))):
            continue
        inside = {_name(one.tag): one.text or "" for one in cell}
        if cell.get("t") == "e":
            shown = inside.get("v", "")
        # The result of a formula may be an empty text, which is a kind and has a place of its own.
        elif "f" in inside and not inside.get("v") and ("v" not in inside or not cell.get("t")):
            shown = f"={inside['f']}"
        else:
            continue
        column = 0
        for letter in place[1]:
            column = 26 * column + ord(letter) - ord("A") + 1
        yield (int(place[2]) - 1, column - 1), shown


def _tables_of_ods(text: bytes) -> Iterator[tuple[str, Shown]]:
    for table in ET.fromstring(text).iter():
        if _name(table.tag) == "table" and (name := _get(table, "name")):
            yield name, dict(_cells_of_ods(table))


def _cells_of_ods(table: ET.Element) -> Iterator[tuple[tuple[int, int], str]]:
    """Count on through rows and cells that stand for several, as most empty ones do."""
    row = 0
    for line in table.iter():
        if _name(line.tag) != "table-row":
            continue
        column = 0
        for cell in line:
            # LibreOffice says so in a namespace of its own; to others the cell is an empty text.
            if "error" in cell.attrib.values():
                # Not what somebody has noted on the cell, which stands in it as well.
                words = (one for one in cell if _name(one.tag) == "p")
                yield (row, column), "".join(text for one in words for text in one.itertext())
            elif _get(cell, "formula") and not _get(cell, "value-type"):
                yield (row, column), _get(cell, "formula").partition(":")[2]
            column += int(_get(cell, "number-columns-repeated") or 1)
        row += int(_get(line, "number-rows-repeated") or 1)


def _name(tag: str) -> str:
    """Give a name without its namespace, of which either form has several editions."""
    return tag.rpartition("}")[2]


def _get(element: ET.Element, name: str) -> str:
    """Give the first attribute of a name, in whatever namespace."""
    return next((value for key, value in element.attrib.items() if _name(key) == name), "")
