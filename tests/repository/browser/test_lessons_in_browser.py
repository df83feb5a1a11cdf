"""Each lesson as a reader meets it: opened in JupyterLab, run, and its controls moved."""

from pathlib import Path

import nbformat
import pytest
from driving import CONNECTED, command

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
# The option that is chosen already has nothing to change.
OTHERS = "c => [...c.options].map(o => o.index).filter(index => index !== c.selectedIndex)"
CONTROLS = ", ".join(
    f".jp-Notebook .jp-Cell:has(.vega-embed) {place} {kind}"
    for place in (".vega-bindings", ".jupyter-widgets")
    for kind in ("input:not([type=text])", "select")
)
SHOWN = """() => jupyterapp.shell.currentWidget.content.model.sharedModel.toJSON().cells
    .flatMap(cell => cell.outputs ?? [])"""


def outputs(path):
    cells = nbformat.read(path, as_version=4).cells
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


def see_charts(page, path):
    """Every chart is drawn, none more, and each reads out its own description."""
    told = [
        output.data[VEGA]["description"]
        for output in outputs(path)
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


def positions(control):
    """Move a control to one place after another, like a reader with a keyboard or a mouse."""
    kind = control.evaluate("c => c.type")
    if kind == "select-one":
        for index in control.evaluate(OTHERS):
            yield lambda i=index: control.select_option(index=i)
    elif kind in ("checkbox", "radio"):
        yield control.click
    else:
        keys = ("ArrowUp", "ArrowDown", "ArrowDown") if kind == "number" else ("End", "Home")
        for key in keys:
            yield lambda k=key: control.press(k)


def moves_a_chart(page, control):
    """Tell whether some position of the control changes what is drawn."""
    page.evaluate(f"window.before = {PICTURE}")
    for move in positions(control):
        move()
        if page.evaluate(CHANGED):
            return True
    return False


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem, indirect=True)
def test_lesson(page, lesson):
    """Charts are live before and after a run, controls change them, nothing is asked outside."""
    see_charts(page, lesson)
    command(page, "notebook:run-all-cells")
    see_no_error(page, lesson)
    see_charts(page, lesson)
    controls = page.locator(CONTROLS)
    assert controls.count() > 0, "the lesson has nothing to move"
    dead = [
        control.evaluate("c => c.closest('label, .jupyter-widgets')?.innerText ?? c.name")
        for control in controls.all()
        # The button that is set already has nothing to change; its neighbors do.
        if not control.evaluate("c => c.type === 'radio' && c.checked")
        and not moves_a_chart(page, control)
    ]
    assert dead == []
    see_no_error(page, lesson)
    assert page.outside == []
