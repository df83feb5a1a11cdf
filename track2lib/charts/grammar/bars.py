"""What is said below bars that count rows."""

import pandas as pd

from track2lib.charts.grammar.words import source_note

__all__ = ["source_note_of_bars"]


def source_note_of_bars(table: pd.DataFrame) -> str:
    """Name the sources of a table for a caption of bars, which name none of their own.

    Examples
    --------
    >>> source_note_of_bars(pd.DataFrame({"cited": [f"Author {n}, p. 1" for n in range(9)]}))
    'Sources: 9 documents.'
    """
    return source_note(table).replace("; each mark names its own", "")
