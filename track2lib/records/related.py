"""From a row to the rows that it points to, in the package and the scope that it was loaded from."""

from collections import Counter
from typing import Any

import pandas as pd

from track2lib.records.dates import in_words
from track2lib.records.eras import in_time
from track2lib.records.loading import load
from track2lib.records.named_sources import work_and_year
from track2lib.records.provenance import Source, listed, locators
from track2lib.records.snapshot import open_records

__all__ = ["follow", "look_up", "lost", "periods", "refuse_lost", "sources_of", "told_apart"]

NAMES = ("name", "short_name", "title")
# What a thing is called, in whose place its key can stand. Anything else says something of it.
LABELS = (*NAMES, "author", "term")
# What a table that was loaded says of its package.
PACKAGE = ("scope", "data", "beside")
# What tells two things of one name apart to a reader, where the table has it and it differs.
DIFFERENCES = ("dates", "date", "country")


def look_up(table: pd.DataFrame, name: str) -> pd.DataFrame:
    """Load the table that this one points to, from the same data package and in the same scope."""
    return load(name, **_package(table))


def lost(table: pd.DataFrame) -> pd.Series:
    """Tell of each row whether nobody can know any more which data package it is from.

    A table that was loaded says so in its ``attrs``, which a merge leaves behind, and a concat of two
    packages too. What a row of another package points to cannot be looked up then.

    Examples
    --------
    >>> import track2lib as t2
    >>> rows = t2.load("events").head(2)
    >>> lost(rows).any(), lost(pd.DataFrame({"cited": ["Writer 2015, p. 3"]})).any()
    (np.False_, np.True_)
    """
    if "data" in table.attrs:
        return pd.Series(False, index=table.index)
    return ~_is_ours(table)


def refuse_lost(table: pd.DataFrame, what: str) -> None:
    """Refuse rows that have lost their package where something is asked that only this can tell.

    Parameters
    ----------
    table : pandas.DataFrame
        The rows.
    what : str
        What cannot be looked up.

    Raises
    ------
    ValueError
        If there is such a row; the message says how it keeps its package.
    """
    gone = lost(table)
    if gone.any():
        raise ValueError(
            "The table has lost the data package that its rows are from, as it does in a merge or "
            f"in a concat of two packages, so that {what} cannot be looked up for {gone.sum()} of "
            f"{len(table)} rows. Choose rows of the table that was loaded with query() or isin() "
            "before you merge, or give the merged one what that had: table.attrs = loaded.attrs. Draw two packages one by one, or your own beside the project's "
            "with load(..., beside=True)."
        )


def periods(table: pd.DataFrame) -> pd.DataFrame:
    """Give the eras of the package that a table is from, in order of time; no rows where it has none for this table."""
    # Rows of another package that have lost what they came from lie in nobody's presidency.
    if len(table) and lost(table).all():
        return load("eras").head(0)
    records = open_records(table.attrs.get("data"))
    if "eras" not in records.names and not table.attrs.get("beside"):
        return load("eras").head(0)
    return in_time(look_up(table, "eras"))


def follow(table: pd.DataFrame, key: str, other: str, **fields: str) -> pd.DataFrame:
    """Add fields of the table that a key points to, each under a name of its own.

    Two things of one name get names that tell them apart, since keys decide what is one thing. What
    cannot be looked up has its key for a name.

    Raises
    ------
    ValueError
        If more than names is asked for, and a row has lost its package or points to nothing in it:
        what is not known is not the same as what the source leaves open.

    Examples
    --------
    >>> import track2lib as t2
    >>> links = follow(t2.load("dialogue_venues"), "place_id", "places", place="name")
    >>> links["place"].iloc[0]
    'Stockholm'
    """
    found = look_up(table, other).set_index(key)
    found = found[found.index.isin(table[key])]
    if lacking := [field for field in fields.values() if field not in found]:
        raise ValueError(
            f"The table {other!r} has no column {lacking[0]!r} in the scope "
            f"{table.attrs.get('scope', 'all')!r}. Load with scope='all'."
        )
    # After a join of packages the table may point to rows that are not looked up, or to rows of a
    # package that has the same key for something else: then the key itself is the name.
    known = table[key].isin(found.index) & ~lost(table)
    asked = [field for field in fields.values() if field not in LABELS]
    if asked:
        refuse_lost(table, f"the {asked[0]} in its table {other!r}")
        _refuse_strangers(table.loc[~known, key].dropna(), other)
    columns = {}
    for new, field in fields.items():
        values = told_apart(found[field], found) if field in NAMES else found[field]
        # Of a type even where no key is found, so that what is missing can be filled.
        column = table[key].map(values).astype(values.dtype).where(known)
        columns[new] = column.mask(~known, table[key]) if field in NAMES else column
    return table.assign(**columns)


def told_apart(names: pd.Series, about: pd.DataFrame) -> pd.Series:
    """Give each thing a name that no other has; what differs between two of one name is added.

    Parameters
    ----------
    names : pandas.Series
        Names, by the keys of the things.
    about : pandas.DataFrame
        What else is known of them, by the same keys.

    Returns
    -------
    pandas.Series
        Names as they are, or with a date or a country, or where these are the same, with the key.

    Examples
    --------
    >>> names = pd.Series(["Talks", "Talks", "Visits"], index=["a", "b", "c"])
    >>> told_apart(names, pd.DataFrame({"dates": ["1991", "2001", "2001"]}, index=names.index)).tolist()
    ['Talks, 1991', 'Talks, 2001', 'Visits']
    """
    told = names.astype("string")
    for column in (*DIFFERENCES, ""):
        again = told.notna() & told.duplicated(keep=False)
        if not again.any():
            break
        if not column:
            told = told.where(~again, told + " (" + told.index.astype("string") + ")")
        elif column in about:
            said = about[column].astype("string")
            said = said if column == "country" else said.map(in_words, na_action="ignore")
            # A difference that all of one name share tells nobody apart.
            helps = again & said.notna() & (said.groupby(told).transform("nunique") > 1)
            told = told.where(~helps, told + ", " + said)
    return told


def sources_of(table: pd.DataFrame) -> dict[str, Source]:
    """Give the sources of a table, as they stand in a citation and with their year, by key.

    Examples
    --------
    >>> import track2lib as t2
    >>> sources_of(t2.load("eras", scope="founding"))
    {'dimaggio2010': Source(label='DiMaggio 2010', year=2010)}
    """
    known: dict[str, Source] = {}
    packages = {table.attrs.get("data")} | ({None} if table.attrs.get("beside") else set())
    for place in sorted(packages, key=str):
        known |= listed(open_records(place))
    column = "sources" if "sources" in table else "cited"
    # A key of a package that is lost may be one of ours as well, and mean another work.
    strange = _named(table.loc[lost(table), column])
    found = {
        key: Source(*work_and_year(key)) if key in strange or key not in known else known[key]
        for key in _named(table[column])
    }
    # Two packages may each have a source of one label: their keys say which is meant.
    often = Counter(source.label for source in found.values())
    return {
        key: source._replace(label=f"{source.label} [{key}]")
        if often[source.label] > 1 and source.label != key
        else source
        for key, source in found.items()
    }


def _named(cells: pd.Series) -> dict[str, None]:
    """Give each source that some cells name, once."""
    return dict.fromkeys(key for cell in cells.dropna().unique() for key in cell.split("; "))


def _package(table: pd.DataFrame) -> dict[str, Any]:
    """Give what a table says of where it was loaded from; a reader may keep more beside it."""
    return {name: table.attrs[name] for name in PACKAGE if name in table.attrs}


def _refuse_strangers(keys: pd.Series, other: str) -> None:
    """Refuse keys that stand in no row of the table to which they should lead."""
    if len(keys):
        raise ValueError(
            f"{keys.name} {keys.iloc[0]!r} is no key of the table {other!r} in the package that the "
            "rows are said to be from, so that nothing can be looked up. Leave out rows of "
            "other packages, or draw them by themselves."
        )


def _is_ours(table: pd.DataFrame) -> pd.Series:
    """Tell of each row whether the project's own sources and passages bear it."""
    records = open_records()
    of_ours = {"sources": {*listed(records)}, "cited": {*locators(records).values()}}
    ours = pd.Series(True, index=table.index)
    for column, places in of_ours.items():
        if column in table:
            found = {cell: _made_of(cell, places) for cell in table[column].dropna().unique()}
            ours &= table[column].map(found).fillna(False).astype(bool)
    return ours


def _made_of(cell: str, places: set[str]) -> bool:
    """Tell whether a cell lists some of these places and nothing else."""
    parts, reached = cell.split("; "), [0]
    # A locator may itself hold a semicolon, so that one may be of several parts.
    for end in range(1, len(parts) + 1):
        if any("; ".join(parts[start:end]) in places for start in reached):
            reached.append(end)
    return reached[-1] == len(parts)
