"""What became of ideas at home, as it is drawn: a row for each idea, and for each audience what observers heard."""

import pandas as pd

from track2lib.charts.grammar.words import each_once, join
from track2lib.impact.charts.stages_rows import CALLED
from track2lib.impact.sheet_kinds import FATES

__all__ = ["SURVIVES", "Counts", "heard", "rows_of", "survivors", "tally"]

SURVIVES = frozenset(FATES[:2])
Counts = dict[str, tuple[int, int, int]]
"""By audience: the ideas that survive for all observers, those that do for some, and all that were coded."""


def rows_of(sheets: pd.DataFrame) -> tuple[dict[int, str], pd.DataFrame, list[int]]:
    """Give each idea a row from the top down, below the name of its room if there are several.

    Parameters
    ----------
    sheets : pandas.DataFrame
        Sheets of ideas.

    Returns
    -------
    tuple
        What each row is called; ``room``, ``idea`` and ``row`` of each idea; the rows that are names
        of rooms.

    Examples
    --------
    >>> sheets = pd.DataFrame({"room": ["A", "A", "B"], "idea": ["Visas", "Visas", "Visas"]})
    >>> names, places, rooms = rows_of(sheets)
    >>> names, places["row"].tolist(), rooms
    ({0: 'Room A', 1: 'Visas', 2: 'Room B', 3: 'Visas'}, [1, 3], [0, 2])
    """
    names: dict[int, str] = {}
    places, rooms = [], []
    several = sheets["room"].nunique() > 1
    for room, own in sheets.groupby("room", sort=False):
        if several:
            rooms.append(len(names))
            names[len(names)] = CALLED.format(room)
        for idea in own["idea"].unique():
            places.append((room, idea, len(names)))
            names[len(names)] = str(idea)
    return names, pd.DataFrame(places, columns=["room", "idea", "row"]), rooms


def heard(sheets: pd.DataFrame) -> pd.DataFrame:
    """Give each fate that observers heard of an idea before an audience, and how many of them did.

    Parameters
    ----------
    sheets : pandas.DataFrame
        Sheets of ideas; a fate that is missing was not coded.

    Returns
    -------
    pandas.DataFrame
        ``room``, ``idea``, ``audience``, ``fate``; its ``place`` among those of the cell and ``said``,
        the fate where all who coded it heard the same, or else their number; ``by`` whom; whether they
        ``differ``; whether the idea ``survives`` as each of them heard it, or only as ``some`` did; and
        who says so, if the sheets do.

    Examples
    --------
    >>> sheet = {"room": "A", "idea": "Visas", "audience": "editor", "fate": ["dropped", "carried"]}
    >>> found = heard(pd.DataFrame(sheet | {"observer": ["ana", "ben"]}))
    >>> found[["fate", "said", "by", "survives"]].to_numpy().tolist()
    [['carried', '1', 'ben', False], ['dropped', '1', 'ana', False]]
    """
    columns = ["room", "idea", "audience", "fate", "place", "said", "by", "cited"]
    columns += ["differ", "survives", "some"]
    found = []
    coded = sheets.dropna(subset="fate")
    for unit, own in coded.groupby(["room", "idea", "audience"], sort=False):
        fates = [fate for fate in FATES if (own["fate"] == fate).any()]
        for place, fate in enumerate(fates):
            mine = own[own["fate"] == fate]
            said = fate if len(fates) == 1 else str(len(mine))
            cited = each_once(mine["cited"]) if "cited" in mine else ""
            kept = SURVIVES.issuperset(fates), not SURVIVES.isdisjoint(fates)
            row = (fate, place, said, join(mine["observer"]), cited, len(fates) > 1, *kept)
            found.append((*unit, *row))
    return pd.DataFrame(found, columns=columns)


def tally(found: pd.DataFrame) -> Counts:
    """Count the ideas of each audience: those that survive for all, those that do for some, and all.

    Parameters
    ----------
    found : pandas.DataFrame
        What `heard` gives.

    Returns
    -------
    dict of str to tuple of int
        By audience; ideas that nobody has coded there do not count.

    Examples
    --------
    >>> row = {"room": "A", "idea": "Visas", "audience": "editor", "survives": False, "some": True}
    >>> tally(pd.DataFrame([row]))
    {'editor': (0, 1, 1)}
    """
    each = found.drop_duplicates(["room", "idea", "audience"])
    return {
        str(audience): (int(own["survives"].sum()), int(own["some"].sum()), len(own))
        for audience, own in each.groupby("audience", sort=False)
    }


def survivors(least: int, most: int, count: int) -> str:
    """Say how many ideas survive, with bounds where observers differ.

    Examples
    --------
    >>> survivors(3, 3, 4), survivors(0, 1, 4), survivors(0, 3, 4)
    ('3 of 4', '0 or 1 of 4', '0 to 3 of 4')
    """
    between = "" if most == least else f" or {most}" if most == least + 1 else f" to {most}"
    return f"{least}{between} of {count}"
