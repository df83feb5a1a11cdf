"""What is said around claims and what has been reported since: which way it speaks, and how to read it."""

import pandas as pd

from track2lib.charts.grammar.words import counted, is_our_own, join, source_note

__all__ = [
    "AGAINST",
    "FIRM",
    "FOR",
    "NOTHING",
    "SPEAKS",
    "SURE",
    "UNCLEAR",
    "caption",
    "described",
    "headline",
    "key_of",
]

FOR, AGAINST, UNCLEAR = SPEAKS = ["for", "against", "unclear"]
FIRM, *_ = SURE = ["firm", "reported", "weak"]
NOTHING = "nothing found"


def headline(tally: pd.DataFrame) -> str:
    """Say how many claims have reports for and against, one way alone, neither way, or none at all."""
    given, against = tally[FOR] > 0, tally[AGAINST] > 0
    kinds = {
        "for and against": given & against,
        "only for": given & ~against,
        "only against": against & ~given,
        "neither for nor against": ~given & ~against & (tally[UNCLEAR] > 0),
    }
    counts = {kind: count for kind, own in kinds.items() if (count := int(own.sum()))}
    (first, count), *others = counts.items()
    told = [f"{count} {'has' if count == 1 else 'have'} later reports {first}"]
    told += [f"{more} {kind}" for kind, more in others]
    none = int((tally.sum(axis=1) == 0).sum())
    rest = f"; on {none} nothing is found" if none else ""
    return f"Of {counted(len(tally), 'claim', 'claims')}, {', '.join(told)}{rest}"


def key_of(rows: pd.DataFrame) -> str:
    """Say how the marks are to be read that are there."""
    places = {FOR: "Above: speaks for.", UNCLEAR: "Middle: unclear.", AGAINST: "Below: against."}
    said = " ".join(words for side, words in places.items() if (rows["side"] == side).any())
    more = []
    if (rows["sure"] != FIRM).any():
        more.append("Filled: the report is firm; hollow: it is less sure.")
    if (rows["first"] != rows["last"]).any():
        more.append("Line: it lasts, or lies, over years.")
    return "\n".join([said, " ".join(more)] if more else [said])


def caption(since: pd.DataFrame, other: int) -> str:
    """Name the sources, say whose reading it is, and what an empty place is not."""
    whose = "our own reading" if is_our_own(since) else "a judgment"
    count = counted(other, "report is", "reports are")
    left = f" {count} on other claims, and not drawn." * bool(other)
    return (
        f"{source_note(since)} Which report bears on which claim, and how, is {whose}.{left} Where no mark stands, none "
        "was found, which is not to say that nothing happened. More marks mean that more was written down, or looked for."
    )


def described(rows: pd.DataFrame, names: dict[str, str], tally: pd.DataFrame) -> str:
    """List the reports claim by claim."""
    parts = []
    for key, name in names.items():
        own = rows[rows["lane"] == key]
        said = own["title"] + " (" + own["when"] + ")"
        told = [
            f"{side}: {join(said[own['side'] == side])}" for side in SPEAKS if tally.at[key, side]
        ]
        parts.append(f"{name}: {'; '.join(told) or NOTHING}.")
    return f"Claims beside what has been reported since. {' '.join(parts)}"
