"""A reader's folder for each test, and a class that was made once."""

from pathlib import Path

import made_up_class
import pytest

import track2lib as t2


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a reader's folder of its own."""
    monkeypatch.setenv("TRACK2_FOLDER", str(tmp_path / "a" / "notes"))
    return tmp_path / "a" / "notes"


@pytest.fixture(scope="session")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the hand-ins of thirty students, and what makes trouble. Tests only read them."""
    place = tmp_path_factory.mktemp("school") / "week-2"
    made_up_class.make(place)
    made_up_class.trouble(place)
    return place


@pytest.fixture(scope="session")
def book(school: Path) -> object:
    """Read them. Tests only look at it."""
    with pytest.warns(t2.DataWarning, match="Not all of week-2"):
        return t2.class_book(school)
