"""What went on in a year, and what no source says."""

import pandas as pd
import pytest
from drawn import named, rows_of
from hand_written import DIALOGUE, fill

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


@pytest.mark.parametrize(
    ("dates", "going_on", "not_told"),
    [
        ("2002/2004", {2002, 2003, 2004}, set()),
        ("2002~/2003", {2002, 2003}, set()),
        ("2003", {2003}, set()),
        ("2003-24", set(), {2003, 2004}),
        ("[2002,2004]", set(), {2002, 2003, 2004}),
        ("{2002..2004}", {2002, 2003, 2004}, set()),
        ("199X/2001", {1999, 2000, 2001}, {1997, 1998}),
        ("1998/200X", {1998, 1999, 2000}, set(range(2001, 2008))),
        ("2002-24/..", set(range(2003, 2008)), {2002}),
        ("[2005..]", {2005, 2006, 2007}, set()),
        ("../2003", set(), set(range(1997, 2008))),
        ("../..", {2007}, set(range(1997, 2007))),
    ],
)
def test_a_year_that_a_date_only_may_mean_is_not_told(mine, dates, going_on, not_told) -> None:
    """A dialogue goes on in the years between its ends, and in those of an end it may have."""
    row = DIALOGUE | {"dialogue_id": "d1", "dates": dates, "source": "Author 2007, p. 1"}
    until = {"dialogue_id": "d2", "dates": "2000/2007", "source": "Author 2007, p. 1"}
    fill(mine, "dialogues", row | {"name": "This"}, DIALOGUE | until | {"name": "Other"})
    chart = t2.active_in_year(t2.load("dialogues", data=mine))
    told = [
        row for row in rows_of(chart) if row["subject"] == "This" and int(row["setting"]) >= 1997
    ]
    said = {
        verdict: {int(row["setting"]) for row in told if row["verdict"] == verdict}
        for verdict in ("going on", "source does not say")
    }
    assert said == {"going on": going_on, "source does not say": not_told}
