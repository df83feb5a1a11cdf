"""A real browser that reaches nothing but this machine, and the pages that it is shown."""

import os
import shutil
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
# Nothing but a server on this machine has an address.
ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
OPTIONS = ["--no-sandbox", "--disable-background-networking", ALONE]
HERE = ("data", "blob", "file")


def missing(what):
    """Skip here, fail where the tests must be complete."""
    if os.environ.get("CI"):
        pytest.fail(f"CI must run these tests, but there is no {what}")
    pytest.skip(f"no {what} on this machine")


def find_browser():
    """Find the browser."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    return found or missing(f"browser ({', '.join(BROWSERS)})")


@contextmanager
def started(path):
    """Start the browser."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("Playwright")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=OPTIONS)
        yield browser
        browser.close()


def watched(page):
    """List on a page, as `outside` and `errors`, what it asked for elsewhere and what went wrong."""
    page.outside, page.errors = [], []

    def record(url):
        parts = urlsplit(url)
        if parts.scheme not in HERE and parts.hostname != "127.0.0.1":
            page.outside.append(url)

    page.context.on("request", lambda request: record(request.url))
    page.on("websocket", lambda socket: record(socket.url))
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    return page
