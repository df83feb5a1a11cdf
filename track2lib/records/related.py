"""From a row to the rows that it points to, in the package and the scope that it was loaded from."""

from collections import Counter
from collections.abc import Hashable

import pandas as pd

from track2lib.records.dates import in_words
from track2lib.records.eras import in_time
from track2lib.records.loading import load
from track2lib.records.named_sources import work_and_year
from track2lib.records.provenance import Source, listed, locators
from track2lib.records.snapshot import open_records

__all__ = ["follow", "look_up", "periods", "sources_of", "told_apart"]

NAMES = ("name", "short_name", "title")
# What tells two things of one name apart to a reader, where the table has it and it differs.
DIFFERENCES = ("dates", "date", "country")


def look_up(table: pd.DataFrame, name: str) -> pd.DataFrame:
    """Load the table that this one points to, from the same data package and in the same scope."""
    return load(name, **table.attrs)


def periods(table: pd.DataFrame) -> pd.DataFrame:
    """Give the eras of the package that a table is from, in order of time; no rows where it has none for this table."""
    # Rows of another package that have lost what they came from lie in nobody's presidency.
    if not table.attrs and not _is_ours(table).any():
        return load("eras").head(0)
    records = open_records(table.attrs.get("data"))
    if "eras" not in records.names and not table.attrs.get("beside"):
        return load("eras").head(0)
    return in_time(look_up(table, "eras"))


def follow(table: pd.DataFrame, key: str, other: str, **fields: str) -> pd.DataFrame:
    """Add fields of the table that a key points to, each under a name of its own.

    Two things of one name get names that tell them apart, since keys decide what is one thing.

    Examples
    --------
    >>> import track2lib as t2
    >>> links = follow(t2.load("dialogue_venues"), "place_id", "places", place="name")
    >>> links["place"].iloc[0]
    'Stockholm'
    """
    found = look_up(table, other).set_index(key)
    found = found[found.index.isin(table[key])]
    # After a join of packages the table may point to rows that are not looked up, or to rows of a
    # package that has the same key for something else: then the key itself is the name.
    known = table[key].isin(found.index)
    if not table.attrs:
        known &= _is_ours(table)
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
    named = dict.fromkeys(
        key for cell in table[column].dropna().unique() for key in cell.split("; ")
    )
    found = {key: known.get(key) or Source(*work_and_year(key)) for key in named}
    # Two packages may each have a source of one label: their keys say which is meant.
    often = Counter(source.label for source in found.values())
    return {
        key: source._replace(label=f"{source.label} [{key}]")
        if often[source.label] > 1 and source.label != key
        else source
        for key, source in found.items()
    }


def _is_ours(table: pd.DataFrame) -> pd.Series:
    """Tell of each row whether the project's own passages bear it."""
    places: set[Hashable] = set(locators(open_records()).values())
    if "cited" not in table:
        return pd.Series(True, index=table.index)
    # A locator may itself hold a semicolon, so that a whole cell is looked for first.
    ours = {
        cell: cell in places or all(part in places for part in cell.split("; "))
        for cell in table["cited"].dropna().unique()
    }
    return table["cited"].map(ours).fillna(False).astype(bool)
