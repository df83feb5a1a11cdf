"""Dollar signs in tables are sums of money, in a real JupyterLab too."""

import nbformat
import pandas as pd
import pytest
from driving import command

import track2lib as t2

TABLE = pd.DataFrame(
    {
        "cost $x$": [
            "from $5 to $9",
            "a $$b$$ c",
            r"\(x\) and \[y\]",
            r"\begin{equation}z\end{equation}",
        ]
    }
)
# What is the matter without: that the page does look for mathematics.
PLAIN = "<table><tr><td>from $5 to $9</td></tr></table>"
WRITTEN = {
    "shown": t2.show(TABLE, caption="$5 to $9")._repr_html_(),
    "frame": TABLE.to_html(classes=["tex2jax_ignore", "mathjax_ignore"]),
    "plain": PLAIN,
}


@pytest.fixture
def outputs(page, lab_folder):
    """Open a notebook with these tables as outputs, and wait until mathematics has been looked for."""
    book = nbformat.v4.new_notebook(
        metadata={"kernelspec": {"name": "python3", "display_name": "P"}}
    )
    for html in WRITTEN.values():
        found = nbformat.v4.new_output("display_data", {"text/html": html})
        book.cells.append(nbformat.v4.new_code_cell("1", outputs=[found]))
    nbformat.write(book, lab_folder / "root" / "dollars.ipynb")
    command(page, "docmanager:open", path="dollars.ipynb", factory="Notebook")
    page.wait_for_selector(".jp-Notebook:visible mjx-container", timeout=60_000)
    page.wait_for_timeout(500)
    cells = page.query_selector_all(".jp-Notebook:visible .jp-OutputArea-output")
    yield dict(zip(WRITTEN, cells, strict=True))
    page.evaluate("() => { jupyterapp.shell.currentWidget.context.sessionContext.shutdown() }")
    page.evaluate("jupyterapp.shell.currentWidget.dispose()")


def test_sums_of_dollars_stay(outputs):
    """Every sign in a table of ours is seen as it is written; another page makes mathematics of it."""
    assert outputs["plain"].query_selector("mjx-container")
    for name in ("shown", "frame"):
        assert not outputs[name].query_selector("mjx-container"), name
        for cell in TABLE.iloc[:, 0]:
            assert cell in outputs[name].inner_text()


def test_a_frame_says_so_where_charts_are_enabled():
    """The class that the page passes over is on every table of pandas then."""
    with pd.option_context("display.html.use_mathjax", True):
        t2.enable_charts()
        assert "mathjax_ignore" in TABLE._repr_html_()
