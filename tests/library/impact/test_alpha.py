"""Alpha: the worked examples of the literature, the library, known truth."""

import krippendorff
import numpy as np
import pytest
from coded_units import BINARY, MISSING, NOMINAL, counts

from track2lib.impact.alpha import alphas, coincidences


def alpha(rows, level="nominal"):
    return float(alphas(coincidences(counts(rows)).sum(axis=0)[None], level)[0])


@pytest.mark.parametrize(
    ("rows", "level", "expected"),
    [
        (BINARY, "nominal", 0.095),
        (NOMINAL, "nominal", 0.692),
        (MISSING, "nominal", 0.743),
        (MISSING, "ordinal", 0.815),
    ],
)
def test_worked_examples(rows, level, expected):
    """Alpha is what Krippendorff (2011) prints: two observers or more, missing values, an order."""
    assert alpha(rows, level) == pytest.approx(expected, abs=0.0005)


@pytest.mark.parametrize("level", ["nominal", "ordinal"])
def test_alpha_is_that_of_the_library(level):
    """On random codings with gaps, and on resampled units, alpha equals that of `krippendorff`."""
    rng = np.random.default_rng(5)
    for _ in range(30):
        table = rng.integers(0, 4, size=(12, 5))
        table[:, 0] += 1
        drawn = table[rng.integers(0, 12, size=12)]
        own = alphas(coincidences(drawn).sum(axis=0)[None], level)[0]
        library = krippendorff.alpha(value_counts=drawn, level_of_measurement=level)
        assert own == pytest.approx(library, abs=1e-12)


def imagined(units, truth, rng):
    """Imagine two coders whose true alpha is known: they see the code, or choose blindly."""
    codes = rng.integers(5, size=units)
    sees = rng.random((2, units)) < truth**0.5
    given = np.where(sees, codes, rng.integers(5, size=(2, units)))
    return (given[..., None] == np.arange(5)).sum(axis=0)


def test_alpha_comes_to_the_truth():
    """With more units, alpha comes closer to the truth, about as the square root promises."""
    rng = np.random.default_rng(11)
    errors = {}
    for units in (40, 4000):
        found = [
            alphas(coincidences(imagined(units, 0.5, rng)).sum(axis=0)[None])[0] for _ in range(60)
        ]
        errors[units] = np.sqrt(np.mean((np.array(found) - 0.5) ** 2))
    assert errors[4000] < errors[40] / 5
    assert errors[4000] < 0.02
