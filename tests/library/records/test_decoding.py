"""Bytes that are no table in UTF-8 are named for what they are."""

import codecs

import pytest

from track2lib.records.decoding import decoded

TEXT = "topic_id,name\nwater,Water\nland,Zürich\n"
SAVE = "Save it as 'CSV UTF-8'."


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (TEXT.encode("utf-16"), "The file is in UTF-16, not in UTF-8."),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "The file is in UTF-16, not in UTF-8."),
        (TEXT.encode("utf-16-le"), "The file is in UTF-16 without a mark, not in UTF-8."),
        (TEXT.encode("utf-16-be"), "The file is in UTF-16 without a mark, not in UTF-8."),
        (TEXT.encode("utf-32"), "The file is in UTF-32, not in UTF-8."),
    ],
)
def test_another_encoding_is_named(content, problem):
    """Letters of two or four bytes are one fault of the whole file, with or without a mark."""
    assert decoded(content, "topics.csv")[:4] == ("topics.csv", "-", "-", problem)
    assert decoded(content, "topics.csv").remedy == SAVE


@pytest.mark.parametrize("page", ["latin-1", "cp1252", "mac_roman"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("name", ["Water", '"Wa\nter"', '"Wa\r\nter, wide"'])
def test_the_row_is_that_of_a_spreadsheet(page, ends, name):
    """The first letter that is not in UTF-8 is told by its row, whatever line breaks cells hold."""
    text = TEXT.replace("\n", ends).replace("Water", name)
    found = decoded(text.encode(page), "topics.csv")
    assert found[1:] == (3, "-", "The file is not in UTF-8.", SAVE, "error")


def test_a_byte_that_is_no_letter_is_told_by_its_row():
    """A NUL, which no program shows, is found where it stands."""
    found = decoded(TEXT.replace("land", "la\0nd").encode(), "topics.csv")
    assert (found.row, found.problem) == (3, "A byte that is no letter (NUL) stands in this row.")


@pytest.mark.parametrize("start", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_a_workbook_is_told_as_such(start):
    """A workbook of any age that was only renamed is no damaged table."""
    found = decoded(start + b"\0\xff" * 50, "topics.csv")
    assert found.problem == "The file is a workbook, though its name ends in .csv."


@pytest.mark.parametrize("marks", range(3))
def test_marks_of_the_encoding_are_left_out(marks):
    """Files that were joined may have one mark before another."""
    assert decoded(codecs.BOM_UTF8 * marks + TEXT.encode(), "topics.csv") == TEXT
