"""A chart on paper has no title of its own: the page sets it, with subtitle and caption."""

import struct

import pytest
from drawn import named
from paper.pictures import SCALE, picture

import track2lib as t2
from track2lib.page.renderer import render


def vega_of(chart):
    """Give a chart as a lesson holds it."""
    bundle, _ = render(chart.to_dict())
    return bundle["application/vnd.vega.v5+json"]


@pytest.mark.parametrize(
    ("make", "moves"), [(t2.timeline, False), (t2.active_in_year, True)], ids=["still", "moving"]
)
def test_words_around_a_chart_are_taken_off(make, moves):
    """Title and caption are given as words, also where controls move them; the chart is left as it was."""
    vega = vega_of(make(named()))
    before = str(vega)
    drawn = picture(vega, "What it shows.")
    assert "dialogues" in drawn.title
    assert drawn.caption.startswith("Source: DiMaggio 2010")
    assert drawn.caption.endswith("has controls in the notebook.") == moves
    assert drawn.alt == "What it shows."
    assert str(vega) == before
    assert struct.unpack(">II", drawn.png[16:24]) == (drawn.width * SCALE, drawn.height * SCALE)


@pytest.mark.parametrize(
    ("chart", "table", "left"),
    [
        (t2.active_in_year, "dialogues", "Broken ring: the source does not say."),
        (t2.compare_definitions, "readings", "Broken ring: its words do not decide."),
        (t2.events_by_era, "events", "Columns go by the date, or by the section that tells it."),
    ],
)
def test_a_picture_asks_for_nothing_to_be_moved(chart, table, left):
    """Of a subtitle that tells to move or choose something, paper has only the rest."""
    vega = vega_of(chart(t2.load(table, scope="founding")))
    assert picture(vega, "What it shows.").subtitle == left
