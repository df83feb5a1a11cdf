"""An entry reads well on a page and as text, and shows words of any data as they are."""

import pandas as pd

import track2lib as t2
from track2lib.sources.entry import NOBODY, SAID, Entry, Terms

ROW = {"kind": "claim", "about": "It helps", "author": "Roe", "year": 1999, "says": "Talk helps."}


def entry(*rows):
    """Make an entry of some rows, of which most cells are empty."""
    return Entry("Talk", "", "People speak.", pd.DataFrame(rows, columns=SAID))


def test_an_entry_as_text():
    """Term, meaning, then each author with place, hedge and critique, no line too long."""
    more = {"voice": "author", "hedge": "Mostly.", "cited": "Roe 1999", "critique": "Doe: no."}
    shown = repr(entry(ROW | more | {"critique_cited": "Doe 2001"}))
    assert shown.splitlines() == [
        "Talk",
        "In short: People speak.",
        "",
        "Claims",
        "- It helps (Roe 1999): Talk helps. (Roe 1999)",
        "  Hedge: Mostly.",
        "  Critique: Doe: no. (Doe 2001)",
    ]
    for term in ("track-two", "problem-solving-workshop", "risk-to-participants"):
        assert max(map(len, repr(t2.define(term)).splitlines())) <= 88


def test_whose_word_it_is_stands_there_only_where_it_is_another_s():
    """The voice of the author, or of the one that is named as such, says nothing new."""
    assert "Voice" not in repr(entry(ROW | {"voice": "author; Roe"}))
    assert "  Voice: a review" in repr(entry(ROW | {"voice": "author; a review"}))


def test_headings_stand_once():
    """Definitions and claims have a heading each, on the page as in the text."""
    rows = [ROW | {"kind": "definition"}] * 2 + [ROW] * 2
    shown = entry(*rows)
    for words in (repr(shown), shown._repr_html_()):
        assert words.count("Definitions") == words.count("Claims") == 1
    page = shown._repr_html_()
    assert page.count("<ul>") == page.count("</ul>") == 2
    assert page.count("<li>") == page.count("</li>") == 4


def test_what_nobody_defines_says_so():
    """A word of the lessons has a meaning and no authors."""
    assert NOBODY in repr(entry())
    assert "belongs to it here" in entry()._repr_html_()
    assert NOBODY not in repr(entry(ROW))


def test_words_of_others_are_shown_as_they_are():
    """Signs of HTML, sums of money and what is no text do no harm to the page."""
    page = entry(ROW | {"says": "<b>$5 & $6</b>\x02"})._repr_html_()
    assert "&lt;b&gt;<span>$</span>5 &amp; <span>$</span>6&lt;/b&gt;" in page
    assert "\x02" not in page + repr(entry(ROW | {"says": "a\x02b"}))
    listed = Terms(pd.DataFrame({"term": ["<i>"], "also": [""], "meaning": ["$1, $2"]}))
    assert "&lt;i&gt;" in listed._repr_html_()
