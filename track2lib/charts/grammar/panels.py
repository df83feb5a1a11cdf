"""Small multiples: a panel for each group, with the same years and the same kinds in each."""

from typing import Any, NamedTuple

import pandas as pd

from track2lib.charts.grammar.bands import Across
from track2lib.charts.grammar.panel_rows import packed_panel, rows_needed, with_places
from track2lib.charts.grammar.time_axis import reach
from track2lib.charts.grammar.widths import fitted, pixels
from track2lib.page.lines import LINE, isolated

__all__ = ["PAGE", "SIZE", "Panels", "laid_out"]

# Pixels: of the page, of the names of kinds at most, between panels side by side and below each other, and of the
# number of what has no year; of the tallest plot that leaves room for words around it.
PAGE, MARGIN, GAP, UNDER, NUMBER, TALLEST = 800, 114, 22, 12, 34, 470
# Pixels of type, between kinds, of the names of years, and from the name of a kind to its first panel.
SIZE, BETWEEN, AXIS, PADDING = 13, 4, 20, 14
# Pixels from bar to bar, and of a bar: the first of these that have room.
BARS = ((8, 6), (6, 4))
# Panels side by side, at most; the fewest are taken that have room, for then years are widest.
MOST = 4
# Years between two that are named, and the pixels that the name of one needs.
STEPS, NEEDED = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000), 40
# The first and the last day of panels in which nothing has a year; no year is named then.
EMPTY = "0001-01-01", "0002-01-01"
# Rows of what is drawn, as they are put together.
type Rows = list[dict[str, Any]]


class Panels(NamedTuple):
    """All that is drawn, in pixels from the left and from the top."""

    bars: pd.DataFrame
    triangles: pd.DataFrame
    words: pd.DataFrame
    """Names of panels and of kinds, and what is known of a panel."""
    numbers: pd.DataFrame
    rules: pd.DataFrame
    years: pd.DataFrame
    height: int


class _Grid(NamedTuple):
    """How many panels stand side by side, and where; where days lie in one, and how high bars are."""

    columns: int
    margin: int
    wide: int
    across: Across
    bars: tuple[int, int]

    def left(self, place: int) -> int:
        """Give the left edge of the panel that stands at this place in its line."""
        return self.margin + place * (self.wide + GAP)


def laid_out(
    pieces: pd.DataFrame, undated: pd.DataFrame, notes: dict[str, str], kinds: list[str]
) -> Panels:
    """Give everything its place, with as few panels side by side as the page has room for.

    Parameters
    ----------
    pieces : pandas.DataFrame
        What `pieces_of` gives of things with a place in time, with their ``panel`` and ``lane``; the
        pieces of one thing have one label in the index.
    undated : pandas.DataFrame
        A row for each ``panel`` and ``lane`` in which something has no year, with what is ``said``.
    notes : dict of str to str
        The panels in their order, and what stands below the name of each.
    kinds : list of str
        The lanes from the top, which are the same in each panel.

    Returns
    -------
    Panels
        What `panel_marks` draws.

    Raises
    ------
    ValueError
        If the page has no room for them.
    """
    days = pd.concat([pieces["start"], pieces["end"]]).dropna()
    ends = reach(days) if len(days) else EMPTY
    said = [line for kind in kinds for line in fitted(kind, MARGIN, SIZE)]
    margin = min(MARGIN, max(pixels(line, SIZE) for line in said)) + PADDING
    least = None
    for bars in BARS:
        for columns in range(1, min(MOST, len(notes)) + 1):
            wide = (PAGE - margin - GAP * (columns - 1)) // columns
            grid = _Grid(columns, margin, wide, Across(*ends, wide - NUMBER, (0, wide)), bars)
            found = _on_a_page(pieces, undated, notes, kinds, grid)
            if found.height <= TALLEST:
                return found
            least = min(least or found.height, found.height)
    raise ValueError(
        f"{len(notes)} panels of {len(kinds)} kinds would need {least} pixels, and a page has room for "
        f"{TALLEST}. Choose some of the cases first, or a column of kinds that has fewer of them."
    )


def _on_a_page(
    pieces: pd.DataFrame,
    undated: pd.DataFrame,
    notes: dict[str, str],
    kinds: list[str],
    grid: _Grid,
) -> Panels:
    """Lay everything out, line of panels by line of panels."""
    packed = {
        name: packed_panel(own, grid.across) for name, own in pieces.groupby("panel", sort=False)
    }
    words: Rows = []
    rules: Rows = []
    years: Rows = []
    at, names, top = dict[tuple[str, str], tuple[int, float]](), [*notes], 0.0
    for start in range(0, len(names), grid.columns):
        line = names[start : start + grid.columns]
        heads = [_head(name, notes[name], grid.wide) for name in line]
        top += LINE * max(map(len, heads)) + BETWEEN
        for place, head in enumerate(heads):
            up = top - BETWEEN - LINE * len(head)
            words += [
                own | {"x": grid.left(place), "y": up + LINE * (n + 0.5)}
                for n, own in enumerate(head)
            ]
        foot = top
        for kind in kinds:
            said = fitted(kind, MARGIN, SIZE)
            words += [
                {"said": own, "bold": False, "x": 0, "y": foot + LINE * (n + 0.5)}
                for n, own in enumerate(isolated(said, alone=True))
            ]
            at |= {
                (name, kind): (grid.left(place), foot + BETWEEN / 2)
                for place, name in enumerate(line)
            }
            most = max(rows_needed(packed.get(name), kind) for name in line)
            foot += max(most * grid.bars[0], LINE * len(said)) + BETWEEN
            rules += [
                {"x": grid.left(place), "x2": grid.left(place) + grid.wide, "y": foot}
                for place in range(len(line))
            ]
        for place in range(len(line)):
            # The names stand where no panel is below.
            lowest = start + place + grid.columns >= len(names)
            years += _years(grid, place, (top, foot), named=lowest and len(pieces) > 0)
        top = foot + UNDER
    numbers = pd.DataFrame(
        [
            (left + grid.wide - NUMBER + 10, up + LINE / 2 - 1)
            for key in zip(undated["panel"], undated["lane"], strict=True)
            for left, up in [at[key]]
        ],
        columns=["x", "y"],
    )
    bars, triangles = with_places(pieces, packed, at, grid.across, grid.bars)
    return Panels(
        bars,
        triangles,
        pd.DataFrame(words),
        undated.reset_index(drop=True).join(numbers),
        pd.DataFrame(rules),
        pd.DataFrame(years, columns=["x", "y", "y2", "said"]),
        round(top - UNDER + AXIS),
    )


def _head(name: str, note: str, wide: int) -> Rows:
    """Give the lines above a panel: its name, and what is known of it."""
    bold = isolated(fitted(name, wide, SIZE, bold=True), alone=True)
    return [{"said": own, "bold": True} for own in bold] + [
        {"said": own, "bold": False} for own in fitted(note, wide, SIZE)
    ]


def _years(grid: _Grid, place: int, ends: tuple[float, float], *, named: bool) -> Rows:
    """Give thin lines at some years, from top to foot, with their names if these are asked for."""
    first, last = pd.Timestamp(grid.across.first), pd.Timestamp(grid.across.last)
    years = (last - first).days / 365.25
    step = next((s for s in STEPS if grid.across.width * s >= NEEDED * years), STEPS[-1])
    begin = first.year // step * step
    return [
        {
            "x": round(grid.left(place) + grid.across.at(f"{year:04}-01-01"), 1),
            "y": ends[0],
            "y2": ends[1],
            "said": str(year) * named,
        }
        for year in range(begin, last.year + 1, step)
        if year > first.year
    ]
