"""Who bears which risk: each cell tells how it is told, and one of which nothing is said says so."""

import pandas as pd
import pytest
from drawn import drawn_height, drawn_width, rows_in, title_of
from hearing import marks_in

import track2lib as t2
from track2lib.charts.grammar.risk_cells import TOLD

COLUMNS = ["risk_id", "risk", "bearer", "told_as"]


def risks(*rows):
    """Give rows as a table of risks."""
    table = pd.DataFrame(rows, columns=COLUMNS)
    return table.assign(from_whom=None, accused=None, statement="It is so.", cited="Doe 2001, p. 1")


def drawn(table):
    """Give the cells of a chart, each by bearer and kind, with how it is told."""
    rows = rows_in(t2.compare_risks(table).to_dict())
    return [(row["bearer"], row["risk"], row.get("told_as")) for row in rows if "risk" in row]


def test_each_way_of_telling_is_a_mark_and_silence_is_words():
    """A cell with rows has a mark for each way; a cell without any says so, and cites nobody."""
    table = risks(
        ("a", "law", "guests", "feared"),
        ("b", "law", "guests", "possible"),
        ("c", "travel", "hosts", "happened"),
    )
    assert {*drawn(table)} == {
        ("guests", "law", "possible"),
        ("guests", "law", "feared"),
        ("hosts", "law", "not stated"),
        ("guests", "travel", "not stated"),
        ("hosts", "travel", "happened"),
    }
    heard = marks_in(t2.compare_risks(table).to_dict())
    silent = [words for words in heard if "not stated" in words]
    assert silent[0] == "Risk: law; Borne by: hosts; Told as: not stated"
    assert len(silent) == 2
    told = [words for words in heard if words not in silent]
    assert len(told) == 3
    assert all(words.endswith("; Says who: Doe 2001, p. 1") for words in told)


def test_ours_says_how_much_is_not_stated():
    """The title counts cells with and without rows, and they add up."""
    table = t2.load("risks")
    told = len(table[["risk", "bearer"]].drop_duplicates())
    whole = table["risk"].nunique() * table["bearer"].nunique()
    title = title_of(t2.compare_risks(table).to_dict())
    assert (
        f"stated in {told} of {whole} cells; of the other {whole - told} nothing is said" in title
    )


def test_who_is_accused_is_told_of_a_charge():
    """The accused may be the bearer or another; a reader who points at a mark, or listens, is told."""
    table = risks(("a", "law", "guests", "charged"), ("b", "law", "hosts", "charged"))
    spec = t2.compare_risks(table.assign(accused=["guests", "a ministry"])).to_dict()
    told = {row["bearer"]: row["accused"] for row in rows_in(spec) if row.get("told_as")}
    assert told == {"guests": "guests", "hosts": "a ministry"}
    assert "hosts charged (accused: a ministry)" in spec["description"]


def test_who_is_accused_is_told_of_each_charge_and_of_nothing_else():
    """In our table a charge names the accused, and what is no charge accuses nobody."""
    table = t2.load("risks")
    assert (table["accused"].notna() == (table["told_as"] == "charged")).all()


def test_whose_sorting_it_is_is_said_of_ours_alone():
    """Kinds and bearers of a reader's own are not ours."""
    assert "our sorting" in str(t2.compare_risks(t2.load("risks")).to_dict())
    assert "our sorting" not in str(
        t2.compare_risks(risks(("a", "law", "guests", "feared"))).to_dict()
    )


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (
            risks(("a", "law", "guests", "rumored")),
            "told_as of row 0 is 'rumored'.*happened, charged",
        ),
        (risks(("a", "law", None, "feared")), "has no bearer"),
        (
            risks(*(("a", "law", "guests", "feared") for _ in range(2))),
            "Two rows have the same risk_id",
        ),
        (
            risks(*((f"r{n}", "law", f"guests {n}", "feared") for n in range(7))),
            "There are 7 bearers.*up to 6 can be read",
        ),
        (
            risks(*((f"r{n}", f"law {n}", "guests", "feared") for n in range(11))),
            "There are 11 kinds of risk.*up to 10 can be read",
        ),
    ],
)
def test_what_cannot_be_drawn_is_told(table, said):
    """Each in one sentence that says what is wrong."""
    with pytest.raises(ValueError, match=said):
        t2.compare_risks(table)


def test_as_much_as_can_be_read_fits_the_page():
    """The most kinds and bearers, with each way of telling in a cell, stay within a screen."""
    rows = [
        (
            f"{kind} {bearer} {word}",
            f"a kind with a long name {kind}",
            f"people of a kind {bearer}",
            word,
        )
        for kind in range(10)
        for bearer in range(6)
        for word in TOLD
    ]
    spec = t2.compare_risks(risks(*rows)).to_dict()
    assert drawn_width(spec) <= 830
    assert drawn_height(spec) <= 640
