"""The rows of a tracing as they are drawn: the start, what was looked up in its order, and the rest."""

import re
from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from track2lib.impact.tracing import NOT_THERE, SEEN, short_names
from track2lib.page.lines import wrap

__all__ = ["CHANCE", "HEAD", "START", "label", "live", "own_name", "start_of", "steps"]

START = "impact.trace()"
NEAR = 1e-9
# Pixels for the name of a clue, its size, and how many lines there are.
WORDS, SIZE, LINES = 290, 13, 2
# Pixels from the tip of an arrow to its middle.
HEAD = 7.5
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


def own_name(traced: pd.DataFrame) -> tuple[str, str]:
    """Give the key of the hypothesis in words and as part of a name in Vega; both may be empty.

    Examples
    --------
    >>> own_name(pd.DataFrame({"hypothesis_id": ["paper-read"] * 2}))
    ('paper-read', '_paper_read')
    """
    keys = traced["hypothesis_id"].dropna().unique() if "hypothesis_id" in traced else []
    if len(keys) != 1:
        return "", ""
    return str(keys[0]), "_" + re.sub(r"[^0-9A-Za-z]", "_", str(keys[0]))


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
    return rows


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

    Each row gets where it ``was`` and is ``now``, which way that is (``move``), where the middle of
    its arrow stands, what is ``said`` of it and where, and how far it could go either way.
    """

    def chance(of: str) -> str:
        return CHANCE.format(prior=f"prior{own}", trust=f"trust{own}", steps=of)

    def number(field: str) -> str:
        # Nothing that is not certain is said to be.
        return (
            f"(datum.{field} > 0.995 ? 'over 0.99' : datum.{field} < 0.005 ? 'under 0.01' : "
            f"format(datum.{field}, '.2f'))"
        )

    open_ = "isValid(datum.up)"
    words = (
        f"datum.place == 0 ? 'start: ' + {number('now')} : {open_} ? 'if seen: ' + {number('seen')} : "
        f"!datum.counted ? 'no change' : (datum.move > 0 ? 'likelier: ' : datum.move < 0 ? "
        f"'less likely: ' : 'no change: ') + {number('now')}"
    )
    back = f"datum.move * {HEAD} / {plot}"
    return (
        alt.Chart(rows)
        .transform_window(sum="sum(step)", sort=[alt.SortField("place")])
        .transform_calculate(
            now=chance("datum.sum"),
            was=chance("(datum.sum - datum.step)"),
            move=f"datum.step * trust{own} > 0 ? 1 : datum.step * trust{own} < 0 ? -1 : 0",
            most=f"{open_} ? {chance('(datum.sum + max(datum.up, datum.down))')} : null",
            least=f"{open_} ? {chance('(datum.sum + min(datum.up, datum.down))')} : null",
        )
        .transform_calculate(
            zero="0",
            seen=f"{open_} ? {chance('(datum.sum + datum.up)')} : null",
            middle=f"datum.now - {back}",
            # A bar ends below the head of its arrow; a step that is shorter is all head.
            neck=f"datum.move * (datum.now - datum.was) > {HEAD} / {plot} ? datum.now - {back} : datum.was",
            left=f"{open_} ? datum.least : min(datum.now, datum.was, datum.now - {back})",
            right=f"{open_} ? datum.most : max(datum.now, datum.was, datum.now - 2 * {back})",
            said=words,
        )
    )
