"""What a repository asks about the data."""

import json
import re

import pytest
from datacite import schema45

from track2lib.records.problem import DataError
from track2lib.records.snapshot import open_records
from track2lib.sources.deposit import datacite_record, schema_org

OURS = open_records()


def described(folder, **about):
    """Change what the descriptor says; None takes a part out."""
    path = folder / "datapackage.json"
    told = json.loads(path.read_text(encoding="utf-8")) | about
    kept = {name: value for name, value in told.items() if value is not None}
    path.write_text(json.dumps(kept), encoding="utf-8")
    return open_records(folder)


def test_the_record_of_ours_is_valid():
    """The library of DataCite finds nothing wrong, and writes it as XML."""
    record = datacite_record(OURS)
    schema45.validator.validate(record)
    assert "<publicationYear>" in schema45.tostring(record)
    assert record["version"] == OURS.descriptor["version"]
    assert record["rightsList"][0]["rightsIdentifier"] == "CC-BY-4.0"


def test_a_day_is_one_that_datacite_names(mine):
    """The schema takes any text for a date, so that a form which is none is left out here."""
    record = datacite_record(described(mine, created="2026-13-45"))
    assert "dates" not in record
    assert schema45.validate(record | {"dates": [{"date": "not a date", "dateType": "Created"}]})
    for created in ("2026", "2026-11", "2026-11-23", "2026-11-23T10:00:00Z"):
        record = datacite_record(described(mine, created=created))
        assert record["dates"] == [{"date": created[:10], "dateType": "Created"}]


def test_what_nobody_said_is_not_made_up(mine):
    """Publisher and identifier are left open; a package without authors says so."""
    bare = dict.fromkeys(["contributors", "licenses", "version", "description"])
    record = datacite_record(described(mine, **bare))
    schema45.validator.validate(record)
    assert record["publisher"] == {"name": "(:tba)"}
    assert record["creators"] == [{"name": "(:tba)"}]
    assert not {"doi", "rightsList", "version", "descriptions"} & set(record)
    assert "creator" not in schema_org(open_records(mine))


def test_a_year_that_is_missing_stays_missing(mine):
    """A record without a year is not whole, and no other year is put in its place."""
    record = datacite_record(described(mine, created=None))
    assert "publicationYear" not in record
    assert not schema45.validate(record)


def test_what_the_descriptor_says_is_used(mine):
    """An identifier, a publisher, keywords, and a licence whose text lies beside the data."""
    about = {
        "id": "https://doi.org/10.1234/abc",
        "contributors": [
            {"title": "Roe, Jane", "role": "author"},
            {"title": "A House", "role": "publisher"},
        ],
        "keywords": ["talks", "talks"],
        "licenses": [{"name": "CC0-1.0", "path": "LICENSE.txt"}],
    }
    record = datacite_record(described(mine, **about))
    schema45.validator.validate(record)
    assert record["doi"] == "10.1234/abc"
    assert record["publisher"] == {"name": "A House"}
    assert record["creators"] == [{"name": "Roe, Jane"}]
    assert record["subjects"] == [{"subject": "talks"}]
    assert record["rightsList"] == [{"rights": "CC0-1.0", "rightsIdentifier": "CC0-1.0"}]
    linked = schema_org(open_records(mine))
    assert linked["@id"] == "https://doi.org/10.1234/abc"
    assert linked["license"] == ["CC0-1.0"]


CFF = """
cff-version: 1.2.0
authors:
  - {family-names: Berg, name-particle: van den, given-names: Jan, orcid: "https://orcid.org/0000-0001"}
  - name: A House
doi: 10.1234/xyz
keywords: [peace]
abstract: All of it.
"""


def test_a_citation_file_is_used(mine):
    """Persons and houses are told apart as it does, and a descriptor's own words go first."""
    (mine / "CITATION.cff").write_text(CFF, encoding="utf-8")
    record = datacite_record(described(mine, description="Ours."))
    schema45.validator.validate(record)
    person, house = record["creators"]
    assert (person["name"], person["nameType"]) == ("van den Berg, Jan", "Personal")
    assert person["nameIdentifiers"][0]["nameIdentifier"] == "https://orcid.org/0000-0001"
    assert house == {"name": "A House", "nameType": "Organizational"}
    assert record["doi"] == "10.1234/xyz"
    assert record["descriptions"][0]["description"] == "Ours."
    linked = schema_org(open_records(mine))
    assert [one["@type"] for one in linked["creator"]] == ["Person", "Organization"]
    assert linked["keywords"] == ["peace"]


def test_a_citation_file_of_others_is_not_used(mine):
    """One that stands above the folder belongs to something else."""
    (mine.parent / "CITATION.cff").write_text(CFF, encoding="utf-8")
    assert "doi" not in datacite_record(open_records(mine))


def test_a_citation_file_that_cannot_be_read_is_told(mine):
    """It is not passed over in silence."""
    (mine / "CITATION.cff").write_text("authors: [", encoding="utf-8")
    with pytest.raises(DataError, match=re.escape("CITATION.cff: The file is no YAML")):
        datacite_record(open_records(mine))


def test_search_engines_read_each_table():
    """The description names the data, their terms and every table, and has no empty part."""
    linked = schema_org(OURS)
    assert (linked["@context"], linked["@type"]) == ("https://schema.org/", "Dataset")
    assert linked["name"] == OURS.descriptor["title"]
    assert linked["license"] == [OURS.descriptor["licenses"][0]["path"]]
    assert len(linked["hasPart"]) == len(OURS.names)
    assert not re.search(r'""|\[\]|\{\}|null', json.dumps(linked))


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "javascript://x/%0aalert(1)", "data:,x", 3]
)
def test_what_is_no_page_is_no_address(mine, address):
    """A link in a description that somebody else has written leads to a page, or nowhere."""
    licence = {"name": "other", "path": address if isinstance(address, str) else "other"}
    told = json.dumps(schema_org(described(mine, homepage=address, licenses=[licence])))
    assert not isinstance(address, str) or address not in told
    assert '"url"' not in told.partition('"hasPart"')[0]
    good = described(mine, homepage="https://example.org/talks")
    assert schema_org(good)["url"] == "https://example.org/talks"
