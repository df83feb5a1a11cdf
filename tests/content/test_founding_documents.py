"""What the founding documents bear, as someone checks it who has both at hand."""

import re

import pytest
from founding_rows import evidence, rows

import track2lib
from track2lib.records.snapshot import open_records

PACKAGE = open_records()
# What a table says; the rest of a frame says where it comes from.
ABOUT_ROWS = ["sources", "cited", "era", "contested"]
# Sentences of each section, counted in the documents; a list introduced by a colon counts as
# one sentence and one for each item.
SENTENCES = {
    ("dimaggio2010", "Opening"): 7,
    ("dimaggio2010", "Overview"): 9,
    ("dimaggio2010", "The Khatami years"): 15,
    ("dimaggio2010", "The Ahmadinejad years"): 12,
    ("dimaggio2010", "American organizers"): 23,
    ("dimaggio2010", "Measuring success"): 13,
    ("dimaggio2010", "The future"): 6,
    ("dimaggio2010", "Author note"): 1,
    ("rand2007", "Text"): 24,
    ("rand2007", "About RAND"): 1,
}
# Sentences of each paragraph of the news release, which keeps its paragraphs.
RELEASE = [1, 1, 1, 2, 3, 2, 2, 2, 3, 1, 2, 3, 1, 1]


def test_documents():
    """Two founding documents were read whole: one of 2010, one of a day in 2007."""
    sources = rows("sources").set_index("source_id")
    assert sources["founding"].all()
    assert set(sources["extent_read"]) == {"whole"}
    assert sources["date"].to_dict() == {"dimaggio2010": "2010", "rand2007": "2007-09-19"}
    assert "Asia Society" in sources.loc["dimaggio2010", "standpoint"]
    assert "report of its own" in sources.loc["rand2007", "standpoint"]


def test_every_sentence_has_a_passage():
    """Each section has as many passages as the document has sentences there, headings aside."""
    passages = rows("passages")
    sentences = passages[passages["paragraph"] > 0]
    assert sentences.groupby(["source_id", "section"]).size().to_dict() == SENTENCES


def test_paragraphs_of_the_release():
    """The release has fourteen paragraphs, and each its number of sentences."""
    passages = rows("passages", source_id="rand2007")
    sentences = passages[passages["paragraph"] > 0]
    assert sentences.groupby("paragraph").size().to_dict() == dict(enumerate(RELEASE, start=1))


def test_passages_are_in_order():
    """Passages stand as in the document; sections, paragraphs and sentences count from one."""
    for source, document in rows("passages").groupby("source_id"):
        place = document[["section_order", "paragraph", "sentence"]].apply(tuple, axis=1).tolist()
        assert place == sorted(place)
        text = document[document["paragraph"] > 0]
        numbered = [document["section_order"]]
        if source == "rand2007":  # numbered throughout
            numbered += [text["paragraph"]]
        else:
            numbered += [section["paragraph"] for _, section in text.groupby("section_order")]
        for _, paragraph in document.groupby(["section_order", "paragraph"]):
            numbered += [paragraph["sentence"]]
            assert paragraph["sentence"].is_unique
        for numbers in numbered:
            assert numbers.unique().tolist() == list(range(1, numbers.nunique() + 1))


def test_names_of_passages():
    """The name of a passage ends in its paragraph and its sentence, and begins with its source."""
    for passage in rows("passages").itertuples():
        end = rf"{passage.paragraph}\.{passage.sentence}"
        assert re.fullmatch(rf"{passage.source_id}-[a-z-]+-{end}", passage.passage_id)


def test_every_passage_bears_something():
    """No sentence of either document is left unused."""
    assert set(rows("passages")["passage_id"]) == set(rows("evidence")["passage_id"])


def test_events_are_told_where_they_say():
    """An event names the section of the first passage that bears it."""
    sections = rows("passages").set_index("passage_id")["section"]
    for event in rows("events").itertuples():
        passages = evidence("events", event.event_id)["passage_id"]
        assert sections[passages[0]] == event.told_in, event.event_id


@pytest.mark.parametrize("name", [n for n in PACKAGE.names if n != "sources"])
def test_release_is_silent_on_iran(name):
    """The release does not mention Iran, so nothing that rests on it alone does."""
    frame = track2lib.load(name)
    if name == "passages":
        own = frame["source_id"] == "rand2007"
    elif name == "evidence":
        own = frame["passage_id"].str.startswith("rand2007") & (frame["table"] != "sources")
    else:
        own = frame["sources"] == "rand2007"
    said = frame[own].drop(columns=[c for c in ABOUT_ROWS if c in frame]).to_csv(index=False)
    assert not re.search(
        r"iran|tehran|persia|khatami|ahmadinejad", "\n".join(said.split("\n")[1:]), re.I
    )
