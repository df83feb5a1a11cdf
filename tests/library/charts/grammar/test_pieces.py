"""Dates cut into what is certain, possible and open."""

import pandas as pd
import pytest
from generated import SAME, every_date
from hand_written import DIALOGUE, fill
from hypothesis import given
from hypothesis import strategies as st

import track2lib as t2
from track2lib.charts.grammar.pieces import in_time_order, iso, open_note, pieces_of
from track2lib.records import dates


def pieces(date: str | None, words: str | None = None) -> list[tuple[str, str | None, str | None]]:
    """Cut one date, which a source of 2010 gives."""
    rows = pd.DataFrame(
        {"event_id": ["x"], "date": [date], "date_words": [words], "cited": ["DiMaggio 2010"]},
        dtype="string",
    )
    found = pieces_of(rows, "date")[["kind", "start", "end"]].astype(object)
    return list(found.where(found.notna(), None).itertuples(index=False, name=None))


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (None, [("none", None, None)]),
        ("2008-05", [("possible", "2008-05-01", "2008-06-01")]),
        ("[..2008]", [("not after", "2008-12-31", None)]),
        ("../..", [("possible", "2010-01-01", "2011-01-01"), ("goes on", "2011-01-01", None)]),
        (
            "2002/2003",
            [("possible", "2002-01-01", "2004-01-01")],
        ),
        (
            "2002/..",
            [
                ("possible", "2002-01-01", "2003-01-01"),
                ("certain", "2003-01-01", "2010-01-01"),
                ("possible", "2010-01-01", "2011-01-01"),
                ("goes on", "2011-01-01", None),
            ],
        ),
    ],
)
def test_a_date_claims_no_more_than_it_says(
    date: str | None, expected: list[tuple[str, str | None, str | None]]
) -> None:
    """Only what lies between both ends is certain; what is open goes on from the year of writing."""
    assert pieces(date) == expected


def test_an_end_that_is_open_is_open_as_of_its_own_source() -> None:
    """A row is dated by the source that gives its date, though it cites a later one for a count."""
    dialogues = t2.load("dialogues")
    rows = dialogues.assign(label=dialogues["name"])
    found = pieces_of(rows, "dates").drop_duplicates("dialogue_id").set_index("dialogue_id")
    facts = t2.load("evidence").query("table == 'dialogues' and field == 'dates'")
    source = t2.load("passages").set_index("passage_id")["source_id"]
    dated = t2.load("sources").set_index("source_id")["date_latest"].dt.year
    years = facts["passage_id"].map(source).map(dated)
    latest = years.groupby([facts["key"], facts["value"]]).max().dropna()
    told = rows.set_index("dialogue_id")["dates"]
    own = {key: year for (key, value), year in latest.items() if told.get(key) == value}
    assert len(own) > 40
    assert {key: found.at[key, "written"] for key in own} == own


def test_another_source_has_a_line_of_its_own() -> None:
    """Each other date of a contested row is a piece, in words, and says who gives it."""
    rows = t2.load("dialogues").query("dialogue_id == 'una-sipri'").reset_index(drop=True)
    found = pieces_of(rows, "dates")
    others = found[found["kind"] == "other"]
    given = t2.evidence("dialogues", "una-sipri", "dates")["value"].dropna().unique()
    assert len(others) == len(given) - 1
    assert dict(zip(others["cited"], others["words"], strict=True)) == {
        "Slim 2009": "December 2002 to 2008",
        "Penketh 2008": "since about 2003",
        "AC Confidential 2015": "2002 to 2005",
    }
    assert others["end"].gt(others["start"]).all()


def test_an_end_without_bounds_is_refused() -> None:
    """A date that cannot be the end of a span is named, and is not drawn as one."""
    with pytest.raises(ValueError, match="has no bounds"):
        pieces("2002/[..2008]")


def test_a_contested_date_beside_ones_own(three):
    """The other dates of our rows are drawn, though one's own package has no evidence."""
    both = t2.load("dialogues", data=three, beside=True)
    rows = both[both["dialogue_id"].isin(["una-sipri", "d1"])]
    drawn = [row for data in t2.timeline(rows).to_dict()["datasets"].values() for row in data]
    assert "other" in {row.get("kind") for row in drawn}


def test_an_open_end_is_open_when_its_source_was_written(mine):
    """What goes on in one's own rows goes on until the year of the row's own source."""
    first, second = (
        {"dialogue_id": f"d{n}", "name": f"Talks {n}", "dates": "2001/.."} for n in (1, 2)
    )
    fill(mine, "dialogues", DIALOGUE | first, DIALOGUE | second | {"source": "Else 2005"})
    chart = t2.timeline(t2.load("dialogues", data=mine)).to_dict()
    drawn = [row for data in chart["datasets"].values() for row in data]
    open_at = {row["label"]: row["start"] for row in drawn if row.get("kind") == "goes on"}
    assert open_at == {"Talks 1": "2013-01-01", "Talks 2": "2006-01-01"}


@pytest.mark.parametrize(
    ("date", "cited", "expected"),
    [
        # A beginning or an end that is told more exactly than the other cuts the other.
        ("2003-11/..", "A 2003", [("2003-11-01", "2004-01-01")]),
        ("2001/2001-02", "A 2003", [("2001-01-01", "2001-03-01")]),
        ("1999-08/1999-08-14", "A 2003", [("1999-08-01", "1999-08-15")]),
        ("2003/200X", "A 2003", [("2003-01-01", "2010-01-01")]),
        ("199X/1995", "A 2003", [("1990-01-01", "1996-01-01")]),
        # Written before it was to begin, and by nobody knows when.
        ("2012/..", "A 2010", [("2012-01-01", "2013-01-01")]),
        ("2012/..", "Interview 1987", [("2012-01-01", "2013-01-01")]),
        ("0628", "A 2010", [("0628-01-01", "0629-01-01")]),
    ],
)
def test_no_piece_lies_outside_the_bounds_of_its_date(date, cited, expected):
    """What is told of one end holds for the other: nothing begins after its end."""
    rows = pd.DataFrame(
        {"event_id": ["x"], "date": [date], "date_words": [None], "cited": [cited]}, dtype="string"
    )
    found = pieces_of(rows, "date").dropna(subset="end")
    assert list(found[["start", "end"]].itertuples(index=False, name=None)) == expected


@SAME
@given(every_date, st.integers(1950, 2030))
def test_pieces_of_any_date_lie_within_its_bounds(date, written):
    """No piece begins before the first day or ends after the last, or after the year of writing."""
    rows = pd.DataFrame(
        {"event_id": ["x"], "date": [date], "date_words": [None], "cited": [f"Author {written}"]},
        dtype="string",
    )
    found = pieces_of(rows, "date").dropna(subset=["start", "end"])
    earliest, latest, ongoing = dates.bounds(date)
    last = iso(latest, after=1) if latest else f"{written + 1}-01-01"
    if ongoing and earliest:
        last = max(last, iso(dates.bounds(date.split("/")[0])[1], after=1))
    assert earliest is None or (found["start"] >= iso(earliest)).all()
    assert (found["end"] <= last).all()
    assert (found["start"] < found["end"]).all()


@pytest.mark.parametrize("key", ["arf-eminent-persons", "kashmir-envoys", "eclipse-delegation"])
def test_rows_of_the_project_are_drawn_within_their_bounds(key):
    """An end that is known to the month does not stretch the other over a whole year."""
    name = "dialogues" if key in set(t2.load("dialogues")["dialogue_id"]) else "meetings"
    column = "dates" if name == "dialogues" else "date"
    rows = t2.load(name)
    rows = rows[rows.iloc[:, 0] == key].reset_index(drop=True)
    found = pieces_of(rows, column)
    found = found[found["kind"].isin(["possible", "certain"])]
    assert (found["start"] >= iso(rows[f"{column}_earliest"].iloc[0])).all()
    latest = rows[f"{column}_latest"].iloc[0]
    assert pd.isna(latest) or (found["end"] <= iso(latest, after=1)).all()


def test_one_of_two_dates_does_not_lie_between_them() -> None:
    """Each date of a set has a piece of its own, and those that touch each other share one."""
    assert pieces("[2001,2003]") == [
        ("possible", "2001-01-01", "2002-01-01"),
        ("possible", "2003-01-01", "2004-01-01"),
    ]
    assert pieces("{2001,2002..2003}") == [("possible", "2001-01-01", "2004-01-01")]


def test_what_was_planned_is_not_vouched_for() -> None:
    """A source of 2010 is sure of no year that had not come."""
    assert pieces("2008/2013") == [
        ("possible", "2008-01-01", "2009-01-01"),
        ("certain", "2009-01-01", "2011-01-01"),
        ("possible", "2011-01-01", "2014-01-01"),
    ]
    assert {kind for kind, *_ in pieces("2012/2015")} == {"possible"}


def test_dates_of_our_sources_are_not_those_of_a_package_that_is_lost(mine) -> None:
    """A key that a lost package shares with ours leads to nothing that our sources say of its dates."""
    ours = t2.load("dialogues").query("dialogue_id == 'una-sipri'")
    row = DIALOGUE | {"dialogue_id": "una-sipri", "dates": "2002/2008", "source": "Writer 2004"}
    fill(mine, "dialogues", row, DIALOGUE | {"dialogue_id": "d2", "source": "Other 2020"})
    own = t2.load("dialogues", data=mine).assign(contested="dates")
    assert "other" in set(pieces_of(ours, "dates")["kind"])
    merged = own.merge(pd.DataFrame({"note": ["mine"]}), how="cross")
    found = pieces_of(merged, "dates")
    assert "other" not in set(found["kind"])
    assert found["written"].tolist()[0] == 2004


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ([2010], "Triangle: going on when its source was written, in 2010."),
        (
            [2020, 1998, None, 2007],
            "Triangle: going on when its source was written, in 1998, 2007 or 2020; "
            "of some that year is not given.",
        ),
        ([1, 2, 3, 4], "Triangle: going on when its source was written."),
        ([None], "Triangle: going on when its source was written, in a year that is not given."),
    ],
)
def test_a_triangle_is_told_with_its_years(written, said):
    """As of when an end is open, the caption says in plain words."""
    found = pd.DataFrame({"kind": "goes on", "date": "2001/..", "written": written})
    found["written"] = found["written"].astype(float)
    assert open_note(found, "date") == said
    first_day = pd.DataFrame([{"kind": "goes on", "date": "[2008..]", "written": 2010.0}])
    assert open_note(first_day, "date") == ""
    mixed = open_note(pd.concat([found, first_day]), "date")
    assert mixed == said.replace("Triangle", "Some triangles")


def test_order_is_that_of_time():
    """A last day alone has a place in time; what only goes on follows, and what has no date is last."""
    texts = [None, "../..", "2008", None, "[..2003]", "2001"]
    bounds = [dates.bounds(text)[:2] if text else (None, None) for text in texts]
    days = pd.DataFrame(bounds, columns=["date_earliest", "date_latest"]).apply(pd.to_datetime)
    rows = in_time_order(days.assign(date=texts, n=range(6)), "date")
    assert rows["n"].tolist() == [5, 4, 2, 1, 0, 3]
