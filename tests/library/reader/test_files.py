"""The reader's own folder."""

import os
from pathlib import Path
from typing import Any

import pytest

from track2lib.lessons.progress import NOT_SAVED, note, progress, record
from track2lib.reader.files import folder


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TRACK2_FOLDER", str(tmp_path / "a" / "notes"))
    return tmp_path / "a" / "notes"


def test_folder(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder is the one that is set, else one in the reader's home."""
    assert folder() == own
    monkeypatch.setenv("TRACK2_FOLDER", "")
    monkeypatch.setenv("HOME", str(own))
    monkeypatch.setenv("USERPROFILE", str(own))
    assert folder() == own / "track2-notes"


def test_a_crash_leaves_the_old_file(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the new file cannot be put in place, the old one stays whole."""
    record("q0-1", solved=True)
    old = (own / "progress.csv").read_bytes()

    def fail(*_: Any) -> None:
        raise OSError("no space")

    monkeypatch.setattr(Path, "replace", fail)
    assert record("q0-2", solved=True) == NOT_SAVED
    assert [path.name for path in own.iterdir()] == ["progress.csv"]
    assert (own / "progress.csv").read_bytes() == old


def test_folder_that_is_a_file(own: Path) -> None:
    """Where a file stands in the way of the folder, nothing stops and the reader is told."""
    own.parent.mkdir()
    own.write_text("mine")
    assert record("q0-1", solved=True) == NOT_SAVED
    assert NOT_SAVED in note("a thought").body
    assert progress()["tried"].sum() == 0
    assert own.read_text() == "mine"


def test_read_only_folder(own: Path) -> None:
    """A folder that is read-only stops nothing, and the reader is told."""
    own.mkdir(parents=True)
    own.chmod(0o500)
    if os.access(own, os.W_OK):
        pytest.skip("this user may write anywhere")
    assert record("q0-1", solved=True) == NOT_SAVED
    assert NOT_SAVED in note("a thought").body


def test_no_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no home is known, nothing stops and the reader is told."""

    def fail(_: Path) -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "expanduser", fail)
    assert record("q0-1", solved=True) == NOT_SAVED
    assert NOT_SAVED in note("a thought").body
