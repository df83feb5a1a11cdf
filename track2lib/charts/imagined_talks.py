"""What an observer sees when successes are kept quiet. Imagined talks, drawn at random."""

import json
from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from track2lib.charts.grammar.aloud import aloud
from track2lib.charts.grammar.table import check_title
from track2lib.page.frame import finish, layered
from track2lib.page.theme import INK, NEUTRAL
from track2lib.records.asked_numbers import a_count

__all__ = ["imagined_talks"]

# Talks, how many of them stand in a line, and pixels of each.
COUNT, COLUMNS, CELL = 100, 20, 36
# The largest seed that a caption can name.
LARGEST = 10**12
# Where the sliders stand at first: most talks fail, and of five that succeed one is told. How far
# they go at a time.
SUCCEED, TOLD, STEP = 0.4, 0.2, 0.05
KNOWN, QUIET, NONE = "success, told", "success, not told", "no success"


def imagined_talks(*, seed: int = 1, title: str | None = None) -> alt.VConcatChart:
    """Draw a hundred imagined talks, with sliders for how many succeed and how many are told.

    Every talk succeeds with the chance that the first slider sets; every success becomes known
    with the chance that the second one sets. Both draws are fixed for each talk, so that moving a
    slider changes the chance and not the luck.

    Parameters
    ----------
    seed : int, default 1
        Seed of the random numbers; the same seed gives the same chart.
    title : str, optional
        What is to be seen. By default how many talks succeed and of how many an observer hears; it
        follows the sliders.

    Returns
    -------
    altair.VConcatChart
        The chart, with two sliders.

    Raises
    ------
    TypeError
        If the seed is no number, or the title no text.
    ValueError
        If the seed is no whole number from 0 on that a caption can name, or the title is empty.

    Examples
    --------
    >>> import track2lib as t2
    >>> "imagined" in t2.imagined_talks().description
    True
    """
    check_title(title)
    seed = a_count(seed, "seed", 0, LARGEST)
    # Rounded, for a stored chart has to be the same to the last digit, and short.
    luck, mouth = np.random.default_rng(seed).random((COUNT, 2)).round(4).T
    row, column = divmod(np.arange(COUNT), COLUMNS)
    talks = pd.DataFrame({"row": row, "column": column, "luck": luck, "mouth": mouth})
    controls = [
        _slider("succeed", SUCCEED, "Chance that a talk succeeds: "),
        _slider("told", TOLD, "Chance that a success is told: "),
    ]
    square = alt.Step(CELL)
    return finish(
        layered(_marks(), data=talks, params=controls, width=square, height=square),
        title=title or _headline(*_known(luck, mouth, SUCCEED, TOLD)),
        moving="" if title else _headlines(luck, mouth),
        subtitle="Full: a success that is told. Broken ring: one kept quiet. Dot: no success. Move the sliders.",
        caption=f"Source: imagined talks, drawn at random with seed {seed}. No real dialogue is shown or meant.",
        description=(
            "A hundred imagined talks, with sliders, from 0 to 1, for the chance of success and for the "
            "chance that a success is told. Each talk is a success that is told, one that is kept quiet, or "
            "none."
        ),
        width=COLUMNS * CELL + 60,
    )


def _known(luck: Any, mouth: Any, succeed: float, told: float) -> tuple[int, int]:
    """Count the successes, and those of them that are told."""
    good = luck < succeed
    return int(good.sum()), int((good & (mouth < told)).sum())


def _headline(good: object, known: object, verb: str = "") -> str:
    """Say what there is, and what is heard of it."""
    verb = verb or ("succeeds" if good == 1 else "succeed")
    return f"{good} of {COUNT} imagined talks {verb}; an observer hears of {known}"


def _headlines(luck: Any, mouth: Any) -> str:
    """Give the title as a Vega expression, for each place of the sliders."""
    places = [round(STEP * n, 2) for n in range(round(1 / STEP) + 1)]
    counts = [[_known(luck, mouth, good, told) for told in places] for good in places]
    place = f"[round(succeed / {STEP})]"
    # How many succeed is the same wherever the other slider stands.
    good = f"{_short([row[0][0] for row in counts])}{place}"
    known = f"{_short([[own[1] for own in row] for row in counts])}{place}[round(told / {STEP})]"
    verb = f"\" + ({good} == 1 ? 'succeeds' : 'succeed') + \""
    return f'"{_headline(_between(good), _between(known), verb)}"'


def _short(numbers: list[Any]) -> str:
    """Write numbers without spaces."""
    return json.dumps(numbers, separators=(",", ":"))


def _between(expression: str) -> str:
    """Put an expression into a text of Vega's."""
    return f'" + {expression} + "'


def _slider(name: str, value: float, label: str) -> Any:
    """Make a slider for a chance."""
    bind = alt.binding_range(min=0, max=1, step=STEP, name=label)
    # A layered chart takes the parameter itself, without what Altair wraps around it.
    return alt.param(name=name, value=value, bind=bind).param


def _marks() -> alt.Chart:
    """Draw a mark for each talk, which changes with the sliders."""
    # Vega draws the lots anew with each move of a slider, from numbers that stay as they are.
    state = f"datum.luck < succeed ? (datum.mouth < told ? '{KNOWN}' : '{QUIET}') : '{NONE}'"
    base = alt.Chart().transform_calculate(state=state)
    base = base.transform_joinaggregate(alike="count()", groupby=["state"])
    tips = [
        alt.Tooltip("state:N", title="This imagined talk"),
        alt.Tooltip("alike:Q", title="Talks like it"),
    ]
    known, quiet = f"datum.state == '{KNOWN}'", f"datum.state == '{QUIET}'"
    return base.mark_point(
        size=alt.ExprRef(f"{known} ? 480 : {quiet} ? 400 : 36"),
        opacity=1,
        fill=alt.ExprRef(f"{known} ? '{INK}' : {quiet} ? 'transparent' : '{NEUTRAL}'"),
        stroke=NEUTRAL,
        strokeDash=[4, 3],
        strokeWidth=alt.ExprRef(f"{quiet} ? 2 : 0"),
    ).encode(
        x=alt.X("column:O", axis=None),
        y=alt.Y("row:O", axis=None),
        tooltip=tips,
        description=aloud(tips),
    )
