"""The file of attempts."""

from pathlib import Path

import pytest

from track2lib.reader.attempts import add_attempt, read_attempts

HEAD = "question,attempts,solved\n"


def test_attempts_are_counted(own: Path) -> None:
    """Each attempt counts, and what was solved once stays solved."""
    for question, solved in [("q0-1", False), ("q0-2", True), ("q0-1", True), ("q0-1", False)]:
        assert not add_attempt(question, solved=solved)
    assert (own / "progress.csv").read_text() == HEAD + "q0-1,3,True\nq0-2,1,True\n"
    assert read_attempts() == {"q0-1": (3, True), "q0-2": (1, True)}


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
        with pytest.raises(ValueError, match=r"\w"):
            read_attempts()
        assert add_attempt("q0-1", solved=True)
        assert (own / f"progress-damaged-{number}.csv").read_bytes() == damaged
        assert (own / "progress.csv").read_text() == HEAD + "q0-1,1,True\n"
        assert not add_attempt("q0-1", solved=True)


def test_file_saved_by_a_spreadsheet(own: Path) -> None:
    """What spreadsheets do to a file does not damage it."""
    own.mkdir(parents=True)
    (own / "progress.csv").write_bytes(b"\xef\xbb\xbfquestion,attempts,solved\r\nq0-1,2,TRUE\r\n")
    assert not add_attempt("q0-1", solved=False)
    assert (own / "progress.csv").read_text() == HEAD + "q0-1,3,True\n"
