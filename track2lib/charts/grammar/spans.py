"""Pieces of time in rows, before the bands of the periods."""

import altair as alt
import pandas as pd

from track2lib.charts.grammar.aloud import aloud
from track2lib.charts.grammar.asides import aside_words, with_room
from track2lib.charts.grammar.bands import Across, bands
from track2lib.charts.grammar.periods import named_periods, shared_note
from track2lib.charts.grammar.words import tooltips
from track2lib.page.frame import finish, layered
from track2lib.page.lines import LINE, isolated, letters, lines_of
from track2lib.page.theme import INK, UNCERTAIN

__all__ = ["in_spans"]

# Pixels: of the page, of names and plot together, of the widest plot, of a letter of a name, and of
# a row, besides what further lines need.
PAGE, WITHIN, WIDEST, LETTER, ROW, TALL_ROW = 770, 780, 620, 6.6, 30, 6
# Pixels beyond which Vega would cut a name, by the theme.
LONGEST = 350
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
        The periods, as `periods_of` gives them; there may be none. All that began before the latest source
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
    # The names of the rows and of the later period take what they need of the page.
    names = int(LETTER * max(letters(line) for label in labels for line in label.split("\n")))
    width = min(WIDEST, WITHIN - names)
    across = Across(first, last, width, (-names, max(width, PAGE - names)))
    # A first period may have no beginning that is known.
    shown = eras[~(eras["dates_earliest"] >= pd.Timestamp(last))]
    pieces = with_room(pieces, across)
    # Of the marks of one row, the first speaks for it; another source speaks for itself.
    speaks = ~pieces["label"].duplicated() | pieces["kind"].eq("other")
    drawn = pieces[[*FIELDS, *({"behind"} & {*pieces})]]
    drawn = drawn.assign(speaks=speaks, era=named_periods(drawn["era"], eras))
    broken = any("\n" in label for label in labels)
    chart = layered(
        *bands(shown, across),
        *_marks(drawn, _rows_axis(labels, plain=not broken and names < LONGEST), first, last),
        width=width,
        height=alt.Step(_height([*labels, *pieces["words"].astype(str)])),
    )
    return finish(chart, width=PAGE, caption=f"{caption} {shared_note(shown)}".strip(), **frame)


def _height(texts: list[str]) -> int:
    """Give the pixels of a row in which the longest of these texts has room."""
    lines = 1 + max(text.count("\n") for text in texts)
    return ROW if lines == 1 else TALL_ROW + LINE * lines


def _frame(pieces: pd.DataFrame, eras: pd.DataFrame) -> tuple[str, str]:
    """Give the first and the last day of the chart: nothing is drawn outside."""
    # What is open is open as of the year in which its source was written.
    days = pieces[["start", "end"]].stack().dropna()
    years = [int(day[:4]) for day in days] + [*eras["dates_earliest"].dropna().dt.year]
    lasting = [*pieces["written"].dropna(), *(int(day[:4]) - (day[4:] == "-01-01") for day in days)]
    first = min(years or lasting, default=EMPTY)
    return f"{first - 1:04}-01-01", f"{int(max(lasting or years, default=EMPTY)) + 1:04}-07-01"


def _rows_axis(labels: list[str], *, plain: bool) -> alt.Y:
    """Give each label a row; lines of a label that is broken stand around the middle of its row."""
    lines = "split(datum.value, '\\n')"
    split = lines.replace("value", "label")
    names = {label: label.split("\n") for label in labels}
    marked = any(isolated(own, alone=True) != own for own in names.values())
    if marked:
        lines = split = lines_of(names)
    upwards = alt.ExprRef(f"-7.5 * (length({lines}) - 1)")
    axis = alt.Axis(labelExpr=split, labelLimit=0, labelLineHeight=15, labelOffset=upwards)
    # Altair copies a list with every layer, item by item; a tuple it leaves alone.
    order = tuple(labels)
    return alt.Y(
        "label:N", title=None, sort=order, axis=alt.Undefined if plain and not marked else axis
    )


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
    told = aloud(tooltips(tips), only="datum.speaks")
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
        bars.encode(x=x, x2=end, color=colour, stroke=edge, description=told),
        triangles.encode(x=x, color=colour, description=told),
    ]
    if narrow:
        days_only = base.transform_filter("datum.narrow && datum.kind != 'other'")
        ticks = days_only.mark_tick(height=12, thickness=4, orient="vertical")
        layers.append(ticks.encode(x=x, color=colour))
    if disputed:
        below = alt.ExprRef("11 + 5 * datum.words")  # the words of another date are its line
        others = base.transform_filter("datum.kind == 'other'")
        others = others.mark_bar(height=3, stroke=INK, yOffset=below)
        layers.append(others.encode(x=x, x2=end, color=alt.ColorValue(INK), description=told))
    return [*layers, *aside_words(base, pieces, x, told, started=started, stated=stated)]


def _years(first: str, last: str) -> alt.X:
    """Give the years along the page: each of them where there are few."""
    shown = int(last[:4]) - int(first[:4])
    step = 1 if shown < 20 else 10 if shown < 200 else 100
    ticks = alt.TimeIntervalStep(interval="year", step=step)
    axis = alt.Axis(format="%Y", tickCount=ticks, labelOverlap=True)
    return alt.X("start:T", title=None, scale=alt.Scale(domain=[first, last]), axis=axis)
