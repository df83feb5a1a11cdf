"""Cells that a spreadsheet would run."""

import pytest
from generated import SAME
from hypothesis import given
from hypothesis import strategies as st

from track2lib.records.spreadsheet_cells import guarded, unguarded

RUN = [
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1",
    "-",
    "\uff1d1+1",
    "=",
    "+a",
]
PLAIN = [
    "",
    "Talks",
    "-5",
    "+5",
    "-0.5",
    "-1e5",
    "2002/..",
    "'Tis",
    "a=b",
    "'",
    "۵",
    "«-»",
    "-0044",
]


@pytest.mark.parametrize("cell", RUN)
def test_what_would_run_is_written_as_text(cell):
    """An apostrophe stands before it, which spreadsheets take for the mark of a text."""
    assert guarded(cell) == f"'{cell}"
    assert unguarded(guarded(cell)) == cell


@pytest.mark.parametrize("cell", PLAIN)
def test_numbers_and_words_stay_as_they_are(cell):
    """Data are true to the letter."""
    assert guarded(cell) == cell == unguarded(cell)


@SAME
@given(st.text(st.sampled_from("'=+-@\t\r 5a."), max_size=6) | st.text(max_size=8))
def test_every_cell_is_read_back_as_it_was(cell):
    """Also one that begins with an apostrophe, or with several."""
    assert unguarded(guarded(cell)) == cell
    assert guarded(cell)[:1] not in ("=", "@", "\t", "\r")
