"""How to cite the data, a source, or a row with the passages that it rests on."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal

import pandas as pd

from track2lib.records.asked import one_of
from track2lib.records.checking import check
from track2lib.records.problem import in_short, nearest
from track2lib.records.provenance import year_and_letter
from track2lib.records.scope import SCOPES
from track2lib.records.snapshot import Records, open_records
from track2lib.sources.authors import Author, authors_of, houses
from track2lib.sources.bibtex import data_entry, entry_keys, source_entry
from track2lib.sources.dating import in_words_whole, parts
from track2lib.sources.identity import identity
from track2lib.sources.passages import evidence

__all__ = ["cite", "cite_row", "keys_of_entries"]


def cite(
    table_or_source: str | None = None,
    key: str | None = None,
    *,
    style: Literal["apa", "bibtex"] = "apa",
    scope: Literal["all", "founding"] = "all",
    data: str | Path | None = None,
) -> str:
    """Cite the data, one source, or one row with the passages that it rests on.

    Parameters
    ----------
    table_or_source : str, optional
        A source (``"dimaggio2010"``), or with ``key`` a table. Nothing: the whole data.
    key : str, optional
        Key of a row in that table.
    style : {"apa", "bibtex"}, default "apa"
        APA text, or a BibTeX entry.
    scope : {"all", "founding"}, default "all"
        For a row: every passage that it rests on, or only those of the two founding documents.
    data : str or pathlib.Path, optional
        Folder of another data package.

    Returns
    -------
    str
        The citation. Data are cited with their version.

    Raises
    ------
    LookupError
        If the source, table, row, style or scope does not exist.
    ValueError
        If a key is given without its table.

    Examples
    --------
    >>> import track2lib
    >>> track2lib.cite("rand2007")[:26]
    'RAND Corporation. (2007, S'
    """
    one_of(style, ("apa", "bibtex"), "style")
    one_of(scope, SCOPES, "scope")
    records = open_records(data)
    if table_or_source is None:
        if key is not None:
            raise ValueError(
                f"The row {in_short(key)} is of no table. Name the table first, such as "
                "cite('dialogues', 'una-sipri')."
            )
        return _cite_data(records, style)
    if key is not None:
        places = evidence(table_or_source, key, scope=scope, data=data)["locator"]
        return cite_row(records, table_or_source, key, places, style)
    if "sources" in records.names:
        check(records, "sources")
    cells = records.cells("sources") if "sources" in records.names else {"source_id": []}
    if not (isinstance(table_or_source, str) and table_or_source in cells["source_id"]):
        raise _no_source(table_or_source, cells["source_id"], records)
    row = cells["source_id"].index(table_or_source)
    source = {column: own[row] for column, own in cells.items()}
    if style == "bibtex":
        key = keys_of_entries(records)[table_or_source]
        return source_entry(source, key, houses(records))
    return _cite_source(source, houses(records))


def _no_source(given: Any, known: list[str], records: Records) -> LookupError:
    """Say that there is no such source, and what there is."""
    if not isinstance(given, str):
        hint = "Name a source by its key, or a table and the key of a row."
        return LookupError(f"No source is called {in_short(given)}. {hint}")
    if given in records.names:
        hint = f"To cite a row of it, give the key too: cite({given!r}, KEY)."
        return LookupError(f"{given!r} is a table, and no source. {hint}")
    listed = f"The sources are: {', '.join(known)}." if known else "The package lists no sources."
    return LookupError(
        f"There is no source {in_short(given)}.{nearest(given, known)} {listed} To cite a row, name "
        "its table and its key."
    )


def keys_of_entries(records: Records) -> dict[str, str]:
    """Give the key under which the data and each source stand in a bibliography.

    Parameters
    ----------
    records : Records
        The package.

    Returns
    -------
    dict of str to str
        By the name of the data with their version, and by the key of each source.
    """
    sources = records.cells("sources")["source_id"] if "sources" in records.names else []
    return entry_keys([identity(records).stem, *sources])


def cite_row(
    records: Records, table: str, key: str, places: Iterable[str], style: str, address: str = ""
) -> str:
    """Cite a row by the places that it rests on, which are known to whoever has its evidence.

    Parameters
    ----------
    records : Records
        The package.
    table, key : str
        The row.
    places : iterable of str
        The citation of each passage; one that comes twice is named once.
    style : {"apa", "bibtex"}
        APA text, or a BibTeX entry.
    address : str
        Where the row is found, such as its page on the site; nothing where it has none.

    Returns
    -------
    str
        The citation.
    """
    rests_on = "; ".join(dict.fromkeys(places))
    row = ", ".join(filter(None, [f"Table {table}", f"row {key}", address]))
    detail = f"{row}; rests on {rests_on}"
    return _cite_data(records, style, detail, f"{table}-{key}")


def _cite_data(records: Records, style: str, detail: str = "", row: str = "") -> str:
    about = identity(records)
    if style == "bibtex":
        # Two rows in one bibliography are two entries.
        name = f"{about.stem}-{row}" if row else about.stem
        entry = entry_keys([name])[name] if row else keys_of_entries(records)[name]
        return data_entry(about, entry, detail)
    version = f" (Version {about.version})" if about.version else ""
    said = [f"{about.title}{version} [Data set].", f"{detail}." if detail else ""]
    when = f"({about.year or 'n.d.'})."
    by = _ended("; ".join(about.authors)) if about.authors else ""
    # Without an author the title stands first.
    lead = [by, when, said[0]] if by else [said[0], when]
    return " ".join(part for part in [*lead, said[1]] if part)


def _cite_source(source: dict[str, str], known: frozenset[str]) -> str:
    own = {column: cell.strip() for column, cell in source.items()}
    container, house = own.get("container", ""), own.get("publisher", "")
    gloss = f" [{own['title_en']}]" if own.get("title_en") else ""
    label = " [News release]" if own.get("kind") == "news release" else ""
    by = _names(authors_of(own["authors"], known))
    year, letter = year_and_letter(own["source_id"], own.get("date", ""))
    # APA sets a hyphen before the letter where a source has no date.
    letter = f"-{letter}" if letter and year == "n.d." else letter
    dated = _in_apa(own.get("date", "")).replace(year, f"{year}{letter}", 1)
    when, title = f"({dated})", f"{own['title']}{gloss}{label}"
    parts_of_it = [
        # Without an author the title stands first.
        *([f"{by} {when}", title] if by else [title, when]),
        f"In {container}" if container else "",
        house if house != own["authors"] else "",
    ]
    said = [_ended(part) for part in parts_of_it if part]
    return " ".join([*said, own.get("url", "")]).rstrip()


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _names(authors: list[Author]) -> str:
    """Write authors as APA does: initials for given names, an ampersand before the last."""
    short = []
    for author in authors:
        initials = " ".join(_initial(name) for name in author.given.split())
        short.append(", ".join(part for part in (author.family, initials, author.suffix) if part))
    if not short:
        return ""
    *others, last = short
    said = f"{', '.join(others)}, & {last}" if others else last
    return _ended(said)


def _initial(name: str) -> str:
    """Shorten a given name; one with a hyphen keeps it."""
    return "-".join(f"{part[0]}." for part in name.split("-") if part)


def _in_apa(date: str) -> str:
    """Write a date as APA does: the year, then the month and the day where they are known."""
    plain = re.match(r"(\d{4})([~?%]?)(?:-\d\d)*([~?%]?)$", date, re.ASCII)
    if not date:
        return "n.d."
    if not plain:
        return in_words_whole(date)
    year, *_ = known = parts(re.sub("[~?%]", "", date)) or [int(plain[1])]  # a season has no month
    marks = f"{plain[2]}{plain[3]}"
    about = "ca. " if re.search("[~%]", marks) else ""
    doubt = "?" if re.search("[?%]", marks) else ""
    if len(known) == 1:
        return f"{about}{year:04}{doubt}"
    month = pd.Timestamp(2000, known[1], 1).strftime("%B")
    day = f" {known[2]}" if len(known) > 2 else ""
    return f"{about}{year:04}, {month}{day}{doubt}"
