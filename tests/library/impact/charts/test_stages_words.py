"""What is said around the stages of talk follows from the rows."""

import pandas as pd
import pytest
from observing import talk

from track2lib.impact.charts.stages_rows import laid_out, listed
from track2lib.impact.charts.stages_words import caption, described, headline, key_of
from track2lib.impact.sheet_kinds import STAGES


def lanes_of(*rows):
    """Lay out some rows."""
    return laid_out(pd.DataFrame(rows, columns=STAGES.columns))


def said(*rows):
    """Give the title of some rows."""
    return headline(lanes_of(*rows), listed(pd.DataFrame()))


ANA = talk("ana", "rules", "concerns", "concerns", "solutions")


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        (
            [*ANA, *talk("ben", "rules", "rules", "concerns", "home")],
            'Observers agree on 2 of 4 intervals; talk turns to "Concerns" at minute 5 in 1 of 2 sheets',
        ),
        (ANA, 'As one observer heard it: talk turns to "Concerns" at minute 5'),
        (talk("ana", "rules", "rules"), "As one observer heard it"),
        (
            [*talk("ana", "rules"), *talk("ben", "rules")],
            "Observers agree on 1 of 1 interval",
        ),
        (
            [*talk("ana", "rules"), *talk("ben", "rules", start=5)],
            "No interval was coded by two observers",
        ),
        (
            [
                *ANA,
                *talk("ben", "rules"),
                *talk("cyd", "home", room="B"),
                *talk("dee", "other", room="B"),
            ],
            "Observers agree on 1 of 2 intervals: in room A on 1 of 1 and in room B on 0 of 1",
        ),
        (
            [*talk("ana", "rules"), *talk("ben", "rules", room="B")],
            "No interval was coded by two observers",
        ),
    ],
)
def test_the_title_counts_what_is_there(rows, title):
    """How far observers agree, and in one room when talk turns; nothing of a room with one observer."""
    assert said(*rows) == title


def test_talk_turns_to_nothing_with_which_a_sheet_begins():
    """What somebody heard from the start is no turn, however long it lasts."""
    rows = [*talk("ana", "concerns", "concerns", "home"), *talk("ben", "rules", "concerns", "home")]
    assert 'turns to "Going home" at minute 10 in 2 of 2 sheets' in said(*rows)


def test_the_key_names_only_what_is_drawn():
    """No line, no cross and no outline is explained that is not there."""
    assert key_of(lanes_of(*ANA)) == ""
    assert key_of(lanes_of(*talk("ana", "rules", None))) == "Broken outline: not coded."
    both = key_of(lanes_of(*ANA, *talk("ben", "rules")))
    assert both.startswith("Line: all observers of the room")
    assert both.endswith("Broken outline: not coded.")


def test_the_caption_counts_the_sheets():
    """One name in two rooms is two sheets."""
    rows = [*talk("me", "rules"), *talk("me", "rules", room="B")]
    table = pd.DataFrame(rows, columns=STAGES.columns)
    assert caption(lanes_of(*rows), table).startswith("Source: sheets of 2 observers.")


def test_the_description_tells_each_run():
    """Whoever does not see the chart hears from which minute on which stage was coded, and what was not."""
    rows = [*talk("ana", "rules", "rules", None, "home")]
    told = described(lanes_of(*rows), listed(pd.DataFrame()))
    assert told.endswith("ana: from 0 Rules, from 10 not coded, from 15 Going home.")
