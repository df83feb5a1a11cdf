"""The guards that watch over the lessons do bite: a small notebook, broken in each way they are for."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import lessons
import nbformat
import pytest
from commands import ROOT, run_tool


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """Make a notebook with a chart, a table and a line of text, executed and stored."""
    cells = [
        "from track2lib.page.theme import enable_charts\nenable_charts()",
        "import altair as alt\nimport pandas as pd\ntable = pd.DataFrame({'a': [1, 2]})\ntable",
        "alt.Chart(table, title='T').mark_bar().encode(x='a:Q')",
        "print('held', 'in', 1998)",
    ]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in cells])
    path = tmp_path_factory.mktemp("sound") / "sound.ipynb"
    path.write_text(lessons.written(notebook))
    result = run_tool("run", path)
    assert result.returncode == 0, result.stdout + result.stderr
    return path


def broken(sound, folder, change):
    """Copy the notebook with a change made to it, under the name of the change."""
    notebook = lessons.read(sound)
    change(notebook)
    path = folder / f"{change.__name__}.ipynb"
    path.write_text(lessons.written(notebook), encoding="utf-8")
    return path


def text_changed(notebook):
    notebook.cells[3].outputs[0].text = "held in 1999\n"


def chart_changed(notebook):
    notebook.cells[2].outputs[0].data[lessons.CHART]["data"][0]["values"][0]["a"] = 7


def chart_dropped(notebook):
    notebook.cells[2].outputs = []


def source_changed(notebook):
    notebook.cells[1].source = notebook.cells[1].source.replace("[1, 2]", "[1, 3]")


def kind_changed(notebook):
    notebook.cells[1].outputs[0].output_type = "display_data"
    del notebook.cells[1].outputs[0]["execution_count"]


def red(*asked, **environment):
    """Run lessons with our settings, and give the tests of them that fail."""
    plain = ["--no-cov", "-p", "no:cacheprovider", "-p", "no:playwright", "--numprocesses=0"]
    settings = ["--config-file", ROOT / "pyproject.toml", *plain, "-p", "running_lessons"]
    command = [sys.executable, "-m", "pytest", *settings, *asked]
    helpers = [ROOT, ROOT / "tools", ROOT / "tests" / "helpers"]
    path = {"PYTHONPATH": os.pathsep.join(map(str, [*environment.pop("first", []), *helpers]))}
    new = {name: value for name, value in os.environ.items() if name != "TRACK2_COMPILE"}
    done = subprocess.run(
        command, env=new | path | environment, cwd=ROOT, capture_output=True, text=True, check=False
    )
    found = re.findall(r"^FAILED .*?\w+\.ipynb::(\w+ \w+)", done.stdout, flags=re.MULTILINE)
    assert done.returncode == (1 if found else 0), done.stdout + done.stderr
    return found


def test_changed_output_is_red(sound, tmp_path):
    """Each stored output that the code does not give fails the comparison, and no other does."""
    notebook = lessons.read(sound)
    # Each change in a cell of its own, in one kernel; the last one changes what a chart shows.
    for change in (text_changed, chart_changed, chart_dropped, source_changed):
        changed = lessons.read(broken(sound, tmp_path, change)).cells
        before = lessons.read(sound).cells
        (cell,) = [new for new, old in zip(changed, before, strict=True) if new != old]
        cell.id = change.__name__
        notebook.cells.append(cell)
    path = tmp_path / "changed.ipynb"
    path.write_text(lessons.written(notebook), encoding="utf-8")
    cells = [f"Cell {number}" for number in range(4, 8)]
    assert red("--rootdir", tmp_path, path) == [*cells, "same bytes"]


def test_changed_file_is_red(sound, tmp_path):
    """What nbval does not look at, such as the kind of an output, fails the whole file."""
    path = broken(sound, tmp_path, kind_changed)
    assert red("--rootdir", tmp_path, path) == ["same bytes"]


# The compiler, with one thing that it does otherwise.
COMPILER = """
import importlib.machinery, importlib.util, sys
place = [path for path in sys.path if path != {folder!r}]
spec = importlib.machinery.PathFinder.find_spec("vl_convert", place)
right = importlib.util.module_from_spec(spec)
spec.loader.exec_module(right)
vega_to_png = right.vega_to_png


def vegalite_to_vega(*given, **options):
    return right.vegalite_to_vega(*given, **options) | {{"padding": 77}}
"""


def test_no_chart_is_compared_with_itself(tmp_path):
    """With another compiler a lesson fails: its charts are compiled, not found in the lesson."""
    (tmp_path / "vl_convert.py").write_text(COMPILER.format(folder=str(tmp_path)))
    lesson = ROOT / "notebooks" / "01-definitions.ipynb"
    code = [cell for cell in lessons.read(lesson).cells if cell.cell_type == "code"]
    drawn = next(
        number
        for number, cell in enumerate(code)
        if any(lessons.CHART in output.get("data", {}) for output in cell.outputs)
    )
    asked = [f"{lesson}::Cell {number}" for number in range(drawn + 1)]
    assert red(*asked, first=[tmp_path]) == [f"Cell {drawn}"]


def cleared(notebook):
    for cell in notebook.cells:
        cell.outputs, cell.execution_count = [], None


def out_of_order(notebook):
    notebook.cells[3].execution_count = 9


def tagged(notebook):
    notebook.cells[3].metadata = {"tags": ["nbval-ignore-output"]}


def commented(notebook):
    notebook.cells[3].source = "# NBVAL_SKIP\n" + notebook.cells[3].source


def widget_left(notebook):
    notebook.cells[1].outputs[0].data[lessons.WIDGET] = {"model_id": "1", "version_major": 2}


def warned(notebook):
    out = nbformat.v4.new_output("stream", name="stderr", text="FutureWarning: gone soon")
    notebook.cells[3].outputs.append(out)


def failed(notebook):
    out = nbformat.v4.new_output("error", ename="KeyError", evalue="'a'", traceback=[])
    notebook.cells[3].outputs.append(out)


def saved_from_the_browser(notebook):
    notebook.metadata["language_info"]["version"] = "3.12.9"


def shown_again(notebook):
    notebook.cells[3].metadata = {"tags": ["answer"]}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (cleared, "cleared or out of order: None"),
        (out_of_order, "cleared or out of order: 9, not 4"),
        (tagged, "asks not to be compared"),
        (commented, "asks not to be compared"),
        (widget_left, "not in normal form: outputs"),
        (warned, "stores a warning: FutureWarning: gone soon"),
        (failed, "without the tag raises-exception"),
        (saved_from_the_browser, "metadata are not the fixed ones"),
        (shown_again, "not in normal form: metadata"),
    ],
)
def test_what_the_comparison_lets_pass_is_red(change, told, sound, tmp_path):
    """Cleared notebooks, skipped cells and left-overs, which nbval does not see, fail the check."""
    assert lessons.problems(sound) == []
    path = broken(sound, tmp_path, change)
    assert any(told in problem for problem in lessons.problems(path))
    assert run_tool("check", path).returncode == 1


def test_running_again_writes_the_same_bytes(sound, tmp_path):
    """A second run, which also draws every picture anew, leaves nothing in a diff."""
    copy = Path(shutil.copy(sound, tmp_path))
    assert run_tool("run", copy, "--redraw").returncode == 0
    assert copy.read_bytes() == sound.read_bytes()


def test_picture_of_an_unchanged_chart_is_kept(sound, tmp_path):
    """Where another library would pack the same picture otherwise, the stored one stays."""

    def other_machine(notebook):
        notebook.cells[2].outputs[0].data["image/png"] = "iVBORw0KGgo="

    path = broken(sound, tmp_path, other_machine)
    before = path.read_bytes()
    assert run_tool("run", path).returncode == 0
    assert path.read_bytes() == before


def test_answer_of_a_guess_is_hidden_again(sound, tmp_path):
    """A cell that answers is stored hidden, however JupyterLab has saved it; no other cell is."""

    def saved(notebook):
        notebook.cells[1].metadata = {"collapsed": True, "jupyter": {"outputs_hidden": True}}
        notebook.cells[2].metadata = {"tags": ["answer"], "collapsed": True, "scrolled": True}
        notebook.cells[3].metadata = {"tags": ["answer"]}

    path = broken(sound, tmp_path, saved)
    assert run_tool("run", path).returncode == 0
    hidden = {"tags": ["answer"], "jupyter": {"outputs_hidden": True}}
    assert [cell.metadata for cell in lessons.read(path).cells] == [{}, {}, hidden, hidden]


def test_failing_lesson_is_left_as_it_was(sound, tmp_path):
    """A cell that fails stops the run with its error, and the file keeps its outputs."""

    def fails(notebook):
        notebook.cells[3].source = "table['b']"

    path = broken(sound, tmp_path, fails)
    before = path.read_bytes()
    result = run_tool("run", path)
    assert result.returncode == 1
    assert "KeyError" in result.stdout
    assert path.read_bytes() == before


def test_lessons_run_with_an_empty_folder_of_the_reader(tmp_path):
    """What a reader has noted never gets into a stored output."""
    source = "import os, pathlib\nfolder = pathlib.Path(os.environ['TRACK2_FOLDER'])"
    source += "\nprint(folder.exists(), os.environ['TZ'], os.environ['PYTHONHASHSEED'])"
    path = tmp_path / "folder.ipynb"
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)])
    path.write_text(lessons.written(notebook))
    result = run_tool("run", path)
    assert result.returncode == 0, result.stdout + result.stderr
    assert lessons.read(path).cells[0].outputs[0].text == "False UTC 0\n"
