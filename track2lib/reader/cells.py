"""What a reader typed, as one cell that any program can read and no spreadsheet would run."""

from track2lib.records.no_text import only_text
from track2lib.records.spreadsheet_cells import guarded

__all__ = ["only_text", "plain_cell"]


def plain_cell(value: object) -> str:
    r"""Give a value as one line of text.

    Parameters
    ----------
    value : object
        What was typed, or a number.

    Returns
    -------
    str
        The text without ends of lines, characters that are no text, or what would make a formula
        of it; a number as it is. The same again for what it has given once.

    Examples
    --------
    >>> plain_cell("=1+1,\nthey say")
    '1+1, they say'
    >>> plain_cell(-1)
    '-1'
    """
    text = " ".join(only_text(str(value)).split())
    while guarded(text) != text:
        text = text[1:].lstrip()
    return text
