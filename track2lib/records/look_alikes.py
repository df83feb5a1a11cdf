"""Names and keys that look alike, which a reader would take for one: asked about, never merged."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable

__all__ = ["folded", "look_alikes"]

# Letters that an Arabic and a Persian keyboard write each in its own way.
LETTERS = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "ە": "ه"})
# Format characters (joiners, marks of direction, a mark of byte order) are not seen; nor is the
# stroke that only makes an Arabic word longer.
UNSEEN, TATWEEL = "Cf", "\u0640"


def folded(text: str) -> str:
    """Give what two texts have in common if a reader would take them for one.

    Parameters
    ----------
    text : str
        A key, a name, a coder.

    Returns
    -------
    str
        The text in one Unicode form and in small letters, with one space between words, with the
        letters and digits that keyboards mix up made one, and without what is not seen.

    Examples
    --------
    >>> folded(" Ali  REZA ") == folded("ali reza")
    True
    >>> folded("علي") == folded("علی")
    True
    """
    if text.isascii():  # most keys and names are, and the rest takes ten times as long
        return " ".join(text.lower().split())
    plain = unicodedata.normalize("NFKC", text).casefold().translate(LETTERS)
    seen = [letter for letter in plain if unicodedata.category(letter) != UNSEEN]
    digits = (str(unicodedata.decimal(letter, letter)) for letter in seen if letter != TATWEEL)
    return " ".join(unicodedata.normalize("NFKC", "".join(digits)).split())


def look_alikes(texts: Iterable[str]) -> list[list[str]]:
    """Group texts that differ, and that a reader would take for one.

    Parameters
    ----------
    texts : iterable of str
        Keys, names or coders; the same text may stand in it several times.

    Returns
    -------
    list of list of str
        Each group in the order in which its texts first occur; a text without a twin is in none.

    Examples
    --------
    >>> look_alikes(["Anna", "Ben", "anna ", "Ben"])
    [['Anna', 'anna ']]
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for text in dict.fromkeys(texts):
        groups[folded(text)].append(text)
    return [group for group in groups.values() if len(group) > 1]
