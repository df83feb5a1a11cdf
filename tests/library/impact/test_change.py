"""The change in a series: published examples, another library, known truth."""

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
from scipy.linalg import toeplitz
from scipy.special import stdtrit
from statsmodels.datasets import macrodata, nile

from track2lib import impact
from track2lib.impact.change import LEANING, design, estimates

RANDOM = np.random.default_rng(3).standard_normal((6, 16)).cumsum(axis=1)
NILE = pd.Series(
    nile.load_pandas().data["volume"].to_numpy(),
    index=nile.load_pandas().data["year"].astype(int),
)


def test_the_nile():
    """The flow of the Nile falls at 1899 from 1097.75 to 849.97, as in Cobb (1978), and no year more.

    The two means are printed with the series in the documentation of R's strucchange.
    """
    found = impact.estimate_change(NILE, 1899)
    assert found.loc[0, "estimate"] == pytest.approx(849.97 - 1097.75, abs=0.005)
    assert (found["high"] < 0).all()
    ranked = impact.placebo(NILE, 1899, window=20)
    assert ranked.loc[ranked["asked"], "rank"].item() == 1


def test_newey_west_as_in_stata():
    """The standard error is that of Stata's `newey, lag(4)` on U.S. investment and growth.

    Stata's numbers, 4.374222 and 0.3312564, stand in the tests of statsmodels
    (results_macro_ols_robust), with the data macrodata; 202 quarters give a lag of 4.
    """
    data = macrodata.load_pandas().data
    growth, investment = (400 * np.diff(np.log(data[name])) for name in ("realgdp", "realinv"))
    regressors = np.column_stack([np.ones(202), growth, data["realint"][:-1]])
    found = estimates(investment[None], regressors)
    low, high = found["Newey-West"][0]
    assert found["estimate"][0] == pytest.approx(4.374222, abs=1e-6)
    assert (high - low) / 2 / stdtrit(199, 0.975) == pytest.approx(0.3312564, abs=1e-6)


@pytest.mark.parametrize("trend", [False, True])
def test_least_squares_as_in_statsmodels(trend):
    """Estimate, usual and Newey-West intervals are those of statsmodels, for each series."""
    regressors = design(8, 8, trend=trend)
    found = estimates(RANDOM, regressors)
    for index, values in enumerate(RANDOM):
        plain = sm.OLS(values, regressors).fit()
        robust = sm.OLS(values, regressors).fit(
            cov_type="HAC", cov_kwds={"maxlags": 2, "use_correction": True}, use_t=True
        )
        assert found["estimate"][index] == pytest.approx(plain.params[1])
        assert found["usual"][index] == pytest.approx(plain.conf_int()[1])
        assert found["Newey-West"][index] == pytest.approx(robust.conf_int()[1])


@pytest.mark.parametrize("trend", [False, True])
def test_the_wide_interval_is_the_widest_of_statsmodels(trend):
    """It reaches as far as generalised least squares does for any strength of leaning."""
    regressors = design(8, 8, trend=trend)
    found = estimates(RANDOM, regressors)["wide"]
    for index, values in enumerate(RANDOM):
        ends = [
            sm.GLS(values, regressors, sigma=toeplitz(rho ** np.arange(16))).fit().conf_int()[1]
            for rho in LEANING
        ]
        assert found[index] == pytest.approx([np.min(ends, axis=0)[0], np.max(ends, axis=0)[1]])


@pytest.mark.parametrize("trend", [False, True])
def test_the_step_comes_to_the_truth(trend):
    """With more years the estimate comes closer to the change that was put in."""
    rng = np.random.default_rng(7)
    errors = {}
    for length in (8, 512):
        regressors = design(length, length, trend=trend)
        truth = 3 * regressors[:, 1] + (0.1 * regressors[:, 2] if trend else 0)
        noise = rng.standard_normal((400, 2 * length))
        found = estimates(truth + noise, regressors)["estimate"]
        errors[length] = np.sqrt(np.mean((found - 3) ** 2))
    assert errors[512] < errors[8] / 6
