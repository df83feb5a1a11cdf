"""The two kinds of observers' sheets: their columns, what may stand in them, and the unit that is coded."""

from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from track2lib.impact.rubric import table_of
from track2lib.records.asked import a_table
from track2lib.records.asked_numbers import numbers_in

__all__ = ["FATES", "IDEAS", "KINDS", "STAGES", "Kind", "as_codings", "blocks_of", "stages_of"]

# What can become of an idea on the way home, from what is left of most of it to nothing that was heard.
FATES = ("carried", "changed", "dropped", "not heard")
# Neighboring intervals that are left out together. What is coded in one is often coded in the next as
# well; the tests imagine workshops in which single intervals would promise far too much, and these do not.
NEIGHBORS = 4


class Kind(NamedTuple):
    """A kind of sheet.

    Parameters
    ----------
    name, table : str
        What it is called, and the table of a package that holds such rows.
    unit : tuple of str
        What an observer codes once: the columns that tell it from another.
    code : str
        The column of the code.
    """

    name: str
    table: str
    unit: tuple[str, ...]
    code: str

    @property
    def columns(self) -> list[str]:
        """Give the heading of such a sheet."""
        return ["observer", *self.unit, self.code, "remark"]


STAGES = Kind("stages", "workshop_stages", ("room", "minute"), "stage")
IDEAS = Kind("ideas", "workshop_ideas", ("room", "idea", "audience"), "fate")
KINDS = {kind.name: kind for kind in (STAGES, IDEAS)}


def stages_of(data: str | Path | None = None) -> dict[str, str]:
    """Give the names of the stages, by their keys and in their order.

    Parameters
    ----------
    data : str or pathlib.Path, optional
        A data package with a table ``stages`` of its own. Without one, the project's.

    Returns
    -------
    dict of str to str
        Name by key.

    Examples
    --------
    >>> [*stages_of()][:4]
    ['rules', 'positions', 'concerns', 'solutions']
    """
    own = table_of("stages", data)
    listed = (own if len(own) else table_of("stages", None)).sort_values("order", kind="stable")
    return dict(zip(listed["stage_id"], listed["name"], strict=True))


def as_codings(sheets: Any) -> tuple[Any, list[str], bool]:
    """Give observers' sheets as codings of units, with the codes that may stand in them.

    Parameters
    ----------
    sheets : object
        A table. One that is of no sheets is given back as it is.

    Returns
    -------
    tuple
        The table with the columns of codings, for an interval and its room, or for an idea and an
        audience; the codes, and none if it is of no sheets; whether its units follow each other in
        time.

    Raises
    ------
    ValueError
        If it lacks a column, or a row has no observer, room, minute, idea or audience.

    Examples
    --------
    >>> sheet = {"observer": "ana", "room": "A", "minute": 5, "stage": "rules", "remark": ""}
    >>> codings, codes, in_time = as_codings(pd.DataFrame([sheet]))
    >>> codings["construct_id"].tolist(), codes[:2], in_time
    (['A'], ['rules', 'positions'], True)
    """
    if not isinstance(sheets, pd.DataFrame) or "observer" not in sheets:
        return sheets, [], False
    a_table(sheets, "impact.load_sheets()", "sheets")
    kind = IDEAS if IDEAS.code in sheets else STAGES
    needed = ["observer", *kind.unit, kind.code]
    for column in needed:
        if column not in sheets:
            raise ValueError(
                f"The sheets lack the column {column!r}. Start from impact.load_sheets()."
            )
    coded = sheets[sheets[kind.code].notna()]
    for column in needed:
        if coded[column].isna().any():
            raise ValueError(f"{coded[column].isna().sum()} rows have no {column}. Fill it.")
    if kind is STAGES:
        case = numbers_in(coded["minute"], "minute of row {} is {}, and no number.".format)
        codes, part = [*stages_of(sheets.attrs.get("data"))], coded["room"]
    else:
        # Two rooms may call two ideas by one name.
        case = coded["room"].astype(str) + ": " + coded["idea"].astype(str)
        codes, part = [*FATES], coded["audience"]
    found = {"coder": coded["observer"], "dialogue_id": case, "construct_id": part}
    return pd.DataFrame(found | {"code": coded[kind.code]}), codes, kind is STAGES


def blocks_of(units: pd.MultiIndex) -> pd.Index:
    """Name for each interval the block of neighbors that it belongs to.

    Parameters
    ----------
    units : pandas.MultiIndex
        Minute, as text, and room of each interval.

    Returns
    -------
    pandas.Index
        A block for each.

    Examples
    --------
    >>> blocks_of(pd.MultiIndex.from_product([["0", "5", "10", "15", "20"], ["A"]])).tolist()
    ['A 0', 'A 0', 'A 0', 'A 0', 'A 1']
    """
    of = pd.DataFrame({"minute": units.get_level_values(0), "room": units.get_level_values(1)})
    of["minute"] = of["minute"].astype(float)
    place = of.groupby("room")["minute"].rank(method="first").astype(int) - 1
    return pd.Index(of["room"] + " " + (place // NEIGHBORS).astype(str))
