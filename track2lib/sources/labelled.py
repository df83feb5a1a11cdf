"""Tables for programs of statistics: numbers with labels, days as days, text within what fits."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from track2lib.records.loading import load
from track2lib.records.snapshot import Records

__all__ = ["WRITTEN", "Labelled", "described", "is_exact", "labelled", "named", "shortened"]

# What a file names as the time of its writing, so that the same data give the same bytes.
WRITTEN = datetime(1980, 1, 1)

# Columns that `load` adds: what they are, where the descriptor has no word on them.
ADDED = {
    "era": "Period in which it falls",
    "sources": "Keys of the sources that it rests on",
    "cited": "These sources as they are cited",
    "contested": "Columns in which sources differ",
}
ENDS = {
    "earliest": "First day on which it can have been",
    "latest": "Last day on which it can have been",
    "ongoing": "Its end is open",
}
TRUTH = {0: "false", 1: "true"}
# Beyond it not every whole number has a form of its own as a measure.
EXACT = 2**53


class Labelled(NamedTuple):
    """A table whose words are numbers with labels.

    Parameters
    ----------
    frame : pandas.DataFrame
        Text without a missing cell, numbers as ``float64``, days as ``datetime64[us]``.
    columns : dict of str to str
        What each column is.
    values : dict of str to dict of int to str
        For each column with labels, the word that each number stands for.
    days : list of str
        The columns of days.
    title : str
        What the table is called.
    """

    frame: pd.DataFrame
    columns: dict[str, str]
    values: dict[str, dict[int, str]]
    days: list[str]
    title: str

    def label(self, column: str, name: str) -> str:
        """Say what a column is, and what it was called where it has another name now."""
        said = self.columns[column]
        return said if name == column else f"{column}: {said}" if said else column


def labelled(
    records: Records, name: str, data: str | Path | None, *, longest: int, first_day: str
) -> Labelled:
    """Load a table and put numbers with labels in place of its vocabularies.

    Parameters
    ----------
    records : Records
        The package.
    name : str
        A table of it.
    data : str or pathlib.Path, optional
        Where the package is, as for ``load``.
    longest : int
        How many bytes a label may have. A vocabulary with a longer word stays text.
    first_day : str
        The first day that the program can hold. A day before it is missing; its text stands beside.

    Returns
    -------
    Labelled
        The table, with a row for each row.

    Examples
    --------
    >>> from track2lib.records.snapshot import open_records
    >>> table = labelled(open_records(), "topics", None, longest=120, first_day="0100-01-01")
    >>> table.values["area"][2]
    'nuclear'
    """
    frame = load(name, data=data)
    fields = {field["name"]: field for field in records.fields(name)}
    texts = described(records, name, list(frame))
    made: dict[str, pd.Series] = {}
    values: dict[str, dict[int, str]] = {}
    days: list[str] = []
    for column in frame:
        own = frame[column]
        words = fields.get(column, {}).get("constraints", {}).get("enum", [])
        if pd.api.types.is_datetime64_any_dtype(own):
            days.append(column)
            made[column] = own.astype("datetime64[us]").where(own >= pd.Timestamp(first_day))
        elif pd.api.types.is_bool_dtype(own):
            values[column] = TRUTH
            made[column] = own.astype("Float64").astype("float64")
        elif pd.api.types.is_numeric_dtype(own):
            made[column] = own.astype("float64") if is_exact(own) else _text(own)
        elif words and max(len(word.encode()) for word in words) <= longest:
            values[column] = dict(enumerate(words, start=1))
            numbers = {word: number for number, word in values[column].items()}
            made[column] = own.map(numbers).astype("float64")
        else:
            made[column] = _text(own)
    about = records.resource(name)
    title = str(about.get("title") or name)
    return Labelled(pd.DataFrame(made, index=frame.index), texts, values, days, title)


def named(
    columns: Sequence[str],
    fits: Callable[[str], str],
    reserved: frozenset[str],
    *,
    capitals: bool,
) -> dict[str, str]:
    """Give each column a name that a program takes, and no two the same.

    Parameters
    ----------
    columns : sequence of str
        The columns.
    fits : callable
        Cuts a name to the length that the program takes.
    reserved : frozenset of str
        Words that are no names there, in small letters.
    capitals : bool
        Whether names that differ in capitals alone are two.

    Returns
    -------
    dict of str to str
        The name of each column: its own, wherever the program takes it.

    Examples
    --------
    >>> named(["with", "Of whom"], lambda name: name[:64], frozenset({"with"}), capitals=False)
    {'with': 'with_', 'Of whom': 'Of_whom'}
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    for column in columns:
        plain = "".join(sign if sign.isalnum() else "_" for sign in column)
        plain = plain if plain[:1].isalpha() else f"v{plain}"
        name = fits(plain)
        name = f"{name}_" if name.lower() in reserved else name
        number = 1
        while (name if capitals else name.lower()) in taken:
            number += 1
            end = f"_{number}"
            name = fits(plain)
            while fits(name + end) != name + end:
                name = name[:-1]
            name += end
        taken.add(name if capitals else name.lower())
        names[column] = name
    return names


def shortened(text: str, most: int, length: Callable[[str], int] = len) -> str:
    """Shorten a text at the end of a word, and show that it goes on.

    Parameters
    ----------
    text : str
        A text.
    most : int
        How long it may be.
    length : callable
        What is counted; letters, if not bytes.

    Returns
    -------
    str
        The text, or its beginning with an ellipsis.

    Examples
    --------
    >>> shortened("Short name of the source", 12)
    'Short name…'
    """
    if length(text) <= most:
        return text
    kept = text
    while length(f"{kept}…") > most:
        kept = kept[:-1]
    # A word that fills the whole has no end to cut at.
    words, _, rest = kept.rpartition(" ")
    whole = text[len(kept)] == " " or not words or len(rest) > len(kept) // 2
    return f"{(kept if whole else words).rstrip(' ,;:.')}…"


def described(records: Records, name: str, columns: list[str]) -> dict[str, str]:
    """Say what each column of a loaded table is, in the words of the descriptor where it has some.

    Parameters
    ----------
    records : Records
        The package.
    name : str
        A table of it.
    columns : list of str
        The columns, those included that ``load`` adds.

    Returns
    -------
    dict of str to str
        What each is; empty where nothing is said.
    """
    said = dict(ADDED)
    for field in records.fields(name):
        column = field["name"]
        said[column] = str(field.get("description") or field.get("title") or "")
        if field.get("edtf"):
            said |= {f"{column}_{end}": f"{words} ({column})" for end, words in ENDS.items()}
    return {column: said.get(column, "") for column in columns}


def is_exact(cells: pd.Series) -> bool:
    """Tell whether each number of a column has a form of its own as a measure."""
    return not (pd.api.types.is_integer_dtype(cells) and (cells.abs() > EXACT).any())


def _text(cells: pd.Series) -> pd.Series:
    return cells.astype("string").fillna("").astype(object)
