"""How often the intervals around a change hold the truth, with autocorrelation and without."""

import pytest

from track2lib import impact


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
