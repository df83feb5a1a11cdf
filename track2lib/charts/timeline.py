"""When was it, as far as the source says? A timeline that shows what is not known."""

import textwrap
from typing import Any

import pandas as pd

from track2lib.charts.grammar.spans import cut, iso, other_dates, written_in
from track2lib.charts.grammar.words import (
    era_colour,
    few,
    join,
    require,
    said_dates,
    source_note,
    year_of_writing,
)
from track2lib.page.frame import finish
from track2lib.page.theme import ERA_TINTS, GRID, INK, MUTED, UNCERTAIN
from track2lib.records.related import look_up

__all__ = ["timeline"]

# Letters of a name that stand in one line, and days that are drawn as one mark.
LETTERS, DAYS = 60, 14
# Rows that can be read.
MOST = 150


def timeline(table: pd.DataFrame, *, title: str | None = None) -> Any:
    """Draw when things happened, with their uncertain ends and the two presidencies.

    A full bar is time that the source vouches for. A pale bar is time in which a beginning, an end
    or the whole thing may lie. A triangle points to where the source leaves an end open. A thin
    line below is time that another source gives. Rows without a date stay in the chart and say so.

    Parameters
    ----------
    table : pandas.DataFrame
        Rows of ``load("dialogues")``, ``load("events")`` or ``load("meetings")``, up to 150, in the order in which they are to stand
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
        If the table has no rows, too many to be read, or lacks a column.

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
    few(len(table), MOST, "rows", "Choose some of them first, or count them with per_year().")
    as_of = year_of_writing(table)
    rows = _in_order(table, column, label)
    undated = rows.loc[rows["text"].isna(), "label"].str.replace("\n", " ").tolist()
    written = written_in(rows, column)
    found = zip(rows["text"], rows["date_words"], written, strict=True)
    rows["piece"] = [cut(text, words, year) for text, words, year in found]
    for place, others in other_dates(rows, column).items():
        rows.at[place, "piece"] = [*rows.at[place, "piece"], *others]
    pieces = rows[["label", "when", "era", "cited", "colour", "piece"]].explode("piece")
    pieces[["kind", "start", "end", "words"]] = pieces.pop("piece").tolist()
    eras = look_up(table, "eras")
    # Both presidencies are in the chart, so that years of which nothing is told can be seen.
    starts = [eras["dates_earliest"].min().year, *(int(d[:4]) for d in pieces["start"].dropna())]
    first = f"{min(starts) - 1}-01-01"
    last = f"{as_of + 1}-07-01"
    layers = [*_bands(eras, first, last, alt), *_marks(pieces, first, last, alt)]
    # The names of the rows and of the later presidency take what they need of the page.
    longest = max(len(line) for label in rows["label"] for line in label.split("\n"))
    width = min(620, 780 - int(6.6 * longest))
    what = {"name": "dialogues", "title": "meetings" if "meeting_id" in table else "events"}[label]
    disputed = bool(pieces["kind"].eq("other").any())
    as_written = (
        f"as of {as_of}" if len(set(written)) == 1 else "as of when its latest source was written"
    )
    return finish(
        alt.layer(*layers).properties(
            width=width, height=alt.Step(36 if rows["label"].str.contains("\n").any() else 30)
        ),
        title=title or _headline(rows["text"], what),
        subtitle="Full: vouched for by the source. Pale: a beginning, an end or the whole may lie in it. Triangle: open."
        + " Thin line: another source." * disputed,
        caption=f"{source_note(rows)} An open end is open {as_written}. 2005 belongs to both presidencies.",
        description=_describe(rows, undated, as_of),
        width=770,
    )


def _in_order(table: pd.DataFrame, column: str, label: str) -> pd.DataFrame:
    """Sort by the first day that is known; undated rows come last, in their own order."""
    when = said_dates(table[column], table["date_words"]).fillna("no date given")
    again = table[label].duplicated(keep=False)
    names = table[label].where(~again, table[label] + ", " + when)
    number = names.groupby(names).cumcount() + 1
    names = names.where(number == 1, names + " (" + number.astype(str) + ")")
    return table.assign(
        label=["\n".join(textwrap.wrap(name, LETTERS)) for name in names],
        when=when,
        text=table[column],
        colour=table["era"].map(era_colour),
        known=table[f"{column}_earliest"].fillna(table[f"{column}_latest"]),
    ).sort_values("known", kind="stable", na_position="last", ignore_index=True)


def _marks(pieces: pd.DataFrame, first: str, last: str, alt: Any) -> list[Any]:
    """Draw bars, triangles where an end is open, and words where there is no date."""
    tooltip = {"label": "What", "when": "When", "era": "Presidency", "cited": "Says who"}
    broken = pieces["label"].str.contains("\n").any()
    split = "split(datum.label, '\\n')"
    upwards = alt.ExprRef(f"-7.5 * (length({split.replace('label', 'value')}) - 1)")
    axis = alt.Axis(labelExpr=split, labelLimit=0, labelLineHeight=15, labelOffset=upwards)
    lines = {"axis": axis} if broken else {}
    base = alt.Chart(pieces).encode(
        y=alt.Y("label:N", title=None, sort=list(dict.fromkeys(pieces["label"])), **lines),
        tooltip=[alt.Tooltip(f"{field}:N", title=name) for field, name in tooltip.items()],
    )
    years = 1 if int(last[:4]) - int(first[:4]) < 20 else 10
    ticks = alt.TimeIntervalStep(interval="year", step=years)
    x = alt.X("start:T", title=None, scale=alt.Scale(domain=[first, last]))
    x = x.axis(format="%Y", tickCount=ticks, labelOverlap=True)
    colour = alt.Color("colour:N", scale=None)
    disputed = bool(pieces["kind"].eq("other").any())
    pale = UNCERTAIN["opacity"]
    spans = "datum.end && datum.kind != 'other'" if disputed else "datum.end"
    bars = base.transform_filter(spans).mark_bar(
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
    # A day in sixty years is less than a pixel.
    days = (pd.to_datetime(pieces["end"]) - pd.to_datetime(pieces["start"])).dt.days
    narrow = bool((days <= DAYS).any())
    if narrow:
        pieces["narrow"] = days <= DAYS
    dots = base.transform_filter("datum.narrow && datum.kind != 'other'").mark_tick(
        height=12, thickness=4, orient="vertical"
    )
    others = base.transform_filter("datum.kind == 'other'").mark_bar(
        height=3, stroke=INK, yOffset=alt.ExprRef("11 + 5 * datum.words")
    )
    small: dict[str, Any] = {"color": MUTED, "fontSize": 12}
    told = "datum.start && datum.kind != 'other'" if disputed else "datum.start"
    dated = base.transform_filter(told).mark_text(align="right", dx=-10, **small)
    undated = base.transform_filter("!datum.start").mark_text(
        align="left", dx=4, fontStyle="italic", **small
    )
    return [
        bars.encode(x=x, x2="end:T", color=colour, stroke=colour),
        triangles.encode(x=x, color=colour),
        *([dots.encode(x=x, color=colour)] if narrow else []),
        *([others.encode(x=x, x2="end:T", color=alt.value(INK))] if disputed else []),
        dated.encode(x=x, text="words:N"),
        undated.encode(x=alt.value(0), text="words:N"),
    ]


def _bands(eras: pd.DataFrame, first: str, last: str, alt: Any) -> list[Any]:
    """Draw the presidencies behind the rows, each with its name; they overlap in 2005."""
    following = [
        *(iso(start + pd.offsets.YearEnd()) for start in eras["dates_earliest"][1:]),
        last,
    ]
    ends = eras["dates_latest"].map(lambda day: iso(day, after=1), na_action="ignore")
    ends = ends.fillna(pd.Series(following, index=ends.index))
    spans = [
        {
            "name": era.name,
            "start": max(iso(era.dates_earliest), first),
            "end": min(end, last),
            "tint": ERA_TINTS.get(era.era_id, GRID),
            "colour": era_colour(era.era_id),
        }
        for era, end in zip(eras.itertuples(index=False), ends, strict=True)
    ]
    spans = [span for span in spans if span["start"] < span["end"]]
    # Half transparent, so that the year that belongs to both shows as both.
    band = alt.Chart(alt.Data(values=spans)).mark_rect(opacity=0.6)
    tint, colour = (alt.Color(field, scale=None) for field in ("tint:N", "colour:N"))
    layers = [band.encode(x="start:T", x2="end:T", color=tint, tooltip="name:N")]
    if len(spans) > 2:  # there is room for surnames only, one above the other
        for n, span in enumerate(spans):
            start, end = (pd.Timestamp(span[side]) for side in ("start", "end"))
            middle = {
                **span,
                "at": iso(start + (end - start) / 2),
                "short": span["name"].removeprefix("The ").removesuffix(" years"),
            }
            name = alt.Chart(alt.Data(values=[middle])).mark_text(
                baseline="bottom", dy=-6 - 14 * (n % 2), fontSize=12, fontWeight="bold"
            )
            layers.append(name.encode(x="at:T", y=alt.value(0), text="short:N", color=colour))
        return layers
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
    listed = "; ".join(dated["label"].str.replace("\n", " ") + ", " + dated["when"])
    return f"Timeline of {len(rows)} rows as of {as_of}. {listed}.{ending}"
