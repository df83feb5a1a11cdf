"""A date in words: as the table has it, with what its source adds."""

import re

import pandas as pd

from track2lib.records.dates import in_words

__all__ = ["said_dates"]

YEAR, MONTH = re.compile(r"\d{4}"), re.compile(r"\d{4}-\d{2}")


def said_dates(dates: pd.Series, words: pd.Series) -> pd.Series:
    """Say each date, with the words of its source, or by these alone where they say it whole.

    Parameters
    ----------
    dates, words : pandas.Series of str
        Dates in EDTF, and words on them; either may be missing.

    Returns
    -------
    pandas.Series of str
        One text for each row; missing where neither says anything.

    Examples
    --------
    >>> dates = pd.Series(["2007-23", "[..2008]", "1998/.."])
    >>> words = pd.Series([None, "by early 2008", "another account: by 1995"])
    >>> said_dates(dates, words).tolist()
    ['autumn 2007', 'by early 2008', 'since 1998 (another account: by 1995)']
    """
    said = [
        _said(*(None if pd.isna(one) else one for one in row))
        for row in zip(dates, words, strict=True)
    ]
    return pd.Series(said, dates.index, dtype="string")


def _said(date: str | None, words: str | None) -> str | None:
    if date is None or words is None:
        return words if date is None else in_words(date)
    dated, worded = {*YEAR.findall(date)}, {*YEAR.findall(words)}
    # "By early 2008" says more than a date without a month can. Words that have another year, or not
    # each of its years, are a remark beside the date; those without a year add to it, as "two sessions".
    if dated == worded and dated and not MONTH.search(date):
        return words
    return f"{in_words(date)} ({words})" if worded else f"{in_words(date)}, {words}"
