"""The hub for a class: what an administrator copies can be read, and a student gets to the end."""

import ast
import os
import re
import shutil
import sys

import pytest
import yaml
from commands import ROOT, run
from hub.peer import offline

from track2lib.page import stored_charts

TOOLS = ROOT / "tools" / "hub"
# What both ways of running a hub have to tell a student's server.
TOLD = {"TRACK2_LESSONS", "MALLOC_ARENA_MAX", "OPENBLAS_NUM_THREADS"}
SMOKE = pytest.mark.skipif(
    not (os.environ.get("CI") and sys.platform == "linux" and shutil.which("npm")),
    reason="installs JupyterHub and its proxy; runs on Linux where CI is set and npm is there",
)


def environment_of_littlest():
    """Give the names that the configuration for The Littlest JupyterHub sets for a server."""
    tree = ast.parse((TOOLS / "littlest.py").read_text("utf-8"))
    (value,) = [
        node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "c.Spawner.environment"
    ]
    return {ast.literal_eval(key) for key in value.keys}


def test_hubs_tell_servers_the_same():
    """On one machine and on a cluster, charts are found and memory is kept small by the same names."""
    values = yaml.safe_load((TOOLS / "kubernetes.yaml").read_text("utf-8"))
    assert set(values["singleuser"]["extraEnv"]) == TOLD
    assert environment_of_littlest() == {*TOLD, "PATH"}
    assert "TRACK2_LESSONS" in stored_charts.find.__doc__


def test_values_for_kubernetes_are_texts_where_they_must_be():
    """A variable of an environment is a text, though it looks like a number."""
    values = yaml.safe_load((TOOLS / "kubernetes.yaml").read_text("utf-8"))
    assert all(isinstance(value, str) for value in values["singleuser"]["extraEnv"].values())


def test_page_for_instructors_names_files_that_are_there():
    """Each file and each session that the page on hubs names exists."""
    text = (ROOT / "docs" / "instructors" / "hub.md").read_text("utf-8")
    files = re.findall(r"`(tools/hub/[\w./]+)`", text)
    assert files
    assert [name for name in files if not (ROOT / name).exists()] == []
    sessions = set(re.findall(r"nox -s (\w+)", text))
    assert sessions
    noxfile = (ROOT / "noxfile.py").read_text("utf-8")
    assert [name for name in sessions if f"def {name}(" not in noxfile] == []


def test_course_of_others_asks_for_nothing_online():
    """Of the peer's cells none is left that downloads, and its data come from a package."""
    sources = [
        "import a\nimport session_info",
        "data.movies()",
        "x = pd.read_csv('http://penguins.csv')",
    ]
    notebook = offline({"cells": [{"cell_type": "code", "source": source} for source in sources]})
    assert [cell["source"] for cell in notebook["cells"]] == [
        "import a",
        "from palmerpenguins import load_penguins\npenguins = load_penguins()",
    ]


@SMOKE
def test_one_student_gets_to_the_end(tmp_path):
    """On a real JupyterHub a student logs in, pulls, runs lesson 00, codes a case and hands in."""
    place = tmp_path / "environment"
    uv = shutil.which("uv")
    run(uv, "venv", "--quiet", "--python", sys.executable, place)
    install = [uv, "pip", "install", "--quiet", "--python", place / "bin/python"]
    run(*install, "--requirements", TOOLS / "requirements.txt")
    npm = ["npm", "install", "--no-save", "--no-package-lock", "--no-audit", "--no-fund"]
    run(*npm, "--prefix", tmp_path, "configurable-http-proxy@5")
    proxy = tmp_path / "node_modules/.bin/configurable-http-proxy"
    told = os.environ | {
        "PYTHONPATH": str(ROOT / "tools"),
        "PATH": f"{place / 'bin'}:{os.environ['PATH']}",
    }
    command = [place / "bin/python", "-m", "hub", "--proxy", proxy, "--students", "1"]
    said = run(*command, "--builds", "after", cwd=ROOT, env=told)
    assert re.search(r"^ +1  after .* 0$", said, re.M)
