"""Rules of honesty that every data package keeps.

Each takes a package and the names of some tables that can be read, and gives what is wrong with
their rows and with the evidence for them.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator

from track2lib.records.facts import facts_on
from track2lib.records.problem import Problem
from track2lib.records.snapshot import BEARING, Records
from track2lib.records.told_dates import told_dates_rule

__all__ = ["RULES"]

# Words for a quantity that no number may stand beside. "As many as 250" is a ceiling, and a number.
VAGUE = re.compile(
    r"\b(several|dozens?|(?<!as )many|most|some|few|a number of|numerous|various)\b", re.IGNORECASE
)


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
        for line, key in enumerate(records.keys(name), start=2):
            if key not in borne:
                said = f"Row {key!r} has no evidence."
                yield Problem(records.file(name), line, "-", said, remedy)
    for table in dict.fromkeys(records.cells("evidence")["table"]):
        if table in names or (table not in records.names and "evidence" in names):
            columns = {"", *(records.columns(table) if table in names else ())}
            for fact in facts_on(records, table):
                if lost := _lost(records, table, fact.key):
                    yield Problem(records.file("evidence"), fact.line, *lost)
                elif fact.field not in columns:
                    said = f"Table {table} has no column {fact.field!r}."
                    remedy = "Name a column, or none."
                    yield Problem(records.file("evidence"), fact.line, "field", said, remedy)


def counts_rule(records: Records, names: Collection[str]) -> Iterator[Problem]:
    """Check that bounds are in order, words stay words, and a count belongs to a row."""
    if "counts" not in names:
        return
    file, columns = records.file("counts"), ("table", "key", "minimum", "maximum", "as_stated")
    rows = enumerate(records.rows("counts", *columns), start=2)
    for line, (table, key, minimum, maximum, stated) in rows:
        low, high = _number(minimum), _number(maximum)
        if low is not None and high is not None and low > high:
            said = f"The floor {low} is above the ceiling {high}."
            yield Problem(file, line, "minimum", said, "Correct the bounds.")
        if VAGUE.search(stated) and (minimum or maximum):
            remedy = "Leave minimum and maximum empty: a word is no number."
            said = f"A number stands beside {stated!r}."
            yield Problem(file, line, "as_stated", said, remedy)
        if lost := _lost(records, table, key):
            yield Problem(file, line, *lost)


def meetings_rule(records: Records, names: Collection[str]) -> Iterator[Problem]:
    """Check that a meeting has a date of its own, not the span of a series."""
    if "meetings" not in names:
        return
    remedy = "Give the date of this meeting, or record the series in dialogues."
    for line, date in enumerate(records.cells("meetings")["date"], start=2):
        if date.endswith("/..") or date.startswith("../"):
            said = f"{date!r} has an open end; that is a series, not a meeting."
            yield Problem(records.file("meetings"), line, "date", said, remedy)


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
                lines = [fact.line for fact in told if fact.passage in of_source]
                yield from _uses(records, "evidence", lines, unsaid, source)


RULES: list[Callable[[Records, Collection[str]], Iterator[Problem]]] = [
    evidence_rule,
    counts_rule,
    meetings_rule,
    silence_rule,
    told_dates_rule,
]


def _readable(records: Records, name: str) -> bool:
    return name in records.names and not records.fault(name)


def _lost(records: Records, table: str, key: str) -> tuple[str, str, str] | None:
    """Say why a table and a key lead to no row; nothing of a table that cannot be read."""
    if key in records.remember(("known keys", table), lambda: _known(records, table)):
        return None
    if table not in records.names:
        return "table", f"There is no table {table!r}.", "Name a table of the package."
    if records.fault(table):
        return None
    return "key", f"Table {table} has no row {key!r}.", "Name the key of a row."


def _known(records: Records, table: str) -> set[str]:
    return {*records.keys(table)} if _readable(records, table) else set()


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
    """Give the lines of the rows that rest on one source and on no other."""
    if name == "passages":
        column = records.cells(name)["source_id"]
        return [line for line, own in enumerate(column, start=2) if own == source]
    # What one other passage bears as well may speak of anything that stands there.
    of_source, borne_by = _passages_of(records, source), defaultdict(set)
    for fact in facts_on(records, name):
        borne_by[fact.key].add(fact.passage in of_source)
    return [line for line, key in enumerate(records.keys(name), start=2) if borne_by[key] == {True}]


def _uses(
    records: Records, name: str, lines: list[int], unsaid: re.Pattern[str], source: str
) -> Iterator[Problem]:
    """Find the rows among some that use a word which their only source does not."""
    remedy = "Name a source that does, or take it out."
    for column, cells in records.cells(name).items():
        for line in lines:
            if found := unsaid.search(cells[line - 2]):
                said = f"{found[0]!r} rests on {source}, which does not speak of it."
                yield Problem(records.file(name), line, column, said, remedy)
