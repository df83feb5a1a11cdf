"""How large charts are drawn: as on a page, or for the front of a room.

A chart for a projector is the same chart, all of it larger by one factor. So what had room has it
still, and no chart needs to know of sizes.
"""

from typing import Any

__all__ = ["SIZES", "enlarged", "factor", "size_style"]

# By how much, so that the smallest words of a page, which are 13 high, are 20 high for a projector.
SIZES = {"page": 1.0, "projector": 20 / 13}
# A mark of this name is drawn as nothing, and stands in the SVG as a class that a style can see.
LARGE = "t2-projector"

STYLE = """
.vega-embed svg:has(.{large}) {{ zoom: {factor:.4f}; }}
.vega-embed:has(.{large}) .vega-bindings {{ font-size: {words}px; }}
body:has(.vega-embed .{large}) #vg-tooltip-element#vg-tooltip-element {{ font-size: {words}px; }}
"""


def factor(spec: dict[str, Any]) -> float:
    """Say how much larger than on a page a chart is drawn, from what the theme wrote into it.

    Examples
    --------
    >>> factor({}), round(factor({"usermeta": {"size": "projector"}}), 2)
    (1.0, 1.54)
    """
    return SIZES.get(spec.get("usermeta", {}).get("size", "page"), 1.0)


def enlarged(vega: dict[str, Any]) -> None:
    """Let a compiled chart be drawn larger on the page, in place, if it is for a projector.

    JupyterLab takes one style for all charts of a page, so the chart itself has to say it.
    """
    if factor(vega) > 1:
        vega["marks"] = [{"type": "text", "name": LARGE, "aria": False}, *vega.get("marks", [])]


def size_style() -> str:
    """Give the style by which charts for a projector are larger, with their controls and boxes."""
    return STYLE.format(large=LARGE, factor=SIZES["projector"], words=20)
