"""Maps beside each other: the whole, and what lies close in frames of its own."""

import numpy as np
import pandas as pd

from track2lib.charts.grammar.frames import MOST, TALL, WIDTH, panels_of
from track2lib.charts.grammar.frames import _letter as letter_at
from track2lib.charts.grammar.frames import _names as names_of
from track2lib.charts.grammar.mercator import mercator
from track2lib.charts.grammar.naming import Name, placed_names


def towns(*positions):
    """Give towns of one size at these positions."""
    made = pd.DataFrame(positions, columns=["latitude", "longitude"], dtype=float)
    return made.assign(radius=4.0, text=[f"Town of number {n}" for n in range(len(made))])


CLOSE = [(50 + n * 0.4, 5 + n % 3) for n in range(8)]
FAR = [(-34.0, 151.0), (40.0, -74.0)]


def test_what_can_be_named_on_one_map_stands_alone():
    """Few towns, or towns far from each other, need no frame."""
    for own in (towns((46.2, 6.15)), towns(*FAR), towns(*FAR, (20.0, 0.0))):
        (panel,) = panels_of(own)
        assert panel.frame is None
        assert None not in panel.names


def test_a_cluster_has_a_frame_of_its_own():
    """Towns that lie close are drawn larger, and the whole shows where."""
    whole, *frames = panels_of(towns(*CLOSE, *FAR))
    assert len(frames) == 1
    assert sorted(frames[0].towns) == list(range(8))
    assert whole.towns == [8, 9]
    assert frames[0].cut.scale > 2 * whole.cut.scale
    left, top, right, bottom = frames[0].frame
    x, y = whole.cut.at(*mercator(towns(*CLOSE)))
    assert ((x > left) & (x < right) & (y > top) & (y < bottom)).all()


def test_a_town_stands_on_one_map():
    """Over all maps, each town is there once, and each map lies on the page."""
    many = [(n * 7 % 60, n * 37 % 300 - 150) for n in range(40)] + CLOSE
    panels = panels_of(towns(*many))
    assert sorted(town for panel in panels for town in panel.towns) == list(range(48))
    assert len(panels) <= MOST + 1
    for panel in panels:
        assert panel.cut.left + panel.cut.width <= WIDTH + 0.5
        assert panel.cut.top + panel.cut.height <= TALL


def test_towns_at_one_point_end_in_words():
    """Nothing can tell them apart, and whoever has no room for a name is left without one."""
    panels = panels_of(towns(*[(46.2, 6.15)] * 60))
    assert sum(panel.names.count(None) for panel in panels) > 0


def test_the_letter_of_a_frame_lies_on_no_town():
    """It stands at the first corner that is free, above or below; where all are taken, at the first."""
    frame = (100.0, 100.0, 200.0, 160.0)
    nobody, above = np.array([]), np.array([107.0])
    assert letter_at(frame, nobody, nobody) == (100, 86, 114, 100)
    assert letter_at(frame, above, np.array([93.0])) == (186, 86, 200, 100)
    corners = np.array([107.0, 193, 107, 193]), np.array([93.0, 93, 167, 167])
    assert letter_at(frame, *corners) == (100, 86, 114, 100)


def test_names_without_room_are_placed_before_others():
    """In the order of the marks the last one finds no room, in another order all of them do."""
    # Between two edges there is one line; the first may stand at its left, and the second may not.
    marks = [Name(75, 20, 3, "Moscow"), Name(150, 20, 3, "Mo")]
    within = (0.0, 5.0, 220.0, 35.0)
    taken = [(160.0, 0.0, 220.0, 40.0)]
    assert None in placed_names(marks, within, taken)
    assert None not in names_of(marks, within, taken)
