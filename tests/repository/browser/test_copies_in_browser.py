"""A lesson is opened and closed without a question, and worked on in copies."""

import re

import pytest

LESSON = "notebooks/01-definitions.ipynb"
MINE = "notebooks/my-lessons/01-definitions.ipynb"
STATE = """() => {
    const {context} = jupyterapp.shell.currentWidget;
    return [context.path, context.contentsModel?.writable, context.model.dirty];
}"""
OPEN = """async (path) => {
    const shown = await jupyterapp.commands.execute("docmanager:open", {path});
    await shown.context.ready;
    await shown.sessionContext.ready;
    await shown.sessionContext.session.kernel.info;
}"""


@pytest.fixture(autouse=True)
def folder(lab_folder):
    """Make the folder as it stands in the repository: lessons below the root."""
    place = lab_folder / "root" / "notebooks"
    if not place.exists():
        place.mkdir()
        for path in (lab_folder / "root").glob("*"):
            if path.name.startswith("01-") or path.name == ".charts.json":
                (place / path.name).write_bytes(path.read_bytes())
    return place


def close(page):
    """Close the notebook in front, and give what JupyterLab asks."""
    page.evaluate("() => void jupyterapp.commands.execute('application:close')")
    page.wait_for_timeout(1000)
    return page.locator(".jp-Dialog").all_inner_texts()


def press(page, label):
    """Press a button above the notebook in front."""
    page.locator(".jp-ToolbarButton:visible jp-button", has_text=label).click()


def in_front(page, path):
    """Wait until a file is in front, ready, and give whether it can be written and is changed."""
    page.wait_for_function(f"({STATE})()[0] === '{path}'", timeout=30_000)
    page.evaluate("() => jupyterapp.shell.currentWidget.context.ready")
    return page.evaluate(STATE)[1:]


def test_lesson_that_was_only_opened_is_closed_without_a_question(page, folder):
    """The kernel has started and nothing is changed: no dialog, and the same bytes."""
    before = (folder / "01-definitions.ipynb").read_bytes()
    page.evaluate(OPEN, LESSON)
    page.wait_for_timeout(3000)
    assert page.evaluate(STATE) == [LESSON, False, False]
    assert close(page) == []
    assert (folder / "01-definitions.ipynb").read_bytes() == before


def test_original_that_was_run_offers_to_be_saved_elsewhere(page, folder):
    """Nobody loses what was written into an original: closing offers a name for it."""
    before = (folder / "01-definitions.ipynb").read_bytes()
    page.evaluate(OPEN, LESSON)
    page.evaluate(
        "() => jupyterapp.shell.currentWidget.content.widgets[1].model.sharedModel.setSource('1')"
    )
    (asked,) = close(page)
    assert re.search("Cancel.*Discard.*Save as", asked, re.DOTALL)
    page.locator(".jp-Dialog button", has_text="Discard").click()
    assert (folder / "01-definitions.ipynb").read_bytes() == before


def test_correction_of_the_original_is_told_in_the_copy(page, folder):
    """A copy stays as it is, and whoever opens it hears that the original was corrected since."""
    told = page.locator(".Toastify__toast", has_text="the original differs from this copy")
    page.evaluate(OPEN, MINE)
    page.wait_for_timeout(1500)
    assert told.count() == 0
    close(page)
    path = folder / "01-definitions.ipynb"
    before = path.read_text("utf-8")
    path.write_text(before.replace("# Definitions", "# Definitions, corrected", 1), "utf-8")
    try:
        page.evaluate(OPEN, MINE)
        told.get_by_text("In 1 of its texts").wait_for(timeout=10_000)
    finally:
        path.write_text(before, "utf-8")
    assert "corrected" not in (folder / "my-lessons" / path.name).read_text("utf-8")
    close(page)


@pytest.mark.parametrize("width", [390, 1024])
def test_nothing_is_cut_and_no_word_is_broken(page, folder, width):
    """Code goes on in the next line, and printed lines end between words, on every width."""
    page.evaluate(OPEN, MINE)
    page.set_viewport_size({"width": width, "height": 768})
    if width < 1024:
        page.evaluate("jupyterapp.shell.collapseLeft()")
    shown = page.locator(".jp-NotebookPanel.t2-lesson:visible")
    printed = shown.locator(".jp-OutputArea-output pre").first
    assert printed.evaluate("pre => getComputedStyle(pre).wordBreak") == "normal"
    for code in shown.locator(".jp-CodeCell .cm-scroller").all():
        assert code.evaluate("line => line.scrollWidth - line.clientWidth") <= 1
    button = shown.locator(".jp-ToolbarButton jp-button", has_text="Fresh copy")
    assert button.is_visible()
    assert button.bounding_box()["x"] < width - 100
    page.evaluate("jupyterapp.shell.expandLeft()")
    page.set_viewport_size({"width": 1280, "height": 900})
    close(page)


def test_copies_are_made_by_a_button_and_never_written_over(page, folder):
    """One button opens the reader's copy, another one more that is fresh; the old one stays."""
    page.evaluate(OPEN, LESSON)
    told = page.locator(".Toastify__toast", has_text="is the original")
    told.wait_for()
    press(page, "My copy")
    assert in_front(page, MINE) == [True, False]
    # It would be read as said of the copy.
    told.wait_for(state="detached")
    edit = "() => jupyterapp.shell.currentWidget.content.widgets[1].model.sharedModel.setSource('mine = 1')"
    page.evaluate(edit)
    page.evaluate("() => jupyterapp.commands.execute('docmanager:save')")
    press(page, "Fresh copy")
    assert in_front(page, MINE.replace(".ipynb", "-Copy1.ipynb")) == [True, False]
    copies = folder / "my-lessons"
    assert "mine = 1" in (copies / "01-definitions.ipynb").read_text("utf-8")
    assert "mine = 1" not in (copies / "01-definitions-Copy1.ipynb").read_text("utf-8")
    page.evaluate(OPEN, LESSON)
    press(page, "My copy")
    in_front(page, MINE)
    assert "mine = 1" in page.evaluate(
        "() => jupyterapp.shell.currentWidget.content.widgets[1].model.sharedModel.getSource()"
    )
    page.evaluate("() => jupyterapp.commands.execute('application:close-all')")


def test_copy_that_cannot_be_made_is_told(page, folder):
    """Where no copies can be written, the button says so, and what to do."""
    copies = folder / "my-lessons"
    kept = copies.rename(folder / "kept") if copies.exists() else None
    copies.symlink_to("/proc")  # where even an administrator makes no file
    try:
        page.evaluate(OPEN, LESSON)
        press(page, "My copy")
        told = page.locator(
            ".jp-Dialog", has_text="Your copy of 01-definitions.ipynb cannot be opened"
        )
        told.get_by_text("Copy the lessons to a folder of your own").wait_for(timeout=10_000)
        page.keyboard.press("Escape")
    finally:
        copies.unlink()
        if kept:
            kept.rename(copies)
    close(page)
