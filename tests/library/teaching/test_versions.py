"""Questions in another version."""

from track2lib.lessons.question import lessons
from track2lib.teaching.choosing import Student
from track2lib.teaching.versions import other_versions

ASKED = lessons()
RIGHT = ASKED["01"][0].version()


def student(name, item, version, attempts="1"):
    line = {"item": item, "version": version, "attempts": attempts}
    return Student(name, [], {"01": {item: line}}, [], [])


def test_each_question_is_told_once():
    """With the names of some who had another version; what was not tried is no matter."""
    people = [student(name, "q1-1", "vother") for name in "ABCDE"]
    people += [student("F", "q1-1", RIGHT), student("G", "q1-2", "vother", attempts="0")]
    (fault,) = other_versions(people, ASKED)
    assert fault.problem == "q1-1 was asked in another version, of A, B, C and 2 more."
    assert fault.severity == "warning"


def test_a_question_that_is_gone():
    """It is said to be left out."""
    (fault,) = other_versions([student("A", "q99-1", "v1")], ASKED)
    assert (fault.column, fault.remedy) == ("q99-1", "It is left out.")
