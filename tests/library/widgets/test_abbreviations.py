"""What a control can be made of."""

import itertools

import numpy as np
import pandas as pd
import pytest

from track2lib.widgets.abbreviations import given_options, given_range


@pytest.mark.parametrize("given", [(1997, 2010), (0, 1.5), (0, 10, 2), (np.int64(1), 5)])
def test_two_or_three_numbers_are_a_range(given):
    """With a step or without."""
    assert given_range(given, "year") == given


@pytest.mark.parametrize("given", [[1997, 2010], ("a", "b"), (1,), (1, 2, 3, 4), (False, True)])
def test_what_else_is_given_is_no_range(given):
    """A list of two numbers is a choice of two."""
    assert given_range(given, "year") == ()


@pytest.mark.parametrize(
    "given", [(2010, 1997), (1, 1), (0, 10, 0), (0, 10, -1), (0, float("inf")), (0, 10**30)]
)
def test_a_range_that_cannot_be_moved_in_is_told(given):
    """No value between its ends, no step, or no end."""
    with pytest.raises(ValueError, match="year"):
        given_range(given, "year")


@pytest.mark.parametrize(
    ("given", "made"),
    [
        (pd.Series(["a", "b"]), ["a", "b"]),
        (range(2), [0, 1]),
        ([("first", {}), ("second", None)], [("first", {}), ("second", None)]),
        ({"first": object}, {"first": object}),
        ("", ""),
        (False, False),
        (np.float32(2.5), 2.5),
    ],
)
def test_what_can_be_chosen_from_is_taken(given, made):
    """Lists of any kind, labels with what they stand for, and what a field starts with."""
    assert given_options(given, "which") == made


@pytest.mark.parametrize("given", [None, object(), [[1]], [{}], {1: 2}, {}, dict, [float("nan")]])
def test_what_says_nothing_to_a_reader_makes_no_control(given):
    """An option must be a text, a number, a day or nothing."""
    assert given_options(given, "which") is None


@pytest.mark.parametrize("given", [[], itertools.count(), "a\0b", "a" * 2000, 10**30])
def test_what_no_page_can_hold_is_told(given):
    """Nothing to choose from, a list without an end, and what is too long or no text."""
    with pytest.raises(ValueError, match="which"):
        given_options(given, "which")


def test_numbers_of_numpy_become_those_of_python():
    """Ends that were found in a table stay whole: a year is 2005, and not 2005.0."""
    ends = given_range((np.int64(1997), np.uint16(2010)), "year")
    assert [type(end) for end in ends] == [int, int]
    assert type(given_options(np.int64(3), "at")) is int
    assert given_options(np.bool_(True), "at") is True


@pytest.mark.parametrize("given", [[pd.NaT, "x"], {"a": pd.DataFrame()}, [("a", pd.Series([1]))]])
def test_what_is_not_equal_to_itself_is_no_choice(given):
    """A day that is missing, and tables: a control would not find again what was chosen."""
    assert given_options(given, "which") is None
