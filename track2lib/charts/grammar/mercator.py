"""The map of Mercator: where a position lies on it, and how it is cut to some towns."""

from typing import Any

import numpy as np
import pandas as pd

__all__ = ["HEIGHT", "POLAR", "WIDTH", "mercator", "projection"]

# Pixels of the map, and how much more than the towns it shows.
WIDTH, HEIGHT, MARGIN = 770, 400, 1.12
# Radians that a map shows at least: of a single town nobody would know where it lies.
LEAST = 0.15
# Degrees of latitude, north and south, at which the map ends: a pole is endlessly far away on it.
POLAR = 85


def projection(towns: pd.DataFrame) -> dict[str, Any]:
    """Cut a Mercator map to the towns."""
    x, y = mercator(towns)
    wide = max(x.max() - x.min(), LEAST) * MARGIN
    high = max(y.max() - y.min(), LEAST) * MARGIN
    scale = min(WIDTH / wide, HEIGHT / high)
    middle = (x.max() + x.min()) / 2, (y.max() + y.min()) / 2
    # Pages count pixels downwards, and latitude goes up.
    shift = [WIDTH / 2 - scale * middle[0], HEIGHT / 2 + scale * middle[1]]
    # Rounded, so that a stored map is the same on machines whose last digits differ.
    return {"type": "mercator", "scale": round(scale, 3), "translate": [round(s, 3) for s in shift]}


def mercator(towns: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """Give positions on the map of Mercator, whose formula Vega uses too."""
    north = np.radians(towns["latitude"])
    return np.radians(towns["longitude"]), np.log(np.tan(np.pi / 4 + north / 2))
