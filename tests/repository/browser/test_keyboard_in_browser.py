"""JupyterLab by keyboard alone: keys in a control are the control's, and others act on cells."""

import nbformat
import pytest
from driving import CONNECTED, command
from keys import CELLS, stops
from lessons import METADATA

KINDS = """
import ipywidgets as w
from IPython.display import HTML, display
ab = {"options": ["xa", "ma", "ia"]}
display(w.VBox([
    w.IntSlider(), w.FloatRangeSlider(), w.SelectionSlider(**ab), w.IntText(), w.Text(),
    w.Textarea(), w.Dropdown(**ab), w.Select(**ab), w.SelectMultiple(**ab), w.RadioButtons(**ab),
    w.ToggleButtons(**ab), w.Checkbox(), w.Button(description="go"), w.DatePicker(),
    w.ColorPicker(), w.FileUpload(), w.Play(), w.Accordion([w.Combobox(**ab)]), w.Tab([w.Text()]),
]))
display(HTML(
    "<a href='#'>a</a><details><summary>s</summary>d</details><div tabindex=0>t</div>"
    "<div contenteditable>c</div><select><option>xa<option>ma</select><button>b</button>"
))
"""
# All that act on cells, and twice those that must come twice; Shift, too, where it says so.
PLAIN = [*"aabbccddiikkjjmmrrvvxxyyzz001123456", "Shift+m", "Shift+a", "Shift+z", "Shift+ArrowDown"]
ARROWS = ["ArrowDown", "ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight"]
# The bindings that a key pressed in an element would meet.
MET = """e => {
    const met = [];
    for (const b of jupyterapp.commands.keyBindings)
        for (let at = e; at; at = at.parentElement)
            if (at.matches(b.selector)) { met.push([b.keys.join(' '), b.command]); break; }
    return met;
}"""
ACTIVE = "jupyterapp.shell.currentWidget.content.activeCellIndex"
# Known beside those with a modifier; running the cell is what Shift Enter does in any field.
FREE = {"F9", "F11", "Shift Enter"}


@pytest.fixture
def open_cells(page, lab_folder, request):
    """Give a function that opens a notebook of some cells and runs it; closed at the end."""
    page.outside.clear()
    page.errors.clear()

    def opened(*sources):
        name = f"{request.node.originalname}.ipynb"
        cells = [nbformat.v4.new_code_cell(source) for source in sources]
        cells.append(nbformat.v4.new_markdown_cell("The [end](#end)"))
        book = nbformat.v4.new_notebook(cells=cells, metadata=METADATA)
        nbformat.write(book, lab_folder / "root" / name)
        command(page, "docmanager:open", path=name, factory="Notebook")
        page.wait_for_function(CONNECTED, timeout=60_000)
        command(page, "notebook:run-all-cells")

    yield opened
    page.evaluate("() => { jupyterapp.shell.currentWidget.context.sessionContext.shutdown() }")
    page.evaluate("jupyterapp.shell.currentWidget.dispose()")


def outputs(page, most=600):
    """Give each element of an output that Tab reaches, while it has the focus."""
    for element in stops(page, most):
        if element.evaluate("e => e.closest('.jp-OutputArea') !== null"):
            yield element


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def test_no_kind_of_control_passes_a_key_on_to_the_cell(page, open_cells):
    """Whatever an output holds, letters and arrows in it leave the cells and the focus alone."""
    open_cells(KINDS)
    page.locator(".jp-OutputArea select").last.wait_for()
    cells = page.evaluate(CELLS)
    passed_on, met = [], set()
    seen = 0
    for element in outputs(page):
        seen += 1
        free = [key for key, _ in element.evaluate(MET) if not {"Ctrl", "Alt"} & {*key.split()}]
        met |= {*free} - FREE
        press(page, *PLAIN, *ARROWS)
        if page.evaluate(CELLS) != cells or not element.evaluate(
            "e => e.closest('.jp-OutputArea').contains(document.activeElement)"
        ):
            passed_on.append(element.evaluate("e => e.outerHTML.slice(0, 90)"))
    assert (passed_on, met) == ([], set())
    assert seen > 25
    assert page.locator(".jp-Dialog").count() == 0, "00 asks whether to restart the kernel"


def test_arrows_letters_and_space_move_controls(page, open_cells):
    """Sliders, menus, buttons and boxes do what they do on any page."""
    open_cells(KINDS)
    moved = {}
    keys = {"select": ["m"], "noUi-handle": ["ArrowRight"], "checkbox": ["Space"]}
    keys |= {"radio": ["ArrowDown"], "number": ["ArrowUp"]}
    state = "e => [e.value, e.ariaValueNow, e.checked, document.activeElement === e].join()"
    for element in outputs(page):
        kind = element.evaluate("e => [e.tagName.toLowerCase(), e.type, e.className].join(' ')")
        for part, pressed in keys.items():
            if part in kind:
                before = element.evaluate(state)
                press(page, *pressed)
                moved.setdefault(part, []).append(before != element.evaluate(state))
    assert moved.keys() == keys.keys()
    assert all(all(each) for each in moved.values()), moved


def test_wide_output_is_moved_by_arrows(page, open_cells):
    """What is wider than the page is reached by Tab, and arrows bring the rest into sight."""
    open_cells("from IPython.display import HTML\nHTML('<table><tr>' + '<td>wide</td>' * 99)")
    page.locator(".jp-OutputArea table").wait_for()
    area = next(outputs(page))
    press(page, "ArrowRight", "ArrowRight")
    page.wait_for_function("document.activeElement.scrollLeft > 0")
    assert area.evaluate("e => e === document.activeElement")


def test_keys_act_on_cells_again_outside_the_output(page, open_cells):
    """By Shift+Tab back on the cell, each key does what JupyterLab says that it does."""
    open_cells("from IPython.display import HTML\nHTML('<select><option>a<option>b</select>')")
    page.locator(".jp-OutputArea select").wait_for()
    cells = page.evaluate(CELLS)
    next(outputs(page))
    assert page.evaluate("document.activeElement.tagName") == "SELECT"
    press(page, "ArrowDown", "b", "a", "d", "d")
    assert page.evaluate(CELLS) == cells
    for _ in range(20):
        press(page, "Shift+Tab")
        if page.evaluate("document.activeElement.classList.contains('jp-Cell')"):
            break
    assert page.evaluate(ACTIVE) == 0
    for keys, right in [
        ("a", ["code", "code", "markdown"]),
        ("m", ["markdown", "code", "markdown"]),
        ("y", ["code", "code", "markdown"]),
        ("dd", ["code", "markdown"]),
        ("bx", ["code", "markdown"]),
        (["ArrowUp", "ArrowUp", "v"], ["code", "code", "markdown"]),
    ]:
        press(page, *keys)
        page.wait_for_timeout(200)
        assert [cell.split()[1] for cell in page.evaluate(CELLS)] == right, keys
    press(page, "Enter")
    assert page.evaluate("document.activeElement.classList.contains('cm-content')")
    at = page.evaluate(ACTIVE)
    press(page, "Escape", "ArrowUp")
    assert page.evaluate(ACTIVE) == at - 1


def test_coding_form_by_keyboard(page, open_cells):
    """In every list and field of the form, arrows and letters choose and type, and no more."""
    open_cells("import track2lib as t2\nt2.code_cases('by keyboard')")
    page.get_by_label("Case", exact=True).wait_for()
    cells = page.evaluate(CELLS)
    chosen = []
    for element in outputs(page):
        if not element.evaluate("e => e.tagName === 'SELECT'"):
            continue
        name, first = element.evaluate("e => [e.ariaLabel ?? e.labels[0].innerText, e.value]")
        press(page, *("ArrowDown" if name == "Case" else "amxdd"))
        chosen.append((name, element.evaluate("e => e.value") != first))
        assert page.evaluate(CELLS) == cells
    assert len(chosen) == 6
    assert all(changed for _, changed in chosen), chosen
