"""Series that cannot be asked, and questions that cannot be put to them."""

import numpy as np
import pandas as pd
import pytest
from by_year import MICE, years

from track2lib import impact

RANDOM = np.random.default_rng(3).standard_normal((6, 16)).cumsum(axis=1)
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
            "window is 2 .* from 3 to 10,000",
        ),
        (
            lambda: impact.estimate_change(RANDOM_YEARS, 1998.5),
            ValueError,
            "at is 1998.5 .* to be a year",
        ),
        (lambda: impact.estimate_change(STEP, 1998), ValueError, "fit without any error"),
        (
            lambda: impact.placebo(RANDOM_YEARS, 1998, window=0),
            ValueError,
            "window is 0 .* from 3 to 10,000",
        ),
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
        (lambda: impact.interval_coverage(2, 8), ValueError, "before is 2 .* from 3 to 1,000"),
        (lambda: impact.interval_coverage(leaning=[1.0]), ValueError, "between -1 and 1"),
        (lambda: impact.interval_coverage(leaning=[np.nan]), ValueError, "between -1 and 1"),
        (
            lambda: impact.permutation_test(MICE, 1999, permutations=0),
            ValueError,
            "permutations is 0 .* from 1 to 10,000,000",
        ),
    ],
)
def test_what_cannot_be_asked_is_told(call, error, message):
    """A series, window, break or number out of range says what would be right."""
    with pytest.raises(error, match=message):
        call()


RANDOM_YEARS = years(RANDOM[0])
STEP = years([0] * 8 + [1] * 8)
