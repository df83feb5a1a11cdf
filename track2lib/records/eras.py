"""In which presidency a date falls, by the rule that is written in the table of eras."""

import itertools
import re
from collections.abc import Iterable

import pandas as pd

from track2lib.records.dates import Day, bounds

__all__ = ["in_eras", "period_of", "shared_days"]

Spans = list[tuple[str, pd.Timestamp, Day]]


def in_eras(texts: Iterable[str | None], eras: pd.DataFrame) -> list[str]:
    """Say in which presidency each date falls, by the rule written in the table of eras.

    Parameters
    ----------
    texts : iterable of str or None
        EDTF dates; None or missing if there is none.
    eras : pandas.DataFrame
        Table ``eras``, in order of time; an end left open reaches to the next beginning.

    Returns
    -------
    list of str
        The president's short name (``"khatami"``); ``"either"`` if the date fits more than one;
        ``"both"`` for an interval that reaches into more than one, ``"khatami and before"`` for
        one that began before the first of them; ``"ahmadinejad at the latest"`` where only a last
        day is known; ``"ahmadinejad, perhaps earlier"`` for something that goes on and has no
        beginning; ``"before"`` or ``"not dated"``.

    Examples
    --------
    >>> import track2lib
    >>> eras = track2lib.load("eras", scope="founding")
    >>> in_eras(["2004", "2005", "2002/2008", "[..2008]", None], eras)
    ['khatami', 'either', 'both', 'ahmadinejad at the latest', 'not dated']
    """
    spans, every = _spans(eras), list(texts)
    said = {text: _era(text, spans) for text in dict.fromkeys(every)}
    return [said[text] for text in every]


def _era(text: str | None, spans: Spans) -> str:
    if text is None or pd.isna(text):
        return "not dated"
    earliest, latest, ongoing = bounds(text)
    (first, first_day, _), (last, last_day, _) = spans[0], spans[-1]
    if earliest is None and latest is None:
        # What goes on was going on when its source was written: in the last period, if that was
        # still open then. Where later sources have added a period, that cannot be said.
        return f"{last}, perhaps earlier" if ongoing and len(spans) == 2 else "not dated"
    names = [
        str(name) for name, start, end in spans if _within(earliest or latest, latest, start, end)
    ]
    if earliest is None:
        return f"{names[-1]} at the latest" if names else "before"
    if names:
        return names[0] if len(names) == 1 else "either"
    if latest is not None and latest < first_day:
        return "before"
    if earliest < first_day and latest is not None and latest < last_day:
        return f"{first} and before" if "/" in text else f"{first} at the latest"
    return "both" if "/" in text else "either"


def _spans(eras: pd.DataFrame) -> Spans:
    """Give each period with its first and last day; the last one has no end if it is open."""
    year = pd.offsets.YearEnd()
    starts = eras["dates_earliest"]
    following = [*(start + year for start in starts.iloc[1:]), None]  # that year belongs to both
    ends = eras["dates_latest"].where(~eras["dates_ongoing"], pd.Series(following))
    return list(zip(eras["era_id"], starts, ends, strict=True))


def period_of(said: str) -> str:
    """Give the key of the period in what `in_eras` says of a date.

    Examples
    --------
    >>> period_of("ahmadinejad at the latest"), period_of("the-first, perhaps earlier")
    ('ahmadinejad', 'the-first')
    """
    return re.sub(r"( and before| at the latest|, perhaps earlier)$", "", said)


def shared_days(eras: pd.DataFrame) -> list[tuple[pd.Timestamp, pd.Timestamp]]:
    """Give the days that belong to two of the periods, each from a first to a last day.

    Examples
    --------
    >>> import track2lib
    >>> ((first, last),) = shared_days(track2lib.load("eras", scope="founding"))
    >>> f"{first:%Y-%m-%d} to {last:%Y-%m-%d}"
    '2005-01-01 to 2005-12-31'
    """
    spans = _spans(eras)
    pairs = itertools.pairwise(spans)
    return [
        (start, end) for (_, _, end), (_, start, _) in pairs if end is not None and start <= end
    ]


def _within(earliest: Day, latest: Day, start: pd.Timestamp, end: Day) -> bool:
    """Tell whether the whole of a date lies inside a span; an open span has no end."""
    if earliest is None or earliest < start:
        return False
    if pd.isna(end):
        return True
    return latest is not None and latest <= end
