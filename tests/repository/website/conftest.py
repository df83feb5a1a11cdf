"""The site, built once for all tests here, and a browser page that shows it from its folder."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from browsing import find_browser, started, watched

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """Build the site as `nox -s site` does; it takes half a minute, so only where CI is set."""
    if not os.environ.get("CI"):
        pytest.skip("the site is built where CI is set")
    folder = tmp_path_factory.mktemp("site") / "site"
    done = subprocess.run(
        [sys.executable, "-m", "website", str(folder)],
        env=os.environ | {"PYTHONPATH": str(ROOT / "tools")},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert not done.stderr, done.stderr
    return folder


@pytest.fixture(scope="session")
def chromium(site):
    """Start the browser, once there is a site to show."""
    with started(find_browser()) as browser:
        yield browser


@pytest.fixture
def page(chromium):
    """Open a page that reaches no network; `page.outside` and `page.errors` list what went wrong."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    yield watched(context.new_page())
    context.close()
