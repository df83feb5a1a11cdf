"""The four tests of process tracing, by what each does to the odds."""

import numpy as np
import pandas as pd
import pytest

from track2lib import impact
from track2lib.impact.clue_kinds import test_kind as kind_of


@pytest.mark.parametrize(
    ("pair", "kind"),
    [
        ((0.95, 0.05), "doubly decisive"),
        ((0.95, 0.5), "hoop"),
        ((0.5, 0.05), "smoking gun"),
        ((0.6, 0.4), "straw in the wind"),
        # As likely either way, it tells nothing, however rare or sure it is.
        ((0.09, 0.09), "straw in the wind"),
        ((0.95, 0.95), "straw in the wind"),
        ((0.12, 0.04), "straw in the wind"),
        # At the very line, whatever is left of exact arithmetic.
        ((0.5, 0.1), "smoking gun"),
        ((0.9, 0.5), "hoop"),
        ((0.98, 0.9), "hoop"),
        ((0.49, 0.1), "straw in the wind"),
        ((0.03, 0.3), "smoking gun for the rival"),
        ((0.5, 0.95), "hoop for the rival"),
        ((0.05, 0.95), "doubly decisive for the rival"),
        ((0.4, 0.6), "straw in the wind"),
    ],
)
def test_the_four_tests(pair, kind):
    """A clue is named by how far it moves the odds when it is seen, and when it is missing."""
    assert kind_of(*pair) == kind


@pytest.mark.parametrize("if_true", np.arange(0.05, 1, 0.05))
@pytest.mark.parametrize("if_false", np.arange(0.05, 1, 0.05))
def test_a_kind_is_as_strong_as_what_it_does(if_true, if_false):
    """A gun moves even odds beyond 5 to 1 when seen, a hoop when missed, and a straw never."""
    if_true, if_false = round(if_true, 2), round(if_false, 2)
    clue = {"clue": "a clue", "if_true": if_true, "if_false": if_false}
    moved = impact.trace(pd.DataFrame([clue | {"observed": one} for one in ("seen", "not there")]))
    by = np.log(moved["ratio"]).abs().tolist()
    strong = dict(zip(("seen", "not there"), np.array(by) >= np.log(5) - 1e-9, strict=True))
    kind = kind_of(if_true, if_false)
    assert ("gun" in kind or "decisive" in kind) == strong["seen"]
    assert ("hoop" in kind or "decisive" in kind) == strong["not there"]
    if kind != "straw in the wind":
        assert kind.endswith("for the rival") == (if_true < if_false)
