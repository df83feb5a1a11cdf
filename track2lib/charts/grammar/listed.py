"""A list in groups: a mark for each row, and its words in columns beside it."""

from collections.abc import Iterable
from typing import Any

import altair as alt
import pandas as pd

from track2lib.charts.grammar.aloud import aloud
from track2lib.charts.grammar.list_layout import CHARGE, MARK, TEXTS, WIDTH, spaces_of
from track2lib.charts.grammar.pixels import at_pixels
from track2lib.charts.grammar.words import tooltips
from track2lib.page.frame import Framed, finish, layered
from track2lib.page.theme import GRID, INK, MUTED, NEUTRAL

__all__ = ["in_list"]

# Pixels of each mark, as Vega counts them; what is not there is a broken ring.
MARKS = {"circle": 150, "diamond": 330}


def in_list(
    placed: pd.DataFrame,
    groups: pd.DataFrame,
    heads: Iterable[str],
    tooltip: dict[str, str],
    **frame: str,
) -> Framed:
    """Draw rows where they were laid, in the frame of every chart.

    Parameters
    ----------
    placed, groups : pandas.DataFrame
        What `laid_out` gives, each row with ``colour``, its citation in ``cited`` and a ``shape``, which
        is a circle, a diamond or a ring.
    heads : iterable of str
        What stands above the groups and above each column of words.
    tooltip : dict of str to str
        Fields and what the tooltip calls them; who says so comes last.
    **frame : str
        Title, subtitle, caption and description, for `finish`.

    Returns
    -------
    Framed
        The chart in its frame.
    """
    size = int(placed["size"].max())
    line, gap = spaces_of(size)
    tips = tooltips({**tooltip, "cited": "Says who"})
    base = alt.Chart(placed)
    marks = base.mark_point(
        size=alt.ExprRef(f"{CHARGE} ? {MARKS['diamond']} : {MARKS['circle']}"),
        opacity=1,
        shape=alt.ExprRef(f"{CHARGE} ? 'diamond' : 'circle'"),
        fill=alt.ExprRef("datum.shape == 'ring' ? 'transparent' : datum.colour"),
        stroke=NEUTRAL,
        strokeDash=[3, 2],
        strokeWidth=alt.ExprRef("datum.shape == 'ring' ? 2 : 0"),
        xOffset=MARK,
    ).encode(
        x=alt.XValue(0),
        y=at_pixels("y", "y")["y"],
        description=aloud(tips),
        tooltip=tips,
    )
    lines: dict[str, Any] = {"fontSize": size, "lineBreak": "\n", "lineHeight": line}
    texts = [
        base.mark_text(
            align="left",
            fontWeight=alt.ExprRef(f"{bold} ? 'bold' : 'normal'"),
            color=MUTED if field == "when" else INK,
            **lines,
        ).encode(
            **at_pixels(f"{field}_x", f"{field}_y"),
            text=alt.Text(f"{field}_lines:N"),
            tooltip=tips,
        )
        for field, (_, bold) in TEXTS.items()
    ]
    beside = groups.assign(y=groups["top"] + line / 2, x=0)
    names = alt.Chart(beside).mark_text(align="left", fontWeight="bold", color=INK, **lines)
    rules = alt.Chart(beside.assign(edge=groups["top"] - gap)).mark_rule(color=GRID)
    above = pd.DataFrame(
        {
            "head": [*heads],
            "x": [0, *(placed[f"{name}_x"].iloc[0] for name in ("head", "note", "said"))],
        }
    )
    titles = alt.Chart(above).mark_text(align="left", color=MUTED, fontSize=13)
    layers = [
        rules.encode(y=at_pixels("x", "edge")["y"], x=alt.XValue(0), x2=alt.X2Value(WIDTH)),
        titles.encode(x=at_pixels("x", "x")["x"], y=alt.YValue(6), text=alt.Text("head:N")),
        names.encode(**at_pixels("x", "y"), text=alt.Text("label:N")),
        marks,
        *texts,
    ]
    chart = layered(*layers, width=WIDTH, height=int(groups["foot"].max()))
    return finish(chart, width=WIDTH, **frame)
