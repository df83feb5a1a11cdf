"""When a source appeared: its year, month and day where these are all there is to say, or words."""

import re

from track2lib.records.dates import in_words

__all__ = ["first_year", "in_words_whole", "parts"]

PLAIN = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?", re.ASCII)
MARKS = re.compile("[~?%]")


def parts(date: str) -> list[int]:
    """Take apart a date that is a year, a month or a day and nothing else.

    Parameters
    ----------
    date : str
        An EDTF date.

    Returns
    -------
    list of int
        Year, month and day, as far as they are given; empty for any other date.

    Examples
    --------
    >>> parts("2007-09-19"), parts("2007-09"), parts("2007~")
    ([2007, 9, 19], [2007, 9], [])
    """
    found = PLAIN.fullmatch(date)
    return [int(part) for part in found.groups() if part] if found else []


def first_year(date: str) -> str:
    """Give the first year that a date names; empty where it names none.

    Examples
    --------
    >>> first_year("[..2008]"), first_year("200X")
    ('2008', '')
    """
    found = re.search(r"(?<!\d)\d{4}(?![\dX])", date, re.ASCII)
    return found[0] if found else ""


def in_words_whole(date: str) -> str:
    """Say a date in words, with what is in doubt about any part of it.

    Examples
    --------
    >>> in_words_whole("2009?-12"), in_words_whole("2002/..")
    ('December 2009, uncertain', 'since 2002')
    """
    plain = MARKS.sub("", date)
    if not parts(plain):
        return in_words(date)
    marks = set(MARKS.findall(date))
    about = "about " if marks & set("~%") else ""
    return f"{about}{in_words(plain)}{', uncertain' if marks & set('?%') else ''}"
