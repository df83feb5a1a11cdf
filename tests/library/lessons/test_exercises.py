"""Asking, hinting and solving, as a reader does it."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from lesson_seven import IRANIAN, SMALL

from track2lib.lessons.exercises import check, hint, solution
from track2lib.lessons.question import find


@pytest.mark.parametrize("nothing", [..., "", " ... ", "…", [...], {...}, []])
@pytest.mark.parametrize("question", sorted(SMALL))
@pytest.mark.usefixtures("small")
def test_no_answer_yet(folder: Path, question: str, nothing: Any) -> None:
    """Without an answer the question and the form are shown, and nothing is recorded."""
    said = check(question, nothing)
    assert said.status == "waiting"
    assert find(question).prompt in said.question
    assert f't2.check("{question}", ...)' in said.body
    assert repr(check(question)) == repr(said)
    assert not folder.exists()


@pytest.mark.parametrize(
    ("question", "answer", "marked"),
    [
        ("q7-1", "a", "- `a` The first ← your answer"),
        ("q7-1", "b", "- `b` The second ← your answer"),
        ("q7-2", ["leek", "plum"], "- `leek` A leek ← your answer"),
        ("q7-2", ["leek", "plum"], "Your answer: plum"),
        ("q7-3", 14, "Your answer: 14"),
        ("q7-4", IRANIAN, "Your answer: a table with 2 rows"),
        ("q7-5", "So `it` *is*.\n- Or not", "Your answer: So 'it' *is*. - Or not"),
        ("q7-8", "a", "- `a` Much ← your answer"),
        ("q7-9", 3, "Your answer: 3"),
        ("q7-1", "z", "- `c` The third"),
        ("q7-3", "many", "How many meetings?"),
    ],
)
@pytest.mark.usefixtures("small")
def test_the_question_stays_beside_its_answer(question: str, answer: Any, marked: str) -> None:
    """Question, options, what was answered and the reason stand together, right or wrong."""
    said = check(question, answer)
    assert said.question.startswith(find(question).prompt)
    assert marked in said.question.splitlines()
    text, html = repr(said), said._repr_html_()
    for option in find(question).shown_options():
        assert option.text in text
        assert option.text in html
    assert text.index(find(question).prompt.replace("*", "")[:5]) < text.index(said.title)


@pytest.mark.usefixtures("small")
def test_an_earlier_answer_is_there_again() -> None:
    """Whoever comes back sees that a question was answered, and with what."""
    assert "before" not in check("q7-1").body
    check("q7-1", "a")
    assert "You have tried this question before; your last answer was `a`." in check("q7-1").body
    check("q7-1", "b")
    assert "You have solved this question before; your last answer was `b`." in check("q7-1").body
    check("q7-4", IRANIAN)
    assert "You have solved this question before." in check("q7-4").body


@pytest.mark.usefixtures("small")
def test_answers_without_their_list(folder: Path) -> None:
    """Several answers count where several may be right; elsewhere the reader is told, unrecorded."""
    assert "This question takes one answer, and you gave 3." in check("q7-1", "a", "b", "c").body
    assert not folder.exists()
    assert check("q7-10", "b", "c").status == "right"


@pytest.mark.usefixtures("small")
def test_each_place_is_told_once() -> None:
    """Each place in the sources stands once, and what is said there is not told before the answer."""
    said = check("q7-10", "a").body
    assert "Look again at: Author 2010, Overview, para. 2; Author 2010, para. 9" in said
    assert "sweet" not in said
    rests_on = "It rests on: Author 2010, Overview, para. 2; Author 2010, para. 9"
    assert rests_on in check("q7-10", "bc").body.splitlines()
    assert rests_on in solution("q7-10").body.splitlines()


@pytest.mark.usefixtures("small")
def test_hints_in_steps(folder: Path) -> None:
    """Each call gives the next hint with its number, the last one stays, nothing is recorded."""
    told = [hint("q7-1") for _ in range(4)]
    assert [said.title for said in told[:3]] == [f"→ Hint {step} of 3: q7-1" for step in (1, 2, 3)]
    assert told[0].body == "Not at the edge."
    assert told[3] == told[2]
    assert 't2.solution("q7-1")' in told[2].then
    assert [said.then for said in told[:2]] == ["", ""]
    assert told[2].then in repr(told[2])
    assert hint("q7-3").detail == "1 of 1"
    assert not folder.exists()


@pytest.mark.usefixtures("small")
def test_a_reflection_is_compared() -> None:
    """The last hint of a reflection promises no answer."""
    said = hint("q7-5")
    assert 'To compare: `t2.solution("q7-5")`.' in said.then
    assert "answer" not in said.body + said.then


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("q7-1", "The answer: `b` The second"),
        ("q7-2", "The answer: `apple` An apple, `sour-cherry` A sour cherry"),
        ("q7-3", "The answer: `14`"),
        ("q7-4", 't2.load("organizations", scope="founding").query("side == \'Iranian\'")'),
        ("q7-5", "The participants are."),
        ("q7-6", 'organizations[["org_id", "side"]]'),
        ("q7-7", "The answer: `2`"),
        ("q7-8", "The answer: `a` Much"),
        ("q7-9", "The answer: `2`"),
    ],
)
@pytest.mark.usefixtures("small")
def test_solution(folder: Path, question: str, key: str) -> None:
    """A solution gives the answer and its reason, and is not an attempt."""
    said = solution(question)
    assert key in said.body
    assert find(question).solution.strip() in said.body
    assert not folder.exists()


@pytest.mark.parametrize("function", [check, hint, solution])
@pytest.mark.usefixtures("small")
def test_unknown_question(function: Any) -> None:
    """An unknown name gets the nearest one and those of its lesson."""
    message = "no question 'q7-99'. Did you mean 'q7-9'. Lesson 07 has q7-1, q7-2, .*, q7-10"
    with pytest.raises(LookupError, match=message):
        function("q7-99")
    with pytest.raises(
        LookupError, match="in quotes, such as 'q1-3', and not by a value of type int"
    ):
        function(3)


@pytest.mark.usefixtures("small")
def test_nothing_saved_still_answers(folder: Path) -> None:
    """With a broken notes folder the feedback appears, with a sentence that it is not saved."""
    folder.write_text("a file where the folder should be")
    said = check("q7-1", "b")
    assert said.status == "right"
    assert "could not be saved" in said.body


def test_same_in_every_kernel(tmp_path: Path) -> None:
    """The same call gives the same bytes in fresh processes, though sets change their order."""
    code = (
        "from track2lib.lessons.exercises import *\n"
        "for said in (check('q0-4', ...), check('q0-2', 0), hint('q0-1'), hint('q0-1')):\n"
        "    print(said, said._repr_html_())\n"
        "from track2lib.lessons import grading, reading\n"
        "from track2lib.lessons.question import find\n"
        "from track2lib.lessons.question import Question, Option\n"
        "q = Question('q9-1', 'set', 1, '', [], '', [], options=(Option('a', right=True),))\n"
        "print(grading.grade(q, reading.read(q, {'d', 'e', 'f', 'g', 'h', 'i'})))\n"
    )
    outputs = set()
    for seed in ("1", "2"):
        notes = str(tmp_path / f"notes-{seed}")
        new = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "TRACK2_FOLDER": notes,
            "PYTHONIOENCODING": "utf-8",
        }
        run = subprocess.run([sys.executable, "-c", code], env=new, capture_output=True, check=True)
        outputs.add(run.stdout)
    assert len(outputs) == 1
