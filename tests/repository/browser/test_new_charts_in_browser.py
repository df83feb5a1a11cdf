"""A chart that no lesson holds, on a live page: shown at once, and saved with a picture."""

import nbformat
import pytest
from driving import command, own_notebook

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
    with own_notebook(page, lab_folder / "root" / "own.ipynb", CELLS) as path:
        yield path


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
