"""The reader's own folder, and how a file in it is written."""

import io
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from track2lib.impact.codings import read_codings
from track2lib.reader import files
from track2lib.reader.attempts import read_attempts
from track2lib.reader.files import append, folder, locked, set_aside, write_rows


def test_folder(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder is the one that is set, else one in the reader's home."""
    assert folder() == own
    monkeypatch.setenv("TRACK2_FOLDER", "")
    monkeypatch.setenv("HOME", str(own))
    monkeypatch.setenv("USERPROFILE", str(own))
    assert folder() == own / "track2-notes"


@pytest.mark.skipif(
    sys.platform == "win32", reason="there homes are private, and have no such modes"
)
def test_folder_is_for_the_reader_alone(own: Path) -> None:
    """On a machine of a class nobody else reads what a student has answered."""
    with locked():
        assert own.stat().st_mode & 0o077 == 0


def test_folder_in_a_browser(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In JupyterLite the folder is where files stay, if there is such a place; elsewhere never."""
    monkeypatch.delenv("TRACK2_FOLDER")
    at_home = folder()
    monkeypatch.setattr(files, "BROWSER", own)
    monkeypatch.setattr("sys.platform", "emscripten")
    assert folder() == at_home
    own.mkdir(parents=True)
    assert folder() == own / "track2-notes"
    monkeypatch.setattr("sys.platform", "linux")
    assert folder() == at_home


def test_a_browser_has_no_lock(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In JupyterLite a lock would stay for ever, so that nothing but what is saved is written."""
    monkeypatch.setattr("sys.platform", "emscripten")
    with locked():
        append(own / "a.csv", "x")
    assert [path.name for path in own.iterdir()] == ["a.csv"]


NO_LOCKS = """
import sys
sys.modules["fcntl"] = None
from track2lib.reader import files
with files.locked():
    files.append(files.folder() / "a.csv", "x\\n")
    print(sorted(path.name for path in files.folder().iterdir()))
with files.locked():
    files.append(files.folder() / "a.csv", "y\\n")
print(sorted(path.name for path in files.folder().iterdir()))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has locks of another kind")
def test_a_system_without_locks_has_one_of_a_file(own: Path) -> None:
    """Where the system has no locks, a file that is there says so, and is gone afterwards."""
    code = [sys.executable, "-W", "ignore", "-c", NO_LOCKS]
    done = subprocess.run(code, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["['.lock', 'a.csv']", "['a.csv']"]
    assert (own / "a.csv").read_text() == "x\ny\n"


def test_rows_are_written_alike_everywhere(own: Path) -> None:
    """A file has one line end on every system, and cells with commas or quotes are whole again."""
    with locked():
        write_rows(own / "a.csv", [["one", "two"], ("x, y", 'a "b"'), (1, True)])
    assert (own / "a.csv").read_bytes() == b'one,two\n"x, y","a ""b"""\n1,True\n'


STEPS = ["pathlib.Path.open", "os.fsync", "pathlib.Path.chmod", "pathlib.Path.replace"]


@pytest.mark.parametrize("step", STEPS)
def test_a_failure_leaves_the_old_file(
    own: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """Whichever step of saving fails, the old file stays whole and nothing lies beside it."""
    own.mkdir(parents=True)
    write_rows(own / "a.csv", [["old"]])

    def fail(*_: Any) -> None:
        raise OSError("no space")

    with monkeypatch.context() as patched:
        patched.setattr(step, fail)
        with pytest.raises(OSError, match="no space"):
            write_rows(own / "a.csv", [["new"]])
    assert [path.name for path in own.iterdir()] == ["a.csv"]
    assert (own / "a.csv").read_text() == "old\n"


KILLED = """
import os, sys
from pathlib import Path
from track2lib.reader import files

step, after = sys.argv[1], sys.argv[2] == "after"
module, _, name = step.rpartition(".")
holder = {"os": os, "pathlib.Path": Path}[module]
real = getattr(holder, name)

def die(*args, **options):
    if after:
        real(*args, **options)
    os._exit(9)

place = files.folder()
with files.locked():
    files.write_rows(place / "a.csv", [["old"]])
    setattr(holder, name, die)
    if name == "open":  # of the lock, which is open already, nothing is left to do
        files.append(place / "b.csv", "line\\n")
    files.write_rows(place / "a.csv", [["new"]])
"""


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("step", STEPS)
def test_a_killed_kernel_leaves_the_old_file_or_the_new(own: Path, step: str, when: str) -> None:
    """Killed at any step, it leaves a whole file, no lock that lasts, and no rubbish for long."""
    run = subprocess.run([sys.executable, "-c", KILLED, step, when], check=False)
    assert run.returncode == 9
    is_new = step.endswith("replace") and when == "after"
    assert (own / "a.csv").read_text() == ("new\n" if is_new else "old\n")
    with locked():
        write_rows(own / "a.csv", [["next"]])
    assert not list(own.glob("*.part"))
    assert (own / "a.csv").read_text() == "next\n"


class Full(io.FileIO):
    """A file on a disk that has room for three bytes more."""

    def write(self, content: Any) -> int:
        return super().write(content[:3])


def test_a_full_disk_takes_a_line_whole_or_not(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line of which only a part could be written is taken back."""
    own.mkdir(parents=True)
    append(own / "a.csv", "whole\n")
    with monkeypatch.context() as patched:
        patched.setattr("pathlib.Path.open", lambda path, *_, **__: Full(path, "a"))
        with pytest.raises(OSError, match="only 3 of 5 bytes"):
            append(own / "a.csv", "half\n")
    assert (own / "a.csv").read_text() == "whole\n"


WRITER = """
import sys
from track2lib.impact.codings import COLUMNS, read_codings
from track2lib.reader.attempts import add_attempt
from track2lib.reader.coder_file import Codings
from track2lib.reader.notes import add_note

me = sys.argv[1]
form = Codings("me", read_codings, COLUMNS)
for number in range(6):
    add_attempt(f"q{me}-{number}", solved=False, answer="a")
    form.change({(f"case-{me}", f"part-{number}"): ("denied", f"{me} and {number}")})
    add_note(f"note {number} of {me}")
"""


def test_writers_at_once_lose_nothing(own: Path) -> None:
    """Processes that save at the same moment lose no attempt, no decision and no note."""
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(n)]) for n in range(4)]
    assert [writer.wait() for writer in writers] == [0] * 4
    assert len(read_attempts()[0]) == 24
    _, given = read_codings((own / "codings-me.csv").read_bytes(), "codings-me.csv")
    assert len(given) == 24
    assert len((own / "notes.md").read_text().split("\n\n")) == 25
    assert {file.name for file in own.iterdir()} <= {
        "progress.csv",
        "codings-me.csv",
        "notes.md",
        ".lock",
    }


def test_nothing_is_thrown_away(own: Path) -> None:
    """Of each damaged file a copy is kept under a name of its own, once; the file stays till then."""
    own.mkdir(parents=True)
    for number in (1, 2):
        (own / "a.csv").write_text(f"damaged {number}")
        for _ in range(3):
            assert set_aside(own / "a.csv") == own / f"a-damaged-{number}.csv"
        assert (own / f"a-damaged-{number}.csv").read_text() == f"damaged {number}"
        assert (own / "a.csv").read_text() == f"damaged {number}"
    assert set_aside(own / "a.csv", "replaced").name == "a-replaced-1.csv"
    assert len([*own.iterdir()]) == 4
