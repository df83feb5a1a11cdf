"""Load a table: checked, of one scope, with the preferred values, typed, and cited."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

import pandas as pd

from track2lib.records.asked import a_switch, one_of, texts
from track2lib.records.beside import below
from track2lib.records.checking import check
from track2lib.records.disputes import contested
from track2lib.records.eras import in_eras
from track2lib.records.preferring import PREFERENCES, settled
from track2lib.records.problem import in_short, nearest
from track2lib.records.provenance import listed
from track2lib.records.scope import SCOPES, in_scope
from track2lib.records.snapshot import BEARING, Records, open_records
from track2lib.records.typed import typed

__all__ = ["load"]

DATES = ("date", "dates")


def load(
    name: str,
    *,
    scope: Literal["all", "founding"] = "all",
    prefer: Literal["founding", "primary", "newest", "widest"] = "founding",
    sources: str | Iterable[str] | None = None,
    data: str | Path | None = None,
    beside: bool = False,
) -> pd.DataFrame:
    """Load one table of the data package.

    Parameters
    ----------
    name : str
        Name of the table, as ``list_tables()`` lists them.
    scope : {"all", "founding"}, default "all"
        Everything, or only what the two founding documents bear: their rows, and in these rows
        the cells that no other source has filled.
    prefer : {"founding", "primary", "newest", "widest"}, default "founding"
        Which value stands in a cell for which sources give different ones: that of a founding
        document (or else the first one listed), of a text by those who acted or spoke, of the
        source that appeared last, or the widest bounds of a date or a count. The bounds and the
        words of a count, and a date and its words, are taken from one source together.
    sources : str or iterable of str, optional
        Keys, or one key, of the table ``sources``: only rows that rest on at least one of these.
    data : str or pathlib.Path, optional
        Folder of another data package. By default the one that comes with the project.
    beside : bool, default False
        With `data`: put the rows of that package below those of the project. An organization,
        place, topic or person with the same key and name is the same.

    Returns
    -------
    pandas.DataFrame
        A row for each row of the file, with text as ``string``, counts as ``Int64``, measures as
        ``float64`` and yes-or-no as ``boolean``; an empty cell is missing. Behind an EDTF column
        ``x`` stand ``x_earliest`` and ``x_latest`` (days, missing where the date sets no bound)
        and ``x_ongoing``. Dated tables gain ``era``, missing where the package has no periods.
        ``sources`` names the sources of the row, ``cited`` the places in them; ``contested`` the columns for which sources give values
        that do not agree (a more exact date is not another one).

    Raises
    ------
    LookupError
        If there is no such table, scope, preference or source.
    track2lib.DataError
        If the file is not sound, refers to rows that do not exist, or breaks a rule that
        ``validate()`` checks; or, with `beside`, if a key of the table, of a source or of a table
        that this one refers to means one thing here and another there. Nothing is loaded then.

    Warns
    -----
    track2lib.DataWarning
        If something may be right and is asked about: in the table, or, with `beside`, keys or
        names of the two packages that look alike.

    Examples
    --------
    >>> import track2lib
    >>> dialogues = track2lib.load("dialogues", scope="founding")
    >>> row = dialogues.set_index("dialogue_id").loc["una-sipri"]
    >>> row["dates"], row["era"], row["sources"]
    ('2002/2008', 'both', 'dimaggio2010')
    """
    one_of(scope, SCOPES, "scope")
    one_of(prefer, PREFERENCES, "preference")
    a_switch(beside, "beside")
    wanted = None if sources is None else texts(sources, "sources", "rand2007")
    records = open_records(data)
    ours = open_records() if beside else records
    if (
        isinstance(name, str) and name not in records.names
    ):  # provenance, which a package of one's own has not
        records = ours
    records.resource(name, founding=scope == "founding")
    frame = _kept(records, name, scope, prefer).copy()
    if records is not ours:
        if _eras(records, scope).empty:  # beside ours, they lie in our periods
            _add_eras(frame, name, ours, scope)
        # What rows cite and refer to has to mean one thing as well: charts and captions name it.
        for other, theirs in _referred(frame, name, records, scope, prefer):
            if other in ours.names:
                below(_kept(ours, other, scope, prefer), theirs, records, other)
        frame = below(_kept(ours, name, scope, prefer), frame, records, name)
    if wanted is not None:
        frame = _resting_on(frame, name, wanted, records)
    # So that a chart finds the tables that this one points to.
    # The whole path, since the working directory may be another by then; and as text, or pandas
    # could not write the frame as Parquet.
    place = None if data is None else str(Path(data).absolute())
    frame.attrs = {"scope": scope, "data": place, "beside": beside}
    return frame


def _loaded(records: Records, name: str, scope: str, prefer: str) -> pd.DataFrame:
    """Take a table through the steps: checked, of one scope, settled, typed, cited."""
    check(records, name)
    cells, says_who = in_scope(records, name, scope)
    cells = settled(records, name, cells, scope, prefer)
    frame = typed(records.fields(name, founding=scope == "founding"), cells)
    _add_eras(frame, name, records, scope)
    frame[says_who.columns] = says_who
    if scope == "all" and name not in BEARING:
        differ: list[str | None] = [None] * len(frame)
        if not records.names_its_sources(name):  # one source a row cannot differ from itself
            disputed = contested(records, name)
            keys = records.keys_of(name, cells)
            differ = ["; ".join(disputed.get(key, ())) or None for key in keys]
        frame["contested"] = pd.array(differ, dtype="string")
    return frame


def _add_eras(frame: pd.DataFrame, name: str, records: Records, scope: str) -> None:
    """Say behind the bounds of its date in which period each row falls, if there are periods."""
    date = next((column for column in DATES if f"{column}_ongoing" in frame), None)
    if date is None or name in ("sources", "eras", "governments"):
        return
    eras = _eras(records, scope)
    found = [None] * len(frame) if eras.empty else in_eras(frame[date].tolist(), eras)
    told = pd.array(found, dtype="string")
    if "era" in frame:
        frame["era"] = told
    else:
        frame.insert(frame.columns.get_loc(f"{date}_ongoing") + 1, "era", told)


def _eras(records: Records, scope: str) -> pd.DataFrame:
    """Give the periods of a package, none if it has no table for them."""
    if "eras" not in records.names:
        return pd.DataFrame()
    return _kept(records, "eras", scope, "founding")


def _kept(records: Records, name: str, scope: str, prefer: str) -> pd.DataFrame:
    """Give a table that nobody may change, loaded once for as long as the snapshot holds."""
    made = ("loaded", name, scope, prefer)
    return records.remember(made, lambda: _loaded(records, name, scope, prefer))


def _referred(
    frame: pd.DataFrame, name: str, records: Records, scope: str, prefer: str
) -> Iterator[tuple[str, pd.DataFrame]]:
    """Give the rows of other tables that these rows refer to, and the bibliography."""
    if "sources" in records.names and name != "sources":
        yield "sources", _kept(records, "sources", scope, prefer)
    for key in records.resource(name)["schema"].get("foreignKeys", []):
        (column,), other = key["fields"], key["reference"]["resource"] or name
        if other not in (name, "sources") and column in frame:
            rows = _kept(records, other, scope, prefer)
            yield other, rows[rows[key["reference"]["fields"][0]].isin(frame[column])]


def _resting_on(
    frame: pd.DataFrame, name: str, wanted: list[str], records: Records
) -> pd.DataFrame:
    """Choose the rows that rest on at least one of some sources."""
    if "sources" not in frame:
        raise LookupError(
            f"Rows of {name!r} are not borne by sources, so they cannot be chosen by these."
        )
    own = frame["sources"].str.split("; ")
    # What is listed, and what rows of one's own name without a list.
    known = {*listed(records), *own.explode().dropna()}
    for source in wanted:
        if source not in known:
            near = nearest(source, sorted(known))
            raise LookupError(f"There is no source {in_short(source)}.{near}")
    chosen = {*wanted}
    return frame.loc[[not chosen.isdisjoint(of_row) for of_row in own]].reset_index(drop=True)
