"""Rules of honesty that every data package keeps.

Each takes a package and the names of some tables that can be read, and gives what is wrong with
their rows and with the evidence for them.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator

from track2lib.records.checks.keys import lost_keys, times
from track2lib.records.checks.quantities import is_about, is_vague
from track2lib.records.checks.told_dates import told_dates_rule
from track2lib.records.facts import facts_on
from track2lib.records.problem import Problem
from track2lib.records.snapshot import BEARING, Records

__all__ = ["RULES"]


def evidence_rule(records: Records, names: Collection[str]) -> Iterator[Problem]:
    """Check that every row has evidence, and that evidence leads to a row and a column."""
    if not _readable(records, "evidence"):
        return
    remedy = "Add a row to evidence.csv with this table and key, an empty field and a passage."
    for name in names:
        # Evidence needs no evidence, and an outcome is borne by the series that it belongs to.
        if name in BEARING or "borne_by" in records.resource(name):
            continue
        borne = {fact.key for fact in facts_on(records, name) if not fact.field}
        # Evidence for a key in other letters is told as such.
        borne |= {lost.instead for lost in lost_keys(records, name, None, borne).values()}
        for row, key in zip(records.numbers(name), records.keys(name), strict=True):
            if key not in borne:
                said = f"Row {key!r} has no evidence."
                yield Problem(records.file(name), row, "-", said, remedy)
    numbers = records.numbers("evidence")
    for table in dict.fromkeys(records.cells("evidence")["table"]):
        if table in names or (table not in records.names and "evidence" in names):
            facts = facts_on(records, table)
            rows = [numbers[fact.line - 2] for fact in facts]
            lost = _lost(records, "evidence", table, [fact.key for fact in facts], rows)
            yield from lost.values()
            columns = {"", *(records.columns(table) if table in names else ())}
            for row, fact in zip(rows, facts, strict=True):
                if fact.key not in lost and table in records.names and fact.field not in columns:
                    said = f"Table {table} has no column {fact.field!r}."
                    yield Problem(
                        records.file("evidence"), row, "field", said, "Name a column, or none."
                    )


def counts_rule(records: Records, names: Collection[str]) -> Iterator[Problem]:
    """Check that bounds are in order, words stay words, and a count belongs to a row.

    Asked about are bounds that make a number exact which is only about right.
    """
    columns = "table", "key", "minimum", "maximum", "as_stated"
    # A table of one's own may have this name and other columns.
    if "counts" not in names or {*columns}.difference(records.columns("counts")):
        return
    file = records.file("counts")
    led: dict[str, dict[int, str]] = defaultdict(dict)
    rows = zip(records.numbers("counts"), records.rows("counts", *columns), strict=True)
    for row, (table, key, minimum, maximum, stated) in rows:
        low, high = _number(minimum), _number(maximum)
        if low is not None and high is not None and low > high:
            said = f"The floor {low} is above the ceiling {high}."
            yield Problem(file, row, "minimum", said, "Correct the bounds.")
        elif (minimum or maximum) and is_vague(stated, low, high):
            remedy = "Leave minimum and maximum empty: a word is no number."
            said = f"A number stands beside {stated!r}."
            yield Problem(file, row, "as_stated", said, remedy)
        elif low is not None and low == high and is_about(stated, low):
            remedy = (
                "If it is not exact, leave both bounds empty, or give those that the source gives."
            )
            said = f"The source says {stated!r}, and the bounds say that it is exactly {low}."
            yield Problem(file, row, "as_stated", said, remedy, "warning")
        led[table][row] = key
    for table, keys in led.items():
        yield from _lost(records, "counts", table, keys.values(), keys).values()


def meetings_rule(records: Records, names: Collection[str]) -> Iterator[Problem]:
    """Check that a meeting has a date of its own, not the span of a series."""
    if "meetings" not in names or "date" not in records.columns("meetings"):
        return
    every = records.values("meetings", "date")
    if ".." not in "".join(every):
        return
    series = {
        date
        for date in every
        if ".." in date
        and (date.strip().endswith(("/..", "..}")) or date.strip().startswith("../"))
    }
    if not series:
        return
    remedy = "Give the date of this meeting, or record the series in dialogues."
    dates = zip(records.numbers("meetings"), records.cells("meetings")["date"], strict=True)
    for row, date in dates:
        if date in series:
            said = f"{date!r} has an open end; that is a series, not a meeting."
            yield Problem(records.file("meetings"), row, "date", said, remedy)


def silence_rule(records: Records, names: Collection[str]) -> Iterator[Problem]:
    """Check that what rests on one source alone keeps to what that source speaks of."""
    if not all(_readable(records, name) for name in ("sources", *BEARING)):
        return
    if "silent_on" not in records.columns("sources"):
        return
    for source, silent_on in records.rows("sources", "source_id", "silent_on"):
        words = [word.strip() for word in silent_on.split(";") if word.strip()]
        if not words:
            continue
        unsaid = re.compile("|".join(map(re.escape, words)))
        of_source = _passages_of(records, source)
        for name in names:
            # What is said of a document itself may name its silences.
            if name not in ("sources", "evidence"):
                yield from _uses(records, name, _resting_on(records, name, source), unsaid, source)
                told = facts_on(records, name)
                places = [fact.line - 2 for fact in told if fact.passage in of_source]
                yield from _uses(records, "evidence", places, unsaid, source)


RULES: list[Callable[[Records, Collection[str]], Iterator[Problem]]] = [
    evidence_rule,
    counts_rule,
    meetings_rule,
    silence_rule,
    told_dates_rule,
]


def _readable(records: Records, name: str) -> bool:
    return name in records.names and not records.fault(name)


def _lost(
    records: Records, file_of: str, table: str, keys: Iterable[str], rows: Iterable[int]
) -> dict[str, Problem]:
    """Give, by key, what is wrong with a table and some keys that lead to no row of it.

    A key that stands in many rows is told once; of a table that cannot be read, nothing.
    """
    first: dict[str, int] = {}
    count = Counter[str]()
    for key, row in zip(keys, rows, strict=True):
        first.setdefault(key, row)
        count[key] += 1
    file = records.file(file_of)
    if table not in records.names:
        said = f"There is no table {table!r}.{times(count.total())}"
        problem = Problem(file, min(first.values()), "table", said, "Name a table of the package.")
        return {next(iter(first)): problem}
    if records.fault(table):
        return {}
    found = {}
    for key, lost in lost_keys(records, table, None, first).items():
        there = f"; it has {lost.instead!r}" if lost.instead else ""
        said = f"Table {table} has no row {key!r}{there}.{times(count[key])}"
        remedy = lost.remedy if lost.instead else "Name the key of a row."
        found[key] = Problem(file, first[key], "key", said, remedy)
    return found


def _number(cell: str) -> int | None:
    try:
        return int(cell)
    except ValueError:  # empty, or a fault of form that is reported as such
        return None


def _passages_of(records: Records, source: str) -> set[str]:
    """Give the passages of one source."""
    pairs = records.rows("passages", "passage_id", "source_id")
    return {passage for passage, of_source in pairs if of_source == source}


def _resting_on(records: Records, name: str, source: str) -> list[int]:
    """Give the places of the rows that rest on one source and on no other, from 0 on."""
    if name == "passages":
        column = records.cells(name)["source_id"]
        return [place for place, own in enumerate(column) if own == source]
    # What one other passage bears as well may speak of anything that stands there.
    of_source, borne_by = _passages_of(records, source), defaultdict(set)
    for fact in facts_on(records, name):
        borne_by[fact.key].add(fact.passage in of_source)
    return [place for place, key in enumerate(records.keys(name)) if borne_by[key] == {True}]


def _uses(
    records: Records, name: str, places: list[int], unsaid: re.Pattern[str], source: str
) -> Iterator[Problem]:
    """Find the rows among some that use a word which their only source does not."""
    remedy = "Name a source that does, or take it out."
    numbers = records.numbers(name)
    for column, cells in records.cells(name).items():
        for place in places:
            if found := unsaid.search(cells[place]):
                said = f"{found[0]!r} rests on {source}, which does not speak of it."
                yield Problem(records.file(name), numbers[place], column, said, remedy)
