"""The file of attempts."""

from pathlib import Path

import pytest

from track2lib.reader.attempts import Attempt, add_attempt, read_attempts

HEAD = "question,attempts,solved,answer\n"


def test_each_attempt_is_a_line(own: Path) -> None:
    """Each attempt counts, what was solved once stays solved, and the last answer is known."""
    tried = [("q0-1", False, "a"), ("q0-2", True, "9"), ("q0-1", True, "d"), ("q0-1", False, "b")]
    for question, solved, answer in tried:
        assert not add_attempt(question, solved=solved, answer=answer)
    lines = "q0-1,1,False,a\nq0-2,1,True,9\nq0-1,1,True,d\nq0-1,1,False,b\n"
    assert (own / "progress.csv").read_text() == HEAD + lines
    assert read_attempts() == ({"q0-1": Attempt(3, True, "b"), "q0-2": Attempt(1, True, "9")}, 0)


def test_the_same_answer_again_counts_once(own: Path) -> None:
    """A lesson that is run from the top is no second attempt; a table, of which none is known, is."""
    for _ in range(3):
        add_attempt("q0-1", solved=True, answer="One sentence,\nand =another")
        add_attempt("q0-3", solved=False)
    known, _ = read_attempts()
    assert known["q0-1"] == Attempt(1, True, "One sentence, and =another")
    assert known["q0-3"].attempts == 3
    add_attempt("q0-3", solved=False, answer="14")
    add_attempt("q0-3", solved=True, answer="14")  # the question was corrected meanwhile
    assert read_attempts()[0]["q0-3"] == Attempt(5, True, "14")


@pytest.mark.parametrize(
    "damaged",
    [
        b"question;attempts;solved\n",
        b"q0-9,1\n",
        b"q0-9,one,True\n",
        b"q0-9," + b"9" * 5000 + b",True\n",
        b"q0-9,1,perhaps\n",
        b"q0-9,1,True,a,b\n",
        b",1,True,a\n",
        b'"q0-9,1,True\n',
        b"q0-9,1,\xff\n",
        b"\x00\x01\x02\n",
        b"\x00" * 4096,
        b'q0-9,1,True,"cut he',
    ],
)
def test_a_damaged_line_takes_no_other_with_it(own: Path, damaged: bytes) -> None:
    """What cannot be read is kept as it is, aside; every other line counts as before."""
    for number in (1, 2):
        add_attempt("q0-1", solved=True, answer=f"b{number}")
        before = (own / "progress.csv").read_bytes() + damaged
        (own / "progress.csv").write_bytes(before)
        assert read_attempts()[1] == 1
        assert add_attempt("q0-2", solved=False, answer=f"a{number}") == 1
        assert (own / f"progress-damaged-{number}.csv").read_bytes() == before
        known = {"q0-1": Attempt(number, True, f"b{number}")}
        known |= {"q0-2": Attempt(number, False, f"a{number}")}
        assert read_attempts() == (known, 0)
        assert not add_attempt("q0-2", solved=False, answer=f"a{number}")


@pytest.mark.parametrize(
    "there",
    [
        b"",
        b"\n",
        b"question,attempts,solved,answer",
        b"\xef\xbb\xbfquestion,attempts,solved\r\nq0-1,2,TRUE\r\n",
        b"question,attempts,solved\nq0-1,2,True",
        b"q0-1,1,FALSE,\r\n,,,\r\nq0-1,1,True,\n",
        HEAD.encode() + b"q0-1,2,True,\n" + HEAD.encode(),
    ],
)
def test_what_editors_and_spreadsheets_do_is_no_damage(own: Path, there: bytes) -> None:
    """A mark in front, other line ends, a last line without its end, empty rows: all is read."""
    own.mkdir(parents=True)
    (own / "progress.csv").write_bytes(there)
    before = 2 if b"q0-1" in there else 0
    assert add_attempt("q0-1", solved=True, answer="a") == 0
    assert read_attempts() == ({"q0-1": Attempt(before + 1, True, "a")}, 0)


def test_a_text_that_no_file_holds_is_cleaned(own: Path) -> None:
    """Half a letter, or a character that is no text, stops nothing."""
    add_attempt("q0-1", solved=True, answer="half \ud800 and \x00 nothing")
    assert read_attempts()[0]["q0-1"].answer == "half and nothing"
