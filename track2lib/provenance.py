"""Who says so: from a row to the passage that bears it, and to a citation."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pandas as pd

from track2lib.package import Package, locators, nearest, open_package, row_keys
from track2lib.tables import load

__all__ = ["cite", "evidence", "locator"]

WHOLE = "(whole row)"
BIBTEX_KINDS = {"book chapter": "incollection", "news release": "misc"}


def evidence(
    table: str, key: str, field: str | None = None, *, data: str | Path | None = None
) -> pd.DataFrame:
    """Show what a row, or one field of it, rests on, down to the passage.

    Parameters
    ----------
    table : str
        Name of a table.
    key : str
        Key of the row; the parts of a composite key joined by a slash
        (``"una-sipri/stockholm"``).
    field : str, optional
        A column. Evidence for the field itself, and where there is none, for its whole row.
    data : str or pathlib.Path, optional
        Folder of another data package.

    Returns
    -------
    pandas.DataFrame
        One row for each passage: ``field`` ("(whole row)" where it supports all of it), ``value``, ``voice``,
        ``hedge``, ``status``, ``says``, ``locator``, ``gist`` and ``passage_id``.

    Raises
    ------
    LookupError
        If the table, row or column does not exist; the message names the nearest.

    Examples
    --------
    >>> import track2lib
    >>> track2lib.evidence("dialogues", "una-sipri", "dates")["locator"].tolist()
    ['DiMaggio 2010, American organizers, para. 5']
    """
    package = open_package(data)
    columns = [f["name"] for f in package.fields(table)]
    keys = row_keys(package, table, load(table, data=data)).tolist()
    if key not in keys:
        raise LookupError(f"Table {table!r} has no row {key!r}.{nearest(key, keys)}")
    if field is not None and field not in columns:
        raise LookupError(f"Table {table!r} has no column {field!r}.{nearest(field, columns)}")
    found = load("evidence", data=data).query("table == @table and key == @key")
    if field is not None:
        own = found[found["field"] == field]
        found = own if len(own) else found[found["field"].isna()]
    passages = package.read_text("passages").set_index("passage_id")
    found = found.assign(
        field=found["field"].fillna(WHOLE),
        locator=found["passage_id"].map(locators(package)),
        gist=found["passage_id"].map(passages["gist"]),
    )
    order = ["field", "value", "voice", "hedge", "status", "says", "locator", "gist", "passage_id"]
    return found[order].reset_index(drop=True)


def locator(passage_id: str, *, data: str | Path | None = None) -> str:
    """Write the citation of one passage: source, year, section and paragraph.

    Parameters
    ----------
    passage_id : str
        Key of the table ``passages``.
    data : str or pathlib.Path, optional
        Folder of another data package.

    Returns
    -------
    str
        Such as ``"DiMaggio 2010, Overview, para. 2"``.

    Raises
    ------
    LookupError
        If there is no such passage.

    Examples
    --------
    >>> locator("rand2007-text-5.1")
    'RAND 2007, para. 5'
    """
    package = open_package(data)
    written = locators(package)
    if passage_id not in written.index:
        raise LookupError(
            f"There is no passage {passage_id!r}.{nearest(passage_id, written.index)}"
        )
    return str(written[passage_id])


def cite(
    table_or_source: str | None = None,
    key: str | None = None,
    *,
    style: Literal["apa", "bibtex"] = "apa",
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
    package = open_package(data)
    if table_or_source is None:
        return _cite_data(package, "", style)
    if key is not None:
        rests_on = list(dict.fromkeys(evidence(table_or_source, key, data=data)["locator"]))
        return _cite_data(
            package, f"Table {table_or_source}, row {key}; rests on {'; '.join(rests_on)}", style
        )
    sources = package.read_text("sources").set_index("source_id")
    if table_or_source not in sources.index:
        raise LookupError(
            f"There is no source {table_or_source!r}.{nearest(table_or_source, sources.index)} "
            f"The sources are: {', '.join(sources.index)}. "
            "To cite a row, name its table and its key."
        )
    return _cite_source(table_or_source, sources.loc[table_or_source], style)


def _cite_data(package: Package, detail: str, style: str) -> str:
    about = package.descriptor
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


def _cite_source(source_id: str, source: pd.Series, style: str) -> str:
    year = source["date"][:4]
    if style == "bibtex":
        personal = "," in source["authors"]
        fields = {
            "author": source["authors"] if personal else f"{{{source['authors']}}}",
            "title": source["title"],
            "booktitle": source["container"],
            "publisher": source["publisher"],
            "year": year,
            "url": source["url"],
        }
        return _bibtex(BIBTEX_KINDS.get(source["kind"], "misc"), source_id, fields)
    family, _, given = source["authors"].partition(", ")
    initials = " ".join(f"{name[0]}." for name in given.split())
    author = f"{family}, {initials}" if initials else f"{family}."
    when = year
    if len(source["date"]) == 10:  # a day
        day = pd.Timestamp(source["date"])
        when = f"{day.year}, {day:%B} {day.day}"
    inside = f" In {source['container']}." if source["container"] else ""
    label = " [News release]." if source["kind"] == "news release" else "."
    publisher = f" {source['publisher']}." if source["publisher"] != source["authors"] else ""
    return f"{author} ({when}). {source['title']}{label}{inside}{publisher} {source['url']}"


def _bibtex(kind: str, name: str, fields: dict[str, str]) -> str:
    lines = [f"  {field} = {{{value}}}," for field, value in fields.items() if value]
    return "\n".join([f"@{kind}{{{name},", *lines, "}"])
