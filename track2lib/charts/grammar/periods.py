"""What a chart says of the periods that it shows, in the words of the table of eras."""

import pandas as pd

from track2lib.charts.grammar.words import join
from track2lib.records.dates import in_words
from track2lib.records.eras import shared_days

__all__ = ["shared_note"]


def shared_note(eras: pd.DataFrame) -> str:
    """Say which time belongs to two of some periods; nothing where none does.

    Examples
    --------
    >>> import track2lib as t2
    >>> shared_note(t2.load("eras", scope="founding"))
    '2005 belongs to both periods.'
    """
    said = [_said(first, last) for first, last in shared_days(eras)] if len(eras) > 1 else []
    if not said:
        return ""
    verb = "belongs" if len(said) == 1 else "each belong"
    return f"{join(said)} {verb} to {'both' if len(eras) == 2 else 'two'} periods."


def _said(first: pd.Timestamp, last: pd.Timestamp) -> str:
    """Say a span of days as a reader would, as a year or a month where it is a whole one."""
    begin, end = first.isoformat()[:10], last.isoformat()[:10]
    if begin == end:
        return in_words(begin)
    if (begin[4:], end[4:]) == ("-01-01", "-12-31"):
        years = begin[:4], end[:4]
        return years[0] if years[0] == years[1] else in_words("/".join(years))
    if first.day == 1 and last.day == last.days_in_month and begin[:7] == end[:7]:
        return in_words(begin[:7])
    return in_words(f"{begin}/{end}")
