"""Frames on a map: parts of it that are drawn once more and larger, because their marks lie close."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from track2lib.charts.grammar.mercator import ROUND, Cut, mercator
from track2lib.charts.grammar.naming import Box, Name, Named, placed_names

__all__ = ["ALONE", "TALL", "WIDTH", "Panel", "panels_of"]

# Pixels of the page, of a map that stands alone, and of several.
WIDTH, ALONE, TALL = 800, 430, 480
# Pixels of the map of the whole, of which it takes more the higher the part of the globe is.
ABOVE = (140, 200)
# Pixels between maps, above one for its heading and below it for what has no room in it.
GAP, HEAD, WORDS = 12, 24, 51
# Pixels between the outermost towns and the edges, for their circles and some of their names.
EDGES, NARROW = (34, 34), (40, 20)
# Frames beside each other, and how many times larger they show their towns, at the least.
MOST, LARGER = 4, (2.0, 3.0)
# Pixels from which on a name is far from its mark; so many times is a name missed that is missing.
FAR, UNNAMED = 20, 5
# So many times are names placed anew, those first that had no room, where they are not too many.
TRIES, MANY = 3, 40
# Pixels of a frame's edge beyond its towns, and of its letter.
BEYOND, LETTER = 6, 14


class Panel(NamedTuple):
    """A part of the map with its towns, by their numbers, and the places of their names."""

    cut: Cut
    towns: list[int]
    names: list[Named | None]
    frame: Box | None = None
    """Where this part lies on the map of the whole, if there is one."""
    letter: Box | None = None
    """Where the letter of the frame stands."""


def panels_of(towns: pd.DataFrame) -> list[Panel]:
    """Choose the maps on which most towns can be named: one alone, or the whole and some frames.

    Parameters
    ----------
    towns : pandas.DataFrame
        Towns with ``latitude``, ``longitude``, ``radius`` in pixels and ``text``, largest first.

    Returns
    -------
    list of Panel
        The whole first. A town stands on one of them.
    """
    every = list(range(len(towns)))
    alone = Cut.to(towns, (0, 0, WIDTH, ALONE), EDGES)
    best = [_panel(towns, alone, every)]
    least = _harm(best)
    tried = set[str]()
    for larger in LARGER:
        for count in range(1, MOST + 1):
            groups = _groups(towns, count, larger)
            if not groups or str(groups) in tried:
                continue
            tried.add(str(groups))
            panels = _with_frames(towns, groups)
            if (harm := _harm(panels)) < least:
                best, least = panels, harm
    return best


def _harm(panels: list[Panel]) -> float:
    """Weigh what a reader misses: names that have no room, and those that stand far from their mark."""
    return sum(_missed(panel.names) for panel in panels)


def _missed(names: list[Named | None]) -> float:
    return sum(UNNAMED if named is None else named.away // FAR for named in names)


def _whole(towns: pd.DataFrame) -> Cut:
    """Cut the map of the whole, as low as it may be without being wider than the globe."""
    least, most = ABOVE
    low = Cut.to(towns, (0.0, 0.0, WIDTH, least), NARROW)
    globe = WIDTH / low.scale / ROUND
    if globe <= 1:
        return low
    high = (least - 2 * NARROW[1]) * globe + 2 * NARROW[1]
    return Cut.to(towns, (0.0, 0.0, WIDTH, min(round(high), most)), NARROW)


def _with_frames(towns: pd.DataFrame, groups: list[list[int]]) -> list[Panel]:
    """Draw the whole above, with a frame around each group, and the groups larger below."""
    whole = _whole(towns)
    x, y = whole.at(*mercator(towns))
    wide = (WIDTH - GAP * (len(groups) - 1)) / len(groups)
    top = whole.height + HEAD
    # Beside each other as they lie, from west to east.
    groups = sorted(groups, key=lambda group: float(x[group].mean()))
    framed = {town for group in groups for town in group}
    left = [town for town in range(len(towns)) if town not in framed]
    inner, taken = [], list[Box]()
    for n, group in enumerate(groups):
        frame = whole.around(x[group], y[group], BEYOND)
        letter = _letter(frame, x[left], y[left])
        taken += [frame, letter]
        box = round(n * (wide + GAP), 1), top, round(wide, 1), TALL - WORDS - top
        cut = Cut.to(towns.iloc[group], box, EDGES)
        inner.append(_panel(towns, cut, group)._replace(frame=frame, letter=letter))
    return [_panel(towns, whole, left, taken), *inner]


def _letter(frame: Box, x: np.ndarray, y: np.ndarray) -> Box:
    """Give the place of a frame's letter: at the first of its corners where no town lies."""
    places = [
        (across, down, across + LETTER, down + LETTER)
        for down in (frame[1] - LETTER, frame[3])
        for across in (frame[0], frame[2] - LETTER)
    ]
    free = (
        place
        for place in places
        if not (
            (x > place[0] - BEYOND)
            & (x < place[2] + BEYOND)
            & (y > place[1] - BEYOND)
            & (y < place[3] + BEYOND)
        ).any()
    )
    return next(free, places[0])


def _panel(towns: pd.DataFrame, cut: Cut, own: list[int], taken: list[Box] | None = None) -> Panel:
    """Place the names of some towns on a part of the map."""
    part = towns.iloc[own]
    x, y = cut.at(*mercator(part))
    marks = zip(x.tolist(), y.tolist(), part["radius"], part["text"], strict=True)
    within = cut.left + 2, cut.top + 1, cut.left + cut.width - 2, cut.top + cut.height - 1
    return Panel(cut, own, _names([Name(*mark) for mark in marks], within, taken or []))


def _names(marks: list[Name], within: Box, taken: list[Box]) -> list[Named | None]:
    """Place the names in their order, or in another one in which more of them have room."""
    best: list[Named | None] = []
    order = list(range(len(marks)))
    for _ in range(TRIES if len(marks) <= MANY else 1):
        found = placed_names([marks[n] for n in order], within, taken)
        placed = dict(zip(order, found, strict=True))
        names = [placed[n] for n in range(len(marks))]
        if not best or _missed(names) < _missed(best):
            best = names
        lacking = [n for n in order if placed[n] is None]
        if not lacking:
            break
        order = lacking + [n for n in order if placed[n]]
    return best


def _groups(towns: pd.DataFrame, count: int, larger: float) -> list[list[int]]:
    """Part towns where they lie furthest apart, until each group can be drawn so much larger."""
    whole = _whole(towns)
    high = TALL - WORDS - HEAD - whole.height
    box = 0.0, 0.0, (WIDTH - GAP * (count - 1)) / count, high
    points = np.column_stack(whole.at(*mercator(towns)))
    waiting, ready = [list(range(len(towns)))], []
    while waiting:
        group = waiting.pop()
        if len(group) < 2:
            continue
        if Cut.to(towns.iloc[group], box, EDGES).scale >= larger * whole.scale:
            ready.append(sorted(group))
        else:
            waiting += _parted(points[group], group)
    # Those with most towns; of as many, those with most rows, which stand first in the table.
    ready.sort(key=lambda group: (-len(group), group))
    return ready[:count]


def _parted(points: np.ndarray, group: list[int]) -> list[list[int]]:
    """Part a group at the longest of the shortest ways that lead from town to town."""
    apart = np.hypot(*(points[:, None] - points[None]).transpose(2, 0, 1))
    # The tree of Prim: each town is joined to the nearest one that is joined already.
    joined, ways = [0], list[tuple[float, int, int]]()
    nearest, origin = apart[0].copy(), np.zeros(len(group), dtype=int)
    while len(joined) < len(group):
        nearest[joined] = np.inf
        town = int(nearest.argmin())
        ways.append((float(nearest[town]), int(origin[town]), town))
        joined.append(town)
        closer = apart[town] < nearest
        nearest[closer], origin[closer] = apart[town][closer], town
    ways.remove(max(ways))
    side = {0}
    for _, one, other in ways:  # in the order in which they were joined
        if one in side:
            side.add(other)
    return [
        [group[n] for n in sorted(side)],
        [group[n] for n in range(len(group)) if n not in side],
    ]
