"""What a chart says of its periods comes from their table."""

import pandas as pd
import pytest
from hand_written import DIALOGUE, fill
from own_periods import eras

import track2lib as t2
from track2lib.charts.grammar.periods import closed, periods_of, shared_note


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (["1998/2004", "2004/2014"], "2004 belongs to both periods."),
        (["1998/2003", "2004/2014"], ""),
        (["1998/..", "2004/..", "2010/.."], "2004 and 2010 each belong to two periods."),
        (["1998-05/2004-08", "2004-08/2014"], "August 2004 belongs to both periods."),
        (["1998/2004-08-03", "2004-08-03/.."], "3 August 2004 belongs to both periods."),
        (
            ["1998/2004-08-03", "2004-08-02/.."],
            "2 August 2004 to 3 August 2004 belongs to both periods.",
        ),
        (["1998/2006", "2004/2014"], "2004 to 2006 belongs to both periods."),
        (["1998/2004"], ""),
        ([], ""),
        (["1993/2003", "2003/2008", "1983/2005"], "1993 to 2005 belongs to more than one period."),
        (
            ["1980/1984", "1984/1990", "1990/2000", "1990/1995", "1995/.."],
            "1984 and 1990 to 2000 each belong to more than one period.",
        ),
        (["1990/1999", "1990/1999", "1990/1999"], "1990 to 1999 belongs to more than one period."),
        (["1980/1990", "1990/2000", "2001/.."], "1990 belongs to two periods."),
    ],
)
def test_shared_time_is_read_from_the_table(texts, said):
    """Time that lies in two periods is named as exactly as the table gives it, and no other."""
    assert shared_note(eras(*texts)) == said


def test_a_period_is_closed_by_the_next_one_alone():
    """An end that is given stays, the last stays open, and to close twice changes nothing."""
    once = closed(eras("2004/..", "1998/..", "2001/2002"))
    assert once["dates_latest"].dt.year.fillna(0).tolist() == [2001, 2002, 0]
    pd.testing.assert_frame_equal(closed(once), once)


def beside(folder, periods):
    """Load a dialogue of 2012 from a package with these periods, below the project's own."""
    fill(folder, "eras", *({"era_id": k, "name": k, "dates": when} for k, when in periods.items()))
    fill(folder, "dialogues", DIALOGUE | {"dialogue_id": "d1", "dates": "2012"})
    return t2.load("dialogues", data=folder, beside=True)


def test_a_period_of_another_package_ends_none_of_ours(mine):
    """What began elsewhere in 2010 leaves the presidency of that year as long as it was."""
    both = periods_of(beside(mine, {"theirs": "2010/2018"})).set_index("era_id")["dates_latest"]
    assert both.dt.year.fillna(0).to_dict() == {
        "khatami": 2005,
        "ahmadinejad": 2013,
        "theirs": 2018,
        "rouhani": 2021,
        "raisi": 2024,
        "pezeshkian": 0,
    }


def test_periods_of_a_package_without_a_row_are_not_shown(mine):
    """Rows of one package alone lie in the periods of that one."""
    table = beside(mine, {"theirs": "2010/..", "later": "2012/.."})
    theirs, ours = table.tail(1), table.head(3)
    assert periods_of(theirs)["era_id"].tolist() == ["theirs", "later"]
    assert shared_note(periods_of(theirs)) == "2012 belongs to both periods."
    assert periods_of(ours)["era_id"].tolist() == t2.load("eras")["era_id"].tolist()
    said = shared_note(periods_of(ours))
    assert said == "2005, 2013 and August 2021 each belong to two periods."
    said = " ".join(t2.timeline(theirs).to_dict()["vconcat"][0]["title"]["text"])
    assert said.endswith("2012 belongs to both periods.")


def test_a_package_without_periods_lies_in_ours(mine):
    """Its rows have our presidencies as their era, and these are shown."""
    assert (
        periods_of(beside(mine, {}).tail(1))["era_id"].tolist()
        == t2.load("eras")["era_id"].tolist()
    )


def test_two_periods_that_go_on_share_the_time_from_the_later_one_on(mine):
    """Where each package has a period without an end, it is said that both go on."""
    table = beside(mine, {"theirs": "2025/.."})
    said = shared_note(periods_of(table))
    assert said == "2005, 2013, August 2021 and time from 2025 on each belong to two periods."
