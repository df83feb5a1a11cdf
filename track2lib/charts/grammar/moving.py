"""Titles that a control moves, each broken into as many lines as the longest has."""

import json
from collections.abc import Mapping

from track2lib.page.lines import isolated, wrap

__all__ = ["moving_title"]

# Size of type of a title, and pixels of a line below which it is broken no further.
SIZE, NARROW = 18, 120


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
    most = max(len(_broken(title, width)) for title in titles.values())
    return f"{json.dumps({name: _even(own, width, most) for name, own in titles.items()})}[setting]"


def _even(title: str, width: int, most: int) -> list[str]:
    """Break a title into so many lines, the widest as narrow as can be."""
    tries = (_broken(title, own) for own in range(NARROW, width + 1, 20))
    fitting = [lines for lines in tries if len(lines) <= most]
    lines = fitting[0] if fitting else _broken(title, width)
    return isolated(lines + [" "] * (most - len(lines)))


def _broken(title: str, width: int) -> list[str]:
    """Break a title into lines of so many pixels."""
    return wrap(title, width, SIZE, bold=True)
