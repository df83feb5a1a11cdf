"""What a reader typed, as one cell that any program can read and no spreadsheet would run."""

import unicodedata

__all__ = ["plain_cell"]

# With one of these in front, a spreadsheet takes a text for a formula.
FORMULA = "=+-@＝＋－＠"
# Control characters and halves of letters. Joiners and marks of direction are part of Persian.
NO_TEXT = {"Cc", "Cs", "Cn"}


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
    text = "".join(" " if unicodedata.category(c) in NO_TEXT else c for c in str(value))
    text = " ".join(text.split())
    return text if _is_number(text) else text.lstrip(FORMULA + " ")


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
