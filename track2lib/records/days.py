"""One EDTF date, with no '/' and no brackets: its parts, and its first and last possible day."""

import calendar
import datetime
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

__all__ = ["MASK", "SEASONS", "Parts", "UnreadableDateError", "fitting", "parts_of", "span"]

# What stands for a digit that is not stated.
MASK = "X"
# No source on the matter means a year after this one; 9999 and the like are how databases say "open".
LAST_YEAR = 2200
YEAR, TWO = (f"([~?%]?)([0-9X]{{{digits}}})([~?%]?)" for digits in (4, 2))
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MONTH = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2]))?")
DATE = re.compile(f"{YEAR}(?:-{TWO}(?:-{TWO})?)?")
ESTIMATE = re.compile(r"([0-9]{4})S([1-4])([~?%]?)")
# A year before 1 or after 9999, or one that is written with a power of ten.
LONG = re.compile(
    r"Y-?([0-9]{5,}|[0-9]+E[0-9]+)(S[0-9]+)?"
    r"|-[0-9]{4}[~?%]?(-(0[1-9]|1[0-2])[~?%]?(-(0[1-9]|[12][0-9]|3[01])[~?%]?)?)?"
)
# What the numbers after 20 say in the place of a month: in words, and the first and last month.
# Month 14 is February of the next year: by winter of a year one writer means its first months, and
# another those that begin in its December.
SEASONS = {
    "21": ("spring {}", 3, 5),
    "22": ("summer {}", 6, 8),
    "23": ("autumn {}", 9, 11),
    "24": ("winter {}", 1, 14),
    "25": ("spring {} in the northern hemisphere", 3, 5),
    "26": ("summer {} in the northern hemisphere", 6, 8),
    "27": ("autumn {} in the northern hemisphere", 9, 11),
    "28": ("winter {} in the northern hemisphere", 1, 14),
    "29": ("spring {} in the southern hemisphere", 9, 11),
    "30": ("summer {} in the southern hemisphere", 1, 14),
    "31": ("autumn {} in the southern hemisphere", 3, 5),
    "32": ("winter {} in the southern hemisphere", 6, 8),
    "33": ("first quarter of {}", 1, 3),
    "34": ("second quarter of {}", 4, 6),
    "35": ("third quarter of {}", 7, 9),
    "36": ("fourth quarter of {}", 10, 12),
    "37": ("first third of {}", 1, 4),
    "38": ("second third of {}", 5, 8),
    "39": ("last third of {}", 9, 12),
    "40": ("first half of {}", 1, 6),
    "41": ("second half of {}", 7, 12),
}
type Day = tuple[int, int, int]
type Days = tuple[datetime.date, datetime.date]


class UnreadableDateError(ValueError):
    """A text that is not read as a date: what is wrong with it, and what would be right.

    Parameters
    ----------
    problem, remedy : str
        The two as parts of one sentence: no capital at the start of the remedy, no full stops.
    """

    def __init__(self, problem: str, remedy: str) -> None:
        self.problem, self.remedy = problem, remedy
        super().__init__(f"{problem}; {remedy}")

    @classmethod
    def unread(cls, text: str, why: str, remedy: str) -> "UnreadableDateError":
        """Make the fault of a date that is valid EDTF, and that no day here stands for."""
        return cls(f"{text!r} is valid EDTF, but not readable here ({why})", remedy)


class Parts(NamedTuple):
    """What stands in one date: year, month or season, day, and what is in doubt about each of them.

    Digits that are not stated are X; a part that is not there is empty. `digits` tells how many
    digits of the year are significant, 4 if all.
    """

    year: str
    month: str
    day: str
    doubts: tuple[str, ...]
    digits: int


def parts_of(text: str) -> Parts | None:
    """Take a date apart; None if it has not the form of one.

    Examples
    --------
    >>> parts_of("2004-06~-11")
    Parts(year='2004', month='06', day='11', doubts=('~', '~', ''), digits=4)
    """
    if found := ESTIMATE.fullmatch(text):
        return Parts(found[1], "", "", (found[3],), int(found[2]))
    if not (found := DATE.fullmatch(text)):
        return None
    groups = found.groups(default="")
    before, (year, month, day), behind = groups[::3], groups[1::3], groups[2::3]
    count = 1 + bool(month) + bool(day)
    doubts = ("",) * count
    if any(before) or any(behind):
        # A mark before a part is about that part alone; one behind it, about all to its left too.
        doubts = tuple(_joined(before[n] + "".join(behind[n:])) for n in range(count))
    return Parts(year, month, day, doubts, 4)


def _joined(marks: str) -> str:
    """Give one mark for several: what is approximate and uncertain has the mark of both."""
    return "%" if len({*marks.replace("%", "~?")}) == 2 else marks[:1]


def span(text: str) -> Days | None:
    """Give the first and last possible day of a date; None if it is no EDTF date.

    Raises
    ------
    UnreadableDateError
        If it is one, and yet none that can be read here.

    Examples
    --------
    >>> [f"{day}" for day in span("156X-12-25")]
    ['1560-12-25', '1569-12-25']
    >>> [f"{day}" for day in span("2003-24")]
    ['2003-01-01', '2004-02-29']
    """
    # Most dates are a day, a month or a year, and most of these one that there is.
    if DAY.fullmatch(text):
        try:
            day = datetime.date.fromisoformat(text)
        except ValueError:
            return _span(text)
        if day.year <= LAST_YEAR:
            return day, day
    elif found := MONTH.fullmatch(text):
        year, first, last = int(found[1]), int(found[2] or 1), int(found[2] or 12)
        if 1 <= year <= LAST_YEAR:
            return datetime.date(year, first, 1), datetime.date(year, last, _length(year, last))
    return _span(text)


@lru_cache(maxsize=4096)  # there are few other dates, and they stand in many rows
def _span(text: str) -> Days | None:
    """Give the same for a date that is no plain day."""
    parts = parts_of(text)
    found = parts and _between(parts)
    if not (parts and found):
        if LONG.fullmatch(text):
            why = "years are read from 0001 on, in four digits"
            raise UnreadableDateError.unread(text, why, "say it in words, and leave the date empty")
        return None
    (first, *_), _ = found
    if parts.year.startswith(MASK):
        why = "the century is not stated"
        raise UnreadableDateError.unread(
            text, why, "leave it empty, or write '..' for an end of a span"
        )
    if first == 0:
        raise UnreadableDateError.unread(
            text, "no year is 0", "leave it empty if no date is stated"
        )
    if first > LAST_YEAR:
        why = "no source means that year"
        raise UnreadableDateError.unread(
            text, why, "correct it, or write '..' for an end that is open"
        )
    earliest, latest = (datetime.date(*day) for day in found)
    return earliest, latest


def _between(parts: Parts) -> tuple[Day, Day] | None:
    """Give the first and last day of a date as year, month and day; None if there is none."""
    mask = parts.year[: parts.digits].ljust(4, MASK)
    years = fitting(mask, range(int(mask.replace(MASK, "0")), int(mask.replace(MASK, "9")) + 1))
    if parts.month in SEASONS:
        _, first_month, last_month = SEASONS[parts.month]
        later, month = divmod(last_month - 1, 12)
        end = years[-1] + later, month + 1
        return None if parts.day else ((years[0], first_month, 1), (*end, _length(*end)))
    first, last = _first(parts, years, 1), _first(parts, reversed(years), -1)
    return (first, last) if first and last else None


def _first(parts: Parts, years: Iterable[int], step: int) -> Day | None:
    """Give the first day that fits, or the last if years come from the end and the step is -1."""
    months = fitting(parts.month or "XX", range(1, 13))[::step]
    for year in years:
        for month in months:
            days = range(1, _length(year, month) + 1)
            for day in fitting(parts.day or "XX", days)[::step]:
                return year, month, day
    return None


@lru_cache(maxsize=4096)
def _length(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def fitting(mask: str, numbers: range) -> Sequence[int]:
    """Give those of some numbers that a mask allows, in which X is any digit."""
    if MASK not in mask:
        return [number] if (number := int(mask)) in numbers else []
    if mask == MASK * len(mask):
        return numbers
    fits = re.compile(mask.replace(MASK, "[0-9]")).fullmatch
    return [number for number in numbers if fits(f"{number:0{len(mask)}}")]
