"""The index beside the lessons is of the charts that they hold, and a stale one is told."""

import json
import os
import shutil
from pathlib import Path

import chart_index
import lessons
import nbclient
import nbformat
import pytest
from traitlets.config import Config

from track2lib.page import stored_charts

FOLDER = Path(__file__).parents[2] / "notebooks"
LESSONS = sorted(FOLDER.glob("*.ipynb"))
FIRST = FOLDER / "00-start-here.ipynb"
# A kernel in which the compiler cannot be had.
WITHOUT = "import sys\nsys.modules['vl_convert'] = None"


def test_index_names_the_lessons_that_are_there():
    """Nothing is left over of a lesson that was renamed, and every entry has its key."""
    index = json.loads((FOLDER / stored_charts.INDEX).read_text("utf-8"))
    assert set(index["lessons"]) <= {path.name for path in LESSONS}
    keys = [chart["key"] for charts in index["lessons"].values() for chart in charts]
    assert keys
    assert all(len(key) == 64 for key in keys)


@pytest.fixture
def copy(tmp_path):
    """Copy the first lesson and the index to where a test may change them."""
    shutil.copy(FOLDER / stored_charts.INDEX, tmp_path)
    return Path(shutil.copy(FIRST, tmp_path))


def test_stale_index_is_told(copy, monkeypatch):
    """An output that changed, an index that is gone and another renderer fail the check."""
    assert lessons.problems(copy) == []
    told = [f"{stored_charts.INDEX} is not of these charts", "mend it with: nox -s lessons"]
    with monkeypatch.context() as patch:
        patch.setattr(chart_index, "drawn_with", lambda: "another compiler")
        assert lessons.problems(copy) == told
    notebook = lessons.read(copy)
    output = next(iter(chart_index.outputs(notebook).values()))
    output.data[stored_charts.VEGA_MIME]["description"] = "Something else."
    copy.write_text(lessons.written(notebook), encoding="utf-8")
    assert lessons.problems(copy) == told
    shutil.copy(FIRST, copy)
    (copy.parent / stored_charts.INDEX).unlink()
    assert lessons.problems(copy) == told


def test_running_again_writes_the_same_index(copy):
    """A second run gives the same keys, and of what is not in the folder nothing is kept."""
    stored = json.loads((FOLDER / stored_charts.INDEX).read_text("utf-8"))
    lessons.run(copy)
    index = json.loads((copy.parent / stored_charts.INDEX).read_text("utf-8"))
    assert index["lessons"] == {FIRST.name: stored["lessons"][FIRST.name]}
    assert index["drawn_with"] == stored["drawn_with"]
    assert copy.read_bytes() == FIRST.read_bytes()


def test_reader_waits_for_no_compiler(tmp_path):
    """In the folder of the lessons, a lesson runs where the compiler cannot even be imported."""
    notebook = nbformat.read(FIRST, as_version=4)
    notebook.cells.insert(0, nbformat.v4.new_code_cell(WITHOUT))
    environment = os.environ | {"TRACK2_FOLDER": str(tmp_path)}
    environment.pop("TRACK2_COMPILE", None)
    client = nbclient.NotebookClient(
        notebook,
        timeout=120,
        kernel_name="python3",
        resources={"metadata": {"path": str(FOLDER)}},
        config=Config(lessons.QUIET),
    )
    client.execute(env=environment)
    assert len(chart_index.outputs(notebook)) == 3
