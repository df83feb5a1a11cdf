"""The words of every chart: its sources, its dates, its lists and its tooltips."""

import re
from collections.abc import Iterable

import altair as alt
import pandas as pd

from track2lib.page.theme import ERA_COLOURS, NEUTRAL
from track2lib.records.dates import in_words

__all__ = [
    "LATER_DOCUMENT",
    "counted",
    "each_once",
    "era_colour",
    "join",
    "last_year",
    "listing",
    "said_dates",
    "source_note",
    "tooltips",
    "year_of_writing",
    "years_of_writing",
]

# More sources than these are counted in a caption and not named; the marks name their own.
NAMED = 6
# Year of the later founding document, for what carries no year of its own.
LATER_DOCUMENT = 2010


def era_colour(era: str) -> str:
    """Give the colour of an era; grey for what falls in neither or fits both.

    Examples
    --------
    >>> era_colour("khatami") == era_colour("khatami at the latest")
    True
    """
    # An era may be said with more words, as "khatami at the latest" or "ahmadinejad, perhaps earlier".
    return ERA_COLOURS.get(str(era).split(" ")[0].rstrip(","), NEUTRAL)


def source_note(table: pd.DataFrame) -> str:
    """Name the sources of a table for a caption, from its column of citations.

    Examples
    --------
    >>> source_note(pd.DataFrame({"cited": ["RAND 2007, para. 5", "DiMaggio 2010, Overview, para. 1"]}))
    'Source: DiMaggio 2010; RAND 2007.'
    """
    names = sorted({name for text in table["cited"].dropna() for name in _labels(text)})
    if len(names) > NAMED:
        return f"Sources: {len(names)} documents; the column cited names those of each row."
    return f"Source: {'; '.join(names).removesuffix('.')}."


def year_of_writing(table: pd.DataFrame) -> int:
    """Read the latest year of a source from the citations; what is open is open as of that year.

    Where no citation carries a year, it is the latest that the table's own dates name.

    Examples
    --------
    >>> year_of_writing(pd.DataFrame({"cited": ["RAND 2007, para. 5", "DiMaggio 2010, Overview, para. 1"]}))
    2010
    """
    years = [year for text in table["cited"].dropna() if (year := last_year(text))]
    ends = [table[column].max() for column in table if str(column).endswith("_latest")]
    return max(years or [int(end.year) for end in ends if pd.notna(end)], default=LATER_DOCUMENT)


def years_of_writing(table: pd.DataFrame) -> list[int]:
    """Read for each row what `year_of_writing` reads for a table."""
    # Nearly every citation carries a year, and to take a row out of a table is slow.
    known = [None if pd.isna(text) else last_year(text) for text in table["cited"]]
    return [year or year_of_writing(table.iloc[[n]]) for n, year in enumerate(known)]


def last_year(cited: str) -> int | None:
    """Read the latest year of a source from a list of citations."""
    found = [re.search(r"\b((?:1[5-9]|20)\d{2})[a-z]?\b", name) for name in _labels(cited)]
    return max((int(year[1]) for year in found if year), default=None)


def _labels(cited: str) -> list[str]:
    """Give the sources in a list of citations, without the places in them."""
    return [part.split(",")[0].strip() for part in cited.split(";")]


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
    # Words with a year say the date whole, as "by early 2008"; others add to it, as "two sessions".
    complete = words.str.contains(r"\d{4}").fillna(False)
    return words.where(complete).fillna(said + ", " + words).fillna(said).fillna(words)


def join(words: Iterable[str]) -> str:
    """Join words as a sentence does.

    Examples
    --------
    >>> join(["Geneva", "Vienna", "Stockholm"])
    'Geneva, Vienna and Stockholm'
    """
    # Nothing at all is joined to an empty text, as in a description of a column without rows.
    *others, last = [*words] or [""]
    return f"{', '.join(others)} and {last}" if others else last


def counted(count: int, one: str, more: str) -> str:
    """Say a number with what follows it.

    Examples
    --------
    >>> counted(1, "city is", "cities are"), counted(0, "city is", "cities are")
    ('1 city is', '0 cities are')
    """
    return f"{count} {one if count == 1 else more}"


def each_once(texts: Iterable[str], between: str = "; ") -> str:
    """Join texts in the order in which they first occur.

    Examples
    --------
    >>> each_once(["RAND", "DiMaggio", "RAND"])
    'RAND; DiMaggio'
    """
    return between.join(dict.fromkeys(texts))


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


def tooltips(titles: dict[str, str], *, number: str = "") -> list[alt.Tooltip]:
    """Give what a tooltip shows: fields, and what it calls them.

    A field is taken as a name if it has no type of Altair's, such as ``share:Q``, behind it;
    `number` is the format of quantities.

    Examples
    --------
    >>> [tip.to_dict() for tip in tooltips({"share:Q": "Share"}, number=".1%")]
    [{'field': 'share', 'format': '.1%', 'title': 'Share', 'type': 'quantitative'}]
    """
    typed = {field if ":" in field else f"{field}:N": title for field, title in titles.items()}
    # An empty format is not the same as none: it would be written into the chart.
    shown = number or alt.Undefined
    return [
        alt.Tooltip(field, title=title, format=shown if field.endswith(":Q") else alt.Undefined)
        for field, title in typed.items()
    ]
