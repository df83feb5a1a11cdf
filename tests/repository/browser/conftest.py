"""A JupyterLab of the locked environment and a browser page in it, shared by all tests here."""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest

ROOT = Path(__file__).parents[3]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
# Cells far down are otherwise not in the page, and a notebook is saved while it is looked at.
SETTINGS = {
    "@jupyterlab/notebook-extension/tracker": {"windowingMode": "none"},
    "@jupyterlab/docmanager-extension/plugin": {"autosave": False},
}
# Nothing but the server on this machine has an address.
ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"


def missing(what):
    """Skip here, fail where the tests must be complete."""
    if os.environ.get("CI"):
        pytest.fail(f"CI must run these tests, but there is no {what}")
    pytest.skip(f"no {what} on this machine")


@pytest.fixture(scope="session")
def browser_path():
    """Find the browser, before a server is started for it."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    return found or missing(f"browser ({', '.join(BROWSERS)})")


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
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("Playwright")
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-background-networking", ALONE]
        browser = playwright.chromium.launch(executable_path=browser_path, args=arguments)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.outside, page.errors = [], []

        def record(url):
            parts = urlsplit(url)
            if parts.scheme not in ("data", "blob") and parts.hostname != "127.0.0.1":
                page.outside.append(url)

        page.context.on("request", lambda request: record(request.url))
        page.on("websocket", lambda socket: record(socket.url))
        page.on("pageerror", lambda error: page.errors.append(str(error)))
        page.goto(lab)
        page.wait_for_function("window.jupyterapp && jupyterapp.restored.then(() => true)")
        yield page
        browser.close()
