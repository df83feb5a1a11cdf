"""Charts say what their rows and sources say; the code that draws them knows nobody and no year."""

import ast
import re
from pathlib import Path

import pytest

import track2lib as t2

ROOT = Path(__file__).parents[2] / "track2lib"
DRAWING = sorted(
    path for room in ("charts", "impact/charts", "page") for path in (ROOT / room).rglob("*.py")
)
# The colours of two presidencies are fixed by their keys, so that they mean the same everywhere.
KEYS = {"theme.py": {"khatami", "ahmadinejad", "rouhani"}}
# A font, whose the outlines are that are drawn on every map, and the day from which Vega counts.
ALLOWED = {"Liberation", "Natural Earth", "1970-01-01"}


def texts_of(path):
    """Give the texts in a module that are no docstrings, and the numbers."""
    tree = ast.parse(path.read_text("utf-8"))
    told = {
        node.body[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and node not in told:
            yield node.value


@pytest.fixture(scope="module")
def known():
    """Give the words of one article and of its bibliography: authors, presidents, periods."""
    names = {
        *t2.load("sources")["short_name"],
        *t2.load("people")["name"],
        *t2.load("eras")["name"],
    }
    names |= {word for name in t2.load("eras")["name"] for word in name.split()[1:-1]}
    names |= {"president", "presidents", "presidency", "presidencies", "Iran", "Tehran"}
    listed = "|".join(re.escape(name) for name in names if len(name) > 3)
    return re.compile(rf"\b({listed})\b")


@pytest.mark.parametrize("path", DRAWING, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_chart_speaks_of_one_article(path, known):
    """No text names an author, a president or a year: a chart of other rows would say it too."""
    for value in texts_of(path):
        if isinstance(value, str):
            for said in ALLOWED:
                value = value.replace(said, "")
            found = known.search(value)
            assert found is None or value in KEYS.get(path.name, ()), value
            assert not re.search(r"\b(19|20)\d\d\b", value), value
