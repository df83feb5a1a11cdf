"""What a caller gives is taken or refused in one sentence."""

from pathlib import Path

import pandas as pd
import pytest

from track2lib.records.asked import a_folder, a_place, a_switch, a_table, a_text, one_of, texts


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
