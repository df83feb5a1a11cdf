"""The file of one coder: saved at each step, whole after a crash, never written over."""

import shutil
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
    assert one.rows() == [("me", "una-sipri", "c-forum", "", "")]
    assert codings().of("una-sipri", "c-forum") == ("", "")


def test_what_was_taken_back_stays_so() -> None:
    """A form that still has a decision does not bring it back when it saves another."""
    one = codings()
    one.change(DENIED)
    other = codings()
    one.change({("una-sipri", "c-forum"): ("", "")})
    other.change(MORE)
    assert other.of("una-sipri", "c-forum") == ("", "")
    assert codings().given == {("una-sipri", "c-forum"): ("", "")} | MORE
    assert other.restored == 0


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

    with monkeypatch.context() as patched:
        patched.setattr("pathlib.Path.replace", full)
        one.change(MORE)
    assert one.file.read_bytes() == before
    assert {path.name for path in own.iterdir()} <= {"codings-me.csv", ".lock"}
    assert one.trouble == "not saved"
    assert one.given == DENIED | MORE
    # Late, and not lost: nobody is told that the file had lost it.
    one.change({("oslo", "c-forum"): ("denied", "")})
    assert codings().given == one.given
    assert (len(one.given), one.trouble, one.restored) == (3, "", 0)


@pytest.mark.parametrize(
    "harm", ["gone", "emptied", "cut", "renamed", "by a spreadsheet", "damaged", "folder gone"]
)
def test_what_an_open_form_knows_is_put_back(own: Path, harm: str) -> None:
    """Whatever becomes of the file while a form is open, the next step saves all that it knew."""
    one = codings()
    one.change(DENIED)
    one.change(MORE)
    both, file = one.given, own / "codings-me.csv"
    text = file.read_text("utf-8")
    if harm == "gone":
        file.unlink()
    elif harm == "folder gone":
        shutil.rmtree(own)
    elif harm == "emptied":
        file.write_text("")
    elif harm == "cut":
        file.write_text(text.rsplit("me,", 1)[0])
    elif harm == "renamed":
        file.rename(own / "codings-old.csv")
    elif harm == "damaged":
        file.write_bytes(b"\x00" * 512)
    else:
        file.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    new = {("oslo", "c-forum"): ("denied", "Because")}
    one.change(new)
    assert codings().given == one.given == both | new
    lost = {"cut": 1, "by a spreadsheet": 0}.get(harm, 2)
    assert one.restored == lost


def test_a_file_of_somebody_else_does_not_become_mine(own: Path) -> None:
    """A file that was saved under another coder's name is put aside as it is."""
    codings("ana").change(DENIED)
    theirs = (own / "codings-ana.csv").read_bytes()
    (own / "codings-me.csv").write_bytes(theirs)
    one = codings()
    assert (one.given, one.trouble) == ({}, "another's")
    one.change(MORE)
    assert (own / "codings-me-damaged-1.csv").read_bytes() == theirs
    assert codings().given == MORE


def test_a_link_and_its_rights_stay(own: Path) -> None:
    """A file that is kept elsewhere by a link, for the reader alone, stays where and as it is."""
    elsewhere = own.parent / "elsewhere.csv"
    own.mkdir(parents=True)
    elsewhere.write_text(f"{','.join(COLUMNS)}\n")
    elsewhere.chmod(0o600)
    (own / "codings-me.csv").symlink_to(elsewhere)
    codings().change(DENIED)
    assert (own / "codings-me.csv").is_symlink()
    assert "denied" in elsewhere.read_text()
    assert elsewhere.stat().st_mode & 0o777 == 0o600


def test_what_was_typed_is_a_plain_cell(own: Path) -> None:
    """No name and no reason becomes a formula in a class's table, whoever typed it."""
    one = codings("=ana")
    one.change({("oslo", "c-forum"): ("denied", "=1+1\n" + "x" * 5000)})
    assert one.rows() == [("ana", "oslo", "c-forum", "denied", "1+1 " + "x" * 1996)]
    assert codings("=ana").given == one.given
