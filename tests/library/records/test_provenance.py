"""Each row says who bears it, and where."""

import pytest
from hand_written import fill
from other_source import add_source

import track2lib


def test_sources_of_a_row(copy):
    """A row names every source it rests on, and the places in them, each once."""
    add_source(copy)
    row = track2lib.load("constructs", data=copy).set_index("construct_id").loc["c-forum"]
    assert row["sources"] == "dimaggio2010; other2015"
    assert row["cited"].split("; ") == [
        "DiMaggio 2010, Measuring success, para. 2",
        "Other 2015, Opening, para. 1",
    ]


def test_passages_and_evidence_say_where_they_stand():
    """A passage, and a piece of evidence, names its place as `evidence()` does."""
    passages = track2lib.load("passages").set_index("passage_id")["cited"]
    shown = track2lib.evidence("dialogues", "una-sipri")
    assert shown["locator"].tolist() == passages[shown["passage_id"]].tolist()
    facts = track2lib.load("evidence")
    assert facts["cited"].tolist() == passages[facts["passage_id"]].tolist()


def test_rows_borne_by_a_series():
    """A measured value rests on what bears its series."""
    series = track2lib.load("outcome_series").set_index("series_id")
    for column in ("sources", "cited"):
        values = track2lib.load("outcomes")
        assert values[column].tolist() == series.loc[values["series_id"], column].tolist()


@pytest.mark.parametrize(
    ("key", "date", "cited"),
    [
        ("writer2015b", "2015", "Writer 2015b"),
        ("writer-nd-a", "", "Writer n.d."),
        ("writernda", "", "Writer n.d.a"),
        ("box1987b", "2015", "Writer 2015"),
    ],
)
def test_a_letter_stands_behind_its_own_year(mine, key, date, cited):
    """A letter behind another number of the key tells no two works of a year apart."""
    row = {"source_id": key, "authors": "Writer", "short_name": "Writer", "title": "A Book"}
    fill(mine, "sources", row | {"date": date})
    assert track2lib.load("sources", data=mine)["cited"].tolist() == [cited]


@pytest.mark.parametrize(
    ("date", "cited"),
    [
        ("200X", "Miller 2000s"),
        ("[2004,2006]", "Miller 2004 or 2006"),
        ("2004-05/2006", "Miller 2004"),
        ("[..2006]", "Miller 2006"),
        ("", "Miller n.d."),
    ],
)
def test_a_year_that_is_not_known_exactly_is_cited_so(mine, date, cited):
    """A decade is a date, and of two years neither is the one."""
    row = {"source_id": "miller", "authors": "Miller", "short_name": "Miller", "title": "A Book"}
    fill(mine, "sources", row | {"date": date})
    assert track2lib.load("sources", data=mine)["cited"].tolist() == [cited]
