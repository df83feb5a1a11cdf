"""What a test does with JupyterLab in the browser."""

from contextlib import contextmanager

import nbformat

# Run out of the way of Playwright, which would wait for the result without a limit.
COMMAND = """([name, options]) => {
    window.finished = undefined;
    jupyterapp.commands.execute(name, options).then(
        () => { window.finished = 'done' }, error => { window.finished = String(error) });
}"""
# The lamp says idle before the kernel can be reached, and cells run then are never finished.
CONNECTED = """() => {
    const kernel = jupyterapp.shell.currentWidget?.context?.sessionContext?.session?.kernel;
    return kernel?.connectionStatus === 'connected' && kernel.status === 'idle';
}"""


def command(page, name, **options):
    """Run a command of JupyterLab to its end."""
    page.evaluate(COMMAND, [name, options])
    page.wait_for_function("window.finished", timeout=180_000)
    assert page.evaluate("window.finished") == "done"


# What answers a guess is hidden until its cell is run; here it is looked at as it is stored.
REVEAL = """async () => {
    const { content, context } = jupyterapp.shell.currentWidget;
    await context.ready;
    for (const cell of content.widgets) if (cell.outputHidden) cell.outputHidden = false;
}"""


def open_stored(page, path):
    """Open a lesson and show all of its outputs, without running it."""
    command(page, "docmanager:open", path=path.name, factory="Notebook")
    page.evaluate(REVEAL)


@contextmanager
def own_notebook(page, path, sources):
    """Open a notebook of a reader's own in the folder of JupyterLab; close it with its kernel at the end."""
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    kernel = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
    metadata = {"kernelspec": kernel}  # without it JupyterLab asks for one
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=metadata), path)
    command(page, "docmanager:open", path=path.name, factory="Notebook")
    page.wait_for_function(CONNECTED, timeout=60_000)
    yield path
    page.evaluate("() => { jupyterapp.shell.currentWidget.context.sessionContext.shutdown() }")
    page.evaluate("jupyterapp.shell.currentWidget.dispose()")
