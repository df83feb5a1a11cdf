"""The file of one coder: saved at each step, whole after a crash, never written over."""

import shutil
from pathlib import Path

import pytest

from track2lib.impact.codings import COLUMNS, read_codings
from track2lib.reader import files
from track2lib.reader.coder_file import Codings

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


def test_what_another_is_saving_is_not_set_aside(own: Path, monkeypatch) -> None:
    """A file that cannot be read is looked at again when nobody writes; till then it stays."""
    own.mkdir(parents=True)
    (own / "codings-me.csv").write_bytes(b"no heading")
    monkeypatch.setattr(files, "PATIENCE", 0.2)
    with files.locked():
        assert codings().trouble == "not saved"
        assert [*own.glob("*damaged*")] == []
    assert codings().trouble == "damaged"


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


def test_a_damaged_file_is_kept_aside(own: Path) -> None:
    """What cannot be read is not overwritten: it gets another name, and that is known."""
    own.mkdir(parents=True)
    (own / "codings-me.csv").write_text("damaged")
    one = codings()
    assert one.trouble == "damaged"
    one.change(DENIED)
    assert one.trouble == "damaged"  # which was so on disk until now
    one.change(DENIED)
    assert one.trouble == ""
    assert (own / "codings-me-damaged-1.csv").read_text() == "damaged"
    assert codings().given == DENIED


HEADING = ",".join(COLUMNS)
ROWS = "me,una-sipri,c-forum,denied,Somebody says so\nme,oslo,c-channel,nothing found,\n"


@pytest.mark.parametrize(
    "harmed",
    [
        f"{HEADING}\n{ROWS}me,una-sipri,c-cha",
        f"{HEADING}\n{ROWS}me,oslo,c-forum,deneid,Why\n",
        f"{HEADING}\n{ROWS}{ROWS}",
        f"{HEADING}\n,oslo,c-forum,denied,Who\n{ROWS}",
        f"{HEADING}\n{ROWS}ana,oslo,c-forum,denied,Hers\n",
        f'{HEADING}\n{ROWS}me,oslo,c-forum,denied,"never ends\n',
        f"{HEADING}\n{ROWS}me,oslo,c-forum,denied,two, three\n",
        f"<<<<<<< HEAD\n{HEADING}\n{ROWS}>>>>>>> theirs\n",
        f"{HEADING},seen\n{ROWS.replace(chr(10), ',yes' + chr(10))}",
        f"{HEADING}\n{ROWS}me,oslo,c-forum,denied,caf\udce9\n",
    ],
)
def test_one_fault_costs_one_decision(own: Path, harmed: str) -> None:
    """Of a damaged file a copy is kept, and what can be read of it is there after a restart."""
    own.mkdir(parents=True)
    content = harmed.encode("utf-8", "surrogateescape")
    (own / "codings-me.csv").write_bytes(content)
    one = codings()
    assert (one.given, one.trouble) == (DENIED | MORE, "damaged")
    assert (own / "codings-me-damaged-1.csv").read_bytes() == content
    new = {("oslo", "c-forum"): ("denied", "Because")}
    one.change(new)
    again = codings()
    assert (again.given, again.trouble) == (DENIED | MORE | new, "")


@pytest.mark.parametrize(
    "saved",
    [
        f"{HEADING}\n{ROWS}".replace(",", ";"),
        f"{HEADING}\n{ROWS}".replace(",", "\t"),
        f"sep=,\n{HEADING}\n{ROWS}",
        f"{ROWS}{HEADING}\n",
        f"{HEADING}\r{ROWS}".replace("\n", "\r"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_spreadsheet_may_save_it_in_its_own_way(own: Path, saved: str, encoding: str) -> None:
    """Other signs between the cells, a heading at the end, other encodings are no damage."""
    own.mkdir(parents=True)
    (own / "codings-me.csv").write_bytes(saved.encode(encoding))
    one = codings()
    assert (one.given, one.trouble) == (DENIED | MORE, "")
    assert [file.name for file in own.glob("*.csv")] == ["codings-me.csv"]


def test_what_was_late_is_not_taken_back(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A decision that was changed while nothing could be saved is newer than what the file has."""
    one = codings()
    one.change(DENIED)
    unit, changed = ("una-sipri", "c-forum"), ("nothing found", "I have read on")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", full)
        one.change({unit: (changed[0], None)})
        one.change({unit: (None, changed[1])})
        assert (one.of(*unit), one.trouble) == (changed, "not saved")
    one.change(MORE)
    assert one.of(*unit) == codings().of(*unit) == changed
    assert (one.trouble, one.restored) == ("", 0)
    other = codings()
    other.change({unit: ("denied", None)})
    one.change(MORE)  # and late no longer
    assert one.of(*unit) == ("denied", "I have read on")


def test_two_forms_may_set_code_and_reason() -> None:
    """Whoever sets a code in one form does not empty the reason that another form has given."""
    unit = ("una-sipri", "c-forum")
    one, other = codings(), codings()
    one.change({unit: ("denied", "Somebody says so")})
    other.change({unit: ("nothing found", None)})
    assert codings().of(*unit) == ("nothing found", "Somebody says so")
    one.change({unit: (None, "Nobody says so")})
    assert codings().of(*unit) == ("nothing found", "Nobody says so")


def test_what_is_taken_up_replaces_nothing_in_silence(own: Path) -> None:
    """An open decision replaces none, and of decisions that make way the file is kept."""
    one, unit = codings(), ("una-sipri", "c-forum")
    one.change(DENIED)
    one.take_up(DENIED | MORE | {("oslo", "c-forum"): ("", "A thought")})
    assert (len(one.given), one.replaced) == (3, 0)
    for nothing in [("", ""), ("", "only a reason")]:
        one.take_up({unit: nothing})
        assert (one.of(*unit), one.replaced) == (DENIED[unit], 0)
    assert not list(own.glob("*-replaced-*"))
    before = one.file.read_bytes()
    one.take_up({unit: ("nothing found", "Theirs"), ("oslo", "c-channel"): ("denied", "Theirs")})
    assert one.replaced == 2
    assert (own / "codings-me-replaced-1.csv").read_bytes() == before
    assert codings().given == one.given
    one.change(MORE)
    assert one.replaced == 0


def test_where_no_copy_is_kept_nothing_is_taken_up(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a full disk a decision does not make way, since it would be gone."""
    one = codings()
    one.change(DENIED)
    before = one.file.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    one.take_up({("una-sipri", "c-forum"): ("nothing found", "Theirs")})
    assert (one.given, one.trouble) == (DENIED, "not saved")
    assert one.file.read_bytes() == before


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
    one.change({("oslo", "c-forum"): ("denied", "=1+1\n" + "x" * 50_000)})
    assert one.rows() == [("ana", "oslo", "c-forum", "denied", "1+1 " + "x" * 19_996)]
    assert codings("=ana").given == one.given
