"""What a reader has answered and noted."""

from pathlib import Path
from typing import Any

import pytest

from track2lib.lessons.progress import DAMAGED, NOT_SAVED, note, progress, record

HEAD = "question,attempts,solved\n"


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TRACK2_FOLDER", str(tmp_path / "a" / "notes"))
    return tmp_path / "a" / "notes"


def test_made_only_when_needed(own: Path) -> None:
    """Looking at progress makes no folder; the first record does."""
    progress()
    note(...)
    assert not own.exists()
    record("q0-1", solved=False)
    assert [path.name for path in own.iterdir()] == ["progress.csv"]


def test_attempts_are_counted(own: Path) -> None:
    """Each attempt counts, and what was solved once stays solved."""
    for question, solved in [("q0-1", False), ("q0-2", True), ("q0-1", True), ("q0-1", False)]:
        assert record(question, solved=solved) == ""
    assert (own / "progress.csv").read_text() == HEAD + "q0-1,3,True\nq0-2,1,True\n"


def test_progress_by_lesson() -> None:
    """Each lesson shows how many of its questions were tried and solved; none at first."""
    before = progress().set_index("lesson")
    assert (before["questions"] > 0).all()
    assert before[["tried", "solved"]].to_numpy().sum() == 0
    record("q0-1", solved=False)
    record("q0-2", solved=True)
    record("q99-1", solved=True)
    assert progress().set_index("lesson").loc["00", ["tried", "solved"]].tolist() == [2, 1]


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"question;attempts;solved\nq0-1;1;True\n",
        b"question,attempts,solved\nq0-1,1\n",
        b"question,attempts,solved\nq0-1,one,True\n",
        b"question,attempts,solved\nq0-1,1,perhaps\n",
        b"question,attempts,solved\nq0-1,1,True\nq0-1,2,True\n",
        b'question,attempts,solved\n"q0-1,1,True\n',
        b"question,attempts,solved\nq0-1,1,\xff\n",
        b"\x00\x01\x02",
    ],
)
def test_damaged_file_is_kept(own: Path, damaged: bytes) -> None:
    """A damaged file is moved aside as it is, never over an earlier one, and a new count begins."""
    for number in (1, 2):
        own.mkdir(parents=True, exist_ok=True)
        (own / "progress.csv").write_bytes(damaged)
        with pytest.warns(UserWarning, match="could not be read"):
            assert progress()["tried"].sum() == 0
        assert record("q0-1", solved=True) == DAMAGED
        assert (own / f"progress-damaged-{number}.csv").read_bytes() == damaged
        assert (own / "progress.csv").read_text() == HEAD + "q0-1,1,True\n"
        assert record("q0-1", solved=True) == ""


def test_file_saved_by_a_spreadsheet(own: Path) -> None:
    """What spreadsheets do to a file does not damage it."""
    own.mkdir(parents=True)
    (own / "progress.csv").write_bytes(b"\xef\xbb\xbfquestion,attempts,solved\r\nq0-1,2,TRUE\r\n")
    assert record("q0-1", solved=False) == ""
    assert (own / "progress.csv").read_text() == HEAD + "q0-1,3,True\n"


def test_notes(own: Path) -> None:
    """Notes are added at the end, each once, and the confirmation names no path."""
    said = [note(text) for text in ("First\nthought", "Second – здесь", "First\nthought", "First")]
    assert {feedback.status for feedback in said} == {"noted"}
    assert (own / "notes.md").read_text("utf-8") == "First\nthought\n\nSecond – здесь\n\nFirst\n\n"
    assert str(own) not in repr(said[0]) + said[0]._repr_html_()


@pytest.mark.parametrize(
    ("text", "status"), [(..., "waiting"), (" ", "waiting"), ("...", "waiting"), (3, "form")]
)
def test_no_note_yet(own: Path, text: Any, status: str) -> None:
    """What is no note is not written down."""
    assert note(text).status == status
    assert not own.exists()


def test_note_that_cannot_be_written(own: Path) -> None:
    """A note that no file can hold stops nothing."""
    assert NOT_SAVED in note("\ud800").body
    own.mkdir(parents=True, exist_ok=True)
    (own / "notes.md").unlink(missing_ok=True)
    (own / "notes.md").write_bytes(b"\xff\xfe")
    assert NOT_SAVED in note("a thought").body
    assert (own / "notes.md").read_bytes() == b"\xff\xfe"
