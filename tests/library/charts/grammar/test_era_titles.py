"""What titles say of events by period."""

import pandas as pd
import pytest

from track2lib.charts.grammar.era_titles import (
    BOTH,
    ELSEWHERE,
    LATEST,
    UNDATED,
    by_date,
    by_section,
    within_one,
)

A, B = "The early years", "Late"


@pytest.mark.parametrize(
    ("events", "said"),
    [
        (
            [(A, UNDATED), (A, B)],
            "The section on the early years tells 2 events; none has a year in that time",
        ),
        (
            [(B, A), (B, UNDATED), (B, UNDATED), (B, B)],
            "The section on 'Late' tells 4 events; 1 has a year in that time",
        ),
        (
            [(A, LATEST)],
            "The section on the early years tells 1 event; none has a year in that time",
        ),
        (
            [(A, LATEST), (A, UNDATED), (A, B), (A, A)],
            "The section on the early years tells 4 events; 1 has a year in that time",
        ),
        (
            [(A, BOTH), (B, B)],
            "The section on the early years tells 1 event; none has a year in that time alone",
        ),
        (
            [(A, A), (A, A), (A, UNDATED)],
            "The section on the early years tells 3 events; 2 have a year in that time",
        ),
        ([(A, A), (B, B)], "No event with a year is told of one period and dated in another"),
        ([(A, B), (B, A)], "2 events are told of one period and dated in another"),
        ([(ELSEWHERE, A), (ELSEWHERE, B), (A, A)], "No event with a year is told of one period"),
    ],
)
def test_title_names_the_period_of_which_more_is_told_than_dated(events, said) -> None:
    """What lies in several periods is not said to lie in none of them; what is alike names no period."""
    assert by_date(pd.DataFrame(events, columns=["told", "column"]), [A, B]).startswith(said)


def test_sections_are_counted_in_the_order_of_their_columns() -> None:
    """What is told elsewhere comes last."""
    told = pd.Series([A, ELSEWHERE, B, B])
    said = "Told by section: 1 on the early years, 2 on 'Late' and 1 elsewhere"
    assert by_section(told, [A, B, UNDATED, ELSEWHERE]) == said


def test_a_date_that_reaches_out_is_not_within_one_period() -> None:
    """It stands in the column, and is not counted."""
    dated = pd.DataFrame({"column": [A, A, UNDATED], "out": [False, True, False]})
    assert within_one(dated, [A, B]) == "1 of 3 events has a date in one period"
