"""Names and keys that look alike, which a reader would take for one: asked about, never merged."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable

__all__ = ["folded", "folded_each", "look_alikes", "so_written"]

# Letters that an Arabic and a Persian keyboard write each in its own way; those of Turkish, of
# which the capital of one has the dot of the other; and a Russian one that most people write as
# another.
LETTERS = {"ي": "ی", "ى": "ی", "ك": "ک", "ە": "ه", "ı": "i", "\u0307": "", "ё": "e"}
# Cyrillic and Greek letters that look like Latin ones; whoever changes keyboards mixes them up.
LETTERS |= dict(zip("аеорсухіјѕһο", "aeopcyxijsho", strict=True))
# Format characters (joiners, marks of direction, a mark of byte order) are not seen; nor is the
# stroke that only makes an Arabic word longer.
UNSEEN, TATWEEL = "Cf", "\u0640"
# What is neither letter nor space, and digits, beyond ASCII.
SIGNS, DIGITS = re.compile(r"[^\x00-\x7f\w\s]"), re.compile(r"[^\D0-9]")
# Spaces that are not single, or not between words.
SPACES = ["  ", " \n", "\n ", *"\t\r\v\f\x1c\x1d\x1e\x1f\x85\u1680\u2028\u2029"]


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
    return " ".join(_plain(text).split())


def folded_each(texts: Collection[str]) -> list[str]:
    """Give the same for each of some texts, in their order.

    Examples
    --------
    >>> folded_each(["Ali  Reza", "علي"]) == ["ali reza", folded("علی")]
    True
    """
    # All at once, as one text with a line for each: one by one takes ten times as long.
    plain = _plain("\n".join(["", *texts, ""]))
    lines = plain.split("\n")[1:-1]
    if len(lines) != len(texts):  # some are of several lines themselves
        return [folded(text) for text in texts]
    if any(space in plain for space in SPACES):
        return [" ".join(line.split()) for line in lines]
    return lines


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
    every = list(dict.fromkeys(texts))
    lines = folded_each(every)
    if len(set(lines)) == len(lines):
        return []
    groups: dict[str, list[str]] = defaultdict(list)
    for line, text in zip(lines, every, strict=True):
        groups[line].append(text)
    return [group for group in groups.values() if len(group) > 1]


def so_written(text: str, right: str) -> str:
    """Say that a text is to be written like one that it looks like, and which letter is in the way.

    Examples
    --------
    >>> so_written("Talks", "talks")
    'Write it so.'
    >>> so_written("t\u0430lks", "talks")
    'Write it so: its letter 2 is Cyrillic, and has to be Latin.'
    """
    for place, pair in enumerate(zip(text, right, strict=False), start=1):
        found, wanted = (unicodedata.name(letter, "-").split()[0] for letter in pair)
        if all(letter.isalpha() for letter in pair) and found != wanted:
            found, wanted = found.capitalize(), wanted.capitalize()
            return f"Write it so: its letter {place} is {found}, and has to be {wanted}."
    return "Write it so."


def _plain(text: str) -> str:
    """Give a text in one form and in small letters; its spaces and lines are left as they are."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKC", text).casefold()
    # Letter by letter, each in the whole text at once: there are few, and texts may be long.
    found = {*SIGNS.findall(plain), *DIGITS.findall(plain), *LETTERS, TATWEEL}
    for letter in found:
        plain = plain.replace(letter, _seen(letter))
    return unicodedata.normalize("NFKC", plain)


def _seen(letter: str) -> str:
    """Give the letter or digit that a reader sees, or nothing."""
    if letter == TATWEEL or unicodedata.category(letter) == UNSEEN:
        return ""
    return LETTERS.get(letter, str(unicodedata.decimal(letter, letter)))
