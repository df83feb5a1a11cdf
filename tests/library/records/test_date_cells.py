"""Cells for dates: what is no date, and what may be one of another calendar."""

import pytest

from track2lib.records.date_cells import fault_of, faults_of


@pytest.mark.parametrize(
    ("text", "said"),
    [("2005", None), (" 2005 ", None), ("[1453..1455]", None)],
)
def test_a_sound_date_has_no_fault(text, said):
    """What can be read is not remarked upon, in a package that says which calendar it has."""
    assert fault_of(text, "gregorian") is said


@pytest.mark.parametrize(
    ("text", "problem", "remedy"),
    [
        (
            "۲۰۰۵",
            "'۲۰۰۵' is not an EDTF date: its digits are not those from 0 to 9.",
            "Write '2005'.",
        ),
        (
            "٢٠٠٥-٠٦/..",
            "'٢٠٠٥-٠٦/..' is not an EDTF date: its digits are not those from 0 to 9.",
            "Write '2005-06/..'.",
        ),
        (
            "۲۰۰۵/۶/۱",
            "'۲۰۰۵/۶/۱' is not an EDTF date: its digits are not those from 0 to 9.",
            "Format the column as text before it is filled, then write 2005-06-01, or 2005-06 if the month alone is known.",
        ),
        (
            "۸۵/۹/۲۰",
            "'۸۵/۹/۲۰' is not an EDTF date: its digits are not those from 0 to 9.",
            "Write the Gregorian year first, in four digits, such as 2006-12-11.",
        ),
        (
            "2001-01-01T00:00:00Z",
            "'2001-01-01T00:00:00Z' has a time of day.",
            "Write the day, 2001-01-01, or 2001 if the year alone is known: midnight of 1 January is what a database writes for a year alone.",
        ),
    ],
)
def test_fault_of(text, problem, remedy):
    """A cell that is no date has a problem and a remedy, each a sentence."""
    assert fault_of(text) == (problem, remedy)


def test_which_calendar_a_package_has_is_asked_once():
    """A year that may be Iranian is a fault, unless the package says that its years are Gregorian."""
    problem, remedy = fault_of("1386")
    assert problem.startswith(
        "1386 may be a year of the Solar Hijri calendar: it ran from 21 March"
    )
    assert 'if 1386 is Gregorian, add "calendar": "gregorian" to datapackage.json.' in remedy
    assert fault_of("1386", "gregorian") is None
    assert fault_of("1386", "Gregorian") is None
    assert "there is no such day" in fault_of("1385-06-31", "gregorian")[0]
    # In figures of another script, it is to be written in these first.
    assert "if 1386 is Gregorian, write 1386 and add" in fault_of("۱۳۸۶")[1]
    assert fault_of("۱۳۸۶", "gregorian")[1] == "Write '1386'."


def test_a_column_is_judged_as_each_of_its_cells():
    """Whether or not a year that may be Iranian stands among them."""
    for column in (["2005", "1990s", "2006-13"], ["2005", "1990s", "1386"], ["2005"], []):
        for calendar in (None, "gregorian"):
            alone = {text: fault_of(text, calendar) for text in column}
            found = faults_of(column, calendar)
            assert found == {text: fault for text, fault in alone.items() if fault}
