"""What survives of ideas on the way home: each fate has its mark, and what cannot be read is refused."""

import pandas as pd
import pytest
from drawn import drawn_height, drawn_width, rows_in

from track2lib import impact
from track2lib.impact.sheet_kinds import FATES

COLUMNS = ["observer", "room", "idea", "audience", "fate"]


def sheets(*rows):
    """Give rows as a table of ideas."""
    return pd.DataFrame(rows, columns=COLUMNS)


def test_each_fate_that_was_heard_is_drawn_once():
    """With who heard it so."""
    table = sheets(
        ("ana", "A", "Visas", "editor", "carried"),
        ("ben", "A", "Visas", "editor", "dropped"),
        ("cyd", "A", "Visas", "editor", "dropped"),
    )
    rows = [row for row in rows_in(impact.ideas_chart(table).to_dict()) if "fate" in row]
    found = {(row["fate"], row["said"], row["by"]) for row in rows}
    assert found == {("carried", "1", "ana"), ("dropped", "2", "ben and cyd")}


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (
            sheets(("ana", "A", "Visas", "editor", "lost")),
            "fate of row 0 is 'lost'.*carried, changed",
        ),
        (sheets(("ana", "A", "Visas", "editor", None)), "No idea has a fate"),
        (
            sheets(*[("ana", "A", "Visas", "editor", "carried")] * 2),
            "Two rows have the same observer",
        ),
        (
            sheets(*(("ana", "A", "Visas", f"editor {n}", "carried") for n in range(7))),
            "There are 7 audiences.*up to 6 can be read",
        ),
        (
            sheets(*(("ana", "A", f"idea {n}", "editor", "carried") for n in range(16))),
            "There are 16 rows of ideas and rooms, and up to 15 can be read",
        ),
        (sheets(("ana", "A", None, "editor", "carried")), "has no idea"),
        (impact.load_sheets(), "The table has no column idea, audience, fate"),
    ],
)
def test_what_cannot_be_drawn_is_told(table, said):
    """Each in one sentence that says what is wrong."""
    with pytest.raises(ValueError, match=said):
        impact.ideas_chart(table)


def test_as_much_as_can_be_read_fits_the_page():
    """The most ideas and audiences, with all fates in a cell, stay within a screen."""
    rows = [
        (f"o{place}", room, f"An idea with a long name {n}", f"parliament in capital {a}", fate)
        for room in "AB"
        for n in range(5)
        for a in range(6)
        for place, fate in enumerate(FATES)
    ]
    spec = impact.ideas_chart(sheets(*rows)).to_dict()
    assert drawn_width(spec) <= 830
    assert drawn_height(spec) <= 640
