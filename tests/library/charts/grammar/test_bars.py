"""What is said below bars."""

import pandas as pd

from track2lib.charts.grammar.bars import source_note_of_bars
from track2lib.charts.grammar.words import source_note


def test_bars_do_not_promise_sources_of_their_own():
    """Where sources are too many to be named, marks name their own, and a bar names none."""
    for count, alike in ((2, True), (9, False)):
        table = pd.DataFrame({"cited": [f"Author {n}, p. 1" for n in range(count)]})
        assert (source_note_of_bars(table) == source_note(table)) == alike
    assert source_note_of_bars(table) == "Sources: 9 documents."
