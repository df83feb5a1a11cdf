"""What was chosen for each way to ask: rows of dots, lists to pick some out, and a title that follows."""

import json
import math
from collections.abc import Iterable
from itertools import product
from typing import Any

import altair as alt
import pandas as pd

from track2lib.charts.grammar.layout import rows_axis
from track2lib.page.lines import LINE, letters, wrap
from track2lib.page.theme import INK, NEUTRAL

__all__ = [
    "ANY",
    "FADED",
    "STRONG",
    "headline",
    "headlines",
    "is_chosen",
    "lists",
    "name_width",
    "rows_of_dots",
    "sizes",
    "tally",
]

# What a list says that picks nothing out.
ANY = "all"
# The title where the lists leave nothing.
NONE = "No estimate was made in this way: choose again"
# The look of what is not picked out: so pale that it recedes. Of the rest, what excludes zero stands out.
FADED = alt.ExprRef("datum.chosen ? 1 : 0.18")
STRONG = alt.ExprRef(f"datum.sure ? '{INK}' : '{NEUTRAL}'")
# By how much a dot that stands out has more ink than another, which has so much at least.
MORE, SEEN = 2.6, 11
# Pixels: of a row of dots, of the longest name in one line, of a head and of a letter in them.
ROW, LONGEST, HEAD, LETTER = 16, 300, 64, 6.6


def is_chosen(fields: Iterable[str]) -> str:
    """Give the Vega expression that is true for what the lists pick out."""
    kept = (f"(only_{field} == '{ANY}' || datum['{field}'] == only_{field})" for field in fields)
    return " && ".join(kept)


def lists(choices: dict[str, str], table: pd.DataFrame) -> list[Any]:
    """Make a list for each choice, to pick one from."""
    made = []
    for field, head in choices.items():
        bind = alt.binding_select(options=_options(table[field]), name=f"{head}: ")
        made.append(alt.param(name=f"only_{field}", value=ANY, bind=bind).param)
    return made


def name_width(names: Iterable[str]) -> int:
    """Give the pixels that the longest of these names and the head beside it need."""
    longest = max(letters(name) for name in names) * LETTER
    return HEAD + min(LONGEST, max(round(longest), 140))


def sizes(large: float) -> alt.ExprRef:
    """Give the size of each dot: what excludes zero is so many pixels wide, and the rest less."""
    area = math.pi / 4 * large**2
    return alt.ExprRef(f"datum.sure ? {area:.1f} : {max(area / MORE, SEEN):.1f}")


def rows_of_dots(
    base: alt.Chart, field: str, head: str, names: list[str], *, left: int, large: float
) -> alt.Chart:
    """Mark for each estimate which of these was chosen for it, in a row for each.

    Parameters
    ----------
    base : altair.Chart
        The estimates, with their ``rank``, and whether they are ``chosen`` and ``sure``.
    field, head : str
        The choice, and what it is called at the left of its rows.
    names : list of str
        What there was to choose from, from the top down.
    left : int
        Pixels beside the rows, for the head and the names.
    large : float
        Pixels across the largest dot.

    Returns
    -------
    altair.Chart
        The rows, as high as they need.
    """
    lines = {name: wrap(name, left - HEAD, 13) for name in names}
    # All rows begin at one line, or they would not stand below the curve.
    axis = rows_axis(
        lines,
        ticks=False,
        grid=True,
        minExtent=left,
        maxExtent=left,
        titleAngle=0,
        titleAlign="left",
        titleBaseline="middle",
        titleFontWeight="bold",
        titleColor=INK,
        titleX=-left,
        titleY=ROW / 2,
    )
    step = ROW + LINE * (max(map(len, lines.values())) - 1)
    return (
        base.mark_point(
            shape="circle", size=sizes(large), opacity=FADED, fill=STRONG, strokeWidth=0
        )
        .encode(
            x=alt.X("rank:O", axis=None),
            y=alt.Y(f"{field}:N", sort=names, title=head, axis=axis, scale=alt.Scale(type="band")),
        )
        .properties(height=step * len(names))
    )


def tally(rows: pd.DataFrame) -> tuple[int, int, int]:
    """Count estimates, those below zero and those above."""
    estimate = rows["estimate"]
    return len(rows), int((estimate < 0).sum()), int((estimate > 0).sum())


def headline(count: int, apart: int, closer: int, *, of: int) -> str:
    """Say where some estimates of all lie.

    Examples
    --------
    >>> headline(54, 32, 22, of=54)
    '32 of 54 estimates lie below zero (further apart), 22 above (closer)'
    >>> headline(1, 1, 0, of=54)
    'The estimate picked out lies below zero (further apart)'
    """
    picked = " picked out" if count < of else ""
    if count == 1:
        where = "below zero (further apart)" if apart else "above zero (closer)"
        one = "estimate picked out" if picked else "one estimate"
        return f"The {one} {f'lies {where}' if apart or closer else 'is zero'}"
    lie = "lies" if apart == 1 else "lie"
    return f"{apart} of {count} estimates{picked} {lie} below zero (further apart), {closer} above (closer)"


def headlines(rows: pd.DataFrame, fields: list[str]) -> str:
    """Give the title as a Vega expression, for whatever the lists pick out."""
    options = {field: _options(rows[field]) for field in fields}
    place = "0"
    for field, own in options.items():
        place = f"({place}) * {len(own)} + indexof({_written(own)}, only_{field})"
    found: list[int] = []
    said: dict[str, int] = {}
    # In the order in which the place of a setting counts them.
    for setting in product(*options.values()):
        kept = pd.Series(True, index=rows.index)
        for field, one in zip(fields, setting, strict=True):
            kept &= (rows[field] == one) | (one == ANY)
        title = headline(*tally(rows[kept]), of=len(rows)) if kept.any() else NONE
        found.append(said.setdefault(title, len(said)))
    return f"{_written([*said])}[{_written(found)}[{place}]]"


def _options(values: pd.Series) -> list[str]:
    """Give what a list offers: all, and each value."""
    return [ANY, *sorted(values.unique())]


def _written(values: list[Any]) -> str:
    """Write a list without spaces between its values."""
    return json.dumps(values, separators=(",", ":"))
