"""Each kind of question: what counts as right, and what is said of the rest."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from lesson_seven import IRANIAN, ORGANIZATIONS, saved

from track2lib.lessons.exercises import check
from track2lib.lessons.given import FormError
from track2lib.lessons.grading import grade
from track2lib.lessons.question import find
from track2lib.lessons.reading import read

HEAD = "question,attempts,solved,answer\n"


@pytest.mark.parametrize("answer", ["b", "B", " b ", "(b)", "B.", "the second"])
@pytest.mark.usefixtures("small")
def test_choice_right(answer: str) -> None:
    """A letter counts in any dress, and so does the text of the option."""
    said = check("q7-1", answer)
    assert said.status == "right"
    assert "It stands in the middle." in said.body
    assert "It rests on: Author 2010, Overview, para. 2" in said.body


@pytest.mark.usefixtures("small")
def test_choice_wrong() -> None:
    """A wrong choice gets its own reason, where to read again, and no key."""
    said = check("q7-1", "C")
    assert said.status == "not yet"
    assert "`c`: It is too late." in said.body
    assert "Look again at: Author 2010, Overview, para. 2" in said.body
    assert "sweet" not in said.body
    assert 't2.hint("q7-1")' in said.then
    assert "second" not in said.body
    assert "middle" not in said.body


@pytest.mark.parametrize(
    "answer",
    [
        ["apple", "sour-cherry"],
        {"Apple", "Sour Cherry"},
        ("sour_cherry", "APPLE", "apple"),
        "apple, sour cherry,",
        pd.Series(["apple", "sour-cherry"]),
        ["An apple", "A sour cherry"],
    ],
)
@pytest.mark.usefixtures("small")
def test_set_right(answer: Any) -> None:
    """Words count in any order, collection and spelling, and by the names they are shown with."""
    assert check("q7-2", answer).status == "right"


@pytest.mark.usefixtures("small")
def test_set_partly() -> None:
    """Feedback counts what is right and missing and gives reasons, and names nothing missing."""
    said = check("q7-2", ["apple", "leek", "a brick"])
    assert said.status == "partly"
    assert "Right so far: 1 of 3." in said.body
    assert "- `leek`: It is a vegetable." in said.body
    assert "- `a brick`: none of the options." in said.body
    assert "Still missing: 1." in said.body
    assert "cherry" not in said.body
    assert check("q7-2", ["leek"]).status == "not yet"


@pytest.mark.parametrize(
    "answer", ["bc", "b c", "c, b", "B and C", "(b), (c)", "bcb", ["b", "c"], ["(b)", "C"]]
)
@pytest.mark.usefixtures("small")
def test_letters_in_any_row(answer: Any) -> None:
    """Where options are letters, these count with and without signs between them."""
    assert check("q7-10", answer).status == "right"


@pytest.mark.usefixtures("small")
def test_letters_are_not_guessed_at() -> None:
    """A word that holds another letter stays a word and is told so."""
    assert "- `bad`: none of the options, which are `a` to `c`." in check("q7-10", "b, bad").body
    assert "All 2 are there, and 1 too many." in check("q7-10", "abc").body
    assert 'a list of letters, like `["a", "d"]`' in check("q7-10").body


@pytest.mark.parametrize(
    ("question", "answer", "kept"),
    [("q7-8", "a", "a"), ("q7-8", "B", "b"), ("q7-9", 2, 2), ("q7-9", 7, 7)],
)
@pytest.mark.usefixtures("small")
def test_guess(folder: Path, question: str, answer: Any, kept: Any) -> None:
    """A guess is noted whatever it is, gets no reason before the reader looks, and is done."""
    said = check(question, answer)
    assert said.status == "noted"
    assert f"You guess `{kept}`. Now look below and see." in said.body
    assert f't2.solution("{question}")' in said.then
    for secret in ["It shows", "It counts", "Right", "right", "rests on", "Look again"]:
        assert secret not in said.body
    assert saved(folder) == f"{HEAD}{question},1,True,{kept}\n"


@pytest.mark.parametrize(
    ("question", "answer", "status"),
    [
        ("q7-3", 14, "right"),
        ("q7-3", 14.0, "right"),
        ("q7-3", "14", "right"),
        ("q7-3", pd.Series([14])[0], "right"),
        ("q7-3", 14.5, "not yet"),
        ("q7-7", 2, "right"),
        ("q7-7", 3, "not yet"),
    ],
)
@pytest.mark.usefixtures("small")
def test_number(question: str, answer: Any, status: str) -> None:
    """A number may be typed in any way, and its key may be counted from the data."""
    assert check(question, answer).status == status


@pytest.mark.usefixtures("small")
def test_number_wrong() -> None:
    """A wrong number that was foreseen gets its own reason; no feedback prints the key."""
    assert "`15`: One was only planned." in check("q7-3", 15).body
    assert "`16`: Count again." in check("q7-3", 16).body
    assert "14" not in check("q7-3", 15).body + check("q7-3", 16).body


@pytest.mark.parametrize(
    "answer",
    [
        IRANIAN,
        IRANIAN.iloc[::-1],
        IRANIAN["org_id"],
        IRANIAN.set_index("org_id"),
        IRANIAN.set_index("org_id")["year"],
        IRANIAN.groupby("org_id").size(),
    ],
)
@pytest.mark.usefixtures("small")
def test_table_right(answer: Any) -> None:
    """A table is right by its rows, whatever their order and wherever the key stands."""
    assert check("q7-4", answer).status == "right"


@pytest.mark.parametrize(
    ("answer", "status", "said"),
    [
        (
            ORGANIZATIONS,
            "partly",
            [
                "All 2 are there, and 2 too many.",
                "`ucla`: its `side` is `American`.",
                "from Sweden",
            ],
        ),
        (IRANIAN.head(1), "partly", ["Right so far: 1 of 1.", "Still missing: 1."]),
        (pd.concat([IRANIAN, IRANIAN]), "partly", ["more often than they should be: 2"]),
        (
            IRANIAN.head(0),
            "not yet",
            [
                "No row meets your condition. ",
                'values in the column: `organizations["side"].unique()`.',
            ],
        ),
        (ORGANIZATIONS.tail(1), "not yet", ["`sipri`: a partner from Sweden."]),
    ],
)
@pytest.mark.usefixtures("small")
def test_table_off(answer: pd.DataFrame, status: str, said: list[str]) -> None:
    """Feedback says which rows are too many and how many are missing."""
    feedback = check("q7-4", answer)
    assert feedback.status == status
    assert all(text in feedback.body for text in said)
    assert "Look again" not in feedback.body  # the passages would name the rows
    assert not {"ipis", "csr"} & set(re.findall(r"\w+", feedback.body))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"query": "side.isna()"}, "An empty cell holds no word: ask with `.isna()`."),
        ({"empty": "Look at `side`."}, "Look at `side`."),
        ({"called": "ours"}, '`ours["side"].unique()`'),
        ({"query": "side == 'year' or year > 1"}, 'organizations["side"].unique()` and `org'),
        ({"query": ""}, "Your table has no rows."),
    ],
)
@pytest.mark.usefixtures("small")
def test_table_without_rows(change: dict[str, str], said: str) -> None:
    """Who found nothing is told where the slip may be, in the words of the lesson."""
    asked = replace(find("q7-4"), **change)
    status, body = grade(asked, IRANIAN.head(0))
    assert status == "not yet"
    assert said in body


@pytest.mark.usefixtures("small")
def test_table_without_its_key() -> None:
    """A table that lacks the key is told the column and where to start."""
    said = check("q7-6", IRANIAN[["year"]])
    assert said.status == "form"
    assert "has no column `org_id` and no column `side`. Did you start from `organ" in said.body
    other = replace(find("q7-4"), called="ours")
    with pytest.raises(FormError, match="Did you start from `ours`"):
        read(other, IRANIAN[["side"]])


@pytest.mark.usefixtures("small")
def test_table_columns() -> None:
    """Where columns are asked for, those too many are named and those missing are counted."""
    assert check("q7-6", IRANIAN[["org_id", "side"]]).status == "right"
    said = check("q7-6", IRANIAN)
    assert said.status == "partly"
    assert "Columns too many: `year`." in said.body
    assert "`org_id` and `side`" in check("q7-6", IRANIAN[["org_id"]]).then


@pytest.mark.usefixtures("small")
def test_reflect(folder: Path) -> None:
    """A free answer is never wrong; what to compare it with is shown, and it counts as done."""
    said = check("q7-5", "Those who\nkeep silent")
    assert said.status == "noted"
    assert "The participants are." in said.body
    assert saved(folder) == f"{HEAD}q7-5,1,True,Those who keep silent\n"
