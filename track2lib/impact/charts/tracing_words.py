"""What is said around a tracing: its question, its title wherever the sliders stand, and its key."""

import json
from pathlib import Path

import pandas as pd

from track2lib.charts.grammar.words import counted
from track2lib.impact.charts.tracing_rows import CHANCE, as_said, said
from track2lib.impact.rubric import table_of
from track2lib.page.lines import END, LEFT_TO_RIGHT, inserted, isolated, wrap

__all__ = ["headline", "headlines", "key_of", "kinds_of", "question_of"]

RIVAL = " for the rival"
# Each kind of clue as `clue_kinds.test_kind` tells it, whose line between strong and weak is meant.
KINDS = {
    "hoop": "strong against if missing",
    "smoking gun": "strong for if seen",
    "doubly decisive": "strong both ways",
    "straw in the wind": "weak",
}


def question_of(key: str, data: str | Path | None) -> str:
    """Give the question of a hypothesis of a package or of the project; nothing if none has the key.

    Examples
    --------
    >>> question_of("paper-read", None)
    'Was the joint paper of 2005 read where policy is made?'
    """
    for place in [None] if data is None else [data, None]:
        table = table_of("hypotheses", place)
        asked = table.loc[table["hypothesis_id"] == key, "question"].dropna()
        if len(asked):
            return str(asked.iloc[0])
    return ""


def key_of(rows: pd.DataFrame) -> str:
    """Say how the rows of a tracing are drawn."""
    clues = rows[rows["place"] > 0]
    said, rest = [], clues[~clues["counted"]]
    if (clues["step"] != 0).any():
        said.append("Right: likelier. Left: less so.")
    if len(rest) < len(clues):
        said.append("Ring: the end.")
    if rest["up"].notna().any():
        said.append("Broken line: what a clue not looked up could do.")
    return " ".join([*said, "Move the sliders."])


def kinds_of(rows: pd.DataFrame) -> str:
    """Say what the kinds of clue mean that are among the rows of a tracing."""
    tests = set(rows["test"])
    kinds = [
        f"{kind.capitalize()}: {means}."
        for kind, means in KINDS.items()
        if {kind, kind + RIVAL} & tests
    ]
    if any(test.endswith(RIVAL) for test in tests):
        kinds.append("(rival): the same for the rival.")
    return " ".join(kinds)


def headline(rows: pd.DataFrame, asked: str, start: float, end: float) -> str:
    """Give the title as the sliders stand at first: the question, and what the clues do."""
    told = _told(*_counts(rows), said(start), said(end))
    return f"{inserted(asked)} {told}".strip()


def headlines(rows: pd.DataFrame, own: str, asked: str, width: int) -> str:
    """Give the title as a Vega expression: what the clues do wherever sliders stand, below the question."""
    counts, total = _counts(rows), float(rows["step"].sum())
    now = CHANCE.format(prior=f"prior{own}", trust=f"trust{own}", steps=f"({total:.5f})")
    start, end = as_said(f"prior{own}"), as_said(f"({now})")
    same, other = (
        json.dumps(_told(*counts, first, "END"))
        .replace("START", f'" + {start} + "')
        .replace("END", f'" + {end} + "')
        for first in ("END", "START")
    )
    told = f"{start} == {end} ? {same} : {other}"
    if not asked:
        return told
    # As what it is, the first part of a text of several lines.
    lines = isolated([*wrap(asked, width, 18, bold=True), ""])[:-1]
    if inserted(asked) != asked:
        # Or its number would be drawn behind it, where the question runs from right to left.
        told = f"{json.dumps(LEFT_TO_RIGHT)} + ({told}) + {json.dumps(END)}"
    return f"[{', '.join([*map(json.dumps, lines), told])}]"


def _counts(rows: pd.DataFrame) -> tuple[int, int]:
    """Count the clues that were looked up, and those of them that move something."""
    # The start counts as well, so that its mark is full, and is no clue.
    return int(rows["counted"].sum()) - 1, int((rows["counted"] & (rows["step"] != 0)).sum())


def _told(looked: int, moving: int, start: str, end: str) -> str:
    """Say what the clues do to the probability, if they do anything."""
    if not looked:
        return f"No clue was looked up: the probability stays at {end}"
    clues = counted(looked, "clue", "clues")
    if start == end:
        return f"{clues} {'leaves' if looked == 1 else 'leave'} the probability at {end}"
    # A clue that is as likely either way was looked up, and moves nothing.
    of = f"{moving} of " * (moving < looked)
    return f"{of}{clues} {'moves' if moving == 1 else 'move'} the probability from {start} to {end}"
