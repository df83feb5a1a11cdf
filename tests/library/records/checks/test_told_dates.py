"""The dates that sources give: judged as the cells are for which they may be chosen."""

import json

import pytest
from damage import put, see_fault

import track2lib
from track2lib.records.checks.told_dates import told_dates_rule
from track2lib.records.snapshot import open_records

FIRST = "dialogues,dartmouth,dates,"
VALUES = {
    "May-02": (
        "'May-02' is not an EDTF date: it looks like a date that a spreadsheet has rewritten.",
        "Format the column as text before it is filled, then write the year first, such as 2006-12-11, 2006-12 or 2006.",
    ),
    "2008/2002": (
        "'2008/2002' ends before it begins.",
        "Correct the date, or leave it empty if none is stated.",
    ),
    "1385-06-31": (
        "1385-06-31 may be a date of the Solar Hijri calendar: 22 September 2006.",
        "Write 2006-09-22.",
    ),
}


@pytest.mark.parametrize("value", VALUES)
def test_a_date_of_the_evidence_is_one_fault(copy, value):
    """It is told where it stands, and the table for which it may be chosen does not load."""
    problem, remedy = VALUES[value]
    fault = (
        "evidence.csv",
        [put(FIRST.strip(",").replace(",", "/"), "value", value)],
        (FIRST, "value", problem),
        remedy,
    )
    see_fault(copy, fault)
    with pytest.raises(track2lib.DataError, match=r"evidence\.csv, row"):
        track2lib.load("dialogues", data=copy, prefer="widest")


def test_a_gregorian_package_is_not_asked(copy):
    """What a package says of its calendar holds for its evidence too."""
    put(FIRST.strip(",").replace(",", "/"), "value", "1386")(copy, "evidence.csv")
    path = copy / "datapackage.json"
    assert len(list(told_dates_rule(open_records(copy), ["dialogues"]))) == 1
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | {"calendar": "gregorian"}))
    assert list(told_dates_rule(open_records(copy), ["dialogues"])) == []


def test_the_row_is_the_one_that_a_spreadsheet_shows(copy):
    """An empty row above counts there, too."""
    put(FIRST.strip(",").replace(",", "/"), "value", "2008/2002")(copy, "evidence.csv")
    (before,) = told_dates_rule(open_records(copy), ["dialogues"])
    path = copy / "evidence.csv"
    heading, rest = path.read_text("utf-8").split("\n", 1)
    path.write_text(f"{heading}\n\n{rest}", encoding="utf-8")
    (after,) = told_dates_rule(open_records(copy), ["dialogues"])
    assert after.row == before.row + 1
