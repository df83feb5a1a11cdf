"""The rows of a tracing, from clues of one's own."""

import numpy as np
import pandas as pd
import pytest

from track2lib import impact
from track2lib.impact.charts.tracing_rows import label, own_name, start_of, steps

CLUES = pd.DataFrame(
    {
        "clue": ["open", "seen", "missed"],
        "observed": ["not looked up", "seen", "not there"],
        "if_true": [0.9, 0.8, 0.6],
        "if_false": [0.3, 0.2, 0.2],
    }
)


def test_the_start_is_found_again():
    """From the first step and its ratio, whatever the start was."""
    for prior in (0.5, 0.15, 0.99):
        assert start_of(impact.trace(CLUES, prior=prior)) == prior


def test_what_was_looked_up_stands_first():
    """The start, then what moves the probability in its order, and last what does not."""
    rows = steps(impact.trace(CLUES))
    assert rows["name"].tolist() == ["The starting point", "seen", "missed", "open"]
    assert rows["place"].tolist() == [0, 1, 2, 3]
    assert rows["step"].tolist() == pytest.approx([0, np.log(4), np.log(0.5), 0], abs=1e-5)


def test_only_an_open_clue_could_still_move_something():
    """By the ratio of its chances if it were seen, and of what is left of them if it were not."""
    rows = steps(impact.trace(CLUES))
    assert rows["up"].isna().tolist() == [True, True, True, False]
    assert rows["up"].iloc[-1] == pytest.approx(np.log(3), abs=1e-5)
    assert rows["down"].iloc[-1] == pytest.approx(np.log(1 / 7), abs=1e-5)


@pytest.mark.parametrize(
    ("name", "observed", "lines"),
    [
        ("Short.", "seen", ["Short"]),
        ("Short", "not there", ["Not there: Short"]),
        ("word " * 17, "seen", 2),
        ("word " * 40, "seen", 2),
    ],
)
def test_a_name_has_two_lines_at_most(name, observed, lines):
    """What does not fit is cut between words, and the cut is seen."""
    found = label(name, observed)
    if isinstance(lines, int):
        assert len(found) == lines
        assert found[-1].endswith("...") == (len(name) > 88)
        assert all(len(line) <= 44 for line in found)
    else:
        assert found == lines


@pytest.mark.parametrize(("key", "name"), [("", ""), ("my-case 1", "_my_case_1")])
def test_sliders_are_called_by_the_one_hypothesis(key, name):
    """A key becomes part of a name in Vega; without one there is no such part."""
    assert own_name(key) == name
