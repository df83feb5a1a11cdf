"""A yearly series before and after a year."""

import re
from typing import Any

import altair as alt
import pandas as pd

from track2lib.charts.grammar.table import check_table, check_title
from track2lib.charts.grammar.words import counted, join, source_note, tooltips
from track2lib.charts.grammar.years import around_break
from track2lib.impact.series import LONGEST, sound
from track2lib.page.frame import finish
from track2lib.page.lines import inserted, wrap
from track2lib.records.asked_numbers import a_count, a_year

__all__ = ["series_chart"]

# Pixels of the plot, and of the numbers beside it; years that keep a pixel of their own.
WIDTH, HEIGHT, AXIS = 730, 270, 40
MOST = WIDTH
# A unit of money: how many dollars it is.
DOLLARS = re.compile(r"((?:thousand |million |billion )?)U\.S\. dollars\b")
# Spans without a value that are named one by one.
FEW = 5


def series_chart(
    values: pd.Series, at: int = 2005, *, window: int = 8, title: str | None = None
) -> alt.VConcatChart:
    """Draw a series with its mean on either side of a year.

    Parameters
    ----------
    values : pandas.Series
        Values by year, as ``impact.load_series()`` gives them.
    at : int, default 2005
        First year that counts as after.
    window : int, default 8
        Years on either side, or as many as there are.
    title : str, optional
        What is to be seen. By default the name of the series, and the means.

    Returns
    -------
    altair.VConcatChart
        The whole series; the years compared have large dots, and their means thick lines.

    Raises
    ------
    TypeError
        If it is no series.
    ValueError
        If there is no year on one of the sides, or one of those compared has no value.

    Examples
    --------
    >>> import track2lib as t2
    >>> chart = t2.impact.series_chart(t2.impact.load_series("un-agreement-final"))
    >>> "0.24" in chart.description and "0.15" in chart.description
    True
    """
    check_title(title)
    at, window = a_year(at, "at"), a_count(window, "window", 1, LONGEST)
    values = sound(values)
    about = values.attrs
    rows = values.rename("value").rename_axis("year").reset_index()
    check_table(
        rows,
        ["year", "value"],
        numbers=["year", "value"],
        start='impact.load_series("un-agreement-final")',
        most=MOST,
        what="years",
        instead="Choose a part of the series with .loc[first:last].",
    )
    rows["cited"] = about.get("cited", "")
    rows["used"] = rows["year"].between(at - window, at + window - 1)
    means = _means(rows, at, window, str(about.get("unit", "")))
    tells = {"value:Q": str(about.get("unit", "value")), "cited": "Says who"}
    # A series of one's own may have a name and no record of where it is from.
    name = about.get("name") or str(values.name or "The series")
    tips = tooltips(tells, number=",.3~f")
    said = _change(means)
    headline = f"{inserted(name)}: {said}"
    if len(wrap(headline, WIDTH + AXIS, 18, bold=True)) > 1:
        headline = f"{inserted(name)}:\n{said}"
    return finish(
        around_break(rows, means, at, tooltip=tips, width=WIDTH).properties(height=HEIGHT),
        title=title or headline,
        subtitle=(
            f"{about.get('measures', '')} Unit: {about.get('unit', 'not stated')}.{_way(about)} "
            f"Thick lines: means of the large dots.{_lacking(rows, at, window)}"
        ).lstrip(),
        caption=(
            f"{source_note(rows)} {about.get('caveat', '')} ".replace("  ", " ")
            + "What comes after a year need not come from it."
        ),
        description=(
            f"{name} by year, {rows['year'].min()} to {rows['year'].max()}. Mean: "
            f"{said}.{_lacking(rows, at, window)} What comes after a year need not come from it."
        ),
        width=WIDTH + AXIS,
    )


def _change(means: pd.DataFrame) -> str:
    """Say from where to where the mean went, as it is written."""
    numbers, years = means["number"], means["years"]
    if numbers[0] == numbers[1]:
        return f"{numbers[0]} both in {years[0]} and in {years[1]}"
    way = "up" if means["mean"][1] > means["mean"][0] else "down"
    return f"{way} from {numbers[0]} ({years[0]}) to {numbers[1]} ({years[1]})"


def _lacking(rows: pd.DataFrame, at: int, window: int) -> str:
    """Name years without a value, and sides on which there are fewer than were asked for."""
    years = rows["year"]
    gaps = sorted({*range(years.min(), years.max() + 1)} - {*years})
    said = f" No value for {join(_spans(gaps))}." if gaps else ""
    used = years[rows["used"]]
    for side, count in (("before", int((used < at).sum())), ("from", int((used >= at).sum()))):
        if count < window:
            own = counted(count, "year", "years")
            said += f" Only {own} {side} {at}{' on' * (side == 'from')}, not {window}."
    return said


def _spans(years: list[int]) -> list[str]:
    """Put years that follow each other together; of many, say how many more there are."""
    spans: list[list[int]] = []
    for year in years:
        if spans and year == spans[-1][-1] + 1:
            spans[-1].append(year)
        else:
            spans.append([year])
    said = [f"{own[0]}-{own[-1]}" if len(own) > 1 else f"{own[0]}" for own in spans]
    rest = sum(map(len, spans[FEW:]))
    return said if not rest else [*said[:FEW], counted(rest, "more year", "more years")]


def _means(rows: pd.DataFrame, at: int, window: int, unit: str) -> pd.DataFrame:
    """Give the mean of the years that are used before a year, and from it on; refuse gaps."""
    used = rows[rows["used"]]
    first, last = rows["year"].min(), rows["year"].max()
    # A series may begin late or end early; what lies within it must be whole.
    compared = range(max(first, at - window), min(last, at + window - 1) + 1)
    if gaps := sorted({*compared} - {*used["year"]}):
        raise ValueError(f"The series has no value for {gaps[0]}, a year that is compared.")
    largest = used["value"].abs().max()
    # No finer than the values are: votes are shares of 1, visas and dollars run to thousands.
    digits = 0 if largest >= 100 else 1 if largest >= 10 else 2
    means = []
    for side, own in (("before", used[used["year"] < at]), ("after", used[used["year"] >= at])):
        if own.empty:
            raise ValueError(f"No year lies {side} {at}. The series runs from {first} to {last}.")
        means.append(
            (
                own["year"].min(),
                own["year"].max(),
                round(own["value"].mean(), 6),
                _written(own["value"].mean(), digits, unit),
                _written(own["value"].mean(), digits, ""),
                _span(own["year"].min(), own["year"].max()),
            )
        )
    return pd.DataFrame(means, columns=["start", "end", "mean", "number", "figure", "years"])


def _written(mean: float, digits: int, unit: str) -> str:
    """Write a mean, in dollars if that is what the unit says."""
    number = f"{mean:,.{digits}f}"
    if not (money := DOLLARS.match(unit)):
        return number
    sign = "-" * number.startswith("-")
    return f"{sign}${number.removeprefix('-')} {money[1]}".rstrip()


def _span(first: int, last: int) -> str:
    """Name the first and the last of some years."""
    return f"{first}-{last}" if first < last else f"{first}"


def _way(about: dict[Any, Any]) -> str:
    """Say which way is closer, where the series has a direction."""
    way = about.get("higher", "neither")
    return "" if way == "neither" else f" Higher means {way}."
