"""What is compared: the course of a revision as it was handed out, ours of today, and one of others."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

from hub.class_branch import advance, git
from hub.peer import DATA, PEER, offline
from hub.running import Build
from hub.student import Course

ROOT = Path(__file__).parents[2]
BRANCH = "class"
COPY = "notebooks/my-lessons/00-start-here.ipynb"
CODE = """from track2lib.widgets.coding_form import CodingTask
form = CodingTask("me")
form.codes[next(iter(form.codes))].value = "denied"
"""
HAND_IN = 'import track2lib as t2\nt2.hand_in("Name")'
# Of the servers' extensions, those that a lesson has no use for.
FEWER = '--ServerApp.jpserver_extensions={"jupyter_lsp": False, "notebook_shim": False}'


def before(place: Path, revision: str) -> Build:
    """Set up a revision by the words of its own page for instructors."""
    tree = place / "tree"
    tree.mkdir(parents=True)
    _run("git", "-C", ROOT, "archive", "-o", place / "tree.tar", revision)
    with tarfile.open(place / "tree.tar") as packed:
        packed.extractall(tree, filter="data")
    repository = place / "course.git"
    _run("git", "clone", "--quiet", "--bare", ROOT, repository)
    git(repository, "branch", "--force", BRANCH, revision)
    course = Course(repository.as_uri(), BRANCH, COPY, [CODE, HAND_IN])
    return Build(f"before ({revision})", _environment(place, tree, str(tree)), course)


def after(place: Path, *, prefork: bool) -> Build:
    """Set up this tree by the recipe, with or without the process that all others come from."""
    repository = place / "course.git"
    place.mkdir()
    _run("git", "init", "--quiet", "--bare", repository)
    for name, value in {"user.name": "class", "user.email": "class@localhost"}.items():
        git(repository, "config", name, value)
    git(repository, "fetch", "--quiet", str(ROOT), "HEAD:refs/heads/main")
    advance(repository, BRANCH, "main")
    course = Course(repository.as_uri(), BRANCH, COPY, [CODE, HAND_IN])
    environment = {
        "TRACK2_LESSONS": str(ROOT / "notebooks"),
        "MALLOC_ARENA_MAX": "2",
        "OPENBLAS_NUM_THREADS": "1",
    }
    called = "after" if prefork else "after, nothing forked"
    programs = _environment(place, ROOT, str(ROOT))
    return Build(called, programs, course, environment, [FEWER], prefork)


def peer(place: Path) -> Build:
    """Set up the course of others, with our versions of all that both need."""
    programs = _environment(place, ROOT, PEER, DATA)
    download = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
    _run(*download, "--no-binary", PEER.partition("=")[0], "--dest", place, PEER)
    with tarfile.open(next(place.glob("*.tar.gz"))) as packed:
        member = next(one for one in packed if one.name.endswith("examples.ipynb"))
        notebook = json.load(packed.extractfile(member) or sys.exit(f"{PEER} has no examples"))
    tree = place / "course"
    tree.mkdir()
    _run("git", "init", "--quiet", "--initial-branch", BRANCH, tree)
    (tree / "examples.ipynb").write_text(json.dumps(offline(notebook)), "utf-8")
    git(tree, "add", ".")
    who = ["-c", "user.name=peer", "-c", "user.email=peer@localhost"]
    git(tree, *who, "commit", "--quiet", "--message", "Their examples")
    return Build(PEER, programs, Course(tree.as_uri(), BRANCH, "examples.ipynb", []))


def _environment(place: Path, tree: Path, *packages: str) -> str:
    """Install what a tree locks, what a hub needs beside it, and packages; give its programs."""
    folder = place / "environment"
    uv = shutil.which("uv") or sys.exit("uv is not installed; `nox -s hub` installs it.")
    _run(uv, "venv", "--quiet", "--python", sys.executable, folder)
    install: list[str | Path] = [uv, "pip", "install", "--quiet", "--python", folder / "bin/python"]
    _run(*install, "--requirements", tree / "requirements.txt")
    hub = [*install, "--compile-bytecode", "jupyterhub>=6.1,<7", "nbgitpuller>=1.3,<2"]
    _run(*hub, *packages)
    return str(folder / "bin")


def _run(*command: str | Path) -> None:
    """Run a command, and stop if it fails."""
    subprocess.run(command, check=True, env=os.environ | {"GIT_TERMINAL_PROMPT": "0"})
