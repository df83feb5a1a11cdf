"""What every chart of ours has around it: title, subtitle, source, description."""

import json
import textwrap
from typing import Any

from track2lib.page.theme import INK, MUTED

__all__ = ["LINE", "finish", "lines_of", "names_axis", "wrap"]

LINE = 15  # pixels from line to line of a name
LEGENDS = ("color", "fill", "stroke", "opacity", "shape", "size", "strokeDash", "strokeWidth")


def finish(
    chart: Any,
    *,
    title: str,
    description: str,
    caption: str,
    subtitle: str = "",
    width: int | None = None,
) -> Any:
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
    altair.VConcatChart
        The chart; ``.properties(title=...)`` replaces its title and leaves the source.

    Raises
    ------
    ValueError
        If the title, the description or the caption is empty.
    """
    import altair as alt

    for name, text in {"title": title, "description": description, "caption": caption}.items():
        if not text.strip():
            raise ValueError(f"A chart needs a {name}: it is empty.")
    if width is None:
        given = getattr(chart, "width", None)
        width = int(given) if isinstance(given, int | float) else 600
    # A chart has one title. The plot's own goes below as the caption, where Vega keeps it clear of
    # axes and legends; what is seen as the title belongs to a frame around it, of one row.
    below = alt.TitleParams(
        wrap(caption, width, 12),
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
        wrap(title, width, 18, bold=True),
        subtitle=wrap(subtitle, width, 14),
        anchor="start",
        frame="bounds",
        color=INK,
    )
    # Legends stay inside the frame, or Vega sets them outside the caption.
    apart: dict[str, Any] = dict.fromkeys(LEGENDS, "independent")
    return alt.vconcat(
        chart.properties(title=below),
        title=above,
        description=description,
        # Given at once, since `resolve_legend` would copy the whole chart once more.
        resolve=alt.Resolve(legend=alt.LegendResolveMap(**apart)),
    )


def wrap(text: str, width: int, size: int, *, bold: bool = False) -> list[str]:
    """Lines of about `width` pixels: a letter of Arial is half as wide as high, on average."""
    letters = int(width / (size * (0.54 if bold else 0.5)))
    return [line for part in text.split("\n") for line in textwrap.wrap(part, max(letters, 10))]


def lines_of(names: dict[Any, list[str]]) -> str:
    """Give the Vega expression that looks up the lines of the name on an axis."""
    return f"{json.dumps(names)}[datum.value]"


def names_axis(names: dict[Any, list[str]], **settings: Any) -> Any:
    """Write names along an edge, each in as many lines as it needs."""
    import altair as alt

    return alt.Axis(labelExpr=lines_of(names), labelLimit=0, labelLineHeight=LINE, **settings)
