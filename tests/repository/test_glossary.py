"""The page of the glossary is that of the data, and every link to it leads to a term."""

import json
import re
from pathlib import Path

import glossary
import pytest

import track2lib as t2

ROOT = Path(__file__).parents[2]
PAGES = [*(ROOT / "notebooks").glob("*.ipynb"), *(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md")]
LINK = re.compile(r"\]\(([^)#]*)glossary\.md#([^)]*)\)")
CODE = re.compile(r"`[^`\n]*`")  # how to write a link is no link
ANCHORS = set(t2.load("terms")["term_id"])


def test_the_page_is_not_stale():
    """`python tools/glossary.py` would write the same."""
    assert glossary.PAGE.read_text("utf-8") == glossary.text()


def test_each_term_has_its_anchor():
    """The key of each term, once, and nothing else; the list on top leads to them."""
    page = glossary.PAGE.read_text("utf-8")
    anchors = re.findall(r'<a id="([^"]*)"></a>', page)
    assert len(anchors) == len(set(anchors))
    assert set(anchors) == set(re.findall(r"\]\(#([^)]*)\)", page)) == ANCHORS


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.name)
def test_links_lead_to_a_term(file):
    """A link of a lesson is written as from the original; JupyterLab takes it from a copy as well."""
    text = file.read_text("utf-8")
    if file.suffix == ".ipynb":
        text = "".join("".join(cell["source"]) for cell in json.loads(text)["cells"])
    for path, anchor in LINK.findall(CODE.sub("", text)):
        assert (file.parent / path / "glossary.md").resolve() == glossary.PAGE
        assert anchor in ANCHORS


def test_signs_of_markdown_are_words():
    """What authors write is shown as it is."""
    assert glossary.plain("a_b [c] $5 <d>") == r"a\_b \[c\] \$5 \<d\>"
