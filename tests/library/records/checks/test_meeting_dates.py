"""A meeting outside the dates of its dialogue is asked about."""

import pytest
from hand_written import DIALOGUE, MEETING, fill
from several_sources import bear

import track2lib as t2

REMEDY = (
    "Correct the one or the other, or say in the column 'note' of this row why it belongs there."
)


@pytest.fixture
def told(mine):
    """Write a dialogue and a meeting of it, and give what is said of them."""

    def write(dates, date, **more):
        fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "d1", "dates": dates})
        fill(mine, "meetings", MEETING | {"meeting_id": "m1", "date": date} | more)
        return t2.validate(mine).values.tolist()

    return write


@pytest.mark.parametrize(
    ("dates", "date"),
    [
        ("2007-04-14/2012-06", "2005-05-04/2005-05-05"),
        ("2006-09-07/2006-12", "2007-11"),
        ("2011-09-13/2011-09-19", "2011-09-12"),
        ("2002/..", "2001-12-31"),
        ("../2003", "2004"),
        ("1960", "1972-12"),
        ("2008-11~", "2009-01-22"),
    ],
)
def test_a_meeting_outside_its_dialogue_is_asked_about(told, dates, date):
    """It says which dates do not fit, and what can be done; a day is enough."""
    said = f"{date} lies outside the dates of 'd1', {dates}."
    assert told(dates, date) == [["meetings.csv", 2, "date", said, REMEDY, "warning"]]


@pytest.mark.parametrize(
    ("dates", "date"),
    [
        ("2002/2008", "2008-12-31"),
        ("2002/2008", "2001/2002"),
        ("2002/2008", "[..2003]"),
        ("../..", "1850"),
        ("", "1850"),
        ("2007-24", "2008-02"),
    ],
)
def test_a_meeting_that_may_lie_within_is_left_alone(told, dates, date):
    """Where one day of the one may be a day of the other, or no dates are known, nothing is asked."""
    assert told(dates, date) == []


def test_a_note_is_an_answer(told):
    """Who says in the row why the meeting belongs there is not asked again."""
    assert told("2002/2003", "2008", note="A last round, years later.") == []


def test_a_date_that_cannot_be_read_is_told_of_alone(told):
    """One fault is one message."""
    assert [row[-1] for row in told("2002/2003", "long ago")] == ["error"]


@pytest.mark.parametrize(("second", "count"), [("1999/..", 0), ("2001/2010", 1)])
def test_the_dates_that_another_source_gives_count_too(package, second, count):
    """A meeting may lie within the dates that the evidence has and the table does not show."""
    fill(package, "dialogues", DIALOGUE | {"dialogue_id": "d1", "dates": "2000/2009"})
    for source, dates in (("first", "2000/2009"), ("second", second)):
        bear(package, "dialogues", "d1", source)
        bear(package, "dialogues", "d1", source, "dates", dates)
    fill(package, "meetings", MEETING | {"meeting_id": "m1", "date": "1999"})
    bear(package, "meetings", "m1", "first")
    found = t2.validate(package)
    assert found["column"].tolist() == ["date"] * count
    assert found["problem"].str.endswith("2000/2009 or 2001/2010.").all()
