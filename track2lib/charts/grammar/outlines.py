"""Outlines of countries, cut to what a map shows, in pixels of the page."""

import gzip
import json
import math
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from track2lib.charts.grammar.mercator import POLAR, ROUND, Cut

__all__ = ["BORDERS", "outlines"]

BORDERS = Path(__file__).parents[1] / "maps" / "countries-50m.json.gz"
# Pixels from point to point of a line, and of the least island that is drawn.
STEP, ISLAND = 1.6, 3
# Where the map ends, in the north and, below zero, in the south.
END = math.log(math.tan(math.pi / 4 + math.radians(POLAR) / 2))
Ring = list[list[float]]


def outlines(cuts: Iterable[Cut]) -> str:
    """Give the outlines of countries in some parts of the map, as one feature of GeoJSON.

    Examples
    --------
    >>> outlines([Cut(0, 0, 100, 100, 500, 0.1, 0.8)]).startswith('{"type":"Feature"')
    True
    """
    drawn = [parts for cut in cuts for parts in _shown(cut)]
    geometry = {"type": "MultiPolygon", "coordinates": drawn}
    return json.dumps({"type": "Feature", "geometry": geometry}, separators=(",", ":"))


def _shown(cut: Cut) -> Iterator[list[Ring]]:
    """Give what a cut shows of each part of each country: its outer line, then those within it."""
    arcs, parts, boxes = _world()
    # A map that is wider than the globe ends where this does.
    wide, high = min(cut.width / 2 / cut.scale, math.pi), cut.height / 2 / cut.scale
    box = [cut.left + cut.width / 2 - wide * cut.scale, cut.top, 0.0, cut.top + cut.height]
    box[2] = box[0] + 2 * wide * cut.scale
    # Parts that lie across an end of the map stand at both, so that a cut may lie across it too.
    for turn in (-ROUND, 0.0, ROUND):
        west, south, east, north = (boxes - (cut.east - turn, cut.north) * 2).T
        seen = (west < wide) & (east > -wide) & (south < high) & (north > -high)
        # An island that is too small to be seen is left out.
        seen &= np.maximum(east - west, north - south) * cut.scale >= ISLAND
        rings = [parts[n] for n in np.flatnonzero(seen)]
        used = {n if n >= 0 else ~n for part in rings for ring in part for n in ring}
        lines = {n: _thinned(cut, arcs[n]) for n in used}
        for part in rings:
            closed = (np.add(_closed(lines, ring), (turn, 0)) for ring in part)
            outer, *inner = (_clipped(cut, box, ring) for ring in closed)
            if outer:
                yield [outer, *filter(None, inner)]


@cache
def _world() -> tuple[list[np.ndarray], list[list[list[int]]], np.ndarray]:
    """Read the lines that countries share, which of them go round each part, and the box round it."""
    stored = json.loads(gzip.decompress(BORDERS.read_bytes()))
    # Each point is stored as its distance from the one before, and each line begins anew.
    steps = np.array([step[:2] for arc in stored["arcs"] for step in arc])
    ends = np.cumsum([len(arc) for arc in stored["arcs"]])
    sums = np.cumsum(steps, axis=0)
    before = np.vstack([[0, 0], sums[ends[:-1] - 1]])
    whole = sums - np.repeat(before, np.diff(ends, prepend=0), axis=0)
    degrees = whole * stored["transform"]["scale"] + stored["transform"]["translate"]
    north = np.radians(degrees[:, 1].clip(-POLAR, POLAR))
    places = np.column_stack([np.radians(degrees[:, 0]), np.log(np.tan(np.pi / 4 + north / 2))])
    arcs = np.split(places, ends[:-1])
    parts: list[list[list[int]]] = []
    for country in stored["objects"]["countries"]["geometries"]:
        own = country["arcs"]
        parts += own if country["type"] == "MultiPolygon" else [own]
    lines = dict(enumerate(arcs))
    # The land at a pole is stored as a line along the pole, with all that is no land as a hole in it.
    polar = [part for part in parts if np.ptp(_closed(lines, part[0])[:, 1]) < 1e-6]
    parts = [part for part in parts if part not in polar]
    parts += [[ring] for _, *inner in polar for ring in inner]
    outer = (_closed(lines, part[0]) for part in parts)
    boxes = np.array([[*line.min(axis=0), *line.max(axis=0)] for line in outer])
    return arcs, parts, boxes


def _thinned(cut: Cut, arc: np.ndarray) -> np.ndarray:
    """Give a line without the points that nobody could tell from those before them."""
    moved = (np.diff(np.round(arc * cut.scale / STEP), axis=0) != 0).any(axis=1)
    kept = np.concatenate([[True], moved])
    kept[-1] = True  # where lines meet
    return arc[kept]


def _closed(lines: dict[int, np.ndarray], ring: list[int]) -> np.ndarray:
    """Join the lines around a part; a number below zero is one walked backwards."""
    line = np.concatenate([lines[n] if n >= 0 else lines[~n][::-1] for n in ring])
    # The file has no seam: where a line crosses the end of the map, it goes on beyond it.
    turns = np.round(np.diff(line[:, 0]) / ROUND)
    if not turns.any():
        return line
    line = line - np.column_stack([np.cumsum([0, *turns]) * ROUND, np.zeros(len(line))])
    if abs(line[-1, 0] - line[0, 0]) < math.pi:
        return line
    # What goes all the way round is closed along the pole.
    pole = math.copysign(END, line[:, 1].mean())
    return np.vstack([line, [[line[-1, 0], pole], [line[0, 0], pole]]])


def _clipped(cut: Cut, box: list[float], line: np.ndarray) -> Ring:
    """Give what lies in a box of a closed line, in pixels."""
    x = cut.left + cut.width / 2 + cut.scale * (line[:, 0] - cut.east)
    y = cut.top + cut.height / 2 - cut.scale * (line[:, 1] - cut.north)
    ring = np.column_stack([x, y])
    points = ring.tolist()
    for axis, edge, sign in ((0, box[0], 1), (0, box[2], -1), (1, box[1], 1), (1, box[3], -1)):
        if (sign * (ring[:, axis] - edge)).min() < 0:
            points = _beyond(points, axis, edge, sign)
    return [[round(x, 1), round(y, 1)] for x, y in points]


def _beyond(points: list[Any], axis: int, edge: float, sign: int) -> list[Any]:
    """Cut a closed line at one edge, as Sutherland and Hodgman do."""
    found = []
    for a, b in zip(points[-1:] + points[:-1], points, strict=True):
        inside = [sign * (end[axis] - edge) >= 0 for end in (a, b)]
        if inside[0] != inside[1]:
            share = (edge - a[axis]) / (b[axis] - a[axis])
            found.append((a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])))
        if inside[1]:
            found.append(b)
    return found
