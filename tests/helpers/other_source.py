"""A document that is no founding one, written by hand."""

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
