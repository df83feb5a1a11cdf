"""What a caller gives is taken or refused in one sentence."""

from itertools import count
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from track2lib.records.asked import (
    MOST,
    a_folder,
    a_place,
    a_switch,
    a_table,
    a_text,
    members,
    one_of,
    texts,
)


def test_one_of_some_words():
    """The nearest is named, and all of them."""
    one_of("all", ("all", "founding"), "scope")
    for given in (None, 3, ["all"], pd.NA, pd.DataFrame()):
        with pytest.raises(LookupError, match=r"The scopes are: all, founding\.$"):
            one_of(given, ("all", "founding"), "scope")


@pytest.mark.parametrize("given", [None, 3, b"x", ["x"]])
def test_a_text_is_a_text(given):
    """Of anything else its kind is said, and what would be right."""
    with pytest.raises(TypeError, match=r"^title is .*, and is to be a text, such as 'Talks'\.$"):
        a_text(given, "title", "Talks")


@pytest.mark.parametrize("given", ["", " ", "a\x02", "aaaa"])
def test_a_text_says_something(given):
    """An empty one, one that no file can hold and one that is too long are none."""
    assert a_text("Talks", "title", "Talks") == "Talks"
    with pytest.raises(ValueError, match=r"^title"):
        a_text(given, "title", "Talks", longest=3)


def test_a_text_is_not_taken_letter_by_letter():
    """By itself it is a list of one."""
    assert texts("rand2007", "sources", "rand2007") == ["rand2007"]
    assert texts(iter(["a", "b"]), "sources", "rand2007") == ["a", "b"]
    for given in (3, b"ab", pd.DataFrame({"a": [1]}), {"a": 1}, dict):
        with pytest.raises(TypeError, match="is to be a list of texts"):
            texts(given, "sources", "rand2007")


def test_a_table_has_one_column_of_each_name():
    """A join may leave two, and none of them can be asked for then."""
    with pytest.raises(TypeError, match=r"is to be a table, such as load\('events'\)"):
        a_table("events", "load('events')")
    with pytest.raises(ValueError, match="Two columns of the table have the name 'a'"):
        a_table(pd.DataFrame([[1, 2]], columns=["a", "a"]), "load('events')")


def test_a_place_is_named(tmp_path):
    """Not by a table, not by nothing, and not by a name that is too long for any disk."""
    assert a_place(tmp_path, "data", "my-data") == tmp_path
    with pytest.raises(TypeError, match="is to name a folder"):
        a_place(pd.DataFrame(), "data", "my-data")
    with pytest.raises(ValueError, match="too long"):
        a_place("x" * 5000, "data", "my-data")


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    """A file may stand in its place, or on the way to it."""
    (tmp_path / "file").write_text("")
    for place in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(OSError, match=f"The folder {str(place)!r} cannot be made: "):
            a_folder(Path(place))


def test_yes_or_no():
    """Anything else may mean either."""
    a_switch(True, "beside")
    with pytest.raises(TypeError, match="beside is 'no', and is to be True or False"):
        a_switch("no", "beside")


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


def test_the_order_of_a_set_is_the_same_in_each_run():
    """It has none of its own, and a table made of it would be another one tomorrow."""
    names = {f"name {n}" for n in range(20)}
    assert members(names, "authors", "['a']") == sorted(names)
    assert members({"b": 1, "a": 2}.keys(), "authors", "['a']") == ["b", "a"]


def test_yes_of_numpy_is_yes():
    """As a comparison of numbers gives it; alone it is a list of one."""
    assert a_switch(np.bool_(True), "trend") is True
    assert members(np.bool_(False), "trends", "[False]") == [False]
