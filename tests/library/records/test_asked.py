"""What a caller gives, taken or refused."""

from itertools import count

import numpy as np
import pandas as pd
import pytest

from track2lib.records.asked import MOST, a_place, a_switch, a_table, a_text, members, one_of, texts


@pytest.mark.parametrize("given", ["una-sipri", ["una-sipri"], ("una-sipri",), {"una-sipri"}])
def test_a_text_by_itself_is_a_list_of_one(given):
    """And is not taken letter by letter."""
    assert texts(given, "cases", "oslo") == ["una-sipri"]


@pytest.mark.parametrize(
    "given", [range(2), [0, 1], np.arange(2), pd.Series([0, 1]), pd.Index([0, 1]), iter([0, 1])]
)
def test_whatever_has_parts_is_a_list(given):
    """A list, an array, a column, or what can be read once."""
    assert members(given, "breaks", "[2005]") == [0, 1]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (count(), f"more than {MOST:,} parts"),
        ([], r"breaks is empty\. Write a list, such as \[2005\]"),
        (b"2005", "a list, such as"),
        ({"a": 1}, "a list, such as"),
        (pd.DataFrame({"a": [1]}), "a list, such as"),
        (np.arange(4).reshape(2, 2), "a list, such as"),
        (np.array(5), "a list, such as"),
        (None, "breaks is None"),
    ],
)
def test_what_has_no_parts_is_told(given, said):
    """Nothing, bytes, tables, and what never ends."""
    with pytest.raises((TypeError, ValueError), match=said):
        members(given, "breaks", "[2005]", least=1)


@pytest.mark.parametrize(
    ("call", "error", "said"),
    [
        (lambda: a_text(3, "name", "oslo"), TypeError, "name is 3 .* a text, such as 'oslo'"),
        (lambda: a_text(" ", "name", "oslo"), ValueError, "name is empty"),
        (lambda: a_text("a\x02", "name", "oslo"), ValueError, "no text"),
        (lambda: a_text("a" * 9, "name", "oslo", longest=8), ValueError, "has 9 letters"),
        (lambda: a_switch(1, "trend"), TypeError, "trend is 1 .* True or False"),
        (lambda: a_table("x", "load('topics')"), TypeError, r"such as load\('topics'\)"),
        (lambda: a_place(3, "path", "a.csv", "a file"), TypeError, "to name a file, such as"),
        (lambda: one_of("b", ["aa", "bb"], "level"), LookupError, "The levels are: aa, bb"),
    ],
)
def test_what_is_something_else_is_told(call, error, said):
    """One sentence with what it is and what it is to be."""
    with pytest.raises(error, match=said):
        call()
