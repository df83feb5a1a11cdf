"""What is wrong with rows that people have filled in, told once a file."""

import pytest

from track2lib.impact.coding_files import Row
from track2lib.impact.row_faults import ask_about_files, lacking, twice


def row(file, number, who, what="oslo"):
    """Give a row of a file."""
    return Row(file, number, {"coder": who, "case": what})


def found_in(*rows):
    """Give what stands twice."""
    return [*twice(rows, "coder", ["case"], "cases", "Name them apart")]


def test_what_is_empty_is_told_once_a_file():
    """With the first row, and in how many it is so."""
    rows = [row("a", 2, ""), row("a", 3, ""), row("b", 2, "ana"), row("b", 4, "")]
    found = [*lacking(rows, "coder", "Nobody.", "Write one.")]
    assert [(fault.file, fault.row, fault.problem) for fault in found] == [
        ("a", 2, "Nobody. So in 2 rows."),
        ("b", 4, "Nobody."),
    ]


def test_the_same_unit_in_two_files_is_no_row_of_one():
    """Which of the two is wrong nobody knows, and how to tell the two persons apart is said."""
    (fault,) = found_in(row("a", 2, "me"), row("b", 2, "me"))
    assert fault.row == "-"
    assert fault.problem == "b and a have the same coder 'me' for the same cases."
    assert fault.remedy == "Name them apart, or keep one."


def test_other_units_and_other_people_are_no_fault():
    """Two may code one case, and one may code two; whoever has no name is told elsewhere."""
    assert found_in(row("a", 2, "ana"), row("a", 3, "ben"), row("a", 4, "ana", "bonn")) == []
    assert found_in(row("a", 2, ""), row("a", 3, "")) == []


def test_one_person_in_two_files_is_asked_about():
    """Each name once, with its files."""
    with pytest.warns(
        UserWarning, match="a and b have the same coder 'me', who counts as one"
    ) as asked:
        ask_about_files(
            [row("a", 2, "me"), row("b", 2, "me"), row("b", 3, "ana")], "coder", "say so"
        )
    assert len(asked) == 1
    assert str(asked[0].message).endswith("If they are several, say so.")
