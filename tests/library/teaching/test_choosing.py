"""Which of several hand-ins counts."""

import made_up_class
import pytest

from track2lib.teaching.choosing import students_of
from track2lib.teaching.form import read


def one(name="Ana", file="a.csv", folder="f1", number=1, **about):
    return read(made_up_class.hand_in(name, folder=folder, number=number, **about), file)


def chosen(*hand_ins):
    students, faults = students_of(hand_ins)
    return [student.name for student in students], students, faults


def test_the_last_of_one_folder_counts():
    """The number says which, in whatever order the files are read; the others are named."""
    old, new = one(seed=1), one(file="b.csv", number=2, seed=2)
    for pair in ((old, new), (new, old)):
        _, (student,), (fault,) = chosen(*pair)
        assert student.files == ["b.csv"]
        assert (fault.file, fault.severity) == ("a.csv", "warning")
        assert "What counts is b.csv." in fault.remedy


def test_lessons_add_up():
    """A hand-in of another lesson takes nothing from one before."""
    first, second = one(asked=["01"]), one(file="b.csv", number=2, asked=["02"])
    _, (student,), faults = chosen(first, second)
    assert [*student.answers] == ["01", "02"]
    assert faults == []


def test_two_folders_under_one_name_are_not_guessed():
    """Two students, or one with two machines: nothing of them is in the book, and it says so."""
    names, _, (fault,) = chosen(
        one(seed=1), one(file="b.csv", folder="f2", seed=1), one("Max", "c.csv")
    )
    assert names == ["Max"]
    assert fault.severity == "error"
    assert fault.file == "a.csv; b.csv"
    assert "'Ana', from 2 folders: both have lessons 00, 01, 02 and 05 and " in fault.problem


def test_two_folders_with_different_lessons_are_one_student_who_is_asked_about():
    """As where each session begins with an empty folder."""
    first = one(asked=["01"])._replace(lines=one(asked=["01"]).lines[:7])
    names, _, (fault,) = chosen(first, one(file="b.csv", folder="f2", asked=["02"]))
    assert names == ["Ana"]
    assert (fault.severity, fault.file) == ("warning", "a.csv; b.csv")


def test_an_empty_hand_in_stands_in_nobodys_way():
    """Whoever opened the course on a second machine and did nothing there has done nothing there."""
    empty = one(file="b.csv", folder="f2", done=0)
    empty = empty._replace(lines=[line for line in empty.lines if "lesson" in line])
    names, (student,), _ = chosen(one(seed=1), empty)
    assert names == ["Ana"]
    assert any(line["attempts"] != "0" for line in student.answers["01"].values())


def test_a_copy_that_was_changed_is_not_guessed():
    """The same number twice, with other rows: somebody has edited one."""
    names, _, (fault,) = chosen(one(seed=1), one(file="b.csv", seed=2))
    assert names == []
    assert "copies that somebody has changed" in fault.problem
    names, (student,), faults = chosen(one(seed=1), one(file="b.csv", seed=1))
    assert (names, student.files) == (["Ana"], ["a.csv", "b.csv"][: len(student.files)])
    assert all(fault.severity == "warning" for fault in faults)


def test_names_that_look_alike_are_asked_about():
    """They are two students until somebody says that they are one."""
    names, _, (fault,) = chosen(one("ana"), one("Ana ", "b.csv", "f2"))
    assert len(names) == 2
    assert "look alike" in fault.problem


def test_the_order_is_that_of_letters():
    """Neither capitals nor accents send a name to the end."""
    names = ["Émile", "Zoe", "ana", "Ben"]
    found, _, _ = chosen(*(one(name, f"{n}.csv", f"f{n}") for n, name in enumerate(names)))
    assert found == ["ana", "Ben", "Émile", "Zoe"]


@pytest.mark.parametrize("again", [1, 2])
def test_notes_and_codes_are_of_the_last(again):
    """What was taken back since is not in the book."""
    lines = [{"kind": "note", "item": "1", "answer": "Old"}] * (again == 1)
    first = one(asked=["01"])._replace(lines=[*one(asked=["01"], done=0).lines[:7], *lines])
    last = first._replace(file="b.csv", number=2, lines=first.lines[:7])
    _, (student,), _ = chosen(first, last)
    assert student.notes == []
