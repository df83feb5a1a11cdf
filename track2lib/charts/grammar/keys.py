"""A key above a chart: what the forms and colours of its marks mean, beside the marks themselves."""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

import altair as alt

from track2lib.page.lines import isolated, letters

__all__ = ["Key", "keyed"]

# Pixels of a letter, of a mark with the space around it, and from the key to what is below it.
LETTER, MARK, BELOW = 7.4, 48, 10


class Key(NamedTuple):
    """What the form and the colour of a mark mean: a field, what it is called, and its values."""

    field: str
    called: str
    marks: Mapping[str, tuple[str, str]]
    """The shape and the colour of each value."""
    said: Mapping[str, str] = MappingProxyType({})
    """What stands there for a value, where that is not its name."""


def keyed(marks: alt.Chart, key: Key, width: int) -> alt.Chart:
    """Give points their shapes and colours, and write above the chart what these mean.

    Parameters
    ----------
    marks : altair.Chart
        Points, not yet in a frame.
    key : Key
        What they mean.
    width : int
        Pixels in which the key has to find room; it takes a second line if it must.

    Returns
    -------
    altair.Chart
        The points.
    """
    names = [*key.marks]
    shapes, colours = map(list, zip(*key.marks.values(), strict=True))
    said = {name: key.said.get(name, name) for name in names}
    each = LETTER * max(map(letters, said.values())) + MARK
    words = {name: isolated([own], alone=True)[0] for name, own in said.items()}
    legend = alt.Legend(
        title=key.called,
        titleOrient="left",
        titlePadding=12,
        orient="top",
        direction="horizontal",
        columns=max(int((width - LETTER * letters(key.called)) / each), 1),
        columnPadding=24,
        labelExpr=f"{json.dumps(words)}[datum.value]",
        labelColor=alt.ExprRef(
            f"{json.dumps(dict(zip(names, colours, strict=True)))}[datum.value]"
        ),
        labelFontWeight="bold",
        labelLimit=0,
        symbolStrokeWidth=0,
        offset=BELOW,
    )
    return marks.encode(
        shape=alt.Shape(key.field, type="nominal", legend=legend).scale(domain=names, range=shapes),
        fill=alt.Fill(key.field, type="nominal", legend=legend).scale(domain=names, range=colours),
    )
