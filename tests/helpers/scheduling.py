"""A plugin of pytest: what takes long begins first, so that all workers end together."""

from pathlib import PurePosixPath

import pytest

BROWSER, SITE = "tests/repository/browser", "tests/repository/website"
# What one worker does, for what its tests share takes long to start or to make.
TOGETHER = (BROWSER, SITE)
# The longest first. Whatever is not named here follows in the usual order.
LONG = [
    BROWSER,
    SITE,
    "tests/repository/test_lessons_in_a_browser.py",
    "tests/repository/test_hub.py",
    "tests/repository/test_installing.py",
    "tests/repository/test_guards_of_lessons.py",
    "notebooks/11-impact-lab.ipynb",
    "tests/repository/paper",
    "tests/library/sources/test_exporting.py",
    "tests/repository/test_chart_index.py",
    "tests/library/charts/test_every_chart.py",
    "notebooks",
    "tests/library/records/test_dates.py",
    "tests/library/charts/test_charts_alike.py",
    "tests/library/charts/test_charts_of_own_cases.py",
    "tests/library/records/test_disputes.py",
    "tests/library/impact/test_chunks.py",
]
PLACES = {name: place for place, name in enumerate(LONG)}


def scope_of(file: str) -> str:
    """Give what stays on one worker: a file with its fixtures, or a folder that shares what is made."""
    parents = [*map(str, PurePosixPath(file).parents)]
    return next((folder for folder in TOGETHER if folder in parents), file)


def place_of(item: pytest.Item) -> int:
    """Give the place of a test in the order, by its scope or the folder that this is in."""
    scope = scope_of(item.nodeid.partition("::")[0])
    folder = str(PurePosixPath(scope).parent)
    return PLACES.get(scope, PLACES.get(folder, len(LONG)))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Order the tests; those of one place stay as they are."""
    items.sort(key=place_of)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Share out whole scopes among the workers, in that order."""
    from xdist.scheduler import LoadScopeScheduling

    class Scopes(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return scope_of(nodeid.partition("::")[0])

    return Scopes(config, log)
