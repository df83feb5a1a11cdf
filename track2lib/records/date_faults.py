"""What a text may be that is no EDTF date: what happened to it, and what would be right."""

import datetime
import re
import unicodedata
from collections.abc import Callable

from track2lib.records.date_words import in_words
from track2lib.records.days import UnreadableDateError, span

__all__ = ["USUAL", "diagnosed", "in_figures"]

Found = re.Match[str]
Words = tuple[str, str]
USUAL = "correct the date, or leave it empty if none is stated"
REWRITTEN = "it looks like a date that a spreadsheet has rewritten"
AS_TEXT = "format the column as text before it is filled, then write"
# Spreadsheets count days from this one.
NO_DAY = datetime.date(1899, 12, 30)
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}


def diagnosed(text: str) -> UnreadableDateError:
    """Make the fault of a text that is no date, or of the first end of a span that is none.

    Examples
    --------
    >>> print(diagnosed("1990s"))
    '1990s' is not an EDTF date: it is in words; write 199X
    """
    ends = [end for end in text.split("/") if end not in ("", "..") and span(end) is None]
    for part in (text, *ends):
        quoted = repr(text) if part == text else f"{part!r} in {text!r}"
        if found := re.fullmatch(TIMED, part):
            return UnreadableDateError(f"{quoted} has a time of day", _whole_day(found))
        for pattern, explained in KINDS:
            if found := re.fullmatch(pattern, part, re.IGNORECASE):
                why, remedy = explained(found)
                return UnreadableDateError(f"{quoted} is not an EDTF date: {why}", remedy)
    if SAID.match(text):
        said = f"{text!r} is not an EDTF date: {WORDS}"
        return UnreadableDateError(said, f"write it with {YEAR_FIRST}; {MEANT}")
    usual = f"{text!r} is not an EDTF date, such as 2005, 2005/.., 2006-12 or 2002/2008"
    return UnreadableDateError(usual, USUAL)


def in_figures(text: str) -> str:
    """Write the digits of every script as those from 0 to 9.

    Examples
    --------
    >>> in_figures("۱۳۸۵")
    '1385'
    """
    if text.isascii():  # as nearly every date is
        return text
    return "".join(str(unicodedata.decimal(letter, letter)) for letter in text)


def _whole_day(found: Found) -> str:
    """Say what to write for a day with a time: year, month, day and time are its groups."""
    year, month, day, time = found.groups()
    said = f"write the day, {_filled(year, month, day)}"
    if day != "01" or not time.replace(":", "").startswith("0000"):
        return said
    when, what = ("1 January", "year") if month == "01" else ("its first day", "month")
    return f"{said}: midnight of {when} is what a database writes for a {what} alone"


def _filled(year: str, month: str, day: str) -> str:
    """Name a day, and what it stands for if a program has filled up a month or a year."""
    month, day = f"{month:0>2}", f"{day:0>2}"
    if day != "01":
        return f"{year}-{month}-{day}"
    less, known = (year, "year") if month == "01" else (f"{year}-{month}", "month")
    return f"{year}-{month}-{day}, or {less} if the {known} alone is known"


def _serial(found: Found) -> Words:
    day = NO_DAY + datetime.timedelta(int(found[1]))
    why = f"it may be how a spreadsheet keeps {in_words(day.isoformat())}"
    return why, f"{AS_TEXT} {_filled(*day.isoformat().split('-'))}"


def _year_first(found: Found) -> Words:
    return REWRITTEN, f"{AS_TEXT} {_filled(*found.groups())}"


def _date_cell(found: Found) -> Words:
    why = "a program has made a date of what was typed, which may have been less than a day"
    return why, f"format the cell as text, then write {_filled(*found.groups())}"


def _draft(found: Found) -> Words:
    if found[0].replace("u", "").strip("~?") == "":
        return "it says that there is none", "leave the cell empty"
    new = found[0].replace("unknown", "..").replace("open", "..").replace("u", "X")
    new = re.sub(r"\?~|~\?", "%", new)
    return "it is in a form that EDTF had in its draft of 2012", f"write {new!r}"


def _season(found: Found) -> Words:
    return "it is in words", f"write {found[2]}-{SEASONS[found[1].lower()]}"


def _quarter(found: Found) -> Words:
    return "a quarter has a number behind the year", f"write {found[1]}-{32 + int(found[2])}"


def _days(found: Found) -> Words:
    first, last, month, year = (f"{part:0>2}" for part in found.groups())
    whole = f"{year}-{month}-{first}/{year}-{month}-{last}"
    return "a span has both days whole, with a slash", f"write {whole}"


def _as(why: str, remedy: str) -> Callable[[Found], Words]:
    r"""Say always the same, but for parts of the text, such as \1."""
    return lambda found: (found.expand(why), found.expand(remedy))


TIMED = r"(\d{4})-?(\d\d)-?(\d\d)[T ](\d\d:?\d\d[^/]*)"
NO_DATE = r"0000-00-00.*|1900-01-00|null|none|nan?|nat|n/a|[ns]\. ?d\.|undated|unknown|[-–—?.]|\.\."
DRAFT = r"(?:[\du]{4}(?:-[\du]{2}){0,2}(?:\?~|~\?|[?~])?|unknown|open)"
NOW = r"…|\.{3,}|present|now|today|ongoing"
WORDS = "it is in words"
YEAR_FIRST = "the year first, such as 2006-12-11, 2006-12 or 2006"
MONTH = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
MEANT = "about is 2006~, since 2006/.., by [..2006], a decade 200X, a span 2006/2008"
# A word of any language, which are not known here one by one, beside a figure.
SAID = re.compile(r"(?=.*\d).*(?:[^\W\d_X]{2}|(?:^|\s)[^\W\d_]\.? )")
SPAN = "for the month, or both years in four digits, with a slash, for a span"
# The first that fits a text, whatever its capitals, says what it may be.
KINDS: list[tuple[str, Callable[[Found], Words]]] = [
    (NO_DATE, _as("it says that there is none", "leave the cell empty")),
    (r"(\d{4})\.0+", _as("it has decimals", r"write \1")),
    (r"(\d{4})(0[1-9]|1[0-2])", _as("its hyphen is missing", r"write \1-\2")),
    (r"(\d{4})([01]\d)([0-3]\d)", _as("its hyphens are missing", r"write \1-\2-\3")),
    (r"(\d{5})(?:[.,]\d+)?", _serial),
    (r"\d{6,}(?:\.\d+)?", _as("it is a bare number", "write the day, such as 2006-12-11")),
    (r"(\d{4})-(\d\d)-(\d\d) \(date cell\)", _date_cell),
    # 2002/05/01, 01.05.2002, May-02, 12-Mar-05: in any language, and with any time behind them.
    (r"(\d{4})[/.](\d\d?)[/.](\d\d?)(?: .*)?", _year_first),
    (
        r"\d\d?[-/.] ?\d\d?[-/.] ?(?:\d\d|\d{4})(?: .*)?",
        _as(REWRITTEN, f"{AS_TEXT} {YEAR_FIRST}"),
    ),
    (
        r"(?!(?:mid|late|early|pre|post|before|after|since|until|circa)-)"
        r"(?:\d\d?[-. ]{1,2}[^\W\d_]{3,}\.?[- ]|[^\W\d_]{3,}\.?-)(?:\d\d|(?<=-)\d{4})",
        _as(REWRITTEN, f"{AS_TEXT} {YEAR_FIRST}"),
    ),
    (rf"(?=.*(?:[uo]|\?~|~\?)){DRAFT}(?:/{DRAFT})?", _draft),
    (r"(\d{4}) ?[-–—] ?(\d{4})", _as("a span has a slash", r"write \1/\2")),
    (r"(\d{4})[/‐‑–—](0\d|1[0-2])", _as("it may be a month or a span", rf"write \1-\2 {SPAN}")),
    (r"(\d\d)(\d\d)[/–—](\d\d)", _as("a span has years of four digits", r"write \1\2/\1\3")),
    (
        r"((?:\d{4}-)(?:\d\d-)?)(\d\d)/(\d\d)",
        _as("a span has both ends whole", r"write \1\2/\1\3"),
    ),
    (r"(\d\d?)\.? ?[-–—] ?(\d\d?)\.(\d\d?)\.(\d{4})", _days),
    (r"(\d{4})-(\d)", _as("a month has two digits", r"write \1-0\2")),
    (rf"(\d{{4}}.*)/ ?(?:{NOW})", _as("an open end has two dots", r"write '\1/..'")),
    (r"(?:the )?(\d{3})0['’]?s", _as(WORDS, r"write \1X")),
    (r"(?:c|ca|circa|about|around)\.? ?(\d{4})", _as(WORDS, r"write \1~")),
    (r"(\d{4}) ?[-–—]", _as("an open end has two dots", r"write '\1/..'")),
    (r"by (\d{4})", _as(WORDS, r"write [..\1]")),
    (r"between (\d{4}) and (\d{4})", _as(WORDS, r"write [\1..\2]")),
    (r"(\d{4}) or (\d{4})", _as(WORDS, r"write [\1,\2]")),
    (r"(?:from )?(\d{4}) (?:to|until) (\d{4})", _as(WORDS, r"write \1/\2")),
    (r"since (\d{4})", _as(WORDS, r"write '\1/..'")),
    (r"until (\d{4})", _as(WORDS, r"write ../\1")),
    (rf"({'|'.join(SEASONS)}) (?:of )?(\d{{4}})", _season),
    (
        rf"(?:\d\d?\.? )?(?:{MONTH})[a-z]*\.?,? (?:\d\d?,? )?\d{{4}}",
        _as(WORDS, f"write it with {YEAR_FIRST}"),
    ),
    (r"(\d{4})-?Q([1-4])", _quarter),
    (r"\d\d?[-/.]\d{4}", _as("its year stands last", f"write {YEAR_FIRST}")),
    (
        r"(\d{4})(?:[,;] ?| and )(\d{4})",
        _as("it has two dates", r"write {\1,\2}, or [\1,\2] for one of them"),
    ),
    (r"(?=.*\s)(\S+)\s*/\s*(\S+)", _as("it has spaces", r"write \1/\2")),
    (r"\d{4}-(00|1[3-9]|20|4[2-9]|[5-9]\d)(?:-\d\d)?", _as(r"there is no month \1", USUAL)),
    (r"\d{4}-(\d\d)-\d\d", _as("there is no such day", USUAL)),
]
