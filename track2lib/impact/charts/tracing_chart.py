"""What each clue does to the probability of a hypothesis."""

import json
from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from track2lib.charts.grammar.cells import check_words
from track2lib.charts.grammar.ranges import broken_line, in_ranges, named_rows, words_beside
from track2lib.charts.grammar.table import check_table
from track2lib.charts.grammar.words import counted, is_our_own, source_note, tooltips
from track2lib.impact.tracing import CLOSED, NOT_THERE, OPEN, SEEN
from track2lib.page.frame import finish
from track2lib.page.lines import LINE, wrap
from track2lib.page.theme import INK, MUTED

__all__ = ["tracing_chart"]

START = "impact.trace()"
WORDS, PLOT = 350, 380
# Clues that can be read one below the other.
MOST = 60
SCALE: dict[str, Any] = {"domain": [0, 1], "nice": False}
NEAR = 1e-9
# In Vega's language, with the names of the two sliders: at a trust of 0 all steps are none.
CHANCE = "1 / (1 + exp(-(log(prior / (1 - prior)) + trust * {steps})))"


def tracing_chart(traced: pd.DataFrame, *, title: str | None = None) -> alt.VConcatChart:
    """Draw the probability of a hypothesis after each clue, with sliders for what it rests on.

    Parameters
    ----------
    traced : pandas.DataFrame
        What ``impact.trace()`` gives.
    title : str, optional
        What is to be seen. By default from where to where the clues move the probability.

    Returns
    -------
    altair.VConcatChart
        A mark for each clue from the top down; sliders for the starting probability and for how
        much the ratios are trusted (0 not at all, 1 as they are, 2 squared).

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
    prior, end = _start(traced), float(traced["posterior"].iloc[-1])
    rows = _steps(traced)
    # By their place and not by their words, since two clues may be worded alike.
    names = {
        row.place: [*wrap(row.clue, WORDS, 12), *([row.kind] if row.kind else [])]
        for row in rows.itertuples()
    }
    said = {
        "clue": "Clue",
        "kind": "Test",
        "ratio:Q": "Changes the odds by",
        "now:Q": "Probability now",
    }
    base = _live(rows).encode(
        y=named_rows("place:O", names, grid=True),
        tooltip=tooltips(said | {"cited": "Says who"}, number=".2f"),
    )
    ranges = in_ranges(
        base,
        broken_line({"x": 0.5}, SCALE, color=MUTED, strokeDash=[4, 4]),
        words_beside(base, "said", PLOT + 12),
        ends=("was", "now"),
        dot="now",
        titles={"now": "Probability of the hypothesis"},
        scale=SCALE,
        thick=5,
        look={
            "size": 110,
            "stroke": INK,
            "fill": alt.ExprRef(f"datum.counted ? '{INK}' : 'white'"),
            "strokeDash": alt.ExprRef("datum.counted ? [1, 0] : [3, 2]"),
        },
    )
    height = alt.Step(LINE * max(map(len, names.values())) + 8)
    # The start counts as well, so that its mark is full, and is no clue.
    looked = int(rows["counted"].sum()) - 1
    moving = int((rows["counted"] & (rows["step"] != 0)).sum())
    return finish(
        ranges.properties(width=PLOT, height=height).add_params(
            _slider("prior", "Starting probability: ", prior, 0.01, 0.99, 0.01),
            _slider("trust", "Trust in the ratios: ", 1, 0, 2, 0.25),
        ),
        title=title or _headline(looked, moving, f"{prior:.2f}", f"{end:.2f}"),
        moving="" if title else _headlines(looked, moving, float(rows["step"].sum())),
        subtitle="Full: after a clue that was looked up. Broken ring: one that was not, or cannot be, which moves nothing. Move the sliders.",
        caption=(
            f"{source_note(traced) if 'cited' in traced else ''} The chances behind the ratios are "
            f"{'our own' if is_our_own(traced) else 'a'} judgment, as is the start. Read the numbers as arguments that can be "
            "checked, not as measurements."
        ),
        description=_describe(traced, prior, end),
        width=WORDS + PLOT,
    )


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


def _headlines(looked: int, moving: int, steps: float) -> str:
    """Give the title as a Vega expression, with the numbers of wherever the sliders stand."""
    start = "format(prior, '.2f')"
    end = f"format({CHANCE.format(steps=f'({steps:.5f})')}, '.2f')"
    same, other = (
        json.dumps(_headline(looked, moving, first, "END"))
        .replace("START", f'" + {start} + "')
        .replace("END", f'" + {end} + "')
        for first in ("END", "START")
    )
    return f"{start} == {end} ? {same} : {other}"


def _start(traced: pd.DataFrame) -> float:
    """Find where the tracing started, which its table does not say; refuse one with gaps."""
    after, ratio = traced["posterior"].to_numpy(), traced["ratio"].to_numpy()
    with np.errstate(divide="ignore"):
        odds = after / (1 - after)
    # So near to 0 or 1 the digits of a probability no longer tell its odds.
    told = (odds > NEAR) & (odds < 1 / NEAR)
    pairs = told[1:] & told[:-1]
    whole = np.allclose(odds[1:][pairs], (odds[:-1] * ratio[1:])[pairs], rtol=1e-6)
    if not whole or not told[0] or (after < 0).any() or (after > 1).any() or (ratio <= 0).any():
        raise ValueError(
            "Clues are missing or moved. Draw all that impact.trace() gives, in order."
        )
    first = odds[0] / ratio[0]
    # Six digits are as many as anybody gives, and they take off what rounding has left.
    return float(f"{first / (1 + first):.6g}")


def _steps(traced: pd.DataFrame) -> pd.DataFrame:
    """Give a row for the start and one for each clue, with its step in the logarithm of odds."""
    clues = traced.assign(
        kind=traced["test"] + ", " + traced["observed"],
        place=range(1, len(traced) + 1),
        step=np.log(traced["ratio"]).round(5),
        ratio=traced["ratio"].round(6),
        counted=traced["observed"].isin([SEEN, NOT_THERE]),
        cited=traced.get("cited", ""),
    )
    columns = ["clue", "kind", "place", "step", "ratio", "counted", "cited"]
    start = pd.DataFrame([("The starting point", "", 0, 0.0, 1.0, True, "")], columns=columns)
    return pd.concat([start, clues[columns]], ignore_index=True)


def _live(rows: pd.DataFrame) -> alt.Chart:
    """Let the browser compute the probabilities, so that they follow the sliders."""
    return (
        alt.Chart(rows)
        .transform_window(sum="sum(step)", sort=[alt.SortField("place")])
        .transform_calculate(
            now=CHANCE.format(steps="datum.sum"),
            was=CHANCE.format(steps="(datum.sum - datum.step)"),
        )
        # Nothing that is not certain is said to be.
        .transform_calculate(
            said="datum.now > 0.995 ? 'over 0.99' : datum.now < 0.005 ? 'under 0.01'"
            " : format(datum.now, '.2f')"
        )
    )


def _slider(
    name: str, label: str, value: float, low: float, high: float, step: float
) -> alt.Parameter:
    bind = alt.binding_range(min=low, max=high, step=step, name=label)
    return alt.param(name=name, value=value, bind=bind)
