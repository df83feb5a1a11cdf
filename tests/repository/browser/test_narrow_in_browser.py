"""Charts on small pages: at 200 % and 400 %, on a phone, beside the list of files."""

from pathlib import Path

import pytest
from driving import open_stored

LESSONS = sorted((Path(__file__).parents[3] / "notebooks").glob("*.ipynb"))
# A window of half the width is what 200 % makes of a usual one.
SIZES = {
    "beside the files": (1024, 768),
    "200 %": (640, 450),
    "phone": (390, 844),
    "400 %": (320, 225),
}
# What is wider than the room that it has; controls that do not end above their chart.
WRONG = """() => [...document.querySelectorAll('.jp-Notebook .vega-embed')].flatMap(chart => {
    const room = chart.closest('.jp-OutputArea-output');
    const picture = chart.querySelector('svg').getBoundingClientRect();
    const controls = chart.querySelector('.vega-bindings')?.getBoundingClientRect();
    const wrong = [];
    if (picture.width < 150) wrong.push(`no wider than ${picture.width}`);
    if (room.scrollWidth > room.clientWidth) wrong.push(`${room.scrollWidth} of ${room.clientWidth}`);
    if (controls?.height && controls.bottom > picture.top) wrong.push('controls not above');
    if (controls?.height && picture.top - controls.bottom > 20) wrong.push('controls far off');
    return wrong;
})"""
DRAWN = "document.querySelectorAll('.jp-Notebook .vega-embed svg').length > 0"


@pytest.fixture
def lesson(page, request):
    """Open a lesson as it is stored, and close it afterwards in a window of the usual size."""
    usual = page.viewport_size
    open_stored(page, request.param)
    page.wait_for_function(DRAWN)
    yield page
    page.set_viewport_size(usual)
    page.evaluate("jupyterapp.shell.expandLeft()")
    page.evaluate("() => { jupyterapp.shell.currentWidget.context.sessionContext.shutdown() }")
    page.evaluate("jupyterapp.shell.currentWidget.dispose()")


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem, indirect=True)
def test_no_mark_is_out_of_sight(lesson):
    """Every chart is as narrow as its room, and its controls stand right above it."""
    wrong = {}
    for name, (width, height) in SIZES.items():
        lesson.set_viewport_size({"width": width, "height": height})
        if width < 1024:
            lesson.evaluate("jupyterapp.shell.collapseLeft()")
        lesson.wait_for_timeout(500)
        wrong |= {name: found} if (found := lesson.evaluate(WRONG)) else {}
    assert wrong == {}


def test_ground_of_a_chart_stays_in_forced_colors(page):
    """Dark words need it: a browser that replaces colors of the page leaves those of a chart."""
    open_stored(page, LESSONS[0])
    page.wait_for_function(DRAWN)
    page.emulate_media(forced_colors="active")
    chart = page.locator(".jp-Notebook .vega-embed > svg").first
    style = chart.evaluate("c => [getComputedStyle(c).forcedColorAdjust, c.style.backgroundColor]")
    page.emulate_media(forced_colors="none")
    page.evaluate("jupyterapp.shell.currentWidget.dispose()")
    assert style == ["none", "white"]
