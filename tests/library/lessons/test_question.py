"""Questions: found by name, with a key that the data give."""

from importlib import import_module
from pathlib import Path

import pandas as pd
import pytest
from lesson_seven import FILE, IRANIAN, ORGANIZATIONS, PASSAGES

from track2lib.lessons.exercises import check, hint
from track2lib.lessons.question import find, titles


@pytest.mark.usefixtures("small")
def test_table_follows_the_data(monkeypatch: pytest.MonkeyPatch) -> None:
    """The key of a table is computed from the data, not written down."""
    more = pd.concat([ORGANIZATIONS, IRANIAN.assign(org_id=["new", "newer"])])
    now = {"organizations": more, "passages": PASSAGES}
    monkeypatch.setattr(
        import_module("track2lib.records.loading"), "load", lambda name, **_: now[name]
    )
    assert "Still missing: 2." in check("q7-4", IRANIAN).body
    assert check("q7-7", 4).status == "right"


@pytest.mark.usefixtures("small")
def test_name_in_any_dress() -> None:
    """Case and spaces in the name of a question do not matter."""
    assert hint(" Q7-1 ").about == "q7-1"


def test_a_change_is_seen_at_once(small: Path) -> None:
    """A teacher who writes a question sees each change of its file at the next call."""
    file = small / "07.toml"
    assert find("q7-1").minutes == 1
    file.write_text(FILE.replace("minutes = 1", "minutes = 9", 1), encoding="utf-8")
    assert find("q7-1").minutes == 9


def test_only_the_file_of_the_lesson_is_read(small: Path) -> None:
    """A half-written file of another lesson stops no one, and nobody waits for it."""
    (small / "08.toml").write_text("[[question]", encoding="utf-8")
    assert find("q7-10").id == "q7-10"


def test_a_question_in_the_file_of_another_lesson(small: Path) -> None:
    """A question that was put into the wrong file is found all the same."""
    (small / "08.toml").write_text(FILE.replace('"q7-', '"q6-'), encoding="utf-8")
    assert find("q6-3").id == "q6-3"


def test_a_lesson_without_a_title_has_its_number(small: Path) -> None:
    """A teacher's file may have none; where it has one, that is it."""
    assert titles() == {"07": "Lesson 07"}
    (small / "07.toml").write_text(f'title = "Mine"\n{FILE}', encoding="utf-8")
    assert titles() == {"07": "Mine"}


def test_the_version_changes_with_what_is_judged(small: Path) -> None:
    """Another prompt or another right answer is another version; another hint is none."""
    before = find("q7-3").version()
    for old, new, same in [
        ('hints = ["Count."]', 'hints = ["Count all."]', True),
        ("answer = 14", "answer = 15", False),
        ("How many meetings?", "How many meetings in all?", False),
    ]:
        (small / "07.toml").write_text(FILE.replace(old, new, 1), encoding="utf-8")
        assert (find("q7-3").version() == before) is same
