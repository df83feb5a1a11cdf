"""Below each chart in JupyterLab its words and its table are one key away, and follow its controls."""

from pathlib import Path

import pytest
from driving import open_stored
from keys import stops

LESSON = Path(__file__).parents[3] / "notebooks" / "00-start-here.ipynb"
TOLD = ".jp-Notebook .vega-embed + .t2-told"
SEEN = """e => ({ words: e.querySelector("p").innerText, table: e.querySelector("table")?.innerText ?? "",
    columns: e.querySelectorAll("th[scope=col]").length, rows: e.querySelectorAll("tbody tr").length })"""


@pytest.fixture
def lesson(page):
    """Open a lesson as it is stored, and close it afterwards."""
    open_stored(page, LESSON)
    page.locator(TOLD).nth(1).wait_for()
    yield page
    page.evaluate("() => { jupyterapp.shell.currentWidget.context.sessionContext.shutdown() }")
    page.evaluate("jupyterapp.shell.currentWidget.dispose()")


def test_a_chart_has_its_words_and_table_one_key_away(lesson):
    """Tab reaches a line below each chart, Enter opens it, and no cell is run for it."""
    reached = 0
    for element in stops(lesson):
        if not element.evaluate(f"e => e.matches('{TOLD} > summary')"):
            continue
        reached += 1
        lesson.keyboard.press("Enter")
        told = element.evaluate_handle("e => e.parentElement").as_element()
        seen = told.evaluate(SEEN)
        described = told.evaluate(
            "e => e.previousElementSibling.closest('[role]')?.ariaLabel"
            " ?? e.previousElementSibling.querySelector('[role=graphics-document]').ariaLabel"
        )
        assert seen["words"] == described != ""
        assert seen["table"] == "" or (seen["columns"] > 1 and seen["rows"] > 5)
    assert reached == lesson.locator(TOLD).count() == 3


def test_the_table_follows_a_slider(lesson):
    """What is told is what is drawn where the slider stands; the words hold wherever it does."""
    chart = lesson.locator(".vega-embed:has(input[type=range])")
    told = lesson.locator(".vega-embed:has(input[type=range]) + .t2-told")
    told.locator("summary").press("Enter")
    before = told.evaluate(SEEN)
    chart.locator("input[type=range]").press("End")
    lesson.wait_for_function(
        "([e, before]) => e.querySelector('table').innerText !== before",
        arg=[told.element_handle(), before["table"]],
    )
    now = told.evaluate(SEEN)
    assert f"{now['rows']} row" in now["table"]
    assert now["words"] == before["words"]


def test_only_what_is_wider_than_the_page_is_a_stop_of_its_own(lesson):
    """On a page of 400 % a wide table is reached by Tab, where a browser does not see to it too; no text is wide."""
    outputs = lesson.locator(".jp-RenderedHTML.jp-OutputArea-output").all()
    assert not any(output.get_attribute("tabindex") for output in outputs)
    lesson.set_viewport_size({"width": 320, "height": 225})
    lesson.evaluate("jupyterapp.shell.collapseLeft()")
    lesson.wait_for_timeout(500)
    stops = [
        output.evaluate("e => [e.scrollWidth > e.clientWidth, e.tabIndex === 0]")
        for output in outputs
    ]
    texts = lesson.locator(".jp-MarkdownOutput").evaluate_all(
        "all => all.filter(e => e.scrollWidth > e.clientWidth).map(e => e.innerText)"
    )
    lesson.set_viewport_size({"width": 1280, "height": 900})
    lesson.evaluate("jupyterapp.shell.expandLeft()")
    assert texts == []
    assert [True, True] in stops
    assert all(is_wide == is_stop for is_wide, is_stop in stops)
