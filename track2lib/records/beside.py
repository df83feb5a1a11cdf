"""Rows of another package below the project's own: what is one thing, and what only looks alike."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import pandas as pd

from track2lib.records.checks.names import ASK, LABELS, UNASKED, VOCABULARIES
from track2lib.records.checks.positions import plain_country
from track2lib.records.dates import bounds
from track2lib.records.look_alikes import folded
from track2lib.records.problem import DataError, Problem, ask
from track2lib.records.snapshot import Records

__all__ = ["below"]

# Tables in which another package may use a key of ours for the same thing.
SHARED = ("organizations", "places", "topics", "people", "eras", "sources")
# What cannot differ if two rows are one thing.
MEANING = ("name", "title", "country", "dates", "date")


def below(ours: pd.DataFrame, theirs: pd.DataFrame, records: Records, name: str) -> pd.DataFrame:
    """Put another package's rows below ours; a key that both have must mean the same.

    Parameters
    ----------
    ours, theirs : pandas.DataFrame
        The table as `load` gives it, of the project and of the other package.
    records : Records
        The other package.
    name : str
        The table.

    Returns
    -------
    pandas.DataFrame
        Our rows, then those of the other package that are not one of ours.

    Raises
    ------
    track2lib.DataError
        If a key means one thing here and another there.

    Warns
    -----
    track2lib.DataWarning
        If keys or names of the two look alike, and so may be one thing that is counted as two.

    Examples
    --------
    >>> import track2lib as t2
    >>> from track2lib.records.snapshot import open_records
    >>> topics = t2.load("topics")
    >>> len(below(topics, topics, open_records(), "topics")) == len(topics)
    True
    """
    key = records.key(name)
    own = ours.set_index(key)
    again = theirs.set_index(key).index.isin(own.index)
    # A row may stand lower in its file than here, behind a cell of several lines.
    numbers = records.numbers(name)
    for place in theirs.index[again]:
        row = theirs.loc[place]
        found = own.loc[tuple(row[key]) if len(key) > 1 else row[key[0]]]
        if name in SHARED and _is_same(found, row):
            continue
        said = f"The key {'/'.join(row[key])!r} stands in the project's own table too"
        said += f": there {_described(found)}, here {_described(row)}."
        remedy = "Choose another key."
        if name in SHARED:
            other = " and ".join(field for field in MEANING if not _agree(field, found, row))
            remedy += f" If the two are one thing, write its {other} as it stands there."
        file, column = records.file(name), ", ".join(key)
        raise DataError.of(Problem(file, numbers[place], column, said, remedy))
    # A key of several parts leads to rows of other tables, where each is asked about.
    if len(key) == 1:
        records.remember(
            ("asked beside", name),
            lambda: ask(list(_alike(ours, theirs[~again], records, name)), rest=""),
        )
    return pd.concat([ours, theirs.loc[~again]], ignore_index=True)


def _is_same(one: pd.Series, other: pd.Series) -> bool:
    """Tell whether two rows of one key can be one thing."""
    return all(_agree(field, one, other) for field in MEANING)


def _agree(field: str, one: pd.Series, other: pd.Series) -> bool:
    """Tell whether a field of two rows says the same, as far as either says anything."""
    if pd.isna(one.get(field)) or pd.isna(other.get(field)):
        return True
    if field == "country":
        return plain_country(one[field]) == plain_country(other[field])
    if field in ("date", "dates"):  # one may be more exact
        (first, last, _), (begin, end, _) = bounds(one[field]), bounds(other[field])
        before = last is not None and begin is not None and last < begin
        return not before and not (end is not None and first is not None and end < first)
    return folded(one[field]) == folded(other[field])


def _described(row: pd.Series) -> str:
    """Show what a row says of itself."""
    filled = [field for field in (*MEANING, "role") if pd.notna(row.get(field))]
    return ", ".join(f"{field} {row[field]!r}" for field in filled) or "a row without a name"


def _alike(
    ours: pd.DataFrame, theirs: pd.DataFrame, records: Records, name: str
) -> Iterator[Problem]:
    """Find rows of the other package that a reader would take for one of ours, each once."""
    (key,) = records.key(name)
    labels = [] if name in UNASKED else [label for label in LABELS if label in theirs]
    told: set[int] = set()
    for column in [key, *labels]:
        known = defaultdict(list)
        for other, cell, land in _cells(ours, column, key):
            known[folded(cell)].append((other, land))
        for place, cell, land in _cells(theirs, column, key):
            # Two towns of one name in two countries are known to be two.
            same = [n for n, own in known[folded(cell)] if own == land or not (own and land)]
            if place in told or not same:
                continue
            found = ours.loc[same[0]]
            # Of these there is one of each name; two dialogues or events may share theirs.
            if found[column] == cell and (column != "name" or name not in VOCABULARIES):
                continue
            told.add(place)
            mine, its = theirs.loc[place, key], found[key]
            said = f"{cell!r} ({mine!r}) looks like {found[column]!r} ({its!r}) of the project."
            if column == key:
                said = f"{mine!r} looks like {its!r} of the project."
            row = records.numbers(name)[place]
            yield Problem(records.file(name), row, column, said, ASK, "warning")


def _cells(table: pd.DataFrame, column: str, key: str) -> Sequence[tuple[int, str, str]]:
    """Give the filled cells of a column, with their rows and with the country, which tells apart."""
    filled = table[table[column].notna()]
    if column == key or "country" not in table:
        return [(n, cell, "") for n, cell in filled[column].items()]
    lands = filled["country"].fillna("").map(folded)
    return list(zip(filled.index, filled[column], lands, strict=True))
