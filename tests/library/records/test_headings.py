"""Headings and rows that do not fit: one message that says what to do."""

import pytest

from track2lib.records.headings import heading_fault, row_fault, separator_fault

COLUMNS = ["place_id", "name", "latitude"]
NAMES = {
    ";": "semicolons",
    "\t": "tabs",
    "|": "upright strokes",
    "؛": "Arabic semicolons",
    "،": "Arabic commas",
}


def file(separator, *rows):
    return "".join(separator.join(row) + "\n" for row in [COLUMNS, *rows])


@pytest.mark.parametrize("separator", NAMES)
def test_a_separator_is_named_once(separator):
    """What stands between the cells is named, and the columns are not listed."""
    column, problem, remedy = separator_fault(file(separator, ["a", "A", "46.2"]), COLUMNS)
    assert (column, problem) == (
        "-",
        f"The cells are divided by {NAMES[separator]}, not by commas.",
    )
    assert remedy.startswith("Save it as 'CSV UTF-8' with commas between the cells.")
    assert "with a point" not in remedy


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_decimal_commas_are_told_with_the_separator(end):
    """Both are of one spreadsheet, and so one message."""
    text = file(";", ["a", "A", "46,2"]).replace("\n", end)
    _, problem, remedy = separator_fault(text, COLUMNS)
    assert problem.endswith("not by commas, and numbers have decimal commas.")
    assert remedy.endswith("Write numbers with a point, such as 46.2.")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("sign", "problem"),
    [
        (",", "The first line, 'sep=,', is for Excel alone."),
        (";", "The cells are divided by semicolons, not by commas."),
    ],
)
def test_a_line_for_excel_above_the_heading(sign, problem, end):
    """The line by which Excel knows the separator is told as such."""
    assert separator_fault(f"sep={sign}{end}" + file(sign), COLUMNS)[1] == problem


@pytest.mark.parametrize("text", [file(","), "place_id,name;latitude\n", "", "other;columns\n"])
def test_other_headings_have_no_other_separator(text):
    """A heading that no separator mends is not blamed on one."""
    assert separator_fault(text, COLUMNS) is None


@pytest.mark.parametrize(
    ("found", "column", "problem"),
    [
        (["name", "place_id", "latitude"], "-", "The columns stand in another order."),
        (["place_id", "name"], "latitude", "Columns missing: latitude."),
        (
            ["place_id", "name", "name"],
            "latitude",
            "Columns missing: latitude. Columns twice: name.",
        ),
        ([*COLUMNS, "name"], "name", "Columns twice: name."),
        (
            ["place_id", "", "name", "latitude"],
            "-",
            "A column without a heading stands between others.",
        ),
        ([], "-", "The first row is empty."),
    ],
)
def test_a_heading_says_what_is_wrong_with_it(found, column, problem):
    """Columns that are missing, too many, twice, without a name, or in another order."""
    assert heading_fault(found, COLUMNS)[:2] == (column, problem)
    assert heading_fault(COLUMNS, COLUMNS) is None


def test_one_row_may_have_another_separator():
    """A row that was pasted from elsewhere is told by what divides it."""
    assert row_fault(["a;A;46"], 3, COLUMNS)[1] == (
        "The cells of this row are divided by semicolons, not by commas."
    )
    assert row_fault(["a;A"], 3, COLUMNS)[1] == "The row has 1 cells, the heading 3."


def test_a_cell_of_two_lines_may_be_a_quotation_mark_left_open():
    """Where a row that does not fit goes on into the next, that is said too."""
    assert "left open" in row_fault(["a", "A\nb", "B", "1"], 3, COLUMNS)[2]
    assert "left open" not in row_fault(["a", "A", "B", "1"], 3, COLUMNS)[2]


def test_a_line_that_is_no_heading_is_told_in_short():
    """It may have a million columns, or one as long as a book; that takes no time to say."""
    column, said, _ = heading_fault(["h"] * 300_000 + ["x" * 10**6], COLUMNS)
    assert len(column) + len(said) < 1000
    assert " and 299981 more." in said
    assert f"{'x' * 80}..." in heading_fault(["x" * 10**6], COLUMNS)[1]
