"""A workbook is read like a folder, and what a program has made of a cell is seen."""

import datetime

import openpyxl
import pandas as pd
import pytest
from hand_written import DIALOGUE, MEETING
from sheets import fill_sheet

import track2lib as t2
from track2lib.records.problem import DataError

TALKS = DIALOGUE | {"dialogue_id": "d1", "name": "گفت‌وگوی آب", "source": "Writer 2015, pp. 5-10"}


@pytest.fixture
def book(tmp_path):
    """Start a workbook, and write a dialogue."""
    path = t2.start_dataset(tmp_path / "my cases.xlsx")
    fill_sheet(path, "dialogues", TALKS | {"dates": "2005-05/.."})
    return path


def test_a_filled_workbook_is_loaded_as_a_folder_is(book):
    """Text stays text, numbers are numbers, and what was typed as a number is read as one."""
    town = {"place_id": "p1", "name": "Town", "precision": "city", "latitude": 46.2}
    fill_sheet(book, "places", town | {"longitude": 6, "source": "Writer 2015"})
    fill_sheet(book, "meetings", MEETING | {"meeting_id": "m1", "date": 2005, "source": "W 2015"})
    assert t2.validate(book).empty
    row = t2.load("dialogues", data=book).iloc[0]
    assert (row["name"], row["dates"], row["sources"]) == (
        TALKS["name"],
        "2005-05/..",
        "Writer 2015",
    )
    assert t2.load("places", data=book)[["latitude", "longitude"]].values.tolist() == [[46.2, 6.0]]
    meetings = t2.load("meetings", data=str(book))
    assert meetings["date"].tolist() == ["2005"]
    assert (
        "Writer 2015"
        in t2.timeline(t2.load("dialogues", data=book)).to_dict()["vconcat"][0]["title"]["text"][0]
    )


def test_a_fault_names_the_sheet_the_row_and_the_column(book):
    """Where a cell is wrong is said as the program shows it."""
    fill_sheet(book, "meetings", MEETING | {"meeting_id": "m1", "date": "2005", "source": "W 2015"})
    fill_sheet(book, "meetings", MEETING | {"meeting_id": "m2", "date": "soon", "source": "W 2015"})
    found = t2.validate(book)
    assert found[["file", "row", "column"]].values.tolist() == [
        ["my cases.xlsx, sheet meetings", 3, "date"]
    ]
    with pytest.raises(DataError, match=r"my cases\.xlsx, sheet meetings, row 3, column date"):
        t2.load("meetings", data=book)


@pytest.mark.parametrize("made", [datetime.datetime(2005, 5, 1), datetime.date(2005, 5, 1)])
def test_a_day_that_a_program_has_made_is_not_taken_for_what_was_typed(book, made):
    """A month that has become a day, or a range of pages that has become a month, is a fault."""
    fill_sheet(book, "meetings", MEETING | {"meeting_id": "m1", "date": made, "source": "W 2015"})
    found = t2.validate(book)
    assert found[["row", "column"]].values.tolist() == [[2, "date"]]
    assert "2005-05-01" in found["problem"].item()


def test_a_change_of_the_workbook_is_seen(book):
    """What is saved anew is read anew."""
    assert len(t2.load("dialogues", data=book)) == 1
    fill_sheet(book, "dialogues", TALKS | {"dialogue_id": "d2", "name": "More talks"})
    assert len(t2.load("dialogues", data=book)) == 2


def test_a_sheet_that_is_missing_is_named(book):
    """A table without its sheet is a fault of that table, and of no other."""
    own = openpyxl.load_workbook(book)
    del own["events"]
    own.save(book)
    found = t2.validate(book)
    assert found[["file", "problem"]].values.tolist() == [
        ["my cases.xlsx, sheet events", "The sheet is missing."]
    ]
    assert len(t2.load("dialogues", data=book)) == 1


def test_another_workbook_is_refused(tmp_path):
    """A workbook that describes no tables, and a file that is none, are told apart."""
    other = tmp_path / "other.xlsx"
    pd.DataFrame({"a": [1]}).to_excel(other, engine="openpyxl")
    with pytest.raises(DataError, match="no sheet 'datapackage'"):
        t2.load("dialogues", data=other)
    (tmp_path / "text.xlsx").write_text("a,b\n", encoding="utf-8")
    with pytest.raises(DataError, match="no workbook that can be read"):
        t2.load("dialogues", data=tmp_path / "text.xlsx")
    assert t2.validate(tmp_path / "text.xlsx")["remedy"].tolist() == ["Save it as XLSX or ODS."]


def test_a_sheet_of_nearly_this_name_is_proposed(book):
    """A sheet that was renamed is likely the one that is missing."""
    own = openpyxl.load_workbook(book)
    own["events"].title = "Events 2"
    own.save(book)
    assert t2.validate(book)["remedy"].item().endswith("Did you mean 'Events 2'?")
