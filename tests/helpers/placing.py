"""Where the marks of a chart stand on the page."""

from collections.abc import Iterator
from typing import Any

import vl_convert

# What has a place of its own; words may reach over an edge, and lines are as long as their rows.
PLACED = {"symbol", "rect", "rule"}
# Pixels by which an arrow may stand beyond the day at which it begins.
BEYOND = 12


def outside(spec: dict[str, Any]) -> list[tuple[str, float, float]]:
    """Give kind and place of all marks that stand outside of their plot."""
    return list(_outside(vl_convert.vegalite_to_scenegraph(spec)["scenegraph"], 1e9, 1e9))


def _outside(
    mark: dict[str, Any], width: float, height: float
) -> Iterator[tuple[str, float, float]]:
    """Go down the drawing; a group has a size, and what is in it a place from its corner."""
    for item in mark.get("items", []):
        if mark.get("marktype") == "group":
            for inner in item.get("items", []):
                if inner.get("role") == "mark" or inner.get("marktype") == "group":
                    size = (item.get("width") or width, item.get("height") or height)
                    yield from _outside(inner, *size)
        elif mark.get("marktype") in PLACED:
            for name, most in (("x", width), ("x2", width), ("y", height), ("y2", height)):
                if name in item and not -BEYOND <= item[name] <= most + BEYOND:
                    yield mark["marktype"], item.get("x", 0), item.get("y", 0)
