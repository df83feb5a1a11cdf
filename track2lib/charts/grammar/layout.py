"""Rows of a chart broken into lines, and the height at which each row stands."""

from collections.abc import Mapping
from typing import Any

import altair as alt
import pandas as pd

from track2lib.charts.grammar.widths import fitted
from track2lib.page.lines import LINE, isolated, lines_of, names_axis, wrap

__all__ = ["LARGE", "SMALL", "placed", "rows_axis", "with_lines"]

# Pixels between what stands in a column from its top, between rows across the columns, and between
# rows that are marks alone.
GAP, BETWEEN, TIGHT = 11, 9, 4
# Pixels by which rows stand further apart, at most, where another setting has more of them.
FURTHER = 24
# Sizes of type, for what is bold and for what is not.
LARGE, SMALL = 13, 13


def with_lines(
    rows: pd.DataFrame, fields: tuple[str, str], width: int, *, bold: bool, lift: bool
) -> pd.DataFrame:
    """Break the words into lines; the mark stands at the first, or at the middle if they lift."""
    texts = (rows[field].fillna("") if field else [""] * len(rows) for field in fields)
    large, small = (
        pd.Series([_broken(text, width, size, bold=heavy) for text in own], rows.index)
        for own, size, heavy in zip(texts, (LARGE, SMALL), (bold, False), strict=True)
    )
    # A row without words still has its mark, which takes a line.
    count = (large.str.len() + small.str.len()).clip(lower=1)
    top = -LINE * (count - 1) / 2 if lift else 0
    return rows.assign(
        large=large.map(_alone).str.join("\n"),
        large_at=top,
        small=small.map(_alone).str.join("\n"),
        small_at=top + LINE * large.str.len(),
        height=LINE * count + ((BETWEEN if lift else GAP) if any(fields) else TIGHT),
    )


def _broken(text: str, width: int, size: int, *, bold: bool) -> list[str]:
    """Break a text into lines; bold letters are measured, of which an average is often too narrow."""
    return fitted(text, width, size, bold=True) if bold else wrap(text, width, size)


def _alone(lines: list[str]) -> list[str]:
    """Mark the lines of a text that stands beside nothing else."""
    return isolated(lines, alone=True)


def placed(
    rows: pd.DataFrame, column: str, row: str, names: Mapping[str, list[str]]
) -> tuple[pd.DataFrame, dict[int, str]]:
    """Give each mark its height on the page, and each height the name of its row."""
    if not row:
        return _stacked(rows, column), {}
    # What shares a cell stands one below the other.
    cell = [row, column, *(["setting"] if "setting" in rows else [])]
    whole = rows.groupby(cell)["height"].transform("sum")
    above = rows.groupby(cell)["height"].cumsum() - rows["height"]
    gap = int(min(rows["height"].min() - LINE, BETWEEN))
    least = pd.Series({name: LINE * len(lines) + gap for name, lines in names.items()})
    # Rows have one height in all settings, or they would jump when the control is moved.
    heights = whole.groupby(rows[row], sort=False).max().clip(lower=least)
    edges = heights.cumsum()
    middles = edges - heights // 2
    at = rows[row].map(middles) - whole // 2 + above + rows["height"] // 2
    return rows.assign(edge=rows[row].map(edges), at=at), {
        int(middles[name]): name for name in names
    }


def _stacked(rows: pd.DataFrame, column: str) -> pd.DataFrame:
    """Set each column from its top; each setting fills it anew, and all of them the same height."""
    # What is hidden by the control takes no room.
    edge = rows.groupby([column, "setting"])["height"].cumsum()
    heights = rows.groupby([column, "setting"])["height"].transform("sum")
    place = rows.groupby([column, "setting"]).cumcount()
    # Of a setting with less in it, rows stand further apart, or a blank band would be left below.
    tallest = heights.groupby(rows["setting"]).transform("max")
    count = place.where(heights == tallest).groupby(rows["setting"]).transform("max")
    more = ((heights.max() - tallest) / count.clip(lower=1)).clip(upper=FURTHER) * place
    edge = (edge + more).astype(int)
    return rows.assign(edge=edge, at=edge - rows["height"] + (LINE + GAP) // 2)


def rows_axis(names: dict[Any, list[str]], **settings: Any) -> alt.Axis:
    """Write the names of the rows, each in lines around the middle of its row."""
    # Vega sets the first line of a name at the middle, however many there are.
    middle = alt.ExprRef(f"{LINE} * (1 - length({lines_of(names)})) / 2")
    return names_axis(names, labelOffset=middle, domain=False, **settings)
