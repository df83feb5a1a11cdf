"""Slides of a lesson: where one ends is read from its headings."""

import re
from typing import Any

from nbconvert.preprocessors import Preprocessor

__all__ = ["Headings"]

HEADING = re.compile(r"#{1,2} ")


class Headings(Preprocessor):
    """Begin a slide at each heading, and one below it at each further text.

    Code stays with the text before it. Whoever has divided a notebook already, in JupyterLab's
    property inspector, keeps that.
    """

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Give the notebook with a kind of slide for each cell."""
        if not any(cell.metadata.get("slideshow") for cell in nb.cells):
            before = None
            for cell in nb.cells:
                cell.metadata["slideshow"] = {"slide_type": _kind(cell, before)}
                before = cell
        return nb, resources


def _kind(cell: Any, before: Any) -> str:
    """Say what a cell begins: a slide, one below it, or nothing."""
    if cell.cell_type == "code" and (before is None or before.cell_type != "code"):
        return "-"
    return "slide" if cell.cell_type == "markdown" and HEADING.match(cell.source) else "subslide"
