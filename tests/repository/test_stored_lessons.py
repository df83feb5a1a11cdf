"""Every lesson is stored as it runs; and the guards that watch over it do bite."""

import base64
import importlib.util
import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).parents[1]
LESSONS = sorted((ROOT / "notebooks").glob("*.ipynb"))
# Takes a program with its arguments into a network of its own, which has a loopback and nothing else.
LOOPBACK = """
import fcntl, os, socket, struct, sys
with socket.socket() as s:
    fcntl.ioctl(s, 0x8914, struct.pack("16sh", b"lo", 0x41))  # SIOCSIFFLAGS: up and running
os.execvp(sys.argv[1], sys.argv[1:])
"""

spec = importlib.util.spec_from_file_location("lessons", ROOT / "tools" / "lessons.py")
lessons = importlib.util.module_from_spec(spec)
spec.loader.exec_module(lessons)

every_lesson = pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)


def run_tool(*arguments, prefix=()):
    command = [*prefix, sys.executable, ROOT / "tools" / "lessons.py", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_there_are_lessons():
    """An empty folder would make every test below pass."""
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
    """A lesson opens fast, and a cell can be read aloud: at most 900 KB and eight lines of code."""
    assert path.stat().st_size < 900_000
    for cell in lessons.read(path).cells:
        if cell.cell_type == "code":
            assert len(cell.source.splitlines()) <= 8, cell.source


@every_lesson
def test_runs_without_a_network_to_the_same_bytes(path, tmp_path):
    """Executed where only the loopback is, a lesson writes the very file that is stored."""
    prefix = ["unshare", "--user", "--map-root-user", "--net", sys.executable, "-c", LOOPBACK]
    if not shutil.which("unshare"):
        pytest.skip("no unshare on this system: a network namespace cannot be made")
    probe = subprocess.run([*prefix, "true"], capture_output=True, text=True, check=False)
    if probe.returncode:
        pytest.skip(f"no network namespace is permitted here: {probe.stderr.strip()}")
    copy = Path(shutil.copy(path, tmp_path))
    result = run_tool("run", copy, prefix=prefix)
    assert result.returncode == 0, result.stdout + result.stderr
    assert copy.read_bytes() == path.read_bytes()


# The guards, tried on a small notebook that is broken in each way they are for.


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


def test_changed_output_is_red(sound, tmp_path):
    """Each stored output that the code does not give fails the comparison, with our settings."""
    changes = [text_changed, chart_changed, chart_dropped, source_changed]
    paths = [broken(sound, tmp_path, change) for change in changes]
    settings = ["--config-file", ROOT / "pyproject.toml", "--rootdir", tmp_path, "--no-cov"]
    plain = ["-p", "no:cacheprovider", "-p", "no:playwright", "--numprocesses=0"]
    copy = shutil.copy(sound, tmp_path)
    command = [sys.executable, "-m", "pytest", *settings, *plain, copy, *paths]
    report = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    red = set(re.findall(r"^FAILED .*?(\w+)\.ipynb", report, flags=re.MULTILINE))
    assert red == {path.stem for path in paths}, report


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
