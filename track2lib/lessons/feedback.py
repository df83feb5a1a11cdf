"""What a reader sees after an answer: words and a symbol, as plain text and as HTML."""

import re
import textwrap
from dataclasses import dataclass

__all__ = ["STATUS", "Feedback", "as_html", "is_blank", "quote"]

# Symbol and words carry the meaning. The colour of the rule beside them stands out from white and
# from black pages alike (3:1 or more); the text keeps the page's own colour.
STATUS = {
    "right": ("✓", "Right", "#008F69"),
    "partly": ("◐", "Partly right", "#2F7FC1"),
    "not yet": ("✗", "Not yet", "#D55E00"),
    "noted": ("✎", "Noted", "#767676"),
    "form": ("?", "Not an answer yet", "#767676"),
    "waiting": ("…", "Your turn", "#767676"),
    "hint": ("→", "Hint", "#767676"),
    "solution": ("=", "Solution", "#767676"),
}


def is_blank(value: object) -> bool:
    """Tell whether the three dots of the lesson stand there still, however they are written."""
    return value is ... or (isinstance(value, str) and value.strip() in {"", "...", "…"})


def quote(value: object) -> str:
    """Quote what a reader typed: one short piece of code, whatever is in it.

    Parameters
    ----------
    value : object
        What was typed.

    Returns
    -------
    str
        At most 40 characters of it, between backticks.
    """
    # Cut before it is cleaned: a reader may hand in a whole book. A backtick would end the code.
    try:
        text = str(value)[:200].replace("`", "'")
    except ValueError:  # Python writes no whole number of more than 4300 digits
        text = "so long a number"
    except Exception:  # a reader's own class may fail in any way when it is written
        text = f"a value of type {type(value).__name__}"
    text = " ".join("".join(c if c.isprintable() else " " for c in text).split()) or "(empty)"
    return f"`{text if len(text) <= 40 else text[:39] + '…'}`"


# As in pandas, what stands last in a cell is shown: as HTML on a page, as text everywhere else.
@dataclass(frozen=True, repr=False)
class Feedback:
    """An answer to the reader.

    Attributes
    ----------
    status : str
        One of "right", "partly", "not yet", "noted", "form" (the answer could not be read),
        "waiting" (there is no answer yet), "hint" and "solution".
    about : str
        What it is about, such as "q1-3".
    body : str
        The text, in Markdown: paragraphs, lists, code and emphasis.
    detail : str, default ""
        What the first line says besides, such as "1 of 3" of a hint.
    question : str, default ""
        The question, in Markdown. It stays beside its answer: in the page that is saved, too.
    then : str, default ""
        What to do next, in code. A form, which has buttons for it, says so in its own words.
    """

    status: str
    about: str
    body: str
    detail: str = ""
    question: str = ""
    then: str = ""

    @property
    def title(self) -> str:
        """The first line: a symbol, the words for it, and what it is about.

        Returns
        -------
        str
            Such as "✓ Right: q1-3".
        """
        symbol, words, _ = STATUS[self.status]
        return f"{symbol} {f'{words} {self.detail}'.strip()}: {self.about}"

    def __repr__(self) -> str:
        """Give the text in lines of at most 88 characters."""
        return "\n\n".join(map(_in_lines, self._parts(self.title)))

    def _repr_html_(self) -> str:
        # Only what JupyterLab keeps of a notebook that it does not trust: no aria, no role.
        return (
            f'<div style="border-left: 4px solid {STATUS[self.status][2]}; padding-left: 12px; '
            f'max-width: 720px; overflow-wrap: break-word">\n'
            f"{''.join(map(as_html, self._parts(f'**{self.title}**')))}</div>"
        )

    def _parts(self, title: str) -> list[str]:
        """Give title, question and body in the order in which they are read."""
        # What is answered stands below its question, and what is asked below its title.
        first = [title, self.question] if self.status == "waiting" else [self.question, title]
        return [part for part in [*first, self.body, self.then] if part]


def as_html(text: str) -> str:
    """Write a text of the lessons as HTML: paragraphs, lists, code and emphasis, nothing else."""
    # Imported here: it takes a tenth of a second, which who only loads tables need not wait.
    from markdown_it import MarkdownIt

    # Links, pictures and HTML are not among these: they stay the text that they are.
    reader = MarkdownIt("zero").enable(["emphasis", "backticks", "escape", "list", "fence"])
    return reader.render(text).replace("<pre>", '<pre style="white-space: pre-wrap">')


def _in_lines(text: str) -> str:
    """Write a text of the lessons in lines."""
    parts = []
    # Code keeps its lines as they are; only what stands between is broken anew.
    for piece in re.split(r"^(```.*?^```)$", text, flags=re.M | re.S):
        if piece.startswith("```"):
            parts.append(textwrap.indent("\n".join(piece.splitlines()[1:-1]), "    "))
        else:
            parts += [_wrap(block) for block in re.split(r"\n\s*\n", piece)]
    return "\n\n".join(filter(None, parts))


def _wrap(block: str) -> str:
    """Break a paragraph, or the items of a list, into lines; what a reader copies stays whole."""
    wrapper = textwrap.TextWrapper(88, break_long_words=False, break_on_hyphens=False)
    lines = []
    # A line end in a question is no end of a line for the reader, unless an item begins there.
    for line in re.split(r"\n(?=- )", block.strip()):
        wrapper.subsequent_indent = "  " if line.startswith("- ") else ""
        lines.append(wrapper.fill(" ".join(line.split())))
    return "\n".join(lines)
