"""When was it, as far as the source says? A timeline that shows what is not known."""

import re

import altair as alt
import pandas as pd

from track2lib.charts.grammar.at_a_glance import at_a_glance
from track2lib.charts.grammar.periods import periods_of
from track2lib.charts.grammar.pieces import KEYS, open_note, pieces_of
from track2lib.charts.grammar.spans import in_spans
from track2lib.charts.grammar.table import check_table, check_type
from track2lib.charts.grammar.words import (
    counted,
    era_colour,
    join,
    said_dates,
    source_note,
)
from track2lib.records import dates
from track2lib.records.asked import one_of

__all__ = ["timeline"]

# Words of a source that say a date and no more, as "early 2010"; what else they say is in a tooltip.
EXACT = re.compile(r"([^\W\d]+ ){1,2}\d{4}")
# Letters of a date that a title has room for.
LETTERS = 22
# How to read marks, and kinds of pieces that are drawn with them.
KEY = {
    "Full: vouched for.": {"certain"},
    "Pale: beginning, end or the whole may lie in it.": {"possible"},
    "Triangle: open.": {"goes on", "not after", "other goes on"},
    "Narrow bar: another source.": {"other"},
}
START = 'load("dialogues") or load("events")'


def timeline(
    table: pd.DataFrame,
    *,
    by: str | None = None,
    turning_points: pd.DataFrame | None = None,
    title: str | None = None,
) -> alt.VConcatChart:
    """Draw when things happened, with their uncertain ends, before the periods of the package.

    A full bar is time that the source vouches for. A pale bar is time in which a beginning, an end
    or the whole thing may lie. A triangle points to where the source leaves an end open. A narrow
    bar below is time that another source gives, with its name. Each has its date beside it, and
    rows without a date stay in the chart and say so.

    Parameters
    ----------
    table : pandas.DataFrame
        Rows of ``load("dialogues")``, ``load("events")`` or ``load("meetings")``, up to 150, in the order in which they are to stand
        if they have no date; dated rows are put in order of time.
    by : str, optional
        Column by which all rows are to be seen at a glance, such as ``"form"``: one lane for each of
        its values, in which bars stand side by side, each with its name, under the periods and
        under who governed elsewhere (table ``governments``). Some sixty rows fit on such a page;
        those without a year are counted below it.
    turning_points : pandas.DataFrame, optional
        With `by`: rows of ``load("events")``, up to 8, that are drawn as thin lines down the page.
        Their choice is the reader's; ``load("events").query("turning_point")`` is ours.
    title : str, optional
        What is to be seen. By default a sentence that says when how many rows begin, or how far
        apart sources are if they date most of them in several ways; with `by`, in which periods
        most of them lie.

    Returns
    -------
    altair.VConcatChart
        The chart: a row for each row of the table, whether dated or not; with `by`, all that have a
        year on one page.

    Raises
    ------
    TypeError
        If it is given no table.
    ValueError
        If the table has no rows, too many to be read, a row that stands twice, or lacks a column;
        with `by`, if none has a year, or the periods are lost with the package.
    LookupError
        If there is no column of the name that `by` gives.

    Examples
    --------
    >>> import track2lib as t2
    >>> chart = t2.timeline(t2.load("dialogues").query("grain == 'one'"))
    >>> "no date" in chart.description
    True
    >>> named = t2.load("dialogues", scope="founding")
    >>> "UNA-USA and SIPRI dialogue, 2002 to 2008" in t2.timeline(named, by="form").description
    True
    """
    check_type(table, START)
    column, label = ("dates", "name") if "dates" in table.columns else ("date", "title")
    needed = [label, column, f"{column}_earliest", f"{column}_latest", "date_words", "era", "cited"]
    advice = "Choose some of them first, or count them with per_year()."
    what = {"name": "dialogue", "title": "meeting" if "meeting_id" in table else "event"}[label]
    key = next((name for name in KEYS if name in table), "")
    once = [key, label, "cited"] if key else []
    table = check_table(
        table,
        needed,
        START,
        title=title,
        filled=[label],
        once=once,
        most=150,
        instead=advice,
    )
    rows = _in_order(table, column, label)
    if by is not None:
        one_of(by, [*table.columns], "column")
        return at_a_glance(rows, column, what, by, turning_points, title)
    if turning_points is not None:
        raise ValueError("Turning points are drawn with by alone, as in by='form'.")
    pieces = pieces_of(rows, column)
    kinds = {*pieces["kind"]}
    return in_spans(
        pieces,
        periods_of(table),
        title=title or _headline(rows, pieces, column, what),
        subtitle=" ".join(said for said, drawn in KEY.items() if not kinds.isdisjoint(drawn)),
        caption=f"{source_note(rows)} {open_note(pieces, column)}".strip(),
        description=_describe(rows, column, label, pieces),
    )


def _in_order(table: pd.DataFrame, column: str, label: str) -> pd.DataFrame:
    """Sort by the first day that is known; undated rows come last, in their own order."""
    when = said_dates(table[column], table["date_words"]).fillna("no date given")
    again = table[label].duplicated(keep=False)
    # Marks of one label share a row of the chart, so that rows of one name are told apart: by their
    # date, and where that is the same by a number.
    names = table[label].where(~again, table[label] + ", " + when)
    number = names.groupby(names).cumcount() + 1
    names = names.where(number == 1, names + " (" + number.astype(str) + ")")
    return table.assign(
        label=names,
        when=when,
        said=[
            said if pd.isna(date) or EXACT.fullmatch(said) else dates.in_words(date)
            for said, date in zip(when, table[column], strict=True)
        ],
        colour=table["era"].map(era_colour),
        # "By early 2008" has no first day, and is put where its last day falls.
        known=table[f"{column}_earliest"].fillna(table[f"{column}_latest"]),
    ).sort_values("known", kind="stable", na_position="last", ignore_index=True)


def _headline(rows: pd.DataFrame, pieces: pd.DataFrame, column: str, what: str) -> str:
    """Say how far apart sources are where most rows are disputed, or else when the rows begin."""
    number = counted(len(rows), what, f"{what}s")
    disputed = pieces.loc[pieces["kind"].eq("other"), "label"].nunique()
    if 2 * disputed > len(rows):
        verb = "has" if disputed == 1 else "have"
        return f"{disputed} of {number} {verb} other dates in other sources{_apart(pieces, column)}"
    texts = rows[column]
    # Only this date names no year at all: it is said of something that it goes on, and no more.
    going_on, undated = int((texts == "../..").sum()), int(texts.isna().sum())
    begun = rows[rows[f"{column}_earliest"].notna()]
    ended = len(rows) - len(begun) - going_on - undated
    parts = [
        f"{ended} with a last date only" * bool(ended),
        f"{going_on} only said to go on" * bool(going_on),
        f"{undated} undated" * bool(undated),
    ]
    rest = join(part for part in parts if part)
    if begun.empty:
        return f"{number}: {rest}"
    verb = "begins" if len(begun) == 1 else "begin"
    return f"{len(begun)} of {number} {verb} {_when(begun, column)}{f'; {rest}' * bool(rest)}"


def _apart(pieces: pd.DataFrame, column: str) -> str:
    """Say how far the beginnings, or else the ends, of one thing lie apart in its sources at most."""
    apart = {"beginning": 0, "ending": 0}
    for _, own in pieces.groupby("label"):
        told = [dates.bounds(text)[:2] for text in own[column].dropna().unique()]
        for side, name in enumerate(apart):
            years = [day.year for day in (bounds[side] for bounds in told) if day is not None]
            apart[name] = max(apart[name], max(years, default=0) - min(years, default=0))
    most = max(apart, key=apart.__getitem__)
    return f", {most} up to {counted(apart[most], 'year', 'years')} apart" * bool(apart[most])


def _when(begun: pd.DataFrame, column: str) -> str:
    """Say from when to when rows begin, and when most of them do, if several do at one time."""
    texts, days = begun[column].str.partition("/")[0], begun[f"{column}_earliest"]
    words = begun["said"].mask(begun[column].str.contains("/"), texts.map(dates.in_words))
    said = [_short(own, day) for own, day in zip(words, days, strict=True)]
    if len({*said}) == 1:
        return _at(said[0])
    spans = texts.map(lambda text: dates.bounds(text)[:2])
    ends = pd.DataFrame([*spans], columns=["first", "last"])
    # Whatever begins in a month begins in its year too.
    count = {
        text: int((ends["first"].ge(first) & ends["last"].le(last)).sum())
        for text, (first, last) in zip(texts, spans, strict=True)
        if last is not None and text[0].isalnum()  # and not one of several dates
    }
    often = max(count, key=count.__getitem__, default="")
    span, most = f"from {said[0]} to {said[-1]}", count.get(often, 0)
    if most in (0, 1, len(begun)) or [*count.values()].count(most) > 1:
        return span
    return f"{span}, {most} {_at(dates.in_words(often))}"


def _short(said: str, day: pd.Timestamp) -> str:
    """Give words of a date if they are few, or else the year of its first day."""
    return said if len(said) <= LETTERS else str(day.year)


def _at(said: str) -> str:
    """Put the word before a date that English has there."""
    return f"on {said}" if said.split()[0].isdecimal() and " " in said else f"in {said}"


def _describe(rows: pd.DataFrame, column: str, label: str, pieces: pd.DataFrame) -> str:
    """List the rows with their dates, and then those without."""
    latest = pieces["written"].max()
    written = "" if pd.isna(latest) else f" as of {int(latest)}"
    names = rows["label"]
    dated = rows[column].notna()
    undated = names[~dated].tolist()
    ending = f" {counted(len(undated), 'has', 'have')} no date: {join(undated)}." * bool(undated)
    # Of two with one name, the date is in what they are called.
    told = zip(names[dated], rows.loc[dated, label], rows.loc[dated, "when"], strict=True)
    listed = "; ".join(
        name if name.startswith(f"{own}, {when}") else f"{name}, {when}" for name, own, when in told
    )
    listed = f" {listed}." if listed else ""
    return f"Timeline of {counted(len(rows), 'row', 'rows')}{written}.{listed}{ending}"
