"""What every chart of ours has around it: title, subtitle, source, description."""

import contextlib
import json
from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from track2lib.page import fonts, stored_charts
from track2lib.page.clean import cleaned
from track2lib.page.lines import balanced, isolated, wrap
from track2lib.page.silence import LEGENDS, parts, silenced
from track2lib.page.sizes import factor
from track2lib.page.theme import INK, MUTED
from track2lib.page.uncompiled import COMPILER

__all__ = ["Framed", "Layered", "finish", "layered"]

MOST = 5000  # rows of one table, unless a reader lifts that limit of Altair's
NO_PICTURE = (
    f"A picture of a chart needs {COMPILER}. Instead, chart.save('figure.html') writes a page, which loads "
    "Vega from the network when it is opened, and chart.save('figure.json') the specification. In "
    "JupyterLab, after alt.renderers.enable('track2', embed_options={'actions': True}), a chart has a "
    "menu that saves it as PNG or SVG."
)
# What a layer cannot keep to itself.
LIFTED = ("params", "width", "height", "view", "config")


class Framed(alt.VConcatChart):
    """A chart in its frame; what a lesson holds of it is shown without another check by Altair."""

    def to_dict(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Give the chart as a specification, in which every text is text."""
        return cleaned(super().to_dict(*args, **kwargs))

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

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the chart to a file, as Altair does, in our fonts and at the size of the session.

        Raises
        ------
        ImportError
            If a picture is wanted, and nothing that draws one is installed.
        """
        settings = alt.theme.get()
        kwargs.setdefault("scale_factor", factor(dict(settings())) if settings else 1)
        with contextlib.suppress(ImportError):  # a page of HTML needs no fonts, and no vl-convert
            fonts.use()
        try:
            super().save(*args, **kwargs)
        except (ImportError, ValueError) as error:
            if "vl-convert" not in str(error):
                raise
            raise ImportError(NO_PICTURE) from error


def finish(
    chart: Any,
    *,
    title: str,
    description: str,
    caption: str,
    subtitle: str = "",
    moving: str = "",
    width: int | None = None,
) -> Framed:
    """Put a chart into its frame.

    Of its marks, those are read aloud that have words in the channel ``description``: see `silenced`.

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
    moving : str, optional
        Vega expression of the title wherever the controls stand, which are at first where `title`
        says; one line long.
    width : int, optional
        Pixels at which words are wrapped. By default the width of the plot, or else 600.

    Returns
    -------
    Framed
        The chart, of Altair's kind; ``.properties(title=...)`` replaces its title and leaves the source.

    Raises
    ------
    ValueError
        If the title, the description or the caption is empty, or there are more marks than a chart
        may hold.
    """
    for name, text in {"title": title, "description": description, "caption": caption}.items():
        if not text.strip():
            raise ValueError(f"A chart needs a {name}: it is empty.")
    _check_size(chart)
    if width is None:
        given = getattr(chart, "width", None)
        width = int(given) if isinstance(given, int | float) else 600
    # A chart has one title. The plot's own goes below as the caption, where Vega keeps it clear of
    # axes and legends; what is seen as the title belongs to a frame around it, of one row.
    below = alt.TitleParams(
        isolated(wrap(caption, width, 13)),
        orient="bottom",
        anchor="start",
        frame="bounds",
        color=MUTED,
        fontSize=13,
        fontWeight="normal",
        lineHeight=17,
        offset=14,
    )
    words: Any = isolated(balanced(title, width, 18, bold=True))
    if moving:
        # What stands there at first is kept in it for the still, which does not move.
        words = alt.ExprRef(f"[{json.dumps(' '.join(words))}, {moving}][1]")
    above = alt.TitleParams(
        words,
        # An empty one would be read aloud too.
        subtitle=isolated(balanced(subtitle, width, 14)) or alt.Undefined,
        anchor="start",
        frame="bounds",
        color=INK,
    )
    # Not by properties() and vconcat(), which copy every part of the chart once more each.
    plot = silenced(chart)
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


def _check_size(chart: Any) -> None:
    """Refuse more rows than Altair writes down, which it says only when the chart is to be seen."""
    most = alt.data_transformers.options.get("max_rows", MOST)
    for part in parts(chart):
        count = len(part.data) if isinstance(part._get("data"), pd.DataFrame) else 0
        if most is not None and count > most:
            raise ValueError(
                f"This chart would hold {count:,} marks, and up to {most:,} can be drawn and stored. Take "
                "fewer rows, with head() or query()."
            )


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
