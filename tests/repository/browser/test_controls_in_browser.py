"""The controls of `interact` while their kernel lives, after it is gone, and in a saved file."""

import nbformat
import pytest
from driving import CONNECTED, command
from hearing_live import HEAR, heard
from lessons import METADATA

CELL = """import track2lib as t2
long = "A name of a dialogue that is as long as those in the lessons are, and longer"
t2.interact(lambda of, year: f"{of} {year}", of=["short", long], year=(1997, 2010))"""
WORDS = "Of: short; Year: 1997. Run this cell to choose another."
KERNEL = "jupyterapp.shell.currentWidget.context.sessionContext"


@pytest.fixture
def opened(page, lab_folder, request):
    """Open a notebook that has controls and is not run; give a function that opens it again."""
    page.outside.clear()
    page.errors.clear()
    name = f"{request.node.originalname}.ipynb"
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(CELL)], metadata=METADATA)
    nbformat.write(book, lab_folder / "root" / name)

    def again():
        command(page, "docmanager:open", path=name, factory="Notebook")
        page.wait_for_function(CONNECTED, timeout=60_000)

    def close():
        page.evaluate(f"() => {{ {KERNEL}.shutdown() }}")
        page.wait_for_function(f"!{KERNEL}.session")
        page.evaluate("jupyterapp.shell.currentWidget.dispose()")

    again()
    page.close_and_open = lambda: (close(), again())
    yield page
    close()


def run(page):
    command(page, "notebook:run-all-cells")
    page.get_by_label("Year").wait_for()


def test_words_give_way_to_controls_that_live(opened):
    """Run, the controls are in their place alone; a label and the longest option are whole."""
    page = opened
    run(page)
    assert page.get_by_text(WORDS).is_hidden()
    assert page.locator(".jp-OutputArea [title=null]").count() == 0
    cut = "e => e.scrollWidth > e.clientWidth"
    for part in (".widget-label", ".widget-dropdown select"):
        assert not any(e.evaluate(cut) for e in page.locator(f".jp-OutputArea {part}").all())
    # A menu is as wide as its longest option, so that this is whole when it is chosen.
    menu = page.locator(".jp-OutputArea select")
    short = menu.evaluate("e => e.getBoundingClientRect().width")
    assert short > 400
    left = [e.bounding_box()["x"] for e in page.locator(".jp-OutputArea :is(select, input)").all()]
    assert len({round(x) for x in left}) == 1, "the fields do not begin below each other"


def test_controls_without_their_kernel_take_no_input(opened):
    """After a restart, the words are there again, and neither Tab nor mouse reaches a control."""
    page = opened
    run(page)
    page.evaluate(f"() => {{ {KERNEL}.session.kernel.restart() }}")
    page.get_by_text(WORDS).wait_for()
    page.locator(".jp-OutputArea select").evaluate("e => e.focus()")
    assert page.evaluate("document.activeElement.tagName") != "SELECT"
    run(page)
    page.get_by_text(WORDS).wait_for(state="hidden")
    page.get_by_label("Year").fill("2005")
    page.keyboard.press("Enter")
    page.locator("pre").get_by_text("'short 2005'").wait_for()
    # Without any kernel, the page is not told; whoever uses a control is.
    page.evaluate(f"() => {{ {KERNEL}.shutdown() }}")
    page.wait_for_function(f"!{KERNEL}.session")
    page.locator(".jp-OutputArea select").focus()
    page.wait_for_function("document.activeElement.innerText.includes('run the lesson again')")
    page.get_by_text("Of: short; Year: 2005.").wait_for()


def test_a_move_is_heard_once_and_keeps_the_focus(opened):
    """What is drawn anew is heard, in a place that was there before; the control keeps the focus."""
    page = opened
    run(page)
    page.evaluate(HEAR)
    page.get_by_label("Year").focus()
    page.keyboard.press("ArrowUp")
    assert heard(page) == ["'short 1998'"]
    assert page.evaluate("document.activeElement.type") == "number"
    assert page.get_by_role("group", name="Controls of what is shown below").count() == 1
    # Whoever goes through the page later does not find the words a second time.
    page.wait_for_function("!document.querySelector('.t2-heard').innerText")


def test_controls_stay_within_a_narrow_page(opened):
    """On a phone a long menu gets narrower, and the box of the controls has no bar of its own."""
    page = opened
    page.set_viewport_size({"width": 390, "height": 780})
    page.evaluate("jupyterapp.shell.collapseLeft()")
    page.evaluate(
        "jupyterapp.shell.currentWidget.content.widgets[0].model.sharedModel"
        ".updateSource(0, 0, \"import track2lib as t2; t2.code_cases('on a phone')\\n\")"
    )
    try:
        run(page)
        wide = "e => [e, ...e.querySelectorAll('*')].filter(e => e.scrollWidth > e.clientWidth + 1"
        for box in page.locator(".t2-form").all():
            assert box.evaluate("e => e.getBoundingClientRect().width") < 300
            assert box.evaluate(f"{wide} && getComputedStyle(e).overflowX === 'auto').length") == 0
    finally:
        page.evaluate("jupyterapp.shell.expandLeft()")
        page.set_viewport_size({"width": 1280, "height": 900})


def test_reopened_file_says_what_to_do(opened):
    """Where the box is not found any more, its words and its drawing are there."""
    page = opened
    run(page)
    command(page, "docmanager:save")
    page.close_and_open()
    page.get_by_text(WORDS).wait_for()
    page.get_by_text("'short 1997'").wait_for()
    run(page)
    page.get_by_text(WORDS).wait_for(state="hidden")
