"""What the tables of a lesson cite, as links to the pages of the data."""

import re
from functools import cache
from html import unescape

from track2lib.records.provenance import labels, locators
from track2lib.records.snapshot import open_records

__all__ = ["linked"]

CELL = re.compile(r"(?<=>)[^<>]+(?=</td>)")
# Between the places that one cell cites.
BETWEEN = "; "


def linked(html: str, passages: str) -> str:
    """Link each place that a cell of a table cites, and nothing else in it.

    Parameters
    ----------
    html : str
        An output of a lesson.
    passages : str
        Address of the page of the passages.

    Returns
    -------
    str
        The same, with links. A paragraph may hold several passages; its link leads to the first.
    """

    def links(cell: re.Match[str]) -> str:
        return BETWEEN.join(_link(one, passages) for one in cell[0].split(BETWEEN))

    return CELL.sub(links, html)


def _link(words: str, passages: str) -> str:
    key = _first_passages().get(unescape(words))
    return f'<a href="{passages}#{key}">{words}</a>' if key else words


@cache
def _first_passages() -> dict[str, str]:
    """Give the first passage of each place that a citation names.

    What names a source alone may stand in a table for the source, so it leads to no passage of it.
    """
    records = open_records()
    sources = set(labels(records).values())
    found: dict[str, str] = {}
    for key, words in locators(records).items():
        if words not in sources:
            found.setdefault(words, key)
    return found
