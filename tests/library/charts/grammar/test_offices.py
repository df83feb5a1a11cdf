"""Who held office, from the periods of a package and from its governments."""

import pandas as pd
from hand_written import DIALOGUE, fill

import track2lib as t2
from track2lib.charts.grammar.bands import Across, spans_of
from track2lib.charts.grammar.offices import tracks
from track2lib.charts.grammar.periods import periods_of

ACROSS = Across("1990-01-01", "2020-01-01", 700, (0, 700))


def tracks_of(table, count=None):
    """Give the strips of a table, by what they are called."""
    eras = periods_of(table)
    seen = spans_of(eras, ACROSS) if len(eras) else []
    found = tracks(table, eras, seen, ACROSS, pd.Series(count or {}, dtype=int))
    return {called: [span["name"] for span in spans] for called, spans in found.items()}


def test_ours_are_two_countries() -> None:
    """The periods are called by their country, and who governed the other one stands below."""
    found = tracks_of(t2.load("dialogues"))
    assert found == {
        "Iran": ["Khatami", "Ahmadinejad", "Rouhani"],
        "United States": ["G. H. W. Bush", "Clinton", "G. W. Bush", "Obama", "Trump"],
    }


def test_what_is_counted_stands_behind_the_names() -> None:
    """A period of which nothing is counted has a nought, and governments have no numbers."""
    found = tracks_of(t2.load("dialogues"), {"The Khatami years": 9, "The Rouhani years": 5})
    assert found["Iran"] == ["Khatami 9", "Ahmadinejad 0", "Rouhani 5"]
    assert "Obama" in found["United States"]


def test_governments_are_beyond_the_founding_documents() -> None:
    """Of the two documents' rows, the periods alone are shown."""
    assert [*tracks_of(t2.load("dialogues", scope="founding"))] == ["Iran"]


def test_a_package_of_ones_own_may_have_neither(mine) -> None:
    """Without periods and governments there is no strip, and with them each has its name."""
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "d1", "dates": "2001"})
    assert tracks_of(t2.load("dialogues", data=mine)) == {}
    fill(mine, "eras", {"era_id": "a", "name": "The first cabinet", "dates": "1998/2004"})
    own = {"government_id": "g", "country": "Aland", "name": "Ruler", "dates": "1999/.."}
    fill(mine, "governments", own)
    found = tracks_of(t2.load("dialogues", data=mine))
    assert found == {"Periods": ["The first cabinet"], "Aland": ["Ruler"]}
