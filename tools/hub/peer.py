"""The course of others that ours is measured beside: examples which their authors ship."""

from __future__ import annotations

from typing import Any

# An introduction by cells and charts, with pandas and Altair as here, and the data that it reads.
PEER, DATA = "altair-ally==0.2.1", "palmerpenguins==0.1.6"
ONLINE = "data.movies"  # a cell with it downloads


def offline(notebook: dict[str, Any]) -> dict[str, Any]:
    """Give their notebook with its data from a package, and without the cells that download others."""
    cells = []
    for cell in notebook["cells"]:
        source = "".join(cell["source"])
        if ONLINE in source:
            continue
        lines = [line for line in source.split("\n") if "session_info" not in line]
        if "penguins.csv" in source:
            lines = ["from palmerpenguins import load_penguins", "penguins = load_penguins()"]
        cells.append(cell | {"source": "\n".join(lines)})
    return notebook | {"cells": cells}
