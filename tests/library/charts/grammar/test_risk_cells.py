"""Cells of a chart of risks: what is told of each, in which order, and by how many rows."""

import pandas as pd

from track2lib.charts.grammar.risk_cells import TOLD, cells_of, described, headline, stated
from track2lib.records.snapshot import open_records


def risks(*rows):
    """Give rows of kind, bearer, way of telling and from whom as a table."""
    table = pd.DataFrame(rows, columns=["risk", "bearer", "told_as", "from_whom"])
    return table.assign(
        accused=[None if row[2] != "charged" else f"a house {n}" for n, row in enumerate(rows)],
        statement=[f"So {n}." for n in range(len(table))],
        cited=[f"Doe {2001 + n}, p. 1" for n in range(len(table))],
    )


TABLE = risks(
    ("law", "guests", "possible", "a court"),
    ("law", "guests", "charged", None),
    ("law", "guests", "possible", "a ministry"),
    ("travel", "hosts", "happened", "a ministry"),
)


def test_rows_of_one_way_are_one_mark_with_their_number():
    """Statements, sources and those from whom it comes stay together; a single row has no number."""
    cells = cells_of(TABLE)
    own = cells[(cells["risk"] == "law") & (cells["bearer"] == "guests")]
    assert own[["told_as", "place", "count", "several"]].to_numpy().tolist() == [
        ["charged", 0, 1, ""],
        ["possible", 1, 2, "2"],
    ]
    possible = own.iloc[1]
    assert possible["by"] == "a court and a ministry"
    assert possible["statements"] == "So 0. So 2."
    assert possible["cited"] == "Doe 2001, p. 1; Doe 2003, p. 1"


def test_a_cell_without_rows_is_there():
    """It has no way of telling, and counts for nobody."""
    cells = cells_of(TABLE)
    silent = cells[cells["told_as"].isna()]
    assert silent[["risk", "bearer"]].to_numpy().tolist() == [
        ["law", "hosts"],
        ["travel", "guests"],
    ]
    assert stated(cells) == {"guests": 1, "hosts": 1}


def test_title_follows_the_rows():
    """With gaps, without any, and with a single cell."""
    assert headline(cells_of(TABLE)) == (
        'A risk is stated in 2 of 4 cells; of the other 2 nothing is said, which is not "none"'
    )
    assert headline(cells_of(TABLE.head(1))) == "A risk is stated in 1 cell"
    whole = risks(("law", "guests", "feared", None), ("law", "hosts", "feared", None))
    assert headline(cells_of(whole)) == "A risk is stated in each of 2 cells"


def test_accused_of_several_charges_stay_together():
    """Number and accused of one mark stand in one bracket; who brings the charge is apart from them."""
    charges = risks(
        ("law", "guests", "charged", "a ministry"), ("law", "guests", "charged", "a paper")
    )
    assert "guests charged (2; accused: a house 0 and a house 1)." in described(cells_of(charges))
    assert cells_of(charges).iloc[0]["by"] == "a ministry and a paper"


def test_description_tells_silence_too():
    """Who hears the chart is told of whom nothing is said, kind by kind."""
    said = described(cells_of(TABLE))
    assert (
        "law: guests charged (accused: a house 1) and possible (2); nothing is said of hosts."
        in said
    )
    assert "travel: hosts happened; nothing is said of guests." in said


def test_words_are_those_of_the_table():
    """The ways of telling are the words that the descriptor allows, in its order."""
    (field,) = [f for f in open_records().fields("risks") if f["name"] == "told_as"]
    assert tuple(field["constraints"]["enum"]) == TOLD
