"""What was chosen for each way to ask: rows of dots, lists to pick some out, and a title that follows."""

import json
import math
from collections.abc import Iterable
from itertools import accumulate, product
from typing import Any

import altair as alt
import pandas as pd

from track2lib.charts.grammar.layout import rows_axis
from track2lib.charts.grammar.widths import fitted, pixels
from track2lib.page.lines import LINE
from track2lib.page.theme import INK, MUTED

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
STRONG = alt.ExprRef(f"datum.sure ? '{INK}' : '{MUTED}'")
# By how much a dot that stands out has more ink than another, which has so much at least.
MORE, SEEN = 2.2, 11
# Pixels: of a row of dots, of the longest name in one line and the shortest, and beside a name.
ROW, LONGEST, SHORTEST, BESIDE = 15, 235, 204, 12


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


def name_width(names: dict[str, list[str]]) -> int:
    """Give the pixels for these names by their heads, each of which stands beside the first of its own."""
    wide = [SHORTEST]
    for head, own in names.items():
        first, *others = (max(pixels(line, 13) for line in _lines(name)) for name in own)
        wide += [first + BESIDE + pixels(head, 13, bold=True), *others]
    return max(wide) + BESIDE


def _lines(name: str) -> list[str]:
    """Break a name into as few lines as it needs, and these about as long as each other."""
    count = len(fitted(name, LONGEST, 13))
    widths = range(LONGEST // 3, LONGEST, 8)
    return next(
        (lines for width in widths if len(lines := fitted(name, width, 13)) <= count),
        fitted(name, LONGEST, 13),
    )


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
    lines = {name: _lines(name) for name in names}
    ends = [*accumulate(ROW + LINE * (len(own) - 1) for own in lines.values())]
    middles = [
        end - (ROW + LINE * (len(own) - 1)) // 2
        for end, own in zip(ends, lines.values(), strict=True)
    ]
    # All rows begin at one line, or they would not stand below the curve.
    axis = rows_axis(
        dict(zip(middles, lines.values(), strict=True)),
        # Vega would leave out what is more than the usual number of ticks, or near to another.
        values=middles,
        tickCount=len(middles),
        labelOverlap=False,
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
    places = json.dumps(dict(zip(names, middles, strict=True)))
    down = alt.Scale(domain=[ends[-1], 0], nice=False, zero=False)
    return (
        base.transform_calculate(place=f"{places}[datum['{field}']]")
        .mark_point(shape="circle", size=sizes(large), opacity=FADED, fill=STRONG, strokeWidth=0)
        .encode(
            x=alt.X("rank:O", axis=None),
            y=alt.Y("place:Q", title=head, axis=axis, scale=down),
        )
        .properties(height=ends[-1])
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
