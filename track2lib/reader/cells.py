"""What a reader typed, as one cell that any program can read and no spreadsheet would run."""

import unicodedata

__all__ = ["as_text", "plain_cell"]

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
    text = " ".join(as_text(str(value)).split())
    return text if _is_number(text) else text.lstrip(FORMULA + " ")


def as_text(typed: str) -> str:
    r"""Give what was typed without characters that are no text, which no file and no page takes.

    Parameters
    ----------
    typed : str
        What was typed.

    Returns
    -------
    str
        The same, with its lines, and a space in place of each such character.

    Examples
    --------
    >>> as_text("Half \ud800 a letter\nand more")
    'Half   a letter\nand more'
    """
    return "".join(" " if unicodedata.category(c) in NO_TEXT and c != "\n" else c for c in typed)


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
