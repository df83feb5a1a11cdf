"""A chart where nothing compiles it, in the real JupyterLab: it compiles the chart itself."""

import nbformat
import pytest
from driving import command, own_notebook

VEGALITE = "application/vnd.vegalite.v5+json"
CELLS = [
    "import os, sys\nos.environ.pop('TRACK2_COMPILE', None)\nsys.modules['vl_convert'] = None",
    "import altair as alt\nimport pandas as pd\nimport track2lib as t2\nt2.enable_charts()",
    "year = alt.param(name='year', value=1, bind=alt.binding_range(min=1, max=3, step=1))\n"
    'words = alt.ExprRef(\'["Up to 1", "Up to " + year][1]\')\n'
    "rows = pd.DataFrame({'n': range(1, 4)})\n"
    "bars = alt.Chart(rows, title=alt.TitleParams(words)).mark_bar()\n"
    "bars.encode(alt.X('n:O', axis=None), y='n:Q').add_params(year).transform_filter('datum.n <= year')",
]
BARS = "document.querySelectorAll('.jp-Notebook .mark-rect.role-mark > path').length"
HEARD = "document.querySelector('.jp-Notebook [aria-roledescription=title]')?.ariaLabel"


@pytest.fixture
def notebook(page, lab_folder):
    """Open a reader's own notebook, and close it with its kernel afterwards."""
    with own_notebook(page, lab_folder / "root" / "uncompiled.ipynb", CELLS) as path:
        yield path


def test_the_page_draws_what_nothing_compiled(page, notebook):
    """It is drawn, follows its control, says its title as it moves, and is saved with a picture."""
    command(page, "notebook:run-all-cells")
    page.wait_for_function(f"{BARS} === 1")
    assert page.evaluate(HEARD) == "Up to 1"
    assert not page.locator(".jp-Notebook .vega-embed details").count()
    page.locator(".jp-Notebook input[type=range]").focus()
    page.keyboard.press("End")
    page.wait_for_function(f"{BARS} === 3 && {HEARD} === 'Up to 3'")
    command(page, "docmanager:save")
    outputs = nbformat.read(notebook, as_version=4).cells[-1].outputs
    (chart,) = [output for output in outputs if VEGALITE in output.get("data", {})]
    assert chart.data["image/png"]
    assert chart.metadata["image/png"]["alt"] == chart.data["text/plain"]
