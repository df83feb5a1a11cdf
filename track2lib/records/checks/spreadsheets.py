"""Cells of text that a spreadsheet has changed: dates and numbers made of words, errors, lost letters."""

import re
from collections import Counter
from collections.abc import Collection, Iterator

from track2lib.records.checks.keys import times
from track2lib.records.checks.mangled import mended, suspects
from track2lib.records.problem import Problem
from track2lib.records.snapshot import Records

__all__ = ["changed", "spreadsheets_rule"]

# In English, German, French, Spanish, Italian, Portuguese, Dutch, Turkish and Russian, as short as
# programs write them.
MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|mrz|mai|okt|dez|janv|févr|mars|avr|juin|juil"
    r"|août|déc|ene|abr|ago|dic|gen|mag|giu|lug|set|ott|fev|out|mrt|mei|oca|şub|nis|haz|tem|ağu|eyl|eki"
    r"|kas|ara|янв|фев|мар|апр|май|июн|июл|авг|сен|окт|ноя|дек)\.?"
)
DATE = re.compile(
    rf"{MONTH}[-.]\d\d(?:\d\d)?"  # 5-10 becomes May-10
    rf"|\d{{1,2}}[-.]{MONTH}(?:[-.]\d\d(?:\d\d)?)?"
    r"|\d{1,2}月\d{1,2}日|\d{1,2}월 ?\d{1,2}일"
    r"|\d{1,2}/\d{1,2}/\d\d(?:\d\d)?"
    r"|\d{4}-\d\d-\d\d(?: \(date cell\)|T\d\d:\d\d:\d\d)"
    r"|\d{4}/\d\d/\d\d|\d{1,2}\.\d{1,2}\.\d{4}|\d\d\.\d\d\.\d\d",
    re.IGNORECASE,
)
SHORTENED = re.compile(r"-?\d(?:[.,]\d+)?E[+-]\d{2,3}")
# In whatever language: all but a few end with a mark of exclamation or question.
FORMULA_ERROR = re.compile(
    r"#[¡¿]?[^\W\d_][\w/]*[!?]|#(?:N/A|N/D|NV|YOK|Н/Д|DIV/0!?)|#{3,}|Err:\d{3}|Loading\.\.\."
)
# What programs write for a value that is missing: R, SQL, pandas, Stata.
MISSING = re.compile(r"NA|NULL|\(null\)|NaN|nan|NaT|\\N|\.[a-z]?|n\.a\.|[–—]")
CHANGED = re.compile(
    rf"{DATE.pattern}|{SHORTENED.pattern}|{FORMULA_ERROR.pattern}|{MISSING.pattern}", re.IGNORECASE
)
# How all of them begin, which most words do not, in a line of its own; and the longest of them.
LINES = re.compile(
    r"\n([ \t]*(?:[^\W\d_]{3,5}\.?[-.]\d|[-–—#.(\\\d]|N[AUa]|n[.a]|Err:|Loading)[^\n]*)(?=\n)"
)
LONGEST = 24
LOST = "\ufffd"
AS_TEXT = "If so, write what was there, and format the column as text before filling it."
Fault = tuple[str, str]
"""Problem, remedy."""


def spreadsheets_rule(records: Records, names: Collection[str]) -> Iterator[Problem]:
    """Ask about cells of text that look as if a spreadsheet had changed them."""
    for name in names:
        yield from _lost_letters(records, name)
        for column in _columns_of_words(records, name):
            faults = dict(changed(records, name, column))
            if faults:
                cells = records.cells(name)[column]
                count = Counter(cells)
                for row, value in zip(records.numbers(name), cells, strict=True):
                    if fault := faults.pop(value, None):
                        said = f"{fault[0]}{times(count[value])}"
                        yield Problem(records.file(name), row, column, said, fault[1], "warning")


def changed(records: Records, name: str, column: str) -> dict[str, Fault]:
    """Find the values of a column of words that a spreadsheet may have changed.

    Parameters
    ----------
    records : Records
        The package.
    name, column : str
        A table whose file can be read, and one of its columns.

    Returns
    -------
    dict of str to tuple of str
        Problem and remedy of each such value.
    """

    def found() -> dict[str, Fault]:
        is_key = column in records.key(name)
        values = records.values(name, column)
        # Seen of all at once, since most columns have nothing of the kind.
        short = [value for value in values if len(value) <= LONGEST]
        lines = {*LINES.findall("\n".join(["", *short, ""]))}
        looked_at = [line for line in lines if line in values and CHANGED.fullmatch(line.strip())]
        looked_at += [value for value in values if ",," in value and _takes_in_a_row(value)]
        return {value: fault for value in looked_at if (fault := _fault(value, is_key=is_key))}

    return records.remember(("changed", name, column), found)


def _columns_of_words(records: Records, name: str) -> list[str]:
    """Give the columns that hold words; a reference is asked about where its key stands."""
    leads_to = records.resource(name)["schema"].get("foreignKeys", [])
    others = {key["fields"][0] for key in leads_to}
    return [
        field["name"]
        for field in records.fields(name)
        if field["type"] == "string"
        and field["name"] not in others
        and not (field.get("edtf") or field.get("format") == "uri")
        and "enum" not in field.get("constraints", {})
    ]


def _takes_in_a_row(value: str) -> bool:
    """Tell whether a cell seems to hold the end of its row and the beginning of the next."""
    return ",," in value and ("\n" in value or "\r" in value)


def _fault(value: str, *, is_key: bool) -> Fault | None:
    """Say what a spreadsheet may have made of a cell."""
    if _takes_in_a_row(value):
        said = f"{value[:40]!r} goes on into the row below: a quotation mark may be left open."
        return said, "If so, close it where its cell ends."
    value = value.strip()
    # Keys in small letters, such as "oct-05", are made by people: a spreadsheet writes a capital.
    if DATE.fullmatch(value) and not (is_key and value.islower()):
        return f"{value!r} looks like a date that a spreadsheet made of other words.", AS_TEXT
    if SHORTENED.fullmatch(value):
        return f"{value!r} looks like a number that a spreadsheet has shortened.", AS_TEXT
    if FORMULA_ERROR.fullmatch(value):
        remedy = "If a formula of a spreadsheet has failed, write what belongs there."
        return f"{value!r} looks like the error of a formula.", remedy
    if MISSING.fullmatch(value):
        said = f"{value!r} is what programs write where there is no value, and here it is a word."
        return said, "Write a key." if is_key else "If nothing is known, leave the cell empty."
    return None


def _lost_letters(records: Records, name: str) -> Iterator[Problem]:
    """Find words in the wrong encoding: one fault of a file, told once at its first cell."""
    found: list[tuple[int, str, str, str]] = []
    count = 0
    for column in _columns_of_words(records, name):
        cells = records.cells(name)[column]
        every = records.values(name, column)
        if "".join(every).isascii():
            continue
        values = [value for value in every if not value.isascii()]
        odd = [value for value in values if LOST in value] + suspects(values)
        wrong = {value: fault for value in odd if (fault := _wrongly_read(value))}
        if wrong:
            places = [place for place, value in enumerate(cells) if value in wrong]
            count += len(places)
            first = cells[places[0]]
            found.append((records.numbers(name)[places[0]], column, *wrong[first]))
    if found:
        row, column, said, remedy = min(found, key=lambda one: one[0])
        more = f" So it is in {count} cells of the file." if count > 1 else ""
        yield Problem(records.file(name), row, column, f"{said}{more}", remedy, "warning")


def _wrongly_read(value: str) -> Fault | None:
    """Say what speaks for a wrong encoding."""
    if LOST in value:
        remedy = "Write the words anew from the source, and save the file as 'CSV UTF-8'."
        return f"{value[:40]!r} looks as if letters were lost.", remedy
    if not (right := mended(value)):
        return None
    remedy = "If so, take the words from before that, and save the file as 'CSV UTF-8'."
    return f"{value[:40]!r} looks like {right[:40]!r}, read in the wrong encoding.", remedy
