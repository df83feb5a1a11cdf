"""Events by the era of their date, whatever the section that tells them."""

import pytest
from drawn import founding, rows_of

import track2lib as t2


def test_eras_go_by_date_and_not_by_section() -> None:
    """Told under Khatami and dated under Ahmadinejad is the election of 2009, and it alone."""
    rows = [
        row
        for row in rows_of(t2.events_by_era(founding("events")))
        if row.get("setting") == "the date"
    ]
    told = [row for row in rows if row["told"] == "The Khatami years"]
    by_column = {row["title"]: row["column"] for row in told}
    crossed = {title for title, column in by_column.items() if column == "The Ahmadinejad years"}
    assert crossed == {"Disputed presidential election in Iran"}
    charge = "Hardline elements begin to accuse track II reformists"
    assert by_column[charge] == "Only a latest year"


def test_only_events_before_the_presidencies_are_refused() -> None:
    """Where nothing falls in a column, the error says what draws such events."""
    events = t2.load("events").query("era == 'before'").head(3)
    with pytest.raises(ValueError, match="before the first presidency"):
        t2.events_by_era(events)
