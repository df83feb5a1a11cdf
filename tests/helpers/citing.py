"""Citations as prose writes them, in brackets, and where they lead."""

import re

from track2lib.records.provenance import labels, locators
from track2lib.records.snapshot import open_records

PACKAGE = open_records()
KNOWN = frozenset(locators(PACKAGE).values())
LABELS = tuple(sorted(labels(PACKAGE).values()))
# The founding documents are cited in this form wherever they are; other sources in brackets only.
FOUNDING = re.compile(
    r"((?:DiMaggio 2010|RAND 2007)(?:, [A-Z][^,()]*)?, (?:paras?\. \d+(?:(?:, \d+)* and \d+| to \d+)?|heading))"
)
# What stands between brackets, which may themselves hold a pair of brackets.
BRACKET = re.compile(r"(?<!\])\(((?:[^()]|\([^()]*\))+)\)")
# A name and a year, and nothing or a place after it: a citation of whatever source, or a date.
NAMED = re.compile(r"[A-Z][^,;]* (?:19[5-9]\d|20\d\d|n\.d\.)[a-z]?(?:, .+)?")
WHEN = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Spring|Summer|Autumn|Winter|Early|Late|About|From|In|Since|Until)\b"
)


def places(citation: str) -> list[str]:
    """Write out each paragraph of a citation: 'paras. 1 and 5' are two places, '1 to 5' are five."""
    if citation in KNOWN:
        return [citation]
    start, mark, numbers = citation.partition(" paras. ")
    if span := re.fullmatch(r"(\d+) to (\d+)", numbers):
        first, last = map(int, span.groups())
        return [f"{start} para. {number}" for number in range(first, last + 1)]
    return (
        [f"{start} para. {number}" for number in re.findall(r"\d+", numbers)]
        if mark
        else [citation]
    )


def in_brackets(text: str) -> list[str]:
    """Give what reads like a citation between brackets, each of several apart."""
    found = []
    for bracket in BRACKET.findall(text):
        parts = [bracket] if bracket in KNOWN else [part.strip() for part in bracket.split(";")]
        found += [
            part
            for part in parts
            if part.startswith(tuple(f"{label}," for label in LABELS))
            or part in LABELS
            or (NAMED.fullmatch(part) and not WHEN.match(part))
        ]
    return found


def citations(text: str) -> list[str]:
    """Give every citation in a text, of a founding document or of another source."""
    others = [part for part in in_brackets(text) if not FOUNDING.fullmatch(part)]
    return [*FOUNDING.findall(text), *others]
