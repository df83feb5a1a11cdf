"""What an error says of many problems."""

import copy as copying
import os
import pickle
import re

import pandas as pd
import pytest
from damage import add
from nonsense import OtherTable

import track2lib
from track2lib.records.problem import (
    LIBRARY,
    DataError,
    DataWarning,
    Problem,
    in_short,
    nearest,
)


def test_long_message_is_cut(copy):
    """An error shows five problems and says how many more there are and how to see them."""
    for number in range(7):
        add({"topic_id": f"x{number}", "area": "regional"})(copy, "topics.csv")
    with pytest.raises(DataError) as refusal:
        track2lib.load("topics", data=copy)
    lines = str(refusal.value).splitlines()
    assert len(lines) == 6
    assert lines[-1] == "... and 2 more; validate() lists them all."
    assert len(refusal.value.problems) == 7


PROBLEMS = [
    Problem("places.csv", 3, "name", "Two look alike.", "Are they one?", "warning"),
    Problem("places.csv", "-", "-", "Second.", "Mend it."),
]


@pytest.mark.parametrize("again", [lambda e: pickle.loads(pickle.dumps(e)), copying.deepcopy])
def test_an_error_reaches_another_process(again):
    """An error that is sent to another process, or copied, is the same there."""
    error = DataError.of(*PROBLEMS)
    made = again(error)
    assert type(made) is DataError
    assert str(made) == str(error)
    pd.testing.assert_frame_equal(made.problems, error.problems)


def test_a_warning_says_where_and_how_many_more():
    """A warning is short: the first question, and that there are others."""
    first = "places.csv, row 3, column name: Two look alike. Are they one?"
    assert str(DataWarning.of(PROBLEMS[:1])) == f"{first} validate() lists them all."
    assert str(DataWarning.of(PROBLEMS)) == f"{first} ... and 1 more; validate() lists them all."
    assert issubclass(track2lib.DataWarning, UserWarning)


@pytest.mark.parametrize("count", [10, 20_000])
@pytest.mark.parametrize(
    ("wrong", "right"),
    [("Adlr 7 1997", "Adler 7 1997"), ("adler 7 1997x", "Adler 7 1997"), ("Zzyzx", ""), ("A", "")],
)
def test_the_nearest_name_is_found_among_many(count, wrong, right):
    """Of many names as of few, the one that is meant is proposed, or none."""
    names = [f"Adler {n} {1990 + n % 30}" for n in range(count)]
    assert nearest(wrong, names) == (f" Did you mean {right!r}?" if right else "")


def test_a_script_beside_the_library_is_no_part_of_it():
    """A warning names the line of the reader's own code, however the file is called."""
    beside = f"{LIBRARY.removesuffix(os.sep)}_study.py"
    code = compile("from track2lib.records.problem import warn\nwarn('asked')", beside, "exec")
    with pytest.warns(DataWarning) as heard:
        exec(code, {})
    assert (heard[0].filename, heard[0].lineno) == (beside, 2)


def test_a_table_of_another_library_is_told_how_to_become_one():
    """It is called as the tables of pandas are, so that its name alone would be a riddle."""
    said = r"a DataFrame of nonsense \(take its \.to_pandas\(\)\)"
    assert re.fullmatch(said, in_short(OtherTable()))
    with pytest.raises(TypeError, match=f"was given {said}"):
        track2lib.timeline(OtherTable())
    assert "take its `.to_pandas()`" in track2lib.check("q0-3", OtherTable()).body
