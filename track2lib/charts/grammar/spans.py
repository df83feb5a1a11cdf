"""Pieces of time in rows, before the bands of the periods."""

import json
from typing import Any

import altair as alt
import pandas as pd

from track2lib.charts.grammar.aloud import aloud
from track2lib.charts.grammar.asides import BEFORE, BEHIND, SIZE, aside_words, with_room
from track2lib.charts.grammar.bands import Across, bands
from track2lib.charts.grammar.periods import named_periods, shared_note
from track2lib.charts.grammar.time_axis import along, reach
from track2lib.charts.grammar.widths import pixels
from track2lib.charts.grammar.words import tooltips
from track2lib.page.frame import finish, layered
from track2lib.page.lines import LINE, in_lines, isolated, letters, lines_of
from track2lib.page.theme import INK, MUTED, UNCERTAIN

__all__ = ["in_spans"]

# Pixels: of the page, of names and plot together, of the widest plot, of a letter of a name, and of
# a row, besides what further lines need.
PAGE, WITHIN, WIDEST, LETTER, ROW, TALL_ROW = 770, 780, 620, 6.6, 30, 6
# Pixels beyond which Vega would cut a name, by the theme.
LONGEST = 350
# The year of a chart in which nothing has a date, no source has one, and there are no periods.
EMPTY = 2000
# Pixels that a mark has at least, and below which its date is written beside it.
LEAST, SHORT = 5, 28
# A dataset holds what is drawn and no more.
FIELDS = ["label", "when", "era", "cited", "colour", "kind", "start", "end", "words"]
# Letters of usual width in a line of names of sources.
LETTERS = 40


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
        The periods, as `periods_of` gives them; there may be none. They are shown as far as the rows
        reach, and do not stretch the page.
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
    pieces, names = _in_rows(pieces)
    # The names of the rows and of the later period take what they need of the page.
    margin = int(LETTER * max(letters(line) for lines in names.values() for line in lines))
    width = min(WIDEST, WITHIN - margin)
    across = Across(first, last, width, (-margin, max(width, PAGE - margin)))
    # A first period may have no beginning that is known, and a last one no end.
    begun = ~(eras["dates_earliest"] >= pd.Timestamp(last))
    shown = eras[begun & ~(eras["dates_latest"] < pd.Timestamp(first))]
    pieces = with_room(_with_dates(pieces, across), across)
    drawn = pieces[[*FIELDS, *({"behind", "row"} & {*pieces})]]
    if (drawn["row"] == drawn["label"]).all():
        drawn = drawn.drop(columns="row")
    # Of the marks of one row, the first speaks for it.
    drawn = drawn.assign(speaks=~pieces["row"].duplicated(), era=named_periods(drawn["era"], eras))
    texts = ["\n".join(lines) for lines in names.values()]
    plain = margin < LONGEST and "row" not in drawn and not any("\n" in text for text in texts)
    chart = layered(
        *bands(shown, across),
        *_marks(drawn, _rows_axis(names, drawn, plain=plain), across),
        width=width,
        height=alt.Step(_height([*texts, *pieces["words"].astype(str)])),
    )
    return finish(chart, width=PAGE, caption=f"{caption} {shared_note(shown)}".strip(), **frame)


def _in_rows(pieces: pd.DataFrame) -> tuple[pd.DataFrame, dict[str, list[str]]]:
    """Give each piece its row, what another source says one of its own, and each row its name in lines."""
    others = pieces["kind"].eq("other")
    number = others.groupby(pieces["label"]).cumsum()
    rows = pieces["label"].where(~others, pieces["label"] + " / " + number.astype(str))
    said = zip(rows, pieces["label"].where(~others, pieces["cited"]), others, strict=True)
    names = {row: in_lines(own, LETTERS) if other else own.split("\n") for row, own, other in said}
    return pieces.assign(row=rows), names


def _with_dates(pieces: pd.DataFrame, across: Across) -> pd.DataFrame:
    """Write its date beside what is too short for its length to be read, and beside an open end."""
    known = pieces[pieces["start"].notna()]
    rows = known["row"]
    first = known.groupby("row")["start"].min().map(across.at)
    last = known["end"].fillna(known["start"]).groupby(rows).max().map(across.at)
    needed = known["when"].map(lambda said: pixels(said, SIZE)).groupby(rows).first()
    # Words that would have to be broken are left to the mark itself, and to its tooltip.
    room = pd.concat([first - BEFORE, across.width - last - BEHIND], axis=1).max(axis=1)
    goes_on = known["kind"].eq("goes on").groupby(rows).any()
    told = first.index[((last - first < SHORT) | goes_on) & (needed <= room)]
    silent = ~pieces["words"].fillna("").ne("").groupby(pieces["row"]).transform("any")
    here = pieces["row"].isin(told) & silent & ~pieces["row"].duplicated()
    return pieces.assign(words=pieces["words"].mask(here, pieces["when"]))


def _height(texts: list[str]) -> int:
    """Give the pixels of a row in which the longest of these texts has room."""
    lines = 1 + max(text.count("\n") for text in texts)
    return ROW if lines == 1 else TALL_ROW + LINE * lines


def _frame(pieces: pd.DataFrame, eras: pd.DataFrame) -> tuple[str, str]:
    """Give the first and the last day of the chart: nothing is drawn outside."""
    days = pieces[["start", "end"]].stack().dropna()
    if len(days):
        return reach(days)
    # Where nothing has a date, the periods are shown, and the years in which sources were written.
    written = [int(year) for year in pieces["written"].dropna()]
    years = [*eras["dates_earliest"].dropna().dt.year] or written
    first, last = min(years, default=EMPTY), max([*years, *written], default=EMPTY)
    return f"{first - 1:04}-01-01", f"{last + 1:04}-07-01"


def _rows_axis(names: dict[str, list[str]], drawn: pd.DataFrame, *, plain: bool) -> alt.Y:
    """Give each name a row; its lines stand around the middle of the row, another source in gray."""
    field, order = "row:N" if "row" in drawn else "label:N", tuple(names)
    # Altair copies a list with every layer, item by item; a tuple it leaves alone.
    marked = any(isolated(own, alone=True) != own for own in names.values())
    if plain and not marked:
        return alt.Y(field, title=None, sort=order)
    if marked or "row" in drawn:
        lines = split = lines_of(names)
    else:
        lines = "split(datum.value, '\\n')"
        split = lines.replace("value", "label")
    settings: dict[str, Any] = {}
    if "row" in drawn:
        others = sorted({*drawn["row"][drawn["kind"] == "other"]})
        test = f"indexof({json.dumps(others)}, datum.value) >= 0"
        settings["labelColor"] = {"condition": {"test": test, "value": MUTED}, "value": INK}
    upwards = alt.ExprRef(f"-7.5 * (length({lines}) - 1)")
    axis = alt.Axis(
        labelExpr=split, labelLimit=0, labelLineHeight=15, labelOffset=upwards, **settings
    )
    return alt.Y(field, title=None, sort=order, axis=axis)


def _marks(pieces: pd.DataFrame, y: alt.Y, across: Across) -> list[alt.Chart]:
    """Draw bars, triangles where an end is open, and words where there is no date."""
    begins, ends = (
        pieces[side].map(across.at, na_action="ignore").astype(float) for side in ("start", "end")
    )
    others = pieces["kind"].eq("other")
    disputed, narrow = bool(others.any()), (ends - begins < LEAST) & ~others
    if narrow.any():
        pieces = pieces.assign(narrow=narrow)
    # The first moment of 1970 is 0 for Vega, which it takes for nothing unless it is asked so.
    is_epoch = pieces[["start", "end"]].eq("1970-01-01").any(axis=None)
    started, ended = (f"isValid(datum.{d})" if is_epoch else f"datum.{d}" for d in ("start", "end"))
    tips = {"label": "What", "when": "When", "era": "Period", "cited": "Says who"}
    base = alt.Chart(pieces).encode(y=y, tooltip=tooltips(tips))
    told = aloud(tooltips(tips), only="datum.speaks")
    x, end = along("start", across, grid=True), alt.X2("end:T")
    colour = alt.Color("colour:N", scale=None)
    bars = base.transform_filter(ended + " && datum.kind != 'other'" * disputed).mark_bar(
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
    if narrow.any():
        ticks = base.transform_filter("datum.narrow").mark_tick(
            height=12, thickness=LEAST, orient="vertical", opacity=1
        )
        layers.append(ticks.encode(x=x, color=colour))
    if disputed:
        thin = base.transform_filter("datum.kind == 'other'").mark_bar(height=4, stroke=INK)
        layers.append(thin.encode(x=x, x2=end, color=alt.ColorValue(INK), description=told))
    return [*layers, *aside_words(base, pieces, x, told, started=started)]
