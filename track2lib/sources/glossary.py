"""The glossary: what a term means, and what each author makes of it."""

import re
from pathlib import Path
from typing import Any, overload

import pandas as pd

from track2lib.records.loading import load
from track2lib.records.look_alikes import folded
from track2lib.records.problem import in_short, nearest
from track2lib.records.snapshot import Records, open_records
from track2lib.sources.entry import SAID, Entry, Terms
from track2lib.sources.passages import WHOLE, evidence

__all__ = ["define"]

MARKS = re.compile(r"[\W_]+")
FEW = 3  # terms to choose from
# The tables whose rows belong to a term: what a row is, where its words are, and where its name.
TABLES = {
    "definitions": ("definition", "definition", "term"),
    "concepts": ("claim", "claim", "name"),
}
NO_TERMS = (
    "The data have no table 'terms'. Add one with the columns term_id, term and meaning: "
    "start_dataset('my-cases', tables=['terms']) begins one."
)


@overload
def define(term: str, *, data: str | Path | None = None) -> Entry: ...
@overload
def define(term: None = None, *, data: str | Path | None = None) -> Terms: ...
def define(term: str | None = None, *, data: str | Path | None = None) -> Entry | Terms:
    """Look up a term: what it means, and what each author makes of it.

    The meaning is one sentence, of ours in our glossary. Below it stand the definitions and claims
    of single authors, each with its hedge, a critique where one is known, and the place where it
    can be found.

    Parameters
    ----------
    term : str, optional
        A term, another word for it, or its key, in any dress of letters. Nothing: all terms.
    data : str or pathlib.Path, optional
        Folder of another data package, with a table ``terms``; its tables ``definitions`` and
        ``concepts`` belong to a term by the column ``term_id``.

    Returns
    -------
    Entry or Terms
        Shown by the notebook as a page, and elsewhere as text. As tables: ``said`` has what authors
        say of the term, and ``frame`` all terms.

    Raises
    ------
    LookupError
        If there is no such term, and the message names near ones; if two terms share the word; or
        if the data have no terms.

    Examples
    --------
    >>> import track2lib as t2
    >>> t2.define("RE-ENTRY").said["author"].tolist()
    ['Conflict Research Consortium', "d'Estree", 'Kaufman']
    """
    records = open_records(data)
    if "terms" not in records.names:
        raise LookupError(NO_TERMS)
    frame = load("terms", data=data)
    terms = frame.reindex(columns=["term_id", "term", "also", "meaning"]).fillna("")
    if term is None:
        return Terms(terms.drop(columns="term_id"))
    row = terms.loc[_row_of(term, terms)]
    said = _said(records, row["term_id"], data)
    return Entry(row["term"], row["also"], row["meaning"], said)


def _row_of(given: Any, terms: pd.DataFrame) -> int:
    """Find the row of a term by its key or, else, by any of its names."""
    if isinstance(given, str):
        keys = terms["term_id"].tolist()
        if given in keys:
            return keys.index(given)
        called = _plain(given)
        found = [row for row, names in enumerate(_names(terms)) if called in map(_plain, names)]
        if called and len(found) == 1:
            return found[0]
        if called and found:
            meant = " or ".join(repr(keys[row]) for row in found)
            raise LookupError(f"{in_short(given)} is a word for several terms. Name one: {meant}.")
    raise LookupError(
        f"There is no term {in_short(given)}.{_near(given, terms)} define() lists all terms."
    )


def _names(terms: pd.DataFrame) -> list[list[str]]:
    """Give what each term is called: its key, the term, and other words for it."""
    rows = terms[["term_id", "term", "also"]].itertuples(index=False)
    every = ([key, term, *also.split(";")] for key, term, also in rows)
    return [[name.strip() for name in names if name.strip()] for names in every]


def _near(given: Any, terms: pd.DataFrame) -> str:
    """Name the terms that are meant: those with the word in a name, or the nearest."""
    if not isinstance(given, str) or not _plain(given):
        return ""
    within = [
        term
        for term, names in zip(terms["term"], _names(terms), strict=True)
        if any(_plain(given) in _plain(name) for name in names)
    ]
    if within:
        return f" Did you mean {' or '.join(map(repr, within[:FEW]))}?"
    every = {folded(name): name for names in _names(terms) for name in names}
    return nearest(folded(given), every)


def _plain(text: str) -> str:
    """Give the letters and digits of a name alone, so that a hyphen or a capital makes no other."""
    return MARKS.sub("", folded(text))


def _said(records: Records, term: str, data: str | Path | None) -> pd.DataFrame:
    """Give the definitions and claims that belong to a term, each with what it rests on."""
    rows = []
    for table, (kind, words, name) in TABLES.items():
        if table not in records.names or "term_id" not in records.columns(table):
            continue
        own = load(table, data=data).query("term_id == @term")
        for _, row in own.iterrows():
            told = evidence(table, "/".join(row[records.key(table)]), data=data)
            whole = told[told["field"] == WHOLE]
            against = told.loc[told["field"] == "critique", "locator"]
            rows.append(
                {
                    "kind": kind,
                    "about": row.get(name),
                    "author": row.get("author"),
                    "year": row.get("year"),
                    "says": row.get(words),
                    "voice": _joined(whole["voice"]),
                    "hedge": row.get("hedge", _joined(whole["hedge"])),
                    "cited": _joined(whole["locator"]),
                    "critique": row.get("critique"),
                    "critique_cited": _joined(against),
                }
            )
    frame = pd.DataFrame(rows, columns=SAID).astype("string")
    return frame.assign(year=pd.to_numeric(frame["year"]).astype("Int64"))


def _joined(cells: pd.Series) -> Any:
    """Join what several passages give, each once."""
    return "; ".join(dict.fromkeys(cells.dropna())) or pd.NA
