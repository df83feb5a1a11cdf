"""What an answer says, however it was handed in: one option, options, a number, rows, a sentence."""

import math
import re
from collections.abc import Collection, Mapping, Set
from contextlib import suppress
from itertools import islice
from typing import Any

import numpy as np
import pandas as pd

from track2lib.lessons.chosen import MANY, all_meant, one_meant
from track2lib.lessons.feedback import quote
from track2lib.lessons.figures import number_in
from track2lib.lessons.given import FormError, folded, is_number, named
from track2lib.lessons.question import Question
from track2lib.lessons.rows import read_rows
from track2lib.lessons.sentences import is_a_sentence

__all__ = ["read"]

LARGEST = 10**15  # number in a list of words
LETTERS = 100_000  # of an answer


def read(asked: Question, answer: Any) -> Any:
    """Read an answer in the way of its question.

    Parameters
    ----------
    asked : Question
        The question.
    answer : object
        Whatever the reader gave.

    Returns
    -------
    str, list of str, float or pandas.DataFrame
        A sentence or the value of an option; values and words; a number; rows.

    Raises
    ------
    FormError
        If the answer is not of the form that the question wants.
    """
    if isinstance(answer, str) and len(answer) > LETTERS:
        raise FormError(f"Your answer has {len(answer):,} letters, which nobody can read.")
    kind = asked.read_as()
    if kind == "table":
        return read_rows(asked, answer)
    if kind == "set":
        return _options(asked, answer)
    # Each reads what it is given and lets nothing slip: no verdict may rest on a misreading.
    one = _only(answer)
    return {"choice": _option, "number": _number}.get(kind, _sentence)(asked, one)


def _only(answer: Any) -> Any:
    """Give the one thing that stands in a list, a column or an array of one; else the answer."""
    if isinstance(answer, np.ndarray | pd.Series | pd.Index) and answer.size == 1:
        return answer.item()
    if isinstance(answer, list | tuple | set | frozenset) and len(answer) == 1:
        return next(iter(answer))
    return answer


def _option(asked: Question, answer: Any) -> str:
    """Read one option, given by its letter or by its words."""
    if isinstance(answer, list | tuple | set | frozenset) and len(answer) > 1:
        raise FormError(f"This question takes one answer, and you gave {len(answer)}.")
    if not isinstance(answer, str):
        raise FormError(f"{named(answer)} is not one of the options.")
    return one_meant(asked, answer)


def _number(asked: Question, answer: Any) -> float:
    """Read a number; a text that says one counts, a yes or no does not."""
    if isinstance(answer, pd.DataFrame) or isinstance(getattr(answer, "frame", None), pd.DataFrame):
        raise FormError("A table is not a number: `len(...)` around its name counts its rows.")
    value = math.nan
    if isinstance(answer, str):
        value = number_in(answer, share=0 < float(asked.right()[0]) < 1)
    elif is_number(answer):
        with suppress(ValueError, OverflowError):
            value = float(answer)
    if not math.isfinite(value):
        raise FormError(f"{named(answer)} is not a number.")
    return value


def _options(asked: Question, answer: Any) -> list[str]:
    """Read several options, in any order and collection."""
    if isinstance(answer, str):
        answer = [answer]
    # Of a table and of bytes the parts are no words, and one number as an array has none.
    parted = isinstance(answer, Collection) and getattr(answer, "ndim", 1) == 1
    if isinstance(answer, pd.DataFrame | Mapping | bytes | bytearray | memoryview) or not parted:
        raise FormError(f"{named(answer)} is not a list of words.")
    every = [*islice(answer, MANY + 1)]
    if len(every) > MANY:
        raise FormError(f"Your list has more than {MANY:,} words.")
    for part in every:
        # A number of thousands of figures cannot be written as a word.
        if not (isinstance(part, str | bool) or is_number(part)) or (
            isinstance(part, int) and abs(part) > LARGEST
        ):
            raise FormError(f"{named(part)} stands in your list where a word should be.")
    if isinstance(answer, Set):  # whose order changes from one run to the next
        every = sorted(every, key=str)
    words: list[str] = []
    for part in every:
        words += all_meant(asked, part) if isinstance(part, str) else [str(part)]
    # A word counts once, however often it stands there.
    return list({folded(word): word for word in words}.values())


def _sentence(_: Question, answer: Any) -> str:
    """Read a sentence."""
    if not isinstance(answer, str) or not re.search(r"\w", answer):
        raise FormError(f"{named(answer)} is not a sentence.")
    if not is_a_sentence(answer):
        raise FormError(f"{quote(answer)} is too short to think with. Write a whole sentence.")
    return answer
