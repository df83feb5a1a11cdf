"""EDTF dates as a first and a last possible day."""

import datetime
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import pandas as pd

from track2lib.records.date_faults import USUAL, diagnosed, in_figures
from track2lib.records.date_words import in_words
from track2lib.records.days import UnreadableDateError, span

__all__ = [
    "Span",
    "bounds",
    "bounds_of_each",
    "in_words",
    "is_read",
    "is_soft",
    "members",
    "unread",
]

type Day = pd.Timestamp | None
type Span = tuple[Day, Day]
type Days = tuple[datetime.date | None, datetime.date | None]
LENGTH_OF_A_DAY = len("2006-12-11")
OPEN: Days = (None, None)


@lru_cache(maxsize=4096)  # charts ask of the same dates again and again
def bounds(text: str) -> tuple[Day, Day, bool]:
    """Read an EDTF date as its strict bounds.

    Parameters
    ----------
    text : str
        A date in the Extended Date/Time Format (ISO 8601-2), of any level: ``2005``,
        ``2006-12``, ``2007-23`` (autumn), ``199X``, ``2002/2008``, ``2005/..``, ``[..2008]``.

    Returns
    -------
    earliest, latest : pandas.Timestamp or None
        First and last day on which it can have been; None where the text sets no bound.
    ongoing : bool
        True where a span has an open end (``/..``), or a set of all of its dates has one (``..}``).

    Raises
    ------
    ValueError
        If the text is no EDTF date, or one for which no days stand here, such as a year before 1
        or after 2200; or if its bounds are in the wrong order. The message says what to write.

    Examples
    --------
    >>> earliest, latest, ongoing = bounds("2007-23")
    >>> f"{earliest:%d %B %Y} to {latest:%d %B %Y}"
    '01 September 2007 to 30 November 2007'
    >>> bounds("2005/..")[1:]
    (None, True)
    """
    first, last, ongoing = _read(text)
    earliest, latest = (day and pd.Timestamp(day).as_unit("s") for day in (first, last))
    return earliest, latest, ongoing


def bounds_of_each(texts: Iterable[str]) -> dict[str, pd.Series]:
    """Read a column of EDTF dates; an empty text is none.

    Parameters
    ----------
    texts : iterable of str
        Sound dates.

    Returns
    -------
    dict of str to pandas.Series
        ``earliest`` and ``latest``, missing where a date sets no bound, and ``ongoing``.

    Examples
    --------
    >>> bounds_of_each(["2005/..", ""])["ongoing"].tolist()
    [True, False]
    """
    every = list(texts)
    # A column repeats itself: each date is read once.
    read = {text: _read(text) if text else (*OPEN, False) for text in dict.fromkeys(every)}
    kinds = {"earliest": "datetime64[us]", "latest": "datetime64[us]", "ongoing": "bool"}
    found = [*zip(*(read[text] for text in every), strict=True)] or [()] * len(kinds)
    return {
        name: pd.Series(own, dtype=kind)
        for (name, kind), own in zip(kinds.items(), found, strict=True)
    }


@lru_cache(maxsize=2**16)  # a date stands in many rows, and is checked and then loaded
def _read(text: str) -> tuple[datetime.date | None, datetime.date | None, bool]:
    """Give the first and the last day of a date, and whether it goes on."""
    text = text.strip()
    if len(text) == LENGTH_OF_A_DAY and (day := span(text)):  # as most dates are
        return *day, False
    found = _days(text)
    if found is None:
        raise _fault(text)
    earliest, latest = found
    if earliest is not None and latest is not None and earliest > latest:
        raise UnreadableDateError(f"{text!r} ends before it begins", USUAL)
    return earliest, latest, text.endswith(("/..", "..}"))


def _days(text: str) -> Days | None:
    """Give the first and the last day of a date; None for what is no EDTF."""
    return _listed(text) if text[:1] + text[-1:] in ("[]", "{}") else _spanned(text)


def is_read(text: str) -> bool:
    """Tell whether a text can be read as a date, without a word on why it cannot.

    Examples
    --------
    >>> is_read("2005/.."), is_read("1990s")
    (True, False)
    """
    try:
        found = _days(text.strip())
    except UnreadableDateError:
        return False
    if found is None:
        return False
    earliest, latest = found
    return earliest is None or latest is None or earliest <= latest


def members(text: str) -> list[Span]:
    """Give the first and last day of each date of a set, or of the one date that a text is.

    Examples
    --------
    >>> [(first.year, last.year) for first, last in members("[2005,2008..2009]")]
    [(2005, 2005), (2008, 2009)]
    """
    text = text.strip()
    earliest, latest, _ = bounds(text)
    if text[:1] not in ("[", "{"):
        return [(earliest, latest)]
    return [bounds(f"[{part.strip()}]")[:2] for part in text[1:-1].split(",")]


def _spanned(text: str) -> Days | None:
    """Read a date, or two with a slash between them; None for what is no EDTF."""
    begin, slash, end = text.partition("/")
    if not slash:
        return span(text)
    first, last = (OPEN if part in ("", "..") else span(part) for part in (begin, end))
    if first is None or last is None or not begin + end:
        return None
    if not end:
        remedy = f"write {begin}/.. for an end that is open or not stated"
        raise UnreadableDateError.unread(text, "its end is not known", remedy)
    if not begin:
        remedy = f"write ../{end} for a beginning that is not stated"
        raise UnreadableDateError.unread(text, "its beginning is not known", remedy)
    return first[0], last[1]


def _listed(text: str) -> Days | None:
    """Read a set of dates: one of them in square brackets, all of them in curly ones."""
    firsts: list[Any] = []
    lasts: list[Any] = []
    for part in text[1:-1].split(","):
        found = _between(part.strip())
        if found is None:
            return None
        firsts.append(found[0])
        lasts.append(found[1])
    return None if None in firsts else min(firsts), None if None in lasts else max(lasts)


def _between(part: str) -> Days | None:
    """Read a date of a set, or two with dots between them, or one with dots beside it."""
    begin, dots, end = part.partition("..")
    if not dots:
        return span(part)
    first, last = (span(side) if side else OPEN for side in (begin, end))
    if first is None or last is None or not begin + end:
        return None
    if first[0] and last[1] and first[0] > last[1]:
        raise UnreadableDateError(f"{part!r} ends before it begins", USUAL)
    return first[0], last[1]


def _fault(text: str) -> UnreadableDateError:
    """Say what is wrong with a text that is no EDTF, in figures of whatever script."""
    figures = in_figures(text)
    if figures == text:
        return diagnosed(text)
    inner = unread(figures)
    remedy = inner.remedy if inner else f"write {figures!r}"
    if not re.search("[0-9]{4}", figures):
        remedy = "write the Gregorian year first, in four digits, such as 2006-12-11"
    return UnreadableDateError(
        f"{text!r} is not an EDTF date: its digits are not those from 0 to 9", remedy
    )


def unread(text: str) -> UnreadableDateError | None:
    """Give what keeps a text from being read as a date; None if nothing does.

    Examples
    --------
    >>> print(unread("1990s"))
    '1990s' is not an EDTF date: it is in words; write 199X
    """
    try:
        _read(text)
    except UnreadableDateError as fault:
        return fault
    return None


def is_soft(text: str) -> bool:
    """Tell whether a date is approximate or uncertain (``~``, ``?``, ``%``), or an estimate (``S``).

    Examples
    --------
    >>> is_soft("2002~/2008"), is_soft("2002/2008")
    (True, False)
    """
    return any(mark in text for mark in "~?%S")
