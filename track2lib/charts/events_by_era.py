"""What happened in which period? By the date, not by the chapter that tells it."""

import altair as alt
import pandas as pd

from track2lib.charts.grammar.cells import check_words
from track2lib.charts.grammar.columns import in_columns
from track2lib.charts.grammar.dates_as_said import said_dates
from track2lib.charts.grammar.era_titles import (
    AFTER,
    BETWEEN,
    BOTH,
    ELSEWHERE,
    LATEST,
    NONE,
    PARTLY,
    SEVERAL,
    UNDATED,
    by_date,
    by_section,
    named,
    within_one,
)
from track2lib.charts.grammar.keys import Key
from track2lib.charts.grammar.periods import periods_of, shared_note
from track2lib.charts.grammar.table import check_table
from track2lib.charts.grammar.words import counted, era_colour, join, source_note
from track2lib.records.disputes import differ
from track2lib.records.eras import OUTSIDE, period_of
from track2lib.records.related import refuse_lost, sources_of, told_apart

__all__ = ["events_by_era"]

START = 'load("events")'
DATES = ["date", "date_words", "date_earliest", "date_latest"]
NO_PERIOD = (BOTH, SEVERAL, BETWEEN, AFTER, NONE)
PERHAPS = r" at the (?:latest|earliest)$|, perhaps earlier or later$"
# What is said of a column without an event, of a period and of what is none.
HERE = {"dated": "none has a year here", "told": "none is told here"}
OTHERS = {"dated": "by section only", "told": "by date only"}
# What stands before the name of a period at the head of its column.
HEADS = {"dated": "Dated in", "told": "Section on"}
# The two settings of the control, and what the columns go by: when it happened, and where the
# document tells of it.
BY = {"the date": "dated", "the section that tells it": "told"}
# Shapes of the sections in their order, beside the colours, for eyes that see these alike.
SHAPES = ["circle", "square", "triangle-up", "cross", "triangle-down", "triangle-right"]
OTHER, LATER = "diamond", "triangle-left"
# How the words of a date end that reaches into one period and out of it.
OUT = {
    " and before": ", begins before the period",
    " and after": ", ends after the period",
    " and before and after": ", begins before the period and ends after it",
    ", perhaps earlier": ", may have begun before the period",
}


def events_by_era(events: pd.DataFrame, *, title: str | None = None) -> alt.VConcatChart:
    """Draw the periods side by side, each event in the column of its date.

    The colour of a point is the section of the document in which the event is told, so that a point
    in the other column's colour is an event told of one period that happened in the next. Where no
    source tells by periods, there are columns by date alone.

    Parameters
    ----------
    events : pandas.DataFrame
        Rows of ``load("events")``.
    title : str, optional
        What is to be seen. By default a sentence that counts the events told of one period that
        happened in another, or those whose date falls in one period.

    Returns
    -------
    altair.VConcatChart
        The chart, with a list to choose what the columns go by where there is a choice.

    Raises
    ------
    TypeError
        If it is given no table.
    ValueError
        If the table has no rows, too many to be read, none since the first period, one without a
        title or that has lost its package, or lacks a column, or the package has no periods.

    Examples
    --------
    >>> import track2lib as t2
    >>> chart = t2.events_by_era(t2.load("events", scope="founding"))
    >>> "Disputed presidential election" in chart.description
    True
    """
    needed = ["title", *DATES, "era", "told_in", "cited"]
    advice = "Choose some of them first, or draw up to 150 with timeline()."
    events = check_table(
        events,
        needed,
        START,
        title=title,
        filled=["title"],
        most=60,
        what="events",
        instead=advice,
    )
    refuse_lost(events, "the periods in its table 'eras'")
    check_table(events, [], START, once=["event_id", "title"])
    eras = periods_of(events)
    if eras.empty:
        raise ValueError(
            "The package has no periods to sort by. Fill its table of eras, or draw the events with "
            "timeline()."
        )
    if events["era"].eq("before").fillna(False).all():
        raise ValueError(
            "Every event is dated before the first period, so that there is nothing to draw. "
            "Draw them with timeline()."
        )
    # Of no period that is known, a date would seem to be none.
    said = events["era"].map(period_of, na_action="ignore")
    check_words(said[said.notna() | events["date"].notna()], [*eras["era_id"], *OUTSIDE], START)
    eras = eras.set_index("era_id", drop=False)
    names = told_apart(eras["name"], eras).to_dict()
    several = BOTH if len(names) == 2 else SEVERAL
    outside = {"between": BETWEEN, "after": AFTER, "outside": NONE}
    rows = _rows(events, names | dict.fromkeys(["either", "both", "several"], several) | outside)
    sections = bool(rows["told"].ne(ELSEWHERE).any())
    if not sections:  # there is one way to set them out, and no shape says anything
        rows = rows[rows["setting"] == next(iter(BY))]
    # What fits both stands between them; what cannot be placed comes last.
    first, *later = names.values()
    order = (first, several, BETWEEN, *later, AFTER, NONE, PARTLY, LATEST, UNDATED, ELSEWHERE)
    columns = [c for c in order if c in set(rows["column"])]
    # Only an event that is placed by both its date and its section can be told out of its time.
    dated = rows[rows["setting"] == next(iter(BY))]
    placed = dated["told"].isin(names.values()) & dated["column"].isin(names.values())
    crossed = dated[placed & (dated["told"] != dated["column"])]
    own = by_date(dated, [*names.values()]) if sections else within_one(dated, [*names.values()])
    titles = (
        dict(zip(BY, (own, by_section(dated["told"], columns)), strict=True)) if sections else None
    )
    return in_columns(
        rows.drop(columns="out"),
        column="column",
        order=columns,
        step=250,
        name="title",
        bold=False,
        note="when",
        choose="Columns by: " * sections,
        tooltip={"title": "What", "dated": "When", "column": "Column"}
        | ({"told_in": "Told in"} if sections else {}),
        title=title or own,
        titles=None if title else titles,
        subtitle="Columns go by the date, or by the section that tells it: choose in the list."
        if sections
        else "Each event stands in the column of its date.",
        tally=True,
        headed={(s, n): f"{HEADS[BY[s]]} {named(n)}" for s in BY for n in names.values()},
        key=_key(rows, names) if sections else None,
        empty=_empty(rows, columns, {*names.values()}),
        caption=f"{source_note(events)} {_note(eras)} {_before(events)}".strip(),
        description=_describe(rows, columns, crossed),
    )


def _rows(events: pd.DataFrame, columns: dict[str, str]) -> pd.DataFrame:
    """Put each event into its column by date, and again by section, in order of time."""
    out = pd.Series(events["era"].fillna("").map(_out), dtype="string")
    ids = {name: era_id for era_id, name in columns.items() if name not in NO_PERIOD}
    rows = events[events["era"] != "before"].assign(
        told=events["told_in"].where(events["told_in"].isin(ids), ELSEWHERE),
        when=said_dates(events["date"], events["date_words"])
        + out.fillna("")
        + differ(events, "date").map({True: "; sources differ", False: ""}),
        out=out.notna(),
        # "By early 2008" has no first day, and is put where its last day falls.
        known=events["date_earliest"].fillna(events["date_latest"]),
        # What may lie outside of a period is not placed in it, nor by a latest date alone.
        dated=events["era"]
        .map(period_of, na_action="ignore")
        .map(columns)
        .mask(events["era"].str.contains(PERHAPS, na=False), PARTLY)
        .mask(events["era"].str.endswith("at the latest") & events["date_earliest"].isna(), LATEST)
        .fillna(UNDATED),
    )
    rows = rows.sort_values("known", kind="stable")
    rows = pd.concat(rows.assign(setting=name, column=rows[field]) for name, field in BY.items())
    # Who points at a mark would read "null" of what is missing.
    rows["dated"] = rows["when"].fillna("not stated")
    shown = ["title", "when", "dated", "told", "told_in", "setting", "column", "cited"]
    return rows[[*shown, "out"]]


def _out(era: str) -> str | None:
    """Say how a date that reaches into one period reaches out of it; None where it does not."""
    return OUT.get(era.removeprefix(period_of(era)))


def _key(rows: pd.DataFrame, names: dict[str, str]) -> Key:
    """Give shape and colour of each section that has a mark or a column; the last ones share a shape."""
    shown = {*rows["told"], *rows["column"]}
    marks = {
        name: (SHAPES[n] if n < len(SHAPES) else LATER, era_colour(era_id))
        for n, (era_id, name) in enumerate(names.items())
    }
    marks[ELSEWHERE] = OTHER, era_colour("")
    marks = {name: mark for name, mark in marks.items() if name in shown}
    # A column of the same name goes by something else.
    said = {name: f"the section on {named(name)}" for name in marks} | {ELSEWHERE: "none of these"}
    return Key("told", "Color and form: told in", marks, said)


def _empty(rows: pd.DataFrame, columns: list[str], periods: set[str]) -> dict[tuple[str, str], str]:
    """Say of each column that has no event in a setting that it has none, and why."""
    return {
        (setting, column): (HERE if column in periods else OTHERS)[BY[setting]]
        for setting, own in rows.groupby("setting", sort=False)
        for column in columns
        if column not in {*own["column"]}
    }


def _note(eras: pd.DataFrame) -> str:
    """Say what the table of the periods gives, and what lies in two of them."""
    ends = eras["dates"].str.split("/").explode()
    whole = ends[ends != ".."].str.fullmatch(r"\d{4}").all()
    names = join(sorted({source.label for source in sources_of(eras).values()}))
    given = f"Periods are given in years, without days ({names})." if whole else ""
    return f"{given} {shared_note(eras)}".strip()


def _before(events: pd.DataFrame) -> str:
    """Count what no column can hold."""
    count = int((events["era"] == "before").sum())
    told = counted(count, "event is", "events are")
    return f"{told} dated before the first period, and not drawn." if count else ""


def _describe(rows: pd.DataFrame, columns: list[str], crossed: pd.DataFrame) -> str:
    parts = []
    for setting, own in rows.groupby("setting", sort=False):
        start = f"By {setting}, " * (rows["setting"].nunique() > 1)
        dated = setting == next(iter(BY))
        said = own["title"] + (" (" + own["when"] + ")").fillna("") if dated else own["title"]
        shown = [c for c in columns if (c != ELSEWHERE if dated else c in set(own["column"]))]
        listed = [f"{c}: {join(said[own['column'] == c]) or 'none'}" for c in shown]
        parts.append(f"{start}{'. '.join(listed)}")
    if len(crossed):
        titles = join(crossed["title"])
        parts.append(f"Told of one period and dated in another: {titles}")
    return f"Events by period. {'. '.join(parts)}."
