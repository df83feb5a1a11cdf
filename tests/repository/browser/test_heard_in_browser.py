"""The charts of each lesson as a browser hands them to a screen reader."""

from pathlib import Path

import nbformat
import pytest
from driving import open_stored
from hearing import heard_in_vega

ROOT = Path(__file__).parents[3]
LESSONS = sorted((ROOT / "notebooks").glob("*.ipynb"))
VEGA = "application/vnd.vega.v5+json"
DRAWN = """count => [...document.querySelectorAll('.jp-Notebook .vega-embed')]
    .filter(chart => chart.querySelector('svg [class*="role-mark"] > *')).length === count"""
# Texts of titles, which their symbols say as well.
TEXTS = {"StaticText", "InlineTextBox"}


def stored(path):
    """Give the charts of a lesson, as Vega."""
    cells = nbformat.read(path, as_version=4).cells
    outputs = [output for cell in cells for output in cell.get("outputs", [])]
    return [output.data[VEGA] for output in outputs if VEGA in output.get("data", {})]


def heard(page, charts):
    """Give what the browser hands to a screen reader of each chart: roles and names."""
    session = page.context.new_cdp_session(page)
    session.send("Accessibility.enable")
    found = []
    for chart in charts:
        chart.evaluate("svg => { window.heard = svg }")
        reached = session.send("Runtime.evaluate", {"expression": "window.heard"})
        object_id = reached["result"]["objectId"]
        tree = session.send("Accessibility.queryAXTree", {"objectId": object_id})
        found.append(
            [
                (node["role"]["value"], node["name"]["value"])
                for node in tree["nodes"]
                if not node["ignored"] and node.get("name", {}).get("value")
            ]
        )
    session.detach()
    return found


def in_lines(names):
    """Put names in order, without what a browser does to white space."""
    return sorted(" ".join(name.split()) for name in names)


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_what_is_heard_is_what_was_written(page, path):
    """Each chart says its description, its titles and the words of its marks, and nothing else."""
    charts = stored(path)
    open_stored(page, path)
    try:
        page.wait_for_function(DRAWN, arg=len(charts), timeout=60_000)
        drawn = page.locator(".jp-Notebook .vega-embed svg.marks").all()
        assert len(drawn) == len(charts)
        for chart, found in zip(charts, heard(page, drawn), strict=True):
            words = [label for _, label in heard_in_vega(chart)]
            names = [name for role, name in found if role not in TEXTS]
            # The outermost group, which cannot be named, is called by the titles that are in it.
            assert in_lines(names[1:]) == in_lines(words)
    finally:
        page.evaluate("() => { jupyterapp.shell.currentWidget.context.sessionContext.shutdown() }")
        page.evaluate("jupyterapp.shell.currentWidget.dispose()")
