"""What a row says, so that it can be told whether a number that is heard is one of its own."""

import re
from collections.abc import Iterable
from contextlib import suppress
from typing import Any, NamedTuple

import pandas as pd
from hearing import numbers_in

from track2lib.records.related import look_up

# The tables to which keys point.
POINTS_TO = {
    "dialogue_id": "dialogues",
    "place_id": "places",
    "org_id": "organizations",
    "topic_id": "topics",
    "definition_id": "definitions",
    "group_id": "participant_groups",
}
MONTHS = "January February March April May June July August September October November December"
MONTH = re.compile(rf"\b({'|'.join(MONTHS.split())}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b")


class Fact(NamedTuple):
    """The words of some rows that belong together, the numbers in them, and values of theirs."""

    words: str
    numbers: frozenset[str]
    values: tuple[float, ...]

    def bears(self, label: str) -> bool:
        """Tell whether each number and each month of a label is in these rows."""
        return all(map(self._has, numbers_in(label))) and all(
            map(self._names, MONTH.findall(label))
        )

    def _has(self, number: str) -> bool:
        """Tell whether a number stands in the words, or is a value as far as its digits go."""
        if number in self.numbers:
            return True
        _, _, digits = number.partition(".")
        half = 0.5 * 10.0 ** -len(digits) * 1.02
        parts = (part for value in self.values for part in (abs(value), abs(value) * 100))
        return any(abs(float(number) - part) <= half for part in parts)

    def _names(self, month: str) -> bool:
        """Tell whether a month is named in the words, or is one of their dates."""
        if month in self.words:
            return True
        names = MONTHS.split()
        number = next(n for n, name in enumerate(names, 1) if name.startswith(month[:3]))
        return month in names and re.search(rf"\d-0?{number}\b", self.words) is not None


def fact(*parts: Any) -> Fact:
    """Make a fact of texts, which hold numbers, and of numbers."""
    words = " ".join(part for part in parts if isinstance(part, str))
    values = tuple(float(part) for part in parts if not isinstance(part, str) and pd.notna(part))
    return Fact(words, frozenset(numbers_in(words)), values)


def facts_of(
    table: pd.DataFrame, by: str | list[str] = "", *, counts: Iterable[str] = ()
) -> list[Fact]:
    """Give a fact for each row of a table, or for the rows of each key, with what they point to.

    How many rows there are for a key is a value of theirs, and how many of some columns differ.
    """
    texts = _texts(table)
    if not by:
        return [fact(text, *row) for text, row in zip(texts, _numbers(table), strict=True)]
    return [
        fact(
            " ".join(texts[own.index]),
            float(len(own)),
            *(float(own[column].nunique()) for column in counts),
        )
        for _, own in table.reset_index(drop=True).groupby(by)
    ]


def _texts(table: pd.DataFrame) -> pd.Series:
    """Give all words of each row and of what its keys point to; no computed bound is among them."""
    rows = table.reset_index(drop=True)
    texts = _joined(rows)
    for key, name in POINTS_TO.items():
        if key in rows:
            other = look_up(table, name)
            texts += " " + rows[key].map(_joined(other).set_axis(other[key])).fillna("")
    with suppress(LookupError):  # what other sources give stands in the evidence
        evidence = look_up(table, "evidence").dropna(subset="value")
        values = evidence.groupby("key")["value"].agg(" ".join)
        texts += " " + rows.iloc[:, 0].map(values).fillna("")
    return texts


def _joined(rows: pd.DataFrame) -> pd.Series:
    """Join the words of each row."""
    said = rows.select_dtypes(["object", "string", "category", "bool", "boolean"])
    return said.astype("string").fillna("").agg(" ".join, axis=1)


def _numbers(table: pd.DataFrame) -> list[list[float]]:
    """Give the numbers of each row."""
    return [list(map(float, row)) for row in table.select_dtypes("number").fillna(0).to_numpy()]
