"""The set-up: locks, launch links, the wheel, the commands that the README promises."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import lock
import pytest
import yaml
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
SHELL_ONLY = pytest.mark.skipif(os.name != "posix", reason=".ci/run is a shell script")
CI_ONLY = pytest.mark.skipif(
    not os.environ.get("CI"), reason="installs 121 packages; runs where CI is set, as in .ci/run"
)


def run(*command: str | Path, **options) -> str:
    """Run a command, show what it printed if it fails, and return its output."""
    done = subprocess.run(command, text=True, capture_output=True, check=False, **options)
    assert done.returncode == 0, f"{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
    return done.stdout


def locked(name: str) -> list[Requirement]:
    """Read the requirements of a lock, each with its exact version and marker."""
    text = (ROOT / name).read_text("utf-8")
    return [Requirement(line.rstrip(" \\")) for line in re.findall(r"(?m)^\w.*$", text)]


def version_of(requirements: list[Requirement]) -> dict[str, str]:
    """Map each name that applies here to its version."""
    applies = [r for r in requirements if not r.marker or r.marker.evaluate()]
    return {r.name: str(r.specifier).removeprefix("==") for r in applies}


def make_environment(folder: Path) -> Path:
    """Make an empty virtual environment with pip and return its Python."""
    run(sys.executable, "-m", "venv", folder)
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """Build the wheel from the tree."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory) -> Path:
    """Install the wheel in an empty environment, which borrows this one's dependencies."""
    python = make_environment(tmp_path_factory.mktemp("venv"))
    run(python, "-m", "pip", "install", "--no-index", "--no-deps", wheel)
    # Borrowed by path: the editable install of this environment does not come along.
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    (Path(run(python, "-c", where).strip()) / "borrowed.pth").write_text(
        run(sys.executable, "-c", where)
    )
    return python


# The locks


def test_environment_yml_holds_the_locked_versions():
    """environment.yml names the versions of requirements.txt, all of them and no other."""
    environment = yaml.safe_load((ROOT / "environment.yml").read_text("utf-8"))
    (pip_part,) = [part["pip"] for part in environment["dependencies"] if isinstance(part, dict)]
    assert pip_part[-1] == "-e ."
    assert [Requirement(line) for line in pip_part[:-1]] == locked("requirements.txt")


def test_environment_yml_has_the_python_of_the_lock():
    """conda, Binder, nox and a bare `python` all get the version that was tested."""
    version = (ROOT / ".python-version").read_text("utf-8").strip()
    environment = yaml.safe_load((ROOT / "environment.yml").read_text("utf-8"))
    assert f"python={version}" in environment["dependencies"]
    assert f'PYTHON = "{version}"' in (ROOT / "noxfile.py").read_text("utf-8")


def test_lock_notices_a_difference(tmp_path):
    """`tools/lock.py --check` is quiet for this tree and names the file that was changed."""
    for name in ["pyproject.toml", "README.md", "requirements.txt", "environment.yml"]:
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / "tools", tmp_path / "tools")
    command = [sys.executable, str(tmp_path / "tools" / "lock.py"), "--check"]
    assert run(*command) == ""
    text = (tmp_path / "environment.yml").read_text("utf-8")
    (tmp_path / "environment.yml").write_text(text.replace("altair==", "altair==0."), "utf-8")
    done = subprocess.run(command, text=True, capture_output=True, check=False)
    assert done.returncode == 1
    assert "environment.yml is out of date" in done.stdout


def test_locks_hold_what_is_declared():
    """Every declared dependency is locked at a version that the declaration allows."""
    runtime, development = (
        version_of(locked("requirements.txt")),
        version_of(locked("requirements-dev.txt")),
    )
    declared = {"requirements.txt": (PROJECT["project"]["dependencies"], runtime)}
    groups = [line for group in PROJECT["dependency-groups"].values() for line in group]
    declared["requirements-dev.txt"] = (groups, development)
    for name, (lines, versions) in declared.items():
        for requirement in map(Requirement, lines):
            found = versions.get(requirement.name)
            assert found, f"{name} lacks {requirement.name}: run `nox -s lock`"
            assert requirement.specifier.contains(found), f"{name} has {requirement.name} {found}"


def test_development_repeats_the_runtime_lock():
    """What is tested is what readers get: the development lock only adds to the other."""
    development = version_of(locked("requirements-dev.txt"))
    for name, version in version_of(locked("requirements.txt")).items():
        assert development.get(name) == version


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt", "environment.yml"])
def test_locks_name_no_address(name):
    """A lock says which version, never where to download it from."""
    text = (ROOT / name).read_text("utf-8")
    assert not re.search(r"://|index-url|find-links", text)


def test_jsonschema_is_the_quick_one():
    """Kernels do not wait for the grammar that jsonschema builds from 4.25 on."""
    version = version_of(locked("requirements.txt"))["jsonschema"]
    assert tuple(map(int, version.split(".")[:2])) < (4, 25)


@CI_ONLY
def test_environment_yml_installs_and_runs_a_lesson(tmp_path):
    """The list of environment.yml installs in a clean environment, and a lesson runs in it."""
    environment = yaml.safe_load((ROOT / "environment.yml").read_text("utf-8"))
    (pip_part,) = [part["pip"] for part in environment["dependencies"] if isinstance(part, dict)]
    (tmp_path / "list.txt").write_text("\n".join(pip_part), "utf-8")
    python = make_environment(tmp_path / "venv")
    run(python, "-m", "pip", "install", "-r", tmp_path / "list.txt", cwd=ROOT)
    run(python, "-m", "pip", "check")
    lesson = next((ROOT / "notebooks").glob("01-*.ipynb"))
    code = (
        "import sys, nbclient, nbformat; notebook = nbformat.read(sys.argv[1], 4);"
        "nbclient.NotebookClient(notebook, kernel_name='python3').execute()"
    )
    run(python, "-c", code, lesson, cwd=ROOT / "notebooks", env=_own_folders(tmp_path))


def _own_folders(folder: Path) -> dict[str, str]:
    """Make an environment in which nothing of the user's Jupyter is seen."""
    names = ["JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "IPYTHONDIR", "TRACK2_FOLDER"]
    return os.environ | {name: str(folder / name.lower()) for name in names}


# The wheel


def test_wheel_loads_a_table_from_any_folder(installed, tmp_path):
    """The wheel carries the data: the same table as in the tree, from another folder."""
    code = (
        "import track2lib; table = track2lib.load('dialogues');"
        "print(track2lib.__file__); print(table.to_csv())"
    )
    where, _, table = run(installed, "-I", "-c", code, cwd=tmp_path).partition("\n")
    assert Path(where).is_relative_to(installed.parent.parent)
    here = run(sys.executable, "-c", code, cwd=ROOT).partition("\n")[2]
    assert table == here
    assert "dialogue" in table


def test_wheel_registers_the_renderer(installed, tmp_path):
    """`alt.renderers.enable("track2")` finds the renderer, whoever installed the wheel."""
    code = (
        "from importlib.metadata import entry_points;"
        "(point,) = entry_points(group='altair.vegalite.v6.renderer', name='track2');"
        "print(point.load().__name__)"
    )
    assert run(installed, "-I", "-c", code, cwd=tmp_path).strip() == "render"


def test_jupyterlab_is_quiet_wherever_the_wheel_is(installed, tmp_path):
    """JupyterLab asks for no news, no update and no catalogue, and looks for no servers."""
    show = [installed, "-I", "-m", "jupyterlab", "--show-config-json"]
    config = json.loads(run(*show, cwd=tmp_path, env=_own_folders(tmp_path)))
    assert config["LabApp"]["news_url"] is None
    assert config["LabApp"]["check_for_updates_class"].endswith("NeverCheckForUpdate")
    assert config["LabApp"]["extension_manager"] == "readonly"
    assert config["LanguageServerManager"]["autodetect"] is False
    assert config["KernelManager"]["transport_encryption"] == "auto"
    settings = installed.parent.parent / "share/jupyter/lab/settings/overrides.d/track2lib.json"
    notices = json.loads(settings.read_text("utf-8"))["@jupyterlab/apputils-extension:notification"]
    assert notices == {"checkForUpdates": False, "fetchNews": "false"}


# What the README promises


def test_readme_has_the_two_commands():
    """The README names the command for the lessons and the one for the tests."""
    commands = re.findall(r"(?m)^pip install .*$", README)
    assert 'pip install "nox[uv]" && nox -s lab' in commands
    assert 'pip install "nox[uv]" && nox -s tests' in commands


@SHELL_ONLY
def test_ci_runs_the_command_of_the_readme(tmp_path):
    """`.ci/run` calls exactly what the README says, and fails when that fails."""
    for name in ["pip", "nox", "chromium"]:
        program = tmp_path / name
        program.write_text(f'#!/bin/sh\necho "{name} $*"\nexit ${{STATUS:-0}}\n')
        program.chmod(0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    lines = run("bash", ROOT / ".ci/run", env=os.environ | {"PATH": path}).splitlines()
    assert lines[0] in README.splitlines()
    assert lines[1:] == ["pip install nox[uv]", "nox -s tests"]
    failing = os.environ | {"PATH": path, "STATUS": "3"}
    assert subprocess.run(["bash", ROOT / ".ci/run"], env=failing, check=False).returncode == 3


def test_readme_lists_every_lesson():
    """The table of lessons has a row for each notebook, in order, with its title and minutes."""
    row = r"(?m)^\| (\d\d) \| \[([^]]+)\]\((notebooks/[^)]+)\) \|.*\| (\d+) \|$"
    listed = [(link, title, minutes) for _, title, link, minutes in re.findall(row, README)]
    found = []
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        start = "".join(json.loads(path.read_text("utf-8"))["cells"][0]["source"])
        title, minutes = re.search(r"# (.+)[^|]*?About (\d+) minutes", start).groups()
        found.append((f"notebooks/{path.name}", title, minutes))
    assert listed == found


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_links_lead_somewhere(name):
    """Every link to a file of the project leads to one that is there."""
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", (ROOT / name).read_text("utf-8"))
    assert [link for link in links if not (ROOT / link).exists()] == []


# The public address


def test_launch_links_wait_for_the_address():
    """While the public address is not set no launch link is shown, and setting it shows one."""
    repository = PROJECT["project"].get("urls", {}).get("Repository", "")
    assert lock.with_links(README, repository) == README
    assert ("mybinder.org" in README) == bool(repository)
    text = lock.with_links(README, "https://github.com/owner/name")
    assert (
        "(https://mybinder.org/v2/gh/owner/name/HEAD?urlpath=lab/tree/notebooks/00-start-here.ipynb)"
        in text
    )
    assert lock.with_links(text, "") == lock.with_links(README, "")


@pytest.mark.parametrize(
    ("repository", "where"),
    [
        ("https://github.com/owner/name.git", "gh/owner/name"),
        ("https://gitlab.com/group/part/name/", "gl/group%2Fpart%2Fname"),
        ("https://example.org/name", "git/https%3A%2F%2Fexample.org%2Fname"),
    ],
)
def test_launch_link_of_other_hosts(repository, where):
    """Binder is told the host in its own way, whichever host the address names."""
    assert f"mybinder.org/v2/{where}/HEAD?" in lock.launch(repository)
