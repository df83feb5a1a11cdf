"""Dates cut into what is certain, possible and open."""

import pandas as pd
import pytest
from hand_written import DIALOGUE, fill

import track2lib as t2
from track2lib.charts.grammar.pieces import pieces_of


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
            [("possible", "2002-01-01", "2003-01-01"), ("possible", "2003-01-01", "2004-01-01")],
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
    checked = 0
    for key, text in zip(rows["dialogue_id"], rows["dates"], strict=True):
        own = facts[(facts["key"] == key) & (facts["value"] == text)]["cited"]
        years = own.str.extractall(r"\b(1[89]\d\d|20\d\d)[a-z]?,")[0].astype(int)
        if len(own) and own.str.count(";").eq(0).all() and len(years) == len(own):
            assert found.loc[key, "written"] == years.max(), key
            checked += 1
    assert checked > 20


def test_another_source_has_a_line_of_its_own() -> None:
    """Each other date of a contested row is a piece, with the line on which it stands as its words."""
    rows = t2.load("dialogues").query("dialogue_id == 'una-sipri'").reset_index(drop=True)
    found = pieces_of(rows, "dates")
    others = found[found["kind"] == "other"]
    given = t2.evidence("dialogues", "una-sipri", "dates")["value"].dropna().unique()
    assert others["words"].tolist() == list(range(len(given) - 1))
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
    open_at = {row["label"]: row["start"] for row in drawn if row["kind"] == "goes on"}
    assert open_at == {"Talks 1": "2013-01-01", "Talks 2": "2006-01-01"}
