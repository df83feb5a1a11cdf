"""The rows of a table that a reader has handed in, in whatever form, and their keys."""

from typing import Any

import pandas as pd

from track2lib.lessons import references
from track2lib.lessons.given import FormError, folded, named
from track2lib.lessons.question import Question, joined_keys

__all__ = ["keys_of", "read_rows"]

LIST = "a list of keys or names"


def read_rows(asked: Question, answer: Any) -> pd.DataFrame:
    """Give the rows that a reader has handed in, with the columns that tell them apart.

    Parameters
    ----------
    asked : Question
        A question about a table.
    answer : object
        A table, also one that is shown; a column of it; or a list of its keys or names.

    Returns
    -------
    pandas.DataFrame
        The rows.

    Raises
    ------
    FormError
        If it is none of these, or does not say which rows it has.
    """
    # What `show` gives holds the table that it shows.
    shown = getattr(answer, "frame", None)
    frame = shown if isinstance(shown, pd.DataFrame) else answer
    if isinstance(frame, pd.Series):
        if pd.api.types.is_bool_dtype(frame):
            raise FormError(
                "A column of True and False says which rows to keep. Put it in square brackets "
                "after the table, as in `table[condition]`."
            )
        # One row of a table is a column to pandas, whose index has the names.
        is_row = set(asked.key_columns()) <= set(frame.index.astype(str))
        frame = frame.to_frame().T if is_row else frame.to_frame()
    elif isinstance(frame, pd.MultiIndex):
        frame = frame.to_frame(index=False)
    elif (words := _words_of(frame)) is not None:
        frame = pd.DataFrame({LIST: words}, dtype="string")
    if not isinstance(frame, pd.DataFrame):
        raise FormError(f"{named(answer)} is not a table.")
    return _with_key(asked, frame)


def keys_of(asked: Question, frame: pd.DataFrame) -> list[str]:
    """Give the key of each row as one word."""
    return joined_keys(frame, asked.key_columns())


def _words_of(answer: Any) -> list[str] | None:
    """Give the words of a list of words, in any collection; of anything else nothing."""
    if isinstance(answer, set | frozenset):
        answer = sorted(answer, key=str)
    if hasattr(answer, "tolist") and getattr(answer, "ndim", 0) == 1:
        answer = answer.tolist()
    if isinstance(answer, list | tuple) and all(isinstance(word, str) for word in answer):
        return [*answer]
    return None


def _with_key(asked: Question, answer: pd.DataFrame) -> pd.DataFrame:
    """Give the answer with the columns that tell its rows apart, or say that it has lost them."""
    # A merge may leave a column twice, and pandas would give both where one is asked for.
    frame = answer.loc[:, ~answer.columns.duplicated()]
    key = asked.key_columns()
    # Grouping and `set_index` leave the key beside the table instead of in it.
    beside = [name for name in frame.index.names if name in key and name not in frame]
    frame = frame.reset_index(level=beside)
    lacking = [name for name in key if name not in frame]
    if lacking and len(key) == 1:
        every = references.table(asked.table, scope="all")
        # A column of its own making, such as `pd.Series([...])`, is a list too.
        if len(frame.columns) == 1 and frame.columns[0] not in every:
            frame = frame.set_axis([LIST], axis=1)
        for column in frame.columns:
            if (keys := _keys_by(every, key[0], column, frame[column])) is not None:
                return frame.assign(**{key[0]: keys})
    table, without = asked.called or asked.table, " and no column ".join(f"`{n}`" for n in lacking)
    if lacking and LIST in frame:
        raise FormError(f"These words are no keys or names of `{table}`. Hand in the table itself.")
    if lacking:
        raise FormError(f"Your table has no column {without}. Did you start from `{table}`?")
    return frame


def _keys_by(every: pd.DataFrame, key: str, column: Any, given: pd.Series) -> list[str] | None:
    """Give the keys of rows of which another column is given, where that tells them apart."""
    words = [folded(word) for word in given]
    # A list may be of keys or of names, and some names are written like a key.
    for known in [column] if column in every else [key, *every] * (column == LIST):
        if not pd.api.types.is_string_dtype(every[known]):
            continue
        own = pd.DataFrame({"word": every[known], "key": every[key]}).dropna()
        own = own.drop_duplicates("word", keep=False)
        key_of = dict(zip(own["word"].map(folded), own["key"], strict=True))
        if words and all(word in key_of for word in words):
            return [key_of[word] for word in words]
    key_of = dict(zip(every[key].map(folded), every[key], strict=True))
    if column == LIST and any(word in key_of for word in words):
        # A word that is no key is told so later, as a row that is not in the table.
        return [key_of.get(word, own) for word, own in zip(words, given, strict=True)]
    return None
