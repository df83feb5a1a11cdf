"""From the bytes of a file to its text, or to what the file is instead of a table in UTF-8."""

import codecs
import csv
import io

from track2lib.records.problem import Problem

__all__ = ["decoded"]

SAVE = "Save it as 'CSV UTF-8'."
# Longer marks first: that of UTF-32 begins with that of UTF-16.
MARKS = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
# How the workbooks of spreadsheets begin, whatever they are called.
WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
NUL, SEEN = "\0", 400  # so many bytes show whether every second one is zero


def decoded(content: bytes | None, file: str) -> str | Problem:
    r"""Read the bytes of a file as text, or say what they are.

    Parameters
    ----------
    content : bytes or None
        What the file holds; None if there is none.
    file : str
        Its name.

    Returns
    -------
    str or Problem
        The text without a mark of its encoding, or the one fault of the file.

    Examples
    --------
    >>> decoded("topic_id\n".encode("utf-16"), "topics.csv").problem
    'The file is in UTF-16, not in UTF-8.'
    """
    if content is None:
        restore = "Restore it beside datapackage.json."
        return Problem(file, "-", "-", "The file is missing.", restore)
    if content.startswith(WORKBOOKS):
        though = ", though its name ends in .csv" * file.lower().endswith(".csv")
        said = f"The file is a workbook{though}."
        return Problem(file, "-", "-", said, "Open it in a spreadsheet and save it as 'CSV UTF-8'.")
    if other := _other_encoding(content):
        return Problem(file, "-", "-", f"The file is in {other}, not in UTF-8.", SAVE)
    try:
        # Spreadsheets put a mark before the first letter; files that were joined have two.
        text = content.decode("utf-8-sig").lstrip("\ufeff")
    except UnicodeDecodeError as error:
        row = _row_after(content[: error.start].decode("utf-8-sig"))
        return Problem(file, row, "-", "The file is not in UTF-8.", SAVE)
    if NUL in text:
        said = "A byte that is no letter (NUL) stands in this row."
        remedy = f"The file may be damaged: open it in a spreadsheet. {SAVE}"
        return Problem(file, _row_after(text[: text.index(NUL)]), "-", said, remedy)
    if not text.strip():
        restore = "Restore it; it needs at least its heading."
        return Problem(file, "-", "-", "The file is empty.", restore)
    return text


def _other_encoding(content: bytes) -> str | None:
    """Name the encoding of a file whose letters take two or four bytes each."""
    for mark, name in MARKS.items():
        if content.startswith(mark):
            return name
    # Without a mark, every second byte of a heading is zero: valid UTF-8, and no text.
    even, odd = content[:SEEN:2], content[1:SEEN:2]
    halves = [bool(half) and not half.strip(b"\0") for half in (even, odd)]
    return "UTF-16 without a mark" if halves in ([True, False], [False, True]) else None


def _row_after(text: str) -> int:
    """Count the row, as a spreadsheet does, in which this beginning of a file ends."""
    # One letter more, so that a row which has just begun counts.
    rows = csv.reader(io.StringIO(f"{text}x", newline=""))
    count = 0
    try:
        for _ in rows:
            count += 1
    except csv.Error:  # a cell too long for the reader: the row that holds it
        count += 1
    return count
