"""Questions that a class was asked in another version than they have here."""

from collections.abc import Iterable, Mapping, Sequence

from track2lib.lessons.question import Question
from track2lib.records.problem import Problem
from track2lib.teaching.choosing import Student

__all__ = ["other_versions"]


def other_versions(
    students: Iterable[Student], asked: Mapping[str, Sequence[Question]]
) -> list[Problem]:
    """Say which questions somebody answered in another version, or are no longer asked.

    Parameters
    ----------
    students : iterable of Student
        The class.
    asked : mapping of str to sequence of Question
        The questions that there are.

    Returns
    -------
    list of Problem
        One for each question.
    """
    versions = {question.id: question.version() for own in asked.values() for question in own}
    found: dict[str, list[str]] = {}
    for student in students:
        for own in student.answers.values():
            for item, line in own.items():
                tried = line.get("attempts", "0") != "0"
                if tried and line.get("version") != versions.get(item):
                    found.setdefault(item, []).append(student.name)
    problems = []
    for item, names in found.items():
        who = ", ".join(names[:3]) + f" and {len(names) - 3} more" * (len(names) > 3)
        said = f"{item} was asked in another version, of {who}."
        remedy = "Their answers count as they were judged then."
        if item not in versions:
            said, remedy = (
                f"{item} is no question here, and was answered by {who}.",
                "It is left out.",
            )
        problems.append(Problem("-", "-", item, said, remedy, "warning"))
    return problems
