"""Series before and after a year: published examples, another library, known truth."""

import itertools

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
from scipy.linalg import toeplitz
from scipy.special import stdtrit
from statsmodels.datasets import macrodata, nile

from track2lib import impact
from track2lib.impact.series import LEANING, design, estimates


def years(values, first=1990):
    """Make a series by year."""
    return pd.Series(values, index=range(first, first + len(values)), dtype=float)


RANDOM = np.random.default_rng(3).standard_normal((6, 16)).cumsum(axis=1)
NILE = pd.Series(
    nile.load_pandas().data["volume"].to_numpy(),
    index=nile.load_pandas().data["year"].astype(int),
)
# Efron and Tibshirani (1993), An Introduction to the Bootstrap, Table 2.1: days that mice lived,
# nine of the control group and then seven that were treated.
MICE = years([52, 104, 146, 10, 51, 30, 40, 27, 46, 94, 197, 16, 38, 99, 141, 23])


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


@pytest.mark.parametrize("trend", [False, True])
def test_how_often_the_intervals_hold_the_truth(trend, capsys):
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


def test_permutation_of_the_mice():
    """The one-sided share of Efron and Tibshirani (1993), table 15.1, is 0.132 of 1,000 shuffles.

    All 11,440 orders give 0.141 one way and 0.278 both ways; the function asks both ways.
    """
    numbers = MICE.to_numpy()
    treated = [numbers[list(one)].sum() for one in itertools.combinations(range(16), 7)]
    changes = np.array(treated) / 7 - (numbers.sum() - np.array(treated)) / 9
    exact = float((np.abs(changes) >= 30.634).mean())
    assert (changes >= 30.634).mean() == pytest.approx(0.132, abs=3 * (0.132 * 0.868 / 1000) ** 0.5)
    found = impact.permutation_test(MICE, 1999, permutations=40_000)
    assert found["difference"] == pytest.approx(30.63, abs=0.005)
    assert found["p"] == pytest.approx(exact, abs=3 * (exact * (1 - exact) / 40_000) ** 0.5)
    assert found["smallest"] == pytest.approx(1 / 11_440)


def test_permutation_finds_what_is_there():
    """A change that towers over the noise is found in every shuffle, and p is never zero."""
    found = impact.permutation_test(years([0, 1] * 4 + [100, 101] * 4), 1998, permutations=999)
    assert found["p"] == pytest.approx(1 / 1000)


def test_p_is_never_below_what_is_possible():
    """Of six years there are ten ways to part them; no shuffle can say less than one in ten."""
    for seed in range(5):
        found = impact.permutation_test(years([1, 2, 3, 7, 8, 9]), 1993, permutations=50, seed=seed)
        assert found["p"] >= found["smallest"] == pytest.approx(0.1)


def test_a_series_without_variation_is_left_out():
    """Where nothing varies around a break, the other combinations stand."""
    table = impact.all_specifications(["disputes-cow", "us-exports"], windows=[4], trends=[False])
    assert set(table["measure"]) == {
        "Militarized disputes going on (COW)",
        "U.S. goods exports to Iran",
    }


def test_placebo_ranks_ties_against_the_year():
    """Years with equal changes share the worse rank, and the smallest share is one in all years."""
    ranked = impact.placebo(years([0, 1] * 8), 1998, window=4)
    assert ranked["rank"].unique().tolist() == [len(ranked)]
    assert ranked["smallest"].unique().tolist() == [1 / len(ranked)]


def test_our_series_as_the_lesson_tells_them():
    """Raw, split and net changes of the votes are the figures of the lesson."""
    final, gap = impact.load_series("un-agreement-final"), impact.load_series("un-agreement-gap")

    def change(values, at, window=8):
        return impact.estimate_change(values, at, window=window).loc[0, "estimate"]

    assert change(final, 2005) == pytest.approx(-0.089, abs=0.0005)
    assert change(gap, 2005) == pytest.approx(-0.025, abs=0.0005)
    assert change(final.loc[1997:2004], 2001, 4) == pytest.approx(-0.105, abs=0.0005)
    for name, closer in (("us-exports", True), ("visas-students", True), ("disputes-cow", False)):
        values = impact.load_series(name)
        assert (change(values, 2005) > 0) == (closer or values.attrs["higher"] == "further apart")


def test_single_acts_are_added_up_by_year():
    """A year without an order counts 0, and relief is taken off."""
    orders = impact.load_series("executive-orders")
    assert (orders.loc[1980], orders.loc[1981], orders.loc[2000], orders.loc[2012]) == (2, -1, 0, 5)


def test_specifications_turn_and_scale():
    """A measure in which more is further apart is turned, and the unit is taken off."""
    table = impact.all_specifications(["us-exports", "disputes-cow"], breaks=[2005], trends=[False])
    for name, row in zip(("us-exports", "disputes-cow"), table.itertuples(), strict=True):
        values = impact.load_series(name).loc[1997:2012]
        change = values.loc[2005:].mean() - values.loc[:2004].mean()
        turn = -1 if name == "disputes-cow" else 1
        assert row.estimate == pytest.approx(turn * change / values.std())
        assert row.wide_low <= row.low < row.estimate < row.high <= row.wide_high


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
