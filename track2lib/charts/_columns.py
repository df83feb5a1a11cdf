"""Rows of a table in named columns: a mark for each, and words beside it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import pandas as pd

from track2lib.charts._frame import finish, wrap
from track2lib.theme import INK, MUTED, NEUTRAL

__all__ = ["in_columns"]

# Pixels: of the page, of a line, and from the edge of a column to its marks and to its words.
PAGE, LINE, MARK, WORDS = 770, 15, 10, 24
# Sizes of type, for what is bold and for what is not.
LARGE, SMALL = 13, 12


def in_columns(
    rows: pd.DataFrame,
    *,
    column: str,
    row: str,
    step: int,
    tooltip: dict[str, str],
    order: Iterable[Any] = (),
    name: str = "",
    bold: bool = True,
    note: str = "",
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
        Fields that say where a mark stands. Text is written at the edge, a number is not.
    step : int
        Pixels from column to column; fewer where the page is too narrow.
    tooltip : dict of str to str
        Fields and what the tooltip calls them; who says so comes last.
    order : iterable, optional
        The columns from left to right. By default as they first occur.
    name, note : str, optional
        Fields of the words beside a mark, and of the small grey ones below these.
    bold : bool, default True
        Whether the words beside a mark are bold.
    aside : int, optional
        Width of a last column for the words, if they do not stand beside the mark.
    ring : str, optional
        Vega expression: true where the source leaves something open, which is a broken ring.
    choose : str, optional
        Label of a control that shows the rows of one ``setting``.
    value : object, optional
        The setting that is shown first. By default that of the first row.
    **frame : str
        Title, subtitle, caption and description, for `finish`.

    Returns
    -------
    altair.VConcatChart
        The chart in its frame.
    """
    import altair as alt

    columns, subjects = list(order) or _seen(rows[column]), _seen(rows[row])
    margin = max(len(subject) for subject in subjects) * 6.6 if isinstance(subjects[0], str) else 0
    step = min(step, int(PAGE - margin - aside) // len(columns))
    beside = bool(name or note) and not aside
    rows = _with_lines(rows, name, note, aside - MARK if aside else step - WORDS, bold=bold)
    # A row is as high as its longest words need, counted from the middle of the first line.
    height = LINE + 13 + 2 * int(-rows["large_at"].min())
    base = alt.Chart(rows).encode(
        x=alt.X(
            f"{column}:N",
            title=None,
            scale=alt.Scale(type="band", domain=columns, padding=0),
            axis=_heads(columns, step, left=beside),
            bandPosition=0 if beside else 0.5,
        ),
        y=alt.Y(
            f"{row}:N",
            title=None,
            scale=alt.Scale(type="band", domain=subjects, padding=0),
            axis=alt.Axis(
                labelLimit=320,
                labelPadding=8,
                grid=True,
                # Words in the cells are not struck through; marks alone are led to their name.
                tickBand="extent" if beside else "center",
            )
            if margin
            else None,
        ),
        tooltip=[
            alt.Tooltip(f"{field}:N", title=title)
            for field, title in {**tooltip, "cited": "Says who"}.items()
        ],
    )
    if choose:
        settings = _seen(rows["setting"])
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
        stroke=alt.ExprRef(f"{ring} ? '{NEUTRAL}' : {colour}"),
        strokeDash=alt.ExprRef(f"{ring} ? [3, 2] : [1, 0]"),
        strokeWidth=alt.ExprRef(f"{ring} ? 2 : 0"),
        xOffset=MARK if beside else 0,
    )
    texts = [
        base.mark_text(
            align="left",
            baseline="middle",
            color=colour,
            dx=MARK if aside else WORDS,
            dy=alt.ExprRef(f"datum.{field}_at"),
            fontSize=LARGE if strong else SMALL,
            fontWeight="bold" if strong else "normal",
            lineBreak="\n",
            lineHeight=LINE,
        ).encode(text=f"{field}:N", **({"x": alt.value(step * len(columns))} if aside else {}))
        for field, colour, strong in (("large", INK, bold), ("small", MUTED, False))
        if rows[field].any()
    ]
    chart = alt.layer(mark, *texts).properties(
        width=step * len(columns), height=height * len(subjects)
    )
    return finish(
        chart.add_params(control) if choose else chart,
        width=max(int(margin) + step * len(columns) + aside, 560),
        **frame,
    )


def _seen(values: pd.Series) -> list[Any]:
    """Give each value once, in the order of the rows."""
    return list(dict.fromkeys(values))


def _with_lines(
    rows: pd.DataFrame, name: str, note: str, width: int, *, bold: bool
) -> pd.DataFrame:
    """Break the words into lines, and lift them so that their mark stands at their middle."""
    texts = [rows[field].fillna("") if field else [""] * len(rows) for field in (name, note)]
    blocks = [
        (wrap(first, width, LARGE if bold else SMALL, bold=bold), wrap(second, width, SMALL))
        for first, second in zip(*texts, strict=True)
    ]
    tops = [-LINE * max(len(first) + len(second) - 1, 0) / 2 for first, second in blocks]
    return rows.assign(
        large=["\n".join(first) for first, _ in blocks],
        large_at=tops,
        small=["\n".join(second) for _, second in blocks],
        small_at=[top + LINE * len(first) for top, (first, _) in zip(tops, blocks, strict=True)],
    )


def _heads(columns: list[Any], step: int, *, left: bool) -> Any:
    """Write the names of the columns over their marks, each in as many lines as it needs."""
    import altair as alt

    if not isinstance(columns[0], str):
        return None
    heads = {column: wrap(column, step - 4, LARGE, bold=True) for column in columns}
    return alt.Axis(
        orient="top",
        grid=not left,
        labelAlign="left" if left else "center",
        labelAngle=0,
        labelExpr=f"{json.dumps(heads)}[datum.value]",
        labelFontWeight="bold",
        labelLimit=step,
        labelLineHeight=LINE,
        labelOffset=4 - step / 2 if left else 0,
        # The first line is set above the marks, and further ones go down towards them.
        labelPadding=LINE * max(len(lines) for lines in heads.values()) - 6,
    )
