"""Every lesson is stored in the form that can be compared; `running_lessons` compares it."""

import base64

import lessons
import pytest
from commands import ROOT

LESSONS = sorted((ROOT / "notebooks").glob("*.ipynb"))
every_lesson = pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)


def test_there_are_lessons():
    """An empty folder would make every test of the lessons pass."""
    assert LESSONS


@every_lesson
def test_stored_form(path):
    """Counts run 1 to n, nothing is left out of the comparison, nothing is of one machine only."""
    assert lessons.problems(path) == []


@every_lesson
def test_every_chart_can_be_read_without_seeing_or_running_it(path):
    """Each stored chart has a description, its picture and its sentence."""
    for output in lessons.charts(lessons.read(path)):
        description = output.data[lessons.CHART]["description"].strip()
        assert description
        assert output.data["text/plain"].startswith("Chart: ")
        assert description in output.data["text/plain"]
        assert base64.b64decode(output.data["image/png"]).startswith(b"\x89PNG")
        assert output.metadata["image/png"]["alt"] == output.data["text/plain"]


@every_lesson
def test_size(path):
    """A lesson opens fast, and a cell can be read aloud: at most 1,150 KB and eight lines of code."""
    assert path.stat().st_size < 1_150_000
    for cell in lessons.read(path).cells:
        if cell.cell_type == "code":
            assert len(cell.source.splitlines()) <= 8, cell.source
