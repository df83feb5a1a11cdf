"""What was chosen for each way to ask: rows of dots, lists to pick some out, and a title that follows."""

import json
from collections.abc import Iterable
from itertools import product
from typing import Any

import altair as alt
import pandas as pd

from track2lib.charts.grammar.layout import rows_axis
from track2lib.charts.grammar.words import counted
from track2lib.page.lines import LINE, letters, wrap
from track2lib.page.theme import INK

__all__ = [
    "ANY",
    "FADED",
    "headline",
    "headlines",
    "is_chosen",
    "lists",
    "name_width",
    "rows_of_dots",
    "tally",
]

# What a list says that picks nothing out.
ANY = "all"
# The title where the lists leave nothing.
NONE = "There is no such way: choose again"
# The look of what is not picked out: so pale that it recedes.
FADED = alt.ExprRef("datum.chosen ? 1 : 0.18")
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


def rows_of_dots(
    base: alt.Chart, field: str, head: str, names: list[str], *, left: int, size: float
) -> alt.Chart:
    """Mark for each way which of these was chosen for it, in a row for each.

    Parameters
    ----------
    base : altair.Chart
        The ways, with their ``rank`` and whether they are ``chosen``.
    field, head : str
        The choice, and what it is called at the left of its rows.
    names : list of str
        What there was to choose from, from the top down.
    left : int
        Pixels beside the rows, for the head and the names.
    size : float
        Of a dot.

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
        base.mark_point(shape="circle", size=size, opacity=FADED, fill=INK, strokeWidth=0)
        .encode(
            x=alt.X("rank:O", axis=None),
            y=alt.Y(f"{field}:N", sort=names, title=head, axis=axis, scale=alt.Scale(type="band")),
        )
        .properties(height=step * len(names))
    )


def tally(rows: pd.DataFrame) -> tuple[int, int, int, int]:
    """Count ways, those that say further apart, those that say closer, and intervals without 0."""
    estimate = rows["estimate"]
    return len(rows), int((estimate < 0).sum()), int((estimate > 0).sum()), int(rows["sure"].sum())


def headline(count: int, apart: int, closer: int, sure: int, *, of: int) -> str:
    """Say what some ways of all find.

    Examples
    --------
    >>> headline(54, 32, 22, 2, of=54)
    '32 of 54 ways say further apart, 22 closer; 2 wide intervals exclude zero'
    >>> headline(1, 1, 0, 0, of=54)
    'The way picked out says further apart; its wide interval holds zero'
    """
    picked = " picked out" if count < of else ""
    if count == 1:
        way = "further apart" if apart else "closer" if closer else "no change"
        ending = "excludes zero" if sure else "holds zero"
        return f"The {'' if picked else 'one '}way{picked} says {way}; its wide interval {ending}"
    some = "no wide interval excludes"
    if sure:
        some = counted(sure, "wide interval excludes", "wide intervals exclude")
    said = f"{apart} of {count} ways{picked} {'says' if apart == 1 else 'say'} further apart"
    return f"{said}, {closer} closer; {some} zero"


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
