"""How questions are written."""

import pytest

from track2lib.lessons.question import find
from track2lib.lessons.question_text import form_of, how_to_answer, question_text


@pytest.mark.parametrize(
    ("question", "form"),
    [
        ("q7-1", 'one letter in quotes, from "a" to "c"'),
        ("q7-2", 'a list of words in quotes, like `["this", "that"]`'),
        ("q7-3", "a number, without quotes"),
        ("q7-5", "a sentence or more in your own words, in quotes"),
        (
            "q7-6",
            "a table, by its name without quotes, that still has the column `org_id` and `side`",
        ),
        ("q7-9", "a number, without quotes"),
        ("q7-10", 'a list of letters, like `["a", "d"]`'),
    ],
)
@pytest.mark.usefixtures("small")
def test_how_to_answer(question: str, form: str) -> None:
    """Each kind says how it is typed, and that a click does the same."""
    assert form_of(find(question)) == form
    assert how_to_answer(find(question)).startswith("Run this cell to answer with a click.")
    assert form in how_to_answer(find(question))


@pytest.mark.usefixtures("small")
def test_foreseen_wrong_answers_are_no_options() -> None:
    """Wrong numbers that a teacher foresaw are not shown; the options of a choice are."""
    assert "planned" not in question_text(find("q7-3"))
    assert question_text(find("q7-8")).splitlines() == [
        "What will the chart show?",
        "",
        "- `a` Much",
        "- `b` Little",
        "",
        "This is a guess: it is not judged.",
    ]
