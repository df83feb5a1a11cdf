"""The map of Mercator: where a position lies on it, and how it is cut to some towns."""

import math
from typing import Any, NamedTuple, Self

import numpy as np
import pandas as pd

__all__ = ["POLAR", "ROUND", "Cut", "mercator"]

# Radians that a map shows at least: of a single town nobody would know where it lies.
LEAST = 0.15
# Degrees of latitude, north and south, at which the map ends: a pole is endlessly far away on it.
POLAR = 85
# Radians from one end of the map to the other.
ROUND = 2 * math.pi


class Cut(NamedTuple):
    """A part of the map, and the pixels of the page on which it stands."""

    left: float
    top: float
    width: float
    height: float
    scale: float
    """Pixels of a radian."""
    east: float
    north: float
    """What lies in the middle, on the map."""

    @classmethod
    def to(
        cls,
        towns: pd.DataFrame,
        box: tuple[float, float, float, float],
        edges: tuple[float, float],
    ) -> Self:
        """Cut the map to some towns, for a box of left, top, width and height.

        They keep away from its edges, left and right and above and below, by so many pixels.
        """
        east, north = mercator(towns)
        middle, wide = _around(east)
        high = max(north.max() - north.min(), LEAST)
        left, top, width, height = box
        scale = min((width - 2 * edges[0]) / max(wide, LEAST), (height - 2 * edges[1]) / high)
        # Rounded, so that a stored map is the same on machines whose last digits differ.
        middles = round(middle, 6), round((north.max() + north.min()) / 2, 6)
        return cls(left, top, width, height, round(float(scale), 3), *map(float, middles))

    def at(self, east: Any, north: Any) -> tuple[Any, Any]:
        """Give pixels of the page; of two ways round the globe the shorter one from the middle."""
        across = (east - self.east + math.pi) % ROUND - math.pi
        # Pages count pixels downwards, and latitude goes up.
        x = self.left + self.width / 2 + self.scale * across
        y = self.top + self.height / 2 - self.scale * (north - self.north)
        return x, y

    def around(self, x: Any, y: Any, edge: float) -> tuple[float, float, float, float]:
        """Give left, top, right and bottom of a frame around points that stays within the cut."""
        right, bottom = self.left + self.width, self.top + self.height
        return (
            max(float(np.min(x)) - edge, self.left),
            max(float(np.min(y)) - edge, self.top),
            min(float(np.max(x)) + edge, right),
            min(float(np.max(y)) + edge, bottom),
        )


def mercator(towns: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Give positions on the map of Mercator, in radians."""
    north = np.radians(towns["latitude"].to_numpy(float))
    return np.radians(towns["longitude"].to_numpy(float)), np.log(np.tan(np.pi / 4 + north / 2))


def _around(east: np.ndarray) -> tuple[float, float]:
    """Give the middle and the width of what holds all towns: the globe is cut where it is emptiest."""
    east = np.unique(east)
    gaps = np.diff(east, append=east[0] + ROUND)
    widest = int(gaps.argmax())
    first = east[(widest + 1) % len(east)]
    wide = ROUND - gaps[widest]
    return float((first + wide / 2 + math.pi) % ROUND - math.pi), float(wide)
