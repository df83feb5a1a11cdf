"""Who held office, in strips above a chart of time, and thin lines where something turned."""

from typing import Any

import altair as alt
import pandas as pd

from track2lib.charts.grammar.aloud import aloud
from track2lib.charts.grammar.bands import Across
from track2lib.charts.grammar.packing import APART, Gap, Mark, beside, first_free, packed
from track2lib.charts.grammar.time_axis import along, down
from track2lib.charts.grammar.widths import pixels
from track2lib.charts.grammar.words import tooltips
from track2lib.page.lines import isolated
from track2lib.page.theme import INK, MUTED, NEUTRAL, PAPER

__all__ = ["named_turns", "strips", "turns"]

# Pixels: of type, of a line in a strip, between two names, and from strip to strip.
SIZE, LINE, BETWEEN, APART_FROM = 13, 15, 8, 2
# Pixels of time from which on it is drawn as time, and not as a line.
BROAD = 3
# Pixels of a dash and of the gap behind it, at both ends of such a time.
DASH = [3, 3]
# Pixels of a span that is cut by the edge of the page, below which it has no name.
SLIVER = 20


def strips(
    tracks: dict[str, list[dict[str, str]]], across: Across, margin: int
) -> tuple[list[alt.Chart], int]:
    """Draw spans with their names, a strip for each country, named at the left.

    Parameters
    ----------
    tracks : dict of str to list of dict
        By what a strip is called, its spans: ``name``, ``start``, ``end``, ``tint`` and ``colour``.
    across : Across
        Where days lie.
    margin : int
        Pixels at the left, where the names of the strips stand.

    Returns
    -------
    layers : list of altair.Chart
        The strips.
    height : int
        Pixels that they take from the top.
    """
    layers, top = list[alt.Chart](), 0
    for called, spans in tracks.items():
        names = _set(spans, across)
        foot = top + LINE * (1 + int(names["line"].max()))
        names["at"] = top + LINE * names["line"] + LINE // 2
        ground = alt.Chart(alt.Data(values=spans)).mark_rect(stroke=PAPER, strokeWidth=2)
        layers += [
            ground.encode(
                x=along("start", across),
                x2=alt.X2("end:T"),
                y=alt.YValue(top),
                y2=alt.Y2Value(foot),
                color=alt.Color("tint:N", scale=None),
                tooltip=alt.Tooltip("name:N"),
            ),
            _words(names, fontWeight="bold").encode(
                x=along("day", across),
                y=down("at"),
                text=alt.Text("name:N"),
                color=alt.Color("colour:N", scale=None),
            ),
            _words(pd.DataFrame({"name": [called]}), align="left", color=MUTED).encode(
                x=alt.XValue(-margin), y=alt.YValue(top + LINE // 2), text=alt.Text("name:N")
            ),
        ]
        top = foot + APART_FROM
    return layers, top


def _set(spans: list[dict[str, str]], across: Across) -> pd.DataFrame:
    """Set each name over the middle of its span, on the page, and in a line where it has room."""
    rows, taken = list[dict[str, Any]](), list[tuple[int, float, float]]()
    for span in spans:
        half = pixels(span["name"], SIZE, bold=True) / 2
        start, end = across.at(span["start"]), across.at(span["end"])
        at_edge = {span["start"], span["end"]} & {across.first, across.last}
        if at_edge and end - start < SLIVER:
            continue
        middle = (start + end) / 2
        there = max(min(middle, across.edges[1] - half), half)
        left, right = there - half - BETWEEN / 2, there + half + BETWEEN / 2
        line = first_free(left, right, taken, range(len(spans))) or 0
        taken.append((line, left, right))
        (name,) = isolated([span["name"]], alone=True)
        shift = round(there - across.at(span["start"]), 1)
        rows.append({**span, "name": name, "day": span["start"], "shift": shift, "line": line})
    return pd.DataFrame(rows)


def named_turns(events: pd.DataFrame, across: Across, top: int) -> tuple[pd.DataFrame, int]:
    """Give thin lines their names, set side by side in lines from so many pixels on.

    Parameters
    ----------
    events : pandas.DataFrame
        With ``label``, ``start`` and ``end``, and what a tooltip tells: ``title``, ``when``, ``cited``.
    across : Across
        Where days lie.
    top : int
        Pixels from the top to the names.

    Returns
    -------
    rows : pandas.DataFrame
        What `turns` draws.
    height : int
        Pixels that the names take.
    """
    if events.empty:
        return events, 0
    left, right = (events[side].map(across.at) for side in ("start", "end"))
    broad = right - left >= BROAD
    right = right.where(broad, left)
    wide = [pixels(label, SIZE) for label in events["label"]]
    marks = [Mark(a, b, (a, a), own) for a, b, own in zip(left, right, wide, strict=True)]
    places = packed(marks, across.width)
    line = pd.Series([place.row for place in places], events.index)
    behind = pd.Series([place.side == "behind" for place in places], events.index)
    rows = events.assign(
        broad=broad,
        at=top + LINE * line + LINE // 2,
        up=top + LINE * line,
        shift=(right - left + APART).where(behind, -APART).round(1),
        align=behind.map({True: "left", False: "right"}),
    )
    return rows, LINE * (1 + int(line.max()))


def turns(
    rows: pd.DataFrame, across: Across, foot: int, gaps: list[Gap]
) -> tuple[list[alt.Chart], list[alt.Chart]]:
    """Draw thin lines down to so many pixels, broken ones at both ends of a longer time, and names.

    Lines stop at what is written: at each of the `gaps`, from the left to the right and from the top
    to the foot.
    """
    if rows.empty:
        return [], []
    tips = tooltips({"title": "What", "when": "When", "cited": "Says who"})
    gaps = [*gaps, *_written(rows, across)]
    parts = pd.DataFrame(
        [
            (day, top, low, row.broad)
            for row in rows.itertuples()
            for day in ([row.start, row.end] if row.broad else [row.start])
            for top, low in beside(across.at(day), row.up, foot, gaps)
        ],
        columns=["start", "up", "low", "broken"],
    )
    lines = alt.Chart(parts).mark_rule(
        color=NEUTRAL,
        strokeWidth=1.5,
        strokeDash=alt.ExprRef(f"datum.broken ? {DASH} : []"),
    )
    lines = lines.encode(x=along("start", across), y=down("up"), y2=alt.Y2("low:Q"))
    names = _words(rows, align=alt.ExprRef("datum.align"), color=INK, fontStyle="italic").encode(
        x=along("start", across),
        y=down("at"),
        text=alt.Text("label:N"),
        tooltip=tips,
        description=aloud(tips),
    )
    return [lines], [names]


def _written(rows: pd.DataFrame, across: Across) -> list[Gap]:
    """Give the places of the names of turning points."""
    found = list[Gap]()
    for row in rows.itertuples():
        start, wide = across.at(row.start) + row.shift, pixels(row.label, SIZE)
        left = start - wide if row.align == "right" else start
        found.append((left, left + wide, row.up, row.up + LINE))
    return found


def _words(rows: pd.DataFrame, **look: Any) -> alt.Chart:
    """Write words in the middle of a line, moved by as many pixels as their row says."""
    if "shift" in rows:
        look |= {"dx": alt.ExprRef("datum.shift")}
    return alt.Chart(rows).mark_text(baseline="middle", fontSize=SIZE, **look)
