"""Places on the page in pixels, for what is laid out by hand and by no axis."""

from typing import Any

import altair as alt

__all__ = ["at_pixels"]


def at_pixels(x: str, y: str) -> dict[str, Any]:
    """Give the channels of fields that hold pixels from the left and from the top.

    Examples
    --------
    >>> sorted(at_pixels("left", "top"))
    ['x', 'y']
    """
    # Scales that change nothing.
    across, down = (alt.Scale(domain=[0, 1], range=[0, 1], nice=False, zero=False) for _ in "xy")
    return {
        "x": alt.X(f"{x}:Q", scale=across, axis=None),
        "y": alt.Y(f"{y}:Q", scale=down, axis=None),
    }
