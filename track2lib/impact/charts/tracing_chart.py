"""What each clue does to a hypothesis, and how far the end hangs on each number."""

from typing import Any

import pandas as pd

from track2lib.charts.grammar.words import finite, require, source_note
from track2lib.page.frame import LINE, finish, lines_of, names_axis, wrap
from track2lib.page.theme import INK, MUTED, PALE

__all__ = ["sensitivity_chart", "tracing_chart"]

WORDS, PLOT = 350, 380
SCALE: dict[str, Any] = {"domain": [0, 1], "nice": False}


def tracing_chart(traced: pd.DataFrame) -> Any:
    """Draw the probability of a hypothesis after each clue, with sliders for what it rests on.

    Parameters
    ----------
    traced : pandas.DataFrame
        What ``impact.trace()`` gives.

    Returns
    -------
    altair.VConcatChart
        A mark for each clue from the top down; sliders for the starting probability and for how
        much the ratios are trusted (0 not at all, 1 as they are, 2 squared).

    Raises
    ------
    ValueError
        If there are no clues, or a row or a column is missing.

    Examples
    --------
    >>> import track2lib as t2
    >>> clues = t2.load("clues").query("hypothesis_id == 'paper-read'")
    >>> chart = t2.impact.tracing_chart(t2.impact.trace(clues))
    >>> "starts at 0.50" in chart.description
    True
    """
    import altair as alt
    import numpy as np

    require(traced, ["clue", "observed", "test", "ratio", "posterior"], "impact.trace()")
    finite(traced, ["ratio", "posterior"], "impact.trace()")
    odds = traced["posterior"] / (1 - traced["posterior"])
    if not np.allclose(
        odds.iloc[1:], odds.iloc[:-1].to_numpy() * traced["ratio"].iloc[1:], rtol=1e-6
    ):
        raise ValueError(
            "Clues are missing or moved. Draw all that impact.trace() gives, in order."
        )
    first = odds.iloc[0] / traced["ratio"].iloc[0]
    prior = float(f"{first / (1 + first):.6g}")
    rows = traced.assign(
        step=np.log(traced["ratio"]).round(5),
        place=range(1, len(traced) + 1),
        counted=traced["observed"].isin(["seen", "not there"]),
    )
    if "cited" not in rows:
        rows["cited"] = ""
    rows["kind"] = rows["test"] + ", " + rows["observed"]
    head = pd.DataFrame(
        {
            "clue": ["The starting point"],
            "kind": [""],
            "place": [0],
            "step": [0.0],
            "ratio": [1.0],
            "counted": [True],
            "cited": [""],
        }
    )
    rows = pd.concat([head, rows[list(head)]], ignore_index=True)
    rows["ratio"] = rows["ratio"].round(4)
    labels = {
        row.place: [*wrap(row.clue, WORDS, 12), *([row.kind] if row.kind else [])]
        for row in rows.itertuples()
    }
    prior_slider = alt.param(
        name="prior",
        value=prior,
        bind=alt.binding_range(min=0.01, max=0.99, step=0.01, name="Starting probability: "),
    )
    trust = alt.param(
        name="trust",
        value=1,
        bind=alt.binding_range(min=0, max=2, step=0.25, name="Trust in the ratios: "),
    )
    base = (
        alt.Chart(rows.drop(columns="clue"))
        .transform_window(sum="sum(step)", sort=[alt.SortField("place")])
        .transform_calculate(
            now="1 / (1 + exp(-(log(prior / (1 - prior)) + trust * datum.sum)))",
            was="1 / (1 + exp(-(log(prior / (1 - prior)) + trust * (datum.sum - datum.step))))",
        )
        .transform_calculate(said="format(datum.now, '.2f')")
        .encode(
            y=alt.Y(
                "place:O",
                title=None,
                axis=_names(labels, grid=True),
            ),
            tooltip=[
                alt.Tooltip("kind:N", title="Test"),
                alt.Tooltip("ratio:Q", title="Changes the odds by", format=".2f"),
                alt.Tooltip("now:Q", title="Probability now", format=".2f"),
                alt.Tooltip("cited:N", title="Says who"),
            ],
        )
    )
    x = alt.X(
        "now:Q",
        title="Probability of the hypothesis",
        scale=alt.Scale(**SCALE),
        axis=alt.Axis(labelFlush=False),
    )
    half = (
        alt.Chart(pd.DataFrame({"x": [0.5]}))
        .mark_rule(color=MUTED, strokeDash=[4, 4])
        .encode(x=alt.X("x:Q", scale=alt.Scale(**SCALE)))
    )
    moves = base.mark_rule(color=PALE, strokeWidth=5).encode(
        x=alt.X("was:Q", scale=alt.Scale(**SCALE)), x2="now:Q"
    )
    points = base.mark_point(
        size=110,
        opacity=1,
        stroke=INK,
        fill=alt.ExprRef(f"datum.counted ? '{INK}' : 'white'"),
        strokeDash=alt.ExprRef("datum.counted ? [1, 0] : [3, 2]"),
    ).encode(x=x)
    words = base.mark_text(align="left", fontSize=12).encode(x=alt.value(PLOT + 12), text="said:N")
    longest = max(map(len, labels.values()))
    chart = alt.layer(half, moves, points, words).add_params(prior_slider, trust)
    end = float(traced["posterior"].iloc[-1])
    looked = int(rows["counted"].sum()) - 1
    return finish(
        chart.properties(width=PLOT, height=alt.Step(LINE * longest + 8)),
        title=f"{looked} clues move the probability from {prior:.2f} to {end:.2f}",
        subtitle="Full: after a clue that was looked up. Broken ring: one that nobody could look up, which moves nothing. Move the sliders.",
        caption=(
            f"{source_note(traced) if 'cited' in traced else ''} The chances behind the ratios are our own "
            "judgment, as is the start. Read the numbers as arguments that can be checked, not as measurements."
        ),
        description=(
            f"The probability starts at {prior:.2f} and ends at {end:.2f}. "
            + " ".join(
                f"After '{row.clue.rstrip('.')}' ({row.test}, {row.observed}): {row.posterior:.2f}."
                for row in traced.itertuples()
            )
        ),
        width=WORDS + PLOT,
    )


def sensitivity_chart(found: pd.DataFrame) -> Any:
    """Draw where the tracing would end if a number behind it were wrong.

    Parameters
    ----------
    found : pandas.DataFrame
        What ``impact.sensitivity()`` gives.

    Returns
    -------
    altair.VConcatChart
        A bar for each number from what harms the hypothesis to what favors it, and a ring for
        the end without it.

    Raises
    ------
    ValueError
        If there are no rows, or a row or a column is missing.

    Examples
    --------
    >>> import track2lib as t2
    >>> clues = t2.load("clues").query("hypothesis_id == 'paper-read'")
    >>> chart = t2.impact.sensitivity_chart(t2.impact.sensitivity(clues))
    >>> "all numbers at once" in chart.description
    True
    """
    import altair as alt

    require(found, ["what", "without", "low", "high"], "impact.sensitivity()")
    if "posterior" not in found.attrs or found["what"].iloc[-1] != "all numbers at once":
        raise ValueError("Rows are missing. Draw all that impact.sensitivity() gives.")
    finite(found, ["low", "high"], "impact.sensitivity()")
    end = float(found.attrs["posterior"])
    rows = found.round(4)
    labels = {name: wrap(name, WORDS, 12) for name in rows["what"]}
    base = alt.Chart(rows).encode(
        y=alt.Y(
            "what:N",
            sort=list(labels),
            title=None,
            axis=_names(labels, grid=False),
        ),
        tooltip=[
            alt.Tooltip("what:N", title="If this is wrong"),
            alt.Tooltip("low:Q", title="Wrong one way", format=".2f"),
            alt.Tooltip("high:Q", title="Wrong the other way", format=".2f"),
            alt.Tooltip("without:Q", title="Left out", format=".2f"),
        ],
    )
    bars = base.mark_rule(strokeWidth=8, color=PALE).encode(
        x=alt.X(
            "low:Q",
            title="Probability at the end",
            scale=alt.Scale(**SCALE),
            axis=alt.Axis(labelFlush=False),
        ),
        x2="high:Q",
    )
    rings = (
        base.transform_filter("isValid(datum.without)")
        .mark_point(size=90, fill="white", stroke=INK, opacity=1)
        .encode(x="without:Q")
    )
    rule = (
        alt.Chart(pd.DataFrame({"x": [end]}))
        .mark_rule(color=INK, strokeDash=[5, 4])
        .encode(x="x:Q")
    )
    last = rows.iloc[-1]
    longest = max(map(len, labels.values()))
    return finish(
        alt.layer(rule, bars, rings).properties(width=PLOT, height=alt.Step(LINE * longest + 12)),
        title=f"If all numbers are off at once, the end lies anywhere from {last['low']:.2f} to {last['high']:.2f}",
        subtitle=f"Broken line: the end as it stands, {end:.2f}. Bar: if this were wrong by {found.attrs['doubt']:g} either way. Ring: if it were left out.",
        caption="Source: the chances given with each clue, which are our own judgment.",
        description=(
            f"The tracing ends at {end:.2f}. "
            + " ".join(
                f"{row.what.rstrip('.')}: from {row.low:.2f} to {row.high:.2f}."
                for row in rows.itertuples()
            )
        ),
        width=WORDS + PLOT,
    )


def _names(labels: dict[Any, list[str]], *, grid: bool) -> Any:
    """Write the name of each row around the middle of the row."""
    import altair as alt

    middle = alt.ExprRef(f"{LINE} * (1 - length({lines_of(labels)})) / 2")
    return names_axis(
        labels, labelFontSize=12, labelOffset=middle, grid=grid, domain=False, ticks=False
    )
