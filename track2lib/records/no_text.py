r"""Characters that are no text: what a page, a picture or a file of XML cannot hold."""

import re
from collections.abc import Iterable
from html import escape
from unicodedata import category

__all__ = ["NO_TEXT", "as_html", "fault_of_text", "is_seen", "no_text_in", "only_text"]

# What XML 1.0 forbids, and what it advises against: control characters but for the tab and the ends
# of lines, halves of a pair of UTF-16, and the numbers that Unicode keeps free for ever; and the two
# marks that write letters backwards, which turn round whatever follows a name in a title.
BEYOND = "".join(f"{chr(plane << 16)}-{chr((plane << 16) + 0xFFFD)}" for plane in range(1, 17))
# Said by what is text, which nearly every letter is: asked the other way round, a search takes ten
# times as long.
NO_TEXT = re.compile(
    rf"[^\t\n\r\x20-\x7e\xa0-\u202c\u202f-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd{BEYOND}]"
)
UNSEEN = {"Cc", "Cf", "Zl", "Zp", "Zs"}
MATHEMATICS = re.compile(r"[$\\]")
SHOWN = 20  # so many letters say where it stands


def no_text_in(values: Iterable[str]) -> list[str]:
    r"""Choose the texts that hold a character which is no text.

    Parameters
    ----------
    values : iterable of str
        Any texts.

    Returns
    -------
    list of str
        Most often none.

    Examples
    --------
    >>> no_text_in(["Geneva", "Two\tlines\n", "Ge\x02neva"])
    ['Ge\x02neva']
    """
    every = [*values]
    # Seen of all at once, since nearly every column is sound.
    if not NO_TEXT.search("".join(every)):
        return []
    return [value for value in every if NO_TEXT.search(value)]


def fault_of_text(text: str) -> tuple[str, str] | None:
    r"""Say which character of a text is none, where it stands, and what to do.

    Parameters
    ----------
    text : str
        A cell.

    Returns
    -------
    tuple of str, or None
        Problem and remedy; None where all of it is text.

    Examples
    --------
    >>> fault_of_text("Ge\x02neva")[0]
    "A character that is no text (U+0002) stands behind 'Ge'."
    """
    found = NO_TEXT.search(text)
    if not found:
        return None
    before = only_text(text[: found.start()])[-SHOWN:]
    where = f"stands behind {before!r}" if before else "stands first"
    said = f"A character that is no text (U+{ord(found[0]):04X}) {where}."
    return (
        said,
        "Delete it, or write the text anew: it came along with text from a PDF or from Word.",
    )


def only_text(text: str) -> str:
    r"""Give a text without the characters that are none.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    str
        The same where all of it is text; what ends a line or a page elsewhere becomes a space.

    Examples
    --------
    >>> only_text("Ge\x02neva\x0btalks")
    'Geneva talks'
    """
    return NO_TEXT.sub(lambda found: " " if found[0].isspace() else "", text)


def as_html(text: str) -> str:
    r"""Write a text for a page of a notebook, where two dollar signs are no mathematics.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    str
        The text in HTML, which reads as it stands.

    Examples
    --------
    >>> as_html("R&D for $5")
    'R&amp;D for <span>$</span>5'
    """
    # A notebook looks for mathematics in a run of text, which a tag ends; a class that it passes
    # over may be taken away from a page that is not trusted yet.
    return MATHEMATICS.sub(r"<span>\g<0></span>", escape(only_text(text)))


def is_seen(text: str) -> bool:
    r"""Tell whether a text has a letter or sign that a reader sees.

    Parameters
    ----------
    text : str
        A cell.

    Returns
    -------
    bool
        False for an empty text, for spaces, and for marks of which nothing is seen.

    Examples
    --------
    >>> is_seen("Oslo"), is_seen("\u200b\u200e "), is_seen("\ufeff")
    (True, False, False)
    """
    return any(category(letter) not in UNSEEN for letter in text)
