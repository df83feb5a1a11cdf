"""What a page of all rows at a glance says: its title, what it leaves out, and its description."""

from typing import Any

import pandas as pd

from track2lib.charts.grammar.words import counted, join
from track2lib.page.lines import inserted
from track2lib.records.related import periods

__all__ = ["alone", "describe", "headline", "left_out"]

# What is not drawn is named in the caption if its names are no longer; in the description always.
NAMED = 160


def alone(dated: pd.DataFrame) -> pd.Series:
    """Count by name, the most first, what lies in one period from its beginning to its end.

    Nothing is given where most lies elsewhere: of such periods, a sentence would speak of nothing.
    """
    eras = periods(dated)
    names = eras.set_index("era_id")["name"] if len(eras) else pd.Series(dtype=str)
    count = dated["era"].map(names).value_counts()
    return count if 2 * count.iloc[:2].sum() >= len(dated) else count.head(0)


def headline(dated: pd.DataFrame, count: pd.Series, first: list[int], whole: int, what: str) -> str:
    """Say in which periods most of what is dated lies, or else how many rows have a place in time.

    Parameters
    ----------
    dated, count : pandas.DataFrame, pandas.Series
        Rows that are drawn, and what `alone` counts of them.
    first : list of int
        The first year of each piece.
    whole : int
        How many rows there are, with those that are not drawn.
    what : str
        What a row is.
    """
    if len(count):
        number = counted(len(dated), f"dated {what}", f"dated {what}s")
        (name, most), *others = count.head(2).items()
        other = "".join(f", {few} in {_within(one)}" for one, few in others)
        verb = "lies" if most == 1 else "lie"
        return f"{most} of {number} {verb} in {_within(name)} alone{other}"
    span = f"from {min(first)} on" if min(first) < max(first) else f"in {min(first)}"
    return f"Sources place {len(dated)} of {counted(whole, what, f'{what}s')} in time, {span}"


def _within(name: Any) -> str:
    """Write the name of a period as it stands within a sentence."""
    return f"the {name.removeprefix('The ')}" if name.startswith("The ") else str(name)


def left_out(apart: pd.DataFrame, column: str, what: str) -> str:
    """Count and name what has no place in time."""
    if apart.empty:
        return ""
    going = int(apart[column].notna().sum())
    which = f", {going} of them said to go on" * bool(going)
    names = join(apart["name"].map(inserted))
    named = f": {names}" if len(names) <= NAMED else ""
    number = counted(len(apart), f"{what} without a year is", f"{what}s without a year are")
    return f"{number} not drawn{which}{named}."


def describe(
    rows: pd.DataFrame, pieces: pd.DataFrame, apart: pd.DataFrame, points: pd.DataFrame, what: str
) -> str:
    """List the rows kind by kind with their dates, what is not drawn, and the turning points."""
    dated = rows.loc[pieces.index.unique()]
    told: list[Any] = [
        f"{lane}: {'; '.join(own['name'] + ', ' + own['when'])}."
        for lane, own in dated.groupby("lane", sort=False)
    ]
    if len(apart):
        told.append(f"Without a year: {join(apart['name'])}.")
    if len(points):
        listed = "; ".join(points["title"] + ", " + points["when"])
        told.append(f"Turning points: {listed}.")
    return (
        f"Overview of {counted(len(rows), what, f'{what}s')}, {len(dated)} of them in time, by kind. "
        f"{' '.join(told)} More in some years mean that more was written down, not that more happened."
    )
