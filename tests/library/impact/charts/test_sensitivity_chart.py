"""How far the end of a tracing hangs on each number behind it."""

import pandas as pd
import pytest
from drawn import rows_in, words_of
from impact_charts import spec_of, table_of

import track2lib as t2
from track2lib import impact
from track2lib.page.theme import PAPER


def test_the_line_is_the_end_of_the_tracing():
    """All bars are held against where the tracing ends as it stands, and the title against all."""
    found, spec = table_of(impact.sensitivity_chart), spec_of("sensitivity_chart")
    (line,) = [row for row in rows_in(spec) if "what" not in row]
    assert line["x"] == pytest.approx(found.attrs["posterior"])
    low, high = found[["low", "high"]].iloc[-1]
    said = f"off by up to 0.1: final probability {low:.2f} (all against) to {high:.2f} (all for)"
    asked, finding = spec["title"]["text"]
    assert asked == "Was the joint paper of 2005 read where policy is made?"
    assert finding.endswith(said)
    first, *bars = [row for row in rows_in(spec) if "what" in row]
    assert first["what"] == "all numbers at once"
    assert {row["what"] for row in bars} == {*found["what"]} - {"all numbers at once"}
    lengths = [row["high"] - row["low"] for row in bars]
    assert lengths == sorted(lengths, reverse=True)


def test_a_judgment_is_said_to_be_whose_it_is():
    """The project's chances are its own judgment; those that a reader brings are not the project's."""
    ours = t2.load("clues").query("hypothesis_id == 'paper-read'")
    said = {"our own judgment": ours, "are a judgment": pd.DataFrame(ours.to_dict("list"))}
    for words, clues in said.items():
        assert words in words_of(impact.sensitivity_chart(impact.sensitivity(clues)).to_dict())


def test_two_clues_of_the_same_words_have_a_row_each():
    """Drawn in one row, the bar of one would lie upon that of the other."""
    clue = {"clue": "It was said.", "observed": "seen", "if_true": 0.6, "if_false": 0.3}
    found = impact.sensitivity(pd.DataFrame([clue, clue | {"if_true": 0.9}]))
    rows = rows_in(impact.sensitivity_chart(found).to_dict())
    assert {"It was said.", "It was said. (2)"} < {row["what"] for row in rows if "low" in row}


def test_two_tracings_are_not_drawn_as_one():
    """The rows of two tracings that ended alike are refused as well."""
    found = table_of(impact.sensitivity_chart)
    both = pd.concat([found, found])
    assert both.attrs == found.attrs
    with pytest.raises(ValueError, match="several tracings"):
        impact.sensitivity_chart(both)


def test_a_bar_out_of_the_picture_is_refused():
    """What is no probability would have its mark outside of the axis."""
    found = table_of(impact.sensitivity_chart)
    wrong = found.assign(low=-3.0)
    wrong.attrs = found.attrs
    with pytest.raises(ValueError, match=r"low of row 0 is -3, and the axis reaches from 0 to 1"):
        impact.sensitivity_chart(wrong)


def test_a_clue_that_was_missed_is_not_called_seen():
    """The name of a clue that is not there begins with that, as it does in the tracing."""
    spec = str(spec_of("sensitivity_chart"))
    assert "Not there: DiMaggio also tells" in spec
    assert "Not there: Senior officials" not in spec


def test_words_stand_behind_the_ring_as_well():
    """What a bar says begins right of the bar and of its ring, wherever that is."""
    found = table_of(impact.sensitivity_chart)
    far = found.assign(without=0.97)
    far.attrs = found.attrs
    rows = [row for row in rows_in(impact.sensitivity_chart(far).to_dict()) if "right" in row]
    assert {row["right"] for row in rows} == {0.97}


def test_a_hypothesis_that_nobody_asks_has_no_question():
    """Clues of one's own, without a hypothesis of a package, have the finding alone as their title."""
    clue = {"clue": "It was said.", "observed": "seen", "if_true": 0.6, "if_false": 0.3}
    for own in ({}, {"hypothesis_id": "mine"}):
        found = impact.sensitivity(pd.DataFrame([clue | own]))
        title = " ".join(impact.sensitivity_chart(found).to_dict()["title"]["text"])
        assert title.startswith("Every number off by up to 0.1")


def test_no_line_shows_through_the_words_of_a_bar():
    """Each text in the plot is drawn twice, first as a ground in the colour of the paper."""
    layers = spec_of("sensitivity_chart")["vconcat"][0]["layer"]
    texts = [layer["mark"] for layer in layers if layer["mark"]["type"] == "text"]
    assert [mark.get("stroke") for mark in texts] == [PAPER, None]


def test_nothing_that_is_not_certain_is_said_to_be():
    """Next to certainty the end is said to be over 0.99, and not to be 1."""
    clue = {"clue": "It was said.", "observed": "seen", "if_true": 0.99, "if_false": 0.01}
    spec = impact.sensitivity_chart(impact.sensitivity(pd.DataFrame([clue] * 5))).to_dict()
    assert " ".join(spec["title"]["text"]).endswith("final probability over 0.99 either way")
    assert "1.00" not in str(rows_in(spec)) + spec["description"] + words_of(spec)


def test_the_line_goes_on_over_the_bar_of_all():
    """On the bar that is as dark as the line, a light tick stands where the tracing ends."""
    spec = spec_of("sensitivity_chart")
    (tick,) = [layer for layer in spec["vconcat"][0]["layer"] if layer["mark"]["type"] == "tick"]
    end = table_of(impact.sensitivity_chart).attrs["posterior"]
    assert tick["encoding"]["x"]["datum"] == pytest.approx(end)
    assert tick["mark"]["color"] == PAPER
