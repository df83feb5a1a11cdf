"""Every stored chart of the lessons as the picture that a page draws of it; drawn once."""

import ast
from functools import cache
from xml.etree import ElementTree

import lessons
import vl_convert
from commands import ROOT

from track2lib.page import fonts

LESSONS = sorted((ROOT / "notebooks").glob("*.ipynb"))
# Pixels that a control takes on the page: bound to a chart, or one of `interact` above it.
BOUND, LIVE = 27, 32


@cache
def pictures():
    """Give by lesson and cell the Vega, the drawn SVG and the pixels of controls of each chart."""
    fonts.use()
    return {
        f"{path.name[:2]} {cell.id}": (
            vega := output.data[lessons.CHART],
            drawn(vega),
            controls(vega, cell),
        )
        for path in LESSONS
        for cell in lessons.read(path).cells
        for output in cell.get("outputs", [])
        if lessons.CHART in output.get("data", {})
    }


def drawn(vega):
    """Draw a compiled chart."""
    return ElementTree.fromstring(vl_convert.vega_to_svg(vega))


def controls(vega, cell):
    """Give the height of what moves a chart."""
    bound = sum("bind" in signal for signal in vega.get("signals", []))
    calls = [node for node in ast.walk(ast.parse(cell.source)) if isinstance(node, ast.Call)]
    live = [len(call.keywords) for call in calls if ast.unparse(call.func).endswith("interact")]
    return BOUND * bound + LIVE * sum(live)
