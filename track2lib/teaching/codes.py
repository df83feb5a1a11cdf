"""The codes that a class has handed in, as files of coders have them."""

import re
from collections.abc import Iterable

import pandas as pd

from track2lib.impact.rubric import COLUMNS
from track2lib.teaching.choosing import Student

__all__ = ["codings_of"]

OTHER = re.compile(r"[^a-z0-9]+")  # what such a name has not, unless somebody has edited it


def codings_of(students: Iterable[Student]) -> dict[str, pd.DataFrame]:
    """Give the codes of the class, in the form that `impact.load_codings` reads.

    Parameters
    ----------
    students : iterable of Student
        The class.

    Returns
    -------
    dict of str to pandas.DataFrame
        The codes by the data package of their cases, which is "" for the project's own. Coders are
        called by the names of the students, with what they typed in the form behind it where one
        student has coded under several names.
    """
    rows: dict[str, list[list[str]]] = {}
    for student in students:
        coders = {(_package(line["item"]), line.get("coder", "")) for line in student.codes}
        for line in student.codes:
            package, coder = _package(line["item"]), line.get("coder", "")
            alone = sum(own == package for own, _ in coders) == 1
            called = student.name if alone else f"{student.name} ({coder})"
            cells = [called, *(line.get(column, "") for column in COLUMNS[1:])]
            rows.setdefault(package, []).append(cells)
    return {
        package: pd.DataFrame(own, columns=COLUMNS, dtype="string") for package, own in rows.items()
    }


def _package(file: str) -> str:
    """Give the package that the name of a coder's file tells, in letters that lead out of no folder."""
    return OTHER.sub("-", file.removesuffix(".csv").partition("_")[2].lower()).strip("-")
