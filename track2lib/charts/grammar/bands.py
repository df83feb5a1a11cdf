"""The bands of the periods behind a chart of years, each with its name above."""

from typing import Any

import altair as alt
import pandas as pd

from track2lib.charts.grammar.packing import first_free
from track2lib.charts.grammar.pieces import iso
from track2lib.charts.grammar.words import era_colour
from track2lib.page.lines import letters
from track2lib.page.theme import ERA_TINTS, GRID, NEUTRAL, STRIPE

__all__ = ["Across", "bands", "short_name", "spans_of"]

TINTS = (GRID, STRIPE)
# Opacity of these, and of the color of a period.
VEIL = (0.6, 0.08)
# Pixels: of a bold letter in a whole name and in a short one, between two names in a line, and from line to line.
LARGE, SMALL, APART, UP = 7.1, 7.1, 8, 15
# Letters to which names are cut, one after the other, until they stand in so many lines; before that,
# what all of them have in common is left out.
LENGTHS, LINES = (400, 40, 30, 22, 16, 12), 3


class Across:
    """Where days lie on a page: the first and last of the plot, its width, and the edges of the page."""

    def __init__(self, first: str, last: str, width: int, edges: tuple[int, int]) -> None:
        self.first, self.last, self.width, self.edges = first, last, width, edges

    def at(self, day: str) -> float:
        """Give the pixels from the left of the plot to a day."""
        start, end, own = map(pd.Timestamp, (self.first, self.last, day))
        return self.width * ((own - start) / (end - start))

    def holds(self, left: float, right: float) -> bool:
        """Tell whether what lies between these pixels is on the page."""
        return self.edges[0] <= left and right <= self.edges[1]


def bands(eras: pd.DataFrame, across: Across) -> list[alt.Chart]:
    """Draw the periods behind the rows, each with its name; there may be none."""
    spans = spans_of(eras, across) if len(eras) else []
    if not spans:
        return []
    # Transparent, so that the year that belongs to both shows as both.
    veil = alt.ExprRef(f"datum.tint == datum.ground ? {VEIL[0]} : {VEIL[1]}")
    grounds = [{**span, "ground": _ground(span)} for span in spans]
    drawn = alt.Chart(alt.Data(values=grounds)).mark_rect(opacity=veil)
    drawn = drawn.encode(
        x=alt.X("start:T"),
        x2=alt.X2("end:T"),
        color=alt.Color("ground:N", scale=None),
        tooltip=alt.Tooltip("name:N"),
    )
    return [drawn, *(_at_the_turn(spans, across) or _above_each_other(spans, across))]


def _ground(span: dict[str, str]) -> str:
    """Give the color of a period, if it has one, of which a veil is seen from afar."""
    return span["tint"] if span["colour"] == NEUTRAL else span["colour"]


def spans_of(eras: pd.DataFrame, across: Across) -> list[dict[str, str]]:
    """Cut the periods to what the chart shows; in the year of a change they overlap."""
    first, last = across.first, across.last
    spans = [
        {
            "name": era.name,
            "start": first if pd.isna(era.dates_earliest) else max(iso(era.dates_earliest), first),
            "end": last if pd.isna(era.dates_latest) else min(iso(era.dates_latest, after=1), last),
            # Periods that have no colour of their own are told apart by turns.
            "tint": ERA_TINTS.get(era.era_id, TINTS[n % 2]),
            "colour": era_colour(era.era_id),
        }
        for n, era in enumerate(eras.itertuples(index=False))
    ]
    return [span for span in spans if span["start"] < span["end"]]


def _at_the_turn(spans: list[dict[str, str]], across: Across) -> list[alt.Chart]:
    """Write the names of one or two periods, if there is room for them in one line.

    The earlier name ends where its band does, or where the later period begins, so that narrow bands
    keep them apart; a name alone stands as the later one.
    """
    if len(spans) > 2:
        return []
    *earlier, later = spans
    turns = [min(span["end"], later["start"]) for span in earlier]
    sizes = [8 + LARGE * letters(span["name"]) for span in spans]
    left = min([across.at(turn) - sizes[0] for turn in turns] or [0])
    if not across.holds(left, across.at(later["start"]) + sizes[-1]):
        return []
    sides: list[dict[str, Any]] = [{"align": "right", "dx": -8}, {"align": "left", "dx": 8}]
    return [
        _name({**span, "at": at}, "name:N", dy=-6, fontSize=13, **side)
        for span, at, side in zip(
            spans, [*turns, later["start"]], sides[2 - len(spans) :], strict=True
        )
    ]


def _above_each_other(spans: list[dict[str, str]], across: Across) -> list[alt.Chart]:
    """Write short names over the middle of their bands, in as many lines as keep them apart."""
    middles = [_with_middle(span) for span in spans]
    whole = [own["short"] for own in middles]
    bare = _without_common(whole)
    tries = [whole, *([_cut(name, most) for name in bare] for most in LENGTHS)]
    names = lines = None
    for names in tries:
        lines = _lines(names, [across.at(own["at"]) for own in middles], across)
        if max(line for line, _ in lines) < LINES:
            break
    return [
        _name(
            {**own, "short": name},
            "short:N",
            dy=-6 - UP * line,
            fontSize=13,
            **({"dx": aside} if aside else {}),
        )
        for own, name, (line, aside) in zip(middles, names or [], lines or [], strict=True)
    ]


def _without_common(names: list[str]) -> list[str]:
    """Leave out the words with which all names begin, and those with which all end.

    Examples
    --------
    >>> _without_common(["The first cabinet of unity", "The second cabinet of unity"])
    ['first', 'second']
    """
    words = [name.split() for name in names]
    least = min(map(len, words)) - 1
    begin, end = 0, 0
    while begin < least and len({own[begin] for own in words}) == 1:
        begin += 1
    while end < least - begin and len({own[-1 - end] for own in words}) == 1:
        end += 1
    return [" ".join(own[begin : len(own) - end]) for own in words]


def _cut(name: str, most: int) -> str:
    """Cut a name to so many letters, in its middle; the tooltip of its band has it whole."""
    if len(name) <= most:
        return name
    half = (most - 1) // 2
    return f"{name[: most - 1 - half].rstrip()}\u2026{name[-half:].lstrip()}"


def _lines(names: list[str], middles: list[float], across: Across) -> list[tuple[int, int]]:
    """Give each name the line in which nothing else is in its way, and how far it is moved."""
    found, taken = list[tuple[int, int]](), list[tuple[int, float, float]]()
    for name, middle in zip(names, middles, strict=True):
        half = SMALL * letters(name) / 2
        # On the page, if the page is wide enough for it.
        there = max(min(middle, across.edges[1] - half), across.edges[0] + half)
        left, right = there - half - APART / 2, there + half + APART / 2
        line = first_free(left, right, taken, range(len(names))) or 0
        taken.append((line, left, right))
        found.append((line, round(there - middle)))
    return found


def _with_middle(span: dict[str, str]) -> dict[str, str]:
    """Add the middle of a span, and its name without what many such names have in common."""
    start, end = (pd.Timestamp(span[side]) for side in ("start", "end"))
    return {**span, "at": iso(start + (end - start) / 2), "short": short_name(span["name"])}


def short_name(name: str) -> str:
    """Leave out of a name what many such names have in common.

    Examples
    --------
    >>> short_name("The interim years"), short_name("The first cabinet")
    ('interim', 'The first cabinet')
    """
    if name.startswith("The ") and name.endswith(" years"):
        return name.removeprefix("The ").removesuffix(" years")
    return name


def _name(span: dict[str, str], field: str, **mark: Any) -> alt.Chart:
    """Write the name of a span above the rows."""
    text = alt.Chart(alt.Data(values=[span]))
    return text.mark_text(baseline="bottom", fontWeight="bold", **mark).encode(
        x=alt.X("at:T"),
        y=alt.YValue(0),
        text=alt.Text(field),
        color=alt.Color("colour:N", scale=None),
    )
