"""Words for a quantity: a number of its own, one that is only about right, or none, as "several"."""

import re
from collections.abc import Iterator

__all__ = ["is_about", "is_vague"]

# Words for a quantity that no number may stand beside. "As many as 250" is a ceiling, and a number.
VAGUE = re.compile(
    r"\b(several|dozens?|(?<!as )many|most|some|few|a number of|numerous|various)\b",
    re.IGNORECASE,
)
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
# In figures of any script, with or without a sign between thousands; not a day of a month, "1st",
# "1990s" or the number of a track.
FIGURES = re.compile(
    rf"(?<![\w.])(?<!track )\d+(?:[,.٬'’\u00a0\u202f]\d{{3}})*(?!\w|\.\d| (?:{MONTHS})\b)",
    re.IGNORECASE,
)
BETWEEN = re.compile(r"\D")
# fmt: off
ONES = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
    "seventeen", "eighteen", "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
# fmt: on
IN_WORDS = (
    {word: number for number, word in enumerate(ONES, start=1)}
    | {word: number for number, word in zip(range(20, 100, 10), TENS, strict=True)}
    | {
        f"{tens}{between}{ones}": number + one
        for number, tens in zip(range(20, 100, 10), TENS, strict=True)
        for one, ones in enumerate(ONES[:9], start=1)
        for between in "- "
    }
    | {"a hundred": 100, "one hundred": 100}
)
# The longest first: "twenty-one" is not "twenty".
WORDS = re.compile(rf"\b({'|'.join(sorted(IN_WORDS, key=len, reverse=True))})\b", re.IGNORECASE)
DOZEN = re.compile(r"\S+ dozen\b", re.IGNORECASE)
# Numbers that may say something else, unless a bound of the count is that number: years, and "one".
DOUBTFUL = {1, *range(1000, 3000)}
# What says, before or behind a number, that it is not exact.
ABOUT = re.compile(
    r"(?:\b(?:about|around|roughly|approximately|some|nearly|almost|circa|approx|ca)\b\.?|[~≈])\s*$",
    re.IGNORECASE,
)
OR_SO = re.compile(r"\s+or so\b", re.IGNORECASE)
SCALE = re.compile(r"\s+(hundred|thousand|million|billion)\b", re.IGNORECASE)
SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}


def is_vague(words: str, minimum: int | None, maximum: int | None) -> bool:
    """Tell whether words for a quantity leave open which number they mean.

    Parameters
    ----------
    words : str
        As a source states the count.
    minimum, maximum : int or None
        The bounds that stand beside them.

    Returns
    -------
    bool
        True for words such as "several" that hold no number of the count.

    Examples
    --------
    >>> is_vague("several dozen", 24, None), is_vague("at most 12", None, 12)
    (True, False)
    >>> is_vague("several rounds since 2002", 3, None)
    True
    """
    if not VAGUE.search(words):
        return False
    # "Two dozen" is no more a number than "a dozen" is.
    words = DOZEN.sub("", words)
    numbers = {number for number, _ in _numbers(words)}
    return not (numbers - DOUBTFUL or {minimum, maximum} & numbers)


def is_about(words: str, number: int) -> bool:
    """Tell whether words for a quantity give a number as one that is only about right.

    Parameters
    ----------
    words : str
        As a source states the count.
    number : int
        The number in question.

    Returns
    -------
    bool
        True for "about 30" and 30.

    Examples
    --------
    >>> is_about("about 30", 30), is_about("30, in about 2 years", 30)
    (True, False)
    """
    for found, place in _numbers(words):
        scale = SCALE.match(words, place.end())
        found *= SCALES[scale[1].lower()] if scale else 1
        end = (scale or place).end()
        about = ABOUT.search(words, 0, place.start()) or OR_SO.match(words, end)
        if about and found == number:
            return True
    return False


def _numbers(words: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Give each number in some words, in figures or not, and where it stands."""
    for place in FIGURES.finditer(words):
        yield int(BETWEEN.sub("", place[0])), place
    for place in WORDS.finditer(words):
        yield IN_WORDS[place[0].lower()], place
