"""The terms of a handout are those of the table of terms that the lesson uses."""

import dataclasses

from lessons_on_paper import lesson
from paper.lesson import MARKED
from paper.terms import terms_of

import track2lib as t2


def test_terms_are_those_in_bold_and_those_asked_about():
    """Of lesson 01 the one it asks about and one in bold, which it has in the plural; no others."""
    found = terms_of(lesson("01-definitions"))
    assert [*found] == ["Track II", "Confidence-building measure"]
    meanings = t2.load("terms").set_index("term")["meaning"]
    assert found == meanings[[*found]].to_dict()


def test_words_that_lead_to_the_glossary_are_terms():
    """So a lesson may link a term and not print it in bold; other links and other bold are none."""
    text = "The [re-entry](../docs/glossary.md#re-entry) of **one side.** See [this](06-a.ipynb)."
    marked = {bold or linked for bold, linked in MARKED.findall(text)}
    assert marked == {"re-entry", "one side"}
    given = dataclasses.replace(lesson("01-definitions"), marked=marked, question="Who?")
    assert [*terms_of(given)] == ["Re-entry"]
