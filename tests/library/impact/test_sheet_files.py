"""Of which kind a sheet is, and what stands in its rows."""

import pytest
from observing import talk, write_sheet

from track2lib.impact.sheet_files import kind_in, sheet_rows
from track2lib.records.problem import Problem

STAGES = "observer,room,minute,stage,remark"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (STAGES.encode(), "stages"),
        (f"\ufeff{STAGES}\r\n".encode(), "stages"),
        (f"sep=;\n{STAGES.replace(',', ';')}".encode(), "stages"),
        (STAGES.upper().encode(), "stages"),
        (b"observer;room;idea;audience;fate;remark", "ideas"),
        (b'"observer"\t"room"\t"idea"\t"audience"\t"fate"', "ideas"),
    ],
)
def test_the_kind_is_told_by_the_heading(content, kind):
    """However a spreadsheet has written it."""
    assert kind_in(content, "a.csv").name == kind


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"observer,room\n", "This is no observer's sheet."),
        (b"coder,dialogue_id,code\n", "This is no observer's sheet."),
        (STAGES.encode("utf-16"), "The file is in UTF-16, not in UTF-8."),
        (b"", "The file is empty."),
        (b"PK\x03\x04", "The file is a workbook, though its name ends in .csv."),
    ],
)
def test_what_is_no_sheet_is_told(content, said):
    """What all kinds have in common makes no sheet, and neither does another file of a class."""
    found = kind_in(content, "a.csv")
    assert isinstance(found, Problem)
    assert found.problem == said


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (f"{STAGES}\n".replace(",", ";"), "The cells are divided by semicolons, not by commas."),
        (f"{STAGES},mood\n", "Columns not described: mood."),
        ("room,observer,minute,stage,remark\n", "The columns stand in another order."),
        (f"{STAGES}\nana,A,0\n", "The row has 3 cells, the heading 5."),
    ],
)
def test_a_sheet_that_cannot_be_read_is_told(content, said, tmp_path):
    """Each is one fault of its file."""
    (tmp_path / "a.csv").write_text(content, "utf-8")
    rows, (fault,) = sheet_rows({"a.csv": tmp_path / "a.csv"})
    assert rows == {}
    assert fault.problem == said


def test_cells_lose_spaces_and_what_keeps_them_from_running(tmp_path):
    """A space behind a name would make another observer of it."""
    write_sheet(tmp_path / "a.csv", (" ana  b ", "A", " 5 ", " rules", "'=so it was"))
    rows, _ = sheet_rows({"a.csv": tmp_path / "a.csv"})
    assert [*rows["stages"][0].cells.values()] == ["ana b", "A", "5", "rules", "=so it was"]


def test_a_sheet_without_rows_has_its_kind(tmp_path):
    """Who hands in the empty sheet has handed one in."""
    rows, found = sheet_rows({"a.csv": write_sheet(tmp_path / "a.csv")})
    assert (rows, found) == ({"stages": []}, [])


def test_rows_keep_their_numbers(tmp_path):
    """Lines that nobody used are passed over and counted."""
    path = write_sheet(tmp_path / "a.csv", ("", "", 0, "", ""), *talk("ana", "rules", start=5))
    rows, _ = sheet_rows({"a.csv": path})
    assert [row.number for row in rows["stages"]] == [3]
