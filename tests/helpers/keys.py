"""What a reader's keyboard does in an open notebook of JupyterLab: real keys, one by one."""

# The first cell has the focus, as after a click on its prompt.
FIRST = """() => {
    const notebook = jupyterapp.shell.currentWidget.content;
    notebook.activeCellIndex = 0;
    notebook.mode = 'command';
    notebook.activeCell.node.focus();
}"""
CELLS = """() => jupyterapp.shell.currentWidget.content.model.sharedModel.toJSON().cells
    .map(cell => `${cell.id} ${cell.cell_type}`)"""
INSIDE = "() => document.activeElement.closest('.jp-Notebook') !== null"
# What a control is set to. A group of radio buttons is set to the one that is chosen.
VALUE = """c => c.type === 'radio'
    ? [...c.closest('.vega-bind, .widget-radio').querySelectorAll('input')].find(r => r.checked)?.value
    : c.type === 'checkbox' ? String(c.checked) : c.value"""
# Each press by itself: what one does not move, the next may.
MOVES = {
    "range": ["ArrowRight", "ArrowLeft", "ArrowLeft"],
    "number": ["ArrowUp", "ArrowDown", "ArrowDown"],
    "radio": ["ArrowDown"],
    "checkbox": ["Space"],
}


def stops(page, most=600):
    """Press Tab from the first cell on, and give what has the focus, to the notebook's end."""
    page.evaluate(FIRST)
    for _ in range(most):
        page.keyboard.press("Tab")
        if not page.evaluate(INSIDE):
            return
        yield page.evaluate_handle("document.activeElement").as_element()
    raise AssertionError(f"the notebook has more than {most} places for Tab")


def moves(control):
    """Give the keys that move a control, one after another."""
    kind = control.evaluate("c => c.type")
    if kind != "select-one":
        return MOVES[kind]
    count = control.evaluate("c => c.options.length")
    return ["ArrowDown"] * (count - 1) + ["ArrowUp"] * (count - 1)
