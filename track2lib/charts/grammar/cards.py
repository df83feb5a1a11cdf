"""Accounts as cards in columns: a mark, a name in bold, and a few lines below it."""

from collections.abc import Sequence
from itertools import product

import altair as alt
import pandas as pd

from track2lib.charts.grammar.aloud import aloud
from track2lib.charts.grammar.pixels import at_pixels
from track2lib.charts.grammar.words import tooltips
from track2lib.page.frame import Framed, finish, layered
from track2lib.page.lines import isolated, wrap
from track2lib.page.theme import GRID, INK, MUTED

__all__ = ["in_cards", "laid_out"]

# Pixels of the page, of a column's heading and of all that it holds; columns side by side at most.
WIDTH, HEAD, TALL, COLUMNS = 800, 30, 440, 4
# Sizes of type, the largest of which is taken that has room for every card; pixels by which a line
# is higher than its type, and from card to card.
SIZES, HIGHER, GAP = (15, 14, 13), 3, 12
# Pixels from a column's edge to its marks and to its words, and from the words to the next column.
MARK, WORDS, GUTTER = 8, 22, 16
# The words of a card, from its top: field, and whether it is bold.
TEXTS = {"head": True, "note": False, "said": False}


def laid_out(rows: pd.DataFrame, column: str, order: Sequence[str]) -> pd.DataFrame:
    """Give each card its lines and its place, so that as many as can be stand on one screen.

    Parameters
    ----------
    rows : pandas.DataFrame
        The cards in their order, with ``head``, ``note`` and ``said``, and whether they are to be there
        ``first``, where there is no room for all.
    column : str
        Field by which they stand in columns; one that has many cards may have two or more beside
        each other.
    order : sequence of str
        The columns from left to right.

    Returns
    -------
    pandas.DataFrame
        The rows for which there is room, with ``x``, ``y`` and a height for each text.
    """
    groups = [rows[rows[column] == name] for name in order]
    # As few columns as show as many cards, which are then as wide as can be.
    ways = product(range(1, COLUMNS + 1), repeat=len(order))
    widths = [way for way in sorted(ways, key=sum) if sum(way) <= max(COLUMNS, len(order))]
    tries = [_laid(groups, way, size) for way in widths for size in SIZES]
    whole = next((placed for placed in tries if len(placed) == len(rows)), None)
    return max(tries, key=len) if whole is None else whole


def _laid(groups: list[pd.DataFrame], widths: tuple[int, ...], size: int) -> pd.DataFrame:
    """Set all columns side by side, each on as many strips of the page."""
    wide, left, parts = WIDTH / sum(widths), 0.0, []
    for group, count in zip(groups, widths, strict=True):
        parts.append(_column(group, left, wide, count, size))
        left += wide * count
    return pd.concat(parts).assign(size=size)


def _column(rows: pd.DataFrame, left: float, wide: float, count: int, size: int) -> pd.DataFrame:
    """Break the cards of a column into lines, and set them from its top, on as many strips."""
    room, line = int(wide - WORDS - GUTTER), size + HIGHER
    cards = [
        [wrap(text, room, size, bold=bold) for text, bold in zip(own, TEXTS.values(), strict=True)]
        for own in rows[[*TEXTS]].fillna("").itertuples(index=False)
    ]
    heights = [line * sum(map(len, card)) + GAP for card in cards]
    kept = _kept(heights, rows["first"].tolist(), count)
    rows, cards = rows.iloc[kept], [cards[n] for n in kept]
    heights = [heights[n] for n in kept]
    # No higher than it has to be, so that strips side by side end at about the same height.
    limits = range(max(heights), TALL + 1, line)
    limit = next((h for h in limits if _strips(heights, h)[-1] < count), TALL)
    strips = _strips(heights, limit)
    made = rows.assign(x=[round(left + wide * strip, 1) for strip in strips])
    tops = [
        HEAD + line / 2 + sum(heights[m] for m in range(n) if strips[m] == strip)
        for n, strip in enumerate(strips)
    ]
    made["y"] = tops
    for n, field in enumerate(TEXTS):
        made[f"{field}_lines"] = ["\n".join(isolated(card[n], alone=True)) for card in cards]
        made[f"{field}_y"] = tops
        tops = [top + line * len(card[n]) for top, card in zip(tops, cards, strict=True)]
    # Where its last line ends.
    return made.assign(bottom=[top - line / 2 for top in tops])


def _kept(heights: list[int], first: list[bool], count: int) -> list[int]:
    """Say which cards have room on so many strips: those that are to be there first, then in order."""
    kept: list[int] = []
    for card in sorted(range(len(heights)), key=lambda n: (not first[n], n)):
        tried = sorted([*kept, card])
        if not kept or _strips([heights[n] for n in tried], TALL)[-1] < count:
            kept = tried
    return kept


def _strips(heights: list[int], limit: int) -> list[int]:
    """Say on which strip each card stands if none is higher than a limit."""
    strips, strip, filled = [], 0, 0
    for height in heights:
        if filled and filled + height > limit:
            strip, filled = strip + 1, 0
        filled += height
        strips.append(strip)
    return strips


def in_cards(
    placed: pd.DataFrame,
    column: str,
    heads: dict[str, str],
    tooltip: dict[str, str],
    **frame: str,
) -> Framed:
    """Draw cards where they were laid, below the headings of their columns, in the frame of every chart.

    Parameters
    ----------
    placed : pandas.DataFrame
        What `laid_out` gives, each with ``colour``, ``shape`` and its citation in ``cited``.
    column : str
        Field of the columns.
    heads : dict of str to str
        What stands above each column, from left to right.
    tooltip : dict of str to str
        Fields and what the tooltip calls them; who says so comes last.
    **frame : str
        Title, subtitle, caption and description, for `finish`.

    Returns
    -------
    Framed
        The chart in its frame.
    """
    height, size = int(placed["bottom"].max()), int(placed["size"].max())
    tips = tooltips({**tooltip, "cited": "Says who"})
    base = alt.Chart(placed)
    marks = base.mark_point(
        size=140,
        opacity=1,
        shape=alt.ExprRef("datum.shape"),
        fill=alt.ExprRef("datum.colour"),
        strokeWidth=0,
        xOffset=MARK,
    ).encode(**at_pixels("x", "y"), description=aloud(tips, besides=[column]), tooltip=tips)
    texts = [
        base.mark_text(
            align="left",
            dx=WORDS,
            fontSize=size,
            fontWeight="bold" if bold else "normal",
            color=MUTED if field == "note" else INK,
            lineBreak="\n",
            lineHeight=size + HIGHER,
        ).encode(**at_pixels("x", f"{field}_y"), text=alt.Text(f"{field}_lines:N"), tooltip=tips)
        for field, bold in TEXTS.items()
    ]
    left = placed.groupby(column)["x"].min()
    above = pd.DataFrame(
        [
            (left[name], left[name] + WORDS, "\n".join(isolated([text], alone=True)))
            for name, text in heads.items()
        ],
        columns=["edge", "x", "head_of"],
    )
    titles = alt.Chart(above).mark_text(align="left", fontSize=15, fontWeight="bold", color=INK)
    rules = alt.Chart(above[above["edge"] > 0]).mark_rule(color=GRID, aria=False)
    layers = [
        rules.encode(x=at_pixels("edge", "x")["x"], y=alt.YValue(0), y2=alt.Y2Value(height)),
        titles.encode(x=at_pixels("x", "x")["x"], y=alt.YValue(8), text=alt.Text("head_of:N")),
        marks,
        *texts,
    ]
    return finish(layered(*layers, width=WIDTH, height=height), width=WIDTH, **frame)
