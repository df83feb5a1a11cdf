"""What Sphinx and its theme have written, finished: headers of tables, icons, what no page asks for."""

import re
import shutil
from pathlib import Path
from typing import Any

__all__ = ["tidy", "without_empty_headers"]

# The corner of a table, by pandas and by Markdown.
EMPTY = re.compile(r'<th(?: class="head")?>(?:<p></p>)?</th>')
# The rule of one icon, which may have several names; the theme brings two thousand of them, a fifth of its style.
ICON = re.compile(r'((?:\.fa-[\w-]+,?)+)\{--fa:"[^"]*"\}')
NAMED = re.compile(r"\bfa-[\w-]+")
UNUSED = ("_static/**/*.map", "_static/webpack-macros.html", ".buildinfo")


def without_empty_headers(
    app: Any, page: str, template: str, context: dict[str, Any], *_: Any
) -> None:
    """Make an ordinary cell of a header without words, which would be announced as one."""
    if "body" in context:
        context["body"] = EMPTY.sub("<td></td>", context["body"])


def tidy(built: Path) -> None:
    """Take from a finished site what no page asks for."""
    for pattern in UNUSED:
        for file in built.glob(pattern):
            file.unlink()
    shutil.rmtree(built / "_sources", ignore_errors=True)
    asking = [*built.rglob("*.html"), *built.glob("_static/scripts/*.js")]
    used = {name for file in asking for name in NAMED.findall(file.read_text("utf-8"))}
    for style in built.glob("_static/styles/*.css"):
        text = style.read_text("utf-8")
        style.write_text(
            ICON.sub(lambda rule: rule[0] if used & {*NAMED.findall(rule[1])} else "", text),
            "utf-8",
        )
