"""What is said beside a map."""

import pandas as pd
import pytest
from hand_written import DIALOGUE, MEETING, fill

import track2lib as t2
from track2lib.charts.grammar.map_words import elsewhere, headline


def test_rows_are_called_what_they_are():
    """A title counts meetings or events, and of other tables the rows."""
    rows = pd.DataFrame({"place": ["Bonn"] * 2 + ["Oslo"], "precision": "city", "event_id": "e"})
    assert headline(rows) == "Bonn is named for 2 of 3 events, more than any other town"


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "Town 1 is named as a venue without a recorded meeting. "),
        (2, "Town 1 and Town 2 are named as venues without a recorded meeting. "),
        (
            6,
            "6 more towns, such as Town 1 and Town 2, are named as venues without a recorded meeting. ",
        ),
    ],
)
def test_a_few_venues_are_named_and_many_counted(mine, count, said):
    """Towns without a meeting are named where they are few; of many two stand for all."""
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "d1"})
    for n in range(count + 1):
        fill(mine, "places", {"place_id": f"t{n}", "name": f"Town {n}", "precision": "city"})
        fill(mine, "dialogue_venues", {"dialogue_id": "d1", "place_id": f"t{n}"})
    fill(mine, "meetings", MEETING | {"meeting_id": "m", "date": "2001", "place_id": "t0"})
    assert elsewhere(t2.load("meetings", data=mine)) == said
