"""Dates in words, with what sources add to them."""

import pandas as pd
import pytest

from track2lib.charts.grammar.dates_as_said import said_dates


@pytest.mark.parametrize(
    ("date", "words", "said"),
    [
        # Of another account, or of another year of the same: the row's own date stays.
        (
            "1998/..",
            "another account: by the mid-1990s",
            "since 1998 (another account: by the mid-1990s)",
        ),
        ("2000/2009", "1999 in another text", "2000 to 2009 (1999 in another text)"),
        ("2004/2009", "from 2004", "2004 to 2009 (from 2004)"),
        # Words with the same years say what a date without a month cannot.
        ("[..2008]", "by early 2008", "by early 2008"),
        ("2003/2005", "late 2003 to 2005", "late 2003 to 2005"),
        ("2006-12-14", "at the end of 2006", "14 December 2006 (at the end of 2006)"),
        # Words without a year add to a date.
        ("1999-09", "five days", "September 1999, five days"),
        (None, "the page is undated", "the page is undated"),
        ("2006", None, "2006"),
        (None, None, None),
    ],
)
def test_no_date_is_left_out_for_words_beside_it(date, words, said) -> None:
    """Words take the place of a date only if they have all of its years and no other one."""
    found = said_dates(pd.Series([date], dtype="string"), pd.Series([words], dtype="string"))
    assert found.astype(object).where(found.notna(), None).tolist() == [said]
