"""The file of one coder: saved at each step, whole after a crash, never written over."""

from pathlib import Path

import pytest

from track2lib.impact.codings import COLUMNS, read_codings
from track2lib.reader.coder_file import Codings
from track2lib.reader.files import folder

DENIED = {("una-sipri", "c-forum"): ("denied", "Somebody says so")}
MORE = {("oslo", "c-channel"): ("nothing found", "")}


def codings(coder: str = "me") -> Codings:
    """Open the file of a coder."""
    return Codings(coder, read_codings, COLUMNS)


def test_each_change_is_on_disk(own: Path) -> None:
    """A decision is in the file at once, as the file is downloaded, and there again later."""
    one = codings()
    one.change(DENIED)
    assert (own / "codings-me.csv").read_text("utf-8") == one.text()
    assert codings().given == DENIED
    assert one.rows() == [("me", "una-sipri", "c-forum", "denied", "Somebody says so")]


def test_two_at_once_lose_nothing() -> None:
    """What another form has saved meanwhile stays, here and on disk."""
    one, other = codings(), codings()
    one.change(DENIED)
    other.change(MORE)
    assert other.given == codings().given == DENIED | MORE


def test_a_reason_may_stand_before_its_code(own: Path) -> None:
    """A reason without a code is an open decision, and is kept; without either it is taken back."""
    one = codings()
    one.change(DENIED)
    one.change({("una-sipri", "c-forum"): ("", "A thought")})
    assert one.rows() == [("me", "una-sipri", "c-forum", "", "A thought")]
    assert codings().given == {("una-sipri", "c-forum"): ("", "A thought")}
    one.change({("una-sipri", "c-forum"): ("", "")})
    assert one.rows() == []
    assert codings().given == {}


def test_a_case_that_left_its_package_stays(own: Path) -> None:
    """What was coded of a case that nobody knows any more is neither damaged nor lost."""
    own.mkdir(parents=True)
    text = f"{','.join(COLUMNS)}\nme,gone,c-forum,denied,So\n"
    (own / "codings-me.csv").write_text(text, "utf-8")
    one = codings()
    one.change(MORE)
    assert one.trouble == ""
    assert codings().given == {("gone", "c-forum"): ("denied", "So")} | MORE


def test_each_package_has_a_file_of_its_own() -> None:
    """Two packages may use one key for two cases; no name of a coder leads to another's file."""
    pairs = [("me", ""), ("me", "My cases"), ("me_my-cases", ""), ("me-my-cases", ""), ("me", "x")]
    files = [Codings(coder, read_codings, COLUMNS, package).name for coder, package in pairs]
    assert len({*files}) == len(pairs)
    assert files[1] == "codings-me_my-cases.csv"


def test_each_name_has_a_file_of_its_own() -> None:
    """Names that look alike when they are made plain, and names without a letter, stay apart."""
    names = ["ana-b", "Ana B", "Ana-B", "ana b", "😀", "🎉", "!!!", "..", "a/../b", "آنا"]
    files = [codings(name).file for name in names]
    assert len({file.name for file in files}) == len(names)
    assert all(file.parent == folder() and file.name.isascii() for file in files)


def test_a_damaged_file_is_kept_aside(own: Path) -> None:
    """What cannot be read is not overwritten: it gets another name, and that is known."""
    own.mkdir(parents=True)
    (own / "codings-me.csv").write_text("damaged")
    one = codings()
    assert one.trouble == "damaged"
    one.change(DENIED)
    assert one.trouble == ""
    assert (own / "codings-me-damaged-1.csv").read_text() == "damaged"
    assert codings().given == DENIED


def test_what_cannot_be_read_is_not_written_over(own: Path) -> None:
    """Where the file is there and cannot be read, it stays as it is."""
    (own / "codings-me.csv").mkdir(parents=True)
    one = codings()
    one.change(DENIED)
    assert one.trouble == "not saved"
    assert one.given == DENIED
    assert (own / "codings-me.csv").is_dir()


def test_a_crash_while_saving_leaves_the_old_file(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is written beside and put in place: the old one is whole until the new one is."""
    one = codings()
    one.change(DENIED)
    before = one.file.read_bytes()

    def full(self: Path, target: Path) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("pathlib.Path.replace", full)
    one.change(MORE)
    assert one.file.read_bytes() == before
    assert [path.name for path in own.iterdir()] == ["codings-me.csv"]
    assert one.trouble == "not saved"
    assert one.given == DENIED | MORE
