"""The files that a reader hands in, as they are kept."""

from pathlib import Path

import pytest

from track2lib.reader.coder_file import Codings
from track2lib.reader.hand_ins import codings_files, save_hand_in


def saved(text, name="ana", lesson=""):
    return save_hand_in(name, lesson, lambda mark, n: [["a", "b"], [text, f"{mark} {n}"]])


def cells(path):
    return path.read_text("utf-8-sig").splitlines()[1].split(",")


def test_a_second_hand_in_keeps_the_first(own: Path) -> None:
    """What is handed in again has the next number and the same mark; the file before is a copy."""
    first = saved("one")
    before = first.path.read_bytes()
    again = saved("two")
    assert (first.kept, first.is_new) == ("", True)
    assert (again.path, again.kept, again.is_new) == (
        first.path,
        "hand-in-ana-replaced-1.csv",
        True,
    )
    assert (own / again.kept).read_bytes() == before
    assert before.startswith(b"\xef\xbb\xbf")  # or Excel takes it for another encoding
    (mark, one), (same, two) = (cells(path)[1].split() for path in (own / again.kept, again.path))
    assert (mark, one, two) == (same, "1", "2")


def test_the_same_again_is_no_other(own: Path) -> None:
    """A cell that is run once more writes nothing."""
    saved("one")
    before = {path.name: path.read_bytes() for path in own.iterdir()}
    assert not saved("one").is_new
    assert {path.name: path.read_bytes() for path in own.iterdir()} == before


def test_lessons_and_names_share_the_count(own: Path) -> None:
    """So a teacher can tell which of two files of one folder is the later."""
    for number, (name, lesson) in enumerate([("ana", "01"), ("ana", "02"), ("ben", "")], start=1):
        assert cells(saved("x", name, lesson).path)[1].endswith(f" {number}")


@pytest.mark.parametrize("damage", [b"", b"\x00\xff\n", b"number,folder,file\n,,\nx,y,z\n"])
def test_a_damaged_list_stops_nothing(own: Path, damage: bytes) -> None:
    """Without the list, a hand-in is told from those before by a new mark."""
    mark, _ = cells(saved("one").path)[1].split()
    (own / "hand-ins.csv").write_bytes(damage)
    assert cells(saved("two").path)[1].split() != [mark, "1"]
    assert cells(saved("three").path)[1].split()[1] == "2"


def test_a_full_disk_leaves_the_file_before(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be written takes nothing with it."""
    path = saved("one").path
    before = path.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("pathlib.Path.replace", full)
        with pytest.raises(OSError, match="No space"):
            saved("two")
    assert path.read_bytes() == before


def test_copies_of_codes_are_no_codes(own: Path) -> None:
    """The file of each coder is read, and none that was set aside."""
    assert codings_files() == {}
    columns = ["coder", "case", "part", "code", "reason"]
    Codings("me", lambda *_: ("", {}), columns).change({("a", "b"): ("yes", "so")})
    (own / "codings-me-damaged-1.csv").write_text("x")
    assert [*codings_files()] == ["codings-me.csv"]
