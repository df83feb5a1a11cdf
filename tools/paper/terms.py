"""The terms of a lesson: those that it sets in bold, links or asks about, with what they mean."""

import re

from paper.lesson import Lesson
from track2lib.lessons.references import table

__all__ = ["terms_of"]


def terms_of(lesson: Lesson) -> dict[str, str]:
    """Give the terms of a lesson, in the order of their table.

    Parameters
    ----------
    lesson : Lesson
        The lesson.

    Returns
    -------
    dict of str to str
        What each term means.
    """
    terms = table("terms", scope="all")
    marked = lesson.marked | {word.removesuffix("s") for word in lesson.marked}
    found = {}
    for term, also, meaning in (
        terms[["term", "also", "meaning"]].fillna("").itertuples(index=False)
    ):
        names = {name.strip().lower() for name in [term, *also.split(";")]}
        if names & marked or re.search(rf"\b{re.escape(term)}\b", lesson.question, re.IGNORECASE):
            found[term] = meaning
    return found
