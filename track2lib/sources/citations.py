"""How to cite the data, a source, or a row with the passages that it rests on."""

import re
from pathlib import Path
from typing import Literal

import pandas as pd

from track2lib.records.checking import check
from track2lib.records.problem import nearest
from track2lib.records.snapshot import Records, open_records
from track2lib.sources.passages import evidence

__all__ = ["cite"]

# Kind of entry, and the field that names the larger work.
BIBTEX_KINDS = {
    "book": ("book", "series"),
    "book chapter": ("incollection", "booktitle"),
    "journal article": ("article", "journal"),
    "report": ("techreport", "series"),
    "working paper": ("techreport", "series"),
    "thesis": ("phdthesis", "series"),
}


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
        If the source, table, row or style does not exist.

    Examples
    --------
    >>> import track2lib
    >>> track2lib.cite("rand2007")[:26]
    'RAND Corporation. (2007, S'
    """
    if style not in ("apa", "bibtex"):
        raise LookupError(f"There is no style {style!r}. The styles are: apa, bibtex.")
    records = open_records(data)
    if table_or_source is None:
        return _cite_data(records, "", style)
    if key is not None:
        places = evidence(table_or_source, key, scope=scope, data=data)["locator"]
        rests_on = "; ".join(dict.fromkeys(places))
        detail = f"Table {table_or_source}, row {key}; rests on {rests_on}"
        return _cite_data(records, detail, style)
    check(records, "sources")
    cells = records.cells("sources")
    if table_or_source not in cells["source_id"]:
        known = cells["source_id"]
        raise LookupError(
            f"There is no source {table_or_source!r}.{nearest(table_or_source, known)} "
            f"{f'The sources are: {", ".join(known)}.' if known else 'The package lists no sources.'} "
            "To cite a row, name its table and its key."
        )
    row = cells["source_id"].index(table_or_source)
    return _cite_source({column: own[row] for column, own in cells.items()}, style)


def _cite_data(records: Records, detail: str, style: str) -> str:
    about = records.descriptor
    authors = "; ".join(person["title"] for person in about.get("contributors", []))
    year, title, version = about["created"][:4], about["title"], about["version"]
    if style == "apa":
        apa = f"{authors}. ({year}). {title} (Version {version}) [Data set]."
        return f"{apa} {detail}." if detail else apa
    fields = {
        "author": f"{{{authors}}}",
        "title": title,
        "year": year,
        "version": version,
        "note": f"Data set. {detail}".strip(),
    }
    return _bibtex("misc", f"{about['name']}-{version}", fields)


def _cite_source(source: dict[str, str], style: str) -> str:
    authors = source["authors"].split("; ")
    if style == "bibtex":
        year = re.search(r"\d{4}", source["date"])
        kind, holder = BIBTEX_KINDS.get(source["kind"], ("misc", "howpublished"))
        fields = {
            "author": " and ".join(name if "," in name else f"{{{name}}}" for name in authors),
            "title": source["title"],
            holder: source["container"],
            "publisher": source["publisher"],
            "year": year[0] if year else "",
            "language": source["language"] if source["language"] != "en" else "",
            "url": source["url"],
        }
        return _bibtex(kind, source["source_id"], fields)
    when = _in_apa(source["date"])
    gloss = f" [{source['title_en']}]" if source.get("title_en") else ""
    label = " [News release]" if source["kind"] == "news release" else ""
    house = source["publisher"] if source["publisher"] != source["authors"] else ""
    inside = f"In {source['container']}" if source["container"] else ""
    parts = [f"{_names(authors)} ({when})", f"{source['title']}{gloss}{label}", inside, house]
    return " ".join([*(_ended(part) for part in parts if part), source["url"]]).rstrip()


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _names(authors: list[str]) -> str:
    """Write authors as APA does: initials for given names, an ampersand before the last."""
    short = []
    for author in authors:
        family, _, given = author.partition(", ")
        initials = " ".join(f"{name[0]}." for name in given.split())
        short.append(f"{family}, {initials}" if initials else family)
    *others, last = short
    said = f"{', '.join(others)}, & {last}" if others else last
    return _ended(said)


def _in_apa(date: str) -> str:
    """Write a date as APA does: the year, then the month and the day where they are known."""
    plain = re.match(r"(\d{4})(-\d{2})?(-\d{2})?", date)
    if not plain or not plain[2] or int(plain[2][1:]) > 12:
        return date[:4] if plain else "n.d."
    day = pd.Timestamp(plain[0])
    return f"{day.year}, {day:%B} {day.day}" if plain[3] else f"{day.year}, {day:%B}"


def _bibtex(kind: str, name: str, fields: dict[str, str]) -> str:
    lines = []
    for field, value in fields.items():
        # LaTeX would read these as its own; an address is left as it is.
        text = value if field == "url" else re.sub(r"([&%#_$])", r"\\\1", value)
        lines += [f"  {field} = {{{text}}},"] if value else []
    return "\n".join([f"@{kind}{{{name},", *lines, "}"])
