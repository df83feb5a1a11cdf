"""The card of a case."""

from html import escape

import pytest
from hand_written import DIALOGUE, fill

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


COUNT = {"table": "dialogues", "key": "d1", "unit": "people"}


@pytest.mark.parametrize(
    ("bounds", "said"),
    [
        ({"minimum": "20"}, "people: at least 20"),
        ({"maximum": "30"}, "people: at most 30"),
        ({"minimum": "20", "maximum": "30"}, "people: 20 to 30"),
        ({"minimum": "20", "maximum": "20"}, "people: 20<"),
        ({}, "people: not stated"),
    ],
)
def test_a_floor_is_no_number(mine, bounds, said):
    """A count with one bound is told as a floor or a ceiling, and never as the number itself."""
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "d1"})
    fill(mine, "counts", COUNT | {"count_id": "n1"} | bounds)
    assert said in case_card("d1", mine).replace(" <small>", "<")


def test_a_card_of_ones_own_names_its_source(mine):
    """A case of one's own has the one source of its row, and nothing of a case of ours with its key."""
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "una-sipri", "source": "گزارش, 1385"})
    card = case_card("una-sipri", mine)
    assert "Where no source stands beside the words:</strong> گزارش, 1385" in card
    assert "which one was not written down" not in card
    assert "SIPRI" not in card
