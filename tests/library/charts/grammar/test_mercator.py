"""Positions on the map of Mercator."""

import math

import pandas as pd
import pytest

from track2lib.charts.grammar.mercator import HEIGHT, POLAR, WIDTH, mercator, projection


@pytest.mark.parametrize("north", [(10.0,), (-POLAR, POLAR), (59.3, 59.4), (-POLAR, 0.0)])
def test_every_town_lies_inside(north):
    """Up to where the map ends, a cut to some towns has all of them in the picture."""
    towns = pd.DataFrame({"latitude": north, "longitude": [20.0 * n for n in range(len(north))]})
    cut, (x, y) = projection(towns), mercator(towns)
    assert (cut["translate"][0] + cut["scale"] * x).between(0, WIDTH).all()
    assert (cut["translate"][1] - cut["scale"] * y).between(0, HEIGHT).all()


def test_the_equator_is_in_the_middle():
    """Heights grow with latitude, and are alike north and south."""
    _, y = mercator(pd.DataFrame({"latitude": [-60.0, 0.0, 60.0], "longitude": 0.0}))
    assert y.tolist() == pytest.approx([-math.log(2 + math.sqrt(3)), 0, math.log(2 + math.sqrt(3))])
