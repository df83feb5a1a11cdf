"""What Sphinx and its theme have written, finished: headers of tables, names, what no page asks for."""

import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import tinycss2

__all__ = ["corrected", "tidy"]

# The corner of a table, by pandas and by Markdown.
EMPTY = re.compile(r'<th(?: class="head")?>(?:<p></p>)?</th>')
# It would be heard in place of what the line says.
NAMED_OVER = ' aria-label="Toggle hidden content"'
UNUSED = ("_static/**/*.map", "_static/webpack-macros.html", ".buildinfo")
WORD = re.compile(r"[\w-]+")


def corrected(app: Any, page: str, template: str, context: dict[str, Any], *_: Any) -> None:
    """Correct what would be heard wrongly: a header without words, and a name that hides the words."""
    if "body" in context:
        context["body"] = EMPTY.sub("<td></td>", context["body"]).replace(NAMED_OVER, "")


def tidy(built: Path) -> None:
    """Take from a finished site what no page asks for."""
    for pattern in UNUSED:
        for file in built.glob(pattern):
            file.unlink()
    shutil.rmtree(built / "_sources", ignore_errors=True)
    asking = [*built.rglob("*.html"), *built.glob("_static/**/*.js")]
    words = {word for file in asking for word in WORD.findall(file.read_text("utf-8"))}
    for style in built.glob("_static/**/*.css"):
        rules = tinycss2.parse_stylesheet(style.read_text("utf-8"))
        style.write_text("".join(_used(rules, words)), "utf-8")


def _used(rules: Iterable[Any], words: set[str]) -> Iterator[str]:
    """Give the rules of a style that may be of use; a third of the theme's is for classes that no page has."""
    for rule in rules:
        if rule.type == "at-rule" and rule.lower_at_keyword == "media":
            inner = "".join(_used(tinycss2.parse_rule_list(rule.content), words))
            if inner.strip():
                yield f"@media{tinycss2.serialize(rule.prelude)}{{{inner}}}"
        elif rule.type != "qualified-rule" or any(
            classes <= words for classes in _classes(rule.prelude)
        ):
            yield rule.serialize()


def _classes(prelude: Iterable[Any]) -> Iterator[set[str]]:
    """Give the classes that each selector of a rule names, those within brackets left out."""
    named: set[str] = set()
    dot = False
    for token in prelude:
        if token == ",":
            yield named
            named = set()
        elif dot and token.type == "ident":
            named.add(token.value)
        dot = token == "."
    yield named
