"""The workbook."""

import io
import json

import openpyxl
import pytest
from hand_written import fill
from odd_table import TEXTS, odd_package

from track2lib.records.snapshot import open_records
from track2lib.sources.workbook import CUT, LONGEST_TEXT, workbook


def sheets(folder):
    """Read every sheet."""
    book = openpyxl.load_workbook(io.BytesIO(workbook(open_records(folder), folder)))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def test_a_text_that_no_cell_holds_says_so(tmp_path):
    """It is not cut in silence, and what fits is whole."""
    folder = odd_package(tmp_path / "odd")
    heading, *rows = sheets(folder)["talks"]
    cells = [row[heading.index("text")] or "" for row in rows]
    assert cells == [TEXTS[0], TEXTS[1][: LONGEST_TEXT - len(CUT)] + CUT, *TEXTS[2:]]


@pytest.mark.parametrize(
    ("name", "sheet"),
    [
        ("codebook", "codebook_2"),
        ("History", "History_2"),
        ("a table of which the name is too long", "a table of which the name is to"),
        ("a:b*c", "a_b_c"),
    ],
)
def test_each_table_has_a_sheet(mine, name, sheet):
    """A name that a workbook does not take is made to fit, and told apart from the codebook."""
    path = mine / "datapackage.json"
    about = json.loads(path.read_text("utf-8"))
    about["resources"].append(about["resources"][1] | {"name": name})
    path.write_text(json.dumps(about), encoding="utf-8")
    fill(mine, "eras")
    assert list(sheets(mine))[-1] == sheet
