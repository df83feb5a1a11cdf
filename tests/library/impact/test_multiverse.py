"""One change, measured in every way that could be defended."""

import pytest

from track2lib import impact


def test_a_series_without_variation_is_left_out():
    """Where nothing varies around a break, the other combinations stand."""
    table = impact.all_specifications(["disputes-cow", "us-exports"], windows=[4], trends=[False])
    assert set(table["measure"]) == {
        "Militarized disputes going on (COW)",
        "U.S. goods exports to Iran",
    }


def test_specifications_turn_and_scale():
    """A measure in which more is further apart is turned, and the unit is taken off."""
    table = impact.all_specifications(["us-exports", "disputes-cow"], breaks=[2005], trends=[False])
    for name, row in zip(("us-exports", "disputes-cow"), table.itertuples(), strict=True):
        values = impact.load_series(name).loc[1997:2012]
        change = values.loc[2005:].mean() - values.loc[:2004].mean()
        turn = -1 if name == "disputes-cow" else 1
        assert row.estimate == pytest.approx(turn * change / values.std())
        assert row.wide_low <= row.low < row.estimate < row.high <= row.wide_high
