"""The only checker: what is wrong with a data package, or with what one table rests on."""

from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path

import pandas as pd

from track2lib.records.checks.form import form_problems, no_rows
from track2lib.records.checks.honesty import RULES
from track2lib.records.checks.keys import key_problems, lost_rows
from track2lib.records.checks.meeting_dates import meeting_dates_rule
from track2lib.records.checks.names import names_rule
from track2lib.records.checks.open_words import open_words_rule
from track2lib.records.checks.padded_dates import padded_dates_rule
from track2lib.records.checks.period_keys import period_keys_rule
from track2lib.records.checks.positions import positions_rule
from track2lib.records.checks.source_slips import source_slips_rule
from track2lib.records.checks.spelled_sources import spelled_sources_rule
from track2lib.records.checks.spreadsheets import spreadsheets_rule
from track2lib.records.problem import COLUMNS, DataError, Problem, ask
from track2lib.records.snapshot import PROVENANCE, Records, open_records

__all__ = ["check", "problems", "validate"]

MOST = 1000  # so many problems are listed
type Rule = Callable[[Records, Collection[str]], Iterator[Problem]]
# Beside the rules of honesty: what may be a slip of the hand. A cell is told of once.
SLIPS: list[Rule] = [
    period_keys_rule,
    positions_rule,
    spreadsheets_rule,
    names_rule,
    source_slips_rule,
    spelled_sources_rule,
    open_words_rule,
    padded_dates_rule,
    meeting_dates_rule,
]


def validate(data: str | Path | None = None) -> pd.DataFrame:
    """Check a data package and say how to mend what is wrong.

    Parameters
    ----------
    data : str or pathlib.Path, optional
        Folder of the package, or its ``datapackage.json``. By default the project's own.

    Returns
    -------
    pandas.DataFrame
        One row for each problem: ``file``, ``row`` (as a spreadsheet counts, the heading is
        1), ``column``, ``problem``, ``remedy`` and ``severity``: an ``error`` must be mended
        before the table is shown, a ``warning`` may be right and is asked about. No rows:
        nothing was found. Errors stand before warnings, and both by file, row and column. Of more
        than a thousand problems the first thousand are listed, and the last row says how many more
        there are.

    Raises
    ------
    FileNotFoundError
        If there is no ``datapackage.json``.

    Notes
    -----
    The form (types, ranges, keys, references, encoding) is what the descriptor says. The
    project's own rules are: every row has evidence, and the evidence leads to a row and a
    column; bounds and dates are in order; a meeting has a date of its own; no number stands
    beside a word for a quantity; nothing that rests on one source alone speaks of what that
    source is silent on; no cell holds a formula or markup; a position can be where it is said
    to be. Asked about are names that look alike under several keys, sources that are nearly a key of
    the bibliography, sources and words that are spelled in two ways, columns of dates in which most
    days are 1 January, meetings outside the dates of their dialogue, numbers that are exact where
    their words say "about", and words that look as if a spreadsheet had changed them.

    Examples
    --------
    >>> import track2lib
    >>> len(track2lib.validate())
    0
    """
    try:
        records = open_records(data)
        found = _in_order(records, problems(records))
    except DataError as error:  # a descriptor that cannot be followed
        return error.problems
    return pd.DataFrame(_first(found), columns=COLUMNS)


def problems(records: Records, name: str | None = None) -> Iterator[Problem]:
    """Find what is wrong with a package, or with one table and the evidence for it.

    Parameters
    ----------
    records : Records
        The package.
    name : str, optional
        A table; what bears its rows is checked with it. By default everything.

    Yields
    ------
    Problem
        Files, then the form of each table, then the rules. A row at fault is one problem: a
        wrong key, for instance, has no evidence either.

    Examples
    --------
    >>> from track2lib.records.snapshot import open_records
    >>> list(problems(open_records(), "dialogues"))
    []
    """
    read, formed, asked = _concerned(records, name)
    faults = {table: records.fault(table) for table in read}
    yield from filter(None, faults.values())
    at_fault = set()
    for table in formed:
        if not faults[table]:
            found = _form(records, table)
            yield from found
            at_fault |= {problem[:2] for problem in found}
            at_fault |= {(records.file(table), row) for row in lost_rows(records, table)}
    readable = [table for table in asked if not faults[table]]
    # Of one table, only its own rows and the evidence for them are in question.
    theirs = read if name is None else [t for t in read if t in (name, "evidence")]
    files = {records.file(table) for table in theirs}
    told = set()
    for rule in RULES:
        for problem in rule(records, readable):
            if problem.file in files and problem[:2] not in at_fault:
                told.add(problem[:3])
                yield problem
    for slip in SLIPS:
        for table in readable:
            for problem in _slips(records, slip, table) if table in theirs else ():
                if problem[:2] not in at_fault and problem[:3] not in told:
                    told.add(problem[:3])
                    yield problem


def check(records: Records, name: str | None = None) -> None:
    """Refuse a package that is at fault, or a table that is or that rests on something that is.

    Parameters
    ----------
    records : Records
        The package.
    name : str, optional
        The table. By default everything.

    Raises
    ------
    track2lib.DataError
        With all errors; of a table with those of its own file or, where there are none, of what
        it rests on. What is only asked about is issued once as a `DataWarning`.
    """
    found = records.remember(
        ("problems", name), lambda: _in_order(records, problems(records, name))
    )
    errors = [problem for problem in found if problem.severity == "error"]
    if errors:
        own = [problem for problem in errors if name and problem.file == records.file(name)]
        raise DataError.of(*_first(own or errors))
    if found:
        records.remember(("asked", name), lambda: ask(found))


def _in_order(records: Records, found: Iterable[Problem]) -> list[Problem]:
    """Sort problems as they are mended: errors, then questions; by file, row and column."""
    columns = {
        records.file(table): [field["name"] for field in records.fields(table)]
        for table in records.names
    }
    files = [*columns]

    def place(problem: Problem) -> tuple[bool, int, int, int]:
        own = columns.get(problem.file, [])
        return (
            # Behind a thousand questions nobody would see what keeps a table from being shown.
            problem.severity != "error",
            files.index(problem.file) if own else -1,
            problem.row if isinstance(problem.row, int) else 0,
            # Behind the cells of a row stands what concerns the whole of it.
            own.index(problem.column) if problem.column in own else len(own),
        )

    return sorted(found, key=place)


def _first(found: list[Problem]) -> list[Problem]:
    """Give the first of many problems, and how many more there are."""
    if len(found) <= MOST:
        return found
    said = f"There are {len(found) - MOST:,} more problems, which are not listed."
    remedy = "Mend those that are, most often all alike, and call validate() again."
    return [*found[:MOST], Problem("-", "-", "-", said, remedy, found[MOST].severity)]


def _form(records: Records, name: str) -> list[Problem]:
    def found() -> list[Problem]:
        strangers = no_rows(records, name)
        of_keys = [fault for fault in key_problems(records, name) if fault.row not in strangers]
        return [*form_problems(records, name), *of_keys]

    return records.remember(("form", name), found)


def _slips(records: Records, slip: Rule, name: str) -> list[Problem]:
    """Give what one of the slips finds in one table, in which alone it looks."""
    return records.remember((slip, name), lambda: list(slip(records, [name])))


def _concerned(records: Records, name: str | None) -> tuple[list[str], list[str], list[str]]:
    """Give the tables that must be readable, those whose form counts, and those under the rules."""
    every = records.names
    if name is None:
        return every, every, every
    # Whoever names sources by a key rests on the table that lists them.
    formed = {name, "sources"} if records.names_its_sources(name) else {name, *PROVENANCE}
    known = [table for table in every if table in formed]
    if name == "evidence":  # it may lead to any table
        return every, known, every
    # A fault in the form of a table that this one refers to does not keep a reader from this one.
    keys = records.resource(name)["schema"].get("foreignKeys", [])
    read = formed | {key["reference"]["resource"] or name for key in keys}
    return [table for table in every if table in read], known, [name]
