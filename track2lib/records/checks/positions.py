"""Positions of places: both numbers or none, not nowhere, and not turned round."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path

from track2lib.records.checks.country_names import in_english
from track2lib.records.look_alikes import folded
from track2lib.records.problem import Problem
from track2lib.records.snapshot import Records

__all__ = ["BOXES", "plain_country", "positions_rule"]

# South, west, north and east of each part of each country, in whole degrees, drawn from the
# outlines of the map. Countries that are too small for these outlines are not among them.
BOXES = Path(__file__).parent / "country_boxes.json"
# Names that people write, beside those of the outlines, which are short where the map is narrow.
ALSO = {
    "bosnia and herzegovina": "bosnia and herz.",
    "bosnia & herzegovina": "bosnia and herz.",
    "bosnia": "bosnia and herz.",
    "central african republic": "central african rep.",
    "congo - brazzaville": "congo",
    "congo - kinshasa": "dem. rep. congo",
    "democratic republic of the congo": "dem. rep. congo",
    "côte d’ivoire": "côte d'ivoire",
    "ivory coast": "côte d'ivoire",
    "dominican republic": "dominican rep.",
    "equatorial guinea": "eq. guinea",
    "north macedonia": "macedonia",
    "myanmar (burma)": "myanmar",
    "south sudan": "s. sudan",
    "solomon islands": "solomon is.",
    "trinidad & tobago": "trinidad and tobago",
    "western sahara": "w. sahara",
    "united states": "united states of america",
    "usa": "united states of america",
    "us": "united states of america",
    "u.s.": "united states of america",
    "uk": "united kingdom",
    "great britain": "united kingdom",
    "england": "united kingdom",
    "russian federation": "russia",
    "islamic republic of iran": "iran",
    "iran (islamic republic of)": "iran",
    "syrian arab republic": "syria",
    "republic of ireland": "ireland",
    "republic of moldova": "moldova",
    "venezuela (bolivarian republic of)": "venezuela",
    "bolivia (plurinational state of)": "bolivia",
    "lao people's democratic republic": "laos",
    "viet nam": "vietnam",
    "united republic of tanzania": "tanzania",
    "democratic people's republic of korea": "north korea",
    "state of palestine": "palestine",
    "türkiye": "turkey",
    "czech republic": "czechia",
    "uae": "united arab emirates",
    "palestinian territories": "palestine",
    "republic of korea": "south korea",
    "burma": "myanmar",
}
TOWN = "city"
FEWEST = 3  # so many places of one country say where it is
FAR = 2  # degrees outside of every part of a country, which is no matter of a coarse outline
Box = tuple[float, float, float, float]
Fault = tuple[str, str, str, str]
"""Column, problem, remedy, severity."""


def positions_rule(records: Records, names: Collection[str]) -> Iterator[Problem]:
    """Check that a place with a position can be there."""
    columns = "country", "latitude", "longitude", "precision"
    # A table of one's own may have this name and other columns.
    if "places" not in names or {*columns}.difference(records.columns("places")):
        return
    rows = [*records.rows("places", *columns)]
    among: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for country, *cells, _ in rows:
        if country and plain_country(country) not in _boxes() and (point := _point(*cells)):
            among[country].append(point)
    usual = {country: _usual(points) for country, points in among.items()}
    for row, (country, north, east, kind) in zip(records.numbers("places"), rows, strict=True):
        fault = _fault(country, north, east, is_town=kind == TOWN)
        if not fault and usual.get(country):
            fault = _apart(country, usual[country], _point(north, east))
        if fault:
            yield Problem(records.file("places"), row, *fault)


def _fault(country: str, north: str, east: str, *, is_town: bool) -> Fault | None:
    """Say what is wrong with a position."""
    if not (north and east):
        if not (north or east):
            return None
        there, lacking = ("latitude", "longitude") if north else ("longitude", "latitude")
        said = f"A {there} stands without a {lacking}."
        return lacking, said, f"Fill it, or empty the {there}: a point needs both.", "error"
    point = _point(north, east)
    if not point:  # told as a cell that is no number
        return None
    if point == (0, 0):
        # Only towns are drawn: elsewhere it misleads nobody, and is asked about.
        said = f"0, 0 lies in the sea off Africa{': it is no town' * is_town}."
        remedy = "Write the position, or empty both cells if it is not known."
        return "latitude", said, remedy, "error" if is_town else "warning"
    return _elsewhere(country, *point)


def _point(north: str, east: str) -> tuple[float, float] | None:
    """Read a position; nothing where it is none."""
    try:
        return float(north), float(east)
    except ValueError:
        return None


def _usual(points: list[tuple[float, float]]) -> list[Box]:
    """Give where most places lie of a country by a name that is not known here."""
    if len(points) < FEWEST:
        return []
    inside = {
        name: sum(_within(boxes, *point) for point in points) for name, boxes in _boxes().items()
    }
    most = max(inside.values())
    # Outlines overlap: of several that hold as many, any may be meant.
    held = [name for name, count in inside.items() if count == most and 2 * count > len(points)]
    return [box for name in held for box in _boxes()[name]]


def _apart(country: str, boxes: list[Box], point: tuple[float, float] | None) -> Fault | None:
    """Ask about a position that lies among the others of its country only if it is turned round."""
    if not point or _within(boxes, *point, FAR) or not _within(boxes, point[1], point[0]):
        return None
    north, east = point
    said = (
        f"{north:g}, {east:g} lies far from most places with the country {country}, and "
        f"{east:g}, {north:g} among them: the two numbers may be turned round."
    )
    remedy = "Write degrees north as latitude and degrees east as longitude."
    return "latitude", said, remedy, "warning"


def _elsewhere(country: str, north: float, east: float) -> Fault | None:
    """Say by what mistake a position lies in another country, where there is such a mistake."""
    boxes = _boxes().get(plain_country(country), []) if country else []
    if not boxes or _within(boxes, north, east, FAR):
        return None
    outside = f"{north:g}, {east:g} lies outside {country}"
    if _within(boxes, east, north):
        said = f"{outside}, {east:g}, {north:g} inside: the two numbers may be turned round."
        remedy = "Write degrees north as latitude and degrees east as longitude."
        return "latitude", said, remedy, "error"
    # Asked about only: a far island of the country may lie there.
    for column, other in (("longitude", (north, -east)), ("latitude", (-north, east))):
        if _within(boxes, *other):
            said = f"{outside}, {other[0]:g}, {other[1]:g} inside: the sign may be wrong."
            remedy = "Write a minus before degrees west and south, and none before east and north."
            return column, said, remedy, "warning"
    return None


def _within(boxes: list[Box], north: float, east: float, margin: float = 0) -> bool:
    """Tell whether a point lies in a part of a country, or not far outside."""
    return any(
        south - margin <= north <= top + margin and west - margin <= east <= right + margin
        for south, west, top, right in boxes
    )


def plain_country(country: str) -> str:
    """Give the name of a country as the outlines have it."""
    name = folded(country).removeprefix("the ")
    name = ALSO.get(name, name)
    if name not in _boxes():
        # Other languages are looked up only for what has no English name.
        name = in_english(name)
    return ALSO.get(name, name)


@cache
def _boxes() -> dict[str, list[Box]]:
    """Read the parts of each country."""
    countries = json.loads(BOXES.read_text("utf-8"))
    return {folded(name): boxes for name, boxes in countries.items()}
