"""Who says so, in words: the citation of each passage, and the sources of each row."""

import re
from collections import Counter, defaultdict
from typing import NamedTuple

import pandas as pd

from track2lib.records.date_words import in_words
from track2lib.records.dates import bounds
from track2lib.records.facts import facts_on, source_of_passages
from track2lib.records.named_sources import Reference, references, works_of_each
from track2lib.records.parsing import Cells
from track2lib.records.snapshot import OWN, Records

__all__ = ["Source", "borne", "labels", "listed", "locators", "works_in_cells", "year_and_letter"]

# These are words of ours, not headings; a locator there is the paragraph alone, or nothing.
OURS = ("Title", "Text", "Headline", "place not noted")


class Source(NamedTuple):
    """How a source stands in a citation, and the last year in which it can have been written."""

    label: str
    year: int | None


def listed(records: Records) -> dict[str, Source]:
    """Give the bibliography of a package.

    Parameters
    ----------
    records : Records
        The package.

    Returns
    -------
    dict of str to Source
        By the keys of the sources; nothing for a package that lists none.

    Examples
    --------
    >>> from track2lib.records.snapshot import open_records
    >>> listed(open_records())["dimaggio2010"]
    Source(label='DiMaggio 2010', year=2010)
    """
    if "sources" not in records.names:
        return {}

    def found() -> dict[str, Source]:
        label = labels(records)
        dated = records.rows("sources", "source_id", "date")
        last = {key: bounds(date)[1] if date else None for key, date in dated}
        return {key: Source(label[key], day.year if day else None) for key, day in last.items()}

    return records.remember("listed", found)


def labels(records: Records) -> dict[str, str]:
    """Write each source as it stands in a citation: name, year, and a letter if its key has one.

    Parameters
    ----------
    records : Records
        A package that lists its sources.

    Returns
    -------
    dict of str to str
        The words, by the key of the source.

    Examples
    --------
    >>> from track2lib.records.snapshot import open_records
    >>> labels(open_records())["dimaggio2010"]
    'DiMaggio 2010'
    """
    # A bibliography of one's own may have no short names, and then its authors stand whole.
    named = "short_name" if "short_name" in records.columns("sources") else "authors"
    found = {}
    for key, name, date in records.rows("sources", "source_id", named, "date"):
        found[key] = f"{name} {''.join(year_and_letter(key, date))}"
    # Two of one label are two sources, and their keys say which is meant.
    often = Counter(found.values())
    return {key: f"{said} [{key}]" if often[said] > 1 else said for key, said in found.items()}


def year_and_letter(key: str, date: str) -> tuple[str, str]:
    """Give the year of a source as a citation has it, and the letter of its key behind that year.

    Parameters
    ----------
    key : str
        The key of the source.
    date : str
        Its date, in EDTF; empty if it has none.

    Returns
    -------
    tuple of str
        The year, or words for it, and the letter or nothing.

    Examples
    --------
    >>> year_and_letter("kelman2003b", "2003-07"), year_and_letter("rand2007", "2007-09-19")
    (('2003', 'b'), ('2007', ''))
    """
    said = _year_said(date)
    # A key of one's own may end in any number, and then its letter tells no two years apart.
    letter = re.search(rf"{said.replace('.', '')}([a-z])$", key)
    return said, letter[1] if letter else ""


def _year_said(date: str) -> str:
    """Give the year of a source as a citation has it, in words where it is one of several."""
    years = re.findall(r"(?<![\dX])\d[\dX]{3}(?![\dX])", date)
    if not years:
        return "n.d."
    one_of_some = "X" in years[0] or (len({*years}) > 1 and date.strip()[0] == "[")
    return in_words(date.strip()).removeprefix("the ") if one_of_some else years[0]


def locators(records: Records) -> dict[str, str]:
    """Write the citation of every passage: source, year, and the place in it.

    Parameters
    ----------
    records : Records
        A package that lists its sources and passages.

    Returns
    -------
    dict of str to str
        The words, by the key of the passage.

    Examples
    --------
    >>> from track2lib.records.snapshot import open_records
    >>> locators(open_records())["rand2007-text-5.1"]
    'RAND 2007, para. 5'
    """

    def written() -> dict[str, str]:
        label, found = labels(records), {}
        columns = "passage_id", "source_id", "section", "paragraph"
        for key, source, section, paragraph in records.rows("passages", *columns):
            parts = [label[source], "" if section in OURS else section]
            parts.append("heading" if paragraph == "0" else f"para. {paragraph}" * bool(paragraph))
            found[key] = ", ".join(filter(None, parts))
        return found

    return records.remember("locators", written)


def borne(records: Records, name: str, cells: Cells, passages: set[str]) -> pd.DataFrame:
    """Name the sources of each row, and where in them, divided by semicolons.

    Parameters
    ----------
    records : Records
        The package.
    name : str
        The table.
    cells : dict of str to list of str
        Its rows.
    passages : set of str
        Those that count.

    Returns
    -------
    pandas.DataFrame
        ``sources`` and ``cited`` for each row; missing where no passage that counts bears it.
    """
    if records.names_its_sources(name):
        return _said_by_rows(records, cells, name)
    bearer = records.resource(name).get("borne_by", name)
    written, source_of = locators(records), source_of_passages(records)
    # Dictionaries that hold keys alone: each source once, in the order of the evidence.
    sources: dict[str, dict[str, None]] = defaultdict(dict)
    cited: dict[str, dict[str, None]] = defaultdict(dict)
    for fact in facts_on(records, bearer):
        if fact.passage in passages:
            sources[fact.key][source_of[fact.passage]] = None
            cited[fact.key][written[fact.passage]] = None
    of_row = records.keys_of(name, cells) if bearer == name else cells[records.key(bearer)[0]]
    rows = [("; ".join(sources[key]) or None, "; ".join(cited[key]) or None) for key in of_row]
    return pd.DataFrame(rows, columns=["sources", "cited"], dtype="string")


def works_in_cells(records: Records, name: str) -> dict[str, str]:
    """Read which works each cell of sources of a reader's own table names.

    Parameters
    ----------
    records : Records
        The package.
    name : str
        A table with a column for its sources, whose file can be read.

    Returns
    -------
    dict of str to str
        By the cells, in their order; works are divided by semicolons, and one that is listed has
        its key for a name.
    """

    def read() -> dict[str, str]:
        known = records.values("sources", "source_id") if records.lists_sources else ()
        return works_of_each(records.values(name, OWN), dict.fromkeys(known))

    # Once for the check and for whoever loads the table then.
    return records.remember(("works", name), read)


def _said_by_rows(records: Records, cells: Cells, name: str) -> pd.DataFrame:
    """Read what each row says itself of its sources; a bibliography is its own source."""
    known = listed(records)
    if name == "sources":
        keys = cells["source_id"]
        return pd.DataFrame(
            {"sources": keys, "cited": [known[key].label for key in keys]}, dtype="string"
        )
    works, cited = works_in_cells(records, name), _cited(cells[OWN], known)
    texts = {
        "sources": [works[cell] or None for cell in cells[OWN]],
        "cited": [cited[cell] or None for cell in cells[OWN]],
    }
    return pd.DataFrame(texts, dtype="string")


def _cited(cells: list[str], known: dict[str, Source]) -> dict[str, str]:
    """Write each cell as it stands, but for keys of the bibliography, which nobody cites by."""
    found = {cell: cell.strip() for cell in cells}
    keys = dict.fromkeys(known)
    for cell in found if known else ():
        named = references(cell, keys)
        if any(one.work in known for one in named):
            found[cell] = "; ".join(_labelled(one, known) for one in named)
    return found


def _labelled(one: Reference, known: dict[str, Source]) -> str:
    work = known[one.work].label if one.work in known else one.work
    return f"{work}, {one.place}" if one.place else work
