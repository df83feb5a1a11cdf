"""The index by which a row of any table is found: a script, for a page in a folder can fetch nothing."""

import json
import re
from collections import Counter

import numpy as np

from website.links import Links
from website.rows import Row, Table

__all__ = ["row_index"]

# Addresses and words on the project's own work tell no row apart.
LEFT_OUT = {"url", "standpoint", "position", "locator_note", "terms", "extent_read"}
WORD = re.compile(r"\w[\w\u200c'’]*")
# A passage has no name but its key, and a reader looks for what it says.
LONGEST = 60


def row_index(links: Links) -> str:
    """Give the index, as a script that sets one name.

    Words are numbers of a list to the base 36, the most frequent ones the shortest, which halves the words. The
    values of a series are left out: whoever looks for them finds the series.

    Parameters
    ----------
    links : Links
        Links to the rows of all tables.

    Returns
    -------
    str
        The words, and of each table its name, its title, for each part of its key the table to which that
        leads, and its rows, a line for each: key, name, and the numbers of the other words, divided by tabs.
        What joins two rows has their names, and none of its own.
    """
    tables = [table for table in links.tables.values() if not table.about.get("borne_by")]
    named = {
        (one.name, row.key): _name(row, one, links) for one in tables for row in one.rows.values()
    }
    words = {
        (one.name, row.key): _words(row, one, named[one.name, row.key])
        for one in tables
        for row in one.rows.values()
    }
    often = Counter(word for own in words.values() for word in own)
    ranked = [word for word, _ in often.most_common()]
    number = {word: np.base_repr(rank, 36) for rank, word in enumerate(ranked)}
    entries = []
    for table in tables:
        joins = len(table.key) > 1
        lines = [
            "\t".join(
                (
                    key,
                    "" if joins else named[table.name, key],
                    " ".join(number[word] for word in words[table.name, key]),
                )
            )
            for key in table.rows
        ]
        entries.append([table.name, table.about["title"], _led_to(table), "\n".join(lines)])
    index = json.dumps([" ".join(ranked), entries], ensure_ascii=False, separators=(",", ":"))
    return f"window.t2Rows = {index};\n"


def _led_to(table: Table) -> list[str]:
    """Give the table to which each part of a key leads; nothing for a key of one part."""
    if len(table.key) == 1:
        return []
    cells = next(iter(table.rows.values())).cells
    return [table.leads(cells).get(column, ("", ""))[0] for column in table.key]


def _name(row: Row, table: Table, links: Links) -> str:
    if table.name != "passages":
        return links.names[table.name, row.key]
    source = links.tables["sources"].rows[row.cells["source_id"]]
    text = f"{source.cells['short_name']}: {row.cells.get('gist', row.cells['section'])}"
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]} …"


def _words(row: Row, table: Table, name: str) -> list[str]:
    """Give those words of a row that its name has not."""
    texts = {field["name"] for field in table.fields if field["type"] == "string"}
    searched = texts - LEFT_OUT - table.leads(row.cells).keys()
    said = " ".join(value for column, value in row.cells.items() if column in searched)
    told = {*WORD.findall(f"{name} {row.key}".lower())}
    return [word for word in dict.fromkeys(WORD.findall(said.lower())) if word not in told]
