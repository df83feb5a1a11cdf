"""Positions on the map of Mercator."""

import math

import pandas as pd
import pytest

from track2lib.charts.grammar.mercator import POLAR, Cut, mercator

BOX = (30.0, 20.0, 400.0, 200.0)


def towns(north, east):
    """Give towns at these positions."""
    return pd.DataFrame({"latitude": north, "longitude": east})


@pytest.mark.parametrize("north", [(10.0,), (-POLAR, POLAR), (59.3, 59.4), (-POLAR, 0.0)])
@pytest.mark.parametrize("step", [20.0, 130.0])
def test_every_town_lies_inside(north, step):
    """Up to where the map ends, a cut to some towns has all of them in its box, within its edges."""
    own = towns(north, [170 - step * n for n in range(len(north))])
    cut = Cut.to(own, BOX, (30, 10))
    x, y = cut.at(*mercator(own))
    assert ((x > 30 + 29) & (x < 430 - 29)).all()
    assert ((y > 20 + 9) & (y < 220 - 9)).all()


def test_the_equator_is_in_the_middle():
    """Heights grow with latitude, and are alike north and south."""
    _, y = mercator(towns([-60.0, 0.0, 60.0], 0.0))
    assert y.tolist() == pytest.approx([-math.log(2 + math.sqrt(3)), 0, math.log(2 + math.sqrt(3))])


@pytest.mark.parametrize(
    ("east", "order"),
    [
        ((178.0, -172.0, -158.0), [0, 1, 2]),
        ((10.0, -10.0), [1, 0]),
        ((-120.0, 10.0, 100.0), [0, 1, 2]),
    ],
)
def test_the_globe_is_cut_where_it_is_emptiest(east, order):
    """Neighbors across the date line are neighbors on the map."""
    own = towns(0.0, list(east))
    x, _ = Cut.to(own, BOX, (10, 10)).at(*mercator(own))
    assert x.argsort().tolist() == order


def test_a_frame_stays_on_its_map():
    """What lies at the edge has a frame that ends there."""
    cut = Cut(0, 0, 100, 50, 10, 0, 0)
    assert cut.around([2.0, 40.0], [5.0, 48.0], 6) == (0, 0, 46, 50)
