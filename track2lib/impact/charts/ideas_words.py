"""What is said around ideas on the way home: how many survive before whom, and how to read it."""

import pandas as pd

from track2lib.charts.grammar.words import counted, source_note
from track2lib.impact.charts.ideas_rows import Counts, survivors
from track2lib.page.lines import inserted

__all__ = ["caption", "described", "headline", "key_of"]

# Audiences that a title can name one by one.
FEW = 3
UNBROKEN = "\N{NO-BREAK SPACE}"
REPORT = ["room", "idea", "audience"]


def headline(found: pd.DataFrame, counts: Counts) -> str:
    """Say how many ideas survive before each audience, and on how many reports observers differ.

    Parameters
    ----------
    found : pandas.DataFrame
        What was heard, as `ideas_rows.heard` gives it.
    counts : dict
        What `ideas_rows.tally` makes of it.

    Returns
    -------
    str
        The title.

    Examples
    --------
    >>> row = {"room": "A", "idea": "Visas", "audience": "editor", "differ": False}
    >>> " ".join(headline(pd.DataFrame([row]), {"editor": (1, 1, 1)}).split())
    'What survives: editor 1 of 1 idea'
    """
    reports = found.drop_duplicates(REPORT)
    differ = int(reports["differ"].sum())
    but = f"; observers differ on {differ}" * bool(differ)
    if len(counts) > FEW:
        least, most, count = map(sum, zip(*counts.values(), strict=True))
        best = _foremost(counts)
        before = f', most often before "{inserted(best)}"' * bool(best)
        return f"Ideas survive in {survivors(least, most, count)} reports{before}{but}"
    # A line ends before or behind such a number, and not within it.
    each = [
        f"{inserted(name)} {survivors(*own).replace(' ', UNBROKEN)}" for name, own in counts.items()
    ]
    of = f" of {counted(len(reports), 'report', 'reports')}"
    ideas = " idea" if next(iter(counts.values()))[2] == 1 else " ideas"
    return f"What survives: {', '.join([each[0] + ideas, *each[1:]])}{but}{of * bool(differ)}"


def _foremost(counts: Counts) -> str:
    """Name the audience before which most ideas survive, whoever of the observers is right, if one does."""
    for name, (least, _, count) in counts.items():
        others = [own for other, own in counts.items() if other != name]
        if all(least / count > most / of for _, most, of in others):
            return name
    return ""


def key_of(found: pd.DataFrame, places: pd.DataFrame) -> str:
    """Say how the marks are to be read that are there.

    Parameters
    ----------
    found, places : pandas.DataFrame
        What was heard, and the rows of ideas.

    Returns
    -------
    str
        The subtitle.
    """
    said = ["Survives: heard carried or changed."]
    if found["differ"].any():
        said = [
            "Survives: heard carried or changed, by all observers (lower number) or by some (higher). "
            "Several marks: observers differ, with how many heard it so."
        ]
    if len(found.drop_duplicates(REPORT)) < len(places) * found["audience"].nunique():
        said.append("No mark: not coded.")
    return " ".join(said)


def caption(sheets: pd.DataFrame) -> str:
    """Name the source, and say what silence is not."""
    by = f"heets of {counted(sheets['observer'].nunique(), 'observer', 'observers')}."
    source = f"{source_note(sheets)} S{by}" if "cited" in sheets else f"Source: s{by}"
    return f"{source} What an observer did not hear may have been said all the same."


def described(found: pd.DataFrame, counts: Counts) -> str:
    """Say of each idea what was heard of it before each audience."""
    several = found["room"].nunique() > 1
    told = []
    for (room, idea), own in found.groupby(["room", "idea"], sort=False):
        parts = [
            f"{audience} {' and '.join(_each(cell))}"
            for audience, cell in own.groupby("audience", sort=False)
        ]
        told.append(f"{f'Room {room}, ' * several}{idea}: {', '.join(parts)}.")
    kept = [f"{survivors(*own)} survive before {name}" for name, own in counts.items()]
    return f"What became of each idea before each audience at home. {'; '.join(kept)}. {' '.join(told)}"


def _each(cell: pd.DataFrame) -> list[str]:
    differ = len(cell) > 1
    return [f"{row.fate}{f' ({row.said})' * differ}" for row in cell.itertuples()]
