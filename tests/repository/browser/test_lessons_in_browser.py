"""Each lesson as a reader meets it: opened in JupyterLab, run, and its controls moved."""

from pathlib import Path

import nbformat
import pytest
from driving import CONNECTED, command
from keys import CELLS, VALUE, moves, stops
from lab_rules import see_no_rule_broken

ROOT = Path(__file__).parents[3]
LESSONS = sorted((ROOT / "notebooks").glob("*.ipynb"))
VEGA = "application/vnd.vega.v5+json"

# A chart that is drawn has marks; axes and titles alone have another class.
DRAWN = """() => [...document.querySelectorAll('.jp-Notebook .vega-embed')]
    .filter(chart => chart.querySelector('svg [class*="role-mark"] > *'))"""
PICTURE = f"({DRAWN})().map(c => c.querySelector('svg').outerHTML).join()"
# The pictures are megabytes: they are compared in the page.
CHANGED = f"""async () => {{
    for (let step = 0; step < 40; step++) {{
        await new Promise(after => setTimeout(after, 100));
        if ({PICTURE} !== window.before) return true;
    }}
    return false;
}}"""
CONTROLS = ", ".join(
    f".jp-Notebook .jp-Cell:has(.vega-embed) {place} {kind}"
    for place in (".vega-bindings", ".jupyter-widgets")
    for kind in ("input:not([type=text])", "select")
)
# JupyterLab shows the first line of what is hidden, which of a chart is its title.
FIRST_LINES = """() => [...document.querySelectorAll('.jp-OutputPlaceholder')]
    .map((hidden) => hidden.innerText.trim())
    .filter((line) => line)"""
SHOWN = """() => jupyterapp.shell.currentWidget.content.model.sharedModel.toJSON().cells
    .flatMap(cell => cell.outputs ?? [])"""


def outputs(path, *, hidden=True):
    """Give the stored outputs of a lesson, with those that are hidden until they are run, or without."""
    cells = nbformat.read(path, as_version=4).cells
    if not hidden:
        cells = [cell for cell in cells if "jupyter" not in cell.metadata]
    return [output for cell in cells for output in cell.get("outputs", [])]


@pytest.fixture
def lesson(page, request):
    """Open a lesson in a tab, and close the tab and its kernel afterwards."""
    page.outside.clear()
    page.errors.clear()
    command(page, "docmanager:open", path=request.param.name, factory="Notebook")
    page.wait_for_function(CONNECTED, timeout=60_000)
    yield request.param
    page.evaluate("() => { jupyterapp.shell.currentWidget.context.sessionContext.shutdown() }")
    page.evaluate("jupyterapp.shell.currentWidget.dispose()")


def see_charts(page, path, *, hidden=True):
    """Every chart is drawn, none more, and each reads out its own description."""
    told = [
        output.data[VEGA]["description"]
        for output in outputs(path, hidden=hidden)
        if VEGA in output.get("data", {})
    ]
    page.wait_for_function(f"({DRAWN})().length === {len(told)}", timeout=30_000)
    labels = page.evaluate(
        f"({DRAWN})().map(c => c.closest('[role=graphics-document]') ?? "
        "c.querySelector('[role=graphics-document]')).map(c => c?.ariaLabel)"
    )
    assert labels == told


def see_no_error(page, path):
    """No output is an error, save where the lesson teaches to read one, and none a warning."""
    shown = page.evaluate(SHOWN)
    expected = [output.ename for output in outputs(path) if output.output_type == "error"]
    assert [output["ename"] for output in shown if output["output_type"] == "error"] == expected
    assert [output["text"] for output in shown if output.get("name") == "stderr"] == []
    for words in ("Javascript Error", "Error displaying widget", "Error loading"):
        assert page.get_by_text(words).count() == 0
    assert page.errors == []


def moves_a_chart(page, control):
    """Tell whether a key that is pressed in the control changes it and what is drawn."""
    for key in moves(control):
        page.evaluate(f"window.before = {PICTURE}")
        value = control.evaluate(VALUE)
        page.keyboard.press(key)
        if control.evaluate(VALUE) != value and page.evaluate(CHANGED):
            return True
    return False


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem, indirect=True)
def test_lesson(page, lesson):
    """Charts are live before and after a run, keys in controls change them and nothing else.

    What answers a guess is not to be seen before its cell is run, not its first line either. Nothing
    that it shows breaks a rule of WCAG that a tool can tell.
    """
    see_charts(page, lesson, hidden=False)
    assert page.evaluate(FIRST_LINES) == []
    command(page, "notebook:run-all-cells")
    see_no_error(page, lesson)
    see_charts(page, lesson)
    see_no_rule_broken(page)
    cells = page.evaluate(CELLS)
    reached, dead = 0, []
    for control in stops(page):
        if control.evaluate(f"c => c.matches('{CONTROLS}')"):
            reached += 1
            if not moves_a_chart(page, control):
                dead.append(
                    control.evaluate("c => c.closest('label, .jupyter-widgets')?.innerText")
                )
    assert dead == []
    # Of radio buttons, Tab reaches the one that is set, and arrows the others.
    others = page.locator(f":is({CONTROLS}):not([type=radio]:not(:checked))")
    assert reached == others.count()
    assert page.evaluate(CELLS) == cells
    see_no_error(page, lesson)
    assert page.outside == []
