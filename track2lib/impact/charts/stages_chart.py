"""What talk was about over time, as each observer heard it, and where observers differ."""

import json

import altair as alt
import pandas as pd

from track2lib.charts.grammar.aloud import aloud
from track2lib.charts.grammar.cells import check_words
from track2lib.charts.grammar.layout import rows_axis
from track2lib.charts.grammar.table import check_table
from track2lib.charts.grammar.words import tooltips
from track2lib.impact.charts.stages_rows import INSET, Lanes, Listed, bold, laid_out, listed, runs
from track2lib.impact.charts.stages_words import caption, described, headline, key_of
from track2lib.page.frame import Layered, finish, layered
from track2lib.page.lines import LINE, isolated, wrap
from track2lib.page.theme import COAST, INK, NEUTRAL, PAPER

__all__ = ["stages_chart"]

START = "impact.load_sheets()"
# Intervals that can be read side by side, and pixels for the rows below each other.
INTERVALS, HIGH = 40, 420
# Pixels: of the page, of names before the rows, of an interval at most, and of a row, if there are many.
PAGE, NAMES, WIDE, ROW, LOW, MANY = 800, 130, 46, 32, 25, 10
# What sheets may tell besides.
MORE = {"remark": "Remark", "cited": "Says who"}
BAND = 0.84  # of a row that its cells fill
NUMBER = 26  # pixels of an interval from which on each has its minute below


def stages_chart(sheets: pd.DataFrame, *, title: str | None = None) -> alt.VConcatChart:
    """Draw the stages of talk over time, a row for each observer, and where they differ.

    Parameters
    ----------
    sheets : pandas.DataFrame
        Observers' sheets of stages, as ``impact.load_sheets()`` gives them.
    title : str, optional
        What is to be seen. By default on how many intervals observers agree, and when in their
        sheets talk turns to what it is about for longest.

    Returns
    -------
    altair.VConcatChart
        A cell for each interval and observer; below the observers of a room, whether they agree.

    Raises
    ------
    TypeError
        If it is no table.
    ValueError
        If there are no rows, a stage that is not listed, an interval twice, or more rooms,
        observers or intervals than can be read.

    Examples
    --------
    >>> import track2lib as t2
    >>> chart = t2.impact.stages_chart(t2.impact.load_sheets())
    >>> "Observers agree on" in chart.description
    True
    """
    needed, attrs = ["observer", "room", "minute", "stage"], getattr(sheets, "attrs", {})
    more = [column for column in MORE if column in getattr(sheets, "columns", [])]
    sheets = check_table(
        sheets,
        [*needed, *more],
        START,
        title=title,
        numbers=["minute"],
        filled=["observer", "room"],
        once=needed[:3],
    )
    sheets = sheets[[*needed, *more, *sheets.columns.intersection(["sources"])]]
    sheets.attrs = attrs
    stages = listed(sheets)
    coded = sheets["stage"].dropna()
    check_words(coded, [*stages.places], START)
    if coded.empty:
        raise ValueError("No interval has a stage, so that there is nothing to draw.")
    lanes = laid_out(sheets)
    names = {row: wrap(name, NAMES, 13) for row, name in lanes.names.items()}
    high = max(ROW if len(names) <= MANY else LOW, LINE * max(map(len, names.values())) + 4)
    _check_size(lanes, HIGH // high)
    step = min(WIDE, (PAGE - NAMES) // len(lanes.minutes))
    return finish(
        _drawn(lanes, stages, names, step).properties(
            width=step * len(lanes.minutes), height=alt.Step(high)
        ),
        title=title or headline(lanes, stages),
        subtitle=key_of(lanes),
        caption=caption(lanes, sheets),
        description=described(lanes, stages),
        width=PAGE - 20,
    )


def _check_size(lanes: Lanes, rows: int) -> None:
    """Refuse more than can be read."""
    for count, most, what, so in (
        (len(lanes.minutes), INTERVALS, "intervals", "query('minute < 200')"),
        (len(lanes.names), rows, "rows of observers and rooms", "query('room == \"A\"')"),
    ):
        if count > most:
            raise ValueError(
                f"There are {count} {what}, and up to {most} can be read. Choose some of them, such as "
                f"with {so}."
            )


def _drawn(lanes: Lanes, stages: Listed, names: dict[int, list[str]], step: int) -> Layered:
    """Draw the cells, the words of each run on them, and below them where observers differ."""
    every = 1 if step >= NUMBER else 2 if step >= NUMBER / 2 else 4
    shown = lanes.minutes[::every]
    across = alt.X(
        "minute:O",
        scale=alt.Scale(type="band", domain=lanes.minutes, padding=0),
        axis=alt.Axis(values=shown, labelAngle=0, labelOverlap=False, grid=False),
        title="Minute at which the interval begins",
    )
    rows = alt.Scale(type="band", domain=[*names], paddingInner=1 - BAND, paddingOuter=0)
    down = alt.Y(
        "row:O",
        scale=rows,
        title=None,
        axis=rows_axis(names, grid=False, labelFontWeight=bold(lanes.rooms)),
    )
    cells = lanes.cells.assign(said=_said(lanes.cells, stages))
    if "remark" in cells:  # who points at a cell would read "null" of what is missing
        cells["remark"] = cells["remark"].fillna("none")
    tips = _tips(cells)
    base = alt.Chart(cells).encode(x=across, y=down)
    used = [key for key in stages.places if (cells["stage"] == key).any()]
    called = {key: f"{stages.places[key]} {stages.names[key]}" for key in used}
    key = alt.Legend(
        title=None,
        orient="top",
        direction="horizontal",
        symbolType="square",
        symbolSize=180,
        symbolStrokeWidth=0,
        columnPadding=16,
        labelExpr=f"{json.dumps({one: isolated([own], alone=True)[0] for one, own in called.items()})}[datum.value]",
        labelLimit=0,
        offset=10,
    )
    fill = alt.Fill(
        "stage:N",
        legend=key,
        scale=alt.Scale(domain=used, range=[stages.fills[one] for one in used]),
    )
    words = alt.Chart(runs(lanes, stages, step)).encode(
        x=alt.X("minute:O", bandPosition=0), y=down, text="said:N"
    )
    layers = [
        base.transform_filter("isValid(datum.stage)")
        .mark_rect(opacity=1)
        .encode(fill=fill, tooltip=tips, description=aloud(tips)),
        base.transform_filter("!isValid(datum.stage)")
        .mark_rect(fill=PAPER, stroke=COAST, strokeDash=[3, 3])
        .encode(tooltip=tips, description=aloud(tips)),
        # Where an interval ends, a notch within a run, and a line between two of them.
        base.transform_filter("isValid(datum.stage)")
        .mark_rule(color=PAPER, strokeWidth=1.5)
        .encode(
            x=alt.X("minute:O", bandPosition=1),
            y=alt.Y("row:O", scale=rows, bandPosition=0.82),
            y2=alt.Y2("row:O", bandPosition=1),
        ),
        words.mark_rule(color=PAPER, strokeWidth=2).encode(
            y=alt.Y("row:O", scale=rows, bandPosition=0),
            y2=alt.Y2("row:O", bandPosition=1),
            text=alt.Undefined,
        ),
        words.mark_text(
            align="left", dx=INSET, baseline="middle", fontWeight="bold", limit=0
        ).encode(color=alt.Color("color:N", scale=None)),
    ]
    if len(lanes.compared):
        layers += _compared(lanes, down)
    return layered(*layers)


def _compared(lanes: Lanes, down: alt.Y) -> list[alt.Chart]:
    """Draw a line where all who coded an interval agree, and a cross where they differ."""
    found = lanes.compared.assign(
        said=[
            "They differ" if differ else f"All {coded} agree"
            for coded, differ in zip(lanes.compared["coded"], lanes.compared["differ"], strict=True)
        ]
    )
    tips = tooltips({"room": "Room", "minute": "From minute", "said": "Observers"})
    base = alt.Chart(found).encode(y=down, tooltip=tips, description=aloud(tips))
    middle = alt.X("minute:O", bandPosition=0.5)
    return [
        base.transform_filter("!datum.differ")
        .mark_rule(color=NEUTRAL, strokeWidth=3)
        .encode(x=alt.X("minute:O", bandPosition=0.12), x2=alt.X2("minute:O", bandPosition=0.88)),
        base.transform_filter("datum.differ")
        .mark_point(shape="cross", angle=45, size=120, fill=INK, opacity=1)
        .encode(x=middle),
    ]


def _said(cells: pd.DataFrame, stages: Listed) -> pd.Series:
    return cells["stage"].map(stages.names).fillna("not coded")


def _tips(cells: pd.DataFrame) -> list[alt.Tooltip]:
    told = {"observer": "Observer", "room": "Room", "minute": "From minute", "said": "Stage"}
    return tooltips(told | {field: name for field, name in MORE.items() if field in cells})
