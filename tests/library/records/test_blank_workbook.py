"""An empty workbook: text in its cells, lists and notes beside them."""

import openpyxl
import pytest

import track2lib as t2
from track2lib.records.own_cases import IN_USE
from track2lib.records.snapshot import open_records


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    """Open an empty workbook."""
    path = t2.start_dataset(tmp_path_factory.mktemp("book") / "mine.xlsx")
    assert t2.validate(path).empty
    return openpyxl.load_workbook(path)


@pytest.mark.parametrize("name", IN_USE)
def test_each_column_is_text_with_a_note(book, name):
    """No program can make a day of 2005-05: cells are text, and the heading stays in view."""
    sheet = book[name]
    assert sheet.freeze_panes == "B2"
    fields = open_records().fields(name)
    known = {field["name"] for field in fields} | {"source"}
    # Columns that look alike are kept as one.
    formats = {
        column: group.number_format
        for group in sheet.column_dimensions.values()
        for column in range(group.min, group.max + 1)
    }
    for column, cell in enumerate(sheet[1], start=1):
        assert cell.value in known
        assert len(cell.comment.text) > 10
        assert formats[column] == "@"


def test_lists_offer_the_vocabularies_and_the_keys(book):
    """Where no other word is allowed none is taken; a key that is not there yet is asked about."""
    offered = {
        str(rule.sqref).split(":")[0]: rule
        for rule in book["dialogues"].data_validations.dataValidation
    }
    heading = {cell.value: f"{cell.column_letter}2" for cell in book["dialogues"][1]}
    grain, case = (offered[heading[name]] for name in ("grain", "case"))
    assert (grain.type, grain.errorStyle or "stop") == ("list", "stop")
    assert (case.type, case.errorStyle) == ("list", "information")
    column = grain.formula1.split("$")[1]
    words = [cell.value for cell in book["vocabularies"][column] if cell.value]
    assert words == ["one", "several"]
    keys = {rule.formula1 for rule in book["meetings"].data_validations.dataValidation}
    assert {"'dialogues'!$A$2:$A$2000", "'places'!$A$2:$A$2000"} <= keys


def test_an_example_and_the_codebook_stand_beside(book):
    """A row of the project's shows each table filled; what is hidden is what nobody edits."""
    examples = [[cell.value for cell in row] for row in book["example"].iter_rows()]
    assert [row[0] for row in examples if row[0]] == IN_USE
    assert "una-sipri" in {cell for row in examples for cell in row}
    columns = {(row[0].value, row[1].value) for row in book["codebook"].iter_rows(min_row=2)}
    assert ("meetings", "date") in columns
    assert book.sheetnames[0] == "guide"
    assert "AUTHOR YEAR" in "".join(cell.value or "" for cell in book["guide"]["A"])
    hidden = {sheet.title: sheet.sheet_state for sheet in book if sheet.sheet_state != "visible"}
    assert hidden == {"vocabularies": "hidden", "datapackage": "hidden"}


def test_tables_can_be_chosen(tmp_path):
    """A workbook or a folder of some tables has no references that lead to others."""
    for place in ("few.xlsx", "few"):
        path = t2.start_dataset(tmp_path / place, tables=["dialogues", "meetings"])
        assert t2.list_tables(data=path)["table"].tolist() == ["dialogues", "meetings"]
        assert t2.validate(path).empty
    with pytest.raises(LookupError, match=r"no table 'meeting'\. Did you mean 'meetings'"):
        t2.start_dataset(tmp_path / "wrong.xlsx", tables=["meeting"])
    with pytest.raises(FileExistsError, match="Name a workbook that is new"):
        t2.start_dataset(tmp_path / "few.xlsx")
