"""What is to be corrected in files of questions, for whoever writes them.

``python -m track2lib.lessons.question_faults [FOLDER]`` says nothing where all is well.
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from track2lib.lessons import references
from track2lib.lessons.question import FOLDER, Question, lesson_files
from track2lib.lessons.reasons import columns_of, conditions

__all__ = ["faults"]

COMMON = {"id", "kind", "minutes", "prompt", "hints", "solution", "passages"}
DATA = {"table", "scope", "query"}
# For each kind: what it must have, and what it may have besides.
KINDS: dict[str, tuple[set[str], set[str]]] = {
    "choice": ({"options"}, set()),
    "set": ({"options"}, {"otherwise"}),
    "guess": (set(), {"options", "answer"} | DATA),
    "number": ({"otherwise"}, {"answer", "tolerance", "options"} | DATA),
    "table": ({"table", "key"}, {"columns", "options", "otherwise", "called", "empty"} | DATA),
    "reflect": (set(), set()),
}
OPTION = {"value", "text", "why", "right"}


def faults(folder: Path) -> list[str]:
    """Say what is to be corrected in the files of questions of a folder.

    Parameters
    ----------
    folder : pathlib.Path
        The folder. Each file in it is named after its lesson, such as ``07.toml``.

    Returns
    -------
    list of str
        A line for each fault: the file, the question, and what would be right.

    Examples
    --------
    >>> faults(FOLDER)
    []
    """
    found = []
    for file in lesson_files(folder):
        try:
            raws = tomllib.loads(file.read_text("utf-8"))["question"]
        except (tomllib.TOMLDecodeError, KeyError) as error:
            found.append(f"{file.name}: it has no [[question]] that can be read: {error}")
            continue
        for number, raw in enumerate(raws, start=1):
            named = f"{file.name}, {raw.get('id', number)}"
            found += [f"{named}: {fault}" for fault in _question_faults(file.stem, number, raw)]
    return found


def _question_faults(lesson: str, number: int, raw: dict[str, Any]) -> Iterator[str]:
    """Check one question as its file has it; what builds on a fault is not asked any more."""
    if raw.get("kind") not in KINDS:
        yield f"kind must be one of {', '.join(KINDS)}"
        return
    must, may = KINDS[raw["kind"]][0] | COMMON, KINDS[raw["kind"]][1] | {"form"}
    in_options = {key for option in raw.get("options", []) for key in option}
    strange = raw.keys() - must - may | {f"options.{key}" for key in in_options - OPTION}
    # A field with a slip in its name would otherwise be a field that is left out in silence.
    if strange or must - raw.keys():
        yield f"fields missing: {sorted(must - raw.keys())}, unknown: {sorted(strange)}"
        return
    asked = Question.from_file(raw)
    if asked.id != f"q{int(lesson)}-{number}":
        yield f"id must be q{int(lesson)}-{number}, for its file and its place there"
    yield from _text_faults(asked)
    yield from _passage_faults(lesson, asked)
    yield from _option_faults(asked)
    # Where the key cannot be found out, nobody can tell whether it is given away.
    in_key = list(_key_faults(asked))
    yield from in_key or _leaks(asked)


def _text_faults(asked: Question) -> Iterator[str]:
    """Check what is to be read, and how long it is to take."""
    if type(asked.minutes) is not int or asked.minutes < 1:
        yield "minutes must be a whole number from 1 on"
    if not asked.hints or not all(map(str.strip, [*asked.hints, asked.solution, asked.prompt])):
        yield "prompt, solution and at least one hint must say something"
    # The first says where to look. Who still does not see it needs another, before the answer.
    if asked.kind in {"choice", "set", "table"} and len(asked.hints) < 2:
        yield "at least two hints: where to look, then what to compare"
    if _needs_otherwise(asked) and not asked.otherwise.strip():
        yield "otherwise must give a reason for answers that nobody foresaw"


def _needs_otherwise(asked: Question) -> bool:
    """Tell whether some wrong answers get no reason from the options or from the data."""
    if asked.kind == "set":
        return not asked.shown_options()
    # A row that only its key keeps out has no value that could say why.
    parts = [columns_of(part) for part in conditions(asked.query)]
    return asked.kind == "number" or asked.key_columns() in parts


def _passage_faults(lesson: str, asked: Question) -> Iterator[str]:
    """Check that the question rests on passages that are there."""
    if not asked.passages and lesson != "00":
        yield "passages must name one at least; only lesson 00 is about the tools"
    for passage in asked.passages:
        try:
            references.place(passage)
        except LookupError as error:
            yield f"the passage does not resolve: {error}"


def _option_faults(asked: Question) -> Iterator[str]:
    """Check the options: their letters, their texts and reasons, and which of them are right."""
    for option in asked.options:
        if asked.kind == "guess" and option.why:
            yield f"option {option.value!r} of a guess has a why, which nobody would see"
        elif asked.kind != "guess" and not option.right and not option.why.strip():
            yield f"the wrong option {option.value!r} needs a why"
    values = [option.value for option in asked.options]
    right = [option for option in asked.options if option.right]
    lettered = asked.read_as() == "choice"
    if lettered and values != list("abcdefgh")[: len(values)]:
        yield "the values of options must be a, b, c and so on"
    if lettered and not all(option.text for option in asked.options):
        yield "each option needs a text"
    if (lettered and len(right) != 1) or (asked.kind == "set" and not right):
        yield "right = true must stand at one option, or at several of a set"
    if asked.kind == "number" and not all(isinstance(value, int | float) for value in values):
        yield "the values of options must be numbers"


def _key_faults(asked: Question) -> Iterator[str]:
    """Check that the right answer can be found out: a number, or rows of a table."""
    if asked.read_as() == "number" and (asked.answer is None) == (not asked.table):
        yield "a number has either an answer or a table, whose rows are counted"
    if not asked.table:
        return
    try:
        rows = asked.rows()
    except Exception as error:  # pandas has many kinds for a query that is not one
        yield f"the table cannot be asked: {error}"
        return
    if rows.empty:
        yield "the query finds no row"
    if lost := {*asked.key_columns(), *asked.columns} - set(rows.columns):
        yield f"the table has no column {sorted(lost)}"
    if asked.columns and not set(asked.key_columns()) <= set(asked.columns):
        yield "columns must hold the key"


def _leaks(asked: Question) -> Iterator[str]:
    """Find texts for readers who are still wrong that name the right answer."""
    texts = [option.why for option in asked.options if not option.right]
    texts += [asked.otherwise, *asked.hints]
    keys = [option.text for option in asked.options if option.right]
    # "How to answer" shows ["a", "d"], and somebody would hand that in to see what happens.
    if asked.kind == "set" and asked.right() == ["a", "d"]:
        yield "a and d are the letters of the example that readers see"
    if asked.kind in {"choice", "set"} and asked.has_letters():
        # A bare `a` is mostly an article: what gives a letter away is its dress.
        keys += [f"{mark}{letter}{mark}" for letter in asked.right() for mark in "`'\""]
    elif asked.kind in {"set", "number"}:
        keys += asked.right()
    # The words of a choice may stand in its prompt; a number there is read as the answer.
    if asked.kind == "number":
        texts += [asked.prompt, asked.form]
    for key in filter(None, keys):
        if any(re.search(rf"(?<!\w){re.escape(key)}(?!\w)", text, re.I) for text in texts):
            yield f"{key!r} is the answer and is given away"


if __name__ == "__main__":
    where = Path(sys.argv[1]) if sys.argv[1:] else FOLDER
    sys.exit("\n".join(faults(where)) or None)
