"""What a reader has answered and noted."""

import os
from pathlib import Path
from typing import Any

import pytest

from track2lib.lessons.progress import DAMAGED, NOT_SAVED, earlier, note, record
from track2lib.reader.attempts import Attempt


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TRACK2_FOLDER", str(tmp_path / "a" / "notes"))
    return tmp_path / "a" / "notes"


def test_made_only_when_needed(own: Path) -> None:
    """A place for a note makes no folder; the first record does."""
    note(...)
    assert not own.exists()
    record("q0-1", solved=False)
    assert {path.name for path in own.iterdir()} <= {"progress.csv", ".lock"}


def test_a_damaged_line_is_told(own: Path) -> None:
    """Who answers next is told of what cannot be read; then no more."""
    record("q0-1", solved=True, answer="d")
    with (own / "progress.csv").open("a") as file:
        file.write("damaged")
    assert earlier("q0-1") == Attempt(1, True, "d", 1)
    assert record("q0-2", solved=True) == DAMAGED
    assert (own / "progress-damaged-1.csv").read_text().endswith("damaged")
    assert record("q0-2", solved=True) == ""


def test_folder_that_is_a_file(own: Path) -> None:
    """Where a file stands in the way of the folder, nothing stops and the reader is told."""
    own.parent.mkdir()
    own.write_text("mine")
    assert record("q0-1", solved=True) == NOT_SAVED
    assert NOT_SAVED in note("a thought").body
    assert earlier("q0-1") is None
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


def test_notes(own: Path) -> None:
    """A note is confirmed, and the confirmation names no path."""
    said = note("A thought")
    assert said.status == "noted"
    assert (own / "notes.md").read_text("utf-8") == "A thought\n\n"
    assert str(own) not in repr(said) + said._repr_html_()


@pytest.mark.parametrize(
    ("text", "status"), [(..., "waiting"), (" ", "waiting"), ("...", "waiting"), (3, "form")]
)
def test_no_note_yet(own: Path, text: Any, status: str) -> None:
    """What is no note is not written down."""
    assert note(text).status == status
    assert not own.exists()


def test_note_that_cannot_be_written(own: Path) -> None:
    """A note that no file can hold stops nothing."""
    assert "in the file `notes.md`." in note("half \ud800 a letter").body
    own.mkdir(parents=True, exist_ok=True)
    (own / "notes.md").unlink(missing_ok=True)
    (own / "notes.md").write_bytes(b"\xff\xfe")
    assert "`notes-2.md`, since `notes.md` is not in UTF-8" in note("a thought").body
    assert (own / "notes.md").read_bytes() == b"\xff\xfe"
