"""Handing in."""

import os

import pytest

import track2lib as t2
from track2lib.lessons.question import find, lessons
from track2lib.reader.coder_file import Codings
from track2lib.teaching.form import read
from track2lib.teaching.handing_in import hand_in, lines_of


@pytest.fixture
def busy(own):
    """Do something of each kind."""
    t2.check("q1-1", "It depends on who asks.")
    right = find("q1-2").right()[0]
    t2.check("q1-2", "a" if right != "a" else "b")
    t2.check("q1-2", right)
    t2.check("q0-1", "d")
    t2.note("=HYPERLINK(1) is a thought")
    columns = ["coder", "dialogue_id", "construct_id", "code", "reason"]
    Codings("me", lambda *_: ("", {}), columns).change({("oslo", "c-forum"): ("denied", "So")})
    return own


def files(own):
    return sorted(path.name for path in own.glob("hand-in-*"))


def test_nothing_is_written_without_a_name(own):
    """The call waits in a lesson, and touches no file."""
    for name in (..., "", " ", "...", "…"):
        assert hand_in(name).status == "waiting"
    assert not own.exists()


def test_all_that_was_done_is_in_it(busy):
    """Answers, attempts, sentences, notes and codes; no time of day, and nothing that would run."""
    said = hand_in("ana")
    content = (busy / "hand-in-ana.csv").read_bytes()
    found = read(content, "")
    assert (found.name, found.holds, found.number, found.lost) == ("ana", "all", 1, 0)
    by_item = {line["item"]: line for line in found.lines}
    assert {*by_item} >= {question.id for own in lessons().values() for question in own}
    assert by_item["q1-1"]["answer"] == "It depends on who asks."
    assert (by_item["q1-2"]["attempts"], by_item["q1-2"]["solved_at"]) == ("2", "2")
    assert by_item["q1-3"]["attempts"] == "0"
    assert "solved" not in by_item["q1-3"]
    assert by_item["codings-me.csv"]["code"] == "denied"
    assert by_item["1"]["answer"] == "HYPERLINK(1) is a thought"
    assert not any(
        cell[:1] in "=+@"
        for line in content.decode("utf-8-sig").split("\n")
        for cell in line.split(",")
        if cell
    )
    assert "2 answers, 1 sentence, 1 note and 1 code" in said.body
    assert "no time of day" in said.body


def test_one_lesson_alone(busy):
    """Its questions, and what belongs to no lesson; notes only if they are to be."""
    said = hand_in("Ana", lesson="01", notes=False)
    (name,) = files(busy)
    found = read((busy / name).read_bytes(), "")
    assert {line["lesson"] for line in found.lines if "lesson" in line} == {"01"}
    assert {line["kind"] for line in found.lines} & {"note", "code"} == {"code"}
    assert "Not answered yet: q1-3, q1-4" in said.body


def test_what_lacks_is_told(busy):
    """Questions by name, lessons that were not begun by number, and what is no sentence."""
    with (busy / "progress.csv").open("a", encoding="utf-8") as file:
        file.write("q1-7,1,True,x\n")  # as an older version took it
    body = hand_in("Ana").body
    assert "Not answered yet: q0-2, " in body
    assert "Lessons not begun: 02, " in body
    assert "No sentence yet, so that it will not count: q1-7." in body


def test_again_is_easy_and_keeps_what_was(busy):
    """The second hand-in stands in the same place, says so, and the first is beside it."""
    hand_in("ana")
    assert "Nothing has changed" in hand_in("ana").body
    assert files(busy) == ["hand-in-ana.csv"]
    t2.check("q1-4", "a")
    assert "`hand-in-ana-replaced-1.csv`" in hand_in("ana").body
    assert files(busy) == ["hand-in-ana-replaced-1.csv", "hand-in-ana.csv"]


@pytest.mark.parametrize(
    "name", ["علی رضایی", "Zoë", "../../etc/passwd", "=cmd|' /C calc'!A1", "王芳", "a,b"]
)
def test_any_name(busy, name):
    """A name of any script is in the file as it was typed, but for what a spreadsheet would run."""
    hand_in(name)
    (file,) = files(busy)
    assert file.isascii()
    assert read((busy / file).read_bytes(), "").name == name.lstrip("=")


def test_a_name_without_a_letter_is_none(own):
    """Nothing could be told by it."""
    with pytest.raises(ValueError, match="has no letter in it"):
        hand_in("=+@")
    with pytest.raises(LookupError, match="There is no lesson '99'"):
        hand_in("Ana", lesson="99")
    assert not own.exists()


def test_the_place_is_told_as_it_is_found(busy, monkeypatch):
    """From the home on, without the name of an account."""
    monkeypatch.setenv("HOME", str(busy.parent))
    assert "`~/notes/hand-in-ana.csv`" in hand_in("ana").body


def test_a_folder_that_takes_no_file(own):
    """It is told, and nothing stops."""
    own.parent.mkdir()
    own.write_text("mine")
    said = hand_in("Ana")
    assert said.status == "not yet"
    assert said.body.startswith("Nothing was written")


def test_open_codes_are_left_out():
    """A decision that was taken back has neither code nor reason, and is no row."""
    content = (
        b"coder,dialogue_id,construct_id,code,reason\nme,oslo,c-forum,,\nme,oslo,c-channel,,half\n"
    )
    (line,) = lines_of({}, {}, [], {"codings-me.csv": content})
    assert (line["construct_id"], line["reason"]) == ("c-channel", "half")


def test_nothing_yet(own):
    """Whoever has done nothing may hand that in, too."""
    assert "has no answer yet" in hand_in("Ana", lesson="00").body
    assert os.environ["TRACK2_FOLDER"] == str(own)
