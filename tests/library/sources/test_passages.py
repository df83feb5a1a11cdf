"""Provenance: from a row to the passage that bears it, and to a citation."""

import re

import pytest
from hand_written import fill

import track2lib
from track2lib.records.snapshot import open_records
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
    assert set(found["field"]) == {"(whole row)", "form", "dates", "topics_open"}
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
        (("dialogues", "zzz"), "Table 'dialogues' has no row 'zzz'."),
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


@pytest.mark.parametrize(
    ("source", "apa"),
    [
        (
            "dimaggio2010",
            "DiMaggio, S. (2010). Track II Diplomacy. In The Iran Primer. United States Institute "
            "of Peace. https://iranprimer.usip.org/resource/track-ii-diplomacy",
        ),
        (
            "rand2007",
            "RAND Corporation. (2007, September 19). Unofficial Diplomacy Efforts Can Have a "
            "Positive Effect in the Middle East, South Asia Over Long Term [News release]. "
            "https://www.rand.org/news/press/2007/09/19.html",
        ),
    ],
)
def test_cite_source(source, apa):
    """A source is cited in APA style: author, date, title, larger work, publisher, address."""
    assert track2lib.cite(source) == apa


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        (
            "dimaggio2010",
            [
                "@incollection{dimaggio2010,",
                "  author = {DiMaggio, Suzanne},",
                "  title = {Track II Diplomacy},",
                "  booktitle = {The Iran Primer},",
                "  publisher = {United States Institute of Peace},",
                "  year = {2010},",
                "  url = {https://iranprimer.usip.org/resource/track-ii-diplomacy},",
                "}",
            ],
        ),
        (
            "rand2007",
            [
                "@misc{rand2007,",
                "  author = {{RAND Corporation}},",
                "  title = {Unofficial Diplomacy Efforts Can Have a Positive Effect in the Middle "
                "East, South Asia Over Long Term},",
                "  publisher = {RAND Corporation},",
                "  year = {2007},",
                "  url = {https://www.rand.org/news/press/2007/09/19.html},",
                "}",
            ],
        ),
    ],
)
def test_cite_source_for_bibtex(source, lines):
    """A BibTeX entry keeps an institution together and leaves out what a source does not have."""
    assert track2lib.cite(source, style="bibtex").splitlines() == lines


def test_cite_every_source():
    """Each source can be cited in both styles, with its title; no part of a citation is left empty."""
    for source in track2lib.load("sources").itertuples():
        apa = track2lib.cite(source.source_id)
        assert source.title in apa
        assert not re.search(r"  |\(\)|(?<!\.)\.\.(?!\.)| ,|\bnan\b|<NA>", apa), apa
        assert track2lib.cite(source.source_id, style="bibtex").startswith("@")


@pytest.mark.parametrize(
    ("source", "start"),
    [
        (
            {"authors": "Roe, Jane Ann; Doe, John", "date": "2009-03"},
            "Roe, J. A., & Doe, J. (2009, March).",
        ),
        ({"authors": "A House", "date": ""}, "A House. (n.d.)."),
        ({"authors": "A House Inc.", "date": "2009?"}, "A House Inc. (2009)."),
        ({"authors": "Roe, Jane", "date": "2009-23"}, "Roe, J. (2009)."),
    ],
)
def test_cite_authors_and_dates(copy, source, start):
    """Authors have initials and an ampersand, a date what is known of it, and none is said to be none."""
    about = {"source_id": "x", "short_name": "X", "title": "Title", "title_en": "In English"}
    kind = {"kind": "news release", "language": "fa", "founding": "false", "container": "A Volume"}
    read = {"extent_read": "whole", "standpoint": "None.", "publisher": source["authors"]}
    fill(copy, "sources", about | kind | read | source)
    place = {"passage_id": "x-1", "source_id": "x", "section": "Text"}
    fill(copy, "passages", place)
    bears = {"table": "sources", "key": "x", "passage_id": "x-1", "voice": "X", "status": "stated"}
    fill(copy, "evidence", bears)
    expected = f"{start} Title [In English] [News release]. In A Volume."
    assert track2lib.cite("x", data=copy) == expected


@pytest.mark.parametrize("style", ["apa", "bibtex"])
def test_cite_data(style):
    """The data are cited with their title, year and version; a row with the places it rests on."""
    about = open_records().descriptor
    whole = track2lib.cite(style=style)
    for part in ("title", "version"):
        assert about[part] in whole
    assert about["created"][:4] in whole
    row = track2lib.cite("dialogues", "una-sipri", style=style, scope="founding")
    assert "Table dialogues, row una-sipri; rests on DiMaggio 2010, American organizers" in row
    assert row.count("DiMaggio 2010, American organizers, para. 5") == 1


@pytest.mark.parametrize(
    ("arguments", "style", "message"),
    [
        (("dimagio2010",), "apa", "There is no source 'dimagio2010'. Did you mean 'dimaggio2010'?"),
        (("dialogues",), "apa", "To cite a row, name its table and its key."),
        (("dialogues", "zzz"), "apa", "Table 'dialogues' has no row 'zzz'."),
        (("rand2007",), "mla", "There is no style 'mla'. The styles are: apa, bibtex."),
    ],
)
def test_cite_nothing(arguments, style, message):
    """What cannot be cited is refused with what can."""
    with pytest.raises(LookupError) as refusal:
        track2lib.cite(*arguments, style=style)
    assert message in str(refusal.value)
