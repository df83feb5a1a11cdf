"""Rows of a list in lines, and how high each stands: as large as there is room for all of them."""

from collections.abc import Callable, Sequence
from itertools import product
from typing import NamedTuple

import pandas as pd

from track2lib.charts.grammar.widths import fitted
from track2lib.page.lines import isolated

__all__ = ["CHARGE", "HEAD", "MARK", "TEXTS", "WIDTH", "laid_out", "spaces_of"]

# Pixels of the page, of the heads of its columns and of the list below them.
WIDTH, HEAD, TALL = 812, 24, 434
# Sizes of type, the largest of which is taken that has room for every row.
SIZES = (16, 15, 14, 13)
# Pixels more that the list may take in the smallest of them.
MORE = 20
# Pixels of what stands beside a group, from the left to the marks and to the first words, and between
# columns of words.
BESIDE, MARK, WORDS, GUTTER = 98, 118, 138, 14
# Pixels that the first and the second column of words may have; the third has what they leave.
FIRST, SECOND = (200, 230, 260), (120, 145, 168)
# What is written of a row: in which column of words, and Vega's expression for where it is bold.
CHARGE, ALWAYS, NEVER = "datum.shape == 'diamond'", "true", "false"
TEXTS = {"head": (0, ALWAYS), "note": (1, CHARGE), "when": (1, NEVER), "said": (2, NEVER)}


def laid_out(
    rows: pd.DataFrame, column: str, order: Sequence[str], label: Callable[[str, int], str]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Give each row its lines and its place, so that as many as can be stand on one screen.

    Parameters
    ----------
    rows : pandas.DataFrame
        The rows in their order, with ``head``, ``note``, ``when`` and ``said``, and whether they are
        to be there ``first``, where there is no room for all.
    column : str
        Field by which they stand in groups.
    order : sequence of str
        The groups from top to bottom.
    label : callable
        Gives what stands beside a group, of its name and the number of its rows that are drawn.

    Returns
    -------
    rows : pandas.DataFrame
        Those for which there is room, with ``y`` and with lines and a place for each text.
    groups : pandas.DataFrame
        What stands beside each group, where it begins, and how far down all goes.
    """
    rows = rows.sort_values(column, key=lambda names: names.map([*order].index), kind="stable")
    texts = [*rows[[*TEXTS]].fillna("").itertuples(index=False, name=None)]
    names, first = rows[column].tolist(), rows["first"].tolist()
    for size in SIZES:
        tries = [_tried(texts, names, first, label, size, way) for way in product(FIRST, SECOND)]
        # As many rows as can be, in the least height.
        best = max(tries, key=lambda tried: (len(tried.kept), -tried.foot))
        if len(best.kept) == len(rows) and best.foot <= _room(size):
            break
    return _placed(rows, column, best), _beside(names, best)


def spaces_of(size: int) -> tuple[int, int]:
    """Give the pixels from line to line of a size of type, and those between rows.

    Examples
    --------
    >>> spaces_of(15)
    (18, 7)
    """
    return size * 6 // 5, size // 2


def _room(size: int) -> int:
    """Give the pixels that the list may take; the smallest type has more, before a row is left out."""
    return TALL + MORE * (size == SIZES[-1])


class _Tried(NamedTuple):
    """Words in lines for one way to share the page, and which rows have room."""

    size: int
    wide: tuple[int, int]
    lines: list[list[list[str]]]
    heights: list[int]
    # What stands beside each group, by the number of its rows that are drawn.
    labels: dict[tuple[str, int], list[str]]
    kept: list[int]
    foot: int


def _tried(
    texts: list[tuple[str, ...]],
    names: list[str],
    first: list[bool],
    label: Callable[[str, int], str],
    size: int,
    way: tuple[int, int],
) -> _Tried:
    """Break all words into lines, and choose the rows: one of each group, then those to be there first."""
    line, gap = spaces_of(size)
    wide = (*way, WIDTH - WORDS - sum(way) - 2 * GUTTER)
    lines = [
        [
            fitted(text, wide[place], size, bold=bold != NEVER)
            for text, (place, bold) in zip(own, TEXTS.values(), strict=True)
        ]
        for own in texts
    ]
    heights = [
        line * max(len(head), len(note) + len(when), len(said), 1) + gap
        for head, note, when, said in lines
    ]
    labels = {
        (name, n): fitted(label(name, n), BESIDE, size, bold=True)
        for name in set(names)
        for n in range(1, names.count(name) + 1)
    }

    def foot(kept: list[int]) -> int:
        own = {name: [heights[n] for n in kept if names[n] == name] for name in names}
        least = {name: line * len(labels[name, len(x)]) + gap for name, x in own.items() if x}
        return sum(max(sum(own[name]), least[name]) + gap for name in least) - gap

    ranked = sorted(range(len(names)), key=lambda n: not first[n])
    turn = {n: sum(names[m] == names[n] for m in ranked[:at]) for at, n in enumerate(ranked)}
    kept = list[int]()
    for n in sorted(ranked, key=lambda n: (turn[n] > 0, not first[n], turn[n])):
        if not kept or foot([*kept, n]) <= _room(size):
            kept.append(n)
    return _Tried(size, way, lines, heights, labels, sorted(kept), foot(kept))


def _groups(names: list[str], tried: _Tried) -> dict[str, tuple[int, list[int]]]:
    """Give each group its top and the rows of it that are drawn."""
    found, top = dict[str, tuple[int, list[int]]](), HEAD
    line, gap = spaces_of(tried.size)
    for name in dict.fromkeys(names[n] for n in tried.kept):
        own = [n for n in tried.kept if names[n] == name]
        found[name] = (top, own)
        high = sum(tried.heights[n] for n in own)
        top += max(high, line * len(tried.labels[name, len(own)]) + gap) + gap
    return found


def _beside(names: list[str], tried: _Tried) -> pd.DataFrame:
    """Give what stands beside each group, its top, and where the whole list ends."""
    own = [
        (_one(tried.labels[name, len(rows)]), top)
        for name, (top, rows) in _groups(names, tried).items()
    ]
    return pd.DataFrame(own, columns=["label", "top"]).assign(foot=HEAD + tried.foot)


def _placed(rows: pd.DataFrame, column: str, tried: _Tried) -> pd.DataFrame:
    """Give each row that is drawn the lines of its texts and their places."""
    line, gap = spaces_of(tried.size)
    starts = (WORDS, WORDS + tried.wide[0] + GUTTER, WORDS + sum(tried.wide) + 2 * GUTTER)
    tops = {
        n: top + sum(tried.heights[m] for m in own[:at])
        for top, own in _groups(rows[column].tolist(), tried).values()
        for at, n in enumerate(own)
    }
    placed = rows.iloc[tried.kept].assign(size=tried.size)
    placed["y"] = [tops[n] + line / 2 for n in tried.kept]
    placed["bottom"] = [tops[n] + tried.heights[n] - gap for n in tried.kept]
    for at, (field, (place, _)) in enumerate(TEXTS.items()):
        own = [tried.lines[n] for n in tried.kept]
        placed[f"{field}_lines"] = [_one(texts[at]) for texts in own]
        # What stands second in its column is below the first.
        above = [len(texts[at - 1]) if field == "when" else 0 for texts in own]
        placed[f"{field}_x"] = starts[place]
        placed[f"{field}_y"] = placed["y"] + line * pd.Series(above, placed.index)
    return placed


def _one(lines: list[str]) -> str:
    """Join the lines of a text that stands beside nothing else."""
    return "\n".join(isolated(lines, alone=True))
