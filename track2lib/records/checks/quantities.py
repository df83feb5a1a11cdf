"""Words for a quantity: those that hold a number of their own, and those as vague as "several"."""

import re

__all__ = ["is_vague"]

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
    numbers = [int(BETWEEN.sub("", found)) for found in FIGURES.findall(words)]
    numbers += [IN_WORDS[found.lower()] for found in WORDS.findall(words)]
    return not ({*numbers} - DOUBTFUL or {minimum, maximum} & {*numbers})
