"""Rows that a control sorts into columns: names at the left, a mark in one column, words at the right."""

from collections.abc import Mapping, Sequence
from itertools import product
from typing import Any, NamedTuple

import altair as alt
import pandas as pd

from track2lib.charts.grammar.aloud import aloud
from track2lib.charts.grammar.list_layout import spaces_of
from track2lib.charts.grammar.moving import moving_title
from track2lib.charts.grammar.pixels import at_pixels
from track2lib.charts.grammar.widths import fitted, pixels
from track2lib.charts.grammar.words import tooltips
from track2lib.page.frame import Framed, finish, layered
from track2lib.page.lines import isolated
from track2lib.page.theme import GRID, INK, NEUTRAL, STRIPE

__all__ = ["in_bins"]

# Pixels of the page, of the names at its left, of a column, and from there to the words; and below
# the heads, as high as rows may be before their words are left to the tooltip.
WIDTH, NAMES, BIN, GUTTER, TALL = 812, 184, 72, 16, 410
# Sizes of type, the largest of which is taken that has room.
SIZES = (15, 14, 13)
# Pixels of a mark, as Vega counts them, and of a row that has one; and the same without words.
MARK, LEAST, SMALL, CLOSE = 300, 25, 110, 2
# Sizes of type of a head and of the count in it; pixels from line to line, of the count, and around.
HEAD, COUNT, LINE, HIGH, AROUND = 14, 18, 17, 24, 5


def in_bins(
    rows: pd.DataFrame,
    *,
    row: str,
    column: str,
    order: Sequence[str],
    note: str,
    ring: str,
    choose: str,
    tooltip: dict[str, str],
    titles: Mapping[str, str] | None,
    **frame: str,
) -> Framed:
    """Draw for each row a mark in its column, with a list to choose one ``setting``.

    Parameters
    ----------
    rows : pandas.DataFrame
        The marks of all settings, each with its citation in ``cited``.
    row, column, note : str
        Fields: the name of a row, where its mark stands, and the words at the right. Where rows are too
        many for these, they are told by the tooltip alone.
    order : sequence of str
        The columns from left to right; each says how many marks it has.
    ring : str
        The column in which a mark is a broken ring.
    choose : str
        Label of the list of settings, of which the first comes first.
    tooltip : dict of str to str
        Fields and what the tooltip calls them; who says so comes last.
    titles : mapping of str to str, optional
        The title of each setting.
    **frame : str
        Title, subtitle, caption and description, for `finish`.

    Returns
    -------
    Framed
        The chart in its frame.
    """
    settings = [*dict.fromkeys(rows["setting"])]
    bind: Any = alt.binding_select(options=settings, name=choose)
    control = alt.param(name="setting", value=settings[0], bind=bind)
    chosen = alt.datum.setting == control
    laid = _laid(rows, row, note, BIN * len(order))
    middles = {name: laid.wide + BIN * n + BIN // 2 for n, name in enumerate(order)}
    heads, top = _heads(rows, column, middles, settings)
    down = {name: laid.marks[name] + top for name in ("y", "note_y")}
    placed = laid.marks.assign(x=rows[column].map(middles), ring=rows[column] == ring, **down)
    names = laid.names.assign(y=laid.names["y"] + top, edge=laid.names["edge"] + top, zero=0)
    line, _ = spaces_of(laid.size)
    words: dict[str, Any] = {"align": "left", "fontSize": laid.size, "lineHeight": line}
    words |= {"color": INK, "lineBreak": "\n"}
    tips = tooltips({**tooltip, "cited": "Says who"})
    base = alt.Chart(placed).encode(tooltip=tips).transform_filter(chosen)
    marks = _marks(base, laid.mark).encode(description=aloud(tips))
    notes = base.mark_text(**words).encode(
        x=alt.XValue(laid.wide + BIN * len(order) + GUTTER),
        y=at_pixels("x", "note_y")["y"],
        text=alt.Text("note_lines:N"),
    )
    called = alt.Chart(names).mark_text(fontWeight="bold", **words)
    called = called.encode(**at_pixels("zero", "y"), text=alt.Text("lines:N"))
    above = alt.Chart(heads).transform_filter(chosen)
    above = above.mark_text(
        color=INK, fontSize=alt.ExprRef(f"datum.count ? {COUNT} : {HEAD}"), fontWeight="bold"
    ).encode(**at_pixels("x", "y"), text=alt.Text("said:N"))
    end = laid.wide + BIN * len(order) if laid.mark == SMALL else WIDTH
    ground = _ground([*middles.values()], names["edge"].tolist(), top, end)
    layers = [*ground, above, called, marks, notes]
    chart = layered(*layers, params=[control.param], width=WIDTH, height=int(names["edge"].max()))
    moving = moving_title(titles, WIDTH) if titles else ""
    if laid.mark == SMALL:
        frame["caption"] += " Reasons stand in the tooltips."
    return finish(chart, width=WIDTH, moving=moving, **frame)


def _marks(base: alt.Chart, size: int) -> alt.Chart:
    """Draw a full mark for each row, or a broken ring."""
    marks = base.mark_point(
        size=size,
        opacity=1,
        shape="circle",
        fill=alt.ExprRef(f"datum.ring ? 'transparent' : '{INK}'"),
        stroke=NEUTRAL,
        strokeDash=[3, 2] if size == SMALL else [4, 3],
        strokeWidth=alt.ExprRef(f"datum.ring ? {2 if size == SMALL else 4} : 0"),
    )
    return marks.encode(**at_pixels("x", "y"))


def _ground(middles: list[int], edges: list[float], top: int, end: int) -> list[alt.Chart]:
    """Draw a pale band for each column, and a line below each row but the last."""
    half = BIN / 2 - 3
    bands = pd.DataFrame({"x": middles})
    bands = alt.Chart(bands.assign(left=bands["x"] - half, right=bands["x"] + half))
    rules = alt.Chart(pd.DataFrame({"edge": edges[:-1]})).mark_rule(color=GRID)
    return [
        bands.mark_rect(color=STRIPE).encode(
            x=at_pixels("left", "x")["x"],
            x2=alt.X2("right:Q"),
            y=alt.YValue(top - AROUND),
            y2=alt.Y2Value(edges[-1]),
        ),
        rules.encode(y=at_pixels("x", "edge")["y"], x=alt.XValue(0), x2=alt.X2Value(end)),
    ]


def _heads(
    rows: pd.DataFrame, column: str, middles: dict[str, int], settings: list[str]
) -> tuple[pd.DataFrame, int]:
    """Write above each column what it is called and how many marks it has, down to one height."""
    called = {name: fitted(name, BIN, HEAD, bold=True) for name in middles}
    most = max(map(len, called.values()))
    count = rows.groupby(["setting", column]).size()
    names = [
        {"setting": setting, "x": middles[name], "y": LINE * (most - len(own) + n) + LINE // 2}
        | {"said": said, "count": False}
        for setting in settings
        for name, own in called.items()
        for n, said in enumerate(own)
    ]
    counts = [
        {"setting": setting, "x": x, "y": LINE * most + HIGH // 2}
        | {"said": str(count.get((setting, name), 0)), "count": True}
        for setting in settings
        for name, x in middles.items()
    ]
    return pd.DataFrame(names + counts), LINE * most + HIGH + 2 * AROUND


class _Laid(NamedTuple):
    """Marks with their words, the names of the rows, how wide these may be, and the type of both."""

    marks: pd.DataFrame
    names: pd.DataFrame
    wide: int
    size: int
    # Pixels of a mark, as Vega counts them.
    mark: int


def _laid(rows: pd.DataFrame, row: str, note: str, bins: int) -> _Laid:
    """Give each mark its height and its words, and each row its name."""
    room = WIDTH - NAMES - bins - GUTTER
    for with_words, size in (*product((True,), SIZES), (False, SIZES[-1])):
        line, gap = spaces_of(size)
        # Words are left out where no size has room for them, and names have that room.
        said = [fitted(text, room, size) if with_words else [] for text in rows[note]]
        wide = NAMES if with_words else WIDTH - bins
        called = {name: fitted(name, wide - GUTTER, size, bold=True) for name in rows[row]}
        # Rows have one height in all settings, or they would jump when another is chosen.
        most = pd.Series(map(len, said), rows.index).groupby(rows[row], sort=False).max()
        lines = pd.Series({name: max(most[name], len(own)) for name, own in called.items()})
        heights = (line * lines + gap).clip(lower=LEAST) if with_words else line * lines + CLOSE
        if heights.sum() <= TALL:
            break
    if not with_words:
        longest = (pixels(line, size, bold=True) for own in called.values() for line in own)
        wide = min(wide, max(longest) + GUTTER)
    middles = heights.cumsum() - heights / 2
    names = pd.DataFrame({"lines": map(_one, called.values()), "edge": heights.cumsum()})
    # Text in lines stands by its first one.
    names["y"] = middles - line * (pd.Series(map(len, called.values()), names.index) - 1) / 2
    marks = rows.assign(y=rows[row].map(middles), note_lines=[*map(_one, said)])
    marks["note_y"] = marks["y"] - line * (pd.Series(map(len, said), rows.index) - 1) / 2
    return _Laid(marks, names, wide, size, MARK if with_words else SMALL)


def _one(lines: list[str]) -> str:
    """Join the lines of a text that stands beside nothing else."""
    return "\n".join(isolated(lines, alone=True))
