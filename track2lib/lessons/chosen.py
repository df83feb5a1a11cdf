"""Which options a reader means: by letter, by their words, or by a few words that only one has."""

import re

from track2lib.lessons.feedback import quote
from track2lib.lessons.given import FormError, folded
from track2lib.lessons.question import Question

__all__ = ["MANY", "all_meant", "one_meant"]

# What people put before a letter or a word: "the answers are b and d", "I think it is a hoop".
BEFORE = re.compile(
    r"i|think|say|guess|choose|it|is|its|are|the|my|(?:answer|option|letter|choice)s?|an?"
)
# What turns words round, so that a sentence which holds those of an option may not mean it.
TURNED = {"not", "no", "never", "nor", "neither", "or", "isnt", "rather", "than"}
ALL, NONE = {"all", "everything", "all of them"}, {"none", "nothing", "none of them"}
# Between several options. Commas stand in the words of some, which therefore go first.
BETWEEN = re.compile(r"[,;،؛/+&|\n]|\band\b", re.I)
BECAUSE, EITHER = re.compile(r"\b(?:because|since)\b", re.I), re.compile(r"\bor\b|\band\b|/", re.I)
MANY = 1000  # words of an answer; to compare more takes minutes
SHORTEST = 3  # letters of a part: "so" stands everywhere and means nothing
LETTERS = "abcdefgh"
APOSTROPHE, POSSESSIVE = re.compile(r"['’‘ʼ`´]"), re.compile(r"['’‘ʼ`´]s\b")


def one_meant(asked: Question, text: str) -> str:
    """Give the value of the option that is meant.

    Parameters
    ----------
    asked : Question
        A question with options.
    text : str
        What was typed.

    Returns
    -------
    str
        The value.

    Raises
    ------
    FormError
        If no option is meant, or several may be.
    """
    exact = _exactly(asked, _words(text))
    letters = [] if exact else _letters(asked, text)
    found = exact or (letters if len(letters) > 1 else _meant(asked, text))
    # "c, because ...": the reason is the reader's own.
    found = found or _meant(asked, BECAUSE.split(text)[0])
    if len(found) == 1:
        return found[0]
    # "denied or asserted": each by itself.
    found = found or [one for part in EITHER.split(text) for one in _meant(asked, part)]
    if len(found) > 1:
        raise FormError(_several(text, found))
    raise FormError(f"{quote(text)} is not one of the options.")


def all_meant(asked: Question, text: str) -> list[str]:
    """Give the values of all options that are meant; what means none stays the word that it is.

    Parameters
    ----------
    asked : Question
        A question with options, of which several may be right.
    text : str
        What was typed.

    Returns
    -------
    list of str
        Values, and words.

    Raises
    ------
    FormError
        If a word may mean several options.
    """
    if whole := _exactly(asked, _words(text)) or _letters(asked, text):
        return whole
    values, rest = [], APOSTROPHE.sub("", POSSESSIVE.sub("", text))
    if asked.shown_options():
        if " ".join(_words(text)) in ALL:
            return [str(option.value) for option in asked.options]
        if " ".join(_words(text)) in NONE:
            raise FormError("At least one of the options is right.")
        # The longest first, whose words may hold those of a shorter one.
        for option in sorted(asked.options, key=lambda one: -len(one.text)):
            its = r"\W+".join(map(re.escape, _words(option.text)))
            rest, often = re.subn(rf"(?<!\w){its}(?!\w)", ",", rest, flags=re.I)
            values += [str(option.value)] * bool(often)
    pieces = [piece.strip() for piece in BETWEEN.split(rest) if re.search(r"\w", piece)]
    if len(pieces) > MANY:
        raise FormError(f"Your list has more than {MANY:,} words.")
    for piece in pieces:
        if letters := _letters(asked, piece):
            values += letters
            continue
        found = _meant(asked, piece)
        if len(found) > 1:
            raise FormError(_several(piece, found))
        values += found or [piece]
    return values


def _exactly(asked: Question, words: list[str]) -> list[str]:
    """Give the value of the option whose letter or words these are, if one has them."""
    for own in ([option.value for option in asked.options], [one.text for one in asked.options]):
        for option, name in zip(asked.options, own, strict=True):
            if words and _words(name) == words:
                return [str(option.value)]
    return []


def _meant(asked: Question, text: str) -> list[str]:
    """Give the values of the options that a text may mean: one, as a rule."""
    words = _words(text)
    if exact := _exactly(asked, words) or _exactly(asked, _bare(words)):
        return exact
    texts = {str(option.value): _words(option.text) for option in asked.options if option.text}
    # "b) The second": the letter with its words, as it stands on the page.
    if words and words[0] in texts and re.match(r"\W*\w[\"'`*]*\s*[).:,–—-]", text):
        rest = _by_words(texts, words[1:])
        return [words[0]] if not rest or words[0] in rest else [words[0], *rest]
    return _by_words(texts, words)


def _by_words(texts: dict[str, list[str]], words: list[str]) -> list[str]:
    """Give the options of which some words are given, or which stand in what is given."""
    part = _bare(words)
    is_enough = len("".join(part)) >= SHORTEST or any(word.isdigit() for word in part)
    exact = [one for one, own in texts.items() if own == words]
    within = [one for one, own in texts.items() if is_enough and _holds(own, part)]
    return (
        exact
        or within
        or [
            one
            for one, own in texts.items()
            if _holds(words, _bare(own)) and not TURNED & (set(words) - set(own))
        ]
    )


def _several(text: str, found: list[str]) -> str:
    """Say that a text may mean several options."""
    listed = ", ".join(f"`{value}`" for value in dict.fromkeys(found))
    return f"{quote(text)} may mean several of the options: {listed}. Name one of them."


def _letters(asked: Question, text: str) -> list[str]:
    """Take a text apart into letters, where letters of options are all that it holds."""
    # "bc", "b and c" and "(b), (c)" are letters; "bad" is a word, though it holds a letter.
    known = {folded(option.value) for option in asked.options}
    letters = re.sub(r"\b(?:and|or)\b|[\W_]", "", " ".join(_bare(_words(text), LETTERS)))
    # One letter too far, "abde" of four, is still a row of letters.
    is_row = list(letters) == sorted(set(letters)) and set(letters) <= set(LETTERS)
    is_known = set(letters) <= known or (is_row and len(letters) > 1)
    return [*letters] if asked.has_letters() and letters and is_known else []


def _words(text: object) -> list[str]:
    """Give the words of a text without its apostrophes; a number with its point is one."""
    plain = APOSTROPHE.sub("", POSSESSIVE.sub("", folded(text)))
    return re.findall(r"\d+\.\d+|[^\W_]+", plain)


def _bare(words: list[str], but: str = "") -> list[str]:
    """Give words without what people put before an answer; one word at least is left."""
    before = [n for n, word in enumerate(words) if word in [*but] or not BEFORE.fullmatch(word)]
    return words[min(before, default=len(words) - 1) :] if words else []


def _holds(words: list[str], part: list[str]) -> bool:
    """Tell whether words stand within others, in one piece."""
    size = len(part)
    return any(words[at : at + size] == part for at in range(len(words) - size + 1))
