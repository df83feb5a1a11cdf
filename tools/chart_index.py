"""The index of the charts that the lessons hold, by which a kernel finds them again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from track2lib.page.stored_charts import INDEX, VEGA_MIME, digest, drawn_with

Keys = dict[tuple[int, int], str]


def outputs(notebook: Any) -> dict[tuple[int, int], Any]:
    """Give every output that is a chart, by the position of its cell and its own."""
    return {
        (place, number): output
        for place, cell in enumerate(notebook.cells)
        for number, output in enumerate(cell.get("outputs", []))
        if VEGA_MIME in output.get("data", {})
    }


def take_keys(notebook: Any) -> Keys:
    """Take out of fresh outputs what the renderer says of their specifications."""
    return {place: output.metadata.pop("track2") for place, output in outputs(notebook).items()}


def write(path: Path, notebook: Any, keys: Keys) -> None:
    """Put the charts of a notebook that was just run into the index of its folder."""
    charts = [
        entry | {"key": keys[place]}
        for place, entry in zip(outputs(notebook), _entries(notebook), strict=True)
    ]
    # Of another renderer nothing is kept: each lesson has to be run again.
    known = _read(path.parent)
    lessons = {name: old for name, old in known.items() if (path.parent / name).exists()}
    lessons |= {path.name: charts}
    index = {"drawn_with": drawn_with(), "lessons": {k: v for k, v in lessons.items() if v}}
    text = json.dumps(index, indent=1, sort_keys=True) + "\n"
    (path.parent / INDEX).write_text(text, encoding="utf-8", newline="\n")


def problems(path: Path, notebook: Any) -> list[str]:
    """Say whether a kernel would miss charts of this notebook."""
    known = [
        {name: value for name, value in chart.items() if name != "key"}
        for chart in _read(path.parent).get(path.name, [])
    ]
    return [] if known == _entries(notebook) else [f"{INDEX} is not of these charts"]


def _entries(notebook: Any) -> list[dict[str, Any]]:
    """Say where each chart is, and what the hash of its output is."""
    return [
        {
            "cell": notebook.cells[place].get("id"),
            "output": number,
            "digest": digest(output.data, output.metadata),
        }
        for (place, number), output in outputs(notebook).items()
    ]


def _read(folder: Path) -> dict[str, Any]:
    """Give the charts of each lesson that the index of a folder has, if this renderer drew them."""
    try:
        index = json.loads((folder / INDEX).read_text("utf-8"))
    except FileNotFoundError:
        return {}
    return index["lessons"] if index["drawn_with"] == drawn_with() else {}
