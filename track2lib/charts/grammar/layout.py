"""Rows of a chart broken into lines, and the height at which each row stands."""

import pandas as pd

from track2lib.page.frame import LINE, wrap

__all__ = ["LARGE", "SMALL", "placed", "with_lines"]

# Pixels between rows.
GAP = 13
# Sizes of type, for what is bold and for what is not.
LARGE, SMALL = 13, 12


def with_lines(
    rows: pd.DataFrame, fields: tuple[str, ...], width: int, *, bold: bool, lift: bool
) -> pd.DataFrame:
    """Break the words into lines; the mark stands at the first, or at the middle if they lift."""
    texts = [rows[field].fillna("") if field else [""] * len(rows) for field in fields]
    blocks = [
        (
            wrap(first, width, LARGE if bold else SMALL, bold=bold),
            wrap(second, width, SMALL),
            # Marks of direction keep punctuation at the end where the line ends, on the left.
            [f"\u200f{line}\u200f" for line in wrap(third, width, SMALL)],
        )
        for first, second, third in zip(*texts, strict=True)
    ]
    # A row without words still has its mark, which takes a line.
    counts = [max(sum(map(len, block)), 1) for block in blocks]
    tops = [-LINE * (count - 1) / 2 if lift else 0 for count in counts]
    lines = rows.assign(
        large=["\n".join(first) for first, _, _ in blocks],
        large_at=tops,
        small=["\n".join(second) for _, second, _ in blocks],
        small_at=[top + LINE * len(first) for top, (first, _, _) in zip(tops, blocks, strict=True)],
        height=[LINE * count + GAP for count in counts],
    )
    # Foreign lines are drawn one by one, so that each needs a height of its own.
    if any(third for _, _, third in blocks):
        lines["original"] = [third for _, _, third in blocks]
        lines["original_at"] = [
            [top + LINE * (len(first) + len(second) + n) for n in range(len(third))]
            for top, (first, second, third) in zip(tops, blocks, strict=True)
        ]
    return lines


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
