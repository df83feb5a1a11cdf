"""What can be wrong with data: where it is, what it is, and how to mend it."""

import difflib
from collections.abc import Iterable
from typing import Any, NamedTuple

import pandas as pd

__all__ = ["COLUMNS", "DataError", "Problem", "nearest"]


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
        lines = []
        for file, row, column, problem, remedy, _ in (
            problems[COLUMNS].head(5).itertuples(index=False)
        ):
            where = file if row == "-" else f"{file}, row {row}"
            where = where if column == "-" else f"{where}, column {column}"
            lines.append(f"{where}: {problem} {remedy}")
        if len(problems) > 5:
            lines.append(f"... and {len(problems) - 5} more; {self.REST}")
        super().__init__("\n".join(lines))

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


def nearest(name: str, names: Iterable[str]) -> str:
    """Give a sentence with the nearest name, or nothing where none is near.

    Examples
    --------
    >>> nearest("dialoges", ["dialogues", "topics"])
    " Did you mean 'dialogues'?"
    """
    close = difflib.get_close_matches(str(name), list(names), n=1)
    return f" Did you mean {close[0]!r}?" if close else ""
