"""Every lesson is stored as it runs."""

import base64
import shutil
import subprocess
import sys
from pathlib import Path

import lessons
import pytest
from commands import ROOT, run_tool

LESSONS = sorted((ROOT / "notebooks").glob("*.ipynb"))


# Takes a program with its arguments into a network of its own, which has a loopback and nothing else.
LOOPBACK = """
import fcntl, os, socket, struct, sys
with socket.socket() as s:
    fcntl.ioctl(s, 0x8914, struct.pack("16sh", b"lo", 0x41))  # SIOCSIFFLAGS: up and running
os.execvp(sys.argv[1], sys.argv[1:])
"""


every_lesson = pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)


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
