"""How often the intervals around an agreement hold the truth: pooled, and of one contribution."""

import numpy as np
import pytest

from track2lib import impact, load
from track2lib.impact.coverage import held, share_held
from track2lib.impact.intercoder import ENOUGH


def test_how_often_the_intervals_for_agreement_hold_the_truth(capsys):
    """Units drawn anew promise too much where cases differ; leaving cases out keeps the promise."""
    found = impact.agreement_coverage(draws=2000)
    with capsys.disabled():
        print("\n" + found.round(3).to_string(index=False))
    share = found.set_index(["cases", "interval"])["coverage"]
    assert share["alike", "units drawn anew"] == pytest.approx(0.93, abs=0.03)
    assert share["easy and hard", "units drawn anew"] < 0.85
    assert (share.xs("one case left out", level="interval") > 0.94).all()
    few = impact.agreement_coverage(contributions=1, alpha=0.8, draws=2000)
    with capsys.disabled():
        print("\n" + few.round(3).to_string(index=False))
    share = few.set_index(["cases", "interval"])["coverage"]
    assert (share.xs("units drawn anew", level="interval") < 0.8).all()
    assert (share.xs("one case left out", level="interval") > 0.94).all()


def test_pooled_codes_keep_the_promise_at_our_own_shares():
    """Over five contributions the wide interval holds, as often as the codes of the lesson occur."""
    own = load("codings")["code"].value_counts().tolist()
    for alpha in (0.2, 0.4, 0.6, 0.8, 0.9):
        found = impact.agreement_coverage(alpha=alpha, shares=own, draws=1000)
        wide = found.loc[found["interval"] == "one case left out", "coverage"]
        assert (wide > 0.94).all(), (alpha, wide)


def test_one_contribution_does_not_keep_it_where_one_code_is_most_frequent():
    """With the shares of one of ours, 13 and 3 of 16, every interval fails, however alpha is set."""
    codings = load("codings")
    own = codings.loc[codings["construct_id"] == "c-relationships", "code"].value_counts().tolist()
    assert own == [13, 3]
    for alpha, low, high in ((0.6, 0.55, 0.66), (0.8, 0.83, 0.90)):
        found = impact.agreement_coverage(contributions=1, alpha=alpha, shares=own)
        share = found.set_index(["cases", "interval"])["coverage"]
        assert share.xs("one case left out", level="interval").between(low, high).all()
        assert (share.xs("units drawn anew", level="interval") < 0.6).all()
        # What no interval was given for is not passed over in silence.
        assert found["defined"].between(0.8, 0.95).all()


def test_enough_decisions_on_one_contribution_come_near_the_promise():
    """From as many decisions on as `agreement` asks for, an interval of one contribution does."""
    for alpha in (0.6, 0.8):
        found = impact.agreement_coverage(
            ENOUGH, 1, alpha=alpha, shares=[13, 3], draws=1000
        ).set_index(["cases", "interval"])
        assert (found["coverage"].xs("one case left out", level="interval") > 0.92).all()


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"cases": 2}, "cases is 2 .* from 3 to 20,000"),
        ({"coders": 1}, "coders is 1 .* from 2 to 20,000"),
        ({"alpha": 1.0}, "between 0 and 1"),
        ({"draws": 0}, "draws is 0 .* from 1 to 10,000,000"),
        ({"draws": 10**30}, "draws is so large a number .* from 1 to 10,000,000"),
        ({"cases": 500, "contributions": 500}, "These are 500,000 decisions .* 20,000 at most"),
        ({"seed": -1}, "seed is -1 .* a whole number from 0 on"),
        ({"shares": [16]}, "shares"),
        ({"shares": [13, 0]}, "A part of shares is 0 .* between 0 and 1000000, at neither end"),
    ],
)
def test_settings_out_of_range_are_told(given, message):
    """A study of intervals that cannot be made says why."""
    with pytest.raises(ValueError, match=message):
        impact.agreement_coverage(**given)


def test_an_interval_that_is_none_is_not_counted():
    """Ends that are no number neither hold the truth nor miss it."""
    tried = held(np.array([[0.0, 1.0], [2.0, 4.0], [np.nan, np.nan]]), 0.5)
    share, error, width = share_held(tried)
    assert (share, width) == (0.5, 1.5)
    assert error == pytest.approx((0.25 / 2) ** 0.5)


def test_shares_may_be_counts():
    """What counts is how often a code is given in proportion to the others."""
    counts, parts = (
        impact.agreement_coverage(shares=own, draws=50) for own in ([13, 3], [13 / 16, 3 / 16])
    )
    assert counts.equals(parts)
