"""The terms of a handout are those of the table of terms that the lesson uses."""

from lessons_on_paper import lesson
from paper.terms import terms_of

import track2lib as t2


def test_terms_are_those_in_bold_and_those_asked_about():
    """Of lesson 01 the one it asks about and one in bold, which it has in the plural; no others."""
    found = terms_of(lesson("01-definitions"))
    assert [*found] == ["Track II", "Confidence-building measure"]
    meanings = t2.load("terms").set_index("term")["meaning"]
    assert found == meanings[[*found]].to_dict()
