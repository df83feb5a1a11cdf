"""Charts in JupyterLab's dark theme: ground and ink follow it at once, and paper stays white."""

import nbformat
import pytest
from driving import CONNECTED, command

from track2lib.page.theme import INK, LAND, ON_DARK, PAPER

LESSON = "03-ahmadinejad-years.ipynb"
CELLS = [
    "import os\nos.environ.pop('TRACK2_COMPILE', None)",
    "import altair as alt\nimport pandas as pd\nimport track2lib as t2\nt2.enable_charts()",
    "rows = pd.DataFrame({'n': [1, 2]})\n"
    "alt.Chart(rows, title='Of the theme').mark_bar().encode(x='n:O', y='n:Q')",
    "alt.Chart(rows, title='Of its own').mark_bar(color='#123456').encode(x='n:O', y='n:Q')",
]
DARK, LIGHT = "JupyterLab Dark", "JupyterLab Light"
SHOWN = """() => [...document.querySelectorAll('.jp-Notebook svg.marks')]
    .filter((chart) => chart.checkVisibility())"""
GROUNDS = f"() => ({SHOWN})().map((chart) => getComputedStyle(chart).backgroundColor)"
# Each colour in which something is drawn: as the chart has it, and as it is seen.
SEEN = f"""() => ({SHOWN})().flatMap((chart) => ["fill", "stroke"].flatMap((channel) =>
    [...chart.querySelectorAll(`[${{channel}}]`)].map((mark) =>
        [mark.getAttribute(channel), getComputedStyle(mark)[channel]].join(" > "))))"""
CORNER = """async (png) => {
    const picture = new Image();
    picture.src = "data:image/png;base64," + png;
    await picture.decode();
    const canvas = document.createElement("canvas");
    const pen = canvas.getContext("2d");
    pen.drawImage(picture, 0, 0);
    return [...pen.getImageData(1, 1, 1, 1).data];
}"""


def rgb(colour):
    """Give a colour as a browser tells it."""
    if colour in {"white", "black"}:
        return "rgb(255, 255, 255)" if colour == "white" else "rgb(0, 0, 0)"
    return f"rgb({', '.join(str(int(colour[i : i + 2], 16)) for i in (1, 3, 5))})"


ON_PAPER = {f"{colour} > {rgb(colour)}" for colour in ON_DARK}
ON_DARK_PAGE = {f"{colour} > {rgb(dark)}" for colour, dark in ON_DARK.items()}


def seen(page):
    """Give the colours in which charts are seen, without what is not drawn."""
    return {pair for pair in page.evaluate(SEEN) if not pair.startswith(("none", "transparent"))}


@pytest.fixture
def themes(page):
    """Go back to the light theme, a screen and the colours of the page."""
    yield lambda name: command(page, "apputils:change-theme", theme=name)
    page.emulate_media(media="screen", forced_colors="none")
    command(page, "apputils:change-theme", theme=LIGHT)
    page.evaluate("() => { jupyterapp.shell.currentWidget.context.sessionContext.shutdown() }")
    page.evaluate("jupyterapp.shell.currentWidget.dispose()")


def opened(page, path):
    command(page, "docmanager:open", path=path, factory="Notebook")
    page.wait_for_function(CONNECTED, timeout=60_000)


def test_charts_follow_the_theme_without_being_run(page, themes):
    """All of a lesson is dark as soon as the theme is, in the colours of the table, and light again."""
    opened(page, LESSON)
    page.wait_for_function(f"({SHOWN})().length > 2")
    assert set(page.evaluate(GROUNDS)) == {rgb(PAPER)}
    assert seen(page) <= ON_PAPER
    themes(DARK)
    page.wait_for_function(f"({GROUNDS})().every((ground) => ground === '{rgb(ON_DARK[PAPER])}')")
    assert seen(page) <= ON_DARK_PAGE
    assert f"{INK} > {rgb(ON_DARK[INK])}" in seen(page)
    page.emulate_media(media="print")
    assert set(page.evaluate(GROUNDS)) == {rgb(PAPER)}
    assert seen(page) <= ON_PAPER
    # In colours that a reader forces on all pages, a chart keeps its own, ground and all.
    page.emulate_media(media="screen", forced_colors="active")
    assert set(page.evaluate(GROUNDS)) == {rgb(ON_DARK[PAPER])}
    assert seen(page) <= ON_DARK_PAGE
    page.emulate_media(forced_colors="none")
    themes(LIGHT)
    page.wait_for_function(f"({GROUNDS})().every((ground) => ground === '{rgb(PAPER)}')")
    assert seen(page) <= ON_PAPER


def test_picture_of_a_new_chart_is_white_and_a_colour_of_its_own_keeps_its_paper(
    page, themes, lab_folder
):
    """What JupyterLab saves of a chart on a dark page is for paper; no dark mark is set on black."""
    path = lab_folder / "root" / "dark.ipynb"
    cells = [nbformat.v4.new_code_cell(source) for source in CELLS]
    kernel = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel}), path)
    themes(DARK)
    opened(page, path.name)
    command(page, "notebook:run-all-cells")
    page.wait_for_function(f"({SHOWN})().length === 2")
    assert page.evaluate(GROUNDS) == [rgb(ON_DARK[PAPER]), rgb(PAPER)]
    # JupyterLab adds the pictures when it has drawn the charts.
    page.wait_for_timeout(1000)
    command(page, "docmanager:save")
    for cell in nbformat.read(path, as_version=4).cells[2:]:
        picture = cell.outputs[0].data["image/png"]
        assert page.evaluate(CORNER, picture) == [255, 255, 255, 255]


def test_box_at_the_pointer_can_be_read(page, themes):
    """On a dark page it is dark, with light words as large as those of a chart."""
    opened(page, LESSON)
    themes(DARK)
    page.wait_for_function(f"({SHOWN})().length > 2")
    marks = page.locator(".jp-Notebook:visible svg.marks g.mark-symbol.role-mark path:visible")
    box = page.locator("#vg-tooltip-element.visible")
    # While a lesson is still being laid out, a mark can move away from below the pointer.
    for _ in range(20):
        marks.first.scroll_into_view_if_needed()
        marks.first.hover(force=True)
        page.wait_for_timeout(500)
        if box.is_visible():
            break
        page.mouse.move(0, 0)
    box.wait_for()
    style = box.evaluate(
        "box => { const s = getComputedStyle(box); return [s.backgroundColor, s.color, s.fontSize] }"
    )
    assert style[1:] == [rgb(ON_DARK[INK]), "13px"]
    assert style[0] == rgb(ON_DARK[LAND])
    page.mouse.move(0, 0)
