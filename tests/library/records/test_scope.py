"""What a scope takes in."""

import pytest
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


@pytest.mark.parametrize("spelling", ["true", "TRUE", "1"])
def test_scope(copy, spelling):
    """The founding scope keeps what a founding document bears, alone or with others."""
    add_source(copy)
    path = copy / "sources.csv"
    text = path.read_text(encoding="utf-8").replace(",true,whole,", f",{spelling},whole,")
    path.write_text(text, encoding="utf-8")
    everything = track2lib.load("constructs", data=copy)["construct_id"]
    founding = track2lib.load("constructs", scope="founding", data=copy)["construct_id"]
    assert set(everything) - set(founding) == {"x-other"}
    assert founding.index.tolist() == list(range(len(founding)))
    for name, column in [("passages", "source_id"), ("sources", "source_id")]:
        kept = track2lib.load(name, scope="founding", data=copy)[column]
        assert set(kept) == {"dimaggio2010", "rand2007"}
    evidence = track2lib.load("evidence", scope="founding", data=copy)
    assert not evidence["passage_id"].str.startswith("other").any()


SOME = ("dimaggio2010", "rand2007")


def test_founding_rows_name_founding_documents():
    """In the founding scope a row names the founding documents alone."""
    for name in ("dialogues", "events", "organizations"):
        own = track2lib.load(name, scope="founding")["sources"].str.split("; ").explode()
        assert set(own) <= set(SOME)
