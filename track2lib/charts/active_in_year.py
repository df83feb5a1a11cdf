"""What was going on in a given year, as far as the source says."""

import altair as alt
import pandas as pd

from track2lib.charts.grammar.columns import in_columns
from track2lib.charts.grammar.table import check_table
from track2lib.charts.grammar.words import listing, source_note, year_of_writing
from track2lib.records import dates

__all__ = ["active_in_year"]

START = 'load("dialogues")'
# Silence of a source stands between yes and no, and has a column of its own.
GOING_ON, UNKNOWN, NOT_THEN = VERDICTS = ["going on", "source does not say", "not then"]


def active_in_year(
    dialogues: pd.DataFrame, *, year: int = 2004, title: str | None = None
) -> alt.VConcatChart:
    """Draw which dialogues were going on in a year, with a slider for the year.

    Parameters
    ----------
    dialogues : pandas.DataFrame
        Rows of ``load("dialogues")``.
    year : int, default 2004
        Year at which the slider stands first.
    title : str, optional
        What is to be seen. By default a sentence about the year in which most were going on.

    Returns
    -------
    altair.VConcatChart
        The chart, with a slider.

    Raises
    ------
    TypeError
        If it is given no table.
    ValueError
        If the table has no rows, too many to be read, no dated rows or lacks a column, or if the year is out of range.

    Examples
    --------
    >>> import track2lib as t2
    >>> chart = t2.active_in_year(t2.load("dialogues", scope="founding"), year=2008)
    >>> "In 2008" in chart.description
    True
    """
    needed = ["name", "dates", "dates_earliest", "cited"]
    advice = "Choose some of them first, or draw them with timeline()."
    check_table(dialogues, needed, START, most=40, what="dialogues", instead=advice)
    # Of years after its latest source was written, a table says nothing.
    last = year_of_writing(dialogues)
    # The slider reaches back to 1997 at least, so that years without a dialogue are seen.
    first = min(1997, *dialogues["dates_earliest"].dropna().dt.year, last)
    if not first <= year <= last:
        raise ValueError(
            f"The year {year} is out of range: the table reaches from {first} to {last}."
        )
    # In order of time, so that what was going on together stands together; undated ones come last.
    ordered = dialogues.sort_values("dates_earliest", kind="stable")
    rows = pd.DataFrame(
        {"subject": row.name, "setting": y, **_verdict(row.dates, y, last), "cited": row.cited}
        for y in range(first, last + 1)
        for row in ordered[["name", "dates", "cited"]].itertuples(index=False)
    )
    own = rows[rows["setting"] == year]
    return in_columns(
        rows,
        column="verdict",
        order=VERDICTS,
        row="subject",
        step=105,
        note="reason",
        aside=190,
        ring=f"datum.verdict == '{UNKNOWN}'",
        choose="Year: ",
        value=year,
        tooltip={"subject": "Dialogue", "setting": "Year"},
        title=title or _headline(rows),
        subtitle="Move the year below the chart. Broken ring: the source does not say.",
        caption=f"{source_note(dialogues)} As of {last}. A year counts as a whole: 'going on' means at some time in it.",
        description=f"Dialogues by year, with a slider from {first} to {last}. In {year}, {listing(own['subject'], own['verdict'], VERDICTS)}.",
    )


def _verdict(text: str | None, year: int, last: int) -> dict[str, str]:
    """Say for one dialogue and one year what the source allows to say, and why."""
    if text is None or pd.isna(text):
        return {"verdict": UNKNOWN, "reason": "no date given"}
    earliest, latest, ongoing = dates.bounds(text)
    # What is open, at its end or by its only bound, is open as of the year of writing.
    until = last if ongoing or latest is None else latest.year
    if earliest is None:
        # "Going on", with no beginning, was true when it was written and may be young.
        verdict = GOING_ON if ongoing and year == last else UNKNOWN
    elif not earliest.year <= year <= until:
        verdict = NOT_THEN
    else:
        began, ended = _surely(text, earliest.year, until)
        verdict = GOING_ON if began <= year <= ended else UNKNOWN
    return {"verdict": verdict, "reason": dates.in_words(text)}


def _surely(text: str, earliest: int, until: int) -> tuple[int, int]:
    """Give the first and last year in which something went on, whenever it began and ended."""
    begin, slash, end = text.partition("/")
    if slash:
        began = dates.bounds(begin)[1]
        ended = None if end == ".." else dates.bounds(end)[0]
        return (began.year if began else until), (ended.year if ended else until)
    # A winter, a decade or one year of several may be any of its years. All from one year to another
    # are meant by some sets; what is known by its beginning alone is taken to be open.
    whole = text.endswith("..]") or (text.startswith("{") and "," not in text)
    return (earliest, until) if whole or earliest == until else (until, earliest)


def _headline(rows: pd.DataFrame) -> str:
    count = rows["subject"].nunique()
    # In the year that has most of them: how many were going on, and of how many nothing is said.
    by_year = pd.crosstab(rows["setting"], rows["verdict"])
    most = by_year.reindex(columns=VERDICTS, fill_value=0).max()
    if not most[GOING_ON]:
        return f"The source places none of {count} dialogues in a year"
    return (
        f"In no year does the source place more than {most[GOING_ON]} of {count} dialogues; "
        f"for up to {most[UNKNOWN]} it does not say"
    )
