"""A number as people write it: in figures or words, with a unit, as a fraction or in per cent."""

import math
import re
from contextlib import suppress

from track2lib.lessons import references
from track2lib.lessons.feedback import quote
from track2lib.lessons.given import FormError

__all__ = ["number_in"]

ONES = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
VALUES = {word: value for value, word in enumerate(ONES)} | {"a": 1, "none": 0}
VALUES |= {word: 10 * place for place, word in enumerate(TENS, start=2)}
SMALL = rf"(?:{'|'.join(TENS)})(?:[ -](?:{'|'.join(ONES[1:10])}))?|{'|'.join(ONES)}"
WORDS = re.compile(
    rf"\b(?:(?:({SMALL}|a) )?hundred(?:(?: and)? ({SMALL}))?|(?:({SMALL}|a) )?dozen|({SMALL}|none))\b"
)
PARTS = {f"{word}th": value for value, word in enumerate(ONES) if value > 3}
PARTS |= {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12}
PART = re.compile(rf"(?:(\d+)[ -])?\b({'|'.join(PARTS)})s?\b")
# Words that make more or less of a number than it says.
BOUND = re.compile(
    r"\b(?:not|no|never|or|over|under|more|less|fewer|least|most|above|below|between|than|up to)\b"
)
NUMBER = r"(?<![a-z0-9])[-+]?(?:\d{1,3}(?:,\d{3})+(?![\d,])|\d+(?:[.,]\d+)?|\.\d+)(?:\.\d+)?(?:e[-+]?\d+)?"
RATIO = re.compile(rf"({NUMBER})\s*(/|÷|:|out of|divided by|of|in|from)\s*(?:the |a )?({NUMBER})")


def number_in(text: str, *, share: bool) -> float:
    """Give the number that a text says.

    Parameters
    ----------
    text : str
        What was typed.
    share : bool
        Whether a part of one is asked for, and not a count: "3 in 4" is then 0.75, and else 3.

    Returns
    -------
    float
        The number.

    Raises
    ------
    FormError
        If it says none, or more than one.

    Examples
    --------
    >>> number_in("nine rows", share=False), number_in("75 %", share=True)
    (9.0, 0.75)
    """
    with suppress(ValueError):
        if math.isfinite(value := float(text)):
            return value
    plain = _in_figures(references.folded(text))
    if BOUND.search(plain):
        raise FormError(f"{quote(text)} is not one number. Give one, without *over* or *not*.")
    if ratio := RATIO.search(plain):
        above, sign, below = ratio.groups()
        # "8 of the 100" is a count where one is asked for; what is divided is a share in any case.
        whole = _value(below) if share or sign in "/÷:" or sign == "divided by" else 1.0
        if not whole:
            raise FormError(f"{quote(text)} divides by nothing.")
        rest = plain[: ratio.start()] + plain[ratio.end() :]
        value, found = _value(above) / whole, [above, *re.findall(NUMBER, rest)]
    else:
        found = re.findall(NUMBER, plain)
        value = _value(found[0]) if found else math.nan
    if len(found) > 1:
        raise FormError(f"{quote(text)} holds more than one number. Give one.")
    if not math.isfinite(value):
        raise FormError(f"{quote(text)} is not a number.")
    if "%" in plain:
        if not share:
            raise FormError(f"{quote(text)} is a share. The question asks how many.")
        value /= 100
    return value


def _value(figures: str) -> float:
    """Read figures, in which a comma may part thousands or stand for the point."""
    if re.fullmatch(r"[-+]?\d+,\d+", figures) and not re.fullmatch(
        r"[-+]?[1-9]\d{0,2},\d{3}", figures
    ):
        return float(figures.replace(",", "."))
    with suppress(ValueError, OverflowError):
        return float(figures.replace(",", ""))
    return math.nan


def _in_figures(text: str) -> str:
    """Write the numbers of a text in figures: "twenty-four" as 24, "three quarters" as 3/4."""
    text = text.replace("−", "-").replace("⁄", "/")
    text = re.sub(r"\bper ?cent\b", "%", text)
    text = WORDS.sub(lambda found: str(_counted(found)), text)
    return PART.sub(lambda found: f"{found[1] or 1}/{PARTS[found[2]]}", text)


def _counted(found: re.Match[str]) -> int:
    """Give the number that words say: so many hundreds and a rest, dozens, or a small number."""
    hundreds, rest, dozens, small = found.groups()
    if small:
        return _small(small)
    if found[0].endswith("dozen"):
        return 12 * _small(dozens or "one")
    return 100 * _small(hundreds or "one") + _small(rest or "zero")


def _small(words: str) -> int:
    """Give a number up to 99 that stands in one word or two."""
    return sum(VALUES[word] for word in re.split("[ -]", words))
