"""Markdown becomes what Typst sets, and no sign of a text is taken for one of Typst's."""

import doctest

import pytest
from paper import markup
from paper.markup import inline, plain, typst
from paper.printing import printed
from printed_pages import Printed, squeezed


def test_examples_of_the_module_hold():
    """What its docstrings show is so."""
    assert doctest.testmod(markup).failed == 0


def test_every_sign_is_printed_as_it_stands():
    """A text of signs that Typst would read comes out as the same text."""
    signs = r"a#b $x$ *y* _z_ <w> @v [u] ~t // s = r + q - p 1. o `n` \m {l} | ^k & j ... i -- h :g"
    head = '#set document(title: "Signs")\n= Signs\n\n'
    assert squeezed(signs) in Printed(printed(head + plain(signs), {})).words[0]


def test_what_follows_code_or_emphasis_is_printed():
    """Behind a call Typst takes a semicolon for its end and a bracket for its argument."""
    text = "who (`a`; so) *b*(c) `d`[e] **f**; g"
    head = '#set document(title: "Signs")\n= Signs\n\n'
    printed_words = Printed(printed(head + inline(text), {})).words[0]
    assert squeezed("who (a; so) b(c) d[e] f; g") in printed_words


def test_what_runs_in_a_line():
    """Emphasis, code and addresses are kept; of what leads to another lesson, the words are."""
    assert inline("**a** *b* `c`") == '#strong[a] #emph[b] #raw("c")'
    assert inline("[a](https://b.org)") == '#link("https://b.org")[a]'
    assert inline("[a](06-b.ipynb)") == "#box[a]"
    assert inline("Name ________").endswith("stroke: (bottom: 0.5pt), height: 0.9em)")


def test_columns_to_write_in_share_the_room():
    """A column with a head and empty cells is wide; one that parts others, or is full, is not."""
    table = "| a | b | |\n|---|---|---|\n| 1 | | |\n| 2 | | |"
    assert "columns: (auto, 1fr, auto,)" in typst(table)
    assert typst(table).count("#blank") == 4


def test_what_paper_has_not_is_refused():
    """Of HTML only a comment is left out in silence."""
    assert typst("<!-- for editors -->") == ""
    with pytest.raises(ValueError, match="html_block"):
        typst("<table></table>")
