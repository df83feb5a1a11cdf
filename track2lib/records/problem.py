"""What can be wrong with data: where it is, what it is, and how to mend it."""

import difflib
import heapq
import os
import warnings
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

__all__ = ["COLUMNS", "DataError", "DataWarning", "Problem", "ask", "in_short", "nearest", "warn"]


class Problem(NamedTuple):
    """One thing that is wrong, at the place where it lies.

    Parameters
    ----------
    file : str
        Name of the file.
    row : int or str
        As a spreadsheet counts, with the heading as 1; "-" where it is no row in particular.
    column : str
        Name of the column; "-" where it is none in particular.
    problem, remedy : str
        What is wrong, and what would be right, as sentences.
    severity : {"error", "warning"}, default "error"
        Whether the data must not be shown as they are, or may be right and are asked about.
    """

    file: str
    row: Any
    column: str
    problem: str
    remedy: str
    severity: str = "error"


COLUMNS = list(Problem._fields)
# Code below here is the library's: a warning names the line that called it.
LIBRARY = f"{Path(__file__).parents[1]}{os.sep}"
SHOWN = 40  # so many letters of what was given are shown
MANY = 1000  # so many names are compared letter by letter


class DataError(ValueError):
    """Data that must not be shown, with what is wrong and how to mend it.

    Parameters
    ----------
    problems : pandas.DataFrame
        One row for each problem: ``file``, ``row``, ``column``, ``problem``, ``remedy``, ``severity``.
    """

    # Where those are found that the message has no room for.
    REST = "validate() lists them all."

    def __init__(self, problems: pd.DataFrame) -> None:
        self.problems = problems
        lines = [_line(problem) for problem in problems[COLUMNS].head(5).itertuples(index=False)]
        if len(problems) > 5:
            lines.append(f"... and {len(problems) - 5} more; {self.REST}")
        super().__init__("\n".join(lines))

    def __reduce__(self) -> tuple[Any, ...]:
        # An error is otherwise made anew of its message, in another process for instance.
        return type(self), (self.problems,)

    @classmethod
    def of(cls, *problems: Problem) -> "DataError":
        """Make the error for some problems.

        Parameters
        ----------
        *problems : Problem
            What is wrong.

        Returns
        -------
        DataError
            To be raised.
        """
        return cls(pd.DataFrame(problems, columns=COLUMNS))


class DataWarning(UserWarning):
    """Data that may be right, and that a reader is asked about.

    Examples
    --------
    >>> question = Problem("places.csv", 3, "name", "Two look alike.", "Are they one?", "warning")
    >>> print(DataWarning.of([question]))
    places.csv, row 3, column name: Two look alike. Are they one? validate() lists them all.
    """

    @classmethod
    def of(
        cls, problems: Sequence[Problem], rest: str = "validate() lists them all."
    ) -> "DataWarning":
        """Make the warning for some problems: the first of them, and how many more there are.

        Parameters
        ----------
        problems : sequence of Problem
            What is asked about.
        rest : str, optional
            Where those are found that the message has no room for.

        Returns
        -------
        DataWarning
            To be issued.
        """
        more = f" ... and {len(problems) - 1} more{';' if rest else '.'}" * (len(problems) > 1)
        return cls(f"{_line(problems[0])}{more} {rest}".strip())


def ask(questions: Sequence[Problem], rest: str = "validate() lists them all.") -> None:
    """Issue one warning for what is asked about."""
    if questions:
        warn(DataWarning.of(questions, rest))


def warn(said: str | Warning) -> None:
    """Issue a `DataWarning`, at the line that called the library."""
    warning = DataWarning(said) if isinstance(said, str) else said
    warnings.warn(warning, skip_file_prefixes=(LIBRARY,))


def _line(problem: Any) -> str:
    """Write a problem in one line."""
    file, row, column, said, remedy, _ = problem
    where = file if row == "-" else f"{file}, row {row}"
    where = where if column == "-" else f"{where}, column {column}"
    return f"{where}: {said} {remedy}"


def in_short(value: Any) -> str:
    """Say in a few words what somebody has given, where something else was meant.

    Examples
    --------
    >>> in_short("dialogues"), in_short(3), in_short(pd.DataFrame({"a": [1]}))
    ("'dialogues'", '3 (int)', 'a table (DataFrame)')
    """
    kind = type(value).__name__
    if isinstance(value, pd.DataFrame | pd.Series):
        return f"a {'table' if value.ndim > 1 else 'column'} ({kind})"
    if hasattr(type(value), "to_pandas"):
        return f"a {kind} of {type(value).__module__.partition('.')[0]} (take its .to_pandas())"
    shown = (
        repr(value[:SHOWN] if isinstance(value, str | bytes) else value) if _plain(value) else ""
    )
    if isinstance(value, str):
        return f"{shown}{'...' * (len(value) > SHOWN)}"
    if value is None or isinstance(value, bool):
        return shown
    if value is pd.NA or value is pd.NaT:
        return f"a missing value ({kind})"
    if isinstance(value, int) and not shown:
        return f"so large a number ({kind})"
    return f"{shown[:SHOWN]} ({kind})" if shown else f"something else ({kind})"


def _plain(value: Any) -> bool:
    """Tell whether a value is short to write and nothing runs when it is written."""
    if isinstance(value, int):  # one of thousands of figures cannot even be written
        return abs(value) < 10**30
    return value is None or isinstance(value, str | bytes | float | os.PathLike)


def nearest(name: Any, names: Iterable[str], like: float = 0.6) -> str:
    """Give a sentence with the nearest name, or nothing where none is near, from 0 to 1 so like.

    To what is no text, none is.

    Examples
    --------
    >>> nearest("dialoges", ["dialogues", "topics"])
    " Did you mean 'dialogues'?"
    """
    if not isinstance(name, str):
        return ""
    every = list(names)
    if len(every) > MANY:
        # Comparing whole names letter by letter takes seconds for so many, so that only those are
        # compared that share most pairs of letters for their length.
        pairs = {name[place : place + 2] for place in range(len(name) - 1)}
        every = heapq.nlargest(
            MANY, every, lambda own: sum(map(own.__contains__, pairs)) / (len(pairs) + len(own) + 1)
        )
    close = difflib.get_close_matches(name, every, n=1, cutoff=like)
    return f" Did you mean {close[0]!r}?" if close else ""
