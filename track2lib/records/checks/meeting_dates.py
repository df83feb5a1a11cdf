"""Meetings that lie outside the dates of the dialogue to which they belong."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from track2lib.records import dates
from track2lib.records.facts import facts_on
from track2lib.records.problem import Problem
from track2lib.records.snapshot import Records

__all__ = ["meeting_dates_rule"]

NEEDED = {"meetings": {"dialogue_id", "date"}, "dialogues": {"dialogue_id", "dates"}}
ASK = "Correct the one or the other, or say in the column 'note' of this row why it belongs there."


def meeting_dates_rule(records: Records, names: Collection[str]) -> Iterator[Problem]:
    """Ask about a meeting that is wholly before or after its dialogue, by every source on that.

    Parameters
    ----------
    records : Records
        The package.
    names : collection of str
        Tables that can be read.

    Yields
    ------
    Problem
        One for each meeting whose row has no note.
    """
    if "meetings" not in names or not all(_has(records, *table) for table in NEEDED.items()):
        return
    given = _given(records)
    columns = records.columns("meetings")
    notes = records.cells("meetings")["note"] if "note" in columns else []
    rows = records.rows("meetings", "dialogue_id", "date")
    for place, (dialogue, date) in enumerate(rows):
        spans = given[dialogue]
        noted = notes[place].strip() if notes else ""
        if noted or not spans or not dates.is_read(date):
            continue
        if all(_apart(date, span) for span in spans):
            own, theirs = date.strip(), " or ".join(spans)
            said = f"{own} lies outside the dates of {dialogue!r}, {theirs}."
            row = records.numbers("meetings")[place]
            yield Problem(records.file("meetings"), row, "date", said, ASK, "warning")


def _has(records: Records, name: str, columns: set[str]) -> bool:
    """Tell whether a table is there, can be read and has these columns."""
    there = name in records.names and not records.fault(name)
    return there and columns <= {*records.columns(name)}


def _given(records: Records) -> dict[str, list[str]]:
    """Give the dates of each dialogue: those of its row, and what other sources have for it."""
    given: dict[str, list[str]] = defaultdict(list)
    every = [*records.rows("dialogues", "dialogue_id", "dates")]
    if "evidence" in records.names and not records.fault("evidence"):
        facts = facts_on(records, "dialogues")
        every += [(fact.key, fact.value) for fact in facts if fact.field == "dates"]
    for dialogue, date in every:
        if date.strip() not in ["", *given[dialogue]] and dates.is_read(date):
            given[dialogue].append(date.strip())
    return given


def _apart(one: str, other: str) -> bool:
    """Tell whether one date is over before the other begins."""
    (a, b), (c, d) = dates.bounds(one)[:2], dates.bounds(other)[:2]
    return bool((b and c and b < c) or (d and a and d < a))
