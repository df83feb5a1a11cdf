"""What a lesson takes from the rest of the project: a table, a place in the sources, a way to spell.

No other module of this room reaches out, so the questions and their feedback could serve other
data: whoever has tables and passages of another kind rewrites these functions.
"""

from typing import Literal

import pandas as pd

# As modules, so that a test that puts another table or another place into them is seen here.
from track2lib.records import loading, look_alikes
from track2lib.sources import passages

__all__ = ["folded", "place", "places", "read_whole", "table"]


def table(name: str, *, scope: Literal["all", "founding"]) -> pd.DataFrame:
    """Give a table of the data, which a question asks about.

    Parameters
    ----------
    name : str
        Name of the table.
    scope : {"all", "founding"}
        Every source, or the two founding documents only.

    Returns
    -------
    pandas.DataFrame
        The table as readers load it.

    Raises
    ------
    LookupError
        If there is no such table.

    Examples
    --------
    >>> "name" in table("dialogues", scope="founding")
    True
    """
    rows: pd.DataFrame = loading.load(name, scope=scope)
    return rows


def place(passage: str) -> str:
    """Say where a passage stands, as a citation does.

    Parameters
    ----------
    passage : str
        Key of the passage.

    Returns
    -------
    str
        Source, year, section and paragraph.

    Raises
    ------
    LookupError
        If there is no such passage; the message names the nearest.

    Examples
    --------
    >>> place("rand2007-text-5.1")
    'RAND 2007, para. 5'
    """
    return passages.locator(passage)


def places(keys: list[str]) -> str:
    """Say where some passages stand: each place once, the paragraphs of one section together.

    Parameters
    ----------
    keys : list of str
        Keys of passages.

    Returns
    -------
    str
        Places, with semicolons between them.

    Examples
    --------
    >>> places(["rand2007-text-5.1", "rand2007-text-5.3", "rand2007-text-2.1"])
    'RAND 2007, paras. 2 and 5'
    """
    numbers: dict[str, list[str]] = {}
    for where in dict.fromkeys(map(place, keys)):
        section, _, number = where.partition(", para. ")
        numbers.setdefault(section, []).extend([number] * bool(number))
    said = []
    for section, found in numbers.items():
        *first, last = sorted(found, key=lambda number: (len(number), number)) or [""]
        of = f", paras. {', '.join(first)} and {last}" if first else f", para. {last}" * bool(last)
        said.append(f"{section}{of}")
    return "; ".join(said)


def read_whole() -> set[str]:
    """Give the passages of the documents that lessons have read sentence by sentence.

    Returns
    -------
    set of str
        Keys of passages; what a reader can look up beside the lesson.

    Examples
    --------
    >>> "rand2007-text-5.1" in read_whole()
    True
    """
    # Only these have a gist of each sentence in our words.
    passages = loading.load("passages")
    return {*passages.loc[passages["gist"].notna(), "passage_id"]}


def folded(text: str) -> str:
    """Give what a text has in common with those that a reader would take for it."""
    return look_alikes.folded(text)
