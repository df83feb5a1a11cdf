"""Who says so: from a row to the passages that bear it."""

import re
from pathlib import Path
from typing import Literal

import pandas as pd

from track2lib.records.asked import one_of
from track2lib.records.facts import facts_on
from track2lib.records.loading import load
from track2lib.records.look_alikes import folded
from track2lib.records.problem import in_short, nearest
from track2lib.records.provenance import locators
from track2lib.records.scope import SCOPES, only, passages_of
from track2lib.records.snapshot import open_records
from track2lib.records.typed import typed

__all__ = ["WHOLE", "evidence", "locator"]

WHOLE = "(whole row)"
FEW = 3  # keys to choose from
PARTED = re.compile(r"[-_/,.:;()]")
NO_GIST = "read for this row; what it bears is the row"
ORDER = ["field", "value", "voice", "hedge", "status", "says", "locator", "gist", "passage_id"]


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
    one_of(scope, SCOPES, "scope")
    records = open_records(data)
    columns = records.columns(table, founding=scope == "founding")
    loaded = load(table, scope=scope, data=data)
    parts = loaded[records.key(table)].itertuples(index=False)
    keys = ["/".join(own) for own in parts]
    if not (isinstance(key, str) and key in keys):
        names = dict(zip(keys, loaded["name"], strict=True)) if "name" in loaded else {}
        near = _near(key, keys, names) or _first_keys(keys)
        raise LookupError(f"Table {table!r} has no row {in_short(key)}.{near}")
    if field is not None and not (isinstance(field, str) and field in columns):
        near, every = nearest(field, columns), ", ".join(columns)
        raise LookupError(
            f"Table {table!r} has no column {in_short(field)}.{near} The columns are: {every}."
        )
    row = loaded.loc[keys.index(key)]
    if records.names_its_sources(table):
        line = dict.fromkeys(ORDER, pd.NA) | {"field": WHOLE, "locator": row["cited"]}
        return pd.DataFrame([line]).astype("string")
    bearer = records.resource(table).get("borne_by", table)
    borne = key if bearer == table else row[records.key(bearer)[0]]
    # Not by loading all evidence, of which a row has a thousandth.
    counted = passages_of(records, scope)
    told = [fact for fact in facts_on(records, bearer) if fact.key == borne]
    rows = [fact.line - 2 for fact in told if fact.passage in counted]
    cells = only(records.cells("evidence"), rows)
    found = typed(records.fields("evidence"), cells)
    if field is not None:
        own = found[found["field"] == field]
        found = own if len(own) else found[found["field"].isna()]
    gists = dict(records.rows("passages", "passage_id", "gist"))
    found = found.assign(
        field=found["field"].fillna(WHOLE),
        locator=found["passage_id"].map(locators(records)),
        gist=found["passage_id"].map(gists).replace("", NO_GIST),
    )
    return found[ORDER].reset_index(drop=True)


def _near(key: object, keys: list[str], names: dict[str, str]) -> str:
    """Name the keys that are meant: written in another way, held in part, of that name, or near."""
    if not isinstance(key, str):
        return ""
    given = _spaced(key)
    alike = [own for own in keys if _spaced(own) == given]
    # "una" for "una-sipri", "Dartmouth Conference" for "dartmouth": whole words of key or name.
    within = [own for own in keys if _stands_in(given, own)]
    called = [own for own in keys if _stands_in(given, names.get(own, ""))]
    if found := (alike or [*dict.fromkeys([*within, *called])])[:FEW]:
        return f" Did you mean {' or '.join(map(repr, found))}?"
    return nearest(key, keys)


def _stands_in(words: str, text: str) -> bool:
    return bool(words) and f" {words} " in f" {_spaced(text)} "


def _spaced(text: object) -> str:
    """Write a key or a name in small letters, with one space for what parts its words."""
    return " ".join(PARTED.sub(" ", folded(str(text))).split())


def _first_keys(keys: list[str]) -> str:
    """Say how keys look, where none is near to what was given."""
    return f" Its keys are such as {keys[0]!r}." if keys else " It has no rows."


def locator(passage_id: str) -> str:
    """Write the citation of one passage: source, year, section and paragraph.

    Parameters
    ----------
    passage_id : str
        Key of the project's table ``passages``.

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
    written = locators(open_records())
    if not (isinstance(passage_id, str) and passage_id in written):
        near = nearest(passage_id, written)
        raise LookupError(f"There is no passage {in_short(passage_id)}.{near}")
    return written[passage_id]
