"""The outlines of countries on the map, and the boxes round their parts."""

import gzip
import json
import math
from pathlib import Path

import track2lib

OUTLINES = Path(track2lib.__file__).parent / "charts" / "maps" / "countries-50m.json.gz"


def country_boxes():
    """Give south, west, north and east of each part of each country, in whole degrees outward."""
    topology = json.loads(gzip.decompress(OUTLINES.read_bytes()))
    arcs = [list(points(topology, arc)) for arc in topology["arcs"]]
    found = {}
    for country in topology["objects"]["countries"]["geometries"]:
        parts = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        boxes = sorted({box for outer, *_ in parts for box in boxes_round(arcs, outer)})
        # A part that lies in the box of another adds nothing.
        kept = [one for one in boxes if not any(holds(two, one) for two in boxes if two != one)]
        found[country["properties"]["name"]] = [list(one) for one in kept]
    return dict(sorted(found.items()))


def points(topology, arc):
    """Give the points of an arc: each is stored as its distance from the one before."""
    scale, start = topology["transform"]["scale"], topology["transform"]["translate"]
    east = north = 0
    for step in arc:
        east, north = east + step[0], north + step[1]
        yield east * scale[0] + start[0], north * scale[1] + start[1]


def boxes_round(arcs, ring):
    """Give the box round a ring of arcs, or one on each side of the date line."""
    # A number below zero is an arc walked backwards.
    every = [point for arc in ring for point in arcs[arc if arc >= 0 else ~arc]]
    width = max(east for east, _ in every) - min(east for east, _ in every)
    sides = [[p for p in every if p[0] < 0], [p for p in every if p[0] >= 0]]
    for part in sides if width > 180 else [every]:
        east, north = zip(*part, strict=True)
        south, west = math.floor(min(north)), math.floor(min(east))
        yield south, west, math.ceil(max(north)), math.ceil(max(east))


def holds(one, other):
    """Tell whether a box holds another."""
    return one[0] <= other[0] and one[1] <= other[1] and one[2] >= other[2] and one[3] >= other[3]


def as_file(boxes):
    """Write the boxes as the library has them: a country in each line."""
    lines = [f"{json.dumps(name, ensure_ascii=False)}: {boxes[name]}" for name in boxes]
    return "{\n" + ",\n".join(lines) + "\n}\n"
