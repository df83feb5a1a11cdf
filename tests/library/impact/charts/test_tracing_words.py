"""What is said around a tracing: its question, its title and its key."""

import pandas as pd
import pytest
import vl_convert
from drawn import caption_of
from hand_written import fill
from hearing import heard_in

import track2lib as t2
from track2lib import impact
from track2lib.impact.charts.tracing_rows import steps
from track2lib.impact.charts.tracing_words import KINDS, key_of, kinds_of, question_of
from track2lib.impact.clue_kinds import STRONG

ASKED = "Was the joint paper of 2005 read where policy is made?"
PERSIAN = "آیا مقاله خوانده شد؟"


def clue(if_true=0.8, if_false=0.2, observed="seen", **more):
    """Write a clue."""
    chances = {"if_true": if_true, "if_false": if_false}
    return {"clue": "A general quotes the paper.", "observed": observed} | chances | more


def chart_of(*clues):
    """Draw clues as a specification."""
    return impact.tracing_chart(impact.trace(pd.DataFrame(clues))).to_dict()


@pytest.fixture
def own(mine):
    """Write a package with a hypothesis of its own, and one of which the project has another."""
    answers = {"hypothesis": "Yes.", "rival": "No.", "prior": "0.5", "prior_reason": "Even."}
    for key, asked in (("h1", PERSIAN), ("paper-read", "Was another paper read?")):
        fill(mine, "hypotheses", answers | {"hypothesis_id": key, "question": asked})
    return mine


def test_a_question_is_that_of_the_package(own):
    """A key is looked up in the package first, then in the project; none is made up."""
    assert question_of("paper-read", str(own)) == "Was another paper read?"
    assert question_of("paper-read", None) == ASKED
    assert question_of("pause-from-boycott", str(own)).startswith("Did foreign institutes")
    assert question_of("h2", str(own)) == question_of("", None) == ""


@pytest.mark.parametrize("key", ["paper-read", "pause-from-boycott", "mine"])
def test_no_key_is_written_on_a_chart(key):
    """A hypothesis is named by its question; one that stands in no table has no name."""
    spec = chart_of(clue(hypothesis_id=key))
    assert key not in vl_convert.vegalite_to_svg(spec)
    assert key not in str([param["bind"] for param in spec["params"]])
    (title,) = [label for kind, label in heard_in(spec) if kind == "title" and "clue" in label]
    asked = question_of(key, None)
    assert f"'{f'{asked} 1 clue moves'.strip()}" in title


def test_a_question_from_right_to_left_stands_above_its_answer(own):
    """A Persian question keeps its direction, and the numbers of the line below it theirs."""
    table = pd.DataFrame([clue(hypothesis_id="h1")])
    table.attrs["data"] = str(own)
    spec = impact.tracing_chart(impact.trace(table)).to_dict()
    words = spec["title"]["text"]["expr"]
    assert "\\u2067" in words
    assert "\\u2066" in words
    svg = vl_convert.vegalite_to_svg(spec)
    assert svg.index(PERSIAN) < svg.index("1 clue moves the probability from 0.50 to 0.80")


@pytest.mark.parametrize(
    ("clues", "drawn", "kinds"),
    [
        (
            [clue(0.95, 0.4), clue(0.3, 0.02)],
            "Right: likelier. Left: less so. Ring: the end. Move the sliders.",
            "Hoop: strong against if missing. Smoking gun: strong for if seen.",
        ),
        (
            [clue(0.5, 0.5, "not looked up"), clue(0.01, 0.99, "cannot be looked up")],
            "Broken line: what a clue not looked up could do. Move the sliders.",
            "Doubly decisive: strong both ways. Straw in the wind: weak. (rival): the same for the rival.",
        ),
        (
            [clue(0.02, 0.3)],
            "Right: likelier. Left: less so. Ring: the end. Move the sliders.",
            "Smoking gun: strong for if seen. (rival): the same for the rival.",
        ),
    ],
)
def test_the_key_has_what_is_drawn_and_nothing_else(clues, drawn, kinds):
    """Marks and kinds of clue are explained that occur."""
    rows = steps(impact.trace(pd.DataFrame(clues)))
    assert (key_of(rows), kinds_of(rows)) == (drawn, kinds)


def test_the_key_stands_in_one_line_above_and_the_kinds_below():
    """What the marks mean is read before the picture, and what the words at them mean after it."""
    table = t2.load("clues").query("hypothesis_id == 'paper-read'")
    spec = impact.tracing_chart(impact.trace(table)).to_dict()
    assert spec["title"]["subtitle"] == [key_of(steps(impact.trace(table)))]
    assert caption_of(spec)[0] == kinds_of(steps(impact.trace(table)))


@pytest.mark.parametrize("chances", [(0.95, 0.4), (0.3, 0.02), (0.99, 0.01), (0.6, 0.5)])
def test_a_kind_means_what_its_ratios_are(chances):
    """What the key says of a kind is so of the numbers by which a clue is of that kind."""
    (row,) = impact.trace(pd.DataFrame([clue(*chances)])).to_dict("records")
    for_it, against = chances[0] / chances[1], (1 - chances[1]) / (1 - chances[0])
    means = {
        (True, False): "strong for if seen",
        (False, True): "strong against if missing",
        (True, True): "strong both ways",
        (False, False): "weak",
    }
    assert KINDS[row["test"]] == means[for_it >= STRONG, against >= STRONG]


def test_the_question_stays_when_the_sliders_move():
    """Wherever they stand, the title begins with the question, and ends with the numbers of now."""
    spec = impact.tracing_chart(
        impact.trace(t2.load("clues").query("hypothesis_id == 'paper-read'"))
    ).to_dict()
    for param in spec["params"]:
        param["value"] = 0.2 if param["name"].startswith("prior") else 1
    svg = vl_convert.vegalite_to_svg(spec)
    assert f">{ASKED}<" in svg
    assert ">6 clues move the probability from 0.20 to 0.24<" in svg
