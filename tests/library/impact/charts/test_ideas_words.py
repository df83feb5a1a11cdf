"""What is said around ideas on the way home follows from the rows."""

import pandas as pd
import pytest

from track2lib.impact.charts.ideas_rows import heard, rows_of, tally
from track2lib.impact.charts.ideas_words import caption, described, headline, key_of

COLUMNS = ["observer", "room", "idea", "audience", "fate"]


def sheets(*rows):
    """Give rows as a table of ideas."""
    return pd.DataFrame(rows, columns=COLUMNS)


def one(audience, *fates, room="A"):
    """Give what one observer heard before an audience, idea by idea."""
    return [("ana", room, f"idea {n}", audience, fate) for n, fate in enumerate(fates)]


def said(table):
    """Give the title with plain spaces."""
    found = heard(table)
    return " ".join(headline(found, tally(found)).split())


EDITOR = one("editor", "carried", "dropped")


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        (EDITOR, "What survives: editor 1 of 2 ideas"),
        (
            [*EDITOR, ("ben", "A", "idea 1", "editor", "carried"), *one("minister", "changed")],
            "What survives: editor 1 or 2 of 2 ideas, minister 1 of 1; observers differ on 1 of 3 reports",
        ),
        (
            [*EDITOR, *one("b", "dropped"), *one("c", "dropped"), *one("d", "dropped")],
            'Ideas survive in 1 of 5 reports, most often before "editor"',
        ),
        (
            [
                *one("a", "carried"),
                *one("b", "carried"),
                *one("c", "dropped"),
                *one("d", "dropped"),
            ],
            "Ideas survive in 2 of 4 reports",
        ),
        (
            [
                *one("a", "carried", "dropped"),
                *one("b", "dropped"),
                ("ben", "A", "idea 0", "b", "carried"),
                *one("c", "dropped"),
                *one("d", "dropped"),
            ],
            "Ideas survive in 1 or 2 of 5 reports; observers differ on 1",
        ),
    ],
)
def test_the_title_counts_with_bounds(rows, title):
    """An audience is named as the first only if it is so whichever observer is right."""
    assert said(sheets(*rows)) == title


def test_the_key_names_only_what_is_drawn():
    """Numbers and gaps are explained where there are some."""
    plain = sheets(*EDITOR)
    assert key_of(heard(plain), rows_of(plain)[1]) == "Survives: heard carried or changed."
    gap = sheets(*EDITOR, *one("minister", "carried"))
    assert key_of(heard(gap), rows_of(gap)[1]).endswith("No mark: not coded.")
    two = sheets(*EDITOR, ("ben", "A", "idea 0", "editor", "changed"))
    assert "observers differ, with how many" in key_of(heard(two), rows_of(two)[1])


def test_silence_is_no_verdict():
    """The caption says what an observer's silence does not mean."""
    assert caption(sheets(*EDITOR)) == (
        "Source: sheets of 1 observer. What an observer did not hear may have been said all the same."
    )


def test_the_description_tells_each_report():
    """With rooms where there are several, and with numbers where observers differ."""
    table = sheets(
        *EDITOR, ("ben", "A", "idea 0", "editor", "changed"), *one("editor", "not heard", room="B")
    )
    told = described(heard(table), tally(heard(table)))
    assert "1 of 3 survive before editor." in told
    assert "Room A, idea 0: editor carried (1) and changed (1)." in told
    assert told.endswith("Room B, idea 0: editor not heard.")
