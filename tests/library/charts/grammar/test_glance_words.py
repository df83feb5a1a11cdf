"""The words of a page of all rows at a glance."""

import pandas as pd

import track2lib as t2
from track2lib.charts.grammar.glance_words import alone, headline


def test_what_lies_in_one_period_is_counted_by_its_name() -> None:
    """The most come first; nothing is counted where most lie in several periods."""
    rows = t2.load("dialogues").query("era in ['khatami', 'rouhani']").head(5)
    count = alone(rows)
    assert count.sum() == 5
    assert set(count.index) <= {"The Khatami years", "The Rouhani years"}
    assert count.is_monotonic_decreasing
    assert alone(t2.load("dialogues").query("era == 'both'")).empty


def test_title_without_a_count_says_from_when_on() -> None:
    """Of one year it says that, and of several the first."""
    none, rows = pd.Series(dtype=int), pd.DataFrame(index=range(2))
    assert headline(rows, none, [2001, 2003], 3, "event") == (
        "Sources place 2 of 3 events in time, from 2001 on"
    )
    assert headline(rows, none, [2001], 1, "event").endswith("1 event in time, in 2001")
