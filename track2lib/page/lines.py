"""Texts of a chart in lines: how wide letters are, where a line may end, and which way it runs."""

import json
import re
import textwrap
from typing import Any
from unicodedata import bidirectional, east_asian_width

import altair as alt

__all__ = [
    "LINE",
    "balanced",
    "in_lines",
    "inserted",
    "isolated",
    "letters",
    "lines_of",
    "names_axis",
    "wrap",
]

LINE = 15  # pixels from line to line of a name
NARROW = 120  # pixels of a line below which a text is broken no further, to balance it
# Marks around a line of that direction, which is ordered by itself, or around a name, which runs as
# its first letter does; and Unicode's words for letters that run from right to left.
LEFT_TO_RIGHT, RIGHT_TO_LEFT, AS_IT_RUNS, END = "\u2066", "\u2067", "\u2068", "\u2069"
LEFTWARDS = {"R", "AL"}
LETTERS = {"L", *LEFTWARDS}
# What stands in such a text and needs no mark: its letters, what is written on them, and spaces.
PLAIN = {*LEFTWARDS, "NSM", "BN", "WS"}
# Unicode's words for letters that are as wide as high, and what stands for their second half.
WIDE, HALF = {"W", "F"}, "\uffff"
# How much wider capitals are than what is usual, and letters that a few initials may have.
CAPITAL, INITIALS = 1.3, 20
# A line may end behind any letter that is so wide. Korean has spaces, and brackets hold together.
NEVER_LAST = "「『【〈《（〔［｛\u1100-\u11ff\uac00-\ud7af"
NEVER_FIRST = (
    "、。，．・：；？！」』】〉》）〕］｝ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ々,.;:!?)"
)
BREAK = re.compile(rf"(?<=[^{NEVER_LAST}]{HALF})(?=[^\s{NEVER_FIRST}])")


class _Wrapper(textwrap.TextWrapper):
    """Breaks lines between words, and between letters that need no space."""

    def _split(self, text: str) -> list[str]:
        # Python's own way to say where lines may end.
        return [part for chunk in super()._split(text) for part in BREAK.split(chunk)]


def letters(text: str) -> int:
    """Count letters of usual width: a Chinese, Japanese or Korean one has that of two.

    Of a text that is written in capitals, which are wider, each ten count as thirteen.

    Examples
    --------
    >>> letters("Seoul"), letters("서울"), letters("A PANEL HELD IN SEOUL")
    (5, 4, 27)
    """
    count = len(text) + sum(east_asian_width(letter) in WIDE for letter in text)
    return int(count * CAPITAL) if _in_capitals(text) else count


def _in_capitals(text: str) -> bool:
    """Tell whether most of a text is capitals; two or three initials are no such text."""
    return len(text) > INITIALS and sum(map(str.isupper, text)) * 2 > len(text)


def in_lines(text: str, most: int) -> list[str]:
    """Break a text into lines of so many letters of usual width.

    Examples
    --------
    >>> in_lines("Talks in Seoul", 10), in_lines("東北亜細亜安全保障", 10)
    (['Talks in', 'Seoul'], ['東北亜細亜', '安全保障'])
    """
    wrapper = _Wrapper(int(most / CAPITAL) if _in_capitals(text) else most)
    padded = "".join(f"{x}{HALF}" if east_asian_width(x) in WIDE else x for x in text)
    lines = [line for part in padded.split("\n") for line in wrapper.wrap(part)]
    return _closed([line.replace(HALF, "") for line in lines])


def _closed(lines: list[str]) -> list[str]:
    """Close an inserted name where its line ends, and open it again in the next."""
    found, start = [], ""
    for line in lines:
        whole = start + line
        start = AS_IT_RUNS if whole.count(AS_IT_RUNS) > whole.count(END) else ""
        found.append(whole + END * bool(start))
    return found


def wrap(text: str, width: int, size: int, *, bold: bool = False) -> list[str]:
    """Lines of about `width` pixels: a letter of Arial is half as wide as high, on average."""
    most = int(width / (size * (0.54 if bold else 0.5)))
    return in_lines(text, max(most, 10))


def balanced(text: str, width: int, size: int, *, bold: bool = False, lines: int = 1) -> list[str]:
    """Break a text into as many lines as it needs, or so many, the widest as narrow as can be.

    Examples
    --------
    >>> wrap("None of these is a title of its own", 200, 13)
    ['None of these is a title of', 'its own']
    >>> balanced("None of these is a title of its own", 200, 13)
    ['None of these is a', 'title of its own']
    """
    whole = wrap(text, width, size, bold=bold)
    tries = (wrap(text, own, size, bold=bold) for own in range(NARROW, width, 20))
    most = max(len(whole), lines)
    return next((tried for tried in tries if len(tried) <= most), whole)


def inserted(name: str) -> str:
    """Put marks around a name in a sentence, if letters in it run from right to left.

    The marks are not seen. Without them, numbers that follow would be drawn on the other side of it.

    Examples
    --------
    >>> inserted("The list of 2010"), inserted("فهرست")[0] == AS_IT_RUNS
    ('The list of 2010', True)
    """
    if LEFTWARDS.isdisjoint(map(bidirectional, name)):
        return name
    return f"{AS_IT_RUNS}{name}{END}"


def isolated(lines: list[str], *, alone: bool = False) -> list[str]:
    """Put marks around lines that are drawn as one text, if letters in it run from right to left.

    The marks are not seen. Without them the picture has all lines in the place of the first: what
    draws it orders the letters of the whole text at once. Nothing is changed where letters run
    from left to right, or in a single line, unless that is a text which stands `alone`, as a name
    does: signs at its end would be drawn at its beginning.

    Examples
    --------
    >>> isolated(["A dialogue", "of two days"])
    ['A dialogue', 'of two days']
    >>> [line[0] == RIGHT_TO_LEFT for line in isolated(["گفت‌وگوی", "دو روزه"])]
    [True, True]
    """
    text = "".join(lines)
    kinds = {*map(bidirectional, text)}
    if LEFTWARDS.isdisjoint(kinds):
        return lines
    # As the whole text runs, which its first letter decides, each of its lines does. A name that
    # is inserted decides nothing, unless there is nothing else.
    around = re.sub(f"{AS_IT_RUNS}[^{END}]*{END}", "", text)
    directions = map(bidirectional, around + text)
    first = next(direction for direction in directions if direction in LETTERS)
    if len(lines) < 2 and not (alone and first != "L" and kinds - PLAIN):
        return lines
    start = LEFT_TO_RIGHT if first == "L" else RIGHT_TO_LEFT
    return [f"{start}{line}{END}" for line in lines]


def lines_of(names: dict[Any, list[str]]) -> str:
    """Give the Vega expression that looks up the lines of the name on an axis."""
    lines = {name: isolated(own, alone=True) for name, own in names.items()}
    return f"{json.dumps(lines)}[datum.value]"


def names_axis(names: dict[Any, list[str]], **settings: Any) -> Any:
    """Write names along an edge, each in as many lines as it needs."""
    return alt.Axis(labelExpr=lines_of(names), labelLimit=0, labelLineHeight=LINE, **settings)
