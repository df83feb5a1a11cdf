"""Rows of a table in named columns: a mark for each, and words beside it."""

from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType
from typing import Any

import altair as alt
import pandas as pd

from track2lib.charts.grammar.aloud import aloud
from track2lib.charts.grammar.heads import APART, across, heads
from track2lib.charts.grammar.keys import Key, keyed
from track2lib.charts.grammar.layout import LARGE, SMALL, placed, rows_axis, with_lines
from track2lib.charts.grammar.moving import moving_title
from track2lib.charts.grammar.words import tooltips
from track2lib.page.frame import finish, layered
from track2lib.page.lines import LINE, letters, wrap
from track2lib.page.theme import GRID, INK, MUTED, NEUTRAL, PAPER

__all__ = ["in_columns"]

# Pixels: of the page, and from a column's edge to its marks and to its words.
PAGE, MARK, WORDS = 800, 9, 22
# Pixels that a title has at least.
LEAST = 560
# Pixels of a letter in the name of a row, and of such a name at least.
LETTER, NAME = 6.6, 145
# How much wider bold letters are.
HEAVY = 1.08


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
    aside: int = 0,
    strong: Collection[str] = (),
    tally: bool = False,
    headed: Mapping[tuple[Any, Any], str] = MappingProxyType({}),
    ring: str = "false",
    key: Key | None = None,
    empty: Mapping[tuple[str, str], str] | None = None,
    choose: str = "",
    value: Any = None,
    titles: Mapping[str, str] | None = None,
    **frame: str,
) -> alt.VConcatChart:
    """Draw each row as a mark in its column, with its words, in the frame of every chart.

    Parameters
    ----------
    rows : pandas.DataFrame
        The marks, each with its citation in ``cited``; and ``colour`` if this differs.
    column, row : str
        Fields that say where a mark stands. A column has no head if it is a number; without `row`,
        each column is filled from its top.
    step, aside : int
        Pixels from column to column, fewer where the page is too narrow; and of a last column for
        the words, if they do not stand beside their mark.
    tooltip : dict of str to str
        Fields and what the tooltip calls them; who says so comes last. A mark is read aloud with
        these, its column and the words that stand beside it.
    order : iterable, optional
        The columns from left to right. By default as they first occur.
    name, note : str, optional
        Fields of the words beside a mark, which may be `bold`, and of the ones below these, which are
        grey where they do not stand alone.
    strong : collection of str, optional
        Names of rows that are bold, as those of which the title speaks.
    tally : bool, default False
        Whether a head says how many marks stand below it, wherever the control stands.
    headed : mapping of tuple to str, optional
        What a head says of a column for its name, by setting and column.
    ring : str, optional
        Vega expression: true where the source leaves something open, which is a broken ring.
    key : Key, optional
        What forms and colours mean, told above the columns.
    empty : mapping of tuple to str, optional
        What is said at the top of a column that has no mark, by setting and column.
    choose, value : str, object, optional
        Label of a control that shows the rows of one ``setting``, and the one that comes first.
    titles : mapping of str to str, optional
        The title wherever the control stands.
    **frame : str
        Title, subtitle, caption and description, for `finish`.

    Returns
    -------
    altair.VConcatChart
        The chart in its frame.
    """
    columns = tuple(order) or tuple(dict.fromkeys(rows[column]))
    # Words stand beside their mark, or in a last column; or there are marks alone.
    beside = bool(name or note) and not aside
    called = dict.fromkeys(rows[row]) if row else {}
    longest = max((letters(own) * (HEAVY if own in strong else 1) for own in called), default=0)
    margin, step = _room(longest, len(columns), step, aside)
    names = {own: wrap(own, margin, LARGE, bold=own in strong) for own in called}
    width = step * len(columns)
    rows = with_lines(rows, (name, note), (aside or step - WORDS) - MARK, bold=bold, lift=bool(row))
    rows, places = placed(rows, column, row, names)
    height = int(rows["edge"].max())
    scale = alt.Scale(domain=(0, height), reverse=True, nice=False)
    down = _down(places, names, strong, beside=beside)
    tips = tooltips({**tooltip, "cited": "Says who"})
    base = alt.Chart(rows).encode(
        x=across(
            column,
            heads(rows, column, columns, step, tally=tally, headed=headed),
            step,
            beside=beside,
        ),
        y=alt.Y("at:Q", title=None, scale=scale, axis=down if row else None),
        tooltip=tips,
    )
    besides = [field for field in (column, name, note) if _tells(rows, field, tooltip)]
    control = _control(rows["setting"], choose, value) if choose else None
    if control is not None:
        base = base.transform_filter(alt.datum.setting == control)
    marks = _mark(base, ring, MARK if beside else 0, key)
    edge = width if aside else 0
    lines: dict[str, Any] = {"lineBreak": "\n", "lineHeight": LINE}
    layers = [marks.encode(description=aloud(tips, besides=besides))]
    if rows["large"].any():
        weight = "bold" if bold else "normal"
        layers.append(_words(base, "large", edge, bold=bold, color=INK, fontWeight=weight, **lines))
    if rows["small"].any():
        grey = MUTED if name else INK
        layers.append(_words(base, "small", edge, color=grey, fontWeight="normal", **lines))
    if row and beside:
        # Marks alone are led to the name of their row; words are kept apart, and not struck
        # through.
        edges = alt.Chart(rows).transform_aggregate(groupby=["edge"], marks="count()")
        rules = edges.mark_rule(color=GRID, aria=False).encode(y=alt.Y("edge:Q", scale=scale))
        layers.insert(0, rules)
    if empty:
        layers.append(_nothing(empty, base, step, control))
    params = [control.param] if control is not None else alt.Undefined
    chart = layered(*layers, params=params, width=width, height=height)
    wide = max(margin + width + aside, LEAST)
    if titles:
        frame["moving"] = moving_title(titles, wide)
    return finish(chart, width=wide, **frame)


def _room(longest: float, columns: int, step: int, aside: int) -> tuple[int, int]:
    """Give pixels to the names of rows and to each column: some two lines of the name, at least."""
    margin = min(int(LETTER * longest), max(PAGE - aside - step * columns, NAME + MARK) - MARK)
    return margin, min(step, (PAGE - aside - margin - MARK) // columns)


def _down(
    places: dict[int, str], names: dict[str, list[str]], strong: Collection[str], *, beside: bool
) -> alt.Axis:
    """Write the names of the rows at their heights, each around its middle."""
    heavy = [at for at, name in places.items() if name in strong]
    bold = {"test": f"indexof({heavy}, datum.value) >= 0", "value": "bold"}
    return rows_axis(
        {at: names[name] for at, name in places.items()},
        values=list(places),
        tickCount=len(places),
        labelFontWeight={"condition": bold, "value": "normal"} if heavy else alt.Undefined,
        grid=not beside,
        labelOverlap=False,
        labelPadding=MARK,
    )


def _tells(rows: pd.DataFrame, field: str, tooltip: dict[str, str]) -> bool:
    """Tell whether a field has words that stand at the beginning of none of the tooltip."""
    if not field or not isinstance(rows[field].iloc[0], str):
        return False
    cells = [rows[own].fillna("").astype(str) for own in tooltip]
    return not any(all(map(str.startswith, own, rows[field].fillna(""))) for own in cells)


def _control(settings: pd.Series, label: str, value: Any) -> alt.Parameter:
    """Make a list of settings that are names, and a slider for those that are numbers."""
    choices = list(dict.fromkeys(settings))
    bind: Any = (
        # Not buttons, of which Vega names each and not what they choose.
        alt.binding_select(options=choices, name=label)
        if isinstance(choices[0], str)
        else alt.binding_range(min=min(choices), max=max(choices), step=1, name=label)
    )
    return alt.param(name="setting", value=value or choices[0], bind=bind)


def _mark(base: alt.Chart, ring: str, right: int, key: Key | None) -> alt.Chart:
    """Draw a full mark in the colour of its row, or as the key has it, or a broken ring."""
    colour = f"(datum.colour || '{INK}')"
    marks = base.mark_point(
        size=130,
        opacity=1,
        fill=alt.ExprRef(f"{ring} ? '{PAPER}' : {colour}"),
        stroke=NEUTRAL,
        strokeDash=[3, 2],
        strokeWidth=alt.ExprRef(f"{ring} ? 2 : 0"),
        xOffset=right,
    )
    return keyed(marks, key, PAGE) if key else marks


def _nothing(
    empty: Mapping[tuple[str, str], str], base: alt.Chart, step: int, control: Any
) -> alt.Chart:
    """Say at the top of each column without a mark that there is none."""
    said = [
        {"setting": setting, "column": column, "said": "\n".join(wrap(words, step - APART, SMALL))}
        for (setting, column), words in empty.items()
    ]
    chart = alt.Chart(pd.DataFrame(said))
    if control is not None:
        chart = chart.transform_filter(alt.datum.setting == control)
    words = chart.mark_text(align="left", dx=4, color=MUTED, fontStyle="italic", lineBreak="\n")
    return words.encode(x=base.encoding.x, y=alt.YValue(LINE - 2), text=alt.Text("said:N"))


def _words(base: alt.Chart, field: str, edge: int, *, bold: bool = False, **look: Any) -> alt.Chart:
    """Write words of each row beside its mark, or from the edge of the columns, if one is given."""
    written = base.mark_text(
        align="left",
        dx=MARK if edge else WORDS,
        dy=alt.ExprRef(f"datum.{field}_at"),
        fontSize=LARGE if bold else SMALL,
        **look,
    )
    place = {"x": alt.XValue(edge)} if edge else {}
    return written.encode(text=alt.Text(f"{field}:N"), **place)
