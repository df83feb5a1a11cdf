"""Citations of the data, of sources and of rows."""

import json
import re

import pytest
from hand_written import fill

import track2lib
from track2lib.records.snapshot import open_records


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
    ("source", "start"),
    [
        ("kelman2003b", "Kelman, H. (2003b)."),
        ("ap2013c", "Associated Press. (2013c, November 24)."),
        ("aaas2009b", "American Association for the Advancement of Science. (2009b, December?)."),
        ("mccnda", "Mennonite Central Committee. (n.d.-a)."),
        ("campuswatch2007a", "Campus Watch. (23 May 2007a or later)."),
    ],
)
def test_a_source_is_cited_with_the_letter_of_its_year(source, start):
    """Of several works of one year, the list says the same letter as the text."""
    assert track2lib.cite(source).startswith(start)


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        (
            "dimaggio2010",
            [
                "@incollection{dimaggio2010,",
                "  author = {DiMaggio, Suzanne},",
                "  title = {{Track II Diplomacy}},",
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
                "  title = {{Unofficial Diplomacy Efforts Can Have a Positive Effect in the Middle "
                "East, South Asia Over Long Term}},",
                "  howpublished = {RAND Corporation},",
                "  year = {2007},",
                "  month = sep,",
                "  day = {19},",
                "  note = {News release},",
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
        ({"authors": "A House Inc.", "date": "2009?"}, "A House Inc. (2009?)."),
        ({"authors": "A House", "date": "2009-05~"}, "A House. (ca. 2009, May)."),
        ({"authors": "A House", "date": "2009?-12"}, "A House. (2009, December?)."),
        ({"authors": "A House", "date": "[..2009]"}, "A House. (by 2009)."),
        ({"authors": "A House", "date": "2009/.."}, "A House. (since 2009)."),
        ({"authors": "A House", "date": "2021-03/2022-03"}, "A House. (March 2021 to March 2022)."),
        (
            {"authors": "Roe, Jane-Ann, Jr.", "date": "2009-03-04"},
            "Roe, J.-A., Jr. (2009, March 4).",
        ),
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


def test_two_rows_stand_in_one_bibliography():
    """Each row has an entry with a key of its own, which BibTeX takes, and the data keep theirs."""
    rows = [
        ("dialogues", "una-sipri"),
        ("dialogue_participants", "khatami-track2/reform-minded core group of Iranians"),
    ]
    whole = track2lib.cite(style="bibtex")
    entries = [track2lib.cite(*row, style="bibtex") for row in rows]
    keys = [re.match(r"@misc\{([^\s,{}]+),\n", entry)[1] for entry in [whole, *entries]]
    assert len({*keys}) == 3
    assert keys[1].startswith(keys[0])


@pytest.mark.parametrize(
    ("arguments", "style", "message"),
    [
        (("dimagio2010",), "apa", "There is no source 'dimagio2010'. Did you mean 'dimaggio2010'?"),
        (("dialogues",), "apa", "To cite a row of it, give the key too"),
        (("dialogues", "zzz"), "apa", "Table 'dialogues' has no row 'zzz'."),
        (("rand2007",), "mla", "There is no style 'mla'. The styles are: apa, bibtex."),
    ],
)
def test_cite_nothing(arguments, style, message):
    """What cannot be cited is refused with what can."""
    with pytest.raises(LookupError) as refusal:
        track2lib.cite(*arguments, style=style)
    assert message in str(refusal.value)


@pytest.mark.parametrize(
    ("missing", "apa"),
    [
        (["version", "created"], "Name the authors here. (n.d.). Cases of my own [Data set]."),
        (["contributors"], "Cases of my own (Version 0.1.0) [Data set]. ({year})."),
    ],
)
def test_cite_data_that_do_not_say_all(mine, missing, apa):
    """What the descriptor does not say is left out; without an author the title stands first."""
    path = mine / "datapackage.json"
    about = json.loads(path.read_text(encoding="utf-8"))
    year = about["created"][:4]
    kept = {name: value for name, value in about.items() if name not in missing}
    path.write_text(json.dumps(kept), encoding="utf-8")
    assert track2lib.cite(data=mine) == apa.format(year=year)
    assert track2lib.cite(style="bibtex", data=mine).startswith("@misc{mine")


def test_a_house_with_a_comma_is_no_person():
    """A university that names its town is not shortened to an initial."""
    assert track2lib.cite("ucdavis2004a").startswith("University of California, Davis. (2004a).")


def test_a_source_without_an_author_begins_with_its_title(mine):
    """A cell that divides nobody from nobody names no author."""
    row = {"source_id": "book", "authors": ";", "short_name": "Book", "title": "A Book"}
    fill(mine, "sources", row | {"date": "1999"})
    assert track2lib.cite("book", data=mine) == "A Book. (1999)."
