r"""What is handed to the drawing engine, without characters that are no text.

Such a character, as it comes along with text from a PDF, ends the engine and the kernel with it.
"""

import functools
import json
import re
from typing import Any

from track2lib.page.links import only_links
from track2lib.records.no_text import NO_TEXT, only_text
from track2lib.records.problem import warn

__all__ = ["cleaned", "guard_charts"]

# As JSON writes them: such a character or half of a pair, or the escape of one in an expression. It
# takes in more than that, such as the pairs, which the closer look then leaves alone.
WRITTEN = re.compile(r"\\(?:u00[01789]|u202[de]|[bf]|u[dD][89a-fA-F]|ufff[ef]|ufd[de]|\\[uxbfv0])")
# An escape in an expression, which the engine would turn into a letter; a pair is one letter.
ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|u(?P<four>[0-9a-fA-F]{4})|u\{(?P<any>[0-9a-fA-F]{1,6})\}|x(?P<two>[0-9a-fA-F]{2})"
    r"|(?P<one>[0bfv])|.)",
    re.DOTALL,
)
ONE = {"0": "\0", "b": "\b", "f": "\f", "v": "\v"}
# Under these names stand expressions.
CODE = {"calculate", "events", "expr", "filter", "init", "labelExpr", "signal", "test", "update"}
SAID = (
    "This chart held {count} text{s} with characters that are no text (first U+{number:04X}, in "
    "{text!r}); they are left out. Take them out of the table: validate() names the cells."
)


def cleaned(spec: dict[str, Any]) -> dict[str, Any]:
    r"""Give a specification in which every text is text, and every link is one.

    Parameters
    ----------
    spec : dict
        A specification of Vega-Lite or of Vega.

    Returns
    -------
    dict
        The same one where nothing is wrong with it.

    Warns
    -----
    track2lib.DataWarning
        If characters are left out.

    Examples
    --------
    >>> cleaned({"title": "Talks", "mark": "bar"})
    {'title': 'Talks', 'mark': 'bar'}
    """
    # One look at it as JSON, which takes a tenth of the time of a walk through all cells.
    written = json.dumps(spec, default=str)
    if '"href"' in written:
        spec = only_links(spec)
    if not WRITTEN.search(written):
        return spec
    found: list[str] = []
    clean: dict[str, Any] = _clean(spec, found)
    if not found:
        return spec
    first = NO_TEXT.search(found[0])
    number = ord(first[0]) if first else 0
    plural = "s" if len(found) > 1 else ""
    text = only_text(found[0])[:40]
    warn(SAID.format(count=len(found), s=plural, number=number, text=text))
    return clean


def guard_charts() -> None:
    """Let every chart of Altair be clean wherever it is written down: shown, saved or exported.

    Each way to a page or a file begins with `to_dict`, and none of Altair's settings sees the title.
    """
    from altair import TopLevelMixin

    plain = TopLevelMixin.to_dict
    if hasattr(plain, "__wrapped__"):  # is guarded already
        return

    @functools.wraps(plain)
    def to_dict(self: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        spec = plain(self, *args, **kwargs)
        # A part of a chart is written down as a part of the whole, which is looked at once.
        return cleaned(spec) if (kwargs.get("context") or {}).get("top_level", True) else spec

    TopLevelMixin.to_dict = to_dict  # type: ignore[method-assign]


def _clean(part: Any, found: list[str], name: str = "") -> Any:
    """Give a part of a specification clean, and note the texts that were not."""
    if isinstance(part, dict):
        return {_text(key, found): _clean(own, found, str(key)) for key, own in part.items()}
    if isinstance(part, list | tuple):
        return [_clean(own, found, name) for own in part]
    if not isinstance(part, str):
        return part
    return _expression(part, found) if name in CODE else _text(part, found)


def _text[Key](text: Key, found: list[str]) -> Key | str:
    if not isinstance(text, str) or not NO_TEXT.search(text):
        return text
    found.append(text)
    return only_text(text)


def _expression(text: str, found: list[str]) -> str:
    """Clean an expression, in which a character may also stand as an escape."""

    def written(escape: re.Match[str]) -> str:
        number = escape["four"] or escape["any"] or escape["two"]
        sign = ONE[escape["one"]] if escape["one"] else chr(int(number, 16)) if number else ""
        if not NO_TEXT.fullmatch(sign):
            return escape[0]
        found.append(sign)
        return only_text(sign)

    return ESCAPE.sub(written, str(_text(text, found)))
