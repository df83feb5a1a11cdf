"""How often the intervals around an agreement and around a change hold the truth."""

import pytest

from track2lib import impact


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
    ],
)
def test_settings_out_of_range_are_told(given, message):
    """A study of intervals that cannot be made says why."""
    with pytest.raises(ValueError, match=message):
        impact.agreement_coverage(**given)


@pytest.mark.parametrize("trend", [False, True])
def test_how_often_the_intervals_for_a_change_hold_the_truth(trend, capsys):
    """At eight years on either side only the wide interval keeps its promise when years lean."""
    found = impact.interval_coverage(trend=trend, draws=2000)
    with capsys.disabled():
        print("\n" + found.round(3).to_string(index=False))
    share = found.set_index(["leaning", "interval"])["coverage"]
    assert share[0.0, "usual"] == pytest.approx(0.95, abs=0.015)
    assert (share.xs("wide", level="interval") > 0.94).all()
    assert share[0.6, "usual"] < 0.85
    assert share[0.6, "Newey-West"] < 0.80
    assert share[0.9, "usual"] < 0.78
    if not trend:
        assert share[0.0, "shuffled years"] == pytest.approx(0.95, abs=0.015)
        assert share[0.6, "shuffled years"] < 0.80


def test_coverage_is_wider_for_longer_leaning_only_in_the_wide_interval():
    """The wide interval pays for its promise: it is far longer than the usual one."""
    width = impact.interval_coverage(draws=500).set_index(["leaning", "interval"])["width"]
    assert width[0.0, "wide"] > 2 * width[0.0, "usual"]
