"""Terms are found in any dress of letters, with what each author makes of them and where."""

import pandas as pd
import pytest
from hand_written import fill

import track2lib as t2
from track2lib.records.snapshot import open_records

TERM = {"term_id": "talk", "term": "Talk", "also": "chat; parley", "meaning": "People speak."}


@pytest.fixture
def own(tmp_path):
    """Begin a package with one term, of which two authors speak."""
    folder = t2.start_dataset(tmp_path / "own", tables=["terms", "definitions", "concepts"])
    fill(folder, "terms", TERM)
    roe = {"definition_id": "roe", "author": "Roe", "term": "Talking", "definition": "Words."}
    doe = {"concept_id": "doe", "author": "Doe", "year": "1999", "name": "It helps"}
    fill(folder, "definitions", roe | {"term_id": "talk"}, roe | {"definition_id": "free"})
    more = {"hedge": "Mostly.", "critique": "Roe: at times."}
    fill(folder, "concepts", doe | {"term_id": "talk", "claim": "Talk helps."} | more)
    return folder


def test_a_term_has_all_that_belongs_to_it():
    """Its definitions and claims are those whose key is the term's, each with its place."""
    said = t2.define("transfer").said
    for table, kind in (("definitions", "definition"), ("concepts", "claim")):
        own = t2.load(table).query("term_id == 'transfer'")
        shown = said.loc[said["kind"] == kind, "author"]
        assert shown.tolist() == own["author"].tolist() != []
    fisher = said.query("author == 'Fisher'").squeeze()
    assert (fisher["year"], fisher["cited"]) == (2020, "Fisher 2020, abstract")
    assert said["cited"].notna().all()


def test_hedge_voice_and_critique_stand_with_the_words():
    """A definition has the hedge of its passage, a claim its own; a critique names its own place."""
    defined = t2.define("track-two").said.set_index("about")
    assert defined.loc["Track II (Citizen) Diplomacy", "hedge"] == "normally"
    claimed = t2.define("readiness").said.set_index("about").loc["Readiness"]
    assert claimed["voice"].startswith("Pruitt, as Ainsworth and Zeleznikow report")
    assert "Second-hand" in claimed["hedge"]
    assert claimed["critique"].startswith("Zartman")
    assert claimed["critique_cited"].startswith("Zartman 2003")
    assert "Zartman" not in claimed["cited"]


@pytest.mark.parametrize(
    ("word", "term"),
    [
        ("transfer", "Transfer"),
        ("  TRANSFER ", "Transfer"),
        ("re-entry", "Re-entry"),
        ("Re Entry", "Re-entry"),
        ("reentry", "Re-entry"),
        ("going home", "Re-entry"),
        ("chatham-house-rule", "Chatham House Rule"),
        ("TRACK TWO", "Track II"),
        ("track 2", "Track II"),
        ("track 1.5", "Track 1.5"),
        ("krippendorff’s alpha", "Krippendorff's alpha"),
    ],
)
def test_a_term_is_found_as_people_write_it(word, term):
    """By its key, the term or another word for it, whatever the capitals, hyphens and spaces."""
    assert t2.define(word).term == term


def test_every_name_leads_to_its_own_term():
    """No two terms of ours share a word, so that each of the words is found."""
    terms = t2.load("terms").fillna("")
    for row in terms.itertuples():
        for name in [row.term_id, row.term, *filter(None, row.also.split("; "))]:
            assert t2.define(name).term == row.term


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("transfers", "There is no term 'transfers'. Did you mean 'transfer'? define() lists all"),
        ("zebra", "There is no term 'zebra'. define() lists all terms."),
        ("house", "There is no term 'house'. Did you mean 'Chatham House Rule'? define() lists"),
        ("", "There is no term ''. define() lists all terms."),
        (3, "There is no term 3 (int). define() lists all terms."),
    ],
)
def test_an_unknown_word_is_told_with_near_terms(word, said):
    """Those with the word in a name, or the nearest name."""
    with pytest.raises(LookupError) as raised:
        t2.define(word)
    assert str(raised.value).startswith(said)


def test_all_terms_are_listed():
    """Without a term, the glossary is shown as a list."""
    listed = t2.define()
    assert len(listed.frame) == len(t2.load("terms"))
    assert "- Transfer: The way by which" in repr(listed)
    assert "<li><strong>Transfer:</strong> The way by which" in listed._repr_html_()


def test_a_package_of_ones_own(own):
    """Its terms are looked up in the same way; what no row ties to a term does not belong to it."""
    found = t2.define("Parley", data=own)
    assert (found.term, found.meaning) == ("Talk", "People speak.")
    assert found.said["author"].tolist() == ["Roe", "Doe"]
    assert found.said["year"].tolist() == [pd.NA, 1999]
    assert found.said["cited"].tolist() == ["Author 2012, p. 1"] * 2
    assert found.said["critique"].tolist() == [pd.NA, "Roe: at times."]
    with pytest.raises(LookupError, match="no term 'transfer'"):
        t2.define("transfer", data=own)


def test_a_word_for_two_terms_asks_which(own):
    """Keys decide; a name that two terms share is no answer."""
    fill(own, "terms", {"term_id": "chat", "term": "Idle talk", "meaning": "x", "also": "Parley"})
    assert t2.define("chat", data=own).term == "Idle talk"
    with pytest.raises(LookupError, match=r"'parley' is a word for several.*'talk' or 'chat'"):
        t2.define("parley", data=own)


def test_terms_alone_do(tmp_path):
    """A package may have terms and neither definitions nor claims."""
    folder = t2.start_dataset(tmp_path / "own", tables=["terms"])
    fill(folder, "terms", TERM)
    assert t2.define("talk", data=folder).said.empty


def test_a_package_without_terms_is_told(tmp_path):
    """The error says which table to add."""
    folder = t2.start_dataset(tmp_path / "own", tables=["topics"])
    with pytest.raises(LookupError, match=r"no table 'terms'. Add one with the columns term_id"):
        t2.define("talk", data=folder)


def test_every_definition_and_claim_has_a_term():
    """Nothing that an author says is left out of the glossary."""
    records = open_records()
    for table in ("definitions", "concepts"):
        assert "" not in records.cells(table)["term_id"]
