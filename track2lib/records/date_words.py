"""EDTF dates in words."""

import calendar
from collections.abc import Callable

from track2lib.records.days import MASK, SEASONS, Parts, fitting, parts_of, span

__all__ = ["in_words"]

DOUBTS = {"~": "approximate", "?": "uncertain", "%": "approximate and uncertain"}
# Not those of Python, which follow the language of the machine.
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
# What the parts of a date are called.
NAMES = ("year", "month", "day")


def in_words(text: str) -> str:
    """Write an EDTF date as a reader would say it.

    A winter has the year that it has in the text, as sources say it; `bounds` holds both winters
    that a writer may mean by it. What is no date is given back as it is.

    Examples
    --------
    >>> [in_words(text) for text in ["2006-12", "2002/2008", "2007-23/..", "[..2008]", "199X"]]
    ['December 2006', '2002 to 2008', 'since autumn 2007', 'by 2008', 'the 1990s']
    >>> in_words("../..")
    'going on, beginning not stated'
    >>> in_words("[2002,2004,2005]"), in_words("2004-06~-11")
    ('2002, 2004 or 2005', '11 June 2004, year and month approximate')
    """
    if text[:1] + text[-1:] in ("[]", "{}"):
        one = text.startswith("[")
        said = [_member(part.strip(), one=one) for part in text[1:-1].split(",")]
        return _listed(said, "or" if one else "and")
    begin, slash, end = text.partition("/")
    if slash:
        if begin == "..":
            return "going on, beginning not stated" if end == ".." else f"until {in_words(end)}"
        said_first = in_words(begin)
        return f"since {said_first}" if end == ".." else f"{said_first} to {in_words(end)}"
    parts = parts_of(text)
    try:
        known = parts and span(text)
    except ValueError:  # a year for which no days stand here
        known = None
    return _with_doubts(parts, _date(parts)) if parts and known else text


def _listed(words: list[str], last: str) -> str:
    *others, end = words
    return f"{', '.join(others)} {last} {end}" if others else end


def _member(text: str, *, one: bool) -> str:
    """Say what stands in a set: a date, or all those from one to another."""
    begin, dots, end = text.partition("..")
    first, last = in_words(begin), in_words(end)
    if not dots:
        return first
    if one:
        if begin and end:
            return f"between {first} and {last}"
        return f"{first} or later" if begin else f"by {last}"
    every = f"every {NAMES[(begin or end).count('-')]}"
    if not begin:
        return f"{every} up to {last}"
    return f"{every} from {first} to {last}" if end else f"{every} from {first} on"


def _with_doubts(parts: Parts, said: str) -> str:
    """Add what is in doubt: about the whole, or about parts of it."""
    marks = {*parts.doubts}
    if len(marks) == 1:
        (mark,) = marks
        about = "about " if mark in ("~", "%") else ""
        return f"{about}{said}{', uncertain' if mark in ('?', '%') else ''}"
    for mark, word in DOUBTS.items():
        named = [name for name, own in zip(NAMES, parts.doubts, strict=False) if own == mark]
        if named:
            said += f", {_listed(named, 'and')} {word}"
    return said


def _date(parts: Parts) -> str:
    """Say a date without its doubts."""
    year = _year(parts)
    if not parts.month:
        return year
    if parts.month in SEASONS:
        return SEASONS[parts.month][0].format(year)
    if parts.month == MASK * 2 and parts.day in ("", MASK * 2):
        return f"{year}, month {'and day ' * bool(parts.day)}not stated"
    if parts.month == MASK * 2:
        month = f"some month of {year}"
    else:
        named = _any("month", parts.month, 12, lambda n: MONTHS[n - 1])
        month = f"{named} {'of ' * (MASK in parts.year)}{year}"
    if not parts.day:
        return month
    if parts.day == MASK * 2:
        return f"{month}, day not stated"
    return f"{_any('day', parts.day, _length(parts), str)} {'of ' * (MASK in parts.month)}{month}"


def _any(name: str, mask: str, most: int, say: Callable[[int], str]) -> str:
    """Say each number that a mask allows if they are few, or else the first and the last."""
    said = [say(number) for number in fitting(mask, range(1, most + 1))]
    return _listed(said, "or") if len(said) < 4 else f"some {name} from {said[0]} to {said[-1]}"


def _length(parts: Parts) -> int:
    """Give the days of the month, or the most that it can have."""
    if MASK in parts.month:
        return 31
    year = 2000 if MASK in parts.year else int(parts.year)  # or a leap year, as one of them may be
    return calendar.monthrange(year, int(parts.month))[1]


def _year(parts: Parts) -> str:
    year = parts.year
    if parts.digits < 4:
        first, last = (year[: parts.digits].ljust(4, digit) for digit in "09")
        return f"about {year}, between {first} and {last}"
    if year.endswith(MASK) and MASK not in year[:3]:
        return f"the {year[:3]}0s"
    if MASK not in year:
        return year
    return f"some year from {year.replace(MASK, '0')} to {year.replace(MASK, '9')}"
