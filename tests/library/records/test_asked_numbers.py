"""Numbers that a caller gives."""

from decimal import Decimal
from fractions import Fraction
from functools import partial

import numpy as np
import pandas as pd
import pytest

from track2lib.records.asked_numbers import a_count, a_number, a_year, is_number, numbers_in


@pytest.mark.parametrize("given", [8, 8.0, np.int8(8), np.float64(8), np.uint64(8)])
def test_a_whole_number_is_one(given):
    """However it is kept; 8.0 is what pandas makes of 8 in a column with a gap."""
    assert a_count(given, "window", 3, 10) == a_year(given, "at") == 8
    assert type(a_count(given, "window", 3, 10)) is int


LARGE = pytest.param(10**5000, id="beyond all writing")


@pytest.mark.parametrize("given", [2, 11, 8.5, np.nan, np.inf, 10**30, LARGE])
def test_a_number_out_of_bounds_is_told(given):
    """With the bounds, however large it is."""
    with pytest.raises(ValueError, match=r"window is .* a whole number from 3 to 10"):
        a_count(given, "window", 3, 10)


@pytest.mark.parametrize("given", ["2005", True, None, pd.NA, pd.NaT, [2005], 1j, np.True_])
def test_what_is_no_number_is_told(given):
    """A year as text, yes, nothing, and a list of one."""
    with pytest.raises(TypeError, match=r"at is .* a year, as a whole number such as 2005"):
        a_year(given, "at")
    with pytest.raises(TypeError, match=r"prior is .* a number between 0 and 1"):
        a_number(given, "prior", 0, 1)


@pytest.mark.parametrize("given", [0, 1, 1.5, -1, np.nan, np.inf, LARGE])
def test_the_ends_belong_to_a_number_only_where_they_are_said_to(given):
    """Between 0 and 1 is neither 0 nor 1."""
    with pytest.raises(ValueError, match=r"at neither end"):
        a_number(given, "prior", 0, 1)
    assert a_number(0, "doubt", 0, 0.5, ends=True) == 0
    assert a_number(Fraction(1, 2), "prior", 0, 1) == 0.5


@pytest.mark.parametrize("dtype", ["int8", "Int64", "float32", "Float64", "object", "category"])
def test_a_column_of_numbers_is_one(dtype):
    """Of whatever type of pandas."""
    assert numbers_in(pd.Series([1, 2], dtype=dtype), "{} {}".format).tolist() == [1.0, 2.0]


@pytest.mark.parametrize("cell", ["1", 1j, [1], b"1", pd.Timestamp(2002, 5, 1)])
def test_a_cell_that_is_no_number_is_told(cell):
    """With its row: a text is none, though pandas would read it as one."""
    column = pd.Series([1, cell], index=["x", "y"], dtype=object)
    with pytest.raises(ValueError, match=r"row y holds"):
        numbers_in(column, "row {} holds {}".format)


def test_what_is_missing_is_no_number():
    """Nothing, and the three ways of pandas to write it."""
    column = pd.Series([None, np.nan, pd.NA, pd.NaT], dtype=object)
    assert numbers_in(column, "{} {}".format).isna().all()


@pytest.mark.parametrize("given", [Decimal("0.25"), Fraction(1, 4), np.float32(0.25)])
def test_a_number_of_any_kind_is_one(given):
    """As a database, a fraction or numpy keeps it: alone it is a float, in a column too."""
    assert is_number(given)
    assert type(a_number(given, "prior", 0, 1)) is float
    assert a_number(given, "prior", 0, 1) == 0.25
    assert numbers_in(pd.Series([given], dtype=object), "{} {}".format).tolist() == [0.25]


NONE = [np.timedelta64(1, "D"), True, np.bool_(True), np.datetime64("2005"), 1j, "1", None]


@pytest.mark.parametrize("given", NONE)
def test_what_only_looks_like_a_number_is_none(given):
    """Among the whole numbers of numpy is a span of time."""
    assert not is_number(given)
    for take in (partial(a_number, low=0, high=5), partial(a_count, least=0), a_year):
        with pytest.raises(TypeError, match=r"x is .*, and is to be a"):
            take(given, name="x")


@pytest.mark.parametrize(
    "given", [Fraction(10**400, 3), Decimal("NaN"), Decimal("sNaN"), -(10**400)]
)
def test_what_is_beyond_all_numbers_is_told(given):
    """Too large to be compared as a float, or said to be no number."""
    with pytest.raises(ValueError, match=r"x is .*, and is to be a number from 0 to 5"):
        a_number(given, "x", 0, 5, ends=True)
    with pytest.raises(ValueError, match=r"x is .*, and is to be a whole number from 0"):
        a_count(given, "x", 0)
