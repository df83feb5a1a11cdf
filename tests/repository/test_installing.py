"""Installing: the wheel, and the list of environment.yml, in an environment of their own."""

import json
import os
import shutil
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from commands import ROOT, run

CI_ONLY = pytest.mark.skipif(
    not os.environ.get("CI"), reason="installs 121 packages; runs where CI is set, as in .ci/run"
)


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


@CI_ONLY
def test_environment_yml_installs_and_runs_a_lesson(tmp_path):
    """The list of environment.yml installs in a clean environment, and a lesson runs in it."""
    environment = yaml.safe_load((ROOT / "environment.yml").read_text("utf-8"))
    (pip_part,) = [part["pip"] for part in environment["dependencies"] if isinstance(part, dict)]
    versions, whole = tmp_path / "versions.txt", tmp_path / "list.txt"
    versions.write_text("\n".join(pip_part[:-1]), "utf-8")
    whole.write_text("\n".join(pip_part), "utf-8")
    python = make_environment(tmp_path / "venv")
    # uv links what nox has downloaded, which takes a second; pip would write it for a minute.
    uv = shutil.which("uv")
    install = [uv, "pip", "install", "--python", python] if uv else [python, "-m", "pip", "install"]
    run(*install, "-r", whole, cwd=ROOT)
    # conda hands the list to pip, which resolves it here and must find each version in its place.
    run(python, "-m", "pip", "install", "--dry-run", "--no-index", "-r", versions)
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


def test_every_server_guards_the_lessons(installed, tmp_path):
    """Whichever server of notebooks starts where the wheel is, it has our class of files."""
    options = [installed, "-I", "-m"]
    for program in (["jupyterlab"], ["jupyter_server"]):
        show = [*options, *program, "--show-config-json"]
        config = json.loads(run(*show, cwd=tmp_path, env=_own_folders(tmp_path)))
        assert config["ServerApp"]["contents_manager_class"] == "track2lib.lab.files.LessonFiles"
    code = (
        "from jupyter_server.serverapp import ServerApp; from track2lib.lab.files import LessonFiles;"
        "app = ServerApp(); app.initialize(['--ServerApp.open_browser=False'], new_httpserver=False);"
        "print(type(app.contents_manager) is LessonFiles)"
    )
    found = run(installed, "-I", "-c", code, cwd=tmp_path, env=_own_folders(tmp_path))
    assert found.splitlines()[-1] == "True"


def test_jupyterlab_finds_the_buttons_of_the_lessons(installed):
    """The part for the page is installed where JupyterLab looks, in the version of the package."""
    folder = installed.parent.parent / "share/jupyter/labextensions/track2lib"
    package = json.loads((folder / "package.json").read_text("utf-8"))
    assert (folder / package["jupyterlab"]["_build"]["load"]).exists()
    assert (
        package["version"]
        == tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    )


@pytest.mark.parametrize("program", ["nbconvert", "jupyter_server", "jupyterlab"])
def test_exports_take_our_templates(installed, tmp_path, program):
    """On the command line and from JupyterLab, pages and slides are made by our templates."""
    show = [installed, "-I", "-m", program, "--show-config-json"]
    config = json.loads(run(*show, cwd=tmp_path, env=_own_folders(tmp_path)))
    templates = installed.parent.parent / "share/jupyter/nbconvert/templates"
    for exporter in ("HTMLExporter", "SlidesExporter"):
        name = config[exporter]["template_name"]
        assert (templates / name / "index.html.j2").exists()


def test_picture_of_the_wheel_has_its_font(installed, tmp_path):
    """The font and its licence come with the package."""
    code = "from track2lib.page import fonts; print(sorted(p.name for p in fonts.FOLDER.iterdir()))"
    found = run(installed, "-I", "-c", code, cwd=tmp_path)
    assert found.strip() == "['OFL.txt', 'Vazirmatn-NL-Regular.ttf']"
