"""The bibliography as CSL-JSON."""

import pytest
from generated import SAME, every_date
from hypothesis import given

from track2lib.records.snapshot import open_records
from track2lib.sources.authors import houses
from track2lib.sources.csl import TYPES, data_item, issued, source_item
from track2lib.sources.identity import Identity

SOURCE = {"source_id": "roe", "kind": "report", "authors": "Roe, Jane", "title": "On It"}


def test_each_kind_of_ours_has_a_type():
    """Every kind that the bibliography allows is one that CSL knows."""
    (field,) = [one for one in open_records().fields("sources") if one["name"] == "kind"]
    assert set(TYPES) == set(field["constraints"]["enum"])
    assert source_item(SOURCE | {"kind": "map"}, frozenset())["type"] == "document"


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2007-09-19", {"date-parts": [[2007, 9, 19]]}),
        ("2002/..", {"date-parts": [[2002], [0]]}),
        ("2021-03/2022-03", {"date-parts": [[2021, 3], [2022, 3]]}),
        ("2006-24", {"date-parts": [[2006]], "season": 4}),
        ("../2001", {"literal": "until 2001"}),
        ("1998~", {"literal": "about 1998"}),
        ("2009?-12", {"literal": "December 2009, uncertain"}),
        ("[2007-05-23..]", {"literal": "23 May 2007 or later"}),
        ("2002~/2008", {"literal": "about 2002 to 2008"}),
        ("", {}),
    ],
)
def test_a_date_is_parts_or_words(date, said):
    """An open end is 0; what is marked or has no beginning is in words, and never raw EDTF."""
    assert issued(date) == said


@SAME
@given(every_date)
def test_every_date_is_one_or_the_other(date):
    """No date is left without either, and parts stand only for what is not in doubt."""
    said = issued(date)
    assert ("date-parts" in said) != ("literal" in said)
    assert not ("date-parts" in said and set(date) & set("~?%X["))


def test_an_item_has_what_the_source_has():
    """Names are taken apart, a title keeps its script with what it means, nothing empty is there."""
    source = {"title": "گفت‌وگو", "title_en": "Talks", "language": "fa", "publisher": "A House"}
    made = source_item(SOURCE | source | {"authors": "Doe, J., Jr.; A House"}, frozenset())
    assert made == {
        "id": "roe",
        "type": "report",
        "title": "گفت‌وگو [Talks]",
        "author": [{"family": "Doe", "given": "J.", "suffix": "Jr."}, {"literal": "A House"}],
        "publisher": "A House",
        "language": "fa",
    }


def test_the_data_are_an_item():
    """They are a dataset with their version; what is not known is left out."""
    made = data_item(Identity("n", "1.0", "T", ["A"], "2026-11-23"))
    assert (made["type"], made["version"]) == ("dataset", "1.0")
    assert made["issued"] == {"date-parts": [[2026, 11, 23]]}
    assert data_item(Identity("n", "", "T", [], "")) == {"id": "n", "type": "dataset", "title": "T"}


def test_every_source_of_ours_is_an_item():
    """Each has a type, a title and an author with a name."""
    records = open_records()
    cells, known = records.cells("sources"), houses(records)
    for row in zip(*cells.values(), strict=True):
        made = source_item(dict(zip(cells, row, strict=True)), known)
        assert all(author.get("family") or author.get("literal") for author in made["author"])
        assert made["author"]
        assert made["title"]
