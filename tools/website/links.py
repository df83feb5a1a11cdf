"""Where a row is found, and what it is called where something else leads to it."""

import re
from collections import Counter
from collections.abc import Iterator
from html import escape
from urllib.parse import quote

from website.columns import columns_of
from website.rows import Place, Row, Table

__all__ = ["Links", "address", "place_in_page", "sources_linked"]

CODE = re.compile(r"`(\w+)`")


def place_in_page(key: str) -> str:
    """Give the id of a row: its key, in which spaces and signs are written as in an address.

    An id holds no space, and an address that is copied ends at one.

    Examples
    --------
    >>> place_in_page("una-sipri/stockholm"), place_in_page("first observer/A/10")
    ('una-sipri/stockholm', 'first%20observer/A/10')
    """
    return quote(key)


def address(place: Place) -> str:
    """Give the address of a row, from the folder of the data."""
    table, key = place
    return f"{table}.html#{place_in_page(key)}"


def sources_linked(page: str, sources: Table, folder: str) -> str:
    """Link each key of a source that a page sets as code to its row.

    Parameters
    ----------
    page : str
        Markdown, which in the repository has no page of a row to lead to.
    sources : Table
        The table of sources.
    folder : str
        How the page names the folder of the data.

    Returns
    -------
    str
        Markdown.
    """

    def link(code: re.Match[str]) -> str:
        if code[1] not in sources.rows:
            return code[0]
        return f'<a href="{folder}/{address(("sources", code[1]))}">{code[0]}</a>'

    return CODE.sub(link, page)


class Links:
    """Links to rows, by their names.

    Parameters
    ----------
    tables : dict of str to Table
        All tables, by name.
    """

    def __init__(self, tables: dict[str, Table]) -> None:
        self.tables = tables
        self.names: dict[Place, str] = {}
        # What a row of two or three keys joins is named first.
        for table in sorted(tables.values(), key=lambda one: len(self._naming(one))):
            for row in table.rows.values():
                words = [self._word(table, row, column) for column in self._naming(table)]
                self.names[table.name, row.key] = ", ".join(filter(None, words)) or row.key

    def to(self, place: Place) -> str:
        """Give a link to a row by its name."""
        return _link(place, self.names[place])

    def apart(self, places: list[Place], seen_from: Place) -> list[str]:
        """Give links to rows of one table, each by what tells it from the others.

        Parameters
        ----------
        places : list of Place
            The rows.
        seen_from : Place
            The row beside which the links stand, which is not named again.

        Returns
        -------
        list of str
            A link to each.
        """
        words = [[*self._words(place, seen_from)] for place in places]
        taken = [1] * len(places)
        while True:
            texts = [", ".join(own[:n]) for own, n in zip(words, taken, strict=True)]
            often = Counter(texts)
            same = [
                i for i, text in enumerate(texts) if often[text] > 1 and taken[i] < len(words[i])
            ]
            if not same:
                return [_link(place, text) for place, text in zip(places, texts, strict=True)]
            for i in same:
                taken[i] += 1

    def _naming(self, table: Table) -> list[str]:
        """Give the columns that name a row: of a table that joins others, all of its key."""
        if len(table.key) > 1:
            return table.key
        label, columns = columns_of(table)
        return [label, columns[0]] if label == "key" else [label]

    def _words(self, place: Place, seen_from: Place) -> Iterator[str]:
        """Give what tells a row apart: first what names it, then what is shown of it, then its key."""
        table = self.tables[place[0]]
        row = table.rows[place[1]]
        leads = table.leads(row.cells)
        naming = [one for one in self._naming(table) if leads.get(one) != seen_from]
        first = [self._word(table, row, column) for column in naming]
        if any(first):
            yield ", ".join(filter(None, first))
        for column in columns_of(table)[1]:
            if column not in naming and leads.get(column) != seen_from and column in row.cells:
                yield self._word(table, row, column)
        yield row.key

    def _word(self, table: Table, row: Row, column: str) -> str:
        value = row.cells.get(column, "")
        place = table.leads(row.cells).get(column)
        return self.names.get(place, value) if place else value


def _link(place: Place, text: str) -> str:
    return f'<a href="{address(place)}">{escape(text)}</a>'
