"""What is reported of each year, lane by lane, above how much was written down; no cause is drawn."""

from collections.abc import Mapping

import altair as alt
import pandas as pd

from track2lib.charts.grammar.bearing import places_of_dates
from track2lib.charts.grammar.dates_as_said import said_dates
from track2lib.charts.grammar.in_years import in_years
from track2lib.charts.grammar.pieces import KEYS
from track2lib.charts.grammar.stack_words import caption, description, headline
from track2lib.charts.grammar.stacks import LEFT, WIDTH, in_stacks
from track2lib.charts.grammar.table import check_table, check_title
from track2lib.page.frame import finish
from track2lib.records.asked import a_text, members
from track2lib.records.asked_numbers import a_year
from track2lib.records.problem import in_short
from track2lib.sources.counting import count_per_year

__all__ = ["year_by_year"]

START = 'load("events") or load("meetings")'
SUCH = "{'meetings': t2.load('meetings')}"
NEEDED = ["cited", "sources", "date_earliest", "date_latest", "date_words"]
# What a table says of the package that it was loaded from.
PACKAGE = ("data", "beside")
# Lanes that a page has room for, years of which each still has a square, and letters of a name.
LANES, YEARS, LETTERS = 5, 60, 40


def year_by_year(
    lanes: Mapping[str, pd.DataFrame],
    *,
    years: tuple[int, int] | None = None,
    marked: Mapping[str, int] | None = None,
    title: str | None = None,
) -> alt.VConcatChart:
    """Draw what is reported of each year, in lanes above each other, and how much was written then.

    A full square is a row that lies in this year. A faint one is a row whose date leaves the year
    open, or spans several: it stands in each of them. Lanes stand side by side for a reader to
    compare, and nothing leads from one to another.

    Parameters
    ----------
    lanes : dict of str to pandas.DataFrame
        Up to 5 lanes from top to bottom: what each is called, and its dated rows of
        ``load("events")`` or ``load("meetings")``.
    years : tuple of int, optional
        The first and the last year to be drawn. By default all in which rows lie, up to 60.
    marked : dict of str to int, optional
        Years to be looked at: a letter or a word for each, and the year.
    title : str, optional
        What is to be seen. By default the fullest years of each lane, and of the documents.

    Returns
    -------
    altair.VConcatChart
        The chart: squares for the rows of each lane, and bars down for documents of the bibliography.

    Raises
    ------
    TypeError
        If the lanes are no tables with names, or the years no years.
    ValueError
        If there are too many lanes, years or rows to be read, a lane has no row in these years, or a
        table lacks a column or has a row twice.

    Examples
    --------
    >>> import track2lib as t2
    >>> events = t2.load("events")
    >>> kinds = {kind: events[events["kind"] == kind] for kind in ["pressure", "sanctions"]}
    >>> "A is 2009" in t2.year_by_year(kinds, years=(1997, 2013), marked={"A": 2009}).description
    True
    """
    check_title(title)
    tables = _tables(lanes)
    squares = pd.concat([_squares(own, name) for name, own in tables.items()], ignore_index=True)
    every = _years(squares, years)
    shown = squares[squares["year"].isin(every)].reset_index(drop=True)
    for name in tables:
        if name not in {*shown["lane"]}:
            raise ValueError(
                f"No row of the lane {name!r} is dated in the years {every[0]} to {every[-1]}, and an "
                "empty lane would look as if nothing had happened. Leave it out, or choose other years."
            )
    written = _documents(tables, every)
    names = _marked(marked, every)
    drawn = in_stacks(shown, [*tables], every, written, names)
    return finish(
        drawn,
        title=title or headline(shown, [*tables], every, written),
        subtitle="Each square is a row dated in that year."
        + " Faint: its date leaves the year open, or spans several." * (not shown["sure"].all())
        + " Down: documents of the bibliography, by year." * bool(len(written)),
        caption=caption(tables, squares, every),
        description=description(shown, [*tables], every, names),
        width=WIDTH + LEFT,
    )


def _tables(lanes: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Take the tables of the lanes, or say what is wrong with the first one that cannot be drawn."""
    if not isinstance(lanes, Mapping):
        raise TypeError(
            f"lanes is {in_short(lanes)}, and is to name the tables to be drawn, such as {SUCH}."
        )
    if not 0 < len(lanes) <= LANES:
        raise ValueError(
            f"There are {len(lanes)} lanes, and from 1 to {LANES} can be read above each other, such as {SUCH}."
        )
    found = {}
    for name, table in lanes.items():
        a_text(name, "The name of a lane", "meetings", LETTERS)
        key = next((key for key in KEYS if key in getattr(table, "columns", ())), "")
        named = [column for column in ("title", "name") if column in getattr(table, "columns", ())]
        found[name] = check_table(
            table,
            [*(named[:1] or ["title"]), *NEEDED],
            START,
            filled=named[:1],
            once=[key, "cited"] if key else [],
        )
        found[name].attrs = table.attrs
    return found


def _squares(table: pd.DataFrame, lane: str) -> pd.DataFrame:
    """Give a square for each row and year, those that are sure first, in order of time."""
    when = said_dates(
        table["date"] if "date" in table else pd.Series(pd.NA, table.index), table["date_words"]
    )
    told = pd.DataFrame(
        {
            "name": table["title" if "title" in table else "name"],
            "when": when.fillna(""),
            "cited": places_of_dates(table, "date"),
            "day": table["date_earliest"].fillna(table["date_latest"]),
        }
    )
    # Two rows that are told alike are two rows.
    again = told.groupby(["name", "when", "cited"], dropna=False).cumcount()
    told["name"] = told["name"].where(
        again == 0, told["name"] + " (" + (again + 1).astype(str) + ")"
    )
    found = in_years(table).join(told, on="row")
    found = found.sort_values(["year", "sure", "day"], ascending=[True, False, True], kind="stable")
    level = found.groupby("year").cumcount()
    return found.assign(lane=lane, level=level, top=level + 1).drop(columns="day")


def _years(squares: pd.DataFrame, asked: tuple[int, int] | None) -> list[int]:
    """Give the years that are drawn: those asked for, or all in which a row lies."""
    if squares.empty:
        raise ValueError(f"No row of any lane has a date. Start from {START}.")
    if asked is None:
        first, last = int(squares["year"].min()), int(squares["year"].max())
    else:
        ends = members(asked, "years", "(first, last)", 2)
        if len(ends) > 2:
            raise ValueError(
                f"years has {len(ends)} parts: give the first and the last, as (first, last)."
            )
        first, last = (a_year(end, "A part of years") for end in ends)
    if last < first:
        raise ValueError(
            f"years ends in {last}, before it begins in {first}: give the first one first."
        )
    if last - first >= YEARS:
        raise ValueError(
            f"From {first} to {last} there are {last - first + 1:,} years, and up to {YEARS} can be read. "
            "Choose some with years=(first, last)."
        )
    return [*range(first, last + 1)]


def _marked(marked: Mapping[str, int] | None, every: list[int]) -> dict[str, int]:
    """Take the years to be looked at, each with its letter."""
    if marked is None:
        return {}
    if not isinstance(marked, Mapping):
        raise TypeError(
            f"marked is {in_short(marked)}, and is to give a letter for each year, such as {{'A': year}}."
        )
    found = {
        a_text(name, "A letter of marked", "A", 8): a_year(year, "A year of marked")
        for name, year in marked.items()
    }
    for name, year in found.items():
        if year not in every:
            raise ValueError(
                f"{name} is {year}, and the chart reaches from {every[0]} to {every[-1]}."
            )
    return found


def _documents(tables: dict[str, pd.DataFrame], every: list[int]) -> pd.DataFrame:
    """Give the documents of each year, if all lanes are of one package that lists its sources."""
    packages = {tuple(str(own.attrs.get(name)) for name in PACKAGE) for own in tables.values()}
    each = [count_per_year(own).set_index("year")["documents"] for own in tables.values()]
    if len(packages) > 1 or any(own.isna().any() for own in each):
        return pd.DataFrame()
    # A year that no lane reaches has not been counted.
    counted = pd.concat(each).groupby(level=0).first().reindex(every).dropna()
    return counted.rename_axis("year").reset_index().astype(int)
