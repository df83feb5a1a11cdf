"""Titles that a control moves, each broken into as many lines as the longest has."""

import json
from collections.abc import Mapping

from track2lib.page.lines import balanced, isolated, wrap

__all__ = ["moving_title"]

SIZE = 18  # of type of a title


def moving_title(titles: Mapping[str, str], width: int) -> str:
    """Give the Vega expression of the title of each setting, for a control named ``setting``.

    The page makes room for the title that stands there at first, and no more: so all have as many
    lines, and none has an empty one that its words could fill.

    Parameters
    ----------
    titles : mapping of str to str
        A title for each setting.
    width : int
        Pixels of the longest line.

    Returns
    -------
    str
        What `finish` takes as ``moving``.

    Examples
    --------
    >>> moving_title({"a": "One of six", "b": "Two"}, 800)
    '{"a": ["One of six"], "b": ["Two"]}[setting]'
    """
    most = max(len(wrap(title, width, SIZE, bold=True)) for title in titles.values())
    return f"{json.dumps({name: _even(own, width, most) for name, own in titles.items()})}[setting]"


def _even(title: str, width: int, most: int) -> list[str]:
    """Break a title into so many lines, with empty ones where it has too few words."""
    lines = balanced(title, width, SIZE, bold=True, lines=most)
    return isolated(lines + [" "] * (most - len(lines)))
