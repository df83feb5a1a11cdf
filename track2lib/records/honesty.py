"""Rules of honesty that every data package keeps, each a function from tables to problems."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

import pandas as pd

from track2lib.records.snapshot import Package, Problem, row_keys

__all__ = ["BEARING", "RULES", "counts_rule", "evidence_rule", "meetings_rule", "silence_rule"]

# Words for a quantity that no number may stand beside.
VAGUE = re.compile(
    r"\b(several|dozens?|(?<!as )many|most|some|few|a number of|numerous|various)\b", re.IGNORECASE
)
# The two tables that bear evidence and need none.
BEARING = ("passages", "evidence")

Texts = dict[str, pd.DataFrame]
"""The tables by name, every cell as text."""


def evidence_rule(package: Package, texts: Texts) -> Iterator[Problem]:
    """Check that every row has evidence, and that evidence leads to a row and a column."""
    if "evidence" not in texts:
        return
    evidence = texts["evidence"]
    whole = evidence[evidence["field"] == ""]
    borne = set(zip(whole["table"], whole["key"], strict=True))
    remedy = "Add a row to evidence.csv with this table and key, an empty field and a passage."
    for name, text in texts.items():
        if name in BEARING or "borne_by" in package.resource(name):
            continue
        file = package.resource(name)["path"]
        for line, key in enumerate(row_keys(package, name, text), start=2):
            if (name, key) not in borne:
                yield file, line, "-", f"Row {key!r} has no evidence.", remedy
    file = package.resource("evidence")["path"]
    columns = {name: {field["name"] for field in package.fields(name)} for name in package.names}
    lost = _lost(package, texts, evidence)
    for line, table, field in _rows(evidence, "table", "field"):
        if line in lost:
            yield file, line, *lost[line]
        elif field and field not in columns[table]:
            problem = f"Table {table} has no column {field!r}."
            yield file, line, "field", problem, "Name a column, or none."


def counts_rule(package: Package, texts: Texts) -> Iterator[Problem]:
    """Check that bounds are in order, words stay words, and a count belongs to a row."""
    if "counts" not in texts:
        return
    counts = texts["counts"]
    file = package.resource("counts")["path"]
    for line, minimum, maximum, stated in _rows(counts, "minimum", "maximum", "as_stated"):
        low, high = _number(minimum), _number(maximum)
        if low is not None and high is not None and low > high:
            problem = f"The floor {low} is above the ceiling {high}."
            yield file, line, "minimum", problem, "Correct the bounds."
        if VAGUE.search(stated) and (minimum or maximum):
            problem = f"A number stands beside {stated!r}."
            remedy = "Leave minimum and maximum empty: a word is no number."
            yield file, line, "as_stated", problem, remedy
    for line, (column, problem, remedy) in _lost(package, texts, counts).items():
        yield file, line, column, problem, remedy


def meetings_rule(package: Package, texts: Texts) -> Iterator[Problem]:
    """Check that a meeting has a date of its own, not the span of a series."""
    if "meetings" not in texts:
        return
    file = package.resource("meetings")["path"]
    remedy = "Give the date of this meeting, or record the series in dialogues."
    for line, date in _rows(texts["meetings"], "date"):
        if date.endswith("/..") or date.startswith("../"):
            problem = f"{date!r} has an open end; that is a series, not a meeting."
            yield file, line, "date", problem, remedy


def silence_rule(package: Package, texts: Texts) -> Iterator[Problem]:
    """Check that what rests on one source alone keeps to what that source speaks of."""
    if not {"sources", *BEARING} <= texts.keys() or "silent_on" not in texts["sources"]:
        return
    remedy = "Name a source that does, or take it out."
    resting = {name: _sources(package, name, texts) for name in texts}
    for _, source, silent_on in _rows(texts["sources"], "source_id", "silent_on"):
        words = [word.strip() for word in silent_on.split(";") if word.strip()]
        if not words:
            continue
        unsaid = re.compile("|".join(re.escape(word) for word in words))
        for name, text in texts.items():
            file = package.resource(name)["path"]
            for position, column, word in _uses(text, unsaid):
                if resting[name][position] == {source}:
                    problem = f"{word!r} rests on {source}, which does not speak of it."
                    yield file, position + 2, column, problem, remedy


RULES: list[Callable[[Package, Texts], Iterator[Problem]]] = [
    evidence_rule,
    counts_rule,
    meetings_rule,
    silence_rule,
]


def _rows(text: pd.DataFrame, *columns: str) -> Iterator[tuple[Any, ...]]:
    """Give the line of each row in its file, and its cells in some columns."""
    cells = zip(*(text[column].tolist() for column in columns), strict=True)
    for line, row in enumerate(cells, start=2):
        yield line, *row


def _lost(
    package: Package, texts: Texts, pointing: pd.DataFrame
) -> dict[int, tuple[str, str, str]]:
    """Find the lines whose columns ``table`` and ``key`` lead to no row, and say why."""
    keys = {name: set(row_keys(package, name, text)) for name, text in texts.items()}
    lost = {}
    for line, table, key in _rows(pointing, "table", "key"):
        if table not in package.names:
            problem = f"There is no table {table!r}."
            lost[line] = ("table", problem, "Name a table of the package.")
        elif table in keys and key not in keys[table]:
            problem = f"Table {table} has no row {key!r}."
            lost[line] = ("key", problem, "Name the key of a row.")
    return lost


def _number(cell: str) -> int | None:
    try:
        return int(cell)
    except ValueError:  # empty, or a fault of form that is reported as such
        return None


def _sources(package: Package, name: str, texts: Texts) -> list[set[str]]:
    """Give the sources on which each row of a table rests."""
    if name == "passages":
        return [{source} for source in texts[name]["source_id"]]
    passages = zip(texts["passages"]["passage_id"], texts["passages"]["source_id"], strict=True)
    source_of = dict(passages)
    evidence = list(_rows(texts["evidence"], "table", "key", "passage_id"))
    # What is said of a document itself may name its silences.
    if name == "sources":
        return [set() for _ in texts[name].index]
    if name == "evidence":
        return [
            set() if table == "sources" else {source_of.get(passage, "")}
            for _, table, _, passage in evidence
        ]
    borne_by = defaultdict(set)
    for _, table, key, passage in evidence:
        if table == name:
            borne_by[key].add(source_of.get(passage, ""))
    return [borne_by[key] for key in row_keys(package, name, texts[name])]


def _uses(text: pd.DataFrame, words: re.Pattern[str]) -> Iterator[tuple[int, str, str]]:
    """Find where a table uses one of some words: position of the row, column, word."""
    for column in text.columns:
        for position, cell in enumerate(text[column].tolist()):
            found = words.search(cell)
            if found:
                yield position, str(column), found[0]
