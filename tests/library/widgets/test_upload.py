"""Files of codings that a reader hands in."""

from html import unescape

import pytest
from coding import HEAD, ROW, code, downloaded, upload
from hand_written import DIALOGUE, fill

from track2lib import impact
from track2lib.reader.coder_file import LONGEST
from track2lib.widgets.coding_form import CodingTask
from track2lib.widgets.upload import uploaded


def test_what_is_in_a_file():
    """A file gives its coder and the decisions; without a decision it has no coder."""
    unit = ("una-sipri", "c-forum")
    assert uploaded(f"{HEAD}\n{ROW}".encode()) == ("ana", {unit: ("denied", "A reason")})
    assert uploaded(HEAD.encode()) == ("", {})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("nonsense", "Columns missing"),
        (f"{HEAD}\nana,una-sipri,c-forum,yes,", "is no code"),
        (f"{HEAD}\n{ROW}\n{ROW.replace('ana', 'ben')}", "codings of 2 coders"),
        (b"PK\x03\x04\xff", "CSV UTF-8"),
        (b"x" * 6_000_000, "far too large"),
        (f"{HEAD}\n{ROW.replace('ana', '==')}", "a name with letters"),
    ],
)
def test_a_file_that_cannot_be_taken_up_changes_nothing(text, message):
    """A broken upload says what is wrong, and what was coded stays."""
    task = CodingTask("me")
    code(task, "c-forum", "denied")
    upload(task, text)
    assert "Not taken up" in task.status.value
    assert message in task.status.value
    assert [row[3] for row in task.saved.rows()] == ["denied"]


def test_an_unknown_case_is_told_where_to_take_it_from(mine):
    """Without its package a case of one's own is refused, with the table and the way out; with it, taken."""
    fill(mine, "dialogues", DIALOGUE | {"dialogue_id": "d1"})
    text = f"{HEAD}\nana,d1,c-forum,denied,"
    task = CodingTask("me")
    upload(task, text)
    told = unescape(task.status.value)
    assert "'d1' is no dialogue of the project. Take it from the column dialogue_id" in told
    assert "data='my-cases'" in told
    own = CodingTask("me", data=mine)
    upload(own, text)
    assert own.saved.of("d1", "c-forum") == ("denied", "")


def test_an_open_decision_can_be_taken_up():
    """A row without a code is a reason that waits for one."""
    task = CodingTask("ana")
    upload(task, f"{HEAD}\nana,una-sipri,c-forum,,A thought")
    assert task.reasons["c-forum"].value == "A thought"
    assert "1 with a reason and no code yet" in task.status.value


def test_a_downloaded_file_can_be_taken_up():
    """What was downloaded on one machine is whole again on another, under its coder's name."""
    task = CodingTask("ana")
    code(task, "c-forum", "denied", 'With "quotes", commas')
    kept = downloaded(task)
    task.saved.file.unlink()
    other = CodingTask("me")
    upload(other, kept)
    assert other.coder.value == "ana"
    assert other.reasons["c-forum"].value == 'With "quotes", commas'
    assert other.saved.file.read_text("utf-8") == kept


def test_the_longest_reasons_that_were_saved_can_be_taken_up():
    """Whatever its letters, a file that a form has written is none that a form finds too large."""
    task = CodingTask("ana")
    units = [(case, part) for case in task.cases for part in task.codes]
    task.saved.change(dict.fromkeys(units, ("denied", "ژ" * LONGEST)))
    other = CodingTask("me")
    upload(other, task.saved.text().encode())
    assert "40 of 40 decisions coded" in other.status.value
    assert other.saved.given == task.saved.given


def test_an_older_file_does_not_empty_what_was_coded_since(own_folder):
    """What is open in a file stays as it is; what makes way is told and kept."""
    task = CodingTask("ana")
    code(task, "c-forum", "denied", "Mine")
    unit = "ana,una-sipri,c-forum"
    upload(task, f"{HEAD}\n{unit},,")
    assert task.reasons["c-forum"].value == "Mine"
    assert "made way" not in task.status.value
    upload(task, f"{HEAD}\n{unit},nothing found,Theirs")
    assert task.reasons["c-forum"].value == "Theirs"
    assert "1 earlier decision made way" in task.status.value
    assert "Mine" in (own_folder / "codings-ana-replaced-1.csv").read_text()
    # Which a class's folder may hold beside the other.
    assert len(impact.load_codings(own_folder)) == 1
