"""The lessons where Python runs in a browser, as far as another Python can tell: see `as_in_a_browser`."""

import copy
import os
from pathlib import Path

import lessons
import nbclient
import nbformat
import pytest
from commands import ROOT
from traitlets.config import Config

from track2lib.page.stored_charts import VEGA_MIME

HELPERS = Path(__file__).parents[1] / "helpers"
PATHS = sorted((ROOT / "notebooks").glob("*.ipynb"))
# Without CI those in which something differs, and one in which nothing does.
LESSONS = PATHS if os.environ.get("CI") else [path for path in PATHS if path.name[:2] in "05 11 13"]
TAKE_AWAY = f"""
import sys
sys.path.append({str(HELPERS)!r})
from as_in_a_browser import take_away
take_away()
"""
# What is said there and nowhere else, by lesson and cell.
WARNED = {("11", "c89"): "can't start new thread", ("13", "c41"): "No files for SPSS"}
# Of a folder with copies for other programs one is not written.
FEWER = {("13", "c41")}


def run(notebook, folder):
    """Run a notebook in such a kernel; a cell that ends in an error which nobody wants raises it."""
    notebook = copy.deepcopy(notebook)
    notebook.cells.insert(0, nbformat.v4.new_code_cell(TAKE_AWAY))
    # As a reader has it, whose charts come from the lesson.
    environment = {name: value for name, value in os.environ.items() if name != "TRACK2_COMPILE"}
    nbclient.NotebookClient(
        notebook,
        timeout=300,
        kernel_name="python3",
        resources={"metadata": {"path": str(ROOT / "notebooks")}},
        store_widget_state=False,
        coalesce_streams=True,
        config=Config(lessons.QUIET),
    ).execute(env=environment | {"TRACK2_FOLDER": str(folder)})
    return notebook.cells[1:]


def told(cell):
    """Give what a cell says, each output with its chart; what it warns of stands apart."""
    outputs = [one for one in cell.get("outputs", []) if one.get("name") != "stderr"]
    warned = "".join(one.text for one in cell.get("outputs", []) if one.get("name") == "stderr")
    return [
        (
            one.get("evalue"),
            one.get("text"),
            one.get("data", {}).get("text/plain"),
            one.get("data", {}).get(VEGA_MIME),
        )
        for one in outputs
    ], warned


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_lesson_runs_in_a_browser(path, tmp_path):
    """Each cell gives what is stored, its charts as well, though nothing there could compile them."""
    stored = lessons.read(path)
    for before, after in zip(stored.cells, run(stored, tmp_path), strict=True):
        place = path.name[:2], before.id
        (shown, warned), (kept, _) = told(after), told(before)
        assert bool(warned) == (place in WARNED), warned
        assert WARNED.get(place, "") in warned
        assert len(shown) == len(kept)
        if place not in FEWER:
            assert shown == kept, before.id


def test_what_differs_is_still_there():
    """The cells that are named here are those of the lessons."""
    for number, cell in {*WARNED, *FEWER}:
        (path,) = [path for path in PATHS if path.name.startswith(number)]
        assert cell in [one.id for one in lessons.read(path).cells]
