"""The errors of formulas, and formulas without a result, are no empty cells."""

import re
import zipfile

import openpyxl
import pytest
from hand_written import DIALOGUE
from sheets import fill_sheet

import track2lib as t2
from track2lib.records.lost_cells import lost_cells

TALKS = DIALOGUE | {"dialogue_id": "d1", "source": "Writer 2015"}
# As LibreOffice 7.4 writes a sheet: most empty rows and cells stand for several.
TABLES = """<office:document-content xmlns:office="urn:o" xmlns:table="urn:t" xmlns:text="urn:x"
 xmlns:calcext="urn:c"><table:table table:name="topics">
 <table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>
 <table:table-row><table:table-cell table:number-columns-repeated="2"/>
 <table:table-cell table:formula="of:=1/0" office:value-type="string" calcext:value-type="error"
 ><office:annotation><text:p>to be asked again</text:p></office:annotation><text:p>#DIV/0!</text:p></table:table-cell>
 <table:table-cell table:formula="of:=[.A1]"/>
 <table:table-cell table:formula="of:=&quot;a&quot;" office:value-type="string"
 calcext:value-type="string"><text:p>a</text:p></table:table-cell></table:table-row>
 </table:table></office:document-content>"""


@pytest.fixture
def book(tmp_path):
    """Start a workbook, and write a dialogue."""
    path = t2.start_dataset(tmp_path / "cases.xlsx")
    fill_sheet(path, "dialogues", TALKS)
    return path


def spoil(book, cell, value, kind=None):
    """Write a cell of the dialogues by its place, of a kind if given; give its column."""
    own = openpyxl.load_workbook(book)
    sheet = own["dialogues"]
    sheet[cell] = value
    sheet[cell].data_type = kind or sheet[cell].data_type
    column = sheet.cell(1, sheet[cell].column).value
    own.save(book)
    return column


@pytest.mark.parametrize(
    ("value", "kind", "severity"), [("#REF!", "e", "warning"), ("=A1", "f", "error")]
)
def test_a_cell_that_only_looks_empty_is_told(book, value, kind, severity):
    """In a column that may be empty, it would be taken for nothing in silence."""
    assert t2.validate(book).empty
    column = spoil(book, "E2", value, kind)
    found = t2.validate(book)
    assert found[["row", "column", "severity"]].values.tolist() == [[2, column, severity]]
    assert value in found["problem"].item()


def test_a_cell_beyond_the_table_is_told(book):
    """The reader of the values ends before it, and the row is a fault all the same."""
    spoil(book, "AZ9", "=A1")
    assert t2.validate(book)["row"].tolist() == [9]


def rewrite(book, old, new):
    """Write the parts of a workbook anew, as another program would have."""
    with zipfile.ZipFile(book) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert any(re.search(old, text) for text in parts.values())
    with zipfile.ZipFile(book, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, re.sub(old, new, text))


def test_a_formula_with_an_empty_result_is_empty(book):
    """It was computed, and nothing came of it."""
    spoil(book, "E2", "=A1")
    rewrite(book, rb'<c r="E2"', rb'<c r="E2" t="str"')
    assert lost_cells(book.read_bytes()) == {"dialogues": {}}
    assert t2.validate(book).empty


@pytest.mark.parametrize("kind", [b"str", b"n", b"b"])
def test_a_formula_of_a_kind_without_a_result_was_never_computed(book, kind):
    """Some programs write of which kind the result will be, and no result."""
    spoil(book, "E2", "=A1")
    rewrite(book, rb'(<c r="E2")(.*?</f>)<v(?: ?/|></v)>', rb'\1 t="' + kind + rb'"\2')
    assert lost_cells(book.read_bytes()) == {"dialogues": {(1, 4): "=A1"}}


def test_cells_are_counted_where_one_stands_for_several(tmp_path):
    """The error stands in the third column of the fourth row, and so it is said."""
    with zipfile.ZipFile(tmp_path / "cases.ods", "w") as archive:
        archive.writestr("content.xml", TABLES)
    found = lost_cells((tmp_path / "cases.ods").read_bytes())
    assert found == {"topics": {(3, 2): "#DIV/0!", (3, 3): "=[.A1]"}}
