"""The reader's own folder, and how a file in it is written."""

from pathlib import Path
from typing import Any

import pytest

from track2lib.reader.files import folder, set_aside, write_rows


def test_folder(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder is the one that is set, else one in the reader's home."""
    assert folder() == own
    monkeypatch.setenv("TRACK2_FOLDER", "")
    monkeypatch.setenv("HOME", str(own))
    monkeypatch.setenv("USERPROFILE", str(own))
    assert folder() == own / "track2-notes"


def test_rows_are_written_alike_everywhere(own: Path) -> None:
    """A file has one line end on every system, and cells with commas or quotes are whole again."""
    write_rows(own / "a.csv", ["one", "two"], [("x, y", 'a "b"'), (1, True)])
    assert (own / "a.csv").read_bytes() == b'one,two\n"x, y","a ""b"""\n1,True\n'


def test_a_crash_leaves_the_old_file(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the new file cannot be put in place, the old one stays whole and nothing lies beside."""
    write_rows(own / "a.csv", ["one"], [("old",)])

    def fail(*_: Any) -> None:
        raise OSError("no space")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="no space"):
        write_rows(own / "a.csv", ["one"], [("new",)])
    assert [path.name for path in own.iterdir()] == ["a.csv"]
    assert (own / "a.csv").read_text() == "one\nold\n"


def test_nothing_is_thrown_away(own: Path) -> None:
    """Each damaged file that is set aside has a name of its own."""
    own.mkdir(parents=True)
    for number in (1, 2):
        (own / "a.csv").write_text(f"damaged {number}")
        set_aside(own / "a.csv")
        assert (own / f"a-damaged-{number}.csv").read_text() == f"damaged {number}"
    assert not (own / "a.csv").exists()
