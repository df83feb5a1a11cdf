"""A reader's folder for each test, in a place that is not there yet."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a reader's folder of its own."""
    monkeypatch.setenv("TRACK2_FOLDER", str(tmp_path / "a" / "notes"))
    return tmp_path / "a" / "notes"
