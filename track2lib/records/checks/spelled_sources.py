"""Sources that a reader would take for one, though the rows of a package spell them in two ways."""

import re
from collections.abc import Collection, Iterator

from track2lib.records.look_alikes import folded_each
from track2lib.records.problem import Problem
from track2lib.records.provenance import works_in_cells
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
    for name in own:
        named = works_in_cells(records, name)
        # A work is cited on many pages, and looked at once.
        works = dict.fromkeys("; ".join(dict.fromkeys(named.values())).split("; "))
        other = {work: first.setdefault(plain, work) for work, plain in _plain_each([*works])}
        twins = {work for work in works if other[work] != work and work not in keys}
        if not twins:
            continue
        for row, cell in zip(records.numbers(name), records.cells(name)[OWN], strict=True):
            for work in named[cell].split("; "):
                if work in twins:
                    said = f"The sources {work!r} and {other[work]!r} look alike, and count as two."
                    yield Problem(records.file(name), row, OWN, said, ASK, "warning")
                    twins.remove(work)


def _plain_each(works: list[str]) -> Iterator[tuple[str, str]]:
    """Give with each work what two spellings of it share: neither marks nor capitals count."""
    for work, text in zip(
        works, folded_each([w.replace("&", " and ") for w in works]), strict=True
    ):
        # What is all marks differs by these.
        yield work, MARKS.sub(" ", text).strip() or work
