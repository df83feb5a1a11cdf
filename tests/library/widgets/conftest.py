"""A reader's folder for each test."""

import pytest


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    """Give each test a reader's folder of its own."""
    monkeypatch.setenv("TRACK2_FOLDER", str(tmp_path / "reader"))
    return tmp_path / "reader"
