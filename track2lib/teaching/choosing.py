"""Which of several hand-ins of one name counts: the later of one folder, and none where that is open."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from track2lib.charts.grammar.words import join
from track2lib.records.look_alikes import look_alikes
from track2lib.records.problem import Problem
from track2lib.teaching.form import CODE, NOTE, HandIn, Line

__all__ = ["Student", "students_of"]

RENAME = (
    "If they are two students, write another name into all rows of one file; if they are one, take "
    "out the file that is not to count."
)


class Student(NamedTuple):
    """What counts of the hand-ins under one name.

    Parameters
    ----------
    name : str
        The name.
    files : list of str
        The hand-ins of which something counts.
    answers : dict
        Rows by lesson and question; one that was not tried has no attempts.
    notes : list of str
        What was noted.
    codes : list of dict
        Rows of codes.
    """

    name: str
    files: list[str]
    answers: dict[str, dict[str, Line]]
    notes: list[str]
    codes: list[Line]


def students_of(hand_ins: Iterable[HandIn]) -> tuple[list[Student], list[Problem]]:
    """Choose what counts, name by name.

    Parameters
    ----------
    hand_ins : iterable of HandIn
        Of a class.

    Returns
    -------
    tuple of list
        The students in the order of their names, and what does not count, or is asked about.
    """
    by_name = defaultdict(list)
    for one in hand_ins:
        by_name[one.name].append(one)
    found, faults = list[Student](), list[Problem]()
    for name in sorted(by_name, key=_place):
        student, own = _student(name, by_name[name])
        faults += own
        if not any(fault.severity == "error" for fault in own):
            found.append(student)
    for group in look_alikes(student.name for student in found):
        files = "; ".join(file for one in found if one.name in group for file in one.files)
        said = f"These names look alike, and count as {len(group)} students: {', '.join(group)}."
        remedy = "If they are one student, write one name into all rows of both files."
        faults.append(Problem(files, "-", "name", said, remedy, "warning"))
    return found, faults


def _place(name: str) -> tuple[str, str]:
    """Give what orders names: their letters without accents."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter)), name


def _student(name: str, own: list[HandIn]) -> tuple[Student, list[Problem]]:
    """Choose among the hand-ins of one name."""
    lessons, of_codes = _parts(own, "lesson"), _parts(_latest(own), "item", CODE)
    clash = [key for key, part in lessons.items() if len(_counting(part)) > 1]
    unclear = [f"lesson{'s' * (len(clash) > 1)} {join(clash)}"] if clash else []
    unclear += [key for key, part in of_codes.items() if len(_counting(part)) > 1]
    if unclear:
        return Student(name, [], {}, [], []), [_clash(name, own, unclear)]
    counts = {lesson: _counting(part)[0] for lesson, part in lessons.items()}
    codes = [_counting(part)[0] for part in of_codes.values()]
    noted = _parts(_latest(own), "kind", NOTE).get(NOTE, [])
    used = {one.file for one in (*counts.values(), *codes, *noted)}
    files = [one.file for one in own if one.file in used]
    answers = {key: {line["item"]: line for line in one.lines} for key, one in counts.items()}
    notes = [*dict.fromkeys(line["answer"] for one in noted for line in one.lines)]
    lines = [line for one in codes for line in one.lines]
    return Student(name, files, answers, notes, lines), _left(name, own, used)


def _parts(own: list[HandIn], column: str, kind: str = "") -> dict[str, list[HandIn]]:
    """Take hand-ins apart by a column: each as often as there are cells, with the rows of one."""
    found: dict[str, list[HandIn]] = defaultdict(list)
    for one in own:
        parts: dict[str, list[Line]] = defaultdict(list)
        for line in one.lines:
            if line.get(column) and kind in ("", line["kind"]):
                parts[line[column]].append(line)
        for cell, lines in parts.items():
            found[cell].append(one._replace(lines=lines))
    return found


def _latest(own: list[HandIn]) -> list[HandIn]:
    """Give the last hand-in of each folder; several, if somebody has copied and changed one."""
    last: dict[str, int] = {}
    for one in own:
        last[one.folder] = max(one.number, last.get(one.folder, 0))
    return [one for one in own if one.number == last[one.folder]]


def _counting(part: list[HandIn]) -> list[HandIn]:
    """Give the one hand-in that counts of a part; several, if nobody can say which."""
    last = _latest(part)
    # One in which nothing was done stands in nobody's way.
    done = [one for one in last if any(line.get("attempts") != "0" for line in one.lines)] or last[
        :1
    ]
    first = done[0]
    return [first, *(one for one in done if (one.folder, one.lines) != (first.folder, first.lines))]


def _clash(name: str, own: list[HandIn], parts: list[str]) -> Problem:
    """Say that under one name stands what cannot be of one student."""
    folders = len({one.folder for one in own})
    why = f"from {folders} folders" if folders > 1 else "in copies that somebody has changed"
    said = (
        f"Different hand-ins under the name {name!r}, {why}: both have {join(parts)}, and nothing of "
        "them is in the book."
    )
    return Problem("; ".join(one.file for one in own), "-", "name", said, RENAME)


def _left(name: str, own: list[HandIn], used: set[str]) -> list[Problem]:
    """Say of hand-ins that do not count, and of those that count together, that it is so."""
    found = []
    for one in own:
        if one.file not in used:
            later = [two.file for two in own if two.file in used and two.folder == one.folder]
            said = f"An earlier hand-in of {name!r}, the same once more, or one without an answer."
            remedy = f"What counts is {join(later) or 'none'}."
            found.append(Problem(one.file, "-", "-", said, remedy, "warning"))
    counted = [one for one in own if one.file in used]
    if len(folders := {one.folder for one in counted}) > 1:
        files = "; ".join(one.file for one in counted)
        said = f"{name!r} has handed in from {len(folders)} folders, and counts as one student."
        found.append(Problem(files, "-", "name", said, RENAME, "warning"))
    return found
