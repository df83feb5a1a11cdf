"""The files of questions, and what is to be corrected in them."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from lesson_seven import FILE

from track2lib.lessons.question import FOLDER
from track2lib.lessons.question_faults import faults


def test_questions_are_sound() -> None:
    """Every question has reasons, hints, a solution, passages that resolve, and its own number."""
    assert faults(FOLDER) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('kind = "choice"', 'kind = "chose"', "kind must be"),
        ('id = "q7-2"', 'id = "q7-3"', "id must be q7-2"),
        ('id = "q7-2"', 'id = "q6-2"', "id must be q7-2"),
        ("minutes = 5", "minutes = 0", "minutes"),
        ("minutes = 5", "minuts = 5", r"missing: \['minutes'\], unknown: \['minuts'\]"),
        (', why = "It is too late."', "", "'c' needs a why"),
        ("why = ", "reason = ", r"unknown: \['options.reason'\]"),
        ('value = "c"', 'value = "d"', "a, b, c"),
        ('text = "The third", ', "", "needs a text"),
        ("right = true", 'why = "So."', "right = true must"),
        ('hints = ["Who is silent?"]', "hints = []", "at least one hint"),
        ('hints = ["They are sweet.", "They grow on trees."]', 'hints = ["Eat."]', "two hints"),
        ('text = "Little"', 'text = "Little", why = "It is more."', "nobody would see"),
        ('why = "A vegetable."', 'why = "Take `b`."', "given away"),
        ('value = "a", text = "Much"', 'value = "b", text = "Much"', "a, b, c"),
        ('text = "Much", right = true', 'text = "Much"', "right = true must"),
        ('id = "q7-9"\nkind = "guess"', 'id = "q7-9"\nanswer = 2\nkind = "guess"', "either"),
        ('solution = "The text says so."', 'solution = " "', "solution"),
        ('otherwise = "Count again."', 'otherwise = ""', "otherwise must"),
        ('passages = ["p1", "p2"]', "passages = []", "must name one"),
        ('passages = ["p1", "p2"]', 'passages = ["p4"]', "does not resolve"),
        ("answer = 14", "", "either an answer or a table"),
        ("value = 15", 'value = "15"', "must be numbers"),
        ('key = "org_id"', 'key = "id"', "no column"),
        ("query = \"side == 'Iranian'\"", "query = \"side == 'Martian'\"", "finds no row"),
        ('columns = ["org_id", "side"]', 'columns = ["org_id"]', "hold the key"),
        ('why = "It is too early."', 'why = "The second is it."', "given away"),
        ('why = "It is a vegetable."', 'why = "Take the apple."', "given away"),
        ('otherwise = "Count again."', 'otherwise = "It is 14."', "given away"),
        ('passages = ["p1", "p2", "p3"]', 'passages = ["p1"', r"07\.toml: it has no .* that can"),
        ("[[question]]", "[[questions]]", r"07\.toml, q7-2: id must be q7-1"),
        ("query = \"side == 'Iranian'\"", 'query = "side =="', "q7-4: the table cannot be asked"),
    ],
)
def test_faults_are_found(small: Path, old: str, new: str, fault: str) -> None:
    """The check of the files finds each kind of mistake."""
    assert faults(small) == []
    assert old in FILE
    (small / "07.toml").write_text(FILE.replace(old, new, 1), encoding="utf-8")
    assert any(re.search(fault, found) for found in faults(small))


def test_a_teacher_can_run_the_check(tmp_path: Path) -> None:
    """Run as a program it names the faults of a folder and fails; of our own files it says none."""
    (tmp_path / "07.toml").write_text('[[question]]\nid = "q7-1"\nkind = "chose"', encoding="utf-8")
    check = [sys.executable, "-m", "track2lib.lessons.question_faults"]
    found = subprocess.run([*check, str(tmp_path)], capture_output=True, text=True, check=False)
    assert found.returncode == 1
    assert found.stderr.startswith("07.toml, q7-1: kind must be one of choice, set,")
    sound = subprocess.run(check, capture_output=True, text=True, check=False)
    assert (sound.returncode, sound.stdout, sound.stderr) == (0, "", "")


def test_a_folder_that_is_not_there_is_no_sound_folder(tmp_path: Path) -> None:
    """Whoever mistypes the folder is told so, and not that all is well."""
    with pytest.raises(FileNotFoundError):
        faults(tmp_path / "questoins")
