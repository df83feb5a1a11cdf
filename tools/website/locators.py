"""What the text and the tables of a page cite, as links to the pages of the data."""

import re
from functools import cache
from html import unescape

from track2lib.records.provenance import labels, locators
from track2lib.records.snapshot import open_records
from website.links import place_in_page

__all__ = ["linked", "linked_in_text"]

CELL = re.compile(r"(?<=>)[^<>]+(?=</td>)")
# Between the places that one cell cites.
BETWEEN = "; "
# Code, links, and lines that open are left as they are, in Markdown and in HTML; so is what stands within a tag.
LEFT = r"```.*?```|`[^`\n]*`|\[[^\]\n]*\]\([^)\n]*\)|<(a|code|pre|summary)\b.*?</\1>|<[^>]*>"
# Several paragraphs of one section: the link leads to the first.
SEVERAL = re.compile(r"paras\. (\d+)(?:, \d+)*(?: (?:and|to) \d+)?")


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


def linked_in_text(text: str, passages: str) -> str:
    """Link each place that a text cites in the form of the project: source, section, paragraph.

    Parameters
    ----------
    text : str
        Markdown or HTML.
    passages : str
        Address of the page of the passages.

    Returns
    -------
    str
        The same, with links. Code, headings that open, and what is a link already stay as they are.
    """

    def link(found: re.Match[str]) -> str:
        return _link(found["cited"], passages) if found["cited"] else found[0]

    return _cited().sub(link, text)


@cache
def _cited() -> re.Pattern[str]:
    """Give what finds a cited place, over the ends of lines, or what is left as it is."""
    places = sorted(_first_passages(), key=len, reverse=True)
    one = [re.escape(place).replace(r"\ ", r"\s+") for place in places]
    sections = {place.rpartition(", para. ")[0] for place in places if ", para. " in place}
    more = [rf"{re.escape(section)}, {SEVERAL.pattern}" for section in sorted(sections)]
    # A place that is cited as several paragraphs is one of its own, and is found first.
    cited = "|".join([*one, *more])
    return re.compile(rf"{LEFT}|(?P<cited>(?:{cited})(?![\w]))", re.DOTALL)


def _link(words: str, passages: str) -> str:
    places, place = _first_passages(), " ".join(unescape(words).split())
    key = places.get(place) or places.get(SEVERAL.sub(r"para. \1", place))
    return f'<a href="{passages}#{place_in_page(key)}">{words}</a>' if key else words


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
