"""Alpha of resamples: the short way and the long one, and the ends of the middle 95 %."""

import numpy as np
import pytest
from coded_units import NOMINAL, counts

from track2lib.impact.alpha import alphas, coincidences, weighed
from track2lib.impact.alpha_intervals import jackknife, middle_95


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
