"""A lesson is divided into slides by its headings, unless somebody has divided it."""

import nbformat

from track2lib.lab.slides import Headings


def kinds(*cells, **slideshow):
    """Give the kinds of slides of cells: text for Markdown, `>` before code."""
    new = nbformat.v4.new_notebook()
    for text in cells:
        make = nbformat.v4.new_code_cell if text[0] == ">" else nbformat.v4.new_markdown_cell
        new.cells.append(make(text.lstrip(">")))
    if slideshow:
        new.cells[0].metadata["slideshow"] = slideshow
    divided, _ = Headings().preprocess(new, {})
    return [cell.metadata.get("slideshow", {}).get("slide_type") for cell in divided.cells]


def test_slides_begin_at_headings():
    """A heading begins a slide, further text one below it, and code stays with its text."""
    cells = ["# Title\n\nText", ">1", "Text", ">2", ">3", "## Part", "### Smaller", ">4"]
    right = ["slide", "-", "subslide", "-", "subslide", "slide", "subslide", "-"]
    assert kinds(*cells) == right
    assert kinds(">1", "#hashtag") == ["-", "subslide"]


def test_own_division_is_kept():
    """Whoever has set one kind by hand gets what was set, and nothing besides."""
    assert kinds("# Title", "## Part", slide_type="skip") == ["skip", None]
