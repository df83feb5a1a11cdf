"""What a table of a lesson cites leads to the passage, and nothing else that stands in a table does."""

import pytest
from website.locators import linked, linked_in_text


def test_each_place_that_a_cell_cites_is_a_link():
    """Of a cell with two places, each leads to the first passage of its paragraph."""
    cell = "<td>DiMaggio 2010, American organizers, para. 5; RAND 2007, para. 5</td>"
    assert linked(cell, "p.html") == (
        '<td><a href="p.html#dimaggio2010-organizers-5.1">DiMaggio 2010, American organizers, para. 5</a>; '
        '<a href="p.html#rand2007-text-5.1">RAND 2007, para. 5</a></td>'
    )


def test_a_source_alone_is_no_place():
    """The name of a source, which may head its row in a table of sources, leads to no passage."""
    assert linked("<td>AAAS 2012</td>", "p.html") == "<td>AAAS 2012</td>"


def test_a_text_leads_to_what_it_cites():
    """A place is found over the end of a line; of several paragraphs the link leads to the first."""
    text = (
        "It is usual (DiMaggio 2010, Measuring success,\npara. 3), more than once\n"
        "(DiMaggio 2010, American organizers, paras. 2, 3 and 6), not para. 36."
    )
    assert linked_in_text(text, "p.html") == (
        'It is usual (<a href="p.html#dimaggio2010-measuring-3.1">DiMaggio 2010, Measuring success,\npara. 3</a>), '
        'more than once\n(<a href="p.html#dimaggio2010-organizers-2.1">'
        "DiMaggio 2010, American organizers, paras. 2, 3 and 6</a>), not para. 36."
    )


@pytest.mark.parametrize(
    "text",
    [
        "`RAND 2007, para. 5`",
        "```\nRAND 2007, para. 5\n```",
        "[RAND 2007, para. 5](there.md)",
        "<summary>RAND 2007, para. 5</summary>",
        '<img alt="RAND 2007, para. 5">',
        "RAND 2007, para. 599",
    ],
)
def test_code_links_and_lines_that_open_stay(text):
    """A link within a link, within code or within a line that opens would be none."""
    assert linked_in_text(text, "p.html") == text


def test_several_paragraphs_that_are_one_place_are_linked_whole():
    """Where a place is itself cited as several paragraphs, the link is around all of it."""
    text = "Kettering Foundation 2015, paras. 1-5"
    assert linked_in_text(text, "p.html").endswith(f'">{text}</a>')
