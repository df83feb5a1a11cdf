"""What a lesson takes from the rest of the project: a table, a place in the sources, a gist.

No other module of this room reaches out, so the questions and their feedback could serve other
data: whoever has tables and passages of another kind rewrites these three functions.
"""

from typing import Literal

import pandas as pd

# As modules, so that a test that puts another table or another place into them is seen here.
from track2lib.records import loading
from track2lib.sources import passages

__all__ = ["gists", "place", "table"]


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


def gists() -> pd.Series:
    """Give the gist of each passage that has one, in our words.

    Returns
    -------
    pandas.Series
        Gists, by the key of the passage.

    Examples
    --------
    >>> "rand2007-text-5.1" in gists()
    True
    """
    # Only the founding documents were read sentence by sentence; other passages have no gist.
    return loading.load("passages").set_index("passage_id")["gist"].dropna()
