"""Show a table whose cells hold sentences: wrapped, left-aligned, readable by a screen reader."""

import textwrap
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from track2lib.page.told import told_by
from track2lib.records.asked import a_table
from track2lib.records.disputes import differ
from track2lib.records.no_text import as_html, only_text
from track2lib.records.problem import in_short

__all__ = ["show"]

UNSTATED, DISPUTED = "not stated", " (sources differ)"
# Inline, because the style sheets of a page that is not trusted yet are removed.
CELL = "text-align:left; vertical-align:top; padding:4px 10px; white-space:normal"
# On a page as narrow as a phone, sentences would else stand letter below letter; so the table is
# wider than the page, and is moved sideways. Beside the list of files, on a projector, four such
# columns and a short one have room all the same.
LONG, WIDEST, NARROWEST, ROOM = 40, 14, 8, 34


@dataclass(frozen=True)
class TextTable:
    """A table for reading; ``frame`` is the table itself.

    Parameters
    ----------
    frame : pandas.DataFrame
        What is shown.
    caption : str
        Line above the table.
    """

    frame: pd.DataFrame
    caption: str

    def _rows(self) -> Iterator[tuple[str, ...]]:
        """Give what is read in each cell, row by row."""
        # A table without rows would keep its numbers and days, to which no words can be added.
        # As objects first: pandas 3.0 would map whole numbers with gaps as floats, 3.0 for 3.
        words = self.frame.astype(object).map(_word).where(self.frame.notna(), UNSTATED)
        # To ask takes longer than all the rest, and most tables that are shown cannot say.
        if "contested" in self.frame:
            disputed = [differ(self.frame, str(name)) for name in self.frame]
            words = words.mask(np.column_stack(disputed), words + DISPUTED)
        yield from words.itertuples(index=False, name=None)

    def __repr__(self) -> str:
        heading = [_word(column) for column in self.frame.columns]
        lines = [self.caption]
        for row in self._rows():
            for name, cell in zip(heading, row, strict=True):
                lines += textwrap.wrap(f"{name}: {cell}", 88, subsequent_indent="    ")
            lines.append("")
        return "\n".join(lines).rstrip()

    def _repr_html_(self) -> str:
        caption = f'<caption style="text-align:left">{as_html(self.caption)}</caption>'
        words = list(self._rows())
        longest = [max(map(len, column)) for column in zip(*words, strict=True)]
        long = [letters > LONG for letters in longest] or [False] * self.frame.shape[1]
        least = max(NARROWEST, min(WIDEST, ROOM // max(1, sum(long))))
        heading = [
            _cell("th", _word(column), ' scope="col"', f"; min-width:{least}em" * is_long)
            for column, is_long in zip(self.frame, long, strict=True)
        ]
        rows = [[_cell("td", word, _direction(word)) for word in row] for row in words]
        body = "".join(f"<tr>{''.join(cells)}</tr>" for cells in rows)
        head = f"<thead><tr>{''.join(heading)}</tr></thead>"
        return f"<table>{caption}{head}<tbody>{body}</tbody></table>"


def _word(cell: object) -> str:
    """Write a cell as it can be read, without what no page can hold."""
    return only_text(str(cell))


def _cell(tag: str, text: str, attribute: str, style: str = "") -> str:
    """Write one cell of a table."""
    return f'<{tag}{attribute} style="{CELL}{style}">{as_html(text)}</{tag}>'


def _direction(cell: str) -> str:
    """Let a text in a script that runs from right to left say so itself."""
    return ' dir="auto"' if any(unicodedata.bidirectional(c) in ("R", "AL") for c in cell) else ""


def show(table: Any, *, caption: str | None = None) -> TextTable:
    """Show every word of a table, or of what a chart draws; a cell that is missing reads "not stated".

    Where the table has the column ``contested``, cells for which sources differ say so. Of a chart,
    the words of its tooltips are shown, for whoever has no mouse to hover with.

    Parameters
    ----------
    table : pandas.DataFrame or altair.TopLevelMixin
        Any table, whose index is left out, or a chart.
    caption : str, optional
        Line above the table. By default the number of rows, and the title of a chart.

    Returns
    -------
    TextTable
        Shown by the notebook as a table, and elsewhere as text.

    Raises
    ------
    TypeError
        If it is neither, or the caption no text.
    ValueError
        If two columns of the table have one name, or no mark of the chart has a tooltip.

    Examples
    --------
    >>> import track2lib as t2
    >>> t2.show(t2.load("eras", scope="founding")[["name", "dates"]], caption="Two presidencies")
    Two presidencies
    name: The Khatami years
    dates: 1997/2005
    <BLANKLINE>
    name: The Ahmadinejad years
    dates: 2005/..
    """
    title = ""
    if not isinstance(table, pd.DataFrame) and hasattr(table, "to_dict") and hasattr(table, "save"):
        table, title = told_by(table)
    a_table(table, "load('dialogues')")
    if caption is not None and not isinstance(caption, str):
        raise TypeError(
            f"caption is {in_short(caption)}, and is to be a text, such as 'All talks'."
        )
    count = len(table)
    of_chart = f"{title}: " if title else ""
    told = f"{of_chart}{count} row{'' if count == 1 else 's'}"
    return TextTable(table, only_text(caption or "").strip() or told)
