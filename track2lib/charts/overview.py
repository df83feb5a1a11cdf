"""All efforts at a glance: every one that has a place in time, by kind, under who held office."""

from typing import Any

import altair as alt
import pandas as pd

from track2lib.charts.grammar.bands import Across, short_name, spans_of
from track2lib.charts.grammar.lanes import laid_out, lane_marks
from track2lib.charts.grammar.periods import closed, named_periods, periods_of
from track2lib.charts.grammar.pieces import iso, open_note, pieces_of
from track2lib.charts.grammar.strips import named_turns, strips, turns
from track2lib.charts.grammar.table import check_table
from track2lib.charts.grammar.time_axis import along, reach
from track2lib.charts.grammar.words import counted, era_colour, join, said_dates, source_note
from track2lib.page.frame import finish, layered
from track2lib.page.lines import inserted
from track2lib.page.theme import GRID, MUTED
from track2lib.records.eras import in_eras
from track2lib.records.related import look_up, periods, refuse_lost
from track2lib.records.snapshot import open_records

__all__ = ["overview"]

START = 'load("dialogues")'
# Pixels: of the page, of the names of kinds, and of the tallest plot that leaves room for words.
PAGE, MARGIN, TALLEST = 868, 124, 500
# Letters of a name that is not shortened by its package, and turning points that can be told apart.
LETTERS, TURNS = 24, 8
# What has no kind stands below all that have one.
UNSAID = "kind not stated"
# What is not drawn is named in the caption if its names are no longer; in the description always.
NAMED = 160
ADVICE = "Choose some of them first, such as those of one kind or of some years, or draw up to 150 with timeline()."


def overview(
    dialogues: pd.DataFrame,
    turning_points: pd.DataFrame | None = None,
    *,
    title: str | None = None,
) -> alt.VConcatChart:
    """Draw all dialogues that have a place in time at a glance: by kind, each with its name.

    A full bar is time that a source vouches for, a pale one time in which a beginning, an end or
    the whole may lie; a triangle points to where an end is left open. Above stand the periods, and
    who governed elsewhere, if the package has a table ``governments``. Dialogues without a year are
    counted below the chart.

    Parameters
    ----------
    dialogues : pandas.DataFrame
        Rows of ``load("dialogues")``, as many as fit on one page: some sixty.
    turning_points : pandas.DataFrame, optional
        Rows of ``load("events")``, up to 8, to be drawn as thin lines down the page; by default
        none. Their choice is the reader's: ``load("events").query("turning_point")`` is ours.
    title : str, optional
        What is to be seen. By default a sentence on the periods in which most of them begin.

    Returns
    -------
    altair.VConcatChart
        The chart.

    Raises
    ------
    TypeError
        If it is given no table.
    ValueError
        If a table has no rows, none with a date, too many to be read on a page, a row that stands
        twice, lacks a column, or has lost the package that its periods are from.

    Examples
    --------
    >>> import track2lib as t2
    >>> chart = t2.overview(t2.load("dialogues", scope="founding"))
    >>> "UNA-USA and SIPRI dialogue, 2002 to 2008" in chart.description
    True
    """
    needed = ["dialogue_id", "name", "dates", "dates_earliest", "dates_latest", "date_words", "era"]
    both = ["dialogue_id", "name"]
    rows = _named(
        check_table(
            dialogues,
            [*needed, "cited"],
            START,
            title=title,
            filled=both,
            once=[*both, "cited"],
            most=150,
            what="dialogues",
            instead=ADVICE,
        )
    )
    refuse_lost(rows, "the periods")
    points, off = _turning(turning_points)
    pieces = pieces_of(rows, "dates")
    differ = pieces.loc[pieces["kind"].eq("other"), "name"].nunique()
    # What is only said to go on names no year: that of its source is not its own.
    own = pieces[["dates_earliest", "dates_latest"]].notna().any(axis=1)
    pieces = pieces[own & ~pieces["kind"].isin(["other", "none"])]
    if pieces.empty:
        raise ValueError("No dialogue has a date, so that there is no place in time to draw.")
    eras = periods_of(dialogues)
    chart = _drawn(pieces, eras, _governments(dialogues), points)
    apart = rows[~rows.index.isin(pieces.index)]
    notes = [
        source_note(rows),
        open_note(pieces, "dates"),
        _left_out(apart),
        f"{counted(off, 'turning point has', 'turning points have')} no date." * bool(off),
        f"Of {differ} another source gives other dates." * bool(differ),
    ]
    return finish(
        chart,
        title=title or _headline(rows, pieces, dialogues),
        subtitle="Full: vouched for. Pale: may lie there. Triangle: open."
        + " Gray: a turning point." * bool(len(points))
        + " More bars: more was written down.",
        caption=" ".join(note for note in notes if note),
        description=_describe(rows, pieces, apart, points),
        width=PAGE,
    )


def _named(rows: pd.DataFrame) -> pd.DataFrame:
    """Give each row its kind, a short name and its date in words."""
    given = rows["short_name"] if "short_name" in rows else pd.Series(pd.NA, rows.index)
    kinds = rows["form"] if "form" in rows else pd.Series(pd.NA, rows.index)
    return rows.assign(
        label=given.astype("string").fillna(rows["name"]).map(_cut),
        lane=kinds.astype("string").fillna(UNSAID),
        when=said_dates(rows["dates"], rows["date_words"]).fillna("no date given"),
        colour=rows["era"].map(era_colour),
    )


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
    given = known["short_name"] if "short_name" in known else pd.Series(pd.NA, known.index)
    found = known.assign(
        label=given.astype("string").fillna(known["title"]).map(_cut),
        when=said_dates(known["date"], known["date_words"]),
        start=known["date_earliest"].map(iso),
        end=known["date_latest"].map(lambda day: iso(day, after=1)),
    ).sort_values("start", kind="stable")
    return found[["label", "title", "when", "cited", "start", "end"]], len(events) - len(known)


def _governments(dialogues: pd.DataFrame) -> pd.DataFrame:
    """Give who governed elsewhere, in the package and the scope of the rows, if it says so."""
    name = "governments"
    records = open_records(dialogues.attrs.get("data"))
    scope = dialogues.attrs.get("scope", "all")
    if name not in records.names or (records.resource(name).get("beyond") and scope != "all"):
        return pd.DataFrame()
    return look_up(dialogues, name).rename(columns={"government_id": "era_id"})


def _drawn(
    pieces: pd.DataFrame, eras: pd.DataFrame, governments: pd.DataFrame, points: pd.DataFrame
) -> alt.LayerChart:
    """Draw everything in pixels from the top."""
    days = pd.concat([pieces["start"], pieces["end"], points["start"], points["end"]])
    width = PAGE - MARGIN
    across = Across(*reach(days), width, (0, width))
    seen = spans_of(eras, across) if len(eras) else []
    tracks = _tracks(eras, seen, governments, across)
    above, top = strips(tracks, across, MARGIN)
    turning, height = named_turns(points, across, top)
    own = pieces.assign(era=named_periods(pieces["era"], eras))
    order = own.groupby("lane")["name"].nunique().sort_values(ascending=False, kind="stable").index
    lanes = laid_out(
        own, sorted(order, key=lambda lane: lane == UNSAID), across, MARGIN, top + height + 4
    )
    if lanes.height > TALLEST:
        raise ValueError(
            f"These {own['name'].nunique()} dialogues would need {lanes.height} pixels, and a page has "
            f"room for {TALLEST}. {ADVICE}"
        )
    lines, names = turns(turning, across, lanes.height)
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


def _tracks(
    eras: pd.DataFrame, seen: list[dict[str, str]], governments: pd.DataFrame, across: Across
) -> dict[str, list[dict[str, str]]]:
    """Give the strips: the periods, and for each other country who governed it."""
    tracks = dict[str, list[dict[str, str]]]()
    if seen:
        said = {*eras["country"].dropna()} if "country" in eras else set()
        called = said.pop() if len(said) == 1 else "Periods"
        tracks[called] = [{**span, "name": short_name(span["name"])} for span in seen]
    if len(governments):
        for country, own in governments.groupby("country", sort=False):
            plain = {"tint": GRID, "colour": MUTED}
            tracks[str(country)] = [{**span, **plain} for span in spans_of(closed(own), across)]
    return {called: spans for called, spans in tracks.items() if spans}


def _headline(rows: pd.DataFrame, pieces: pd.DataFrame, dialogues: pd.DataFrame) -> str:
    """Say in which periods most of what is dated begins, as far as a source says when it does."""
    dated = rows.loc[pieces.index.unique()]
    begin = dated["dates"].str.partition("/")[0].mask(lambda text: text == "..")
    eras = periods(dialogues)
    if begin.notna().any() and len(eras):
        names = eras.set_index("era_id")["name"]
        count = pd.Series(in_eras(begin, eras)).value_counts()
        count = count[count.index.isin(names.index)]
        # Of periods in which few of them lie, a sentence would speak of nothing.
        count = count.head(2) if 2 * count.sum() >= len(dated) else count.head(0)
        if said := [f"{number} begin in {_within(names[key])}" for key, number in count.items()]:
            other = "".join(f", {one.replace(' begin', '')}" for one in said[1:])
            return f"{said[0].replace(' begin', f' of {counted(len(dated), "dated effort", "dated efforts")} begin')}{other}"
    years = [int(day[:4]) for day in pieces["start"]]
    span = f"from {min(years)} on" if min(years) < max(years) else f"in {min(years)}"
    return (
        f"Sources place {len(dated)} of {counted(len(rows), 'effort', 'efforts')} in time, {span}"
    )


def _within(name: str) -> str:
    """Write the name of a period as it stands within a sentence."""
    return f"the {name.removeprefix('The ')}" if name.startswith("The ") else name


def _left_out(apart: pd.DataFrame) -> str:
    """Count and name what has no place in time."""
    if apart.empty:
        return ""
    going = int(apart["dates"].notna().sum())
    which = f", {going} of them said to go on" * bool(going)
    names = join(apart["name"].map(inserted))
    named = f": {names}" if len(names) <= NAMED else ""
    number = counted(len(apart), "effort without a year is", "efforts without a year are")
    return f"{number} not drawn{which}{named}."


def _describe(
    rows: pd.DataFrame, pieces: pd.DataFrame, apart: pd.DataFrame, points: pd.DataFrame
) -> str:
    """List the efforts kind by kind with their dates, what is not drawn, and the turning points."""
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
        f"Overview of {counted(len(rows), 'effort', 'efforts')}, {len(dated)} of them in time, by kind. "
        f"{' '.join(told)} More in some years mean that more was written down, not that more happened."
    )
