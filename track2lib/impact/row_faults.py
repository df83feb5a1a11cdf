"""What is wrong with rows that people have filled in: who they are of, and what stands in them twice."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from track2lib.impact.coding_files import Row
from track2lib.records.problem import Problem, warn

__all__ = ["ask_about_files", "lacking", "so_in", "twice"]


def so_in(numbers: Sequence[int]) -> str:
    """Say in how many rows it is so, if it is in several.

    Examples
    --------
    >>> so_in([4, 7]), so_in([4])
    (' So in 2 rows.', '')
    """
    return f" So in {len(numbers)} rows." if len(numbers) > 1 else ""


def lacking(rows: Sequence[Row], column: str, said: str, remedy: str) -> Iterator[Problem]:
    """Say once a file that a column is empty in some of its rows.

    Examples
    --------
    >>> [fault.row for fault in lacking([Row("a.csv", 2, {"coder": ""})], "coder", "No.", "Yes.")]
    [2]
    """
    found: dict[str, list[int]] = defaultdict(list)
    for file, number, cells in rows:
        if not cells[column]:
            found[file].append(number)
    for file, numbers in found.items():
        yield Problem(file, numbers[0], column, said + so_in(numbers), remedy)


def twice(
    rows: Sequence[Row], who: str, unit: Sequence[str], what: str, apart: str
) -> Iterator[Problem]:
    """Say of each file in which somebody has coded a unit twice, there or in an earlier one, where that is.

    Parameters
    ----------
    rows : sequence of Row
        The rows.
    who : str
        The column of the person, and what such a person is called.
    unit : sequence of str
        The columns that together tell what was coded.
    what : str
        What several such units are called.
    apart : str
        How two persons of one name are told apart, as the first words of a sentence.

    Yields
    ------
    Problem
        One for each file and person.

    Examples
    --------
    >>> row = Row("a.csv", 2, {"coder": "ana", "case": "oslo"})
    >>> (fault,) = twice([row, row._replace(number=3)], "coder", ["case"], "cases", "Name them")
    >>> fault.problem
    "'ana' has coded oslo already, in row 2."
    """
    first: dict[tuple[str, ...], Row] = {}
    again: dict[tuple[str, str, str], list[tuple[Row, Row]]] = defaultdict(list)
    for row in rows:
        key = tuple(row.cells[column] for column in (who, *unit))
        earlier = first.setdefault(key, row)
        if earlier is not row and key[0]:
            again[row.file, earlier.file, key[0]].append((row, earlier))
    told = set()
    for (file, other, name), pairs in again.items():
        if (file, name) in told:  # one message a file, whatever else it shares with others
            continue
        told.add((file, name))
        if file != other:
            said = f"{file} and {other} have the same {who} {name!r} for the same {what}."
            yield Problem(file, "-", who, said, f"{apart}, or keep one.")
            continue
        row, earlier = pairs[0]
        coded = " / ".join(row.cells[column] for column in unit)
        more = f", and {len(pairs) - 1} more" if len(pairs) > 1 else ""
        said = f"{name!r} has coded {coded} already, in row {earlier.number}{more}."
        yield Problem(file, row.number, who, said, "Keep one of the two rows.")


def ask_about_files(rows: Sequence[Row], who: str, apart: str) -> None:
    """Ask about a person whose rows stand in several files, and who may be several.

    Parameters
    ----------
    rows : sequence of Row
        The rows.
    who : str
        The column of the person, and what such a person is called.
    apart : str
        How several persons are told apart, as the end of a sentence.
    """
    files: dict[str, dict[str, None]] = defaultdict(dict)
    for row in rows:
        files[row.cells[who]][row.file] = None
    for name, own in files.items():
        if len(own) > 1:
            warn(
                f"{' and '.join(own)} have the same {who} {name!r}, who counts as one. If they "
                f"are several, {apart}."
            )
