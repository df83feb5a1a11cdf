"""What is coded, and how: the codes, and the cases and contributions of the project or of one's own."""

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

import pandas as pd

from track2lib.records.loading import load
from track2lib.records.look_alikes import folded
from track2lib.records.problem import nearest
from track2lib.records.snapshot import open_records

__all__ = [
    "CODES",
    "COLUMNS",
    "TABLES",
    "UNIT",
    "UNORDERED",
    "closest",
    "contributions",
    "names",
    "table_of",
    "told_apart",
    "whose_contributions",
]

# From the weakest ground for the claim to the strongest.
CODES = {
    "denied": "A source says that it was not so, and none that is independent says that it was.",
    "nothing found": (
        "The sources at hand do not speak of it, though somebody could have seen it. "
        "Silence is not absence."
    ),
    "asserted by an interested party": (
        "Only those say so who organized, paid for or took part in the talks, or speak for them."
    ),
    "independently documented": (
        "Somebody without a stake in the talks says so, or a record that is open to all shows it."
    ),
    "not observable": "On this case nobody outside could see it, even if it happened.",
}
# Codes that have no place between weak and strong.
UNORDERED = ("not observable",)
# Where the keys of a decision come from.
TABLES = {"dialogue_id": "dialogues", "construct_id": "constructs"}
UNIT = [*TABLES]
COLUMNS = ["coder", *UNIT, "code", "reason"]
# Their words are those of sources on one conflict, which is not that of every reader.
OF_PROJECT = (
    "Your package has no contributions in its table 'constructs', so you are asked about those of "
    "the project, in the words of its sources: where they name Iran, the United States or a capital, "
    "think of the sides of your own cases."
)


def table_of(name: str, data: str | Path | None) -> pd.DataFrame:
    """Load a table of the project's or of another package, without rows where that has no such table.

    Examples
    --------
    >>> len(table_of("dialogues", None)) > 20
    True
    """
    # load() gives the project's own table in place of one that a package has not; of another
    # package's case that would say what is so of ours.
    if data is not None and name not in open_records(data).names:
        return load(name).iloc[:0]
    return load(name, data=data)


def names(column: str, data: str | Path | None = None) -> dict[str, str]:
    """Name the cases or contributions of the project, and those of another package with them.

    Parameters
    ----------
    column : {"dialogue_id", "construct_id"}
        Cases or contributions.
    data : str or pathlib.Path, optional
        Folder of another data package. A key that it shares with the project is its own.

    Returns
    -------
    dict of str to str
        Name by key; those of the other package first.

    Examples
    --------
    >>> names("construct_id")["c-forum"]
    'Informal forum'
    """
    found: dict[str, str] = {}
    for place in [None] if data is None else [data, None]:
        table = table_of(TABLES[column], place)
        for key, name in zip(table[column], table["name"], strict=True):
            found.setdefault(key, name)
    return found


def told_apart(named: Mapping[str, str]) -> dict[str, str]:
    """Add its key to each name that another key has as well, or that a reader would take for it.

    Examples
    --------
    >>> told_apart({"d1": "Talks", "d2": "talks", "d3": "Rounds"})
    {'d1': 'Talks (d1)', 'd2': 'talks (d2)', 'd3': 'Rounds'}
    """
    often = Counter(folded(name) for name in named.values())
    return {
        key: f"{name} ({key})" if often[folded(name)] > 1 else name for key, name in named.items()
    }


def closest(value: str, known: Iterable[str]) -> str:
    """Give a sentence with the one that looks like this, or else the nearest, or nothing.

    Examples
    --------
    >>> closest("DENIED", CODES), closest("denyed", CODES), closest("yes", CODES)
    ("Did you mean 'denied'?", "Did you mean 'denied'?", '')
    """
    every = [*known]
    alike = [one for one in every if folded(one) == folded(value)]
    return f"Did you mean {alike[0]!r}?" if alike else nearest(value, every).strip()


def whose_contributions(data: str | Path | None = None) -> str:
    """Say whose contributions a package is coded for, where it has none of its own; else nothing.

    Examples
    --------
    >>> whose_contributions(None)
    ''
    """
    return "" if data is None or len(table_of("constructs", data)) else OF_PROJECT


def contributions(data: str | Path | None = None) -> pd.DataFrame:
    """Give the contributions that are asked about.

    Parameters
    ----------
    data : str or pathlib.Path, optional
        Folder of another data package: its constructs of the kind "contribution", or all if none
        is called so; where it has no constructs, the project's. By default those that the
        project's own readings have coded.

    Returns
    -------
    pandas.DataFrame
        ``name`` and ``statement``, by ``construct_id``.

    Examples
    --------
    >>> contributions().index.tolist()[:2]
    ['c-forum', 'c-reality-checks']
    """
    shown = ["name", "statement"]
    if data is not None and not whose_contributions(data):
        own = table_of("constructs", data).set_index("construct_id")
        called = own["kind"] == "contribution"
        return own.loc[called if called.any() else slice(None), shown]
    ours = load("constructs").set_index("construct_id")
    return ours.loc[load("codings")["construct_id"].unique(), shown]
