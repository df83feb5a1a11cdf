"""The files of questions, and what is to be corrected in them."""

import re
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from lesson_seven import FILE

from track2lib.lessons import question as questions
from track2lib.lessons.question import Question

COMMON = {"id", "kind", "minutes", "prompt", "hints", "solution", "passages"}


DATA = {"table", "scope", "query"}


# For each kind: what it must have, and what it may have besides.
KINDS: dict[str, tuple[set[str], set[str]]] = {
    "choice": ({"options"}, set()),
    "set": ({"options", "otherwise"}, set()),
    "guess": (set(), {"options", "answer"} | DATA),
    "number": ({"otherwise"}, {"answer", "tolerance", "options"} | DATA),
    "table": ({"table", "key", "otherwise"}, {"columns", "options", "called", "empty"} | DATA),
    "reflect": (set(), set()),
}


def faults(lesson: str, number: int, raw: dict[str, Any]) -> Iterator[str]:
    """Say what is to be corrected in one question, as its file has it."""
    if raw.get("kind") not in KINDS:
        yield f"kind must be one of {', '.join(KINDS)}"
        return
    must, may = KINDS[raw["kind"]][0] | COMMON, KINDS[raw["kind"]][1] | {"form"}
    strange = (raw.keys() - must - may) | {
        f"options.{key}" for option in raw.get("options", []) for key in option
    } - {"options.value", "options.text", "options.why", "options.right"}
    if strange or must - raw.keys():
        yield f"fields missing: {sorted(must - raw.keys())}, unknown: {sorted(strange)}"
        return
    asked = questions._question(raw)
    if asked.id != f"q{int(lesson)}-{number}":
        yield f"id must be q{int(lesson)}-{number}, for its file and its place there"
    if type(asked.minutes) is not int or asked.minutes < 1:
        yield "minutes must be a whole number from 1 on"
    if not asked.hints or not all(map(str.strip, [*asked.hints, asked.solution, asked.prompt])):
        yield "prompt, solution and at least one hint must say something"
    if asked.kind in {"choice", "set", "table"} and len(asked.hints) < 2:
        yield "at least two hints: where to look, then what to compare"
    if "otherwise" in must and not asked.otherwise.strip():
        yield "otherwise must give a reason for answers that nobody foresaw"
    for option in asked.options:
        if asked.kind == "guess" and option.why:
            yield f"option {option.value!r} of a guess has a why, which nobody would see"
        elif asked.kind != "guess" and not option.right and not option.why.strip():
            yield f"the wrong option {option.value!r} needs a why"
    yield from passage_faults(lesson, asked)
    yield from key_faults(asked)


def passage_faults(lesson: str, asked: Question) -> Iterator[str]:
    if not asked.passages and lesson != "00":
        yield "passages must name one at least; only lesson 00 is about the tools"
    for passage in asked.passages:
        try:
            import_module("track2lib.sources.passages").locator(passage)
        except LookupError as error:
            yield f"the passage does not resolve: {error}"


def key_faults(asked: Question) -> Iterator[str]:
    values = [option.value for option in asked.options]
    right = [option for option in asked.options if option.right]
    lettered = asked.kind == "choice" or (asked.kind == "guess" and asked.options)
    if lettered and values != list("abcdefgh")[: len(values)]:
        yield "the values of options must be a, b, c and so on"
    if lettered and not all(option.text for option in asked.options):
        yield "each option needs a text"
    if (lettered and len(right) != 1) or (asked.kind == "set" and not right):
        yield "right = true must stand at one option, or at several of a set"
    counted = asked.kind == "number" or (asked.kind == "guess" and not asked.options)
    if counted and (asked.answer is None) == (not asked.table):
        yield "a number has either an answer or a table, whose rows are counted"
        return
    if asked.kind == "number" and not all(isinstance(value, int | float) for value in values):
        yield "the values of options must be numbers"
    if asked.table:
        rows = asked.rows()
        if rows.empty:
            yield "the query finds no row"
        if lost := {*asked.key_columns(), *asked.columns} - set(rows.columns):
            yield f"the table has no column {sorted(lost)}"
            return
        if asked.columns and not set(asked.key_columns()) <= set(asked.columns):
            yield "columns must hold the key"
    yield from leaks(asked)


def leaks(asked: Question) -> Iterator[str]:
    """Find texts for readers who are still wrong that name the right answer."""
    texts = [option.why for option in asked.options if not option.right] + [asked.otherwise]
    keys = [option.text for option in asked.options if option.right]
    if asked.kind == "set" and asked.right() == ["a", "d"]:
        yield "a and d are the letters of the example that readers see"
    if asked.kind in {"choice", "set"} and asked.has_letters():
        # A bare `a` is mostly an article: what gives a letter away is its dress.
        keys += [f"{mark}{letter}{mark}" for letter in asked.right() for mark in "`'\""]
    elif asked.kind in {"set", "number"}:
        keys += asked.right()
    if asked.kind == "number":
        texts += [asked.prompt, asked.form]
    for key in filter(None, keys):
        if any(re.search(rf"(?<!\w){re.escape(key)}(?!\w)", text, re.I) for text in texts):
            yield f"{key!r} is the answer and is given away"


def all_faults(where: Any) -> list[str]:
    return [
        f"{file.name}, {raw.get('id', number)}: {fault}"
        for file in where.iterdir()
        if file.name.endswith(".toml")
        for number, raw in enumerate(tomllib.loads(file.read_text("utf-8"))["question"], start=1)
        for fault in faults(file.name[:2], number, raw)
    ]


def test_questions_are_sound() -> None:
    """Every question has reasons, hints, a solution, passages that resolve, and its own number."""
    assert all_faults(questions.FOLDER) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('kind = "choice"', 'kind = "chose"', "kind must be"),
        ('id = "q7-2"', 'id = "q7-3"', "id must be q7-2"),
        ('id = "q7-2"', 'id = "q6-2"', "id must be q7-2"),
        ("minutes = 5", "minutes = 0", "minutes"),
        ("minutes = 5", "minuts = 5", r"missing: \['minutes'\], unknown: \['minuts'\]"),
        (', why = "It is too late."', "", "'c' needs a why"),
        ("why = ", "reason = ", r"unknown: \['options.reason'\]"),
        ('value = "c"', 'value = "d"', "a, b, c"),
        ('text = "The third", ', "", "needs a text"),
        ("right = true", 'why = "So."', "right = true must"),
        ('hints = ["Who is silent?"]', "hints = []", "at least one hint"),
        ('hints = ["They are sweet.", "They grow on trees."]', 'hints = ["Eat."]', "two hints"),
        ('text = "Little"', 'text = "Little", why = "It is more."', "nobody would see"),
        ('why = "A vegetable."', 'why = "Take `b`."', "given away"),
        ('value = "a", text = "Much"', 'value = "b", text = "Much"', "a, b, c"),
        ('text = "Much", right = true', 'text = "Much"', "right = true must"),
        ('id = "q7-9"\nkind = "guess"', 'id = "q7-9"\nanswer = 2\nkind = "guess"', "either"),
        ('solution = "The text says so."', 'solution = " "', "solution"),
        ('otherwise = "Count again."', 'otherwise = ""', "otherwise must"),
        ('passages = ["p1", "p2"]', "passages = []", "must name one"),
        ('passages = ["p1", "p2"]', 'passages = ["p4"]', "does not resolve"),
        ("answer = 14", "", "either an answer or a table"),
        ("value = 15", 'value = "15"', "must be numbers"),
        ('key = "org_id"', 'key = "id"', "no column"),
        ("query = \"side == 'Iranian'\"", "query = \"side == 'Martian'\"", "finds no row"),
        ('columns = ["org_id", "side"]', 'columns = ["org_id"]', "hold the key"),
        ('why = "It is too early."', 'why = "The second is it."', "given away"),
        ('why = "It is a vegetable."', 'why = "Take the apple."', "given away"),
        ('otherwise = "Count again."', 'otherwise = "It is 14."', "given away"),
    ],
)
def test_faults_are_found(small: Path, old: str, new: str, fault: str) -> None:
    """The check of the files finds each kind of mistake."""
    assert all_faults(small) == []
    assert old in FILE
    (small / "07.toml").write_text(FILE.replace(old, new, 1), encoding="utf-8")
    assert any(re.search(fault, found) for found in all_faults(small))
