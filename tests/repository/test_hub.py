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


PAGE = (ROOT / "docs" / "instructors" / "hub.md").read_text("utf-8")
VALUES = yaml.safe_load((TOOLS / "kubernetes.yaml").read_text("utf-8"))


def settings(text):
    """Give what a configuration of JupyterHub sets, by its name, as it stands there."""
    assigned = [node for node in ast.parse(text).body if isinstance(node, ast.Assign)]
    pairs = [(target, node.value) for node in assigned for target in node.targets]
    found = {ast.unparse(target): value for target, value in pairs}
    return {name: value for name, value in found.items() if name.startswith("c.")}


def read(name):
    """Give what a file beside this tool sets."""
    return settings((TOOLS / name).read_text("utf-8"))


def keys(environment):
    """Give the names of the variables of an environment as it stands in a configuration."""
    return {ast.literal_eval(key) for key in environment.keys}


def test_hubs_tell_servers_the_same():
    """On one machine and on a cluster, charts are found and memory is kept small by the same names."""
    assert set(VALUES["singleuser"]["extraEnv"]) == TOLD
    assert keys(read("littlest.py")["c.Spawner.environment"]) == {*TOLD, "PATH"}
    assert "TRACK2_LESSONS" in stored_charts.find.__doc__


def test_values_for_kubernetes_are_texts_where_they_must_be():
    """A variable of an environment is a text, though it looks like a number."""
    assert all(isinstance(value, str) for value in VALUES["singleuser"]["extraEnv"].values())


def test_without_forking_all_else_stays():
    """Whoever leaves out the file on forking loses nothing else, and what remains asks for none of it."""
    forking, others = read("littlest_forking.py"), read("littlest.py")
    assert "prefork" not in (TOOLS / "littlest.py").read_text("utf-8").lower()
    assert not forking.keys() & others.keys()
    assert {name.split(".")[1] for name in forking} == {"JupyterHub", "PreforkSpawner"}


def test_any_other_hub_is_told_the_same():
    """The lines for another hub set what the files for The Littlest JupyterHub and its program set."""
    (lines,) = re.findall(r"^```python\n(.+?)^```$", PAGE, re.M | re.S)
    other, forking, littlest = settings(lines), read("littlest_forking.py"), read("littlest.py")
    assert other.keys() == {*forking, *littlest, "c.Spawner.mem_limit"}
    assert keys(other["c.Spawner.environment"]) == keys(littlest["c.Spawner.environment"])
    for name in ("c.Spawner.args", "c.Spawner.default_url", "c.Spawner.http_timeout"):
        assert ast.unparse(other[name]) == ast.unparse(littlest[name])


def test_image_has_the_lessons_where_servers_look():
    """In the image the repository lies where the values say that the lessons with outputs are."""
    image = (TOOLS / "Dockerfile").read_text("utf-8")
    (place,) = re.findall(r"^COPY \. (\S+)$", image, re.M)
    assert VALUES["singleuser"]["extraEnv"]["TRACK2_LESSONS"] == f"{place}/notebooks"
    assert f"--requirements {place}/requirements.txt" in image


def test_placeholders_make_way():
    """What keeps room for a class gives it up: without priorities a placeholder would stay."""
    assert VALUES["scheduling"]["userPlaceholder"]["replicas"] > 0
    assert VALUES["scheduling"]["podPriority"]["enabled"]


def test_page_for_instructors_names_files_that_are_there():
    """Each file and each session that the page on hubs names exists."""
    files = re.findall(r"(?<![\w/])tools/hub/[\w./]*\w", PAGE)
    assert len(files) > 5
    assert [name for name in files if not (ROOT / name).exists()] == []
    sessions = set(re.findall(r"nox -s (\w+)", PAGE))
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
