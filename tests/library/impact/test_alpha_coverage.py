"""How often the intervals around an agreement hold the truth."""

import pytest

from track2lib import impact


def test_how_often_the_intervals_hold_the_truth(capsys):
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
        ({"cases": 2}, "Three cases"),
        ({"coders": 1}, "two coders"),
        ({"alpha": 1.0}, "between 0 and 1"),
        ({"draws": 0}, "nothing to draw"),
        ({"seed": -1}, "A seed is a whole number"),
    ],
)
def test_settings_out_of_range_are_told(given, message):
    """A study of intervals that cannot be made says why."""
    with pytest.raises(ValueError, match=message):
        impact.agreement_coverage(**given)
