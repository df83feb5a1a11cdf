"""Sources that a reader would take for one, though the rows of a package spell them in two ways."""

import re
from collections.abc import Collection, Iterator

from track2lib.records.look_alikes import folded
from track2lib.records.problem import Problem
from track2lib.records.provenance import sources_in_cells
from track2lib.records.snapshot import OWN, Records

__all__ = ["spelled_sources_rule"]

MARKS = re.compile(r"[\W_]+")
ASK = "Are they one source? If so, write it in one way; if not, leave both."


def spelled_sources_rule(records: Records, names: Collection[str]) -> Iterator[Problem]:
    """Ask about sources that differ only in their spelling, each spelling once.

    Parameters
    ----------
    records : Records
        The package.
    names : collection of str
        Tables that can be read.

    Yields
    ------
    Problem
        One for each spelling that looks like an earlier one. What looks like a source that is
        listed is asked about as such.
    """
    own = [name for name in names if name != "sources" and OWN in records.columns(name)]
    if not own:
        return
    keys = records.values("sources", "source_id") if records.lists_sources else {}
    first: dict[str, str] = {}
    met: set[str] = set()
    for name in own:
        seen: set[str] = set()
        read = sources_in_cells(records, name)
        for row, cell in zip(records.numbers(name), records.cells(name)[OWN], strict=True):
            if cell in seen:
                continue
            seen.add(cell)
            for work, *_ in read[cell]:
                if work in met:  # a work is cited on many pages, and looked at once
                    continue
                met.add(work)
                other = first.setdefault(_plain(work), work)
                if work in keys or other == work:
                    continue
                said = f"The sources {work!r} and {other!r} look alike, and count as two."
                yield Problem(records.file(name), row, OWN, said, ASK, "warning")


def _plain(work: str) -> str:
    """Give what two spellings of a source have in common: neither marks nor capitals count."""
    # What is all marks differs by these.
    return MARKS.sub(" ", folded(work.replace("&", " and "))).strip() or work
