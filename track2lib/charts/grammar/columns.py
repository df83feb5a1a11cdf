"""Rows of a table in named columns: a mark for each, and words beside it."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from track2lib.page.frame import LINE, finish, lines_of, names_axis, wrap
from track2lib.page.theme import GRID, INK, MUTED, NEUTRAL

__all__ = ["in_columns"]

# Pixels: of the page, between rows, and from a column's edge to its marks and words.
PAGE, GAP, MARK, WORDS = 770, 13, 10, 24
# Sizes of type, for what is bold and for what is not.
LARGE, SMALL = 13, 12


def in_columns(
    rows: pd.DataFrame,
    *,
    column: str,
    step: int,
    tooltip: dict[str, str],
    row: str = "",
    order: Iterable[Any] = (),
    name: str = "",
    bold: bool = True,
    note: str = "",
    original: str = "",
    aside: int = 0,
    ring: str = "false",
    choose: str = "",
    value: Any = None,
    **frame: str,
) -> Any:
    """Draw each row as a mark in its column, with its words, in the frame of every chart.

    Parameters
    ----------
    rows : pandas.DataFrame
        The marks, each with its citation in ``cited``; ``colour`` and ``shape`` if these differ.
    column, row : str
        Fields that say where a mark stands. A column has no head if it is a number; without `row`,
        each column is filled from its top.
    step, aside : int
        Pixels from column to column, fewer where the page is too narrow; and of a last column for
        the words, if they do not stand beside their mark.
    tooltip : dict of str to str
        Fields and what the tooltip calls them; who says so comes last.
    order : iterable, optional
        The columns from left to right. By default as they first occur.
    name, note : str, optional
        Fields of the words beside a mark, which may be `bold`, and of the grey ones below these.
    original : str, optional
        Field of a last text, which may be in a script that runs from right to left.
    ring : str, optional
        Vega expression: true where the source leaves something open, which is a broken ring.
    choose, value : str, object, optional
        Label of a control that shows the rows of one ``setting``, and the one that comes first.
    **frame : str
        Title, subtitle, caption and description, for `finish`.

    Returns
    -------
    altair.VConcatChart
        The chart in its frame.
    """
    import altair as alt

    columns = list(order) or list(dict.fromkeys(rows[column]))
    beside = bool(name or note) and not aside
    # The names of rows have what the columns leave of the page, or else some two lines.
    longest = int(6.6 * rows[row].str.len().max()) if row else 0
    margin = min(longest, max(PAGE - aside - step * len(columns), 160) - MARK)
    step = min(step, (PAGE - aside - margin - MARK) // len(columns))
    width = step * len(columns)
    fields = (name, note, original)
    rows = _with_lines(rows, fields, (aside or step - WORDS) - MARK, bold=bold, lift=bool(row))
    rows, names = _placed(rows, column, row, margin)
    height = int(rows["edge"].max())
    heads = {column: wrap(str(column), step - 4, LARGE, bold=True) for column in columns}
    scale = alt.Scale(domain=[0, height], reverse=True, nice=False)
    base = alt.Chart(rows).encode(
        x=alt.X(
            f"{column}:N",
            title=None,
            scale=alt.Scale(type="band", domain=columns, padding=0),
            axis=names_axis(
                heads,
                orient="top",
                grid=not beside,
                labelAlign="left" if beside else "center",
                labelAngle=0,
                labelFontWeight="bold",
                labelOffset=4 - step / 2 if beside else 0,
                # The first line is set above the marks, and further ones go down towards them.
                labelPadding=LINE * max(map(len, heads.values())) - 6,
            )
            if isinstance(columns[0], str)
            else None,
            bandPosition=0 if beside else 0.5,
        ),
        y=alt.Y(
            "at:Q",
            title=None,
            scale=scale,
            axis=names_axis(
                names,
                values=list(names),
                tickCount=len(names),
                domain=False,
                grid=not beside,
                labelOffset=alt.ExprRef(f"{LINE} * (1 - length({lines_of(names)})) / 2"),
                labelOverlap=False,
                labelPadding=MARK,
            )
            if row
            else None,
        ),
        tooltip=[
            alt.Tooltip(f"{field}:N", title=title)
            for field, title in {**tooltip, "cited": "Says who"}.items()
        ],
    )
    if choose:
        settings = list(dict.fromkeys(rows["setting"]))
        bind: Any = (
            alt.binding_radio(options=settings, name=choose)
            if isinstance(settings[0], str)
            else alt.binding_range(min=min(settings), max=max(settings), step=1, name=choose)
        )
        control = alt.param(name="setting", value=value or settings[0], bind=bind)
        base = base.transform_filter(alt.datum.setting == control)
    colour = f"(datum.colour || '{INK}')"
    mark = base.mark_point(
        size=130,
        opacity=1,
        shape=alt.ExprRef("datum.shape || 'circle'"),
        fill=alt.ExprRef(f"{ring} ? 'transparent' : {colour}"),
        stroke=NEUTRAL,
        strokeDash=[3, 2],
        strokeWidth=alt.ExprRef(f"{ring} ? 2 : 0"),
        xOffset=MARK if beside else 0,
    )
    texts = [
        base.mark_text(
            align="left",
            color=colour,
            dx=MARK if aside else WORDS,
            dy=alt.ExprRef(f"datum.{field}_at"),
            fontSize=LARGE if strong else SMALL,
            fontWeight="bold" if strong else "normal",
            lineBreak="\n",
            lineHeight=LINE,
        ).encode(text=f"{field}:N", **({"x": alt.value(width)} if aside else {}))
        for field, colour, strong in (("large", INK, bold), ("small", MUTED, False))
        if rows[field].any()
    ]
    if "original_at" in rows:
        # One mark for each line: in one of several lines the still loses the order of the letters.
        lines = rows.explode(["original", "original_at"]).dropna(subset="original")
        rows = rows.drop(columns=["original", "original_at"])
        base.data = rows
        for layer in (mark, *texts):
            layer.data = rows
        foreign = base.mark_text(
            align="left",
            color=MUTED,
            dx=MARK if aside else WORDS,
            dy=alt.ExprRef("datum.original_at"),
            fontSize=SMALL,
        ).encode(text="original:N")
        foreign.data = lines
        texts.append(foreign)
    # Marks alone are led to the name of their row; words are kept apart, and not struck through.
    edges = alt.Chart(rows).transform_aggregate(groupby=["edge"], marks="count()")
    rules = edges.mark_rule(color=GRID, aria=False).encode(y=alt.Y("edge:Q", scale=scale))
    chart = alt.layer(*([rules] if row and beside else []), mark, *texts)
    if choose:
        chart = chart.add_params(control)
    chart = chart.properties(width=width, height=height)
    return finish(chart, width=max(margin + width + aside, 560), **frame)


def _with_lines(
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
    counts = [max(sum(map(len, block)), 1) for block in blocks]
    tops = [-LINE * (count - 1) / 2 if lift else 0 for count in counts]
    lines = rows.assign(
        large=["\n".join(first) for first, _, _ in blocks],
        large_at=tops,
        small=["\n".join(second) for _, second, _ in blocks],
        small_at=[top + LINE * len(first) for top, (first, _, _) in zip(tops, blocks, strict=True)],
        height=[LINE * count + GAP for count in counts],
    )
    if any(third for _, _, third in blocks):
        lines["original"] = [third for _, _, third in blocks]
        lines["original_at"] = [
            [top + LINE * (len(first) + len(second) + n) for n in range(len(third))]
            for top, (first, second, third) in zip(tops, blocks, strict=True)
        ]
    return lines


def _placed(
    rows: pd.DataFrame, column: str, row: str, margin: int
) -> tuple[pd.DataFrame, dict[int, list[str]]]:
    """Give each mark its height on the page, and each height the name of its row."""
    if not row:
        edge = rows.groupby([column, "setting"])["height"].cumsum()
        return rows.assign(edge=edge, at=edge - rows["height"] + (LINE + GAP) // 2), {}
    names = {name: wrap(name, margin, LARGE) for name in dict.fromkeys(rows[row])}
    least = pd.Series({name: LINE * len(lines) + GAP for name, lines in names.items()})
    heights = rows.groupby(row, sort=False)["height"].max().clip(lower=least)
    edges = heights.cumsum()
    middles = edges - heights // 2
    rows = rows.assign(edge=rows[row].map(edges), at=rows[row].map(middles))
    return rows, {int(middles[name]): lines for name, lines in names.items()}
