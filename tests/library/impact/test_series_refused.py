"""A series that is none: every function that takes one says so, and how to get one."""

import pytest

from track2lib import impact


@pytest.mark.parametrize(
    "take",
    [impact.estimate_change, impact.permutation_test, impact.placebo, impact.series_chart],
    ids=lambda take: take.__name__,
)
@pytest.mark.parametrize("given", ["us-exports", None, [1, 2, 3]])
def test_what_is_no_series_is_refused(take, given):
    """The key of a series, nothing, or a list gives one error that names the call to start from."""
    with pytest.raises(TypeError, match=r"Start from impact\.load_series\(\)"):
        take(given)
