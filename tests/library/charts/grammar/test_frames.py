"""Maps beside each other: the whole, and what lies close in frames of its own."""

import pandas as pd

from track2lib.charts.grammar.frames import MOST, TALL, WIDTH, panels_of
from track2lib.charts.grammar.mercator import mercator


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
