"""Outlines of countries in pixels of the page."""

import gzip
import hashlib
import json

import numpy as np
import pandas as pd
import pytest

import track2lib as t2
from track2lib.charts.grammar.mercator import Cut, mercator
from track2lib.charts.grammar.outlines import BORDERS, outlines
from track2lib.records.checks.positions import plain_country
from track2lib.records.look_alikes import folded

BOX = (50.0, 20.0, 400.0, 300.0)


def test_the_file_is_that_of_its_makers():
    """The outlines are those of the package whose licence stands beside them, unchanged."""
    found = hashlib.sha256(gzip.decompress(BORDERS.read_bytes())).hexdigest()
    assert found == "04342cdc1e3016bcd7db1630de95684d67b79fe3c8c460321e87aef469502394"
    assert BORDERS.stat().st_size < 250_000


def drawn(north, east, box=BOX):
    """Give the parts that are drawn for a cut to one town, and where it lies."""
    town = pd.DataFrame({"latitude": [north], "longitude": [east]})
    cut = Cut.to(town, box, (10, 10))
    ((x,), (y,)) = cut.at(*mercator(town))
    return json.loads(outlines([cut]))["geometry"]["coordinates"], x, y


def inside(ring, x, y):
    """Tell whether a point lies within a closed line."""
    points = np.array(ring)
    a, b = points, np.roll(points, -1, axis=0)
    crossing = (a[:, 1] > y) != (b[:, 1] > y)
    with np.errstate(divide="ignore", invalid="ignore"):
        at = a[:, 0] + (y - a[:, 1]) * (b[:, 0] - a[:, 0]) / (b[:, 1] - a[:, 1])
    return bool((crossing & (x < at)).sum() % 2)


@pytest.fixture(scope="module")
def countries():
    """Give the closed lines of each country in degrees, by its plain name."""
    stored = json.loads(gzip.decompress(BORDERS.read_bytes()))
    scale, start = stored["transform"]["scale"], stored["transform"]["translate"]
    arcs = [np.cumsum([step[:2] for step in arc], axis=0) * scale + start for arc in stored["arcs"]]
    found = {}
    for country in stored["objects"]["countries"]["geometries"]:
        parts = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        found[folded(country["properties"]["name"])] = [
            np.concatenate([arcs[n] if n >= 0 else arcs[~n][::-1] for n in outer])
            for outer, *_ in parts
        ]
    return found


def test_no_town_lies_in_a_wrong_country(countries):
    """Each town of ours with a position lies in its own country, or off its coast and in no other."""
    places = t2.load("places").dropna(subset=["latitude", "country"])
    assert {"geneva", "singapore", "manama"} <= {*places["place_id"]}
    for place in places.itertuples():
        at = [
            name
            for name, parts in countries.items()
            if any(inside(part, place.longitude, place.latitude) for part in parts)
        ]
        assert set(at) <= {plain_country(place.country)}, (place.name, at)
    for name in ("geneva", "singapore", "manama"):
        place = places.set_index("place_id").loc[name]
        around = [(x, y) for x in (-0.05, 0, 0.05) for y in (-0.05, 0, 0.05)]
        # On its island or, where that is drawn a little too small, within sight of it.
        assert any(
            inside(part, place["longitude"] + x, place["latitude"] + y)
            for part in countries[plain_country(place["country"])]
            for x, y in around
        ), name


@pytest.mark.parametrize(
    ("north", "east"), [(46.2, 6.15), (67.5, 179.99), (67.5, -179.99), (-78.0, 0.0)]
)
def test_land_is_drawn_where_a_town_lies(north, east):
    """A town on land lies within one drawn part, also at the date line and around the pole."""
    parts, x, y = drawn(north, east)
    assert sum(inside(outer, x, y) for outer, *_ in parts) == 1


def test_nothing_is_drawn_beyond_the_cut():
    """Outlines end at the edges of their box, whatever the map shows."""
    for north, east in ((46.2, 6.15), (-17.0, 179.9), (0.0, 0.0)):
        parts, _, _ = drawn(north, east)
        points = np.array([point for part in parts for ring in part for point in ring])
        assert (points >= np.array(BOX[:2]) - 0.1).all()
        assert (points <= np.array([450.0, 320.0]) + 0.1).all()


def test_a_map_that_is_wider_than_the_globe_has_each_land_once():
    """The globe is drawn once, and no line crosses it from end to end."""
    towns = pd.DataFrame({"latitude": [-60.0, 70.0], "longitude": [10.0, 20.0]})
    cut = Cut.to(towns, (0, 0, 2000, 200), (10, 10))
    parts = json.loads(outlines([cut]))["geometry"]["coordinates"]
    x = np.array([point[0] for part in parts for ring in part for point in ring])
    assert x.max() - x.min() <= 2 * np.pi * cut.scale + 1
    wide = [np.ptp([point[0] for point in part[0]]) for part in parts]
    # Asia with Europe is the widest; what goes all the way round lies around the pole.
    assert sum(width > np.pi * cut.scale for width in wide) <= 1
