"""The rows of a tracing as they are drawn: the start, what was looked up in its order, and the rest."""

import re
from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from track2lib.impact.tracing import NOT_THERE, SEEN, short_names
from track2lib.page.lines import wrap

__all__ = ["CHANCE", "START", "as_said", "label", "live", "own_name", "said", "start_of", "steps"]

START = "impact.trace()"
NEAR = 1e-9
# Pixels for the name of a clue, its size, and how many lines there are.
WORDS, SIZE, LINES = 290, 13, 2
# Pixels from the tip of an arrow to its neck, as far as its corners stand from its middle, and half
# of its shaft; and of words at the low end of what could be.
HEAD, SHAFT, ROOM = 10, 5, 112
# In Vega's language, with the names of the two sliders: at a trust of 0 all steps are none.
CHANCE = "1 / (1 + exp(-(log({prior} / (1 - {prior})) + {trust} * {steps})))"


def start_of(traced: pd.DataFrame) -> float:
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


def own_name(key: str) -> str:
    """Give the key of a hypothesis as the end of a name in Vega; nothing if there is none.

    Examples
    --------
    >>> own_name("paper-read"), own_name("")
    ('_paper_read', '')
    """
    return f"_{re.sub(r'[^0-9A-Za-z]', '_', key)}" if key else ""


def steps(traced: pd.DataFrame) -> pd.DataFrame:
    """Give a row for the start and one for each clue, with its step in the logarithm of odds.

    Clues that were not looked up stand last: they move nothing wherever they stand. Of these, the
    steps that they would make, seen or not there, are given where the chances are.
    """
    clues = traced.assign(
        name=short_names(traced),
        # As long as there is room for beside an arrow.
        kind=traced["test"].str.replace(" for the rival", " (rival)"),
        step=np.log(traced["ratio"]).round(5),
        ratio=traced["ratio"].round(6),
        counted=traced["observed"].isin([SEEN, NOT_THERE]),
        cited=traced.get("cited", ""),
        up=np.nan,
        down=np.nan,
    )
    if {"if_true", "if_false"} <= {*traced}:
        chances = traced[["if_true", "if_false"]].astype(float)
        for column, own in (("up", chances), ("down", 1 - chances)):
            could = np.log(own["if_true"] / own["if_false"]).round(5)
            clues[column] = could.mask(clues["counted"])
    clues = clues.sort_values("counted", ascending=False, kind="stable")
    start: dict[str, Any] = {
        "step": 0.0,
        "ratio": 1.0,
        "counted": True,
        "up": np.nan,
        "down": np.nan,
    }
    start |= dict.fromkeys(("clue", "name"), "The starting point")
    start |= dict.fromkeys(("test", "kind", "observed", "cited"), "")
    rows = pd.concat([pd.DataFrame([start]), clues[[*start]]], ignore_index=True)
    rows["place"] = range(len(rows))
    rows["last"] = rows["place"] == rows["counted"].sum() - 1
    return rows


def said(chance: float) -> str:
    """Write a probability; nothing that is not certain is said to be.

    Examples
    --------
    >>> said(0.5), said(0.99999), said(0.004)
    ('0.50', 'over 0.99', 'under 0.01')
    """
    return "over 0.99" if chance > 0.995 else "under 0.01" if chance < 0.005 else f"{chance:.2f}"


def as_said(expression: str) -> str:
    """Give the Vega expression that writes a probability as `said` does."""
    return (
        f"({expression} > 0.995 ? 'over 0.99' : {expression} < 0.005 ? 'under 0.01' : "
        f"format({expression}, '.2f'))"
    )


def label(name: str, observed: str) -> list[str]:
    """Give the name of a clue in at most two lines; one that was not seen begins with what it is.

    Examples
    --------
    >>> label("The paper was read", "not there")
    ['Not there: The paper was read']
    """
    said = name if observed in ("", SEEN) else f"{observed.capitalize()}: {name}"
    lines = wrap(said.removesuffix("."), WORDS, SIZE)
    if len(lines) <= LINES:
        return lines
    last = lines[LINES - 1]
    kept = last if len(last) + 4 <= WORDS / SIZE * 2 else last.rpartition(" ")[0]
    return [*lines[: LINES - 1], f"{kept} ..."]


def live(rows: pd.DataFrame, own: str, plot: int) -> alt.Chart:
    """Let the browser compute the probabilities, so that they follow the sliders.

    Each row gets where it ``was`` and is ``now``, which way that is (``move``), the ``shape`` of its
    mark, its ends, and what is ``said`` at the right of it; of what could still be looked up, also
    where it would lead if it were ``seen`` or ``missing``, and the words at its ``other`` end.
    """

    def chance(of: str) -> str:
        return CHANCE.format(prior=f"prior{own}", trust=f"trust{own}", steps=of)

    open_, arrow = "isValid(datum.up)", "datum.counted && datum.move != 0"
    words = (
        f"datum.place == 0 ? 'start: ' + {as_said('datum.now')} : "
        f"{open_} ? (datum.apart ? '' : datum.near + {as_said('datum.least')} + ', ') + datum.far + {as_said('datum.most')} : "
        # At the end stands where all of them lead, and not which way the last one went.
        f"!datum.counted ? 'no change' : (datum.last ? 'end: ' : datum.move == 0 ? 'no change: ' : '') + "
        f"{as_said('datum.now')} + (datum.last || datum.move == 0 ? '' : datum.move > 0 ? ' (likelier)' : ' (less likely)')"
    )
    # An arrow is as long as its step, in pixels; the least is seen as a tick.
    long = f"datum.move * max(1.5, round(abs(datum.now - datum.was) * {plot * 10}) / 10)"
    # A step that is shorter than a head is a bar: which way it goes stands in words beside it.
    short = f"abs(datum.long) < {HEAD}"
    neck = f"{short} ? datum.long : datum.long - datum.move * {HEAD}"
    wide = f"{short} ? {SHAFT} : {HEAD}"
    shape = (
        f"'M0,{-SHAFT}H' + datum.neck + 'V' + (-datum.wide) + 'L' + datum.long + ',0L' + datum.neck + "
        f"',' + datum.wide + 'V{SHAFT}H0Z'"
    )
    return (
        alt.Chart(rows)
        .transform_window(sum="sum(step)", sort=[alt.SortField("place")])
        .transform_calculate(
            now=chance("datum.sum"),
            was=chance("(datum.sum - datum.step)"),
            move=f"datum.step * trust{own} > 0 ? 1 : datum.step * trust{own} < 0 ? -1 : 0",
            seen=f"{open_} ? {chance('(datum.sum + datum.up)')} : null",
            missing=f"{open_} ? {chance('(datum.sum + datum.down)')} : null",
        )
        .transform_calculate(
            zero="0",
            least=f"{open_} ? min(datum.seen, datum.missing) : min(datum.now, datum.was)",
            most=f"{open_} ? max(datum.seen, datum.missing) : max(datum.now, datum.was)",
            # A clue for the rival leads to the left if it is seen.
            far="datum.seen < datum.missing ? 'if missing: ' : 'if seen: '",
            near="datum.seen < datum.missing ? 'if seen: ' : 'if missing: '",
            long=long,
            # The words of the low end stand above the line; at the left of one that is too short for
            # this; and where there is no room either, at the right with the rest.
            above=f"(datum.most - datum.least) * {plot} >= {ROOM}",
        )
        .transform_calculate(
            apart=f"datum.above || datum.least * {plot} >= {ROOM}",
            neck=neck,
            wide=wide,
            as_now=as_said("datum.now"),
            as_seen=f"{open_} ? {as_said('datum.seen')} : null",
            as_missing=f"{open_} ? {as_said('datum.missing')} : null",
            said=words,
            other=f"{open_} && datum.apart ? datum.near + {as_said('datum.least')} : ''",
        )
        .transform_calculate(shape=f"{arrow} ? {shape} : 'circle'")
    )
