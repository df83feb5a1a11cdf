"""Sources in a cell that may be meant as a key of the bibliography, and are none as they stand."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from difflib import get_close_matches

from track2lib.records.checks.keys import times
from track2lib.records.look_alikes import folded
from track2lib.records.named_sources import Reference, references
from track2lib.records.problem import Problem
from track2lib.records.provenance import labels
from track2lib.records.snapshot import OWN, Records

__all__ = ["source_slips_rule"]

# What stands in front of the place: up to a comma, a colon or a space.
FIRST = re.compile(r"[^\s,،:]+")
WORDS = re.compile(r"\w[\w:-]*\w")
# As keys are written that people think of: a name and a year without a space.
LIKE_A_KEY = re.compile(r"[^\W\d_][\w-]*\d{4}[a-z]?")
NEAR = 0.8  # so like must a key be to be named in place of another
FREE = "If another source is meant, leave it."


def source_slips_rule(records: Records, names: Collection[str]) -> Iterator[Problem]:
    """Ask about sources that stand beside the bibliography, though a key of it may be meant."""
    if not records.lists_sources:
        return
    years: dict[str, int | None] = dict.fromkeys(records.values("sources", "source_id"))
    # A source as it is cited; what two share could be meant for either.
    called = {folded(said): key for key, said in labels(records).items()}
    alike = {_plain(key): key for key in years}
    for name in names:
        if not years or not records.names_its_sources(name) or name == "sources":
            continue
        cells = records.cells(name)[OWN]
        count, told = Counter(cells), set()
        for row, cell in zip(records.numbers(name), cells, strict=True):
            if cell in told:
                continue
            told.add(cell)
            for one in references(cell, years):
                if fault := _fault(one, years, alike, called):
                    said, remedy = fault
                    said += times(count[cell])
                    yield Problem(records.file(name), row, OWN, said, remedy, "warning")


def _fault(
    one: Reference, keys: Collection[str], alike: dict[str, str], called: dict[str, str]
) -> tuple[str, str] | None:
    """Say which key may be meant by a source, and what to write then."""
    if one.work in keys:
        behind = FIRST.match(one.place)
        if behind and behind[0] in keys:
            said = f"{behind[0]!r} stands as the place in {one.work!r}, and is a key of its own."
            return said, f"Divide two sources by a semicolon: {one.work}; {one.place}."
        return None
    found = FIRST.match(one.work)
    first = found[0] if found else one.work
    meant = alike.get(_plain(first)) or alike.get(_plain(one.work).replace(" ", ""))
    meant = meant or called.get(folded(one.work))
    # Other programs put signs around a key, and people words before it: "[@key, p. 3]", "see key".
    meant = meant or next((word for word in WORDS.findall(one.work) if word in keys), None)
    if not meant and not LIKE_A_KEY.fullmatch(first):
        return None
    near = [meant] if meant else get_close_matches(first, list(keys), 1, NEAR)
    said = f"{one.work!r} is no key of the table sources"
    if not near:
        return f"{said}.", f"Add it there, or write AUTHOR YEAR, PLACE. {FREE}"
    said = f"{said}; {near[0]!r} is."
    return said, f"If that one is meant, write {near[0]}, and the place behind a comma. {FREE}"


def _plain(key: str) -> str:
    """Give what a key has in common with one that a spreadsheet has taken for a number."""
    return folded(key).lstrip("0")
