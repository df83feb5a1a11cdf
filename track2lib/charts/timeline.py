"""When was it, as far as the source says? A timeline that shows what is not known."""

import re

import altair as alt
import pandas as pd

from track2lib.charts.grammar.apart import differ, far_first, farthest, headline
from track2lib.charts.grammar.at_a_glance import at_a_glance
from track2lib.charts.grammar.dates_as_said import said_dates
from track2lib.charts.grammar.periods import neutral_note, periods_of
from track2lib.charts.grammar.pieces import KEYS, OTHERS, in_time_order, open_note, pieces_of
from track2lib.charts.grammar.spans import PAGE, in_spans
from track2lib.charts.grammar.table import check_table, check_type
from track2lib.charts.grammar.words import (
    counted,
    era_colour,
    join,
    source_note,
)
from track2lib.page.lines import wrap
from track2lib.records import dates
from track2lib.records.asked import one_of

__all__ = ["timeline"]

# Words of a source that say a date and no more, as "early 2010"; what else they say is in a tooltip.
EXACT = re.compile(r"([^\W\d]+ ){1,2}\d{4}")
# Letters of a date that a title has room for.
LETTERS = 22
# Pixels of the type of a key.
SUBTITLE = 14
# How to read marks, and kinds of pieces that are drawn with them.
KEY = {
    "Full: vouched for.": {"certain"},
    "Faint: beginning, end or the whole may lie in it.": {"possible"},
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
        if they have no date; dated rows are put in order of time, but the one first on which sources
        are farthest apart, where they differ on most.
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
    pieces, eras = pieces_of(rows, column), periods_of(table)
    kinds = {*pieces["kind"]}
    said = _headline(rows, column, what)
    if count := differ(pieces, len(rows)):
        far = farthest(pieces, rows.set_index("label")[column].to_dict(), column)
        pieces, said = far_first(pieces, far), headline(count, len(rows), what, far)
    forms = [form for form, drawn in KEY.items() if not kinds.isdisjoint(drawn)]
    bars = rows.loc[pieces.index[~pieces["kind"].isin([*OTHERS, "none"])].unique()]
    return in_spans(
        pieces,
        eras,
        title=title or said,
        subtitle=_key([*forms, neutral_note(bars, eras)]),
        caption=f"{source_note(rows)} {open_note(pieces, column)}".strip(),
        description=_describe(rows, column, label, pieces),
    )


def _key(said: list[str]) -> str:
    """Put a key that needs more than a line in two, each of whole sentences, of about one length."""
    said = [own for own in said if own]
    whole = " ".join(said)
    if len(wrap(whole, PAGE, SUBTITLE)) <= 1:
        return whole
    cuts = [(" ".join(said[:n]), " ".join(said[n:])) for n in range(1, len(said))]
    return "\n".join(min(cuts, key=lambda cut: max(map(len, cut)), default=(whole,)))


def _in_order(table: pd.DataFrame, column: str, label: str) -> pd.DataFrame:
    """Sort by time, and say when each row was, in a title and beside its bar."""
    when = said_dates(table[column], table["date_words"]).fillna("no date given")
    again = table[label].duplicated(keep=False)
    # Marks of one label share a row of the chart, so that rows of one name are told apart: by their
    # date, and where that is the same by a number.
    names = table[label].where(~again, table[label] + ", " + when)
    number = names.groupby(names).cumcount() + 1
    names = names.where(number == 1, names + " (" + number.astype(str) + ")")
    drawn = [
        said if pd.isna(date) else dates.in_words(date)
        for said, date in zip(when, table[column], strict=True)
    ]
    said = [own if EXACT.fullmatch(own) else date for own, date in zip(when, drawn, strict=True)]
    rows = table.assign(
        label=names,
        when=when,
        said=said,
        # "Early 2010" is a bar of the whole year.
        beside=[
            f"{own} (drawn as {date})" if own.casefold() != date.casefold() else own
            for own, date in zip(said, drawn, strict=True)
        ],
        colour=table["era"].map(era_colour),
    )
    return in_time_order(rows, column).reset_index(drop=True)


def _headline(rows: pd.DataFrame, column: str, what: str) -> str:
    """Say when the rows begin."""
    number = counted(len(rows), what, f"{what}s")
    texts = rows[column]
    # Only this date names no year at all: it is said of something that it goes on, and no more.
    going_on, undated = int((texts == "../..").sum()), int(texts.isna().sum())
    begun = rows[texts.notna() & rows[f"{column}_earliest"].notna()]
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


def _when(begun: pd.DataFrame, column: str) -> str:
    """Say from when to when rows begin."""
    texts, days = begun[column].str.partition("/")[0], begun[f"{column}_earliest"]
    words = begun["said"].mask(begun[column].str.contains("/"), texts.map(dates.in_words))
    said = [_short(own, day) for own, day in zip(words, days, strict=True)]
    if len({*said}) == 1:
        return _at(said[0])
    return f"from {said[0]} to {said[-1]}"


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
