"""Who wrote a source: persons with a family name and given names, and houses under one name."""

import re
from typing import NamedTuple

from track2lib.records.snapshot import Records

__all__ = ["Author", "authors_of", "houses"]

PUBLISHED = ("publisher", "container")
FAMILY = re.compile(r"\S+[,،]")  # a family name, which is mostly one word
SUFFIXES = {"jr", "sr", "ii", "iii", "iv"}


class Author(NamedTuple):
    """A person, or a house that signs as one.

    Parameters
    ----------
    family : str
        The family name; the whole name of a house.
    given, suffix : str
        Given names, and what stands behind the name, such as "Jr."; empty for a house.
    """

    family: str
    given: str = ""
    suffix: str = ""


def authors_of(cell: str, known: frozenset[str] = frozenset()) -> list[Author]:
    """Read the authors of a source.

    Parameters
    ----------
    cell : str
        Authors divided by semicolons, family name first; the Persian signs do as well.
    known : frozenset of str
        Names of houses: a comma in one of these does not part a family name from given names.

    Returns
    -------
    list of Author
        In the order of the cell.

    Examples
    --------
    >>> authors_of("Doe, John K., Jr.; A House")
    [Author(family='Doe', given='John K.', suffix='Jr.'), Author(family='A House', given='', suffix='')]
    >>> authors_of("A College, Davis", frozenset({"A College, Davis"}))[0].given
    ''
    """
    names = [name.strip() for name in re.split("[;؛]", cell)]
    return [_author(name, known) for name in names if name]


def houses(records: Records) -> frozenset[str]:
    """Give the names of houses that a package knows: who published, and its organizations."""
    return records.remember("houses", lambda: frozenset(_houses(records)))


def _houses(records: Records) -> set[str]:
    found: set[str] = set()
    for table, columns in (("sources", PUBLISHED), ("organizations", ("name",))):
        if table in records.names and records.fault(table) is None:
            cells = records.cells(table)
            names = {name for column in columns for name in cells.get(column, [])} - {""}
            # Who prints a book of his own is no house by that: "Roe, Jane".
            own = table == "sources"
            found |= {name for name in names if not (own and FAMILY.match(name))}
    return found


def _author(name: str, known: frozenset[str]) -> Author:
    parts = [part.strip() for part in re.split("[,،]", name)]
    # "An Institute, University of Somewhere": a part of a house is named by both.
    if name in known or (len(parts) > 1 and " " in parts[0] and parts[0] in known):
        return Author(name)
    match parts:
        case [family, given] if family and given and not _is_suffix(given):
            return Author(family, given)
        case [family, given, suffix] if family and given and _is_suffix(suffix):
            return Author(family, given, suffix)
        case [family, suffix, given] if family and given and _is_suffix(suffix):
            return Author(family, given, suffix)
    return Author(name)


def _is_suffix(text: str) -> bool:
    return text.rstrip(".").lower() in SUFFIXES
