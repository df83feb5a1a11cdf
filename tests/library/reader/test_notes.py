"""The file of notes."""

from pathlib import Path

import pytest

from track2lib.reader.notes import add_note


def test_notes_are_added_each_once(own: Path) -> None:
    """Notes are added at the end, each once, in any script."""
    for text in ("First\nthought", "Second – здесь", "First\nthought", " First\n"):
        add_note(text)
    assert (own / "notes.md").read_text("utf-8") == "First\nthought\n\nSecond – здесь\n\nFirst\n\n"


def test_a_file_in_another_encoding_stays_as_it_is(own: Path) -> None:
    """Notes are not added to a file that cannot be read."""
    own.mkdir(parents=True)
    (own / "notes.md").write_bytes(b"\xff\xfe")
    with pytest.raises(UnicodeError):
        add_note("a thought")
    assert (own / "notes.md").read_bytes() == b"\xff\xfe"
