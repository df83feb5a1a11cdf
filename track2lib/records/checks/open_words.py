"""Words that sort the rows of a package of one's own, such as sides: spelled in one way or several."""

from collections.abc import Collection, Iterator

from track2lib.records.look_alikes import folded, look_alikes
from track2lib.records.problem import Problem
from track2lib.records.snapshot import Records

__all__ = ["open_words_rule"]

# Charts sort by these too; of the other columns that are open to any word, there are examples.
SORTING = ("theme", "country")
ASK = "If they are one, write it in one way; if not, leave both."


def open_words_rule(records: Records, names: Collection[str]) -> Iterator[Problem]:
    """Ask about words that look alike in a column by which charts sort, each spelling once.

    Parameters
    ----------
    records : Records
        The package.
    names : collection of str
        Tables that can be read.

    Yields
    ------
    Problem
        One for each spelling that looks like an earlier one of its column.
    """
    for name in names:
        for field in records.fields(name):
            column = field["name"]
            if not (field.get("examples") or column in SORTING):
                continue
            cells = records.cells(name)[column]
            for group in look_alikes(records.values(name, column)):
                for word in group[1:] if folded(group[0]) else []:
                    row = records.numbers(name)[cells.index(word)]
                    said = f"{word!r} and {group[0]!r} look alike, and count as two."
                    yield Problem(records.file(name), row, column, said, ASK, "warning")
