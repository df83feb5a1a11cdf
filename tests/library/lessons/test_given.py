"""What a reader has given, in words."""

from typing import Any

import pandas as pd
import pytest
from lesson_seven import IRANIAN, ORGANIZATIONS

from track2lib.lessons.given import in_words
from track2lib.lessons.question import find
from track2lib.lessons.reading import read


@pytest.mark.parametrize(
    ("question", "answer", "words"),
    [
        ("q7-1", " B ", ["b"]),
        ("q7-1", "The third", ["c"]),
        ("q7-2", {"leek", "An apple"}, ["apple", "leek"]),
        ("q7-2", ["plum", "apple", "apple"], ["apple", "plum"]),
        ("q7-10", "c and b", ["b", "c"]),
        ("q7-3", 14.0, ["14"]),
        ("q7-3", "14", ["14"]),
        ("q7-3", " 14.0 ", ["14"]),
        ("q7-3", "۱۴", ["14"]),
        ("q7-3", 1234567.5, ["1234567.5"]),
        ("q7-3", 0.1 + 0.2, ["0.3"]),
        ("q7-2", pd.Series(["plum", "apple"]), ["apple", "plum"]),
        ("q7-2", ["plum\ud800", "\x02pear"], ["plum", "pear"]),
        ("q7-4", IRANIAN, ["a table with 2 rows"]),
        ("q7-4", ORGANIZATIONS["org_id"].head(1), ["a table with 1 row"]),
        ("q7-8", "a", ["a"]),
    ],
)
@pytest.mark.usefixtures("small")
def test_in_words(question: str, answer: Any, words: list[str]) -> None:
    """An answer is kept and shown by the options it stands for, or in its own words."""
    asked = find(question)
    assert in_words(asked, read(asked, answer)) == words
