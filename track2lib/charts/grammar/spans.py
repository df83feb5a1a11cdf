"""Pieces of time in rows, before the bands of the periods."""

from typing import Any

import altair as alt
import pandas as pd

from track2lib.charts.grammar.periods import shared_note
from track2lib.charts.grammar.pieces import iso
from track2lib.charts.grammar.words import era_colour, tooltips
from track2lib.page.frame import finish, isolated, layered, lines_of
from track2lib.page.theme import ERA_TINTS, GRID, INK, MUTED, UNCERTAIN

__all__ = ["in_spans"]

# Pixels: of the page, of names and plot together, of the widest plot, and of a row.
PAGE, WITHIN, WIDEST, ROW, TALL_ROW = 770, 780, 620, 30, 36
TINTS = (GRID, "#F4F5F6")
# The year of a chart in which nothing has a date, no source has one, and there are no periods.
EMPTY = 2000
# Days that are drawn as one mark: a day in sixty years is less than a pixel.
DAYS = 14
# A dataset holds what is drawn and no more.
FIELDS = ["label", "when", "era", "cited", "colour", "kind", "start", "end", "words"]


def in_spans(
    pieces: pd.DataFrame, eras: pd.DataFrame, *, caption: str, **frame: str
) -> alt.VConcatChart:
    """Draw pieces of time, those of one label in one row, in the frame of every chart.

    Parameters
    ----------
    pieces : pandas.DataFrame
        What `pieces_of` gives, with a ``label``, which may have several lines, and a ``colour``;
        the rows stand in the order of the table.
    eras : pandas.DataFrame
        The periods, in order of time; there may be none. All that began before the latest source
        was written are in the chart, so that years of which nothing is told can be seen.
    caption : str
        What is said below; a year that belongs to two of the periods is added to it.
    **frame : str
        Title, subtitle and description, for `finish`.

    Returns
    -------
    altair.VConcatChart
        The chart in its frame.
    """
    first, last = _frame(pieces, eras)
    labels = list(dict.fromkeys(pieces["label"]))
    broken = any("\n" in label for label in labels)
    # The names of the rows and of the later period take what they need of the page.
    longest = max(len(line) for label in labels for line in label.split("\n"))
    # A first period may have no beginning that is known.
    shown = eras[~(eras["dates_earliest"] >= pd.Timestamp(last))]
    chart = layered(
        *_bands(shown, first, last),
        *_marks(pieces[FIELDS], _rows_axis(labels, broken=broken), first, last),
        width=min(WIDEST, WITHIN - int(6.6 * longest)),
        height=alt.Step(TALL_ROW if broken else ROW),
    )
    return finish(chart, width=PAGE, caption=f"{caption} {shared_note(shown)}".strip(), **frame)


def _frame(pieces: pd.DataFrame, eras: pd.DataFrame) -> tuple[str, str]:
    """Give the first and the last day of the chart: nothing is drawn outside."""
    # What is open is open as of the year in which its source was written.
    days = pieces[["start", "end"]].stack().dropna()
    years = [int(day[:4]) for day in days] + [*eras["dates_earliest"].dropna().dt.year]
    lasting = [*pieces["written"].dropna(), *(int(day[:4]) - (day[4:] == "-01-01") for day in days)]
    first = min(years or lasting, default=EMPTY)
    return f"{first - 1:04}-01-01", f"{int(max(lasting or years, default=EMPTY)) + 1:04}-07-01"


def _rows_axis(labels: list[str], *, broken: bool) -> alt.Y:
    """Give each label a row; lines of a label that is broken stand around the middle of its row."""
    lines = "split(datum.value, '\\n')"
    split = lines.replace("value", "label")
    names = {label: label.split("\n") for label in labels}
    if any(isolated(own) != own for own in names.values()):
        lines = split = lines_of(names)
    upwards = alt.ExprRef(f"-7.5 * (length({lines}) - 1)")
    axis = alt.Axis(labelExpr=split, labelLimit=0, labelLineHeight=15, labelOffset=upwards)
    # Altair copies a list with every layer, item by item; a tuple it leaves alone.
    order = tuple(labels)
    return alt.Y("label:N", title=None, sort=order, axis=axis if broken else alt.Undefined)


def _marks(pieces: pd.DataFrame, y: alt.Y, first: str, last: str) -> list[alt.Chart]:
    """Draw bars, triangles where an end is open, and words where there is no date."""
    # By its form, or pandas does not know a year such as 0628 for one.
    begins, ends = (pd.to_datetime(pieces[side], format="ISO8601") for side in ("start", "end"))
    days = (ends - begins).dt.days
    narrow, disputed = bool((days <= DAYS).any()), bool(pieces["kind"].eq("other").any())
    if narrow:
        pieces = pieces.assign(narrow=days <= DAYS)
    # The first moment of 1970 is 0 for Vega, which it takes for nothing unless it is asked so.
    is_epoch = pieces[["start", "end"]].eq("1970-01-01").any(axis=None)
    started, ended = (f"isValid(datum.{d})" if is_epoch else f"datum.{d}" for d in ("start", "end"))
    tips = {"label": "What", "when": "When", "era": "Period", "cited": "Says who"}
    base = alt.Chart(pieces).encode(y=y, tooltip=tooltips(tips))
    x, end, colour = _years(first, last), alt.X2("end:T"), alt.Color("colour:N", scale=None)
    stated = " && datum.kind != 'other'" * disputed
    bars = base.transform_filter(ended + stated).mark_bar(
        height=12,
        fillOpacity=alt.ExprRef(f"datum.kind == 'certain' ? 1 : {UNCERTAIN}"),
        strokeWidth=1,
    )
    triangles = base.transform_filter(f"{started} && !{ended}").mark_point(
        shape=alt.ExprRef("datum.kind == 'goes on' ? 'triangle-right' : 'triangle-left'"),
        size=110,
        opacity=1,
        xOffset=alt.ExprRef("datum.kind == 'goes on' ? 7 : 0"),
    )
    # A pale fill alone would leave a short bar without an edge.
    edge = alt.Stroke("colour:N", scale=None)
    layers = [
        bars.encode(x=x, x2=end, color=colour, stroke=edge),
        triangles.encode(x=x, color=colour),
    ]
    if narrow:
        days_only = base.transform_filter("datum.narrow && datum.kind != 'other'")
        ticks = days_only.mark_tick(height=12, thickness=4, orient="vertical")
        layers.append(ticks.encode(x=x, color=colour))
    if disputed:
        below = alt.ExprRef("11 + 5 * datum.words")  # the words of another date are its line
        others = base.transform_filter("datum.kind == 'other'")
        others = others.mark_bar(height=3, stroke=INK, yOffset=below)
        layers.append(others.encode(x=x, x2=end, color=alt.ColorValue(INK)))
    return [*layers, *_words(base, x, started, stated)]


def _years(first: str, last: str) -> alt.X:
    """Give the years along the page: each of them where there are few."""
    shown = int(last[:4]) - int(first[:4])
    step = 1 if shown < 20 else 10 if shown < 200 else 100
    ticks = alt.TimeIntervalStep(interval="year", step=step)
    axis = alt.Axis(format="%Y", tickCount=ticks, labelOverlap=True)
    return alt.X("start:T", title=None, scale=alt.Scale(domain=[first, last]), axis=axis)


def _words(base: alt.Chart, x: alt.X, started: str, stated: str) -> list[alt.Chart]:
    """Write what a piece says of itself: before its start, or at the left edge if it has none."""
    words = alt.Text("words:N")
    small: dict[str, Any] = {"color": MUTED, "fontSize": 12}
    before = base.transform_filter(started + stated).mark_text(align="right", dx=-10, **small)
    undated = base.transform_filter(f"!{started}")
    undated = undated.mark_text(align="left", dx=4, fontStyle="italic", **small)
    edge = alt.XValue(0)
    return [before.encode(x=x, text=words), undated.encode(x=edge, text=words)]


def _bands(eras: pd.DataFrame, first: str, last: str) -> list[alt.Chart]:
    """Draw the periods behind the rows, each with its name; there may be none."""
    if eras.empty:
        return []
    spans = _spans(eras, first, last)
    # Half transparent, so that the year that belongs to both shows as both.
    bands = alt.Chart(alt.Data(values=spans)).mark_rect(opacity=0.6)
    bands = bands.encode(
        x=alt.X("start:T"),
        x2=alt.X2("end:T"),
        color=alt.Color("tint:N", scale=None),
        tooltip=alt.Tooltip("name:N"),
    )
    if len(spans) > 2:  # there is room for short names only, one above the other
        names = [
            _name(_with_middle(span), "short:N", dy=-6 - 14 * (n % 2), fontSize=12)
            for n, span in enumerate(spans)
        ]
    else:
        # The earlier name ends where the later period begins, so that narrow bands keep them
        # apart; a name alone stands as the later one.
        sides: list[dict[str, Any]] = [{"align": "right", "dx": -8}, {"align": "left", "dx": 8}]
        names = [
            _name({**span, "at": spans[-1]["start"]}, "name:N", dy=-6, fontSize=13, **side)
            for span, side in zip(spans, sides[2 - len(spans) :], strict=True)
        ]
    return [bands, *names]


def _spans(eras: pd.DataFrame, first: str, last: str) -> list[dict[str, str]]:
    """Cut the periods to what the chart shows; in the year of a change they overlap."""
    turns = [start + pd.offsets.YearEnd() for start in eras["dates_earliest"][1:]]
    ends = [
        iso(day, after=1) if pd.notna(day) else iso(turn) if pd.notna(turn) else last
        for day, turn in zip(eras["dates_latest"], [*turns, None], strict=True)
    ]
    spans = [
        {
            "name": era.name,
            "start": first if pd.isna(era.dates_earliest) else max(iso(era.dates_earliest), first),
            "end": min(end, last),
            # Periods that have no colour of their own are told apart by turns.
            "tint": ERA_TINTS.get(era.era_id, TINTS[n % 2]),
            "colour": era_colour(era.era_id),
        }
        for n, (era, end) in enumerate(zip(eras.itertuples(index=False), ends, strict=True))
    ]
    return [span for span in spans if span["start"] < span["end"]]


def _with_middle(span: dict[str, str]) -> dict[str, str]:
    """Add the middle of a span, and its name without what many such names have in common."""
    start, end = (pd.Timestamp(span[side]) for side in ("start", "end"))
    short = span["name"]
    if short.startswith("The ") and short.endswith(" years"):
        short = short.removeprefix("The ").removesuffix(" years")
    return {**span, "at": iso(start + (end - start) / 2), "short": short}


def _name(span: dict[str, str], field: str, **mark: Any) -> alt.Chart:
    """Write the name of a span above the rows."""
    text = alt.Chart(alt.Data(values=[span]))
    return text.mark_text(baseline="bottom", fontWeight="bold", **mark).encode(
        x=alt.X("at:T"),
        y=alt.YValue(0),
        text=alt.Text(field),
        color=alt.Color("colour:N", scale=None),
    )
