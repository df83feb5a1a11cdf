"""A reader who has not begun, and a lesson in place of the real ones."""

from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest
from lesson_seven import FILE, small_locator, small_table

from track2lib.lessons import question as questions


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TRACK2_FOLDER", str(tmp_path / "notes"))
    return tmp_path / "notes"


@pytest.fixture(autouse=True)
def _forget_hints(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("track2lib.lessons.exercises"), "_hints_given", Counter())


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a lesson of ten questions, one table and three passages in place of the real ones."""
    where = tmp_path / "questions"
    where.mkdir()
    (where / "07.toml").write_text(FILE, encoding="utf-8")
    monkeypatch.setattr(questions, "FOLDER", where)
    monkeypatch.setattr(import_module("track2lib.records.loading"), "load", small_table)
    monkeypatch.setattr(import_module("track2lib.sources.passages"), "locator", small_locator)
    return where
