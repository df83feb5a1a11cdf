"""All efforts at a glance: every one that has a place in time, by kind, under who held office."""

from typing import Any

import altair as alt
import pandas as pd

from track2lib.charts.grammar.bands import Across, spans_of
from track2lib.charts.grammar.lanes import gaps, laid_out, lane_marks
from track2lib.charts.grammar.offices import tracks
from track2lib.charts.grammar.periods import named_periods, periods_of
from track2lib.charts.grammar.pieces import OTHERS, iso, open_note, pieces_of
from track2lib.charts.grammar.strips import named_turns, strips, turns
from track2lib.charts.grammar.table import check_table
from track2lib.charts.grammar.time_axis import along, reach
from track2lib.charts.grammar.words import counted, join, said_dates, source_note
from track2lib.page.frame import finish, layered
from track2lib.page.lines import inserted
from track2lib.page.theme import NEUTRAL
from track2lib.records.related import periods, refuse_lost

__all__ = ["at_a_glance"]

# Pixels: of the page, of the names of kinds, and of the tallest plot that leaves room for words.
PAGE, MARGIN, TALLEST = 868, 124, 500
# Letters of a name that is not shortened by its package, and turning points that can be told apart.
LETTERS, TURNS = 24, 8
# What has no kind stands below all that have one.
UNSAID = "not stated"
# What is not drawn is named in the caption if its names are no longer; in the description always.
NAMED = 160
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
    apart = rows[~rows.index.isin(pieces.index)]
    notes = [
        source_note(rows),
        open_note(pieces, column),
        _left_out(apart, column, what),
        f"{counted(off, 'turning point has', 'turning points have')} no date." * bool(off),
        f"Of {differ} another source gives other dates." * bool(differ),
    ]
    return finish(
        _drawn(pieces, table, points),
        title=title or _headline(rows, pieces, what),
        subtitle=_key(rows, pieces, points),
        caption=" ".join(note for note in notes if note),
        description=_describe(rows, pieces, apart, points, what),
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
        start=known["date_earliest"].map(iso),
        end=known["date_latest"].map(lambda day: iso(day, after=1)),
    ).sort_values("start", kind="stable")
    return found[["label", "title", "when", "cited", "start", "end"]], len(events) - len(known)


def _drawn(pieces: pd.DataFrame, table: pd.DataFrame, points: pd.DataFrame) -> alt.LayerChart:
    """Draw everything in pixels from the top."""
    eras = periods_of(table)
    days = pd.concat([pieces["start"], pieces["end"], points["start"], points["end"]])
    width = PAGE - MARGIN
    across = Across(*reach(days), width, (0, width))
    seen = spans_of(eras, across) if len(eras) else []
    above, top = strips(tracks(table, eras, seen, across), across, MARGIN)
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


def _key(rows: pd.DataFrame, pieces: pd.DataFrame, points: pd.DataFrame) -> str:
    """Say how to read the marks that are drawn."""
    colours = {*rows.loc[pieces.index, "colour"]}
    kinds = {*pieces["kind"]}
    return (
        "Full: vouched for. " * ("certain" in kinds)
        + "Pale: may lie there."
        + " Triangle: open." * (not kinds.isdisjoint(("goes on", "not after")))
        # Where periods have colors, and the bars those of the periods in which they lie.
        + " Neutral bar: in several periods, or in none."
        * (NEUTRAL in colours and len(colours) > 1)
        # A line of its own, if there is more than one line can hold.
        + "\nUpright line or band: a turning point." * bool(len(points))
        + " More bars: more was written down."
    )


def _headline(rows: pd.DataFrame, pieces: pd.DataFrame, what: str) -> str:
    """Say in which periods most of what is dated lies from its beginning to its end."""
    dated = rows.loc[pieces.index.unique()]
    number = counted(len(dated), f"dated {what}", f"dated {what}s")
    eras = periods(rows)
    if len(eras):
        names = eras.set_index("era_id")["name"].map(_within)
        count = dated.loc[dated["era"].isin(names.index), "era"].value_counts()
        # Of periods in which few of them lie, a sentence would speak of nothing.
        if len(count) and 2 * count.iloc[:2].sum() >= len(dated):
            (key, most), *others = count.head(2).items()
            other = "".join(f", {few} in {names[one]}" for one, few in others)
            verb = "lies" if most == 1 else "lie"
            return f"{most} of {number} {verb} in {names[key]} alone{other}"
    years = [int(day[:4]) for day in pieces["start"]]
    span = f"from {min(years)} on" if min(years) < max(years) else f"in {min(years)}"
    return f"Sources place {len(dated)} of {counted(len(rows), what, f'{what}s')} in time, {span}"


def _within(name: str) -> str:
    """Write the name of a period as it stands within a sentence."""
    return f"the {name.removeprefix('The ')}" if name.startswith("The ") else name


def _left_out(apart: pd.DataFrame, column: str, what: str) -> str:
    """Count and name what has no place in time."""
    if apart.empty:
        return ""
    going = int(apart[column].notna().sum())
    which = f", {going} of them said to go on" * bool(going)
    names = join(apart["name"].map(inserted))
    named = f": {names}" if len(names) <= NAMED else ""
    number = counted(len(apart), f"{what} without a year is", f"{what}s without a year are")
    return f"{number} not drawn{which}{named}."


def _describe(
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
