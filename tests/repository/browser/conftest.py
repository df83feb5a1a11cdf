"""A JupyterLab of the locked environment and a browser page in it, shared by all tests here."""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from browsing import find_browser, started, watched

ROOT = Path(__file__).parents[3]
# Cells far down are otherwise not in the page, and a notebook is saved while it is looked at.
SETTINGS = {
    "@jupyterlab/notebook-extension/tracker": {"windowingMode": "none"},
    "@jupyterlab/docmanager-extension/plugin": {"autosave": False},
}


@pytest.fixture(scope="session")
def browser_path():
    """Find the browser, before a server is started for it."""
    return find_browser()


@pytest.fixture(scope="session")
def lab_folder(tmp_path_factory):
    """Make the folder of a JupyterLab of its own, with copies of the lessons in `root`."""
    folder = tmp_path_factory.mktemp("lab")
    shutil.copytree(ROOT / "notebooks", folder / "root")
    return folder


@pytest.fixture(scope="session")
def lab(browser_path, lab_folder):
    """Start JupyterLab on copies of the lessons, with settings of its own; give its address."""
    folder = lab_folder
    for name, values in SETTINGS.items():
        path = folder / "settings" / f"{name}.jupyterlab-settings"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(values))
    places = {
        "HOME": "home",
        "IPYTHONDIR": "ipython",
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_DATA_DIR": "data",
        "JUPYTER_RUNTIME_DIR": "runtime",
        "JUPYTERLAB_SETTINGS_DIR": "settings",
        "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
        "TRACK2_FOLDER": "reader",
    }
    environment = os.environ | {key: str(folder / value) for key, value in places.items()}
    options = ["--no-browser", "--allow-root", "--LabApp.expose_app_in_browser=True"]
    options += ["--ServerApp.port=0", f"--ServerApp.root_dir={folder / 'root'}"]
    command = [sys.executable, "-m", "jupyterlab", *options]
    with (
        (folder / "log").open("w") as log,
        subprocess.Popen(command, env=environment, stdout=log, stderr=log) as server,
    ):
        try:
            yield address(folder, server)
        finally:
            server.terminate()
            try:
                server.wait(10)
            except subprocess.TimeoutExpired:  # seen when a kernel was just starting
                server.kill()


def address(folder, server):
    """Wait until the server says where it is."""
    for _ in range(600):
        assert server.poll() is None, (folder / "log").read_text()
        for path in (folder / "runtime").glob("jpserver-*.json"):
            try:
                info = json.loads(path.read_text())
            except json.JSONDecodeError:  # it is just being written
                continue
            return f"http://127.0.0.1:{info['port']}/lab?reset&token={info['token']}"
        time.sleep(0.1)
    raise AssertionError("JupyterLab did not start:\n" + (folder / "log").read_text())


@pytest.fixture(scope="session")
def page(lab, browser_path):
    """Open JupyterLab in the browser; `page.outside` and `page.errors` list what went wrong."""
    with started(browser_path) as browser:
        page = watched(browser.new_page(viewport={"width": 1280, "height": 900}))
        page.goto(lab)
        page.wait_for_function("window.jupyterapp && jupyterapp.restored.then(() => true)")
        yield page
