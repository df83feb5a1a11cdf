"""Series before and after a year: published examples, another library, known truth."""

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
from by_year import MICE, years
from scipy.linalg import toeplitz
from scipy.special import stdtrit
from statsmodels.datasets import macrodata, nile

from track2lib import impact
from track2lib.impact.series import LEANING, design, estimates

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


BAD = {
    "a gap": (years(range(16)).drop(1993), "no value for 1993"),
    "no number": (years([1, 2, np.nan, *range(13)]), "The value of 1992 is no number"),
    "infinite": (years([1, 2, np.inf, *range(13)]), "The value of 1992 is no number"),
    "constant": (years([5] * 16), "All values are 5"),
    "few before": (years(range(16), first=1996), "2 years lie before 1998"),
    "none after": (years(range(5)), "0 years lie from 1998"),
    "nothing": (years([]), "0 years lie before 1998"),
    "no years": (years(range(16)).set_axis(pd.date_range("1990", periods=16)), "must be years"),
    "missing": (years(range(16)).astype("Int64").mask(lambda v: v == 3), "of 1993 is no number"),
    "a year twice": (
        pd.concat([years(range(16)), years([1])]).sort_index(),
        "The year 1990 stands twice",
    ),
}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("estimator", [impact.estimate_change, impact.permutation_test])
def test_a_series_that_does_not_do_is_told(name, estimator):
    """Each kind of broken series gets one error that names the year."""
    values, message = BAD[name]
    with pytest.raises(ValueError, match=message):
        estimator(values, 1998)


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: impact.load_series("un-agreement-finl"), LookupError, "un-agreement-final"),
        (lambda: impact.placebo(RANDOM_YEARS, 1992, window=8), ValueError, "2 years lie before"),
        (
            lambda: impact.estimate_change(RANDOM_YEARS, 1998, window=2),
            ValueError,
            "window=2: 3 years",
        ),
        (
            lambda: impact.estimate_change(RANDOM_YEARS, 1998.5),
            ValueError,
            "at=1998.5: give a year",
        ),
        (lambda: impact.estimate_change(STEP, 1998), ValueError, "fit without any error"),
        (lambda: impact.placebo(RANDOM_YEARS, 1998, window=0), ValueError, "window=0: 3 years"),
        (
            lambda: impact.permutation_test(MICE, 1999, executor="here"),
            TypeError,
            "give a concurrent.futures.Executor",
        ),
        (lambda: impact.all_specifications(["un-votes-final"]), ValueError, "has no direction"),
        (
            lambda: impact.all_specifications(breaks=[1900]),
            ValueError,
            "No series varies, with 4 years",
        ),
        (lambda: impact.interval_coverage(2, 8), ValueError, "3 years or more"),
        (lambda: impact.interval_coverage(leaning=[1.0]), ValueError, "between -1 and 1"),
        (lambda: impact.interval_coverage(leaning=[np.nan]), ValueError, "between -1 and 1"),
        (
            lambda: impact.permutation_test(MICE, 1999, permutations=0),
            ValueError,
            "nothing to draw",
        ),
    ],
)
def test_what_cannot_be_asked_is_told(call, error, message):
    """A series, window, break or number out of range says what would be right."""
    with pytest.raises(error, match=message):
        call()


RANDOM_YEARS = years(RANDOM[0])


STEP = years([0] * 8 + [1] * 8)
