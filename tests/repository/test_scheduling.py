"""The order of the tests, and what stays on one worker."""

import pytest
from commands import ROOT
from scheduling import BROWSER, LONG, SITE, scope_of


@pytest.mark.parametrize("name", LONG)
def test_what_takes_long_is_there(name):
    """A file that is renamed does not fall back to the end unseen."""
    assert (ROOT / name).exists()


@pytest.mark.parametrize(
    ("file", "scope"),
    [
        (f"{BROWSER}/test_lessons_in_browser.py", BROWSER),
        (f"{SITE}/test_built_site.py", SITE),
        ("notebooks/11-impact-lab.ipynb", "notebooks/11-impact-lab.ipynb"),
        ("tests/repository/test_locks.py", "tests/repository/test_locks.py"),
    ],
)
def test_scopes(file, scope):
    """All tests in the browser share one, so do those of the site; every other file stands for itself."""
    assert scope_of(file) == scope
