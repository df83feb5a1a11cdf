"""When a source appeared."""

import pytest
from generated import SAME, every_date
from hypothesis import given

from track2lib.sources.dating import first_year, in_words_whole, parts


@pytest.mark.parametrize(
    ("date", "known", "year", "words"),
    [
        ("2007-09-19", [2007, 9, 19], "2007", "19 September 2007"),
        ("2007-09", [2007, 9], "2007", "September 2007"),
        ("0628", [628], "0628", "0628"),
        ("2007~", [], "2007", "about 2007"),
        ("2009?-12", [], "2009", "December 2009, uncertain"),
        ("2009-12%", [], "2009", "about December 2009, uncertain"),
        ("2007-23", [], "2007", "autumn 2007"),
        ("2002/..", [], "2002", "since 2002"),
        ("../2001", [], "2001", "until 2001"),
        ("[..2008]", [], "2008", "by 2008"),
    ],
)
def test_what_is_known_of_a_date(date, known, year, words):
    """Parts are given of a plain date alone; any date has words, and most a year."""
    assert (parts(date), first_year(date), in_words_whole(date)) == (known, year, words)


@SAME
@given(every_date)
def test_every_date_can_be_said(date):
    """Whatever a table may hold has words, and a mark on it is not lost."""
    words = in_words_whole(date)
    assert words
    if "?" in date or "%" in date:
        assert "uncertain" in words or "?" in words or "%" in words
