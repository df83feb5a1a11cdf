"""The questions of the lessons, each answered."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from track2lib.lessons.exercises import check
from track2lib.lessons.question import Question, lessons, titles

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
REAL = [asked for questions_ in lessons().values() for asked in questions_]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TRACK2_FOLDER", str(tmp_path / "notes"))
    return tmp_path / "notes"


@pytest.mark.parametrize("asked", REAL, ids=lambda asked: asked.id)
def test_stored_lessons_hold_no_key(asked: Question) -> None:
    """What a lesson stores for a question is neither its solution, nor a hint, nor a reason."""
    said = check(asked.id, ...).body
    for secret in [asked.solution, asked.otherwise, *asked.hints, *(o.why for o in asked.options)]:
        assert not secret or secret not in said


def test_lessons_are_called_as_they_call_themselves() -> None:
    """The title in the file of questions is the heading of the lesson."""
    headings = {}
    for path in NOTEBOOKS.glob("*.ipynb"):
        first = "".join(json.loads(path.read_text("utf-8"))["cells"][0]["source"])
        headings[path.name[:2]] = first.splitlines()[0].removeprefix("# ")
    assert titles() == headings


def test_the_letter_tells_nothing() -> None:
    """Over all lessons the right letter is each of a to d about equally often, in no row."""
    letters = [asked.right()[0] for asked in REAL if asked.kind == "choice"]
    often = Counter(letters)
    assert set(often) == set("abcd")
    assert max(often.values()) - min(often.values()) <= 1
    assert all(len(set(letters[at : at + 3])) > 1 for at in range(len(letters) - 2))


def test_what_is_impeded_is_not_ruled_out() -> None:
    """DiMaggio says that track II could complement official talks once, and nowhere that it cannot."""
    (asked,) = [one for one in REAL if one.id == "q1-4"]
    assert "cannot" not in asked.prompt
    assert "*impeded*: made harder, not ruled out" in asked.solution
    assert "dimaggio2010-opening-2.3" in asked.passages


def test_every_lesson_has_questions() -> None:
    """The files are named by lesson, and none is empty."""
    assert all(re.fullmatch(r"\d\d", lesson) and asked for lesson, asked in lessons().items())


@pytest.mark.parametrize("asked", REAL, ids=lambda asked: asked.id)
def test_right_answers_are_right(asked: Question) -> None:
    """The key of each question, handed in, is right."""
    answer: Any = {"reflect": "It hangs on that.", "table": None}.get(
        asked.kind, asked.right()[:1] or ""
    )
    if asked.kind == "table":
        answer = asked.rows()[asked.columns] if asked.columns else asked.rows()
    elif asked.kind == "set":
        answer = asked.right()
    elif asked.kind in {"choice", "number", "guess"}:
        answer = asked.right()[0]
    assert check(asked.id, answer).status in {"right", "noted"}


@pytest.mark.parametrize(
    ("asked", "option"),
    [
        (asked, o)
        for asked in REAL
        if asked.kind not in {"table", "guess"}
        for o in asked.options
        if not o.right
    ],
    ids=lambda value: getattr(value, "id", None) or str(value.value),
)
def test_wrong_answers_get_their_reason(asked: Question, option: Any) -> None:
    """Each wrong answer that was foreseen gets its own reason and not the solution."""
    said = check(asked.id, [option.value] if asked.kind == "set" else option.value)
    assert said.status == "not yet"
    assert option.why in said.body
    assert asked.solution not in said.body
