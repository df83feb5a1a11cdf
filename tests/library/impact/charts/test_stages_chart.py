"""Stages of talk over time: every interval is drawn once, and what cannot be read is refused."""

import pandas as pd
import pytest
from drawn import drawn_height, drawn_width, rows_in
from observing import talk

from track2lib import impact
from track2lib.impact.sheet_kinds import STAGES


def sheets(*rows):
    """Give rows as a table of stages."""
    return pd.DataFrame(rows, columns=STAGES.columns)


def test_each_interval_of_each_observer_is_drawn():
    """Also that which was not coded, and with what was noted."""
    table = sheets(*talk("ana", "rules", None), ("ana", "A", 10, "home", "At last"))
    rows = [row for row in rows_in(impact.stages_chart(table).to_dict()) if "observer" in row]
    assert [(row["minute"], row["said"]) for row in rows] == [
        (0, "Rules"),
        (5, "not coded"),
        (10, "Going home"),
    ]
    assert rows[2]["remark"] == "At last"


def test_columns_of_ones_own_change_nothing():
    """A reader's table may have more than a sheet, of whatever kind."""
    table = sheets(*talk("ana", "rules", "home"))
    own = impact.stages_chart(table.assign(more=[{}, {}])).to_dict()
    assert own == impact.stages_chart(table).to_dict()


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (
            sheets(*talk("ana", "quarrel")),
            "stage of row 0 is 'quarrel', and is to be one of: rules",
        ),
        (sheets(*talk("ana", None, None)), "No interval has a stage"),
        (
            sheets(*talk("ana", "rules"), *talk("ana", "home")),
            "Two rows have the same observer and",
        ),
        (sheets(*talk("ana", *["rules"] * 41)), "There are 41 intervals, and up to 40 can be read"),
        (
            sheets(*(row for n in range(16) for row in talk(f"o{n}", "rules"))),
            "There are 17 rows of observers and rooms, and up to 16 can be read",
        ),
        (sheets((None, "A", 0, "rules", None)), "has no observer"),
        (sheets(("ana", "A", "soon", "rules", None)), "minute of row 0 is 'soon', and no number"),
        (impact.load_codings(), "The table has no column observer, room, minute, stage"),
        (impact.load_sheets(kind="ideas"), "The table has no column minute, stage"),
    ],
)
def test_what_cannot_be_drawn_is_told(table, said):
    """Each in one sentence that says what is wrong."""
    with pytest.raises(ValueError, match=said):
        impact.stages_chart(table)


def test_as_much_as_can_be_read_fits_the_page():
    """The most rooms, observers and intervals stay within a screen, with long names and no name."""
    stages = ["rules", "positions", "concerns", "other"] * 10
    rows = [
        row
        for room in ("The large one upstairs", "B", "C")
        for n in range(2)
        for row in talk(f"A name as long as observers have {n}", *stages, room=room)
    ]
    spec = impact.stages_chart(sheets(*rows)).to_dict()
    assert drawn_width(spec) <= 830
    assert drawn_height(spec) <= 640
