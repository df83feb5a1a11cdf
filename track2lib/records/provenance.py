"""Who says so, in words: the citation of each passage, and the sources of each row."""

import re
from collections import defaultdict

import pandas as pd

from track2lib.records.facts import facts_on, source_of_passages
from track2lib.records.parsing import Cells
from track2lib.records.snapshot import OWN, Records

__all__ = ["borne", "labels", "locators"]

# These are words of ours, not headings; a locator there is the paragraph alone, or nothing.
OURS = ("Title", "Text", "Headline", "place not noted")


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
    found = {}
    for key, name, date in records.rows("sources", "source_id", "short_name", "date"):
        year = re.search(r"\d{4}", date)
        letter = re.search(r"(?:\d{4}|nd)([a-z])$", key)
        found[key] = f"{name} {year[0] if year else 'n.d.'}{letter[1] if letter else ''}"
    return found


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
        return pd.DataFrame({"sources": cells[OWN], "cited": cells[OWN]}, dtype="string")
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
