"""What went on in a year, and what no source says."""

import pandas as pd
import pytest
from drawn import named, rows_of

import track2lib as t2


def test_running_never_calls_silence_absence() -> None:
    """A dialogue without a date is neither going on nor 'not then' in any year."""
    rows = [
        row
        for row in rows_of(t2.active_in_year(named()))
        if row["subject"] == "Munk Center discussions"
    ]
    assert {row["verdict"] for row in rows} == {"source does not say"}


def test_running_refuses_a_year_out_of_range() -> None:
    """The error names the range."""
    with pytest.raises(ValueError, match="1997 to 2010"):
        t2.active_in_year(named(), year=2020)


def test_dialogues_without_dates_are_in_no_year() -> None:
    """Where no dialogue has a date, the title says that none can be placed."""
    undated = t2.load("dialogues").query("dates.isna()").head(2)
    chart = t2.active_in_year(undated.assign(dates=pd.Series(pd.NA, undated.index, dtype="string")))
    assert "none of 2 dialogues" in " ".join(chart.to_dict()["title"]["text"])
