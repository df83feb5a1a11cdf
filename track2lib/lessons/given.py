"""What a reader has given as an answer, in words."""

import re
from decimal import Decimal
from numbers import Real
from typing import Any

import numpy as np
import pandas as pd

from track2lib.lessons import references
from track2lib.lessons.feedback import quote
from track2lib.lessons.question import Question
from track2lib.reader.cells import only_text

__all__ = ["FormError", "folded", "in_words", "is_number", "named"]

WHOLE = 10**15  # beyond it, a number is written with its power of ten


class FormError(Exception):
    """The answer cannot be read; the message tells the reader why."""


def in_words(asked: Question, given: Any) -> list[str]:
    """Give an answer as the words that a page shows and a file keeps.

    Parameters
    ----------
    asked : Question
        The question.
    given : object
        An answer as `read` gives it.

    Returns
    -------
    list of str
        Options by their values; else a number, a sentence, or what kind of table it is.
    """
    kind = asked.read_as()
    if kind == "table":
        return [f"a table with {len(given)} row{'' if len(given) == 1 else 's'}"]
    if kind == "number":
        # One number in one way, whether it was typed into a form or computed.
        return [str(int(given)) if given.is_integer() and abs(given) < WHOLE else f"{given:.12g}"]
    if kind in {"reflect", "choice"}:
        return [only_text(given)]
    # In the order of the list, as far as they stand there.
    order = [str(option.value) for option in asked.options]
    words = dict.fromkeys(only_text(word).strip() for word in given)
    return sorted(words, key=lambda word: order.index(word) if word in order else len(order))


def is_number(answer: Any) -> bool:
    """Tell whether an answer is a number: a decimal of a database is, yes and a span of time are not."""
    # As in the records, which only `references` asks: the lessons could live alone.
    return isinstance(answer, Real | Decimal) and not isinstance(answer, bool | np.timedelta64)


def named(answer: Any) -> str:
    """Name in plain words what the reader gave."""
    if answer is None:
        return "`None`, which means nothing (does the line end in `print`?),"
    if isinstance(answer, str | Real):
        return quote(answer)
    if isinstance(answer, pd.DataFrame):
        return "A table"
    if isinstance(answer, pd.Series):
        return "A column"
    if isinstance(answer, list | tuple | set | frozenset):
        return f"A list of {len(answer)}"
    if hasattr(type(answer), "to_pandas"):
        return "A table of another library (take its `.to_pandas()`)"
    if hasattr(type(answer), "to_dict") and hasattr(type(answer), "save"):
        return "A chart"
    if callable(answer):
        return "A function (are its brackets missing?)"
    return f"A value of type `{type(answer).__name__}`"


def folded(value: object) -> str:
    """Make alike what differs in case, spaces, hyphens or outer signs; and 2005.0 and 2005."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    alike = references.folded(str(value))
    return re.sub(r"[\s_-]+", " ", re.sub(r"^[\W_]+|[\W_]+$", "", alike))
