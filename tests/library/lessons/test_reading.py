"""What counts as an answer, in whatever form it comes, and what is no answer yet."""

import time
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from lesson_seven import IRANIAN, ORGANIZATIONS, saved

from track2lib.lessons.exercises import check
from track2lib.lessons.given import FormError
from track2lib.lessons.question import find
from track2lib.lessons.reading import read


@pytest.mark.parametrize(
    ("question", "answer", "meant"),
    [
        ("q7-1", ["b"], "b"),
        ("q7-1", ("B",), "b"),
        ("q7-1", {"the second"}, "b"),
        ("q7-1", pd.Series(["b"]), "b"),
        ("q7-1", np.array(["b"]), "b"),
        ("q7-3", [14], 14),
        ("q7-3", np.array(14), 14),
        ("q7-3", pd.Series([14]), 14),
        ("q7-3", "fourteen meetings", 14),
        ("q7-10", ["bc"], ["b", "c"]),
        ("q7-10", ["b, c"], ["b", "c"]),
        ("q7-10", np.array(["b", "c"]), ["b", "c"]),
        ("q7-10", "An apple and a pear", ["b", "c"]),
        ("q7-5", ["A whole sentence."], "A whole sentence."),
        ("q7-8", ["a"], "a"),
    ],
)
@pytest.mark.usefixtures("small")
def test_one_thing_in_a_list_is_that_thing(question: str, answer: Any, meant: Any) -> None:
    """An answer counts in the collection in which it comes."""
    assert read(find(question), answer) == meant


@pytest.mark.parametrize("given", [b"apple", {"apple": 1}, [10**5000], [None], [["apple"]]])
@pytest.mark.usefixtures("small")
def test_what_is_no_list_of_words_is_told(given: Any) -> None:
    """Bytes are no numbers, the parts of a table no words, and a number may be beyond writing."""
    with pytest.raises(FormError, match=r"not a list of words|where a word should be"):
        read(find("q7-2"), given)


@pytest.mark.usefixtures("small")
def test_a_table_is_no_number() -> None:
    """Who hands in a table where its rows are to be counted is told how they are counted."""
    with pytest.raises(FormError, match=r"`len\(...\)` around its name counts its rows"):
        read(find("q7-7"), IRANIAN)


@pytest.mark.parametrize(
    ("typed", "status"),
    [
        ("ok", "form"),
        ("no idea", "form"),
        (" . . . ", "form"),
        ("It does not.", "noted"),
        ("بستگی به تعریف دارد", "noted"),
        ("看谁", "form"),
        ("这取决于谁", "noted"),
    ],
)
@pytest.mark.usefixtures("small")
def test_a_reflection_is_a_sentence(folder: Path, typed: str, status: str) -> None:
    """A word or two are no thought and are not counted, in whatever language."""
    assert check("q7-5", typed).status == status
    assert (saved(folder) == "") == (status == "form")


UNREADABLE = {
    "q7-1": [1, "e", "?", ["b", "c"], "b or c", "not the second", None, len, b"b"],
    "q7-2": [1, None, {"apple": 1}, IRANIAN, [["apple"]], [None], iter("ab"), len],
    "q7-3": [
        "many",
        None,
        [14, 15],
        True,
        "over 14",
        "14 to 15",
        "14 %",
        float("nan"),
        "inf",
        10**5000,
        pd.NA,
        IRANIAN,
        len,
        3j,
    ],
    "q7-4": [
        "ipis",
        2,
        ["nowhere"],
        [2, 3],
        IRANIAN["year"],
        IRANIAN[["side"]],
        ORGANIZATIONS["side"] == "Iranian",
        IRANIAN.groupby("side"),
        pd.DataFrame([[1, 2]], columns=pd.MultiIndex.from_tuples([("a", "b"), ("a", "c")])),
    ],
    "q7-5": [1, None, "?!", ["a", "sentence"]],
    "q7-8": ["c", 1, ["a", "b"], None],
    "q7-9": ["many", None, True],
}


@pytest.mark.parametrize(
    ("question", "place"),
    [(question, place) for question, all_ in UNREADABLE.items() for place in range(len(all_))],
)
@pytest.mark.usefixtures("small")
def test_wrong_form(folder: Path, question: str, place: int) -> None:
    """An answer of the wrong type is told the form that is wanted, and is not an attempt."""
    said = check(question, UNREADABLE[question][place])
    assert said.status == "form"
    assert said.then.startswith("The answer here is ")
    assert not folder.exists()


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("answer", ["a b " * 100_000, "a, " * 30_000, ["a"] * 2000, range(10**9)])
def test_an_answer_that_nobody_writes_is_told_at_once(answer: Any) -> None:
    """To take it apart would take minutes."""
    begun = time.monotonic()
    with pytest.raises(
        FormError, match=r"Your (answer has 400,000 letters|list has more than 1,000)"
    ):
        read(find("q7-2"), answer)
    assert time.monotonic() - begun < 5
