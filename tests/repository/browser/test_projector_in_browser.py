"""A chart for a projector on a live page: larger than one for the page, with what belongs to it."""

import pytest
from driving import command, own_notebook

CELLS = [
    "import altair as alt\nimport pandas as pd\nimport track2lib as t2\nt2.enable_charts()",
    "rows = pd.DataFrame({'n': range(3)})\nslider = alt.param(value=1, bind=alt.binding_range(max=2))\n"
    "def bars():\n    made = alt.Chart(rows, title='Three bars', width=200).mark_bar()\n"
    "    return made.encode(x='n:O', y='n:Q', tooltip='n:Q').add_params(slider)\nbars()",
    "t2.enable_charts(size='projector')\nbars()",
]
CHARTS = "document.querySelectorAll('.jp-Notebook .vega-embed svg.marks').length"
SIZES = """[...document.querySelectorAll('.jp-Notebook .vega-embed')].map(chart => {
    const svg = chart.querySelector('svg.marks');
    const letters = [...svg.querySelectorAll('text')].filter(text => text.textContent);
    const small = Math.min(...letters.map(text => parseFloat(text.getAttribute('font-size'))));
    const times = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    const label = chart.querySelector('.vega-bindings');
    return [times, small * times, parseFloat(getComputedStyle(label).fontSize)];
})"""


@pytest.fixture
def notebook(page, lab_folder):
    """Open a notebook of an instructor, and close it with its kernel afterwards."""
    with own_notebook(page, lab_folder / "root" / "projector.ipynb", CELLS) as path:
        yield path


def test_words_are_20_pixels_high(page, notebook):
    """Below a chart of the page's size stands the same one, with words and controls of 20 pixels."""
    command(page, "notebook:run-all-cells")
    page.wait_for_function(f"{CHARTS} === 2")
    small, large = page.evaluate(SIZES)
    assert small[:2] == pytest.approx([1, 13], rel=0.01)
    assert large[0] == pytest.approx(20 / 13, rel=0.01)
    assert large[1] == pytest.approx(20, rel=0.01)
    assert large[2] >= 20 > small[2]
    # The pointer finds its mark, and the box beside it has letters as large.
    page.locator(".jp-Notebook .vega-embed").nth(1).locator(".mark-rect path").last.hover()
    box = page.locator("#vg-tooltip-element.visible")
    box.wait_for()
    assert box.evaluate("box => getComputedStyle(box).fontSize") == "20px"
