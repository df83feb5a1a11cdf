"""Rows of a chart broken into lines, and the height at which each row stands."""

from typing import Any

import altair as alt
import pandas as pd

from track2lib.page.lines import LINE, isolated, lines_of, names_axis, wrap

__all__ = ["LARGE", "SMALL", "placed", "rows_axis", "with_lines"]

# Pixels between rows.
GAP = 13
# Sizes of type, for what is bold and for what is not.
LARGE, SMALL = 13, 12


def with_lines(
    rows: pd.DataFrame, fields: tuple[str, ...], width: int, *, bold: bool, lift: bool
) -> pd.DataFrame:
    """Break the words into lines; the mark stands at the first, or at the middle if they lift."""
    sizes = (LARGE if bold else SMALL, SMALL, SMALL)
    texts = (rows[field].fillna("") if field else [""] * len(rows) for field in fields)
    large, small, foreign = (
        pd.Series([wrap(text, width, size, bold=size == LARGE) for text in own], rows.index)
        for own, size in zip(texts, sizes, strict=True)
    )
    above = large.str.len() + small.str.len()
    # A row without words still has its mark, which takes a line.
    count = (above + foreign.str.len()).clip(lower=1)
    top = -LINE * (count - 1) / 2 if lift else 0
    lines = rows.assign(
        large=large.map(_alone).str.join("\n"),
        large_at=top,
        small=small.map(_alone).str.join("\n"),
        small_at=top + LINE * large.str.len(),
        height=LINE * count + GAP,
    )
    # Foreign lines are drawn one by one, so that each needs a height of its own.
    if foreign.str.len().any():
        # Marks of direction keep punctuation at the end where the line ends, on the left.
        lines["original"] = [[f"\u200f{line}\u200f" for line in own] for own in foreign]
        lines["original_at"] = [
            [start + LINE * n for n in range(len(own))]
            for start, own in zip(top + LINE * above, foreign, strict=True)
        ]
    return lines


def _alone(lines: list[str]) -> list[str]:
    """Mark the lines of a text that stands beside nothing else."""
    return isolated(lines, alone=True)


def placed(
    rows: pd.DataFrame, column: str, row: str, margin: int
) -> tuple[pd.DataFrame, dict[int, list[str]]]:
    """Give each mark its height on the page, and each height the name of its row."""
    if not row:
        # What is hidden by the control takes no room, so that each setting fills its columns anew.
        edge = rows.groupby([column, "setting"])["height"].cumsum()
        return rows.assign(edge=edge, at=edge - rows["height"] + (LINE + GAP) // 2), {}
    names = {name: wrap(name, margin, LARGE) for name in dict.fromkeys(rows[row])}
    least = pd.Series({name: LINE * len(lines) + GAP for name, lines in names.items()})
    # Rows have one height in all settings, or they would jump when the control is moved.
    heights = rows.groupby(row, sort=False)["height"].max().clip(lower=least)
    edges = heights.cumsum()
    middles = edges - heights // 2
    rows = rows.assign(edge=rows[row].map(edges), at=rows[row].map(middles))
    return rows, {int(middles[name]): lines for name, lines in names.items()}


def rows_axis(names: dict[Any, list[str]], **settings: Any) -> alt.Axis:
    """Write the names of the rows, each in lines around the middle of its row."""
    # Vega sets the first line of a name at the middle, however many there are.
    middle = alt.ExprRef(f"{LINE} * (1 - length({lines_of(names)})) / 2")
    return names_axis(names, labelOffset=middle, domain=False, **settings)
