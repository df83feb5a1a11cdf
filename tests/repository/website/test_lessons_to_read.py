"""A lesson to read has charts and questions as HTML, and nothing that asks for a kernel."""

import re
from pathlib import Path

import nbformat
import pytest
from website.lessons import for_reading

from track2lib.page.stored_charts import VEGA_MIME

ROOT = Path(__file__).parents[3]
LESSONS = sorted((ROOT / "notebooks").glob("*.ipynb"))
SHOWN = {"text/html", "text/plain"}


@pytest.fixture(scope="module", params=LESSONS, ids=lambda path: path.stem)
def lesson(request, tmp_path_factory):
    """Make a lesson to read; give it with its original."""
    static = tmp_path_factory.mktemp("static")
    return request.param, for_reading(request.param, static), static


def outputs(notebook):
    """Give the outputs of all cells."""
    return [one for cell in notebook.cells for one in cell.get("outputs", [])]


def test_outputs_are_html_and_text(lesson):
    """No output is left that a page would draw by itself, leave out, or take for a fault."""
    _, notebook, _ = lesson
    for output in outputs(notebook):
        assert output.output_type in ("display_data", "execute_result", "stream")
        assert set(output.get("data", {})) <= SHOWN
        assert "<!-- a form -->" not in str(output)


def test_every_chart_has_a_figure_and_a_still(lesson):
    """As many figures come out as the lesson has charts, each with its still."""
    path, notebook, static = lesson
    figures = [one for one in outputs(notebook) if 't2-chart"' in str(one.get("data", ""))]
    charts = [one for one in outputs(nbformat.read(path, 4)) if VEGA_MIME in one.get("data", {})]
    assert len(figures) == len(charts) > 0
    assert len(list(static.rglob("*.png"))) == len(figures)


def test_a_lesson_has_one_title(lesson):
    """A page has one heading of the first level, and a note below it how the lesson is run."""
    _, notebook, _ = lesson
    lines = [
        line
        for cell in notebook.cells
        if cell.cell_type == "markdown"
        for line in cell.source.splitlines()
    ]
    assert sum(line.startswith("# ") for line in lines) == 1
    assert lines[2].startswith("```{admonition}")


def test_questions_stand_for_their_calls(lesson):
    """The call of a question is not shown, and the question is; the picture of the course is left out."""
    _, notebook, _ = lesson
    for cell in notebook.cells:
        tags = cell.metadata.get("tags", [])
        if cell.source.startswith("t2.check("):
            assert "remove-input" in tags
            assert len(cell.outputs) == 1
            assert "t2-question" in cell.outputs[0].data["text/html"]
        if cell.source.startswith("t2.progress("):
            assert "remove-cell" in tags


def test_an_answer_stays_hidden(lesson):
    """What answers a guess stands behind a line to open."""
    _, notebook, _ = lesson
    for cell in notebook.cells:
        if "answer" in cell.metadata.get("tags", []):
            assert "hide-output" in cell.metadata["tags"]


def test_what_tables_cite_leads_to_its_passage(lesson):
    """Where a table of a lesson names a paragraph of a source, it is a link."""
    _, notebook, _ = lesson
    for output in outputs(notebook):
        for cell in re.findall(
            r"<td[^>]*>(.*?)</td>", str(output.get("data", {}).get("text/html"))
        ):
            assert not re.search(r", para\. \d", re.sub(r"<a .*?</a>", "", cell)), cell
