"""What a scope takes in."""

import pytest
from other_source import add_source

import track2lib


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
