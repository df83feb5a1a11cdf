"""How an answer compares with the right one: a verdict, and a reason that names no right answer."""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Mapping, Set
from contextlib import suppress
from itertools import islice
from typing import Any

import pandas as pd

from track2lib.lessons.feedback import quote
from track2lib.lessons.given import FormError, folded, in_parts, is_number, named
from track2lib.lessons.question import Question, joined_keys

__all__ = ["grade"]


LARGEST = 10**15  # number in a list of words
LETTERS, PARTS = 100_000, 1000  # of an answer; to compare more takes minutes
SHORTEST = 3  # words of a sentence, such as "It does not"


def grade(asked: Question, answer: Any) -> tuple[str, str]:
    """Compare an answer with the right one.

    Parameters
    ----------
    asked : Question
        The question.
    answer : object
        Whatever the reader gave.

    Returns
    -------
    tuple of str and str
        "right", "partly", "not yet" or "noted"; and the reason, in Markdown.

    Raises
    ------
    FormError
        If the answer is not of the form that the question wants.
    """
    if isinstance(answer, str) and len(answer) > LETTERS:
        raise FormError(f"Your answer has {len(answer):,} letters, which nobody can read.")
    # Each judges what it is given and lets nothing slip: no verdict may rest on a misreading.
    graders = {"choice": _choice, "set": _set, "number": _number, "table": _table}
    verdict = graders.get(asked.read_as(), _reflect)(asked, answer)
    if asked.kind == "guess":
        # Read like an answer, so that a slip of the hand is still told; the verdict is left out.
        return "noted", f"You guess {quote(answer)}. Now look below and see."
    return verdict


def _choice(asked: Question, answer: Any) -> tuple[str, str]:
    """Judge one option, given by its letter or by its text."""
    # Whoever copies the words of an option instead of its letter means that option.
    for option in asked.options:
        if isinstance(answer, str) and folded(answer) in {
            folded(option.value),
            folded(option.text),
        }:
            return ("right", "") if option.right else ("not yet", f"`{option.value}`: {option.why}")
    raise FormError(f"{named(answer)} is not one of the options.")


def _number(asked: Question, answer: Any) -> tuple[str, str]:
    """Judge a number; a text that is one counts, a yes or no does not."""
    value = math.nan
    if isinstance(answer, str) or is_number(answer):
        with suppress(ValueError, OverflowError):
            value = float(answer)
    if not math.isfinite(value):
        raise FormError(f"{named(answer)} is not a number.")
    right = float(asked.right()[0])
    # What a reader has computed may differ from the key in the last digits that a float has.
    if math.isclose(value, right, rel_tol=1e-9, abs_tol=asked.tolerance):
        return "right", ""
    reasons = [o.why for o in asked.options if math.isclose(value, float(o.value))]
    return "not yet", f"{quote(answer)}: {(reasons or [asked.otherwise])[0]}"


def _set(asked: Question, answer: Any) -> tuple[str, str]:
    """Judge several options, in any order and collection."""
    if isinstance(answer, str):
        answer = in_parts(asked, answer)
    # Of a table and of bytes the parts are no words, and one number as an array has none.
    parted = isinstance(answer, Collection) and getattr(answer, "ndim", 1) == 1
    if isinstance(answer, pd.DataFrame | Mapping | bytes | bytearray | memoryview) or not parted:
        raise FormError(f"{named(answer)} is not a list of words.")
    every = [*islice(answer, PARTS + 1)]
    if len(every) > PARTS:
        raise FormError(f"Your list has more than {PARTS:,} words.")
    for part in every:
        # A number of thousands of figures cannot be written as a word.
        if not (isinstance(part, str | bool) or is_number(part)) or (
            isinstance(part, int) and abs(part) > LARGEST
        ):
            raise FormError(f"{named(part)} stands in your list where a word should be.")
    if isinstance(answer, Set):  # whose order changes from one run to the next
        answer = sorted(answer, key=str)
    # The name that an option is shown with counts as the option.
    shown = {folded(option.text): str(option.value) for option in asked.options if option.text}
    words = [shown.get(folded(part), part) for part in answer]
    # A word counts once, however often it stands there.
    return _compare(asked, list({folded(word): word for word in words}.values()))


def _table(asked: Question, answer: Any) -> tuple[str, str]:
    """Judge a table or a column by its rows, and by its columns where exactly these are wanted."""
    if isinstance(answer, pd.Series):
        if pd.api.types.is_bool_dtype(answer):
            raise FormError(
                "A column of True and False says which rows to keep. Put it in square brackets "
                "after the table, as in `table[condition]`."
            )
        answer = answer.to_frame()
    if not isinstance(answer, pd.DataFrame):
        raise FormError(f"{named(answer)} is not a table.")
    frame = _with_key(asked, answer)
    if frame.empty:
        return "not yet", _no_row(asked)
    status, body = _compare(asked, joined_keys(frame, asked.key_columns()))
    if not asked.columns:
        return status, body
    lines = []
    # The right columns are counted, not named: to find them is the task.
    if extra := [quote(name) for name in answer.columns if name not in asked.columns]:
        lines.append(f"Columns too many: {', '.join(extra)}.")
    if lost := set(asked.columns) - set(frame.columns):
        lines.append(f"Columns missing: {len(lost)}.")
    if lines and status == "right":
        status, body = "partly", "The rows are right; the columns are not yet."
    return status, "\n\n".join(filter(None, [body, *lines]))


def _with_key(asked: Question, answer: pd.DataFrame) -> pd.DataFrame:
    """Give the answer with the columns that tell its rows apart, or say that it has lost them."""
    # A merge may leave a column twice, and pandas would give both where one is asked for.
    frame = answer.loc[:, ~answer.columns.duplicated()]
    key = asked.key_columns()
    # Grouping and `set_index` leave the key beside the table instead of in it.
    beside = [name for name in frame.index.names if name in key and name not in frame]
    frame = frame.reset_index(level=beside)
    if lacking := [f"`{name}`" for name in key if name not in frame]:
        raise FormError(
            f"Your table has no column {' and no column '.join(lacking)}. "
            f"Did you start from `{asked.called or asked.table}`?"
        )
    return frame


def _no_row(asked: Question) -> str:
    """Tell whoever found nothing where the slip may be."""
    if asked.empty:
        return asked.empty
    if "isna()" in asked.query:
        return "No row meets your condition. An empty cell holds no word: ask with `.isna()`."
    # What stands in quotes in a query is a value; what is left and names a column is a column.
    words = dict.fromkeys(re.findall(r"\w+", re.sub(r"'[^']*'", "", asked.query)))
    table, known = asked.called or asked.table, asked.rows().columns
    values = [f'`{table}["{name}"].unique()`' for name in words if name in known]
    if not values:
        return "Your table has no rows."
    return (
        "No row meets your condition. Compare spelling and capitals with the values in the "
        f"column{'s' if len(values) > 1 else ''}: {' and '.join(values)}."
    )


def _reflect(asked: Question, answer: Any) -> tuple[str, str]:
    """Take note of a sentence."""
    if not isinstance(answer, str) or not re.search(r"\w", answer):
        raise FormError(f"{named(answer)} is not a sentence.")
    # Chinese and Japanese part no words: there each sign counts as one.
    words = [max(1, sum(map(_is_wide, word))) for word in re.findall(r"\w+", answer)]
    if sum(words) < SHORTEST:
        raise FormError(f"{quote(answer)} is too short to think with. Write a whole sentence.")
    return "noted", "There is no right or wrong here. Compare what you wrote with this:"


def _is_wide(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) == "W"


def _compare(asked: Question, given: list[str]) -> tuple[str, str]:
    """Compare words or rows with the right ones, and name only what the reader gave."""
    # Counted, because a merge or a concat may double rows that are right one by one.
    spelled = {folded(word): word for word in given}
    have, want = Counter(map(folded, given)), Counter(map(folded, asked.right()))
    right, extra, missing = have & want, have - want, want - have
    if not extra and not missing:
        return "right", ""
    foreseen = {folded(option.value): option.why for option in asked.options}
    wrong = [word for word in extra if word not in want]
    reasons = [f"- {quote(spelled[word])}: {foreseen[word]}" for word in wrong if word in foreseen]
    # Three at most: a table in which every row is wrong would bury the reason.
    if others := [quote(spelled[word]) for word in wrong if word not in foreseen]:
        more = f" and {len(others) - 3} more" if len(others) > 3 else ""
        reasons.append(f"- {', '.join(others[:3])}{more}: {asked.otherwise}")
    score = f"Right so far: {right.total()} of {have.total()}."
    if not missing:
        score = f"All {want.total()} are there, and {extra.total()} too many."
    lines = [score, "\n".join(reasons)]
    if twice := sum(extra[word] for word in want):
        lines.append(f"There more often than they should be: {twice}.")
    if missing:
        lines.append(f"Still missing: {missing.total()}.")
    return ("partly" if right else "not yet"), "\n\n".join(filter(None, lines))
