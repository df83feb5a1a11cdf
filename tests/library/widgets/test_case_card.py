"""The card of a case."""

from html import escape

import pytest

import track2lib as t2
from track2lib import impact
from track2lib.widgets.case_card import case_card


@pytest.mark.parametrize("case", impact.load_codings()["dialogue_id"].unique())
def test_every_card_says_who(case):
    """A card names its sources, beside the cells for which they are known and once for all others."""
    card = case_card(case)
    whole = t2.load("dialogues").set_index("dialogue_id").loc[case, "cited"].split("; ")
    assert sum(escape(place) in card for place in whole) == len(whole)
    assert "[]" not in card
    assert "NA&gt;" not in card
