"""How a key is written: what in it is not seen, and how it would read without."""

import re
import unicodedata
from collections.abc import Collection

__all__ = ["fault_of_key", "suspects", "tidied"]

# Joiners belong to the spelling of many words of Persian; elsewhere they are not seen.
JOINERS = "\u200c\u200d"
LOOSE_JOINER = re.compile(rf"(?<![^\x00-\x7f])[{JOINERS}]|[{JOINERS}](?![^\x00-\x7f])")


def tidied(text: str) -> str:
    """Give a key without what is not seen in it, its accents joined to their letters.

    Parameters
    ----------
    text : str
        A key, or a reference to one.

    Returns
    -------
    str
        The same text where nothing is wrong with it.

    Examples
    --------
    >>> tidied("geneva\u00a0"), tidied("گفت\u200cوگو") == "گفت\u200cوگو"
    ('geneva', True)
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    seen = "".join(
        " " if letter.isspace() else letter
        for letter in unicodedata.normalize("NFC", text)
        if letter.isspace() or letter in JOINERS or unicodedata.category(letter) not in ("Cc", "Cf")
    )
    return LOOSE_JOINER.sub("", seen.strip(f" {JOINERS}"))


def suspects(keys: Collection[str]) -> list[str]:
    """Choose the keys that may be at fault, which must be looked at one by one.

    Parameters
    ----------
    keys : collection of str
        None of them empty.

    Returns
    -------
    list of str
        Those with a space at an end, or with a sign that is not printed or not composed.

    Examples
    --------
    >>> suspects(["geneva", "accra ", "doha"])
    ['accra ']
    """
    composed = unicodedata.is_normalized("NFC", "\n".join(keys))
    ends = {key[0] for key in keys} | {key[-1] for key in keys}
    # Seen of all at once, since nearly every column is sound.
    if composed and " " not in ends and "".join(keys).isprintable():
        return []
    return [
        key
        for key in keys
        if key[0] == " "
        or key[-1] == " "
        or not key.isprintable()
        or not (composed or unicodedata.is_normalized("NFC", key))
    ]


def fault_of_key(text: str) -> tuple[str, str] | None:
    """Say what is wrong with how a key is written.

    Parameters
    ----------
    text : str
        A key, or a reference to one; not empty.

    Returns
    -------
    tuple of str, or None
        Problem and remedy; None for a key that shows all that it holds.

    Examples
    --------
    >>> fault_of_key("geneva ")
    ("'geneva ' has a space at its end.", "Write 'geneva'.")
    """
    right = tidied(text)
    if right == text:
        return None
    if not right:
        return "The cell holds nothing that is seen.", "Write the key, or empty the cell."
    return f"{text!r} has {_what(text)}.", f"Write {right!r}."


def _what(text: str) -> str:
    """Name the first thing that is wrong with a key."""
    if text[-1].isspace():
        return "a space at its end"
    if text[0].isspace():
        return "a space at its beginning"
    for letter in LOOSE_JOINER.findall(text) + [letter for letter in text if letter not in JOINERS]:
        if letter != " " and letter.isspace():
            return f"a space that is not the usual one (U+{ord(letter):04X})"
        if unicodedata.category(letter) in ("Cc", "Cf"):
            return f"a sign that is not seen (U+{ord(letter):04X})"
    return "accents that stand apart from their letters"
