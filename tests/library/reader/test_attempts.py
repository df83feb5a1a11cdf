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
    assert read_attempts() == (
        {"q0-1": Attempt(3, True, "b", 2), "q0-2": Attempt(1, True, "9", 1)},
        0,
    )


def test_the_same_answer_again_counts_once(own: Path) -> None:
    """A lesson that is run from the top is no second attempt; a table, of which none is known, is."""
    for _ in range(3):
        add_attempt("q0-1", solved=True, answer="One sentence,\nand =another")
        add_attempt("q0-3", solved=False)
    known, _ = read_attempts()
    assert known["q0-1"] == Attempt(1, True, "One sentence, and =another", 1)
    assert known["q0-3"].attempts == 3
    add_attempt("q0-3", solved=False, answer="14")
    add_attempt("q0-3", solved=True, answer="14")  # the question was corrected meanwhile
    assert read_attempts()[0]["q0-3"] == Attempt(5, True, "14", 5)


@pytest.mark.parametrize(
    "damaged",
    [
        b"question;attempts;solved\n",
        b"q0-9,1\n",
        b"q0-9,one,True\n",
        b"q0-9," + b"9" * 5000 + b",True,a\n",
        b"<<<<<<< HEAD\n",
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
        known = {"q0-1": Attempt(number, True, f"b{number}", 1)}
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
    # Which of several attempts in one line was right, nobody can say.
    at = {0: 1, 2: 2 if b"FALSE" in there else None}[before]
    assert read_attempts() == ({"q0-1": Attempt(before + 1, True, "a", at)}, 0)


def test_a_text_that_no_file_holds_is_cleaned(own: Path) -> None:
    """Half a letter, or a character that is no text, stops nothing."""
    add_attempt("q0-1", solved=True, answer="half \ud800 and \x00 nothing")
    assert read_attempts()[0]["q0-1"].answer == "half and nothing"


@pytest.mark.parametrize(
    "saved",
    [
        "question;attempts;solved;answer\nq0-1;1;True;a, b\nq0-2;1;FALSE;c\n",
        "question\tattempts\tsolved\tanswer\r\nq0-1\t1\tTrue\ta, b\r\nq0-2\t1\tFALSE\tc\r\n",
        "sep=;\nquestion;attempts;solved;answer\nq0-1;1;True;a, b\nq0-2;1;FALSE;c\n",
        'answer,solved,question,attempts\n"a, b",True,q0-1,1\nc,FALSE,q0-2,1\n',
        'q0-1,1.0,True,"a, b"\nq0-2,1.0,FALSE,c\nQuestion,Attempts,Solved,Answer\n',
        'question,attempts,solved,answer\rq0-1,1,True,"a, b"\rq0-2,1,FALSE,c\r',
        '\ufeffquestion,attempts,solved,answer\nq0-1,1,True,"a, b"\nq0-2,1,FALSE,c\n',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_spreadsheet_may_save_it_in_its_own_way(own: Path, saved: str, encoding: str) -> None:
    """Other signs between the cells, another order of the columns, other ends of lines: all counts."""
    own.mkdir(parents=True)
    (own / "progress.csv").write_bytes(saved.encode(encoding))
    known = {"q0-1": Attempt(1, True, "a, b", 1), "q0-2": Attempt(1, False, "c")}
    assert read_attempts() == (known, 0)
    assert add_attempt("q0-2", solved=True, answer="d") == 0
    assert read_attempts() == (known | {"q0-2": Attempt(2, True, "d", 2)}, 0)
    assert {file.name for file in own.iterdir()} <= {"progress.csv", ".lock"}


def test_a_column_of_ones_own_is_kept_aside(own: Path) -> None:
    """A column that a reader has added is in a copy of the file; what is ours is read as before."""
    own.mkdir(parents=True)
    text = "question,attempts,solved,answer,mine\nq0-1,1,True,a,a thought\n"
    (own / "progress.csv").write_text(text)
    assert add_attempt("q0-1", solved=False, answer="b") == 0
    assert read_attempts() == ({"q0-1": Attempt(2, True, "b", 1)}, 0)
    assert (own / "progress-damaged-1.csv").read_text() == text


def test_a_full_disk_takes_nothing_from_a_damaged_file(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no copy can be written the file stays, and with it what could be read of it."""
    add_attempt("q0-1", solved=True, answer="a")
    with (own / "progress.csv").open("a") as file:
        file.write("q0-2,one,True")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    for step in ("os.fsync", "pathlib.Path.replace"):
        with monkeypatch.context() as patched:
            patched.setattr(step, full)
            with pytest.raises(OSError, match="No space"):
                add_attempt("q0-3", solved=True, answer="a")
        assert read_attempts() == ({"q0-1": Attempt(1, True, "a", 1)}, 1)
    assert add_attempt("q0-3", solved=True, answer="a") == 1
    assert set(read_attempts()[0]) == {"q0-1", "q0-3"}


def test_a_whole_book_is_no_damage(own: Path) -> None:
    """Of an answer that no cell can hold the beginning is kept, and the file can be read."""
    for _ in range(2):
        add_attempt("q0-1", solved=True, answer="a word " * 100_000)
    known, damaged = read_attempts()
    assert (known["q0-1"].attempts, damaged) == (1, 0)
    assert len(known["q0-1"].answer) == 100_000
