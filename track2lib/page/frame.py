"""What every chart of ours has around it: title, subtitle, source, description."""

import contextlib
import json
import textwrap
import unicodedata
from collections.abc import Sequence
from typing import Any

import altair as alt

from track2lib.page import stored_charts
from track2lib.page.theme import INK, MUTED

__all__ = [
    "LINE",
    "Framed",
    "Layered",
    "finish",
    "isolated",
    "layered",
    "lines_of",
    "names_axis",
    "wrap",
]

LINE = 15  # pixels from line to line of a name
# Marks around a line of that direction, which is ordered by itself; and Unicode's words for letters
# that run from right to left, as Hebrew and Persian ones do.
LEFT_TO_RIGHT, RIGHT_TO_LEFT, END = "\u2066", "\u2067", "\u2069"
LEFTWARDS = {"R", "AL"}
LETTERS = {"L", *LEFTWARDS}
LEGENDS = ("color", "fill", "stroke", "opacity", "shape", "size", "strokeDash", "strokeWidth")
# What a layer cannot keep to itself.
LIFTED = ("params", "width", "height", "view", "config")


class Framed(alt.VConcatChart):
    """A chart in its frame; what a lesson holds of it is shown without another check by Altair."""

    def _repr_mimebundle_(self, *args: Any, **kwargs: Any) -> Any:
        """Give the output for a notebook, as IPython asks for it."""
        # What is stored was checked when it was stored, and the check takes as long as the rest. A
        # chart that cannot even be written down goes the usual way, and the reader is told why.
        if alt.renderers.active == "track2":
            with contextlib.suppress(Exception):
                options = alt.renderers.options.get("embed_options", {})
                if stored := stored_charts.find(self.to_dict(validate=False), options):
                    return stored
        return super()._repr_mimebundle_(*args, **kwargs)


def finish(
    chart: Any,
    *,
    title: str,
    description: str,
    caption: str,
    subtitle: str = "",
    width: int | None = None,
) -> Framed:
    """Put a chart into its frame.

    Parameters
    ----------
    chart : altair.TopLevelMixin
        Any Altair chart, without a title of its own.
    title, subtitle : str
        What is to be seen, as a sentence or the better part of one; how to read the marks.
    description : str
        What the chart shows, for a reader who does not see it; computed from the data.
    caption : str
        The source, and what is not known.
    width : int, optional
        Pixels at which words are wrapped. By default the width of the plot, or else 600.

    Returns
    -------
    Framed
        The chart, of Altair's kind; ``.properties(title=...)`` replaces its title and leaves the source.

    Raises
    ------
    ValueError
        If the title, the description or the caption is empty.
    """
    for name, text in {"title": title, "description": description, "caption": caption}.items():
        if not text.strip():
            raise ValueError(f"A chart needs a {name}: it is empty.")
    if width is None:
        given = getattr(chart, "width", None)
        width = int(given) if isinstance(given, int | float) else 600
    # A chart has one title. The plot's own goes below as the caption, where Vega keeps it clear of
    # axes and legends; what is seen as the title belongs to a frame around it, of one row.
    below = alt.TitleParams(
        isolated(wrap(caption, width, 12)),
        orient="bottom",
        anchor="start",
        frame="bounds",
        color=MUTED,
        fontSize=12,
        fontWeight="normal",
        lineHeight=16,
        offset=14,
    )
    above = alt.TitleParams(
        isolated(wrap(title, width, 18, bold=True)),
        subtitle=isolated(wrap(subtitle, width, 14)),
        anchor="start",
        frame="bounds",
        color=INK,
    )
    # Not by properties() and vconcat(), which copy every part of the chart once more each.
    plot = chart.copy(deep=False)
    plot.title = below
    # Legends stay inside the frame, or Vega sets them outside the caption.
    apart = {"legend": dict.fromkeys(LEGENDS, "independent")}
    around: dict[str, Any] = {"title": above, "description": description, "resolve": apart}
    if not isinstance(plot, Layered):
        return Framed(vconcat=[plot], **around)
    framed = Framed(**around)
    # What belongs to the whole, where Altair would have put it: controls and data are looked for
    # there, by its own widget and by whoever goes on with the chart.
    for name in ("params", "data"):
        framed[name], plot[name] = plot[name], alt.Undefined
    framed.vconcat = [plot]
    return framed


class Layered(alt.LayerChart):
    """Charts over each other; Altair's own copies them several times whenever it is written down."""

    def __init__(self, data: Any = alt.Undefined, layer: Sequence[Any] = (), **rest: Any) -> None:
        if all(map(_is_bare, layer)):  # nothing to lift out of a layer, which the copies are for
            super(alt.LayerChart, self).__init__(data=data, layer=list(layer), **rest)
        else:
            super().__init__(data=data, layer=layer, **rest)


def _is_bare(layer: Any) -> bool:
    """Tell whether a layer has nothing that Altair would lift into the whole, or refuse."""
    own = (getattr(layer, name, alt.Undefined) for name in LIFTED)
    return isinstance(layer, alt.Chart) and all(value is alt.Undefined for value in own)


def layered(*layers: alt.Chart, **properties: Any) -> Layered:
    """Lay charts over each other, as ``altair.layer`` does; data that all have are the whole's."""
    # Once, so that a change of one layer leaves those that were made from the same base alone.
    own = [layer.copy() for layer in layers]
    data = layers[0].data
    if data is not alt.Undefined and all(layer.data is data for layer in layers):
        properties["data"] = data
        for layer in own:
            layer.data = alt.Undefined
    return Layered(layer=own, **properties)


def wrap(text: str, width: int, size: int, *, bold: bool = False) -> list[str]:
    """Lines of about `width` pixels: a letter of Arial is half as wide as high, on average."""
    letters = int(width / (size * (0.54 if bold else 0.5)))
    return [line for part in text.split("\n") for line in textwrap.wrap(part, max(letters, 10))]


def isolated(lines: list[str]) -> list[str]:
    """Put marks around lines that are drawn as one text, if letters in it run from right to left.

    The marks are not seen. Without them the picture has all lines in the place of the first: what
    draws it orders the letters of the whole text at once. Nothing is changed where letters run
    from left to right, or in a single line.

    Examples
    --------
    >>> isolated(["A dialogue", "of two days"])
    ['A dialogue', 'of two days']
    >>> [line[0] == RIGHT_TO_LEFT for line in isolated(["گفت‌وگوی", "دو روزه"])]
    [True, True]
    """
    directions = [unicodedata.bidirectional(letter) for line in lines for letter in line]
    if len(lines) < 2 or LEFTWARDS.isdisjoint(directions):
        return lines
    # As the whole text runs, which its first letter decides, each of its lines does.
    first = next(direction for direction in directions if direction in LETTERS)
    start = LEFT_TO_RIGHT if first == "L" else RIGHT_TO_LEFT
    return [f"{start}{line}{END}" for line in lines]


def lines_of(names: dict[Any, list[str]]) -> str:
    """Give the Vega expression that looks up the lines of the name on an axis."""
    lines = {name: isolated(own) for name, own in names.items()}
    return f"{json.dumps(lines)}[datum.value]"


def names_axis(names: dict[Any, list[str]], **settings: Any) -> Any:
    """Write names along an edge, each in as many lines as it needs."""
    return alt.Axis(labelExpr=lines_of(names), labelLimit=0, labelLineHeight=LINE, **settings)
