"""All efforts at a glance: every one that has a place in time, by kind, under who held office."""

import altair as alt
import pandas as pd

from track2lib.charts.grammar.bands import Across, spans_of
from track2lib.charts.grammar.bearing import places_of_dates
from track2lib.charts.grammar.dates_as_said import said_dates
from track2lib.charts.grammar.glance_words import alone, describe, headline, left_out
from track2lib.charts.grammar.lanes import gaps, laid_out, lane_marks
from track2lib.charts.grammar.offices import tracks
from track2lib.charts.grammar.periods import named_periods, neutral_note, periods_of
from track2lib.charts.grammar.pieces import OTHERS, iso, open_note, pieces_of
from track2lib.charts.grammar.strips import named_turns, strips, turns
from track2lib.charts.grammar.table import check_table
from track2lib.charts.grammar.time_axis import along, reach
from track2lib.charts.grammar.words import counted, source_note
from track2lib.page.frame import finish, layered
from track2lib.records.related import refuse_lost

__all__ = ["at_a_glance"]

# Pixels: of the page, of the names of kinds, and of the tallest plot that leaves room for words.
PAGE, MARGIN, TALLEST = 868, 124, 500
# Letters of a name that is not shortened by its package, and turning points that can be told apart.
LETTERS, TURNS = 24, 8
# What has no kind stands below all that have one.
UNSAID = "not stated"
ADVICE = "Choose some of them first, such as those of one kind or of some years, or leave out by."


def at_a_glance(
    table: pd.DataFrame,
    column: str,
    what: str,
    by: str,
    turning_points: pd.DataFrame | None,
    title: str | None,
) -> alt.VConcatChart:
    """Draw all rows that have a place in time on one page, packed into rows within lanes.

    Parameters
    ----------
    table : pandas.DataFrame
        Rows that were checked, each with a ``label``, ``when`` it was, and a ``colour``.
    column, what : str
        Column of the dates, and what the rows are, as "dialogue".
    by : str
        Column of the lanes.
    turning_points : pandas.DataFrame or None
        Rows of events, drawn as thin lines down the page.
    title : str or None
        What is to be seen, if the caller has words of his own.

    Returns
    -------
    altair.VConcatChart
        The chart.

    Raises
    ------
    ValueError
        If no row has a date, the rows need more than a page, or they have lost their package.
    """
    refuse_lost(table, "the periods")
    rows = _named(table, by)
    points, off = _turning(turning_points)
    pieces = pieces_of(rows, column)
    differ = pieces.loc[pieces["kind"].eq("other"), "name"].nunique()
    # What is only said to go on names no year: that of its source is not its own.
    own = pieces[[f"{column}_earliest", f"{column}_latest"]].notna().any(axis=1)
    pieces = pieces[own & ~pieces["kind"].isin([*OTHERS, "none"])]
    if pieces.empty:
        raise ValueError(f"No {what} has a date, so that there is no place in time to draw.")
    apart, dated = rows[~rows.index.isin(pieces.index)], rows.loc[pieces.index.unique()]
    count = alone(dated)
    notes = [
        source_note(rows),
        open_note(pieces, column),
        left_out(apart, column, what),
        f"{counted(off, 'turning point has', 'turning points have')} no date." * bool(off),
        f"Of {differ} another source gives other dates." * bool(differ),
    ]
    years = [int(day[:4]) for day in pieces["start"]]
    said = headline(dated, count, years, len(rows), what)
    # What a title of the caller's own may not speak of has no numbers.
    heads = count.head(0) if title else count
    eras = periods_of(table)
    return finish(
        _drawn(pieces, table, points, eras, heads),
        title=title or said,
        subtitle=_key(dated, pieces, points, eras, f"{what}s" * bool(len(heads))),
        caption=" ".join(note for note in notes if note),
        description=describe(rows, pieces, apart, points, what),
        width=PAGE,
    )


def _named(table: pd.DataFrame, by: str) -> pd.DataFrame:
    """Give each row its lane, its whole name and a short one."""
    whole = table["label"].str.replace("\n", " ")
    return table.assign(
        name=whole,
        label=_short(table, whole),
        lane=table[by].astype("string").fillna(UNSAID),
    )


def _short(rows: pd.DataFrame, whole: pd.Series) -> pd.Series:
    """Give the short name that a package has for each row, or else its whole name, cut to its place."""
    given = rows["short_name"] if "short_name" in rows else pd.Series(pd.NA, rows.index)
    return given.astype("string").fillna(whole).map(_cut)


def _cut(name: str) -> str:
    """Cut a name that is too long for its place."""
    return name if len(name) <= LETTERS else f"{name[: LETTERS - 1].rstrip()}\u2026"


def _turning(events: pd.DataFrame | None) -> tuple[pd.DataFrame, int]:
    """Give turning points with a label and their first and last day, and how many have no date."""
    if events is None:
        return pd.DataFrame(columns=["label", "title", "when", "cited", "start", "end"]), 0
    needed = ["title", "date", "date_earliest", "date_latest", "date_words", "cited"]
    events = check_table(
        events,
        needed,
        'load("events").query("turning_point")',
        filled=["title"],
        most=TURNS,
        what="turning points",
        instead="Choose a few of them.",
    )
    known = events.dropna(subset=["date_earliest", "date_latest"])
    found = known.assign(
        label=_short(known, known["title"]),
        when=said_dates(known["date"], known["date_words"]),
        cited=places_of_dates(known, "date"),
        start=known["date_earliest"].map(iso),
        end=known["date_latest"].map(lambda day: iso(day, after=1)),
    ).sort_values("start", kind="stable")
    return found[["label", "title", "when", "cited", "start", "end"]], len(events) - len(known)


def _drawn(
    pieces: pd.DataFrame,
    table: pd.DataFrame,
    points: pd.DataFrame,
    eras: pd.DataFrame,
    count: pd.Series,
) -> alt.LayerChart:
    """Draw everything in pixels from the top."""
    days = pd.concat([pieces["start"], pieces["end"], points["start"], points["end"]])
    width = PAGE - MARGIN
    across = Across(*reach(days), width, (0, width))
    seen = spans_of(eras, across) if len(eras) else []
    above, top = strips(tracks(table, eras, seen, across, count), across, MARGIN)
    turning, height = named_turns(points, across, top)
    own = pieces.assign(era=named_periods(pieces["era"], eras))
    order = own.groupby("lane")["name"].nunique().sort_values(ascending=False, kind="stable").index
    lanes = laid_out(
        own, sorted(order, key=lambda lane: lane == UNSAID), across, MARGIN, top + height + 4
    )
    if lanes.height > TALLEST:
        raise ValueError(
            f"These {own.index.nunique()} rows would need {lanes.height} pixels, and a page has "
            f"room for {TALLEST}. {ADVICE}"
        )
    lines, names = turns(turning, across, lanes.height, gaps(lanes, across))
    ground = alt.Chart(alt.Data(values=seen)).mark_rect(opacity=0.5)
    ground = ground.encode(
        x=along("start", across), x2=alt.X2("end:T"), color=alt.Color("tint:N", scale=None)
    )
    return layered(
        *[ground] * bool(seen),
        *lines,
        *above,
        *names,
        *lane_marks(lanes, across, MARGIN),
        width=width,
        height=lanes.height,
    )


def _key(
    dated: pd.DataFrame, pieces: pd.DataFrame, points: pd.DataFrame, eras: pd.DataFrame, whats: str
) -> str:
    """Say how to read the marks that are drawn, and the numbers if something is counted."""
    neutral = neutral_note(dated, eras)
    kinds = {*pieces["kind"]}
    return (
        "Full: vouched for. " * ("certain" in kinds)
        + "Faint: may lie there."
        + " Triangle: open." * (not kinds.isdisjoint(("goes on", "not after")))
        + f" {neutral}" * bool(neutral)
        # A line of its own, if there is more than one line can hold.
        + "\nUpright line, or broken pair: a turning point." * bool(len(points))
        + f" Number: {whats} in that period alone." * bool(whats)
        + " More bars: more was written down."
    )
