"""Marks in as few rows as keep them apart, each with its name in it, behind it or before it."""

from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np

__all__ = ["Gap", "Mark", "Place", "Taken", "beside", "first_free", "packed"]

# Pixels between what stands in one row, from a mark to its name, and from a name to its bar's ends.
BETWEEN, APART, WITHIN = 5, 5, 4
# What a row weighs against a pixel, and a difference that is none.
ROWS, NOTHING = 1e6, 1e-9
# Sides from which the search for better ones starts, besides all names behind their marks.
SEED, STARTS = 1, 60
# Pixels of a place in which something is written: from left to right, and from top to foot.
type Gap = tuple[float, float, float, float]
# A row, and the pixels in it that are taken.
type Taken = tuple[int, float, float]


class Mark(NamedTuple):
    """First and last pixel of a mark, and of its part that could hold a name, and the name's width."""

    left: float
    right: float
    bar: tuple[float, float]
    wide: float


class Place(NamedTuple):
    """The row of a mark, and where its name stands: ``in``, ``behind`` or ``before`` the mark."""

    row: int
    side: str


class _Side(NamedTuple):
    """A place for a name, and the pixels that mark and name take then."""

    side: str
    left: float
    right: float


def first_free(left: float, right: float, taken: list[Taken], rows: Iterable[int]) -> int | None:
    """Give the first of some rows in which nothing lies between two pixels; None if all are taken.

    Examples
    --------
    >>> first_free(0, 5, [(0, 3, 9), (1, 6, 9)], range(3))
    1
    """
    for row in rows:
        if all(row != other or right <= a or b <= left for other, a, b in taken):
            return row
    return None


def beside(at: float, top: float, foot: float, gaps: list[Gap]) -> list[tuple[float, float]]:
    """Cut a line from top to foot into parts that lie beside all gaps.

    Examples
    --------
    >>> beside(5, 0, 90, [(0, 9, 20, 35), (7, 9, 50, 65), (4, 9, 35, 50)])
    [(0, 20), (50, 90)]
    """
    found = list[tuple[float, float]]()
    met = sorted((up, low) for left, right, up, low in gaps if left < at < right and low > top)
    for up, low in [*met, (foot, foot)]:
        if up > top:
            found.append((top, up))
        top = max(top, low)
    return found


def packed(marks: list[Mark], most: float) -> list[Place]:
    """Give each mark a row and a side for its name, on a page of so many pixels.

    With the sides given, the rows needed are as many as lie above each other somewhere; so names
    change sides for as long as that makes fewer of them, from several starts; the others stand behind.

    Examples
    --------
    >>> [*packed([Mark(0, 90, (0, 90), 40), Mark(95, 99, (95, 99), 40)], 200)]
    [Place(row=0, side='in'), Place(row=0, side='behind')]
    """
    choices = [_sides(mark, most) for mark in marks]
    chosen = _fewest(choices) if marks else []
    sides = [own[one] for own, one in zip(choices, chosen, strict=True)]
    rows, taken = [0] * len(marks), list[Taken]()
    for n in sorted(range(len(marks)), key=lambda n: sides[n][1:]):
        _, left, right = sides[n]
        rows[n] = first_free(left, right, taken, range(len(marks))) or 0
        taken.append((rows[n], left, right))
    return [Place(row, side.side) for row, side in zip(rows, sides, strict=True)]


def _fewest(choices: list[list[_Side]]) -> list[int]:
    """Choose the sides with which the fewest marks lie above each other, at the fewest pixels."""
    both = [(own[0], own[-1]) for own in choices]
    ends = np.unique([side[1:] for own in both for side in own])
    wide = np.diff(ends)
    covers = np.array(
        [[(left <= ends[:-1]) & (ends[1:] <= right) for _, left, right in own] for own in both]
    ).astype(float)
    place = np.arange(len(both))
    # The same draws each time, so that a chart is the same each time.
    lots = np.random.default_rng(SEED).integers(0, 2, (STARTS, len(both)))
    found = [_bettered(covers, wide, lot, place) for lot in (np.zeros_like(place), *lots)]
    _, chosen = min(found, key=lambda one: one[0])
    most = covers[place, chosen].sum(axis=0).max()
    for n in place[chosen > 0]:
        # Behind its mark a name is looked for first, and stands there wherever that costs no row.
        behind = np.where(place == n, 0, chosen)
        if covers[place, behind].sum(axis=0).max() <= most:
            chosen = behind
    return [min(int(one), len(own) - 1) for one, own in zip(chosen, choices, strict=True)]


def _bettered(covers: Any, wide: Any, chosen: Any, place: Any) -> tuple[float, Any]:
    """Change the side of one name after the other, for as long as that makes the pile lower."""
    least = float(_height(covers[place, chosen].sum(axis=0)[None], wide)[0])
    while True:
        on, off = covers[place, chosen], covers[place, 1 - chosen]
        heights = _height(on.sum(axis=0) - on + off, wide)
        best = int(heights.argmin())
        if heights[best] >= least - NOTHING:
            return least, chosen
        least = float(heights[best])
        chosen = np.where(place == best, 1 - chosen, chosen)


def _height(high: Any, wide: Any) -> Any:
    """Tell of each pile how high it is: rows first, then pixels of that height, then how uneven."""
    top = high.max(axis=1, keepdims=True)
    at_top = ((high == top) * wide).sum(axis=1)
    return top[:, 0] * ROWS + at_top + (high**2 * wide).sum(axis=1) / ROWS


def _sides(mark: Mark, most: float) -> list[_Side]:
    """Give the sides on which a name has room on the page; on one too narrow for it, behind."""
    half, beyond = BETWEEN / 2, APART + mark.wide
    if mark.bar[1] - mark.bar[0] >= mark.wide + 2 * WITHIN:
        return [_Side("in", mark.left - half, mark.right + half)]
    behind = _Side("behind", mark.left - half, mark.right + beyond + half)
    before = _Side("before", mark.left - beyond - half, mark.right + half)
    found = [behind] * (mark.right + beyond <= most) + [before] * (mark.left - beyond >= 0)
    return found or [behind]
