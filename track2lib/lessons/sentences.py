"""What counts as a sentence: the one rule, for whoever answers and for whoever reads what a class wrote."""

import re
import unicodedata

__all__ = ["is_a_sentence"]

FEWEST = 3  # different words, as in "It does not"
WORD = re.compile(r"\w+")


def is_a_sentence(text: str) -> bool:
    """Tell whether a text has three different words, of which one is longer than a letter.

    Parameters
    ----------
    text : str
        What somebody wrote.

    Returns
    -------
    bool
        Whether it may count as a sentence; what it says is for a person to judge.

    Examples
    --------
    >>> [is_a_sentence(text) for text in ("It does not", "x", "x x x", "no no no")]
    [True, False, False, False]
    """
    words = set[str]()
    for word in WORD.findall(text.casefold()):
        # Chinese and Japanese part no words: there each sign counts as one.
        words |= {*word} if any(map(_is_wide, word)) else {word}
    words = {word for word in words if any(map(str.isalpha, word))}
    return len(words) >= FEWEST and any(len(word) > 1 or _is_wide(word) for word in words)


def _is_wide(letter: str) -> bool:
    return unicodedata.east_asian_width(letter[0]) == "W"
