"""Characters that are no text are named where they stand."""

import json

import pytest
from damage import put

import track2lib
from track2lib.records.no_text import NO_TEXT, as_html, fault_of_text, is_seen, only_text
from track2lib.records.problem import DataError

REMEDY = "Delete it, or write the text anew: it came along with text from a PDF or from Word."


@pytest.mark.parametrize(
    ("file", "key", "column", "cell", "said"),
    [
        ("dialogues.csv", "una-sipri", "name", "UNA\x02-USA", "(U+0002) stands behind 'UNA'."),
        ("topics.csv", "film", "definition", "\x1fFilm", "(U+001F) stands first."),
        ("dialogues.csv", "una-sipri", "dates", "2002\x0b/2008", "(U+000B) stands behind '2002'."),
        ("places.csv", "stockholm", "precision", "ci\ufffety", "(U+FFFE) stands behind 'ci'."),
        (
            "sources.csv",
            "rand2007",
            "url",
            "https://a\x7f.org",
            "(U+007F) stands behind 'https://a'.",
        ),
        ("topics.csv", "film", "area", "bilateral\x92", "(U+0092) stands behind 'bilateral'."),
    ],
)
def test_a_cell_is_named(copy, file, key, column, cell, said):
    """In text, in a date, in a vocabulary, in an address: file, row, column, character, remedy."""
    put(key, column, cell)(copy, file)
    found = track2lib.validate(copy)
    told = found[found["problem"].str.contains("no text", regex=False)]
    assert told["file"].tolist() == [file]
    assert told["column"].tolist() == [column]
    assert told["problem"].item() == f"A character that is no text {said}"
    assert told["remedy"].item() == REMEDY
    assert len(found[found["file"] == file]) == 1
    with pytest.raises(DataError, match="no text"):
        track2lib.load(file.removesuffix(".csv"), data=copy)


def test_what_xml_cannot_hold_is_no_text():
    """Every character is either taken by a file of XML 1.0 or found; what XML advises against too."""
    from xml.etree import ElementTree

    for number in [*range(0x300), *range(0xD7F0, 0xE010), *range(0xFDC0, 0x10010)]:
        sign = chr(number)
        try:
            ElementTree.fromstring(f"<a>&#{number};</a>")
        except ElementTree.ParseError:
            assert NO_TEXT.fullmatch(sign), number
    for sign in "\t\n\r \xa0\u200c\u200e\ue000\ufffd":
        assert fault_of_text(sign) is None


def test_words_of_the_descriptor_are_text(copy):
    """A title is drawn and cited like a cell."""
    path = copy / "datapackage.json"
    about = json.loads(path.read_text("utf-8")) | {"title": "Talks\x02 and\ud800"}
    path.write_text(json.dumps(about), "utf-8")
    found = track2lib.validate(copy)
    assert found["problem"].tolist() == [
        "title: A character that is no text (U+0002) stands behind 'Talks'."
    ]


@pytest.mark.parametrize("mark", ["\u202d", "\u202e"])
def test_a_mark_that_writes_backwards_is_no_text(mark):
    """In a name it would turn round the rest of a title; marks of Persian stay."""
    assert fault_of_text(f"Ge{mark}neva")[0].startswith("A character that is no text (U+202")
    assert only_text(f"Ge{mark}neva") == "Geneva"
    persian = "\u200fمی\u200cخواهم\u200e \u2067الف\u2069 \u202bب\u202c"
    assert only_text(persian) == persian


@pytest.mark.parametrize("text", ["", " ", "\u200b", "\ufeff\u200e", "\u2028\xad", "\U000e0041"])
def test_what_nobody_sees_is_not_seen(text):
    """A name of such signs would be drawn as nothing."""
    assert not is_seen(text)
    assert is_seen(f"{text}آ")


def test_a_text_on_a_page():
    """Signs of HTML are words there, sums of money no mathematics, and what is no text is gone."""
    assert as_html("<b> & $5\\n\x02") == "&lt;b&gt; &amp; <span>$</span>5<span>\\</span>n"
