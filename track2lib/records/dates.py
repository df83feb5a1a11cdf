"""EDTF dates as a first and a last possible day, and the presidency they fall in."""

import calendar
import contextlib
import io
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import pandas as pd

__all__ = ["bounds", "era", "in_eras", "in_words", "is_soft"]

PLAIN = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?[~?%]?", re.ASCII)
Spans = list[tuple[str, pd.Timestamp, pd.Timestamp | None]]
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}


@lru_cache(maxsize=4096)  # a date stands in many rows
def bounds(text: str) -> tuple[pd.Timestamp | None, pd.Timestamp | None, bool]:
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


def _plain(text: str) -> tuple[pd.Timestamp | None, pd.Timestamp | None] | None:
    """Read a year, month or day, or an interval of these, which need no parser."""
    # The parser takes some milliseconds for each date, which a table of thousands would feel.
    parts = text.split("/")
    ends = [part if part == ".." and len(parts) == 2 else PLAIN.fullmatch(part) for part in parts]
    if len(parts) > 2 or None in ends:
        return None
    begin = end = None
    if isinstance(ends[0], re.Match):
        year, month, day = ends[0].groups()
        begin = pd.Timestamp(f"{year}-{month or '01'}-{day or '01'}").as_unit("s")
    if isinstance(ends[-1], re.Match):
        year, month, day = ends[-1].groups()
        month = month or "12"
        day = day or calendar.monthrange(int(year), int(month))[1]
        end = pd.Timestamp(f"{year}-{month}-{day}").as_unit("s")
    return begin, end


def _parsed(text: str) -> tuple[pd.Timestamp | None, pd.Timestamp | None]:
    """Read any other date with the parser."""
    from edtf import parse_edtf  # its grammar takes a moment to build

    with contextlib.redirect_stdout(io.StringIO()):  # where it fails, it prints what it tried
        date = parse_edtf(text)
    return _day(date.lower_strict()), _day(date.upper_strict())


def _day(value: Any) -> pd.Timestamp | None:
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
        case [_, _] if PLAIN.fullmatch(plain):
            said = f"{pd.Timestamp(plain):%B %Y}"
        case [_, _, _] if PLAIN.fullmatch(plain):
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


def era(text: str | None, eras: pd.DataFrame) -> str:
    """Say in which presidency a date falls, by the rule written in the table of eras.

    Parameters
    ----------
    text : str or None
        An EDTF date; None or missing if there is none.
    eras : pandas.DataFrame
        Table ``eras``, in order of time; an end left open reaches to the next beginning.

    Returns
    -------
    str
        The president's short name (``"khatami"``); ``"either"`` if the date fits more than one;
        ``"both"`` for an interval that reaches into more than one, ``"khatami and before"`` for
        one that began before the first of them; ``"ahmadinejad at the latest"`` where only a last
        day is known; ``"ahmadinejad, perhaps earlier"`` for something that goes on and has no
        beginning; ``"before"`` or ``"not dated"``.

    Examples
    --------
    >>> import track2lib
    >>> eras = track2lib.load("eras", scope="founding")
    >>> [era(text, eras) for text in ["2004", "2005", "2002/2008", "[..2008]", None]]
    ['khatami', 'either', 'both', 'ahmadinejad at the latest', 'not dated']
    """
    return in_eras([text], eras)[0]


def in_eras(texts: Iterable[str | None], eras: pd.DataFrame) -> list[str]:
    """Say for each of many dates in which presidency it falls, as `era` does for one."""
    spans = _spans(eras)
    return [_era(text, spans) for text in texts]


def _era(text: str | None, spans: Spans) -> str:
    if text is None or pd.isna(text):
        return "not dated"
    earliest, latest, ongoing = bounds(text)
    (first, first_day, _), (last, last_day, _) = spans[0], spans[-1]
    if earliest is None and latest is None:
        # What goes on was going on when its source was written: in the last period, if that was
        # still open then. Where later sources have added a period, that cannot be said.
        return f"{last}, perhaps earlier" if ongoing and len(spans) == 2 else "not dated"
    names = [
        str(name)
        for name, start, end in spans
        if _within(earliest or latest, latest, ongoing, start, end)
    ]
    if earliest is None:
        return f"{names[-1]} at the latest" if names else "before"
    if names:
        return names[0] if len(names) == 1 else "either"
    if latest is not None and latest < first_day:
        return "before"
    if earliest < first_day and latest is not None and latest < last_day:
        return f"{first} and before" if "/" in text else f"{first} at the latest"
    return "both" if "/" in text else "either"


def _spans(eras: pd.DataFrame) -> Spans:
    """Give each period with its first and last day; the last one has no end if it is open."""
    year = pd.offsets.YearEnd()
    starts = eras["dates_earliest"]
    following = [*(start + year for start in starts.iloc[1:]), None]  # that year belongs to both
    ends = eras["dates_latest"].where(~eras["dates_ongoing"], pd.Series(following))
    return list(zip(eras["era_id"], starts, ends, strict=True))


def _within(
    earliest: pd.Timestamp | None,
    latest: pd.Timestamp | None,
    ongoing: bool,
    start: pd.Timestamp,
    end: pd.Timestamp | None,
) -> bool:
    """Tell whether the whole of a date lies inside a span; an open span has no end."""
    if earliest is None or earliest < start:
        return False
    if pd.isna(end):
        return True
    return not ongoing and latest is not None and latest <= end
