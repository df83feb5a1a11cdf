"""Names that a reader would take for one, though they stand under several keys."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator

from track2lib.records.checks.spreadsheets import changed
from track2lib.records.look_alikes import folded, look_alikes
from track2lib.records.problem import Problem
from track2lib.records.snapshot import Records

__all__ = ["ASK", "LABELS", "UNASKED", "VOCABULARIES", "names_rule"]

# The columns that name a row on charts. Of documents, many have one author or one title.
LABELS = ("name", "short_name", "title")
UNASKED = ("sources",)
# Of these there is one of each name; two dialogues, meetings or events may share theirs.
VOCABULARIES = ("organizations", "places", "topics", "people")
ASK = "Are they one thing? If so, use one key; if not, leave both."


def names_rule(records: Records, names: Collection[str]) -> Iterator[Problem]:
    """Ask about rows with keys of their own whose names look alike."""
    for name in names:
        if name in UNASKED:
            continue
        told: set[tuple[int | str, str]] = set()
        for column in LABELS:
            for problem in _alike(records, name, column) if column in records.columns(name) else ():
                # A short name is often the name once more, and is not asked about again.
                if (problem.row, problem.problem) not in told:
                    told.add((problem.row, problem.problem))
                    yield problem


def _alike(records: Records, name: str, column: str) -> Iterator[Problem]:
    """Find the rows whose name looks like that of an earlier row."""
    cells, values = records.cells(name)[column], records.values(name, column)
    # The same words twice are asked about only where they name one thing.
    one_of_each = name in VOCABULARIES and column == "name"
    wanted = {cell for group in look_alikes(values) for cell in group}
    if one_of_each and len(values) < len(cells):
        wanted |= {cell for cell, count in Counter(cells).items() if count > 1}
    # An empty cell is no name, and the error of a formula is asked about as such.
    wanted -= {"", *changed(records, name, column)}
    if not wanted:
        return
    # Two towns of one name in two countries are known to be two; an empty country tells nothing.
    apart = records.cells(name).get("country", [""] * len(cells))
    seen: dict[str, list[tuple[int, str, str, str]]] = defaultdict(list)
    told = set()
    rows = zip(records.numbers(name), records.keys(name), cells, map(folded, apart), strict=True)
    for row, key, cell, country in rows:
        if cell in wanted:
            earlier = seen[folded(cell)]
            same = (one for one in earlier if not (country and one[3]) or one[3] == country)
            other_row, other_key, other, _ = next(same, (row, key, cell, country))
            earlier.append((row, key, cell, country))
            # One key twice is a fault of its own, and so are two keys that look alike.
            asked = folded(other_key) != folded(key) and (one_of_each or other != cell)
            if asked and (one_of_each or cell not in told):
                said = (
                    f"{cell!r} ({key!r}) and {other!r} ({other_key!r}, row {other_row}) look alike."
                )
                yield Problem(records.file(name), row, column, said, ASK, "warning")
                told.add(cell)
