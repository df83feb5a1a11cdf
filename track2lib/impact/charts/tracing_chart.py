"""What each clue does to the probability of a hypothesis."""

from collections.abc import Callable
from typing import Any

import altair as alt
import pandas as pd

from track2lib.charts.grammar.aloud import aloud
from track2lib.charts.grammar.cells import check_words
from track2lib.charts.grammar.ranges import named_rows
from track2lib.charts.grammar.table import check_table
from track2lib.charts.grammar.words import is_our_own, source_note, tooltips
from track2lib.impact.charts.tracing_rows import START, label, live, own_name, said, start_of, steps
from track2lib.impact.charts.tracing_words import headline, headlines, key_of, kinds_of, question_of
from track2lib.impact.tracing import CLOSED, NOT_THERE, OPEN, SEEN, hypothesis_of
from track2lib.page.frame import Layered, finish, layered
from track2lib.page.lines import LINE
from track2lib.page.theme import GRID, INK, MUTED, NEUTRAL, PAPER

__all__ = ["tracing_chart"]

# Pixels: of the page, of the scale from 0 to 1, and of the words behind what is drawn.
PAGE, PLOT, SAID = 824, 376, 142
# Clues that can be read one below the other.
MOST = 60
TOLD = {
    "clue": "Clue",
    "test": "Test",
    "observed": "Observed",
    "ratio:Q": "Changes the odds by",
    "as_now": "Probability now",
    "as_seen": "Probability if it were seen",
    "as_missing": "Probability if it were missing",
}
CALLED = "Probability of the hypothesis: the further right, the likelier"


def tracing_chart(traced: pd.DataFrame, *, title: str | None = None) -> alt.VConcatChart:
    """Draw the probability of a hypothesis after each clue, with sliders for what it rests on.

    Parameters
    ----------
    traced : pandas.DataFrame
        What ``impact.trace()`` gives. A clue is called by its words in the column ``short_name``, if
        there are any, and otherwise by as many of its own as two lines hold.
    title : str, optional
        What is to be seen. By default the question, if the clues are those of a hypothesis of
        their package, and from where to where they move the probability; it follows the sliders.

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
    key, rows = hypothesis_of(traced), steps(traced)
    own, asked = own_name(key), question_of(key, traced.attrs.get("data"))
    return finish(
        _drawn(rows, own).add_params(
            _slider(f"prior{own}", "Start: ", prior, 0.01, 0.99, 0.01),
            _slider(f"trust{own}", "Trust in the ratios: ", 1, 0, 2, 0.25),
        ),
        title=title or headline(rows, asked, prior, end),
        moving="" if title else headlines(rows, own, asked, PAGE),
        subtitle=key_of(rows),
        caption=(
            f"{kinds_of(rows)}\n{source_note(traced) if 'cited' in traced else ''} The chances behind the ratios are "
            f"{'our own' if is_our_own(traced) else 'a'} judgment, as is the start: arguments to be checked, not measurements."
        ),
        description=_describe(traced, prior, end, asked),
        width=PAGE,
    )


def _drawn(rows: pd.DataFrame, own: str) -> Layered:
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
        return alt.X(f"{field}:Q", scale=scale, axis=axis, title=CALLED)

    way, arrow = f"datum.move < 0 ? '{NEUTRAL}' : '{INK}'", "datum.shape != 'circle'"
    marks = base.mark_point(
        opacity=1,
        # Of a shape of one's own the size is that of its pixels at 4.
        size=alt.ExprRef(f"{arrow} ? 4 : 90"),
        shape=alt.ExprRef("datum.shape"),
        fill=alt.ExprRef(f"datum.counted ? ({way}) : '{PAPER}'"),
        stroke=alt.ExprRef(way),
        strokeWidth=alt.ExprRef("datum.counted ? 0 : 1.5"),
    ).encode(x=along("was"), tooltip=tips, description=aloud(tips))
    could = base.transform_filter("isValid(datum.up)")
    return layered(
        ground.transform_filter("datum.place == 0")
        .mark_rule(color=NEUTRAL, strokeDash=[3, 4], strokeWidth=1.5)
        .encode(x=along("now")),
        # From the name to the mark, and no further, where the words stand.
        base.mark_rule(color=GRID).encode(x=alt.X("zero:Q", scale=scale), x2=alt.X2("least")),
        base.transform_filter("datum.counted")
        .mark_line(interpolate="step-before", color=NEUTRAL, strokeWidth=2)
        .encode(x=along("now"), order=alt.Order("place:Q")),
        could.mark_rule(color=MUTED, strokeWidth=2, strokeDash=[6, 4]).encode(
            x=along("least"), x2=alt.X2("most")
        ),
        *(
            could.mark_tick(color=MUTED, opacity=1, thickness=2, size=12).encode(x=along(end))
            for end in ("least", "most")
        ),
        *_words(base, along, {"stroke": PAPER, "strokeWidth": 7, "strokeJoin": "round"}),
        marks,
        # The same ring as where a clue that was not looked up begins.
        base.transform_filter("datum.last && datum.place > 0")
        .mark_point(opacity=1, size=90, fill=PAPER, stroke=INK, strokeWidth=2)
        .encode(x=along("now")),
        *_words(base, along, {}),
        width=PLOT + SAID,
        height=alt.Step(2 * LINE + 8),
    )


def _words(base: alt.Chart, along: Callable[[str], alt.X], look: dict[str, Any]) -> list[alt.Chart]:
    """Write behind each mark where the probability is and which test it was, and what else could be.

    Twice: first as a ground on which lines of the grid, and that of the start, do not show through.
    """
    weight = alt.ExprRef("datum.place == 0 || datum.last ? 'bold' : 'normal'")
    behind = base.mark_text(
        align="left", dx=10, dy=alt.ExprRef("datum.test ? -7 : 0"), fontWeight=weight, **look
    )
    kind = base.mark_text(align="left", dx=10, dy=8, **{"color": MUTED} | look)
    before = base.transform_filter("isValid(datum.up)").mark_text(
        align=alt.ExprRef("datum.above ? 'left' : 'right'"),
        dx=alt.ExprRef("datum.above ? 0 : -10"),
        dy=alt.ExprRef("datum.above ? -14 : 0"),
        **look,
    )
    return [
        mark.encode(x=along(place), text=alt.Text(f"{field}:N"))
        for mark, place, field in (
            (behind, "most", "said"),
            (kind, "most", "kind"),
            (before, "least", "other"),
        )
    ]


def _describe(traced: pd.DataFrame, prior: float, end: float, asked: str) -> str:
    """Say what each clue does, wherever the sliders stand, and where the ratios lead as they are."""
    told = " ".join(
        f"'{row.clue.rstrip('.')}' ({row.test}, {row.observed}) changes the odds by {row.ratio:.2f}, "
        f"to a probability of {said(row.posterior)}."
        for row in traced.itertuples()
    )
    about = f"{asked} " * bool(asked)
    return (
        f"{about}The probability of the hypothesis after each clue, with sliders for where it starts, from 0.01 to "
        "0.99, and for the trust in the ratios, from 0 to 2, where 1 takes them as they are. "
        f"With the ratios as they are, it starts at {said(prior)} and ends at {said(end)}. {told}"
    )


def _slider(
    name: str, label: str, value: float, low: float, high: float, step: float
) -> alt.Parameter:
    bind = alt.binding_range(min=low, max=high, step=step, name=label)
    return alt.param(name=name, value=value, bind=bind)
