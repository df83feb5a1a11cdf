"""Dates of the Solar Hijri calendar, which sources from Iran and Afghanistan have."""

import datetime
import re
import unicodedata

from track2lib.records.asked import a_text
from track2lib.records.date_faults import in_figures
from track2lib.records.date_words import in_words
from track2lib.records.days import MASK, UnreadableDateError
from track2lib.records.look_alikes import folded

__all__ = ["asked", "has_hijri_year", "solar_hijri"]

# In these years a date is asked about: 1200 began in 1821, and 1500 will end in 2122.
YEARS = range(1200, 1501)
# In the script of the calendar, then as they are written in Latin letters.
MONTHS = (
    ("فروردین", "Farvardin"),
    ("اردیبهشت", "Ordibehesht"),
    ("خرداد", "Khordad"),
    ("تیر", "Tir"),
    ("مرداد", "Mordad", "امرداد", "Amordad"),
    ("شهریور", "Shahrivar"),
    ("مهر", "Mehr"),
    ("آبان", "Aban"),
    ("آذر", "Azar"),
    ("دی", "Dey", "Dei"),
    ("بهمن", "Bahman"),
    ("اسفند", "Esfand"),
)
SEASONS = {21: (1, 3), 22: (4, 6), 23: (7, 9), 24: (10, 12)}
_YEAR = r"[0-9]{4}|[0-9]{3}X|[0-9]{2}XX"
NUMBERS = re.compile(rf"({_YEAR})(?:([-/.])([0-9]{{1,2}}|XX)(?:\2([0-9]{{1,2}}|XX))?)?([~?%]?)")
NAMED = re.compile(r"(?:([0-9]{1,2}) )?([^\W\d_]+)(?: ماه| mah)?,? ([0-9]{4})()")
# A month behind a slash has two digits, the end of a span four.
SPAN = re.compile(r"([^/]*)/([0-9]{3}[0-9X][^/]*|\.\.)")
DASHED = re.compile(r"([0-9]{4}) ?[-–—] ?([0-9]{4})")
A_YEAR = re.compile(r"(?<![0-9])(1[2-4](?:[0-9]{2}|[0-9]X|XX)|1500)(?![0-9X])")
# Of the lunar calendar: how long its year is, in years, and when its first began.
LUNAR_YEAR, LUNAR_START = 0.970224, 622.54
REMEDY = "write a year, such as 1385, a month, 1385-09, or a day, 1385-09-20"
type Days = tuple[datetime.date, datetime.date]


class NoSuchDayError(UnreadableDateError):
    """A day that its month has not."""


def solar_hijri(text: str) -> str:
    """Turn a date of the Solar Hijri calendar into EDTF, for a cell of a table.

    Parameters
    ----------
    text : str
        A year from 1200 to 1500, a month or a day, in Persian, Arabic or Latin digits: ``1386``,
        ``1385-06``, ``1385/6/31``, ``۱۳۸۵/۹/۲۰``, ``20 Azar 1385``, ``۲۰ آذر ۱۳۸۵``; a season
        (``1385-23``), a decade (``138X``); with a mark (``1386~``); or a span or a set of them
        (``1386/1388``, ``1386/..``, ``[..1388]``).

    Returns
    -------
    str
        The Gregorian day, or the first and the last day of the year or month with a slash
        between them. For what happened on one day of that time, not known which, put dots for
        the slash, and brackets around it.

    Raises
    ------
    TypeError, ValueError
        If it is no text, or no such date; the message says why.

    Notes
    -----
    Leap years follow the rule of 33 years, which agrees with the calendar of Iran for the years
    since it has been the official one, 1304 (1925).

    Examples
    --------
    >>> solar_hijri("1385-06-31"), solar_hijri("۲۰ آذر ۱۳۸۵")
    ('2006-09-22', '2006-12-11')
    >>> solar_hijri("1386")
    '2007-03-21/2008-03-19'
    >>> solar_hijri("1385-12-30")
    Traceback (most recent call last):
    ...
    track2lib.records.calendars.NoSuchDayError: 1385-12-30 does not exist in the Solar Hijri calendar: 1385 was no leap year; correct the day
    """
    plain = _plain(a_text(text, "text", "1385/9/20", longest=200))
    if plain[:1] + plain[-1:] in ("[]", "{}"):
        inner = ",".join(_member(part.strip()) for part in plain[1:-1].split(","))
        return f"{plain[0]}{inner}{plain[-1]}"
    if not (found := SPAN.fullmatch(plain)):
        (first, last), mark = _days(plain)
        return f"{first}{mark}" if first == last else f"{first}{mark}/{last}{mark}"
    begin, end = (_end(part, place) for place, part in enumerate(found.groups()))
    if begin and end and begin[:10] > end[:10]:
        raise UnreadableDateError(f"{text!r} ends before it begins", "correct the span")
    return f"{begin or '..'}/{end or '..'}"


def _plain(text: str) -> str:
    """Write a date in figures, and a dash between two years as a slash."""
    return DASHED.sub(r"\1/\2", in_figures(text).strip())


def _member(part: str) -> str:
    """Turn a member of a set, or two with dots between them, into Gregorian days."""
    begin, dots, end = part.partition("..")
    first, last = _end(begin, 0), _end(end if dots else begin, 1)
    return first if first == last else f"{first}..{last}"


def _end(text: str, place: int) -> str:
    """Give the first or the last day of a date with its mark; nothing for what is open."""
    if text in ("", ".."):
        return ""
    days, mark = _days(text)
    return f"{days[place]}{mark}"


def _days(text: str) -> tuple[Days, str]:
    """Give the first and last day of one date, and the mark behind it."""
    if found := NUMBERS.fullmatch(text):
        year, _, month, day, mark = found.groups(default="")
    elif (found := NAMED.fullmatch(folded(text))) and (number := _number(found[2])):
        day, _, year, mark = found.groups(default="")
        month = str(number)
    else:
        raise UnreadableDateError(f"{text!r} is no date of the Solar Hijri calendar", REMEDY)
    first_year, last_year = (int(year.replace(MASK, digit)) for digit in "09")
    if first_year not in YEARS or last_year not in YEARS:
        said = f"{text!r} is no date of the Solar Hijri calendar: its years are read here from"
        raise UnreadableDateError(f"{said} {YEARS[0]} to {YEARS[-1]}", REMEDY)
    first_month, last_month = _months(text, month, day)
    first_day, last_day = (
        (int(day),) * 2 if day.strip(MASK) else (1, _length(last_year, last_month))
    )
    first = _gregorian(text, first_year, first_month, first_day)
    return (first, _gregorian(text, last_year, last_month, last_day)), mark


def _months(text: str, month: str, day: str) -> tuple[int, int]:
    """Give the first and last month that a number stands for: one, those of a season, or all."""
    if not month.strip(MASK) and not day.strip(MASK):
        return 1, 12
    number = int(month.strip(MASK) or 0)
    if number in SEASONS and not day:
        return SEASONS[number]
    if not 1 <= number <= 12:
        raise UnreadableDateError(f"{text!r} has no month from 1 to 12", REMEDY)
    return number, number


def _length(year: int, month: int) -> int:
    import jdatetime  # type: ignore[import-untyped]

    leap = jdatetime.date(year, month, 1).isleap()
    return int(jdatetime.j_days_in_month[month - 1]) + (month == 12 and leap)


def _gregorian(text: str, year: int, month: int, day: int) -> datetime.date:
    import jdatetime

    most, name = _length(year, month), MONTHS[month - 1][1]
    if not 1 <= day <= most:
        why = f"{name} has {most} days"
        if month == 12 and day == 30:
            why = f"{year} was no leap year"
        raise NoSuchDayError(
            f"{text} does not exist in the Solar Hijri calendar: {why}", "correct the day"
        )
    return jdatetime.date(year, month, day).togregorian()


def _number(name: str) -> int:
    """Give the number of a month by its name; 0 if there is none of that name."""
    wanted = _key(name).removesuffix(_key("ماه"))
    return next((n for n, names in enumerate(MONTHS, start=1) if wanted in map(_key, names)), 0)


def _key(name: str) -> str:
    """Give what the spellings of a name have in common, with no signs above the letters."""
    letters = unicodedata.normalize("NFD", folded(name))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def has_hijri_year(text: str) -> bool:
    r"""Tell whether a year stands in a text for which `asked` may have something to say.

    Examples
    --------
    >>> has_hijri_year("2005\n۱۳۸۵"), has_hijri_year("1985-12")
    (True, False)
    """
    return A_YEAR.search(in_figures(text)) is not None


def asked(text: str, *, edtf: bool) -> tuple[str, str] | None:
    """Ask about a date that may be one of the Solar Hijri calendar.

    Parameters
    ----------
    text : str
        A cell for a date.
    edtf : bool
        Whether it is, in figures, a date of the Gregorian calendar too.

    Returns
    -------
    tuple of str or None
        The problem and the remedy, as sentences; None where no year of it is from 1200 to 1500,
        or where it is a date of neither calendar.
    """
    figures = in_figures(text).strip()
    if not (year := A_YEAR.search(figures)):
        return None
    otherwise = "."
    if edtf:
        first = "" if figures == text.strip() else f"write {figures} and "
        add = f'{first}add "calendar": "gregorian" to datapackage.json'
        otherwise = f"; or, if {figures} is Gregorian, {add}."
    meant = "year" if figures == year[0] else "date"
    may_be = f"{text} may be a {meant} of the Solar Hijri calendar"
    try:
        found = solar_hijri(text)
    except NoSuchDayError as fault:
        return f"{fault.problem}.", f"Correct the day{otherwise}"
    except ValueError:  # no date of this calendar
        return (f"{may_be}.", f"Write the Gregorian date{otherwise}") if edtf else None
    begins, slash, ends = found.partition("/")
    write = f"Write {found}{otherwise}"
    if slash and ".." not in found and not SPAN.fullmatch(_plain(text)):
        write = f"Write {found}, or [{begins}..{ends}] for a day within it{otherwise}"
    when = in_words(found)
    if meant == "year":
        when = f"it ran from {in_words(begins)} to {in_words(ends)}"
    # Nobody means a day that has not come: then it is more likely of the lunar calendar.
    if begins.strip("[{.") <= datetime.date.today().isoformat():
        return f"{may_be}: {when}.", write
    when = when.replace("it ran", "it runs") if meant == "year" else f"it is {when}"
    lunar = int(LUNAR_START + LUNAR_YEAR * (int(year[0].replace(MASK, "0")) - 1) + 0.5)
    hijri = f"{text} may be a {meant} of a Hijri calendar: of the solar one {when}"
    return (
        f"{hijri}, of the lunar one it was about {lunar}.",
        f"Write the Gregorian date{otherwise}",
    )
