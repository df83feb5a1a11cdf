"""The file of notes."""

from pathlib import Path

import pytest

from track2lib.reader.notes import add_note, read_notes


def test_notes_are_added_each_once(own: Path) -> None:
    """Notes are added at the end, each once, in any script."""
    for text in ("First\nthought", "Second – здесь", "First\nthought", " First\n"):
        add_note(text)
    assert (own / "notes.md").read_text("utf-8") == "First\nthought\n\nSecond – здесь\n\nFirst\n\n"


def test_a_file_in_another_encoding_stays_as_it_is(own: Path) -> None:
    """A note goes into a file beside one that cannot be read, once, and its name is given."""
    own.mkdir(parents=True)
    others = {"notes.md": "Zoë".encode("cp1252"), "notes-2.md": "Zoë".encode("utf-16")}
    for name, content in others.items():
        (own / name).write_bytes(content)
    assert [add_note("a thought"), add_note("a thought")] == ["notes-3.md"] * 2
    assert (own / "notes-3.md").read_text("utf-8") == "a thought\n\n"
    assert {name: (own / name).read_bytes() for name in others} == others


@pytest.mark.parametrize("text", ["one\r\ntwo", "one\rtwo", "one\ntwo\n", "half \ud800 a letter"])
@pytest.mark.parametrize("saved", ["as it is", "for Windows", "with a mark", "without its end"])
def test_a_note_stands_there_once(own: Path, text: str, saved: str) -> None:
    """A cell that is run again adds nothing, whatever ends of lines it or an editor has."""
    add_note(text)
    file = own / "notes.md"
    content = file.read_bytes()
    changed = {
        "as it is": content,
        "for Windows": content.replace(b"\n", b"\r\n"),
        "with a mark": b"\xef\xbb\xbf" + content,
        "without its end": content.rstrip(),
    }[saved]
    file.write_bytes(changed)
    assert add_note(text) == "notes.md"
    assert file.read_bytes() == changed


def test_notes_are_read_again(own: Path) -> None:
    """Paragraph by paragraph, in their order, from all files, whatever a program has made of them."""
    assert read_notes() == []
    add_note("First\nthought")
    add_note("Second")
    (own / "notes.md").write_bytes((own / "notes.md").read_text("utf-8").encode("utf-16"))
    add_note("Third – здесь")
    assert read_notes() == ["First\nthought", "Second", "Third – здесь"]
