"""When was it, as far as the source says? A timeline that shows what is not known."""

from __future__ import annotations

from typing import Any

import pandas as pd

from track2lib import dates
from track2lib.charts._frame import finish
from track2lib.charts._table import (
    era_colour,
    join,
    look_up,
    require,
    said_dates,
    source_note,
    year_of_writing,
)
from track2lib.theme import ERA_TINTS, MUTED, UNCERTAIN

__all__ = ["timeline"]


def timeline(table: pd.DataFrame, *, title: str | None = None) -> Any:
    """Draw when things happened, with their uncertain ends and the two presidencies.

    A full bar is time that the source vouches for. A pale bar is time in which a beginning, an end
    or the whole thing may lie. A triangle points to where the source leaves an end open. Rows
    without a date stay in the chart and say so.

    Parameters
    ----------
    table : pandas.DataFrame
        Rows of ``load("dialogues")`` or ``load("events")``, in the order in which they are to stand
        if they have no date; dated rows are put in order of time.
    title : str, optional
        What is to be seen. By default a sentence that counts the rows with and without a date.

    Returns
    -------
    altair.VConcatChart
        The chart: a row for each row of the table, whether dated or not.

    Raises
    ------
    ValueError
        If the table has no rows or lacks a column.

    Examples
    --------
    >>> import track2lib as t2
    >>> chart = t2.timeline(t2.load("dialogues").query("grain == 'one'"))
    >>> "no date" in chart.description
    True
    """
    import altair as alt

    column, label = ("dates", "name") if "dates" in table.columns else ("date", "title")
    needed = [label, column, f"{column}_earliest", f"{column}_latest", "date_words", "era", "cited"]
    require(table, needed, 'load("dialogues") or load("events")')
    as_of = year_of_writing(table)
    rows = _in_order(table, column, label)
    undated = rows.loc[rows["text"].isna(), "label"].tolist()
    found = zip(rows["text"], rows["date_words"], strict=True)
    rows["piece"] = [_pieces(text, words, as_of) for text, words in found]
    pieces = rows[["label", "when", "era", "cited", "colour", "piece"]].explode("piece")
    pieces[["kind", "start", "end", "words"]] = pieces.pop("piece").tolist()
    eras = look_up(table, "eras")
    # Both presidencies are in the chart, so that years of which nothing is told can be seen.
    starts = [eras["dates_earliest"].min().year, *(int(d[:4]) for d in pieces["start"].dropna())]
    first = f"{min(starts) - 1}-01-01"
    last = f"{as_of + 1}-07-01"
    layers = [*_bands(eras, first, last, alt), *_marks(pieces, first, last, alt)]
    # The names of the rows and of the later presidency take what they need of the page.
    width = min(620, 780 - int(6.6 * rows["label"].str.len().max()))
    return finish(
        alt.layer(*layers).properties(width=width, height=alt.Step(30)),
        title=title or _headline(rows["text"], "dialogues" if label == "name" else "events"),
        subtitle="Full: vouched for by the source. Pale: a beginning, an end or the whole may lie in it. Triangle: open.",
        caption=f"{source_note(rows)} An open end is open as of {as_of}. 2005 belongs to both presidencies.",
        description=_describe(rows, undated, as_of),
        width=770,
    )


def _in_order(table: pd.DataFrame, column: str, label: str) -> pd.DataFrame:
    """Sort by the first day that is known; undated rows come last, in their own order."""
    return table.assign(
        label=table[label],
        when=said_dates(table[column], table["date_words"]).fillna("no date given"),
        text=table[column],
        colour=table["era"].map(era_colour),
        known=table[f"{column}_earliest"].fillna(table[f"{column}_latest"]),
    ).sort_values("known", kind="stable", na_position="last")


def _pieces(text: Any, words: Any, as_of: int) -> list[tuple[Any, ...]]:
    """Cut a date into what is certain, possible and open: kind, start, end and words of each."""
    if pd.isna(text):
        return [("none", None, None, "no date given" if pd.isna(words) else f"no date: {words}")]
    begin, slash, end = text.partition("/")
    if not slash:
        earliest, latest, _ = dates.bounds(text)
        if earliest is None or latest is None:
            kind = "not after" if earliest is None else "goes on"
            said = dates.in_words(text) if pd.isna(words) else words
            return [(kind, _day(latest or earliest), None, said)]
        return [("possible", *_whole(text), "")]
    stop = _whole(str(as_of) if end == ".." else end)
    if begin == "..":
        found = [("possible", *stop, "beginning not stated")]
    else:
        start = _whole(begin)
        found = [("possible", *start, ""), ("possible", *stop, "")]
        if start[1] < stop[0]:
            # With an end that is approximate or in doubt, the middle is not vouched for either.
            kind = "possible" if dates.is_soft(text) else "certain"
            found.insert(1, (kind, start[1], stop[0], ""))
    return [*found, ("goes on", stop[1], None, "")] if end == ".." else found


def _whole(text: str) -> tuple[str, str]:
    """Give the span of a date, up to the day after its last."""
    earliest, latest, _ = dates.bounds(text)
    if earliest is None or latest is None:
        raise ValueError(f"{text!r} has no bounds, so that it cannot be the end of a span.")
    return _day(earliest), _day(latest, after=1)


def _day(day: pd.Timestamp, *, after: int = 0) -> str:
    return f"{day + pd.Timedelta(days=after):%Y-%m-%d}"


def _marks(pieces: pd.DataFrame, first: str, last: str, alt: Any) -> list[Any]:
    """Draw bars, triangles where an end is open, and words where there is no date."""
    tooltip = {"label": "What", "when": "When", "era": "Presidency", "cited": "Says who"}
    base = alt.Chart(pieces).encode(
        y=alt.Y("label:N", title=None, sort=list(dict.fromkeys(pieces["label"]))),
        tooltip=[alt.Tooltip(f"{field}:N", title=name) for field, name in tooltip.items()],
    )
    years = 1 if int(last[:4]) - int(first[:4]) < 20 else 10
    ticks = alt.TimeIntervalStep(interval="year", step=years)
    x = alt.X("start:T", title=None, scale=alt.Scale(domain=[first, last]))
    x = x.axis(format="%Y", tickCount=ticks, labelOverlap=True)
    colour = alt.Color("colour:N", scale=None)
    pale = UNCERTAIN["opacity"]
    bars = base.transform_filter("datum.end").mark_bar(
        height=12,
        fillOpacity=alt.ExprRef(f"datum.kind == 'certain' ? 1 : {pale}"),
        strokeWidth=1,
    )
    triangles = base.transform_filter("datum.start && !datum.end").mark_point(
        shape=alt.ExprRef("datum.kind == 'goes on' ? 'triangle-right' : 'triangle-left'"),
        size=110,
        opacity=1,
        xOffset=alt.ExprRef("datum.kind == 'goes on' ? 7 : 0"),
    )
    small: dict[str, Any] = {"color": MUTED, "fontSize": 12}
    dated = base.transform_filter("datum.start").mark_text(align="right", dx=-10, **small)
    undated = base.transform_filter("!datum.start").mark_text(
        align="left", dx=4, fontStyle="italic", **small
    )
    return [
        bars.encode(x=x, x2="end:T", color=colour, stroke=colour),
        triangles.encode(x=x, color=colour),
        dated.encode(x=x, text="words:N"),
        undated.encode(x=alt.value(0), text="words:N"),
    ]


def _bands(eras: pd.DataFrame, first: str, last: str, alt: Any) -> list[Any]:
    """Draw the presidencies behind the rows, each with its name; they overlap in 2005."""
    ends = eras["dates_latest"].map(lambda day: _day(day, after=1), na_action="ignore").fillna(last)
    spans = [
        {
            "name": era.name,
            "start": max(_day(era.dates_earliest), first),
            "end": min(end, last),
            "tint": ERA_TINTS[era.era_id],
            "colour": era_colour(era.era_id),
        }
        for era, end in zip(eras.itertuples(index=False), ends, strict=True)
    ]
    spans = [span for span in spans if span["start"] < span["end"]]
    # Half transparent, so that the year that belongs to both shows as both.
    band = alt.Chart(alt.Data(values=spans)).mark_rect(opacity=0.6)
    tint, colour = (alt.Color(field, scale=None) for field in ("tint:N", "colour:N"))
    layers = [band.encode(x="start:T", x2="end:T", color=tint, tooltip="name:N")]
    # The earlier name ends where the later presidency begins, so that narrow bands keep them apart.
    for span in spans:
        align, dx = ("left", 8) if span is spans[-1] else ("right", -8)
        name = alt.Chart(alt.Data(values=[{**span, "at": spans[-1]["start"]}])).mark_text(
            align=align, baseline="bottom", dx=dx, dy=-6, fontSize=13, fontWeight="bold"
        )
        layers.append(name.encode(x="at:T", y=alt.value(0), text="name:N", color=colour))
    return layers


def _headline(texts: pd.Series, what: str) -> str:
    """Count what is dated, what is only said to go on, and what has no date."""
    going_on = int((texts == "../..").sum())
    undated = int(texts.isna().sum())
    dated = len(texts) - going_on - undated
    parts = [
        f"{dated} of {len(texts)} {what} {'has' if dated == 1 else 'have'} dates",
        f"{going_on} {'is' if going_on == 1 else 'are'} only said to be going on" * bool(going_on),
        f"{undated} {'has' if undated == 1 else 'have'} no date" * bool(undated),
    ]
    return join(part for part in parts if part)


def _describe(rows: pd.DataFrame, undated: list[str], as_of: int) -> str:
    dated = rows[rows["text"].notna()]
    ending = f" {len(undated)} have no date: {join(undated)}." if undated else ""
    listed = "; ".join(dated["label"] + ", " + dated["when"])
    return f"Timeline of {len(rows)} rows as of {as_of}. {listed}.{ending}"
