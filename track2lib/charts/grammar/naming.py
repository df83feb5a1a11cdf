"""Names beside the marks of a map: where each stands, so that none lies on anything else."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np

from track2lib.page.lines import letters, wrap

__all__ = ["LETTER", "LINE", "SIZE", "Box", "Name", "Named", "placed_names"]

Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""
# Size of type, pixels of a line and, with slack for other fonts, of a letter of it in bold.
SIZE, LINE, LETTER = 13, 15, 7.6
# Pixels from a mark to its name; to more than the first of them a line leads.
AWAY = (3, 14, 26, 40, 56, 74, 94)
# Pixels that two names keep between them, and from point to point where a line is felt along.
APART, STEP = 2, 3
# A name that is longer may stand in two lines.
LONG = 14
# Pixels between marks that are near each other, so that a name beside one could be that of the other;
# the name of a mark of such a radius is plain all the same.
NEAR, LARGE = 10, 8
# Points of a line in which it may be near another one, and pixels that it keeps from a mark's middle.
PARTING, BESIDE = 3, 3
# Ways away from a mark, the likely ones first: to the right, to the left, then upwards and so on.
WAYS = ((1, 0), (-1, 0), (0, -1), (0, 1), (0.8, -0.6), (0.8, 0.6), (-0.8, -0.6), (-0.8, 0.6))


class Name(NamedTuple):
    """A mark, and what is to stand beside it."""

    x: float
    y: float
    radius: float
    text: str


class Named(NamedTuple):
    """Where a name stands: its lines, the point that they hold on to, and how, from end to end."""

    text: str
    x: float
    y: float
    align: str
    away: float
    """Pixels from the mark."""
    way: tuple[float, float] | None
    """Where a line ends that leads from the mark to its name; nothing where it stands beside it."""


def placed_names(names: list[Name], within: Box, taken: Iterable[Box] = ()) -> list[Named | None]:
    """Place names in their order; nothing where there is no room that is free.

    Parameters
    ----------
    names : list of Name
        Marks with their names; those that come first have the choice.
    within : tuple of float
        The edges that no name crosses: left, top, right and bottom.
    taken : iterable of tuple of float, optional
        Boxes in which no name may stand.

    Returns
    -------
    list of Named or None
        The places of the names.

    Examples
    --------
    >>> placed_names([Name(50, 50, 5, "Bonn")], (0, 0, 200, 100))[0].align
    'left'
    """
    marks = [(n.x - n.radius, n.y - n.radius, n.x + n.radius, n.y + n.radius) for n in names]
    boxes = np.array([*marks, *taken], dtype=float).reshape(-1, 4)
    lines = np.empty((0, 2))
    found: list[Named | None] = []
    for number, name in enumerate(names):
        others = np.delete(boxes, number, axis=0)
        place = _first_free(name, _crowd(number, names), within, boxes, others, lines)
        found.append(None)
        if place:
            named, box, led = place
            found[-1] = named
            boxes = np.vstack([boxes, box])
            lines = np.vstack([lines, led])
    return found


def _crowd(number: int, names: list[Name]) -> np.ndarray:
    """Give where the marks lie that are near to one, as it sees them; none of a large mark."""
    x, y, radii = (np.array([getattr(name, of) for name in names]) for of in ("x", "y", "radius"))
    own = names[number]
    x, y = x - own.x, y - own.y
    near = np.hypot(x, y) < own.radius + radii + NEAR
    near[number] = False
    return np.column_stack([x, y])[near & (own.radius < LARGE)]


def _first_free(
    name: Name,
    crowd: np.ndarray,
    within: Box,
    boxes: np.ndarray,
    others: np.ndarray,
    lines: np.ndarray,
) -> tuple[Named, Box, np.ndarray] | None:
    """Give the first place at which a name lies on nothing, nor the line to it."""
    places = [*_places(name, crowd)]
    rooms = np.array([box for _, box in places]).reshape(-1, 4)
    inside = (rooms[:, :2] >= within[:2]).all(axis=1) & (rooms[:, 2:] <= within[2:]).all(axis=1)
    crossing = others[~_over(others, name)]
    for number in np.flatnonzero(inside & ~_meets(boxes, rooms)):
        named, box = places[number]
        if _on(lines, box):
            continue
        led = _line(name, *named.way) if named.way else np.empty((0, 2))
        # A line may leave its own mark and those that lie on it, and crosses nothing else.
        # Lines of marks that lie on each other begin together, and part.
        if len(led) and (_crossed(crossing, led) or _near(lines, led[PARTING:])):
            continue
        return named, box, led
    return None


def _places(name: Name, crowd: np.ndarray) -> Iterator[tuple[Named, Box]]:
    """Give the places of a name, the likely ones first, each with the box that it takes.

    Where other marks are near, a line leads to it, away from them if it can.
    """
    ways = [way for way in WAYS if not _hides(crowd, way)]
    ways.sort(key=lambda way: float((crowd @ way).sum()))
    forms = [name.text]
    if letters(name.text) > LONG:
        half = wrap(name.text, int(0.6 * LETTER * letters(name.text)), SIZE, bold=True)
        forms += ["\n".join(half)] * (len(half) == 2)
    for away in AWAY[1 if len(crowd) else 0 :]:
        for text in forms:
            lines = text.split("\n")
            wide = LETTER * max(map(letters, lines)) + 2 * APART
            high = LINE * len(lines)
            for across, down in ways:
                far = name.radius + away
                x, y = end = name.x + across * far, name.y + down * far
                align = "center" if not across else "left" if across > 0 else "right"
                # Above and below, the nearest line begins where the way ends.
                y += high / 2 * down if not across else 0
                left = {"left": x, "right": x - wide, "center": x - wide / 2}[align]
                box = left, y - high / 2, left + wide, y + high / 2
                yield Named(text, x, y, align, away, end if away > AWAY[0] else None), box


def _hides(crowd: np.ndarray, way: tuple[float, float]) -> bool:
    """Tell whether a line this way goes over the middle of a mark that is near."""
    along, beside = crowd @ way, crowd @ (way[1], -way[0])
    return bool(((along > 0) & (abs(beside) < BESIDE)).any())


def _line(name: Name, x: float, y: float) -> np.ndarray:
    """Give points of the line from a mark to its name, from the edge of the mark on."""
    start = np.array([name.x, name.y])
    way = np.array([x, y]) - start
    length = float(np.hypot(*way))
    count = max(int((length - name.radius) / STEP), 2)
    shares = np.linspace(name.radius / length, 1, count)
    return start + shares[:, None] * way


def _over(boxes: np.ndarray, name: Name) -> np.ndarray:
    """Tell which boxes lie on a mark."""
    r = name.radius
    across = (boxes[:, 0] < name.x + r) & (boxes[:, 2] > name.x - r)
    return across & (boxes[:, 1] < name.y + r) & (boxes[:, 3] > name.y - r)


def _meets(boxes: np.ndarray, rooms: np.ndarray) -> np.ndarray:
    """Tell of each of some rooms whether it lies on one of some boxes."""
    left, top, right, bottom = rooms.T[..., None]
    across = (boxes[:, 0] < right + APART) & (boxes[:, 2] > left - APART)
    return (across & (boxes[:, 1] < bottom) & (boxes[:, 3] > top)).any(axis=1)


def _on(points: np.ndarray, box: Box) -> bool:
    """Tell whether one of some points lies in a box."""
    return bool(((points > box[:2]) & (points < box[2:])).all(axis=1).any())


def _crossed(boxes: np.ndarray, points: np.ndarray) -> bool:
    """Tell whether one of some points lies in one of some boxes."""
    inside = (points[:, None] > boxes[None, :, :2] - 1) & (points[:, None] < boxes[None, :, 2:] + 1)
    return bool(inside.all(axis=2).any())


def _near(lines: np.ndarray, points: np.ndarray) -> bool:
    """Tell whether points come near to those of other lines."""
    if not len(lines):
        return False
    return bool((np.abs(lines[None] - points[:, None]).sum(axis=2) < STEP + 1).any())
