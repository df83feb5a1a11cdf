"""Provenance: from a row to the passage that bears it, and to a citation."""

import pytest
from hand_written import fill

import track2lib
from track2lib.sources.passages import locator


def test_evidence_of_a_field():
    """A field with evidence of its own shows that alone, down to the gist of the passage."""
    found = track2lib.evidence("dialogues", "una-sipri", "dates", scope="founding")
    assert found[
        ["field", "value", "voice", "status", "locator", "passage_id"]
    ].values.tolist() == [
        [
            "dates",
            "2002/2008",
            "author",
            "stated",
            "DiMaggio 2010, American organizers, para. 5",
            "dimaggio2010-organizers-5.2",
        ]
    ]
    passages = track2lib.load("passages").set_index("passage_id")
    assert found["gist"].item() == passages.loc["dimaggio2010-organizers-5.2", "gist"]


def test_evidence_of_a_field_without_its_own():
    """A field without evidence of its own rests on what bears its row, marked as such."""
    field = track2lib.evidence("dialogues", "una-sipri", "name")
    row = track2lib.evidence("dialogues", "una-sipri")
    assert set(field["field"]) == {"(whole row)"}
    assert (
        field["passage_id"].tolist()
        == row.loc[row["field"] == "(whole row)", "passage_id"].tolist()
    )


def test_evidence_of_a_row():
    """Without a field, all that bears the row and its fields is shown."""
    found = track2lib.evidence("dialogues", "una-sipri", scope="founding")
    assert set(found["field"]) == {"(whole row)", "form", "dates", "topics_open", "track"}
    assert (found["field"] == "(whole row)").sum() == 3
    assert found.index.tolist() == list(range(len(found)))


def test_evidence_of_a_link():
    """A row with a composite key is named by its parts joined by a slash, with its hedge."""
    found = track2lib.evidence("dialogue_venues", "una-sipri/stockholm", scope="founding")
    assert set(found["hedge"]) == {"mostly"}


def test_two_sources_are_two_rows(copy):
    """Sources that differ stand side by side, each with its own value and place."""
    place = {"table": "dialogues", "key": "una-sipri", "field": "dates"}
    said = {"value": "2001/2008", "voice": "author", "status": "stated"}
    fill(copy, "evidence", place | {"passage_id": "dimaggio2010-organizers-5.1"} | said)
    found = track2lib.evidence("dialogues", "una-sipri", "dates", data=copy)
    assert found["value"].tolist() == ["2002/2008", "2001/2008"]


def test_evidence_of_a_measured_value():
    """A value of a series rests on what bears its series, and is cited by that."""
    values = track2lib.load("outcomes")
    key = f"{values['series_id'].iat[0]}/{values['date'].iat[0]}"
    found = track2lib.evidence("outcomes", key)
    series = track2lib.evidence("outcome_series", values["series_id"].iat[0])
    assert found["locator"].tolist() == series["locator"].tolist() != []
    assert found["locator"].iat[0] in track2lib.cite("outcomes", key)


def test_evidence_in_the_founding_scope():
    """In the founding scope the founding documents alone are shown, and their columns alone known."""
    every = track2lib.evidence("dialogues", "una-sipri")
    founding = track2lib.evidence("dialogues", "una-sipri", scope="founding")
    assert set(founding["locator"]) < set(every["locator"])
    assert founding["locator"].str.startswith("DiMaggio 2010, ").all()
    assert len(track2lib.evidence("dialogues", "una-sipri", "region"))
    with pytest.raises(LookupError, match="no column 'region'"):
        track2lib.evidence("dialogues", "una-sipri", "region", scope="founding")


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (("dialoges", "una-sipri"), "There is no table 'dialoges'. Did you mean 'dialogues'?"),
        (
            ("dialogues", "una-spiri"),
            "Table 'dialogues' has no row 'una-spiri'. Did you mean 'una-sipri'?",
        ),
        (
            ("dialogues", "una-sipri", "date"),
            "Table 'dialogues' has no column 'date'. Did you mean 'dates'?",
        ),
        (("dialogues", "zzz"), "has no row 'zzz'. Its keys are such as 'dartmouth'."),
        (("dialogues", "una"), "has no row 'una'. Did you mean 'una-sipri'?"),
        (("dialogues", "UNA SIPRI"), "Did you mean 'una-sipri'?"),
        (("dialogues", "Dartmouth Conference"), "Did you mean 'dartmouth'?"),
        (("dialogues", "pugwash 2008"), "Did you mean 'pugwash-2008'?"),
        (
            ("dialogue_venues", "una-sipri"),
            "Did you mean 'una-sipri/stockholm' or 'una-sipri/elsewhere'?",
        ),
        (("dialogues", ""), "has no row ''. Its keys are such as"),
        (("dialogues", 7), "has no row 7 (int). Its keys are such as"),
    ],
)
def test_evidence_of_nothing(wrong, message):
    """What does not exist is refused by name, with the nearest that does."""
    with pytest.raises(LookupError) as refusal:
        track2lib.evidence(*wrong)
    assert message in str(refusal.value)


def test_evidence_of_a_faulty_row(copy):
    """Evidence is not shown for a table that must not be loaded."""
    path = copy / "dialogues.csv"
    text = path.read_text(encoding="utf-8").replace("2002/2008", "2008/2002", 1)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(track2lib.DataError, match="'2008/2002' ends before it begins"):
        track2lib.evidence("dialogues", "una-sipri", data=copy)


@pytest.mark.parametrize(
    ("passage", "written"),
    [
        ("dimaggio2010-opening-1.2", "DiMaggio 2010, Opening, para. 1"),
        ("dimaggio2010-khatami-3.2", "DiMaggio 2010, The Khatami years, para. 3"),
        ("dimaggio2010-author-note-1.1", "DiMaggio 2010, Author note, para. 1"),
        ("dimaggio2010-title-0.1", "DiMaggio 2010, heading"),
        ("dimaggio2010-khatami-0.1", "DiMaggio 2010, The Khatami years, heading"),
        ("rand2007-headline-0.1", "RAND 2007, heading"),
        ("rand2007-text-12.2", "RAND 2007, para. 12"),
    ],
)
def test_locator(passage, written):
    """A place in a source is written as a reader can find it there."""
    assert locator(passage) == written


def test_no_such_passage():
    """A passage that does not exist is refused with the nearest that does."""
    with pytest.raises(LookupError, match=r"Did you mean 'rand2007-text-12\.2'"):
        locator("rand2007-tekst-12.2")
