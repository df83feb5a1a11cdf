"""How many draws, from which seed, and where."""

import pytest

import track2lib as t2
from track2lib.impact.draws import MOST, sound_draws


@pytest.mark.parametrize(
    ("count", "seed", "executor", "said"),
    [
        (0, 1, None, "draws is 0 .* from 1 to 10,000,000"),
        (MOST + 1, 1, None, "draws is 10000001 .* from 1 to 10,000,000"),
        (10**30, 1, None, "so large a number"),
        ("20", 1, None, "draws is '20'"),
        (20, -1, None, "seed is -1 .* a whole number from 0 on"),
        (20, 1, "here", "executor is 'here': give a concurrent.futures.Executor"),
    ],
)
def test_what_cannot_be_drawn_is_told(count, seed, executor, said):
    """At once, with the ceiling, and not after a night."""
    with pytest.raises((TypeError, ValueError), match=said):
        sound_draws("draws", count, seed, executor)


def test_what_can_be_drawn_is_taken():
    """As a whole number; a seed may be as large as it likes."""
    assert sound_draws("draws", 20.0, 10**5000, None) == 20
    one, other = (t2.impact.simulate(10, worlds=2, seed=seed) for seed in (2, 2.0))
    assert one.equals(other)
