"""EDTF dates as a first and a last possible day, and in words."""

import calendar
import contextlib
import io
import re
from functools import lru_cache
from typing import Any

import pandas as pd

__all__ = ["bounds", "in_words", "is_soft"]

# A year, month or day; what is in doubt about it or a part of it does not move its bounds.
PLAIN = re.compile(r"(\d{4})[~?%]?(?:-(0[1-9]|1[0-2])[~?%]?(?:-(\d\d)[~?%]?)?)?", re.ASCII)
MARKS = re.compile(r"[~?%]")
HARD = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?", re.ASCII)
SEASON = re.compile(r"(\d{4})-(2[123])", re.ASCII)
DECADE = re.compile(r"(\d{3})X", re.ASCII)
type Day = pd.Timestamp | None
Span = tuple[Day, Day]
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
# First and last day of those that lie in one year.
MONTHS = {"21": ("03-01", "05-31"), "22": ("06-01", "08-31"), "23": ("09-01", "11-30")}


@lru_cache(maxsize=4096)  # a date stands in many rows
def bounds(text: str) -> tuple[Day, Day, bool]:
    """Read an EDTF date as its strict bounds.

    Parameters
    ----------
    text : str
        A date in the Extended Date/Time Format (ISO 8601-2), such as ``2005``,
        ``2006-12``, ``2007-23`` (autumn), ``2002/2008``, ``2005/..`` or ``[..2008]``.

    Returns
    -------
    earliest, latest : pandas.Timestamp or None
        First and last day on which it can have been; None where the text sets no bound.
    ongoing : bool
        True where the interval has an open end (``/..``).

    Raises
    ------
    ValueError
        If the text is no EDTF date, or its bounds are in the wrong order.

    Examples
    --------
    >>> earliest, latest, ongoing = bounds("2007-23")
    >>> f"{earliest:%d %B %Y} to {latest:%d %B %Y}"
    '01 September 2007 to 30 November 2007'
    >>> bounds("2005/..")[1:]
    (None, True)
    """
    text = text.strip()
    if text.startswith("/") or text.endswith("/"):
        # The parser pads an empty end by ten years, which no source says.
        raise ValueError(
            f"{text!r} has an empty end; write '..' for an end that is open or not stated"
        )
    try:
        earliest, latest = _plain(text) or _parsed(text)
    except Exception as error:  # the parser raises many kinds
        raise ValueError(
            f"{text!r} is not an EDTF date, such as 2005, 2005/.., 2006-12 or 2002/2008"
        ) from error
    if earliest is not None and latest is not None and earliest > latest:
        raise ValueError(f"{text!r} ends before it begins")
    return earliest, latest, text.endswith("/..")


def _plain(text: str) -> Span | None:
    """Read the dates that are usual in a table, which need no parser; None for any other."""
    # The parser takes some milliseconds for each date, and a third of a second to be made.
    listed = text.startswith("[") and text.endswith("]")
    parts = re.split(r"\.\.|,", text[1:-1]) if listed else text.split("/")
    open_end = "" if listed else ".."
    if len(parts) > 2 or (listed and len(parts) == 1) or not any(parts):
        return None
    ends: list[tuple[Any, Any]] = []
    for part in parts:
        if part == open_end and len(parts) == 2 and "," not in text:
            ends.append((None, None))
        # Between brackets the parser takes no marks, seasons or decades, and so nor does this.
        elif (HARD.fullmatch(part) or not listed) and (end := _end(part)):
            ends.append(end)
        else:
            return None
    if "," in text:
        return min(first for first, _ in ends), max(last for _, last in ends)
    return ends[0][0], ends[-1][1]


def _end(text: str) -> Span | None:
    """Give the first and last day of a year, month, day, season or decade."""
    if (found := PLAIN.fullmatch(text)) and len(MARKS.findall(text)) < 2:
        year, month, day = found.groups()
        first = f"{year}-{month or '01'}-{day or '01'}"
        month = month or "12"
        last = f"{year}-{month}-{day or calendar.monthrange(int(year), int(month))[1]}"
    elif found := SEASON.fullmatch(text):
        # Winter is left to the parser, which ends it with its year.
        first, last = (f"{found[1]}-{day}" for day in MONTHS[found[2]])
    elif found := DECADE.fullmatch(text):
        first, last = f"{found[1]}0-01-01", f"{found[1]}9-12-31"
    else:
        return None
    return pd.Timestamp(first).as_unit("s"), pd.Timestamp(last).as_unit("s")


def _parsed(text: str) -> Span:
    """Read any other date with the parser."""
    from edtf import parse_edtf  # its grammar takes a moment to build

    with contextlib.redirect_stdout(io.StringIO()):  # where it fails, it prints what it tried
        date = parse_edtf(text)
    return _day(date.lower_strict()), _day(date.upper_strict())


def _day(value: Any) -> Day:
    """Turn a time tuple of the parser into a day; an infinite bound into None."""
    if isinstance(value, float):
        return None
    return pd.Timestamp(year=value.tm_year, month=value.tm_mon, day=value.tm_mday).as_unit("s")


def in_words(text: str) -> str:
    """Write an EDTF date as a reader would say it.

    Examples
    --------
    >>> [in_words(text) for text in ["2006-12", "2002/2008", "2007-23/..", "[..2008]"]]
    ['December 2006', '2002 to 2008', 'since autumn 2007', 'by 2008']
    >>> in_words("../..")
    'going on, beginning not stated'
    """
    if text.startswith("[..") and text.endswith("]"):
        return f"by {in_words(text[3:-1])}"
    if text.startswith("[") and text.endswith("..]"):
        return f"{in_words(text[1:-3])} or later"
    begin, slash, end = text.partition("/")
    if slash:
        if begin == "..":
            return "going on, beginning not stated" if end == ".." else f"until {in_words(end)}"
        said = in_words(begin)
        return f"since {said}" if end == ".." else f"{said} to {in_words(end)}"
    plain = text.rstrip("~?%")
    said = plain
    match plain.split("-"):
        case [year, part] if part in SEASONS:
            said = f"{SEASONS[part]} {year}"
        case [_, _] if HARD.fullmatch(plain):
            said = f"{pd.Timestamp(plain):%B %Y}"
        case [_, _, _] if HARD.fullmatch(plain):
            day = pd.Timestamp(plain)
            said = f"{day.day} {day:%B %Y}"
    about = "about " if text.endswith(("~", "%")) else ""
    uncertain = ", uncertain" if text.endswith(("?", "%")) else ""
    return f"{about}{said}{uncertain}"


def is_soft(text: str) -> bool:
    """Tell whether a date is marked approximate or uncertain (``~``, ``?`` or ``%``).

    Examples
    --------
    >>> is_soft("2002~/2008"), is_soft("2002/2008")
    (True, False)
    """
    return any(mark in text for mark in "~?%")
