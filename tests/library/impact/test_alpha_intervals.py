"""The wide interval around an alpha: what leaving out cases gives."""

import numpy as np
import pytest
from coded_units import NOMINAL, counts

from track2lib.impact.alpha import alphas, coincidences
from track2lib.impact.alpha_intervals import jackknife


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
