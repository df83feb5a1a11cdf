"""What a piece of time says of itself: grey words, where there is room for them in its row."""

from typing import Any

import altair as alt
import pandas as pd

from track2lib.charts.grammar.bands import Across
from track2lib.page.lines import LINE, isolated, letters, wrap
from track2lib.page.theme import MUTED

__all__ = ["BEFORE", "BEHIND", "SIZE", "aside_words", "with_room"]

# Size of the words, and pixels from them to the mark before which or behind which they stand, and
# to the edge of the plot. A triangle reaches further to the right.
SIZE, BEFORE, BEHIND, EDGE = 13, 10, 18, 4


def with_room(pieces: pd.DataFrame, across: Across) -> pd.DataFrame:
    """Break the words of pieces into lines, and say of those that stand behind their mark where.

    Words stand before their mark. Where they would lie on the name of the row, they stand behind
    it; where there is no room for them there either, in lines on the side that has more of it.
    """
    ends = pieces["end"].fillna(pieces["start"]).groupby(pieces["row"]).max()
    words, behind = list(pieces["words"]), list[str | None]()
    for n, piece in enumerate(pieces.itertuples(index=False)):
        if not isinstance(piece.words, str) or not piece.words:
            behind.append(None)
            continue
        room = _room(piece.start, ends[piece.row], across)
        needed = SIZE / 2 * letters(piece.words)
        at = next((side for side in room if room[side] >= needed), max(room, key=room.__getitem__))
        lines = [piece.words] if needed <= room[at] else wrap(piece.words, int(room[at]), SIZE)
        words[n] = "\n".join(isolated(lines, alone=True))
        behind.append(at or None)
    pieces = pieces.assign(words=words)
    return pieces.assign(behind=behind) if any(behind) else pieces


def _room(start: Any, end: Any, across: Across) -> dict[str, float]:
    """Give the pixels before a mark, and those behind the day with which its row ends."""
    if pd.isna(start):  # there is no mark, and the whole row
        return {"": across.width - EDGE}
    return {"": across.at(start) - BEFORE, end: across.width - across.at(end) - BEHIND}


def aside_words(
    base: alt.Chart,
    pieces: pd.DataFrame,
    x: alt.X,
    told: alt.DescriptionValue,
    *,
    started: str,
) -> list[alt.Chart]:
    """Write the words of pieces: before or behind them, or at the left edge of what has no start.

    There, where a row has no other mark, they are `told` aloud.
    """
    words = alt.Text("words:N")
    small: dict[str, Any] = {"color": MUTED, "fontSize": SIZE}
    if pieces["words"].astype(str).str.contains("\n").any():
        # Vega sets the first line at the middle of the row, however many there are.
        up = alt.ExprRef(f"-{LINE / 2} * (length(split(datum.words, '\\n')) - 1)")
        small |= {"lineBreak": "\n", "lineHeight": LINE, "dy": up}
    moved = "behind" in pieces
    first = f"{started}{' && !isValid(datum.behind)' * moved}"
    before = base.transform_filter(first).mark_text(align="right", dx=-BEFORE, **small)
    undated = base.transform_filter(f"!{started}")
    undated = undated.mark_text(align="left", dx=EDGE, fontStyle="italic", **small)
    layers = [
        before.encode(x=x, text=words),
        undated.encode(x=alt.XValue(0), text=words, description=told),
    ]
    if moved:
        behind = base.transform_filter("isValid(datum.behind)")
        behind = behind.mark_text(align="left", dx=BEHIND, **small)
        layers.append(behind.encode(x=alt.X("behind:T", title=None), text=words))
    return layers
