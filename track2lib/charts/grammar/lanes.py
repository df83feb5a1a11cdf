"""Kinds of things one below the other, and in each its bars and points of time, packed into rows."""

from typing import Any, NamedTuple

import altair as alt
import pandas as pd

from track2lib.charts.grammar.bands import Across
from track2lib.charts.grammar.packing import APART, WITHIN, Gap, Mark, packed
from track2lib.charts.grammar.time_axis import along, down
from track2lib.charts.grammar.time_marks import ends_of, time_marks
from track2lib.charts.grammar.widths import fitted, pixels
from track2lib.charts.grammar.words import filled
from track2lib.page.lines import LINE, isolated
from track2lib.page.theme import GRID, INK, MUTED, PAPER

__all__ = ["SIZE", "Lanes", "gaps", "laid_out", "lane_marks"]

# Pixels: of type, from row to row, of a bar, and between lanes.
SIZE, ROW, BAR, BETWEEN = 13, 15, 12, 3
FIELDS = ["name", "when", "lane", "era", "cited", "colour", "kind", "start", "end", "at", "narrow"]
TIPS = {"name": "What", "when": "When", "lane": "Kind", "era": "Period", "cited": "Says who"}


class Lanes(NamedTuple):
    """What is drawn: the pieces and the names with their height, the lanes, and the pixels of all."""

    pieces: pd.DataFrame
    names: pd.DataFrame
    lanes: pd.DataFrame
    height: int


def laid_out(
    pieces: pd.DataFrame, order: list[str], across: Across, margin: int, top: int
) -> Lanes:
    """Give each thing its row within its lane, and its name a place beside it or in it.

    Parameters
    ----------
    pieces : pandas.DataFrame
        What `pieces_of` gives of things with a place in time, with a ``lane`` and a ``label``; the
        pieces of one thing have one label in the index.
    order : list of str
        The lanes from the top, those that have no pieces left out.
    across : Across
        Where days lie.
    margin, top : int
        Pixels that the names of the lanes have at the left, and those above the first lane.

    Returns
    -------
    Lanes
        All that `lane_marks` draws, in pixels from the top.
    """
    lanes, names, at = list[dict[str, Any]](), list[pd.DataFrame](), dict[Any, int]()
    for lane in order:
        own = pieces[pieces["lane"] == lane]
        placed = _placed(own, across)
        lines = fitted(f"{lane} ({len(placed)})", margin, SIZE, bold=True)
        rows = int(placed["row"].max()) + 1
        height = max(rows * ROW, len(lines) * LINE)
        # Fewer rows than the name has lines stand around its middle.
        start = top + (height - rows * ROW) // 2
        middle = placed["row"] * ROW + ROW // 2 + start
        at |= middle.to_dict()
        names.append(placed.assign(at=middle))
        words = "\n".join(isolated(lines, alone=True))
        lanes.append({"lane": words, "top": top, "foot": top + height + BETWEEN // 2})
        top += height + BETWEEN
    every = pd.concat(names)
    own = pieces.assign(at=pieces.index.map(at), narrow=pieces.index.map(every["narrow"]))
    return Lanes(own, every.drop(columns="narrow"), pd.DataFrame(lanes), top)


def gaps(drawn: Lanes, across: Across) -> list[Gap]:
    """Give the places of all names, at which nothing that runs down the page is to be seen."""
    found = list[Gap]()
    for name in drawn.names.itertuples():
        start = across.at(name.day) + name.shift
        wide = pixels(name.label, SIZE)
        left = start - wide if name.align == "right" else start
        found.append((left - 1, left + wide + 1, name.at - ROW / 2, name.at + ROW / 2))
    return found


def _placed(pieces: pd.DataFrame, across: Across) -> pd.DataFrame:
    """Give for each thing its row, and for its name the day, the side and the ink."""
    keys, parts = zip(*pieces.groupby(level=0, sort=False), strict=True)
    found = pd.DataFrame([_measured(own, across) for own in parts], index=[*keys])
    places = packed(found["mark"].tolist(), across.width)
    found["row"] = [place.row for place in places]
    for key, place in zip(found.index, places, strict=True):
        mark, start = found.at[key, "mark"], across.at(found.at[key, "first"])
        inside, before = place.side == "in", place.side == "before"
        aside = mark.left - APART if before else mark.right + APART
        found.loc[key, "shift"] = WITHIN if inside else round(aside - start, 1)
        found.loc[key, "day"] = found.at[key, "longest" if inside else "first"]
        found.loc[key, "align"] = "right" if before else "left"
        # Light letters stand on what is vouched for, dark ones on what is pale and beside.
        found.loc[key, "ink"] = PAPER if inside and found.at[key, "sure"] else INK
    return found[["row", "day", "shift", "align", "ink", "label", "narrow"]]


def _measured(parts: pd.DataFrame, across: Across) -> dict[str, Any]:
    """Give a thing in pixels: its mark, its first day, and the day of the piece that may hold a name."""
    bars = [
        (kind == "certain", across.at(start), across.at(end), start)
        for kind, start, end in zip(parts["kind"], parts["start"], parts["end"], strict=True)
        if isinstance(end, str)
    ]
    first = min(parts["start"])
    left, right, narrow = ends_of(parts, across)
    (label,) = isolated([parts["label"].iloc[0]], alone=True)
    wide = pixels(parts["label"].iloc[0], SIZE)
    # A name stands on one ground: on what is vouched for, if it has room there.
    sure, begin, end, longest = max(
        bars,
        key=lambda bar: (bar[0] and bar[2] - bar[1] >= wide + 2 * WITHIN, bar[2] - bar[1]),
        default=(False, left, left, first),
    )
    return {
        "mark": Mark(left, right, (begin, end), wide),
        "first": first,
        "longest": longest,
        "sure": sure,
        "label": label,
        "narrow": narrow,
    }


def lane_marks(drawn: Lanes, across: Across, margin: int) -> list[alt.Chart]:
    """Draw lanes: lines between them, their names, bars and points, and the name of each thing."""
    edges = alt.Chart(drawn.lanes.iloc[:-1]).mark_rule(color=GRID)
    heads = alt.Chart(drawn.lanes).mark_text(
        align="left",
        baseline="top",
        fontWeight="bold",
        fontSize=SIZE,
        color=MUTED,
        lineBreak="\n",
        lineHeight=LINE,
    )
    left = alt.XValue(-margin)
    return [
        edges.encode(x=left, x2=alt.X2Value(across.width), y=down("foot")),
        heads.encode(x=left, y=down("top"), text=alt.Text("lane:N")),
        *time_marks(_speaking(drawn.pieces), across, bar=BAR, tips=filled(TIPS, drawn.pieces)),
        _names(drawn.names, across),
    ]


def _speaking(pieces: pd.DataFrame) -> pd.DataFrame:
    """Give what is drawn of pieces; the first of a thing speaks for all of them."""
    return pieces[FIELDS].assign(speaks=~pieces.index.duplicated())


def _names(names: pd.DataFrame, across: Across) -> alt.Chart:
    """Write each name at its place."""
    words = alt.Chart(names).mark_text(
        baseline="middle",
        fontSize=SIZE,
        align=alt.ExprRef("datum.align"),
        dx=alt.ExprRef("datum.shift"),
        color=alt.ExprRef("datum.ink"),
    )
    return words.encode(x=along("day", across), y=down("at"), text=alt.Text("label:N"))
