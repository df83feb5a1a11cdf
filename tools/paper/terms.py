"""The terms of a lesson: those of the table of terms that it sets in bold, with what they mean."""

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
    try:
        terms = table("terms", scope="all")
    except LookupError:
        return {}
    found = {}
    for term, also, meaning in terms[["term", "also", "meaning"]].fillna("").itertuples(index=False):
        names = {name.strip().lower() for name in [term, *str(also).split(";")]}
        if names & lesson.bold:
            found[str(term)] = str(meaning)
    return found
