"""Events by the era of their date, whatever the section that tells them."""

import pytest
from drawn import caption_of, founding, rows_of
from hand_written import fill
from own_rows import ROWS

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
    with pytest.raises(ValueError, match="before the first period"):
        t2.events_by_era(events)


def test_the_periods_of_another_package_are_named(three) -> None:
    """Legend and caption come from the table of eras; a package without periods is told so."""
    events = t2.load("events", data=three)
    events.loc[0, "told_in"] = "The first cabinet"
    spec = t2.events_by_era(events).to_dict()
    words = " ".join([*spec["title"]["subtitle"], *caption_of(spec)])
    assert "circle The first cabinet, square The second cabinet, diamond told elsewhere" in words
    assert "Periods are given in years, without days (Author 2012)." in words
    assert "2004 belongs to both periods." in words


def test_without_sections_there_are_columns_by_date_alone(three) -> None:
    """Of what nobody tells by periods, no title says that nothing is told out of its time."""
    spec = t2.events_by_era(t2.load("events", data=three)).to_dict()
    assert spec["title"]["text"] == ["2 of 3 events have dates in one period"]
    assert spec["title"]["subtitle"] == ["Each event stands in the column of its date."]
    assert "setting" not in str(spec.get("params"))
    rows = rows_of(t2.events_by_era(t2.load("events", data=three)))
    columns = {row["title"]: row["column"] for row in rows}
    assert columns["Event 2"] == "The second cabinet"
    assert columns["Event 3"] == "No year given"


def test_a_package_without_periods_is_told_so(mine) -> None:
    """There is nothing to sort events by, and no presidency of another country is taken for it."""
    fill(mine, "events", *ROWS["events"])
    with pytest.raises(ValueError, match="has no periods to sort by"):
        t2.events_by_era(t2.load("events", data=mine))
