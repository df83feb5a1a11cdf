"""What each clue does to the probability of a hypothesis."""

import json
from typing import Any

import altair as alt
import pandas as pd

from track2lib.charts.grammar.aloud import aloud
from track2lib.charts.grammar.cells import check_words
from track2lib.charts.grammar.ranges import named_rows
from track2lib.charts.grammar.table import check_table
from track2lib.charts.grammar.words import counted, is_our_own, source_note, tooltips
from track2lib.impact.charts.tracing_rows import (
    CHANCE,
    START,
    label,
    live,
    own_name,
    start_of,
    steps,
)
from track2lib.impact.tracing import CLOSED, NOT_THERE, OPEN, SEEN
from track2lib.page.frame import Layered, finish, layered
from track2lib.page.lines import LINE
from track2lib.page.theme import GRID, INK, MUTED, NEUTRAL, PALE, PAPER

__all__ = ["tracing_chart"]

# Pixels: of the page, of the scale from 0 to 1, and of the words behind what is drawn.
PAGE, PLOT, SAID = 804, 380, 126
# Clues that can be read one below the other.
MOST = 60
TOLD = {
    "clue": "Clue",
    "test": "Test",
    "observed": "Observed",
    "ratio:Q": "Changes the odds by",
    "now:Q": "Probability now",
    "seen:Q": "Probability if it were seen",
}


def tracing_chart(traced: pd.DataFrame, *, title: str | None = None) -> alt.VConcatChart:
    """Draw the probability of a hypothesis after each clue, with sliders for what it rests on.

    Parameters
    ----------
    traced : pandas.DataFrame
        What ``impact.trace()`` gives. A clue is called by its words in the column ``short_name``, if
        there are any, and otherwise by as many of its own as two lines hold.
    title : str, optional
        What is to be seen. By default from where to where the clues move the probability; it
        follows the sliders.

    Returns
    -------
    altair.VConcatChart
        An arrow for each clue that was looked up, from the top down, and below these how far each
        other clue could move it; sliders for the starting probability and for how much the ratios
        are trusted (0 not at all, 1 as they are, 2 squared).

    Raises
    ------
    TypeError
        If it is no table.
    ValueError
        If there are no clues, or a row or a column is missing.

    Examples
    --------
    >>> import track2lib as t2
    >>> clues = t2.load("clues").query("hypothesis_id == 'paper-read'")
    >>> chart = t2.impact.tracing_chart(t2.impact.trace(clues))
    >>> "it starts at 0.50" in chart.description
    True
    """
    needed = ["clue", "observed", "test", "ratio", "posterior"]
    traced = check_table(
        traced,
        needed,
        START,
        title=title,
        filled=["clue", "test"],
        numbers=["ratio", "posterior"],
        most=MOST,
        what="clues",
        instead="Trace fewer of them.",
    )
    check_words(traced["observed"], [SEEN, NOT_THERE, OPEN, CLOSED], START)
    prior, end = start_of(traced), float(traced["posterior"].iloc[-1])
    (key, own), rows = own_name(traced), steps(traced)
    # The start counts as well, so that its mark is full, and is no clue.
    looked = int(rows["counted"].sum()) - 1
    moving = int((rows["counted"] & (rows["step"] != 0)).sum())
    of = f", {key}" if key else ""
    drawn = _drawn(rows, own, f"Probability of the hypothesis{of}")
    return finish(
        drawn.add_params(
            _slider(f"prior{own}", f"Start{of}: ", prior, 0.01, 0.99, 0.01),
            _slider(f"trust{own}", f"Trust in the ratios{of}: ", 1, 0, 2, 0.25),
        ),
        title=title or _headline(looked, moving, f"{prior:.2f}", f"{end:.2f}"),
        moving="" if title else _headlines(looked, moving, float(rows["step"].sum()), own),
        subtitle=f"Arrow: what a clue does.{_open(rows)} Move the sliders.",
        caption=(
            f"{source_note(traced) if 'cited' in traced else ''} The chances behind the ratios are "
            f"{'our own' if is_our_own(traced) else 'a'} judgment, as is the start. Read the numbers as arguments that can be "
            "checked, not as measurements."
        ),
        description=_describe(traced, prior, end),
        width=PAGE,
    )


def _drawn(rows: pd.DataFrame, own: str, called: str) -> Layered:
    """Draw a row for the start and for each clue, each beginning where the last one ends."""
    # By their place and not by their words, since two clues may be worded alike.
    named = zip(rows["place"], rows["name"], rows["observed"], strict=True)
    names = {place: label(name, observed) for place, name, observed in named}
    ground = live(rows, own, PLOT)
    tips = tooltips(TOLD | {"cited": "Says who"}, number=".2f")
    base = ground.encode(y=named_rows("place:O", names, grid=False))
    # The words behind what is drawn have room beyond the 1, wherever the sliders stand.
    scale = alt.Scale(domain=[0, 1], nice=False, range=[0, PLOT])
    axis = alt.Axis(values=[0, 0.2, 0.4, 0.6, 0.8, 1], labelFlush=False, titleAnchor="start")

    def along(field: str) -> alt.X:
        return alt.X(f"{field}:Q", scale=scale, axis=axis, title=called)

    way = f"datum.move < 0 ? '{NEUTRAL}' : '{INK}'"
    full, rest = "datum.counted", "isValid(datum.up)"
    bars = base.transform_filter("datum.counted && datum.move != 0")
    path = base.transform_filter(full).mark_line(
        interpolate="step-before", color=PALE, strokeWidth=1.5
    )
    heads = base.mark_point(
        opacity=1,
        size=alt.ExprRef("datum.counted && datum.move != 0 ? 300 : 90"),
        shape=alt.ExprRef(
            "!datum.counted || datum.move == 0 ? 'circle' : datum.move > 0 ? 'triangle-right' : 'triangle-left'"
        ),
        fill=alt.ExprRef(f"datum.counted ? ({way}) : 'white'"),
        stroke=alt.ExprRef(way),
        strokeWidth=alt.ExprRef("datum.counted ? 0 : 1.5"),
    ).encode(x=along("middle"), tooltip=tips, description=aloud(tips))
    return layered(
        ground.transform_filter("datum.place == 0")
        .mark_rule(color=MUTED, strokeDash=[4, 4])
        .encode(x=along("now")),
        # From the name to the mark, and no further, where the words stand.
        base.mark_rule(color=GRID).encode(x=alt.X("zero:Q", scale=scale), x2=alt.X2("left")),
        path.encode(x=along("now"), order=alt.Order("place:Q")),
        base.transform_filter(rest)
        .mark_rule(color=MUTED, strokeWidth=2, strokeDash=[6, 4])
        .encode(x=along("least"), x2=alt.X2("most")),
        bars.mark_rule(strokeWidth=10, color=alt.ExprRef(way)).encode(
            x=along("was"), x2=alt.X2("neck"), tooltip=tips
        ),
        heads,
        *_words(base, along("right")),
        width=PLOT + SAID,
        height=alt.Step(2 * LINE + 8),
    )


def _words(base: alt.Chart, beside: alt.X) -> list[alt.Chart]:
    """Write in two lines around the middle of each row what a clue does, and which test it is."""
    # Twice: first as a ground on which lines of the grid, and that of the start, do not show through.
    ground: dict[str, Any] = {"stroke": PAPER, "strokeWidth": 7, "strokeJoin": "round"}
    lines: list[tuple[str, Any, dict[str, Any]]] = [
        ("said", alt.ExprRef("datum.test ? -7 : 0"), {"fontWeight": "bold"}),
        ("kind", 8, {"color": MUTED}),
    ]
    return [
        base.mark_text(align="left", dx=10, dy=dy, **look | behind).encode(
            x=beside, text=alt.Text(f"{field}:N")
        )
        for behind in (ground, {})
        for field, dy, look in lines
    ]


def _open(rows: pd.DataFrame) -> str:
    """Say how clues are drawn that were not looked up, if there are any."""
    rest = rows[~rows["counted"]]
    if rest.empty:
        return ""
    kinds = ", ".join(rest["observed"].unique())
    if rest["up"].isna().all():
        return f" Ring: a clue that moves nothing ({kinds})."
    return f" Broken line: what one could do ({kinds})."


def _describe(traced: pd.DataFrame, prior: float, end: float) -> str:
    """Say what each clue does, wherever the sliders stand, and where the ratios lead as they are."""
    told = " ".join(
        f"'{row.clue.rstrip('.')}' ({row.test}, {row.observed}) changes the odds by {row.ratio:.2f}, "
        f"to a probability of {row.posterior:.2f}."
        for row in traced.itertuples()
    )
    return (
        "The probability of a hypothesis after each clue, with sliders for where it starts, from 0.01 to "
        "0.99, and for the trust in the ratios, from 0 to 2, where 1 takes them as they are. "
        f"With the ratios as they are, it starts at {prior:.2f} and ends at {end:.2f}. {told}"
    )


def _headline(looked: int, moving: int, start: str, end: str) -> str:
    """Say what the clues do to the probability, if they do anything."""
    if not looked:
        return f"No clue was looked up: the probability stays at {end}"
    clues = counted(looked, "clue", "clues")
    if start == end:
        return f"{clues} {'leaves' if looked == 1 else 'leave'} the probability at {end}"
    # A clue that is as likely either way was looked up, and moves nothing.
    of = f"{moving} of " * (moving < looked)
    return f"{of}{clues} {'moves' if moving == 1 else 'move'} the probability from {start} to {end}"


def _headlines(looked: int, moving: int, total: float, own: str) -> str:
    """Give the title as a Vega expression, with the numbers of wherever the sliders stand."""
    now = CHANCE.format(prior=f"prior{own}", trust=f"trust{own}", steps=f"({total:.5f})")
    start, end = f"format(prior{own}, '.2f')", f"format({now}, '.2f')"
    same, other = (
        json.dumps(_headline(looked, moving, first, "END"))
        .replace("START", f'" + {start} + "')
        .replace("END", f'" + {end} + "')
        for first in ("END", "START")
    )
    return f"{start} == {end} ? {same} : {other}"


def _slider(
    name: str, label: str, value: float, low: float, high: float, step: float
) -> alt.Parameter:
    bind = alt.binding_range(min=low, max=high, step=step, name=label)
    return alt.param(name=name, value=value, bind=bind)
