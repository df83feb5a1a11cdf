"""What is said beside a map."""

import pandas as pd
import pytest

from track2lib.charts.grammar.map_words import headline, kind_of, some


@pytest.mark.parametrize(
    ("names", "most", "said"),
    [
        (["Bonn", "Oslo"], 4, "Bonn and Oslo"),
        (["a", "b", "c"], 2, "a, b and 1 more"),
        (["Akron, Pennsylvania", "Bonn", "Oslo"], 2, "Akron, Pennsylvania; Bonn; 1 more"),
        (["تهران"], 4, "\u2068تهران\u2069"),
    ],
)
def test_a_few_are_named(names, most, said):
    """Others are counted; what has a comma in it is kept apart by more than a comma."""
    assert some(names, most) == said


def test_rows_are_called_what_they_are():
    """A title counts meetings or events, and of other tables the rows."""
    assert kind_of(pd.DataFrame({"event_id": [], "meeting_id": []})) == ("meeting", "meetings")
    rows = pd.DataFrame({"place": ["Bonn"] * 2 + ["Oslo"], "precision": "city", "event_id": "e"})
    assert headline(rows) == "Bonn is named for 2 of 3 events, more than any other town"
