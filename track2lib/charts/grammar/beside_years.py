"""Marks in lanes beside a row of years: above, in and below the middle, side by side within a year."""

from collections.abc import Mapping

import pandas as pd

__all__ = ["LANE", "Placed", "placed_by_year", "years_of"]

# Pixels: of a lane at least, from its middle to what stands above or below, and between marks of a
# year at most and at least.
LANE, OFF, NEXT, CLOSE = 52, 15, 12, 4
# What stands behind the last year.
UNDATED = "no date"

Placed = tuple[pd.DataFrame, list[str]]


def years_of(rows: pd.DataFrame) -> pd.DataFrame:
    """Give each row its first and its last year, as text; of what has no date, that it has none.

    Examples
    --------
    >>> days = pd.to_datetime(pd.Series(["2013-03-01", None]))
    >>> years_of(pd.DataFrame({"date_earliest": days, "date_latest": days}))["first"].tolist()
    ['2013', 'no date']
    """
    first = rows["date_earliest"].fillna(rows["date_latest"])
    last = rows["date_latest"].fillna(rows["date_earliest"])
    told = {"first": first, "last": last}
    return rows.assign(**{name: [_year(day) for day in days] for name, days in told.items()})


def _year(day: pd.Timestamp) -> str:
    return UNDATED if pd.isna(day) else str(day.year)


def placed_by_year(
    rows: pd.DataFrame, middles: Mapping[str, float], sides: Mapping[str, int], wide: int
) -> Placed:
    """Give each row its place in pixels: by lane, by side of the middle, and by year.

    Parameters
    ----------
    rows : pandas.DataFrame
        With ``lane``, ``side``, ``first`` and ``last``, as `years_of` gives these two.
    middles : mapping of str to float
        Pixels from the top of the page to the middle of each lane.
    sides : mapping of str to int
        -1 for what stands above the middle of its lane, 0 for what stands in it, 1 for below.
    wide : int
        Pixels of all years together.

    Returns
    -------
    rows : pandas.DataFrame
        With ``x``, ``until`` (where the last year of its date is) and ``y``.
    years : list of str
        The columns from left to right, without a gap.

    Raises
    ------
    ValueError
        If a year has more rows of a lane and side than can be told apart.
    """
    dated = [int(year) for year in [*rows["first"], *rows["last"]] if year != UNDATED]
    years = [str(year) for year in range(min(dated), max(dated) + 1)] if dated else []
    years += [UNDATED] * (UNDATED in set(rows["first"]))
    step = wide / len(years)
    cell = rows.groupby(["lane", "side", "first"], sort=False)["title"]
    count, place = cell.transform("size"), cell.cumcount()
    apart = ((step - 8) / (count - 1).clip(lower=1)).clip(upper=NEXT)
    full = rows[(count > 1) & (apart < CLOSE)]
    if len(full):
        one = full.iloc[0]
        raise ValueError(
            f"{count[full.index[0]]} rows of {one['first']} stand beside {one['lane']!r} as {one['side']!r}, and a "
            "year has no room for so many. Choose some of them first."
        )
    middle = {year: step * (number + 0.5) for number, year in enumerate(years)}
    return rows.assign(
        x=(rows["first"].map(middle) + apart * (place - (count - 1) / 2)).round(1),
        until=rows["last"].map(middle).round(1),
        y=rows["lane"].map(middles) + OFF * rows["side"].map(sides),
    ), years
