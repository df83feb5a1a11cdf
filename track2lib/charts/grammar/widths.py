"""How wide a text is drawn, letter by letter, where names stand so close that an average will not do."""

from functools import lru_cache
from unicodedata import combining, east_asian_width

from track2lib.page.lines import in_lines

__all__ = ["fitted", "pixels"]

# Letters by their width in Arial, in thousandths of its size; Liberation Sans has the same widths.
WIDTHS = {
    191: "'",
    222: "ijl",
    278: " !,./:;I[]\\ft",
    333: "()-r`",
    355: '"',
    389: "*",
    500: "Jckvsxyz",
    584: "+<=>~",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1015: "@",
}
OF_LETTER = {letter: width for width, own in WIDTHS.items() for letter in own}
# Of most letters, those with accents among them, and of Chinese, Japanese and Korean ones.
USUAL, WIDE = 556, 1000
# What other fonts need more, where neither of the two is there.
SLACK = 1.12
# Letters in a line below which none is made shorter.
FEWEST = 10
# What a bold letter needs more: most need as much, whether they are narrow or wide.
BOLD = 52


def pixels(text: str, size: int, *, bold: bool = False) -> int:
    """Give the pixels that a text takes in a line, rather one more than one less.

    Examples
    --------
    >>> pixels("Illinois", 13) < pixels("Wwmm", 13), pixels("", 13)
    (True, 0)
    """
    found = sum(
        0
        if combining(letter)
        else WIDE
        if east_asian_width(letter) in {"W", "F"}
        else OF_LETTER.get(letter, USUAL)
        for letter in text
    )
    found += BOLD * len(text) * bold
    return -int(-found * size * SLACK // 1000)


@lru_cache(1000)
def fitted(text: str, width: int, size: int, *, bold: bool = False) -> list[str]:
    """Break a text into lines of so many pixels, with about as many letters in a line as have room.

    Examples
    --------
    >>> fitted("Author of the text on track II", 120, 13), fitted("", 120, 13)
    (['Author of the text', 'on track II'], [])
    """
    every = pixels(text, size, bold=bold)
    if every <= width and "\n" not in text:
        return [text] * bool(text)
    for most in range(len(text) * width // every + 2, FEWEST, -1):
        lines = in_lines(text, most)
        if all(pixels(line, size, bold=bold) <= width for line in lines):
            return lines
    return in_lines(text, FEWEST)
