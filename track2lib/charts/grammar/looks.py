"""Marks that show a word by shape, fill and outline, so that none hangs on color alone."""

from collections.abc import Mapping

import altair as alt

__all__ = ["looks"]

Looks = dict[str, alt.Shape | alt.Fill | alt.Stroke]


def looks(
    field: str,
    *,
    shapes: Mapping[str, str],
    fills: Mapping[str, str],
    outlines: Mapping[str, str],
    size: int,
    above: int,
) -> Looks:
    """Give the shape, fill and outline of each word of a column, with one key for the three.

    Parameters
    ----------
    field : str
        The column.
    shapes, fills, outlines : mapping of str to str
        What each word looks like; the words in the order of the key.
    size : int
        How large a mark is in the key, in square pixels.
    above : int
        How far above the marks the key stands, in pixels.

    Returns
    -------
    dict of str to altair channel
        To be given to ``encode``.

    Examples
    --------
    >>> circle, red, grey = {"seen": "circle"}, {"seen": "#d62728"}, {"seen": "#777777"}
    >>> made = looks("word", shapes=circle, fills=red, outlines=grey, size=90, above=20)
    >>> sorted(made)
    ['fill', 'shape', 'stroke']
    """
    key = alt.Legend(
        title=None,
        orient="top",
        direction="horizontal",
        columnPadding=18,
        symbolSize=size,
        labelLimit=0,
        offset=above,
    )

    def scaled(values: Mapping[str, str]) -> alt.Scale:
        return alt.Scale(domain=[*shapes], range=[values[word] for word in shapes])

    return {
        "shape": alt.Shape(f"{field}:N", legend=key, scale=scaled(shapes)),
        "fill": alt.Fill(f"{field}:N", legend=key, scale=scaled(fills)),
        "stroke": alt.Stroke(f"{field}:N", legend=key, scale=scaled(outlines)),
    }
