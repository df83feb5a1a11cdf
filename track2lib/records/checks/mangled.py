"""Words that were written in UTF-8 and read in another encoding, and how they would read."""

import re
from collections.abc import Collection
from functools import cache
from typing import NamedTuple

__all__ = ["mended", "suspects"]


# What texts are written in: Latin with its accents, Hebrew and Arabic, scripts of three bytes a
# letter, marks of punctuation. Rare signs in between come from chance.
BLOCKS = [
    (0xA0, 0x17F),
    (0x590, 0x6FF),
    (0x900, 0x1FFF),
    (0x2000, 0x206F),
    (0x20AC, 0x20AC),
    (0x2122, 0x2122),
    (0x3000, 0xD7AF),
]
GREEK_AND_CYRILLIC = [(0x370, 0x52F)]


class Page(NamedTuple):
    """An encoding of one byte a letter.

    What one mangled sign alone begins with, and what texts that were read in it are written in.
    """

    name: str
    alone: str
    blocks: list[tuple[int, int]] = BLOCKS + GREEK_AND_CYRILLIC


# Where Western Europe, Central Europe, Russia, Persia and old Macs open a file without a mark.
PAGES = (
    Page("cp1252", "ÃÂâÅÄ"),
    Page("cp1250", "ĂÂâ"),
    Page("cp1251", "в"),
    Page("cp1256", "â", BLOCKS),  # short Persian words in it would be Cyrillic letters
    Page("mac_roman", "√‚¬"),
)
BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
FEW = 2  # so many mangled signs are no chance


def mended(text: str) -> str | None:
    """Read a text anew if it looks like UTF-8 that was read in another encoding.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    str or None
        How it would read; None where nothing speaks for it.

    Examples
    --------
    >>> mended("cafÃ©"), mended("Ø§ÛŒØ±Ø§Ù†"), mended("café")
    ('café', 'ایران', None)
    """
    if text.isascii():
        return None
    for page in PAGES:
        read = _read_anew(text, page)
        if read and (_count(read) >= FEW or _first(text) in page.alone):
            return read
    # Words that somebody added later may stand beside those that were read wrongly.
    words = text.split(" ")
    anew = [_word_anew(word) for word in words]
    return " ".join(anew) if anew != words else None


def suspects(texts: Collection[str]) -> list[str]:
    """Choose the texts that `mended` must look at: few, even where none is in Latin letters.

    Parameters
    ----------
    texts : collection of str
        Any texts.

    Returns
    -------
    list of str
        Those whose bytes would be UTF-8 as a whole or, where one has such a sign, all but ASCII.

    Examples
    --------
    >>> suspects(["café", "cafe"]), suspects(["cafÃ©", "cafe"])
    ([], ['cafÃ©'])
    """
    others = [text for text in texts if not text.isascii()]
    whole, sign = _forms()
    # Letters repeat themselves in a column: where none can be such bytes, no text is looked at.
    runs = {*BEYOND_ASCII.findall("\n".join(others))}
    if any(map(sign.search, runs)):
        return others
    return (
        [text for text in others if whole.fullmatch(text)]
        if any(map(whole.fullmatch, runs))
        else []
    )


def _word_anew(word: str) -> str:
    """Read one word of a text anew, where it cannot be a quotation mark behind a capital letter."""
    read = None if word.isascii() else _read_anew(word, PAGES[0])
    if not read or not (_count(read) >= FEW or "â€" in word or read[-1].isascii()):
        return word
    return read if _count(read) >= FEW or _first(word) in PAGES[0].alone else word


def _read_anew(text: str, page: Page) -> str | None:
    """Give the text that has the same bytes in UTF-8, if it is one that people write."""
    letters = _bytes_of(page.name)
    try:
        read = bytes([letters[letter] for letter in text]).decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        return None
    others = [ord(letter) for letter in read if not letter.isascii()]
    usual = all(any(low <= code <= high for low, high in page.blocks) for code in others)
    return read if usual else None


@cache
def _bytes_of(page: str) -> dict[str, int]:
    """Give the byte of each letter; a byte that stands for none is read as it is."""
    found = {chr(byte): byte for byte in range(256)}
    for byte in range(256):
        letter = bytes([byte]).decode(page, "replace")
        if letter != "\ufffd":
            found[letter] = byte
    return found


@cache
def _forms() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Give the form of texts whose bytes are UTF-8, and of how a sign of Western Europe begins."""
    forms = []
    for page in reversed(PAGES):
        rest, two, three, four = _letters(page.name)
        sign = rf"[{two}][{rest}]|[{three}][{rest}]{{2}}|[{four}][{rest}]{{3}}"
        forms.append(rf"(?:[\x00-\x7f]|{sign})*+")
    return re.compile("|".join(forms)), re.compile(rf"[{two}{three}{four}][{rest}]")


def _letters(page: str) -> list[str]:
    """Give what the later bytes of a sign of UTF-8 are read as, and the first of two, three and four."""
    letters = dict.fromkeys(range(256), "")
    for letter, byte in _bytes_of(page).items():
        letters[byte] += re.escape(letter)
    ends = (0x80, 0xC0), (0xC2, 0xE0), (0xE0, 0xF0), (0xF0, 0xF5)
    return ["".join(letters[byte] for byte in range(*between)) for between in ends]


def _count(text: str) -> int:
    """Count the letters beyond ASCII."""
    return sum(not letter.isascii() for letter in text)


def _first(text: str) -> str:
    """Give the first letter beyond ASCII."""
    return next(letter for letter in text if not letter.isascii())
