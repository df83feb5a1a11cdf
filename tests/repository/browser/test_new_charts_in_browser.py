"""A chart that no lesson holds, on a live page: shown at once, and saved with a picture."""

import nbformat
import pytest
from driving import CONNECTED, command

VEGA = "application/vnd.vega.v5+json"
CELLS = [
    # As a reader has it, and not as the tests do.
    "import os\nos.environ.pop('TRACK2_COMPILE', None)",
    "import altair as alt\nimport pandas as pd\nimport track2lib as t2\nt2.enable_charts()",
    "def bars(longest=3):\n    rows = pd.DataFrame({'n': range(1, longest + 1)})\n"
    "    return alt.Chart(rows, title=f'Up to {longest}').mark_bar().encode(x='n:O', y='n:Q')",
    "bars()",
    "t2.interact(bars, longest=(2, 9))",
]
BARS = """[...document.querySelectorAll('.jp-Notebook .vega-embed')]
    .map(chart => chart.querySelectorAll('.mark-rect.role-mark > path').length).join()"""


@pytest.fixture
def notebook(page, lab_folder):
    """Open a reader's own notebook, and close it with its kernel afterwards."""
    path = lab_folder / "root" / "own.ipynb"
    cells = [nbformat.v4.new_code_cell(source) for source in CELLS]
    kernel = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
    metadata = {"kernelspec": kernel}  # without it JupyterLab asks for one
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=metadata), path)
    command(page, "docmanager:open", path=path.name, factory="Notebook")
    page.wait_for_function(CONNECTED, timeout=60_000)
    yield path
    page.evaluate("() => { jupyterapp.shell.currentWidget.context.sessionContext.shutdown() }")
    page.evaluate("jupyterapp.shell.currentWidget.dispose()")


def test_new_chart_is_shown_and_saved_with_a_picture(page, notebook):
    """Both charts are drawn, a control redraws, and the file has a PNG with its words for each."""
    command(page, "notebook:run-all-cells")
    page.wait_for_function(f"{BARS} === '3,3'")
    page.locator(".jupyter-widgets input[type=number]").fill("5")
    page.keyboard.press("Enter")
    page.wait_for_function(f"{BARS} === '3,5'")
    command(page, "docmanager:save")
    saved = [
        output
        for cell in nbformat.read(notebook, as_version=4).cells
        for output in cell.outputs
        if VEGA in output.get("data", {})
    ]
    assert len(saved) == 2
    for output in saved:
        assert output.data["image/png"]
        assert "width" not in output.metadata["image/png"]  # a picture of ours would have it
        assert output.metadata["image/png"]["alt"] == output.data["text/plain"]
