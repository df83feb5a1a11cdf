"""What is said beside a map."""

import pandas as pd

from track2lib.charts.grammar.map_words import headline


def test_rows_are_called_what_they_are():
    """A title counts meetings or events, and of other tables the rows."""
    rows = pd.DataFrame({"place": ["Bonn"] * 2 + ["Oslo"], "precision": "city", "event_id": "e"})
    assert headline(rows) == "Bonn is named for 2 of 3 events, more than any other town"
