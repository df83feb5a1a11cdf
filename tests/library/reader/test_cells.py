"""Cells that a reader typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from track2lib.reader.cells import plain_cell

JOINED = "می‌خواهم"  # with a joiner, without which the word is another


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("=1+1", "1+1"),
        (" -@=+x", "x"),
        ("＝1", "1"),
        ("\t=cmd", "cmd"),
        ("\r\n=cmd", "cmd"),
        ("one\ntwo\u2028three", "one two three"),
        ("a\x00b\x1bc", "abc"),
        ("'=1", "1"),
        ("half \ud800 a letter", "half a letter"),
        (JOINED, JOINED),
        ("-5", "-5"),
        (-5.5, "-5.5"),
        ("- because", "because"),
        (True, "True"),
        ("", ""),
    ],
)
def test_plain_cell(typed: object, kept: str) -> None:
    """What is left is text in one line, and no formula."""
    assert plain_cell(typed) == kept


@given(st.text())
def test_once_is_enough(text: str) -> None:
    """A cell that is written, read and written again is the same, and any file can hold it."""
    cell = plain_cell(text)
    assert plain_cell(cell) == cell
    assert cell.encode().decode() == cell
    assert len(cell.splitlines()) <= 1
