"""Lessons given away as pages, slides and scripts: nothing is asked for, and nothing is lost."""

import re
import subprocess
import sys

import lessons
import nbformat
import pytest
from bs4 import BeautifulSoup
from commands import ROOT
from nbconvert import HTMLExporter, ScriptExporter, SlidesExporter
from traitlets.config import Config

LESSONS = sorted((ROOT / "notebooks").glob("*.ipynb"))
TEMPLATES = ROOT / "track2lib" / "jupyter" / "nbconvert"
REVEAL = TEMPLATES / "track2-slides" / "static" / "reveal.js"
every_lesson = pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
# What a page would fetch by itself; links that a reader may follow are something else.
ASKED = re.compile(
    r"""<(?:script|img|iframe|source|video)[^>]*\ssrc=["'](?!data:)[^"']*"""
    r"""|<link[^>]*href=[^>]*>|@import\s*[^;]*|url\(\s*["']?(?!data:|["']?\#)[^)]*\)"""
    r"""|\bimport\s*\(?\s*["'][^"']*|\bimport\b[^;\n]*\bfrom\s*["'][^"']*"""
)


def exported(kind, notebook, template):
    """Give a notebook as nbconvert exports it with our template."""
    places = ("extra_template_basedirs", "extra_template_paths")
    config = Config({"TemplateExporter": {place: [str(TEMPLATES)] for place in places}})
    body, _ = kind(template_name=template, config=config).from_notebook_node(notebook)
    # A browser test says what it does; its text has patterns of addresses for slides that have some.
    return body.replace(REVEAL.read_text("utf-8"), "")


def pictures(body):
    """Give the alternative texts of the pictures of a page, None where there is none."""
    return [picture.get("alt") for picture in BeautifulSoup(body, "html.parser").find_all("img")]


@every_lesson
@pytest.mark.parametrize(
    ("kind", "template"), [(HTMLExporter, "track2"), (SlidesExporter, "track2-slides")]
)
def test_page_asks_for_nothing_and_says_what_its_pictures_show(path, kind, template):
    """No address is fetched, and each chart's picture has the words that are stored for it."""
    notebook = lessons.read(path)
    body = exported(kind, notebook, template)
    assert ASKED.findall(body) == []
    alts = pictures(body)
    assert len(alts) == len(lessons.charts(notebook)) > 0
    assert all(alt and alt.startswith("Chart: ") for alt in alts)


def odd_notebook():
    """Make what a reader may save: a control with its state, a diagram, a picture with quotes."""
    view, state = (
        "application/vnd.jupyter.widget-view+json",
        "application/vnd.jupyter.widget-state+json",
    )
    model = {"model_name": "LabelModel", "model_module": "x", "state": {}}
    outputs = [
        {view: {"model_id": "m", "version_major": 2}, "text/html": "<b>rubric &amp; case</b>"},
        {view: {"model_id": "m", "version_major": 2}, "text/plain": "Controls: <Year>"},
        {"text/vnd.mermaid": "graph TD"},
        {"image/png": "iVBORw0KGgo=", "text/plain": "x"},
    ]
    cells = [
        nbformat.v4.new_code_cell("1", outputs=[nbformat.v4.new_output("display_data", data=data)])
        for data in outputs
    ]
    cells[3].outputs[0].metadata = {"image/png": {"alt": 'A "b" <c> & d'}}
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("# A $x$"), *cells])
    notebook.metadata["widgets"] = {state: {"version_major": 2, "state": {"m": model}}}
    return notebook


@pytest.mark.parametrize(
    ("kind", "template"), [(HTMLExporter, "track2"), (SlidesExporter, "track2-slides")]
)
def test_what_a_reader_saved_is_there_without_a_script(kind, template):
    """A control is there in its words, a diagram in its text, and no other address is asked."""
    body = exported(kind, odd_notebook(), template)
    assert ASKED.findall(body) == []
    assert "<b>rubric &amp; case</b>" in body
    assert "Controls: &lt;Year&gt;" in body
    assert "graph TD" in body
    assert pictures(body) == ['A "b" <c> & d']


def test_addresses_are_seen():
    """The templates that nbconvert has of its own do fetch, and the search tells."""
    odd = odd_notebook()
    assert len(ASKED.findall(exported(HTMLExporter, odd, "lab"))) > 2
    assert len(ASKED.findall(exported(SlidesExporter, odd, "reveal"))) > 4


@every_lesson
def test_slides_are_as_many_as_the_texts(path):
    """A lesson is not one long slide: each heading begins one."""
    notebook = lessons.read(path)
    body = exported(SlidesExporter, notebook, "track2-slides")
    headings = [c for c in notebook.cells if c.cell_type == "markdown" and c.source.startswith("#")]
    assert body.count("<section") > 2 * len(headings) > 10


@every_lesson
def test_script_is_python(path):
    """`--to script` gives a .py with the prose as comments, which Python reads."""
    notebook = lessons.read(path)
    body, resources = ScriptExporter().from_notebook_node(notebook)
    assert resources["output_extension"] == ".py"
    compile(body, path.stem, "exec")
    assert "# ## 1." in body


def test_script_runs(tmp_path):
    """The script of a lesson runs to its end outside of Jupyter."""
    body, _ = ScriptExporter().from_notebook_node(lessons.read(LESSONS[1]))
    path = tmp_path / "lesson.py"
    path.write_text(body, "utf-8")
    done = subprocess.run([sys.executable, path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
