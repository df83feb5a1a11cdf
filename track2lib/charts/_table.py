"""What every chart does with the table that it is given."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pandas as pd

from track2lib.dates import in_words
from track2lib.theme import ERA_COLOURS, NEUTRAL

__all__ = [
    "era_colour",
    "follow",
    "join",
    "listing",
    "look_up",
    "require",
    "said_dates",
    "source_note",
    "year_of_writing",
]


def require(table: pd.DataFrame, columns: Iterable[str], maker: str) -> None:
    """Refuse a table that the chart cannot be drawn from.

    Raises
    ------
    ValueError
        If it has no rows, or lacks a column; the message says how to get one that serves.
    """
    missing = [column for column in columns if column not in table.columns]
    if missing:
        raise ValueError(f"The table has no column {', '.join(missing)}. Start from {maker}.")
    if table.empty:
        raise ValueError(
            f"The table has no rows, so that there is nothing to draw. Start from {maker}."
        )


def look_up(table: pd.DataFrame, name: str) -> pd.DataFrame:
    """Load the table that this one points to, from the same data package."""
    from track2lib.tables import load

    return load(name, data=table.attrs.get("data"))


def follow(table: pd.DataFrame, key: str, other: str, **fields: str) -> pd.DataFrame:
    """Add fields of the table that a key points to, each under a name of its own.

    Examples
    --------
    >>> import track2lib as t2
    >>> links = follow(t2.load("dialogue_venues"), "place_id", "places", place="name")
    >>> links["place"].iloc[0]
    'Stockholm'
    """
    found = look_up(table, other).set_index(key)
    return table.assign(**{new: table[key].map(found[field]) for new, field in fields.items()})


def era_colour(era: str) -> str:
    """Give the colour of an era; grey for what falls in neither or fits both.

    Examples
    --------
    >>> era_colour("khatami") == era_colour("khatami at the latest")
    True
    """
    return ERA_COLOURS.get(str(era).split(" ")[0].rstrip(","), NEUTRAL)


def source_note(table: pd.DataFrame) -> str:
    """Name the sources of a table for a caption, from its column of citations.

    Examples
    --------
    >>> source_note(pd.DataFrame({"cited": ["RAND 2007, para. 5", "DiMaggio 2010, Overview, para. 1"]}))
    'Source: DiMaggio 2010; RAND 2007.'
    """
    names = {
        part.split(",")[0].strip()
        for text in table["cited"].dropna()
        for part in re.split("; ?", text)
    }
    return f"Source: {'; '.join(sorted(names))}."


def year_of_writing(table: pd.DataFrame) -> int:
    """Read the latest year of a source from the citations; what is open is open as of that year.

    Examples
    --------
    >>> year_of_writing(pd.DataFrame({"cited": ["RAND 2007, para. 5", "DiMaggio 2010, Overview, para. 1"]}))
    2010
    """
    years = re.findall(r"\b(\d{4})(?=,|;|$)", "; ".join(table["cited"].dropna()))
    return max(int(year) for year in years)


def said_dates(dates: pd.Series, words: pd.Series) -> pd.Series:
    """Say each date as the source does: with its own words where these say more.

    Examples
    --------
    >>> dates, words = pd.Series(["2007-23", "[..2008]"]), pd.Series([None, "by early 2008"])
    >>> said_dates(dates, words).tolist()
    ['autumn 2007', 'by early 2008']
    """
    said = dates.map(in_words, na_action="ignore").astype("string")
    words = words.astype("string")
    complete = words.str.contains(r"\d{4}").fillna(False)
    return words.where(complete).fillna(said + ", " + words).fillna(said).fillna(words)


def join(words: Iterable[str]) -> str:
    """Join words as a sentence does.

    Examples
    --------
    >>> join(["Geneva", "Vienna", "Stockholm"])
    'Geneva, Vienna and Stockholm'
    """
    *others, last = [*words] or [""]
    return f"{', '.join(others)} and {last}" if others else last


def listing(texts: pd.Series, by: pd.Series, order: Iterable[str] = ()) -> str:
    """List texts group by group, for a description.

    Examples
    --------
    >>> listing(pd.Series(["Geneva", "Vienna", "Bonn"]), pd.Series(["2001", "2001", "2002"]))
    '2001: Geneva and Vienna; 2002: Bonn'
    """
    groups = {str(group): join(own) for group, own in texts.groupby(by, sort=False)}
    named = [group for group in order if group in groups] or groups
    return "; ".join(f"{group}: {groups[group]}" for group in named)
