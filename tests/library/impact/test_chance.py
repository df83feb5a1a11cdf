"""What other years give, and shuffled ones."""

import itertools

import numpy as np
import pytest
from by_year import MICE, years

from track2lib import impact


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


def test_placebo_ranks_ties_against_the_year():
    """Years with equal changes share the worse rank, and the smallest share is one in all ranked."""
    ranked = impact.placebo(years([0, 1] * 8), 1998, window=4)
    assert ranked["rank"].dropna().unique().tolist() == [3]
    assert ranked["smallest"].unique().tolist() == [1 / 3]


def test_placebo_ranks_what_holds_nothing_of_the_year_in_question():
    """A year whose span reaches across the break would have some of its change, and is not ranked."""
    # Nothing happens but at 2000, and yet the years around it change as well.
    step = years([0] * 10 + [5] * 10)
    found = impact.placebo(step, 2000, window=4).set_index("year")
    assert found.index.tolist() == list(range(1994, 2008 - 1))
    assert (found.loc[1997:2003, "estimate"] > 0).all()
    assert found.index[found["clean"]].tolist() == [1994, 1995, 1996, 2004, 2005, 2006]
    assert (found.loc[found["clean"], "estimate"] == 0).all()
    assert found.loc[2000, ["rank", "asked", "clean"]].tolist() == [1, True, False]
    assert found.loc[2000, "share"] == found.loc[2000, "smallest"] == pytest.approx(1 / 7)
    assert found.index[found["rank"].isna()].tolist() == [1997, 1998, 1999, 2001, 2002, 2003]
