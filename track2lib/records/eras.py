"""In which presidency a date falls, by the rule that is written in the table of eras."""

import itertools
import re
from collections.abc import Iterable

import pandas as pd

from track2lib.records.dates import Day, bounds

__all__ = ["OUTSIDE", "in_eras", "in_time", "period_of", "shared_days"]

Span = tuple[str, pd.Timestamp, Day]
Spans = list[Span]
OUTSIDE = ("before", "between", "after", "either", "both", "several", "outside", "not dated")
# What stands behind the name of a period.
WORDS = re.compile(
    r"( and (before|after|before and after)| at the (latest|earliest)|, perhaps earlier( or later)?)$"
)


def in_eras(texts: Iterable[str | None], eras: pd.DataFrame) -> list[str]:
    """Say in which presidency each date falls, by the rule written in the table of eras.

    Parameters
    ----------
    texts : iterable of str or None
        EDTF dates; None or missing if there is none.
    eras : pandas.DataFrame
        Table ``eras``, in any order; an end left open reaches to the next beginning.

    Returns
    -------
    list of str
        The president's short name (``"khatami"``); ``"either"`` if the date fits more than one;
        ``"both"`` for an interval that reaches into two, ``"several"`` for one that reaches into
        more, where an open end reaches into all that follow; ``"khatami and before"`` or ``"khatami
        and after"`` for one that reaches into one and out of it (``"and before and after"`` on both
        sides); ``"khatami at the latest"`` where only a last day is known, or a date may lie before,
        ``"khatami at the earliest"`` where it may lie after (``", perhaps earlier or later"`` where
        either may be); ``"ahmadinejad, perhaps earlier"`` for something that goes on and has no
        beginning; ``"before"``, ``"between"`` or ``"after"`` them all, and ``"outside"`` for several
        dates of these; ``"not dated"``.

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
    if text.strip()[:1] == "{" or (text.strip()[:1] == "[" and "," in text):
        return _of_set(text.strip(), spans)
    earliest, latest, ongoing = bounds(text)
    if earliest is None and latest is None:
        # What goes on was going on when its source was written: in the last period, if that was
        # still open then. Where later sources have added a period, that cannot be said.
        going_on = ongoing and len(spans) == 2 and spans[-1][2] is None
        return f"{spans[-1][0]}, perhaps earlier" if going_on else "not dated"
    known = earliest or latest
    names = [str(name) for name, start, end in spans if _within(known, latest, start, end)]
    if earliest is None:
        last = names[-1] if names else _outside(known, spans)
        return last if last == "before" else f"{last} at the latest"
    if names:
        return names[0] if len(names) == 1 else "either"
    reached = [
        span
        for span in spans
        if (span[2] is None or earliest <= span[2]) and (latest is None or latest >= span[1])
    ]
    if not reached:
        return _outside(earliest, spans)
    if len(reached) > 1:
        if "/" not in text:
            return "either"
        return "both" if len(reached) == 2 else "several"
    return _partly(earliest, latest, reached[0], whole="/" in text)


def _of_set(text: str, spans: Spans) -> str:
    """Say where several dates lie: one of them is meant, or, in curly brackets, all of them."""
    parts, together = [part.strip() for part in text[1:-1].split(",")], text[0] == "{"
    said = {_era(_member(part, together=together), spans) for part in parts}
    if len(said) == 1:
        return said.pop()
    names = {period_of(one) for one in said}.difference(OUTSIDE)
    if together and not said.isdisjoint(("both", "several")):
        return "several" if names or "several" in said else "both"
    if "either" in said or (len(names) > 1 and not together):
        return "either"
    if len(names) > 1:
        return "both" if len(names) == 2 else "several"
    if not names:
        return "outside"
    (span,) = (span for span in spans if span[0] in names)
    earliest, latest, _ = bounds(text)
    return _partly(earliest or pd.Timestamp(1, 1, 1), latest, span, whole=together)


def _member(part: str, *, together: bool) -> str:
    """Write a part of a set as a date of its own: dots stand for all, or for one, of what they span."""
    if ".." not in part:
        return part
    if not together:
        return f"[{part}]"
    begin, _, end = part.partition("..")
    return f"{begin or '..'}/{end or '..'}"


def _outside(day: pd.Timestamp, spans: Spans) -> str:
    """Say where a day lies that is in none of the periods."""
    if day < spans[0][1]:
        return "before"
    return "between" if any(day < start for _, start, _ in spans) else "after"


def _partly(earliest: pd.Timestamp, latest: Day, span: Span, *, whole: bool) -> str:
    """Say how a date that reaches into one period reaches out of it, as a whole or perhaps."""
    name, start, end = span
    before, after = earliest < start, end is not None and (latest is None or latest > end)
    if whole:
        how = "before and after" if before and after else "before" if before else "after"
        return f"{name} and {how}"
    if before and after:
        return f"{name}, perhaps earlier or later"
    return f"{name} at the {'latest' if before else 'earliest'}"


def in_time(eras: pd.DataFrame) -> pd.DataFrame:
    """Put periods in order of time, in which a table of one's own need not stand."""
    return eras.sort_values("dates_earliest", kind="stable", na_position="first")


def _spans(eras: pd.DataFrame) -> Spans:
    """Give each period with its first and last day, in order; the last has no end if it is open."""
    eras = in_time(eras).reset_index(drop=True)
    year = pd.offsets.YearEnd(0)  # none further where a period begins on the last day of one
    # Nothing is before a period whose beginning is open.
    starts = eras["dates_earliest"].fillna(pd.Timestamp(1, 1, 1))
    following = [*(start + year for start in starts.iloc[1:]), None]  # that year belongs to both
    ends = eras["dates_latest"].where(~eras["dates_ongoing"], pd.Series(following))
    last = [None if pd.isna(end) else end for end in ends]
    return list(zip(eras["era_id"], starts, last, strict=True))


def period_of(said: str) -> str:
    """Give the key of the period in what `in_eras` says of a date.

    Examples
    --------
    >>> period_of("ahmadinejad at the latest"), period_of("the-first, perhaps earlier")
    ('ahmadinejad', 'the-first')
    """
    return WORDS.sub("", said)


def shared_days(eras: pd.DataFrame) -> list[tuple[pd.Timestamp, pd.Timestamp]]:
    """Give the days that belong to two of the periods, each from a first to a last day.

    Examples
    --------
    >>> import track2lib
    >>> ((first, last),) = shared_days(track2lib.load("eras", scope="founding"))
    >>> f"{first:%Y-%m-%d} to {last:%Y-%m-%d}"
    '2005-01-01 to 2005-12-31'
    """
    shared: dict[tuple[pd.Timestamp, pd.Timestamp], None] = {}
    for (_, start, end), (_, other_start, other_end) in itertools.combinations(_spans(eras), 2):
        first = max(start, other_start)
        last = min((day for day in (end, other_end) if day is not None), default=None)
        if last is not None and first <= last:
            shared[first, last] = None
    return [*shared]


def _within(earliest: Day, latest: Day, start: pd.Timestamp, end: Day) -> bool:
    """Tell whether the whole of a date lies inside a span; an open span has no end."""
    if earliest is None or earliest < start:
        return False
    if pd.isna(end):
        return True
    return latest is not None and latest <= end
