"""The bibliography as CSL-JSON, which Zotero and pandoc read."""

from typing import Any

from track2lib.sources.authors import Author, authors_of
from track2lib.sources.dating import in_words_whole, parts
from track2lib.sources.identity import Identity

__all__ = ["data_item", "source_item"]

# Kind of document: the type that CSL has for it, and what a style may print beside the title.
TYPES = {
    "book": ("book", ""),
    "book chapter": ("chapter", ""),
    "journal article": ("article-journal", ""),
    "report": ("report", ""),
    "working paper": ("report", "Working paper"),
    "thesis": ("thesis", ""),
    "news report": ("article-newspaper", ""),
    "news release": ("webpage", "News release"),
    "opinion": ("article-newspaper", "Opinion"),
    "interview": ("interview", ""),
    "speech": ("speech", "Speech"),
    "official text": ("document", "Official text"),
    "web page": ("webpage", ""),
    "reference work": ("entry-encyclopedia", ""),
    "review": ("review", "Review"),
    "teaching material": ("document", "Teaching material"),
    "newsletter": ("article-magazine", "Newsletter"),
    "transcript": ("document", "Transcript"),
    "dataset": ("dataset", ""),
}
SEASONS = {"21": 1, "22": 2, "23": 3, "24": 4}


def source_item(source: dict[str, str], known: frozenset[str]) -> dict[str, Any]:
    """Describe a source.

    Parameters
    ----------
    source : dict of str to str
        A row of the table of sources.
    known : frozenset of str
        Names of houses.

    Returns
    -------
    dict
        An item of CSL-JSON, without what the source does not have. A title in another language
        is followed by what it means in English, between brackets.

    Examples
    --------
    >>> source = {"source_id": "doe", "kind": "book", "authors": "Doe, J.", "title": "On it"}
    >>> source_item(source | {"date": "1999"}, frozenset())["issued"]
    {'date-parts': [[1999]]}
    """
    own = {column: cell.strip() for column, cell in source.items()}
    kind, genre = TYPES.get(own.get("kind", ""), ("document", own.get("kind", "").capitalize()))
    title, gloss = own["title"], own.get("title_en", "")
    item = {
        "id": own["source_id"],
        "type": kind,
        "title": f"{title} [{gloss}]" if gloss else title,
        "author": [_name(author) for author in authors_of(own["authors"], known)],
        "issued": issued(own.get("date", "")),
        "genre": genre,
        "container-title": own.get("container", ""),
        "publisher": own.get("publisher", ""),
        "language": own.get("language", ""),
        "URL": own.get("url", ""),
    }
    return {field: value for field, value in item.items() if value}


def data_item(about: Identity) -> dict[str, Any]:
    """Describe the data themselves.

    Parameters
    ----------
    about : Identity
        What the data are called.

    Returns
    -------
    dict
        An item of CSL-JSON.
    """
    item = {
        "id": about.stem,
        "type": "dataset",
        "title": about.title,
        "author": [{"literal": name} for name in about.authors],
        "issued": issued(about.created),
        "version": about.version,
    }
    return {field: value for field, value in item.items() if value}


def issued(date: str) -> dict[str, Any]:
    """Write a date as CSL has it.

    Parameters
    ----------
    date : str
        An EDTF date, or nothing.

    Returns
    -------
    dict
        The parts of its one or two ends; 0 for an end that is open. A date that is marked, masked
        or has no beginning is in words, since programs print other forms of it as they stand or
        drop what is in doubt.

    Examples
    --------
    >>> issued("2002/.."), issued("2007-23")
    ({'date-parts': [[2002], [0]]}, {'date-parts': [[2007]], 'season': 3})
    >>> issued("[..2008]")
    {'literal': 'by 2008'}
    """
    year, _, season = date.partition("-")
    if season in SEASONS and parts(year):
        return {"date-parts": [parts(year)], "season": SEASONS[season]}
    begin, slash, end = date.partition("/")
    ends = [parts(begin)]
    if slash:
        ends.append([0] if end == ".." else parts(end))
    if all(ends):
        return {"date-parts": ends}
    return {"literal": in_words_whole(date)} if date else {}


def _name(author: Author) -> dict[str, str]:
    if not author.given:
        return {"literal": author.family}
    named = {"family": author.family, "given": author.given, "suffix": author.suffix}
    return {part: text for part, text in named.items() if text}
