"""Process tracing: Bayes' rule, and clues that cannot be weighed."""

import itertools
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest

import track2lib as t2
from track2lib import impact
from track2lib.impact.tracing import hypothesis_of

CLUES = t2.load("clues")


def clue(if_true=0.8, if_false=0.2, observed="seen", name="a clue"):
    return {"clue": name, "observed": observed, "if_true": if_true, "if_false": if_false}


def end(*rows, prior=0.5):
    return impact.trace(pd.DataFrame(rows), prior)["posterior"].iloc[-1]


def test_the_cab():
    """The witness of Tversky and Kahneman (1982): 15 in 100 cabs are blue, he is right in 80: 41."""
    assert end(clue(), prior=0.15) == pytest.approx(0.41, abs=0.005)


def test_a_diagnosis():
    """Eddy (1982), Probabilistic reasoning in clinical medicine: 1 in 100, 79.2 and 9.6 %: 7.7 %."""
    assert end(clue(0.792, 0.096), prior=0.01) == pytest.approx(0.077, abs=0.0005)


def test_hoops_refute_and_guns_confirm():
    """A hoop that is missed lowers far more than one passed raises; a smoking gun the other way."""
    hoop, gun = (0.95, 0.5), (0.3, 0.02)
    assert 1 - end(clue(*hoop, "not there")) > 0.9
    assert end(clue(*hoop)) < 0.7
    assert end(clue(*gun)) > 0.9
    assert end(clue(*gun, "not there")) > 0.4


@pytest.mark.parametrize("observed", ["not looked up", "cannot be looked up"])
def test_what_was_not_looked_up_moves_nothing(observed):
    """However decisive it would be, a clue that we did not or nobody can look up moves no odds."""
    assert end(clue(), clue(0.99, 0.01, observed)) == end(clue())
    assert len(impact.sensitivity(pd.DataFrame([clue(), clue(observed=observed)]))) == 3


def test_the_order_of_clues_is_no_matter():
    """Independent clues lead to the same end in whatever order they come."""
    rows = [clue(0.9, 0.5), clue(0.3, 0.1, "not there"), clue(0.6, 0.7)]
    ends = [end(*order, prior=0.3) for order in itertools.permutations(rows)]
    assert ends == pytest.approx([ends[0]] * 6)


def test_the_rival_is_the_complement():
    """Swapping hypothesis and rival gives one less the probability."""
    rows = [clue(0.9, 0.5), clue(0.3, 0.1, "not there")]
    swapped = [row | {"if_true": row["if_false"], "if_false": row["if_true"]} for row in rows]
    assert end(*rows, prior=0.3) == pytest.approx(1 - end(*swapped, prior=0.7))


def test_tracing_comes_to_the_truth():
    """Imagined worlds with more clues, seen with the chances given, leave less and less doubt."""
    rng = np.random.default_rng(4)
    doubt = {}
    for count in (3, 90):
        ends = []
        for _ in range(200):
            if_true, if_false = rng.uniform(0.2, 0.8, size=(2, count))
            seen = np.where(rng.random(count) < if_true, "seen", "not there")
            table = {"clue": "c", "observed": seen, "if_true": if_true, "if_false": if_false}
            ends.append(impact.trace(pd.DataFrame(table))["posterior"].iloc[-1])
        doubt[count] = 1 - np.mean(ends)
    assert doubt[90] < 0.03
    assert doubt[3] > 0.2


def test_probabilities_are_calibrated():
    """Of imagined hypotheses that end near 0.7, about 70 in 100 are true, over 4,000 draws."""
    rng = np.random.default_rng(8)
    ends, truth = [], []
    # A hundred hypotheses share their chances and differ in what is seen, in one of sixteen ways.
    for _ in range(40):
        if_true, if_false = rng.uniform(0.2, 0.8, size=(2, 4))
        holds = rng.random(100) < 0.5
        seen = rng.random((100, 4)) < np.where(holds[:, None], if_true, if_false)
        ways, way = np.unique(seen, axis=0, return_inverse=True)
        table = {"clue": "c", "if_true": if_true, "if_false": if_false}
        traced = [
            impact.trace(pd.DataFrame(table | {"observed": np.where(one, "seen", "not there")}))
            for one in ways
        ]
        ends += [traced[number]["posterior"].iloc[-1] for number in way]
        truth += holds.tolist()
    near = np.abs(np.array(ends) - 0.7) < 0.05
    assert np.array(truth)[near].mean() == pytest.approx(
        0.7, abs=3 * (0.21 / near.sum()) ** 0.5 + 0.01
    )


def test_many_strong_clues_do_not_overflow():
    """However many clues there are, a probability stays one."""
    ends = impact.trace(pd.DataFrame([clue(0.99, 0.01)] * 2000 + [clue(0.01, 0.99)] * 2000))
    assert ends["posterior"].between(0, 1).all()
    assert ends["posterior"].iloc[-1] == pytest.approx(0.5)


def test_doubt_moves_no_chance_that_is_surer_than_its_bounds():
    """Without doubt, the ends are the end of the tracing, however sure a chance is."""
    found = impact.sensitivity(pd.DataFrame([clue(0.999, 0.001)]), doubt=0)
    ends = found[["low", "high"]].to_numpy()
    assert ends == pytest.approx(found.attrs["posterior"])


def test_sensitivity_bends_one_number_at_a_time():
    """Leaving a clue out is tracing without it, and doubt moves its two chances apart or together."""
    rows = [clue(0.8, 0.5, name="one"), clue(0.3, 0.2, "not there", name="two")]
    found = impact.sensitivity(pd.DataFrame(rows), 0.4, doubt=0.1).set_index("what")
    assert found.loc["one", "without"] == pytest.approx(end(rows[1], prior=0.4))
    stronger, weaker = clue(0.9, 0.4), clue(0.7, 0.6)
    assert found.loc["one", "high"] == pytest.approx(end(stronger, rows[1], prior=0.4))
    assert found.loc["one", "low"] == pytest.approx(end(weaker, rows[1], prior=0.4))
    missed = clue(0.2, 0.3, "not there")
    assert found.loc["two", "high"] == pytest.approx(end(rows[0], missed, prior=0.4))
    assert found.loc["the starting point", "without"] == pytest.approx(end(*rows, prior=0.5))
    assert found.loc["the starting point", "high"] == pytest.approx(end(*rows, prior=0.5))
    widest = found.loc["all numbers at once"]
    assert widest["high"] == pytest.approx(end(stronger, missed, prior=0.5))
    assert widest["low"] < found["low"].iloc[:-1].min()


BAD = {
    "no clues": (pd.DataFrame(columns=list(clue())), "There is no clue"),
    "no column": (pd.DataFrame([clue()]).drop(columns="if_true"), "lack the column 'if_true'"),
    "certain": (pd.DataFrame([clue(1.0, 0.2)]), "if_true=1.0 for the clue 'a clue'"),
    "impossible": (pd.DataFrame([clue(0.5, 0.0)]), "if_false=0.0"),
    "out of range": (pd.DataFrame([clue(1.5, 0.2)]), "a chance lies between 0 and 1"),
    "no number": (pd.DataFrame([clue(np.nan, 0.2)]), "if_true=nan"),
    "other label": (pd.DataFrame([clue(observed="Seen")]), "'Seen' is no way to observe a clue"),
    "no label": (pd.DataFrame([clue(observed=None)]), "None is no way to observe a clue"),
    "two hypotheses": (CLUES, "clues of several hypotheses: paper-read, pause-from-boycott"),
}


@pytest.mark.parametrize("name", BAD)
def test_clues_that_cannot_be_weighed_are_told(name):
    """Each kind of broken clue gets one error that names it."""
    table, message = BAD[name]
    with pytest.raises(ValueError, match=message):
        impact.trace(table)


@pytest.mark.parametrize("prior", [0, 1, -0.1, np.nan])
def test_a_prior_is_never_certain(prior):
    """A start at 0, at 1 or outside cannot be moved by any clue, and is refused."""
    with pytest.raises(ValueError, match=r"prior is .* between 0 and 1, at neither end"):
        impact.trace(pd.DataFrame([clue()]), prior)


@pytest.mark.parametrize("doubt", [-0.1, 0.6, np.nan])
def test_doubt_is_a_part_of_a_chance(doubt):
    """Doubt is a number of the size of a chance."""
    with pytest.raises(ValueError, match=r"from 0 to 0\.5"):
        impact.sensitivity(pd.DataFrame([clue()]), doubt=doubt)


@pytest.mark.parametrize("prior", [Fraction(2, 5), Decimal("0.4"), np.float64(0.4)])
def test_a_prior_of_any_kind_of_number_counts_alike(prior):
    """In a tracing, and in what hangs on it."""
    table = pd.DataFrame([clue()])
    assert impact.trace(table, prior).equals(impact.trace(table, 0.4))
    assert impact.sensitivity(table, prior).equals(impact.sensitivity(table, 0.4))


@pytest.mark.parametrize(
    ("keys", "key"), [(["h", "h"], "h"), (["h", None], "h"), (["h", "i"], ""), ([None, None], "")]
)
def test_a_sensitivity_knows_its_hypothesis(keys, key):
    """The key goes with the table, so that a chart of it can say what is asked."""
    assert hypothesis_of(pd.DataFrame({"hypothesis_id": keys})) == key
    assert hypothesis_of(pd.DataFrame([clue()])) == ""
    if key:
        table = pd.DataFrame([clue(), clue()]).assign(hypothesis_id=keys)
        assert impact.sensitivity(table).attrs["hypothesis_id"] == key
