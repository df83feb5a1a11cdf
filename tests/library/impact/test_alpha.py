"""Alpha: the worked examples of the literature, the library, known truth, and its intervals."""

import krippendorff
import numpy as np
import pytest
from coded_units import BINARY, MISSING, NOMINAL, counts

from track2lib.impact.alpha import alphas, coincidences, jackknife, middle_95, weighed


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


def drawn(coders, seed=3, sets=6, units=9, codes=4):
    """Imagine sets of codings by so many coders, and draw their units anew."""
    rng = np.random.default_rng(seed)
    given = rng.integers(codes, size=(sets, units, coders))
    counts = (given[..., None] == np.arange(codes)).sum(axis=2)
    pairs = coincidences(counts.reshape(-1, codes)).reshape(sets, units, codes, codes)
    return rng.multinomial(units, np.full(units, 1 / units), size=50), pairs


def the_long_way(weights, pairs, level="nominal"):
    """Add up whole matrices, resample by resample."""
    return np.array(
        [
            alphas(np.array([(often[:, None, None] * own).sum(axis=0) for often in weights]), level)
            for own in pairs
        ]
    )


@pytest.mark.parametrize("coders", [2, 3, 4])
def test_the_short_way_to_alpha_is_the_long_one(coders):
    """However many coders there are, alpha of resamples is that of their matrices added up."""
    weights, pairs = drawn(coders)
    assert weighed(weights, pairs) == pytest.approx(the_long_way(weights, pairs), abs=1e-12)


def test_for_two_coders_both_ways_are_equal_to_the_last_digit():
    """Whole numbers add up exactly, so that stored results of two coders never move."""
    weights, pairs = drawn(coders=2)
    assert np.array_equal(weighed(weights, pairs), the_long_way(weights, pairs))


def test_an_order_is_heeded_by_resamples_too():
    """With an order, alpha of resamples is ordinal, and differs from that without one."""
    weights, pairs = drawn(coders=2)
    ordinal = weighed(weights, pairs, "ordinal")
    assert ordinal == pytest.approx(the_long_way(weights, pairs, "ordinal"), abs=1e-12)
    assert np.abs(ordinal - weighed(weights, pairs)).max() > 0.01


def test_one_set_of_codings_is_drawn_as_many_are():
    """A single set gives what it gives among others."""
    weights, pairs = drawn(coders=2)
    assert np.array_equal(weighed(weights, pairs[2]), weighed(weights, pairs)[2])


def test_a_resample_of_one_code_has_no_alpha():
    """Where one code stands everywhere, alpha is not a number, and no warning is shown."""
    pairs = coincidences(np.array([[2, 0], [2, 0], [0, 2]]))
    found = weighed(np.array([[2, 1, 0], [1, 1, 1]]), pairs)
    assert np.isnan(found[0])
    assert found[1] == 1


def test_the_middle_is_that_of_the_numbers():
    """What is no number is left out, each row by itself, as numpy does it row by row."""
    rng = np.random.default_rng(8)
    rows = rng.standard_normal((40, 60))
    rows[rng.random(rows.shape) < rng.choice([0, 0.1, 0.9], size=(40, 1))] = np.nan
    rows[7] = np.nan
    expected = [np.nanquantile(row, [0.025, 0.975]) for row in np.delete(rows, 7, axis=0)]
    found = middle_95(rows)
    assert np.array_equal(np.delete(found, 7, axis=0), np.array(expected))
    assert np.isnan(found[7]).all()


def pseudo_values(by_case):
    """Write out by hand what leaving out one case after another gives."""
    whole = alphas(by_case.sum(axis=0)[None])[0]
    without = [alphas((by_case.sum(axis=0) - case)[None])[0] for case in by_case]
    return len(by_case) * whole - (len(by_case) - 1) * np.array(without)


def test_leaving_out_cases_is_the_jackknife():
    """The wide interval is mean and spread of pseudo-values, with an imagined case and without."""
    by_case = coincidences(counts(NOMINAL))
    totals = by_case.sum(axis=(0, 1))
    imagined = np.outer(totals, totals) / totals.sum() / 12
    ends = []
    for cases, t in ((by_case, 2.200985), (np.stack([*by_case, imagined]), 2.178813)):
        pseudo = pseudo_values(cases)
        reach = t * pseudo.std(ddof=1) / len(cases) ** 0.5
        ends.append([pseudo.mean() - reach, min(pseudo.mean() + reach, 1)])
    low, high = jackknife(by_case[None], "nominal")[0]
    assert low == pytest.approx(np.min(ends, axis=0)[0], abs=1e-6)
    assert high == pytest.approx(np.max(ends, axis=0)[1], abs=1e-6)
