"""What a table of a lesson cites leads to the passage, and nothing else that stands in a table does."""

from website.locators import linked


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
