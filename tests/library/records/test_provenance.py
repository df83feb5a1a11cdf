"""Each row says who bears it, and where."""

from hand_written import fill

import track2lib


def add_source(folder):
    """Add a document that is no founding one, with a construct that rests on it alone."""
    fill(
        folder,
        "sources",
        {
            "source_id": "other2015",
            "authors": "Other",
            "short_name": "Other",
            "date": "2015",
            "title": "Title",
            "kind": "book chapter",
            "language": "en",
            "founding": "false",
            "extent_read": "part",
            "standpoint": "None known.",
        },
    )
    passage = {"passage_id": "other2015-1", "source_id": "other2015", "section": "Opening"}
    place = {"section_order": "1", "paragraph": "1", "sentence": "1", "gist": "Something else."}
    fill(folder, "passages", passage | place)
    construct = {"construct_id": "x-other", "author": "Other", "kind": "limit", "name": "Limit"}
    about = {"statement": "A limit.", "about": "track II in general"}
    fill(folder, "constructs", construct | about)
    borne = {"passage_id": "other2015-1", "voice": "author", "status": "stated"}
    for table, key in [
        ("sources", "other2015"),
        ("constructs", "x-other"),
        ("constructs", "c-forum"),
    ]:
        fill(folder, "evidence", borne | {"table": table, "key": key})
    assert track2lib.validate(folder).empty


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
