"""A lesson as the site shows it: nothing is run, charts are live, and what needs Python says so."""

import ast
import re
from html import escape
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from track2lib.lessons.question import find
from track2lib.page.stored_charts import VEGA_MIME
from track2lib.widgets.stored import LIVE
from website.figures import figure
from website.locators import linked, linked_in_text
from website.questions import asked

__all__ = ["for_reading"]

# From the folder of the lessons: how they are run, where the stills lie, and the passages.
HOW_TO_RUN = "../run.html"
STILLS = "stills"
PASSAGES = "../data/passages.html"
ABOVE = """```{{admonition}} To read here, to do in JupyterLab
:class: t2-above
On this page most charts are live, and questions open. To answer them, to change the code and to keep what you do,
[run the lesson](../run.md). What the text says of cells and keys is for JupyterLab.
<a href="{name}" download>Take the notebook along</a>, or [see what it needs](../run.md#only-the-notebook).
```"""
NEEDS_PYTHON = '<p class="t2-live">What is to be chosen, typed or kept here needs Python: <a href="{live}">how to run the lesson</a>.</p>'
HEADING = re.compile(r"^(#+ )", re.MULTILINE)
# The mark of what a lesson stores for a form (`track2lib/widgets/stored.py`).
STORED = "t2-stored"


def for_reading(path: Path, static: Path) -> NotebookNode:
    """Give a lesson for the site, and write the stills of its charts.

    Parameters
    ----------
    path : pathlib.Path
        The lesson, with its outputs stored.
    static : pathlib.Path
        Folder of what the pages load.

    Returns
    -------
    nbformat.NotebookNode
        A notebook whose outputs are HTML and text.
    """
    lesson = nbformat.read(path, as_version=4)
    for cell in lesson.cells:
        if cell.cell_type == "code":
            _cell(cell, f"{path.stem}-{cell.id}", static)
        else:
            cell.source = linked_in_text(cell.source, PASSAGES)
    _one_title(lesson)
    title, _, rest = lesson.cells[0].source.partition("\n")
    lesson.cells[0].source = f"{title}\n\n{ABOVE.format(name=path.name)}\n{rest}"
    return lesson


def _one_title(lesson: NotebookNode) -> None:
    """Set the headings of a lesson of several sittings one level lower: a page has one title."""
    texts = [cell for cell in lesson.cells[1:] if cell.cell_type == "markdown"]
    if any(cell.source.startswith("# ") for cell in texts):
        for cell in texts:
            cell.source = HEADING.sub(r"#\1", cell.source)


def _cell(cell: NotebookNode, name: str, static: Path) -> None:
    """Give a cell the outputs that a page can show, in place."""
    named, about = _called(cell.source, "check"), cell.metadata
    tags = about.setdefault("tags", [])
    if named:
        tags.append("remove-input")
        cell.outputs = [_html(linked_in_text(asked(find(named[0]), HOW_TO_RUN), PASSAGES))]
    elif _called(cell.source, "progress") is not None:
        tags.append("remove-cell")
    if "answer" in tags:
        tags.append("hide-output")
        about.mystnb = {
            "code_prompt_show": "Show what this cell gives",
            "code_prompt_hide": "Hide it",
        }
    kept = []
    for place, output in enumerate(cell.outputs):
        data = output.get("data", {})
        if VEGA_MIME in data:
            still = f"{STILLS}/{name}-{place}.png"
            output = _html(figure(output, static / still, f"../_static/{still}"))
        elif output.output_type == "error":
            output = _html(f'<pre class="t2-error">{escape("\n".join(output.traceback))}</pre>')
        elif STORED in "".join(data.get("text/html", "")):
            output = _html(f"{data['text/html']}{NEEDS_PYTHON.format(live=HOW_TO_RUN)}")
        shown = output.get("data", {})
        if "text/html" in shown:
            shown["text/html"] = linked("".join(shown["text/html"]), PASSAGES)
        if shown.get("text/html", "").strip() != LIVE["text/html"]:
            kept.append(output)
    cell.outputs = kept


def _called(source: str, function: str) -> list[str] | None:
    """Give the words that a cell hands to a function of the library, if it is one call of it."""
    body = ast.parse(source).body
    call = body[0].value if len(body) == 1 and isinstance(body[0], ast.Expr) else None
    if isinstance(call, ast.Call) and ast.unparse(call.func) == f"t2.{function}":
        return [str(one.value) for one in call.args if isinstance(one, ast.Constant)]
    return None


def _html(html: str) -> NotebookNode:
    return nbformat.v4.new_output("display_data", data={"text/html": html})
