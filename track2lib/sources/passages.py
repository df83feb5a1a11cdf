"""Who says so: from a row to the passage that bears it, and to a citation."""

import re
from pathlib import Path
from typing import Literal

import pandas as pd

from track2lib.records.loading import load
from track2lib.records.snapshot import Package, locators, nearest, open_package, row_keys
from track2lib.records.typed import checked

__all__ = ["cite", "evidence", "locator"]

WHOLE = "(whole row)"
NO_GIST = "read for this row; what it bears is the row"
ORDER = ["field", "value", "voice", "hedge", "status", "says", "locator", "gist", "passage_id"]
# What LaTeX would take for a command of its own.
SPECIAL = re.compile(r"[&%$#_]")
# Kind of entry, and the field that names the larger work.
BIBTEX_KINDS = {
    "book": ("book", "series"),
    "book chapter": ("incollection", "booktitle"),
    "journal article": ("article", "journal"),
    "report": ("techreport", "series"),
    "working paper": ("techreport", "series"),
    "thesis": ("phdthesis", "series"),
}


def evidence(
    table: str,
    key: str,
    field: str | None = None,
    *,
    scope: Literal["all", "founding"] = "all",
    data: str | Path | None = None,
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
    scope : {"all", "founding"}, default "all"
        Evidence from every source, or from the two founding documents only.
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
    >>> track2lib.evidence("dialogues", "una-sipri", "dates", scope="founding")["locator"].tolist()
    ['DiMaggio 2010, American organizers, para. 5']
    """
    package = open_package(data)
    columns = [f["name"] for f in package.fields(table, founding=scope == "founding")]
    rows = load(table, scope=scope, data=data)
    keys = row_keys(package, table, rows).tolist()
    if key not in keys:
        raise LookupError(f"Table {table!r} has no row {key!r}.{nearest(key, keys)}")
    if field is not None and field not in columns:
        raise LookupError(f"Table {table!r} has no column {field!r}.{nearest(field, columns)}")
    if "source" in columns:  # a package of one's own
        return _own(rows.loc[keys.index(key)])
    bearer = package.resource(table).get("borne_by", table)
    borne = key if bearer == table else rows.at[keys.index(key), package.key(bearer)[0]]
    found = load("evidence", scope=scope, data=data)
    found = found[(found["table"] == bearer) & (found["key"] == borne)]
    if field is not None:
        own = found[found["field"] == field]
        found = own if len(own) else found[found["field"].isna()]
    passages = package.read_text("passages").set_index("passage_id")
    found = found.assign(
        field=found["field"].fillna(WHOLE),
        locator=found["passage_id"].map(locators(package)),
        gist=found["passage_id"].map(passages["gist"]).replace("", NO_GIST),
    )
    return found[ORDER].reset_index(drop=True)


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
    package = open_package(data)
    if table_or_source is None:
        return _cite_data(package, "", style)
    if key is not None:
        rests_on = list(
            dict.fromkeys(evidence(table_or_source, key, scope=scope, data=data)["locator"])
        )
        return _cite_data(
            package, f"Table {table_or_source}, row {key}; rests on {'; '.join(rests_on)}", style
        )
    sources = checked(package, "sources").set_index("source_id")
    if table_or_source not in sources.index:
        raise LookupError(
            f"There is no source {table_or_source!r}.{nearest(table_or_source, sources.index)} "
            f"The sources are: {', '.join(sources.index)}. "
            "To cite a row, name its table and its key."
        )
    return _cite_source(table_or_source, sources.loc[table_or_source], style)


def _own(row: pd.Series) -> pd.DataFrame:
    """Give the one line of evidence that a row of another package has: its own source."""
    line = dict.fromkeys(ORDER, pd.NA) | {"field": WHOLE, "locator": row["source"]}
    return pd.DataFrame([line]).astype("string")


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
    authors = source["authors"].split("; ")
    year = re.search(r"\d{4}", source["date"])
    if style == "bibtex":
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
        return _bibtex(kind, source_id, fields)
    when = _in_apa(source["date"]) if year else "n.d."
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
